// Tables as items (15.2): one box per row, so that pages break between rows; what stands around a break; small tables in
// one piece; tables on pages of their own. The boxes of ruled tables are made in table_grid.cpp.
#include "base/overloaded.h"
#include "flow/draft.h"

#include <algorithm>

namespace kumihan::flow {

using style::TableBlock;
using style::TableLook;

namespace {

struct Padding {
    Length inline_side, block_side;
};

constexpr std::size_t kSmallTable = 6;    // rows
constexpr double kSmallTableHeight = 0.6; // of the type area

Padding padding_of(TableBlock const& block, spec::LayoutSpec const& layout) {
    Length const size = layout.style(spec::Role::TableCell).size;
    switch (block.look) {
    case TableLook::Ruled:
        break;
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

// Adds a box to the end of another, its head at `top`.
void append(Box& whole, Box part, Length top) {
    for (Piece& piece : part.pieces) {
        std::visit(overloaded{
                       [&](LinePiece& line) { line.baseline += top; },
                       [&](RulePiece& rule) { rule.top += top; },
                       [&](PicturePiece& picture) { picture.top += top; },
                   },
                   piece);
        whole.pieces.push_back(std::move(piece));
    }
    whole.notes.insert(whole.notes.end(), part.notes.begin(), part.notes.end());
    whole.tinted = whole.tinted || part.tinted;
    whole.extent = top + part.extent;
}

} // namespace

Box Builder::row_box(TableDraft const& draft, RowDraft const& row, bool head, bool first, bool last) const {
    Box box;
    spec::Decoration const& look = layout_.decoration;
    Padding const pad = padding_of(*draft.block, layout_);
    Length const width = frames_.measure;
    TableLook const kind = draft.block->look;
    Length tallest;
    Box texts;
    for (std::size_t c = 0; c < row.size(); ++c)
        tallest = std::max(tallest, stack(row[c].paragraphs, draft.starts[c] + pad.inline_side, pad.block_side, texts));
    box.extent = tallest + pad.block_side;
    switch (kind) {
    case TableLook::Ruled: // has boxes of its own
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
        for (std::size_t c = 0; c < row.size(); ++c) {
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
    TableDraft& draft = tables_.at(&block);
    place_points(draft);
    std::vector<Item> parts = table_parts(draft);
    if (parts.empty()) return;
    if (block.turned) {
        Item item;
        item.span = block.span;
        item.anchors = parts.front().anchors;
        item.what = TurnedPages{paged(std::move(parts), draft.extent)};
        push(std::move(item));
        return;
    }
    // Set horizontally among vertical lines (11.6), in pieces that a tier holds; over all columns in pieces of a page.
    if (vertical() || draft.spans) {
        std::vector<AnchorId> anchors = parts.front().anchors;
        for (Box& box : paged(std::move(parts), draft.extent)) {
            if (vertical()) stand_upright(box, draft.room);
            box.may_float = box.centre_leftover = true;
            Item item{std::move(box), {}, std::move(anchors), block.span};
            anchors.clear();
            item.spans = draft.spans;
            item.spacing.before = layout_.figures.before;
            item.spacing.after = layout_.figures.after;
            push(std::move(item));
        }
        return;
    }
    // A small table is read as a whole: it stands in one piece, and where it has no room text goes on before it as it
    // does before a figure.
    if (block.look == TableLook::Ruled && block.rows.size() <= kSmallTable) {
        Length whole;
        for (Item const& part : parts)
            whole += std::get<Box>(part.what).extent + part.spacing.after;
        if (whole <= frames_.extent.scaled(kSmallTableHeight)) {
            Item item = joined(std::move(parts));
            Box& box = std::get<Box>(item.what);
            box.may_float = box.centre_leftover = true;
            push(std::move(item));
            return;
        }
    }
    if (draft.caption) {
        std::get<Box>(parts.front().what).parts = static_cast<std::uint32_t>(parts.size());
        std::get<Box>(parts.back().what).ends_table = true;
    }
    for (Item& part : parts)
        push(std::move(part));
}

std::vector<Item> Builder::table_parts(TableDraft const& draft) {
    TableBlock const& block = *draft.block;
    bool const cards = block.look == TableLook::Notes;
    std::vector<Item> parts = block.look == TableLook::Ruled ? ruled_parts(draft) : plain_parts(draft);
    if (parts.empty()) return parts;
    parts.front().spacing.before = cards ? layout_.decoration.card_gap : layout_.figures.before;
    parts.back().spacing.after = layout_.figures.after;
    if (block.anchor) parts.front().anchors.push_back(*block.anchor);
    return parts;
}

namespace {

Item part_of(Box box, Span span, int keep_next) {
    Item item;
    item.what = std::move(box);
    item.span = span;
    item.spacing.keep_next = keep_next;
    return item;
}

void mark_first(Box& box) {
    for (Piece& piece : box.pieces)
        if (auto* const line = std::get_if<LinePiece>(&piece)) line->use = LinePiece::Use::First;
}

} // namespace

// The tables that the program makes: facts, the history, opinions.
std::vector<Item> Builder::plain_parts(TableDraft const& draft) {
    TableBlock const& block = *draft.block;
    bool const cards = block.look == TableLook::Notes;
    // Facts of a few rows stand together; a long table may part, but not before its last row alone.
    bool const keep_whole = block.look == TableLook::Facts || block.look == TableLook::Plain;
    std::vector<Item> parts;
    std::size_t const total = draft.head.size() + draft.rows.size();
    std::optional<std::uint32_t> run;
    for (std::size_t i = 0; i < total; ++i) {
        bool const head = i < draft.head.size();
        RowDraft const& row = head ? draft.head[i] : draft.rows[i - draft.head.size()];
        bool const last = i + 1 == total;
        bool const keep = !last && (head || keep_whole || (i + 2 == total && total > 2 && !cards));
        Box box = row_box(draft, row, head, i == 0, last);
        if (head && draft.rows.size() > 1) {
            mark_first(box);
            run = static_cast<std::uint32_t>(material_.tables.size());
            material_.tables.push_back(table_run(draft, &box));
        } else if (!head) {
            box.table = run;
            box.last_row = last;
        }
        parts.push_back(part_of(std::move(box), block.span, keep ? 1 : 0));
        if (i > 0 && cards) parts.back().spacing.before = layout_.decoration.card_gap;
    }
    return parts;
}

std::vector<Item> Builder::ruled_parts(TableDraft const& draft) {
    TableBlock const& block = *draft.block;
    std::vector<Item> parts;
    Length const gap = layout_.figures.caption_gap;
    if (draft.caption) {
        Box box;
        box.extent = stack(*draft.caption, caption_at(draft, *draft.caption), {}, box);
        parts.push_back(part_of(std::move(box), block.span, 1));
        parts.back().spacing.after = gap;
    }
    std::vector<Box> heads = grid_boxes(draft, draft.head, true).boxes;
    GridRows grid = grid_boxes(draft, draft.rows, false);
    TableRun run = table_run(draft, heads.empty() ? nullptr : &heads.front());
    split_tall(grid, draft.extent - run.head.extent - run.foot.extent, block);
    std::vector<Box>& rows = grid.boxes;
    std::optional<std::uint32_t> number;
    if (rows.size() > 1) {
        number = static_cast<std::uint32_t>(material_.tables.size());
        material_.tables.push_back(std::move(run));
    }
    for (Box& box : heads) {
        if (number) mark_first(box);
        parts.push_back(part_of(std::move(box), block.span, rows.empty() ? 0 : 1));
    }
    // Two rows at least on each side of a break, also of those that a cell joins, where two are not most of a page.
    auto pair = [&](std::size_t i) {
        return i + 1 < rows.size() && rows[i].extent + rows[i + 1].extent < draft.extent / 2;
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        bool const last = i + 1 == rows.size();
        bool const keep = (i == 0 || i + 2 == rows.size() || grid.keeps[i]) && rows.size() > 2 && pair(i);
        rows[i].table = number;
        rows[i].last_row = last;
        parts.push_back(part_of(std::move(rows[i]), block.span, keep || (last && !draft.notes.empty()) ? 1 : 0));
    }
    for (std::size_t i = 0; i < draft.notes.size(); ++i) {
        Box box;
        Length const at = std::clamp(draft.at, Length{}, std::max(Length{}, draft.room - set(draft.notes[i]).measure));
        box.extent = stack(draft.notes[i], at, {}, box);
        parts.push_back(part_of(std::move(box), block.span, i + 1 < draft.notes.size() ? 1 : 0));
        auto const& source = *set(draft.notes[i]).source;
        parts.back().spacing.before = i == 0 ? gap : source.pitch - source.line.size;
    }
    return parts;
}

// A row that no page holds is split between its lines into parts of a few lines each, which fill the pages; its tints and
// the rules down go on in each part.
void Builder::split_tall(GridRows& grid, Length extent, TableBlock const& block) const {
    constexpr std::int64_t kFewLines = 4;
    if (extent < layout_.area.size * 4) return;
    auto const& cell = layout_.style(spec::Role::TableCell);
    Length const few = std::min(extent, std::max(cell.pitch, cell.size) * kFewLines);
    GridRows out;
    bool told = false;
    for (std::size_t i = 0; i < grid.boxes.size(); ++i) {
        Box rest = std::move(grid.boxes[i]);
        if (rest.extent > extent) {
            if (!told) sink_.report(diag::Code::TableRowSplit, block.span);
            told = true;
            while (rest.extent > few + few / 2) {
                auto first = split_row(rest, few);
                if (!first && rest.extent > extent) first = split_row(rest, extent);
                if (!first) break;
                out.boxes.push_back(std::move(*first));
                out.keeps.push_back(0);
            }
        }
        out.boxes.push_back(std::move(rest));
        out.keeps.push_back(grid.keeps[i]);
    }
    grid = std::move(out);
}

// Takes the part from `whole` that is no taller than `limit`. Lines stand as far from each other as in one part.
std::optional<Box> Builder::split_row(Box& whole, Length limit) const {
    struct Reach {
        Length top, end;
    };
    auto const reach = [&](LinePiece const& line) {
        auto const& source = *set(line.paragraph).source;
        Length const top = line.baseline - line_origin(source.line.size, source.line.mode);
        return Reach{top, top + source.line.size};
    };
    Length cut, head = whole.extent; // the end of the last line that stays; the head of the first that goes on
    for (Piece const& piece : whole.pieces)
        if (auto const* const line = std::get_if<LinePiece>(&piece))
            if (Reach const r = reach(*line); r.end <= limit) cut = std::max(cut, r.end);
    for (Piece const& piece : whole.pieces)
        if (auto const* const line = std::get_if<LinePiece>(&piece))
            if (Reach const r = reach(*line); r.end > cut) head = std::min(head, r.top);
    if (cut == Length{} || head >= whole.extent) return std::nullopt;
    Box first, rest;
    Length const up = head > cut ? (cut + head) / 2 : head; // where lines of two cells overlap, the next part begins with them
    first.extent = std::max(cut, up);
    rest.extent = whole.extent - up;
    for (Piece const& piece : whole.pieces) {
        if (auto const* const line = std::get_if<LinePiece>(&piece)) {
            bool const stays = reach(*line).end <= cut;
            LinePiece moved = *line;
            if (!stays) moved.baseline -= up;
            (stays ? first : rest).pieces.push_back(moved);
            continue;
        }
        RulePiece rule = std::get<RulePiece>(piece);
        if (rule.top >= first.extent) { // below: it goes on with the rest
            rule.top -= up;
            rest.pieces.push_back(rule);
            continue;
        }
        Length const end = rule.top + rule.height;
        bool const parted = end > first.extent;
        RulePiece upper = rule;
        if (parted) upper.height = first.extent - rule.top;
        first.pieces.push_back(upper);
        if (!parted) continue;
        rule.top = {};
        rule.height = end - up;
        rest.pieces.push_back(rule);
    }
    first.notes = std::move(whole.notes);
    first.tinted = rest.tinted = whole.tinted;
    first.joined = std::move(whole.joined);
    whole = std::move(rest);
    return first;
}

Item Builder::joined(std::vector<Item> parts) {
    Item whole = std::move(parts.front());
    Box& box = std::get<Box>(whole.what);
    box.table.reset();
    Length after = whole.spacing.after;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        append(box, std::move(std::get<Box>(parts[i].what)), box.extent + std::max(after, parts[i].spacing.before));
        after = parts[i].spacing.after;
    }
    whole.spacing.after = after;
    whole.spacing.keep_next = 0;
    return whole;
}

// The parts of a table on pages, or in tiers, that hold nothing else.
std::vector<Box> Builder::paged(std::vector<Item> parts, Length extent) const {
    std::vector<Box> pages(1);
    Length after;
    bool empty = true;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Box& part = std::get<Box>(parts[i].what);
        Length const before = empty ? Length{} : std::max(after, parts[i].spacing.before);
        Length need = before + part.extent;
        std::size_t end = i; // what must stand with it
        for (; end + 1 < parts.size() && parts[end].spacing.keep_next > 0; ++end)
            need += std::max(parts[end].spacing.after, parts[end + 1].spacing.before) +
                    std::get<Box>(parts[end + 1].what).extent;
        Box const& bottom = std::get<Box>(parts[end].what);
        if (bottom.table && !bottom.last_row) need += material_.tables[*bottom.table].foot.extent;
        bool const goes_on = i > 0 && part.table && std::get<Box>(parts[i - 1].what).table;
        if (goes_on && pages.back().extent + need > extent) {
            TableRun const& run = material_.tables[*part.table];
            append(pages.back(), run.foot, pages.back().extent);
            pages.emplace_back();
            append(pages.back(), run.head, {});
            part.pieces.insert(part.pieces.end(), part.joined.begin(), part.joined.end());
            append(pages.back(), std::move(part), pages.back().extent);
        } else {
            append(pages.back(), std::move(part), pages.back().extent + before);
        }
        empty = false;
        after = parts[i].spacing.after;
    }
    return pages;
}

} // namespace kumihan::flow
