// Tables (15.2): widths from fixed, weighted or automatic columns; one box per row, so that pages break between rows;
// head rows are repeated. The look decides rules and tints.
#include "base/overloaded.h"
#include "flow/draft.h"
#include "line/compose.h"

#include <algorithm>
#include <numeric>

namespace kumihan::flow {

using style::TableBlock;
using style::TableLook;

namespace {

std::string tenths(Length length) {
    std::int64_t const value = length.units() * 10 / Length::kPerPoint;
    return std::to_string(value / 10) + "." + std::to_string(value % 10);
}

struct Padding {
    Length inline_side, block_side;
};

constexpr std::size_t kSmallTable = 6;    // rows
constexpr double kSmallTableHeight = 0.6; // of the type area

Padding padding_of(TableBlock const& block, spec::LayoutSpec const& layout) {
    Length const size = layout.style(spec::Role::TableCell).size;
    switch (block.look) {
    case TableLook::Ruled:
        return {size.scaled(0.6), size.scaled(0.45)};
    case TableLook::Facts:
        return {size.scaled(0.9), size.scaled(0.5)};
    case TableLook::History:
        return {size.scaled(0.5), size.scaled(0.5)};
    case TableLook::Notes:
        return {layout.decoration.card_padding, layout.decoration.card_padding.scaled(0.8)};
    case TableLook::Plain:
        return {size.scaled(0.5), size.scaled(0.35)};
    }
    return {};
}

Length cell_gap(TableBlock const& block, spec::LayoutSpec const& layout) {
    return block.look == TableLook::Notes ? layout.decoration.card_gap : Length{};
}

} // namespace

std::vector<Length> Builder::column_widths(TableBlock const& block, Length room) const {
    std::size_t const count = block.columns.size();
    std::vector<Length> widths(count), least(count), most(count);
    Length fixed;
    double weights = 0;
    std::vector<std::size_t> automatic;
    for (std::size_t c = 0; c < count; ++c) {
        if (block.columns[c].fixed > Length{}) {
            widths[c] = block.columns[c].fixed;
            fixed += widths[c];
        } else if (block.columns[c].weight > 0) {
            weights += block.columns[c].weight;
        } else {
            automatic.push_back(c);
        }
    }
    if (!automatic.empty()) {
        Length const pad = padding_of(block, layout_).inline_side * 2;
        auto measure = [&](std::vector<style::TableRow> const& rows) {
            for (auto const& row : rows)
                for (std::size_t const c : automatic) {
                    if (c >= row.cells.size()) continue;
                    for (auto const& p : row.cells[c].paragraphs) {
                        auto const natural = line::natural_widths(p.text, p.line, fonts_);
                        least[c] = std::max(least[c], natural.min + pad);
                        most[c] = std::max(most[c], natural.max + pad);
                    }
                }
        };
        measure(block.head);
        measure(block.rows);
        // A column is at least four characters wide where its content has that much.
        Length const floor = layout_.style(spec::Role::TableCell).size * 4 + pad;
        for (std::size_t const c : automatic)
            least[c] = std::min(most[c], std::max(least[c], floor));
        Length sum_least, sum_most;
        for (std::size_t const c : automatic) {
            sum_least += least[c];
            sum_most += most[c];
        }
        Length const weighted_room = weights > 0 ? room / 3 : Length{};
        Length const space = room - fixed - weighted_room;
        if (sum_most <= space) {
            // All fits: share what is left over in proportion, so that the table fills the measure.
            Length const left = weights > 0 ? Length{} : space - sum_most;
            double const even = 1.0 / static_cast<double>(automatic.size()); // a table without rows has no content
            for (std::size_t const c : automatic)
                widths[c] = most[c] + left.scaled(sum_most > Length{} ? ratio(most[c], sum_most) : even);
        } else {
            if (sum_least > space) sink_.report(diag::Code::TableTooWide, block.span, {tenths(sum_least - space)});
            Length const left = std::max(Length{}, space - sum_least);
            Length const wish = sum_most - sum_least;
            for (std::size_t const c : automatic)
                widths[c] = least[c] + (wish > Length{} ? left.scaled(ratio(most[c] - least[c], wish)) : Length{});
        }
    }
    Length used = std::accumulate(widths.begin(), widths.end(), Length{});
    if (weights > 0)
        for (std::size_t c = 0; c < count; ++c)
            if (block.columns[c].fixed == Length{} && block.columns[c].weight > 0)
                widths[c] = (room - used).scaled(block.columns[c].weight / weights);
    // What rounding or too much content left over or took away: the last column gives way, the table keeps its measure.
    used = std::accumulate(widths.begin(), widths.end(), Length{});
    if (count > 0) {
        if (used > room)
            for (Length& width : widths)
                width = width.scaled(ratio(room, used));
        used = std::accumulate(widths.begin(), widths.end(), Length{});
        widths.back() += room - used;
    }
    return widths;
}

TableDraft Builder::draft_table(TableBlock const& block) {
    TableDraft draft;
    draft.block = &block;
    Length const gap = cell_gap(block, layout_);
    auto const count = static_cast<std::int64_t>(block.columns.size());
    Length const room = frames_.measure - gap * (count - 1);
    draft.widths = column_widths(block, room);
    Length at;
    for (Length const width : draft.widths) {
        draft.starts.push_back(at);
        at += width + gap;
    }
    Padding const pad = padding_of(block, layout_);
    auto rows = [&](std::vector<style::TableRow> const& source, std::vector<RowDraft>& out) {
        for (auto const& row : source) {
            RowDraft made;
            for (std::size_t c = 0; c < row.cells.size() && c < draft.widths.size(); ++c) {
                std::vector<ParagraphIndex> cell;
                for (auto const& p : row.cells[c].paragraphs)
                    cell.push_back(add(p, std::max(draft.widths[c] - pad.inline_side * 2, p.line.size)));
                made.cells.push_back(std::move(cell));
            }
            out.push_back(std::move(made));
        }
    };
    if (block.caption) draft.caption = add(*block.caption, frames_.measure);
    rows(block.head, draft.head);
    rows(block.rows, draft.rows);
    if (block.note) draft.note = add(*block.note, frames_.measure);
    return draft;
}

Box Builder::row_box(TableDraft const& draft, RowDraft const& row, bool head, bool first, bool last) const {
    Box box;
    box.table_head = head;
    box.table_row = !head;
    spec::Decoration const& look = layout_.decoration;
    Padding const pad = padding_of(*draft.block, layout_);
    Length const width = frames_.measure;
    TableLook const kind = draft.block->look;
    Length tallest;
    Box texts;
    for (std::size_t c = 0; c < row.cells.size(); ++c)
        tallest = std::max(tallest, stack(row.cells[c], draft.starts[c] + pad.inline_side, pad.block_side, texts));
    box.extent = tallest + pad.block_side;
    switch (kind) {
    case TableLook::Ruled:
    case TableLook::History:
        if (head) box.pieces.push_back(RulePiece{{}, {}, width, box.extent, look.tint});
        if (first) box.pieces.push_back(RulePiece{{}, {}, width, look.heavy, look.accent});
        break;
    case TableLook::Facts: {
        box.pieces.push_back(RulePiece{{}, {}, width, box.extent, look.tint});
        if (first) box.pieces.push_back(RulePiece{{}, {}, width, look.heavy, look.accent});
        break;
    }
    case TableLook::Notes:
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            box.pieces.push_back(RulePiece{draft.starts[c], {}, draft.widths[c], box.extent, look.tint});
            box.pieces.push_back(RulePiece{draft.starts[c], {}, look.heavy * 2, box.extent, look.accent});
        }
        break;
    case TableLook::Plain:
        break;
    }
    for (Piece& piece : texts.pieces)
        box.pieces.push_back(std::move(piece));
    box.notes = std::move(texts.notes);
    if (kind != TableLook::Notes) {
        bool const closing = last && kind != TableLook::Plain && kind != TableLook::Facts;
        Length const thick = closing ? look.heavy : look.light;
        Color const color = closing || kind == TableLook::Facts ? look.accent : look.rule;
        if (kind != TableLook::Facts || last)
            box.pieces.push_back(
                RulePiece{{}, box.extent - thick, width, kind == TableLook::Facts ? look.heavy : thick, color});
        else
            box.pieces.push_back(RulePiece{pad.inline_side, box.extent - look.light, width - pad.inline_side * 2,
                                           look.light, look.rule_light});
    }
    return box;
}

void Builder::table(TableBlock const& block) {
    std::vector<Item> parts = table_parts(block);
    if (parts.empty()) return;
    // A small table is read as a whole: it stands in one piece, and where it has no room text goes on before it as it
    // does before a figure.
    if (vertical()) { // set horizontally, in one piece (11.6)
        Item whole = joined(std::move(parts));
        Box& box = std::get<Box>(whole.what);
        stand_upright(box, frames_.measure);
        box.may_float = box.centre_leftover = true;
        push(std::move(whole));
        return;
    }
    bool const small = block.look == TableLook::Ruled && block.rows.size() <= kSmallTable;
    if (small) {
        Item whole = joined(std::move(parts));
        Box& box = std::get<Box>(whole.what);
        if (box.extent <= frames_.extent.scaled(kSmallTableHeight)) {
            box.may_float = box.centre_leftover = true;
            push(std::move(whole));
            return;
        }
        parts = table_parts(block);
    }
    for (Item& part : parts)
        push(std::move(part));
}

std::vector<Item> Builder::table_parts(TableBlock const& block) const {
    TableDraft const& draft = tables_.at(&block);
    spec::Figures const& room = layout_.figures;
    bool const cards = block.look == TableLook::Notes;
    // Facts of a few rows stand together; a long table may part, but not before its last row alone.
    bool const keep_whole = block.look == TableLook::Facts || block.look == TableLook::Plain;
    std::vector<Item> parts;
    auto line_box = [&](ParagraphIndex paragraph) {
        Box box;
        box.extent = stack(paragraph, {}, {}, box);
        return box;
    };
    auto add = [&](Box box, int keep_next) {
        Item item;
        item.what = std::move(box);
        item.span = block.span;
        item.spacing.keep_next = keep_next;
        parts.push_back(std::move(item));
    };
    if (draft.caption) {
        add(line_box(*draft.caption), 2);
        parts.back().spacing.after = room.caption_gap;
    }
    std::size_t const total = draft.head.size() + draft.rows.size();
    for (std::size_t i = 0; i < total; ++i) {
        bool const head = i < draft.head.size();
        RowDraft const& row = head ? draft.head[i] : draft.rows[i - draft.head.size()];
        bool const last = i + 1 == total;
        bool const keep = !last && (head || keep_whole || (i + 2 == total && total > 2 && !cards));
        add(row_box(draft, row, head, i == 0, last), keep || (last && draft.note) ? 1 : 0);
        if (i > 0 && cards) parts.back().spacing.before = layout_.decoration.card_gap;
    }
    if (draft.note) {
        add(line_box(*draft.note), 0);
        parts.back().spacing.before = room.caption_gap;
    }
    if (parts.empty()) return parts;
    parts.front().spacing.before = cards ? layout_.decoration.card_gap : room.before;
    parts.back().spacing.after = room.after;
    if (block.anchor) parts.front().anchors.push_back(*block.anchor);
    return parts;
}

Item Builder::joined(std::vector<Item> parts) {
    Item whole = std::move(parts.front());
    Box& box = std::get<Box>(whole.what);
    box.table_head = box.table_row = false;
    Length after = whole.spacing.after;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        Box& part = std::get<Box>(parts[i].what);
        Length const top = box.extent + std::max(after, parts[i].spacing.before);
        for (Piece& piece : part.pieces) {
            std::visit(overloaded{
                           [&](LinePiece& line) { line.baseline += top; },
                           [&](RulePiece& rule) { rule.top += top; },
                           [&](PicturePiece& picture) { picture.top += top; },
                       },
                       piece);
            box.pieces.push_back(std::move(piece));
        }
        box.notes.insert(box.notes.end(), part.notes.begin(), part.notes.end());
        box.extent = top + part.extent;
        after = parts[i].spacing.after;
    }
    whole.spacing.after = after;
    whole.spacing.keep_next = 0;
    return whole;
}

} // namespace kumihan::flow
