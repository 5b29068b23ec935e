// Tables before their lines are set (15.2): widths of columns from what their cells hold, and the measure of each cell.
#include "flow/draft.h"

#include "base/parallel.h"
#include "base/utf8.h"
#include "flow/table_widths.h"
#include "line/compose.h"
#include "style/join_text.h"

#include <algorithm>

namespace kumihan::flow {

using style::Cell;
using style::TableBlock;
using style::TableLook;

namespace {

constexpr int kSensibleWidth = 4; // characters of a column whose content has more
constexpr double kLongestWord = 6; // characters that a column keeps together
constexpr int kWord = 3;          // characters of a short word
constexpr double kShareUnderHead = 0.4; // of the table, for short columns under one head
constexpr double kWesternWidth = 0.55; // em of a letter or digit, about
constexpr int kShortColumn = 8;   // characters of a column that is kept on one line where that can be
constexpr int kNarrowColumn = 10; // characters: below, lines end with words
constexpr int kShortHead = 4;     // characters over which a short head is spread
constexpr int kLeastNote = 24;    // characters of a note under a narrow table

std::string tenths(Length length) {
    std::int64_t const value = length.units() * 10 / Length::kPerPoint;
    return std::to_string(value / 10) + "." + std::to_string(value % 10);
}

Length side_padding(TableBlock const& block, spec::LayoutSpec const& layout) {
    Length const size = layout.style(spec::Role::TableCell).size;
    switch (block.look) {
    case TableLook::Ruled:
        return block.style.padding.at(size);
    case TableLook::Facts:
        return size.scaled(0.9);
    case TableLook::History:
    case TableLook::Plain:
        return size.scaled(0.5);
    case TableLook::Notes:
        return layout.decoration.card_padding;
    }
    return {};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where a short cell is parted least badly: before a bracket, behind a point or a space. As long as the longest part; what
// is longer than a short column's words takes two lines.
Length fair_width(Cell const& cell) {
    std::u32string_view constexpr kBefore = U"（(「『［【〔", kBehind = U"・、。，．／/　 \u2028→";
    Length out;
    for (auto const& paragraph : cell.paragraphs) {
        std::string_view const text = paragraph.text.text;
        double part = 0, most = 0; // em
        for (std::size_t i = 0; i < text.size();) {
            auto const d = utf8::decode(text, i);
            i += d.length;
            if (kBefore.find(d.code_point) != std::u32string_view::npos) part = 0;
            part += d.code_point < 0x80 ? kWesternWidth : 1;
            most = std::max(most, part);
            if (kBehind.find(d.code_point) != std::u32string_view::npos) part = 0;
        }
        if (most > kLongestWord) most = std::clamp<double>(most / 2, kSensibleWidth, kLongestWord);
        out = std::max(out, paragraph.line.size.scaled(most));
    }
    return out;
}

} // namespace

// Where a figure is aligned: at its decimal point, or behind its last digit.
std::size_t decimal_point(std::string_view text) {
    std::size_t last = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '.' && i > 0 && is_digit(text[i - 1])) return i;
        if (text.substr(i).starts_with("．")) return i;
        if (is_digit(text[i])) last = i + 1;
        // full-width digits: EF BC 90 … EF BC 99
        if (text.substr(i).starts_with("\xEF\xBC") && i + 2 < text.size() && text[i + 2] >= '\x90' && text[i + 2] <= '\x99')
            last = i + 3;
    }
    return last;
}

namespace {

style::StyledText cut(style::StyledText const& text, std::size_t begin, std::size_t end) {
    style::StyledText out;
    out.text = text.text.substr(begin, end - begin);
    for (style::StyleRun run : text.runs) {
        run.begin = static_cast<std::uint32_t>(std::clamp<std::size_t>(run.begin, begin, end) - begin);
        run.end = static_cast<std::uint32_t>(std::clamp<std::size_t>(run.end, begin, end) - begin);
        if (run.begin < run.end) out.runs.push_back(run);
    }
    return out;
}

} // namespace

std::map<Cell const*, CellWidth> Builder::cell_widths(TableBlock const& block) const {
    auto const automatic = [&](Cell const& cell) {
        for (std::size_t c = cell.column; c < std::min<std::size_t>(cell.column + cell.columns, block.columns.size()); ++c)
            if (block.columns[c].fixed == Length{} && block.columns[c].weight == 0) return true;
        return false;
    };
    std::vector<Cell const*> cells;
    for (auto const* const rows : {&block.head, &block.rows})
        for (auto const& row : *rows)
            for (Cell const& cell : row.cells)
                if (automatic(cell) || cell.decimal || cell.spread) cells.push_back(&cell);
    std::vector<CellWidth> widths(cells.size());
    parallel_for(cells.size(), jobs_, 64, [&](std::size_t i) {
        CellWidth& out = widths[i];
        for (auto const& p : cells[i]->paragraphs) {
            auto const natural = line::natural_widths(p.text, p.line, fonts_);
            out.least = std::max(out.least, natural.min);
            out.most = std::max(out.most, natural.max);
        }
        if (!cells[i]->decimal || cells[i]->paragraphs.empty()) return;
        auto const& p = cells[i]->paragraphs.front();
        std::size_t const point = decimal_point(p.text.text);
        if (point == p.text.text.size()) {
            out.before = out.most;
            return;
        }
        out.before = line::natural_widths(cut(p.text, 0, point), p.line, fonts_).max;
        out.after = line::natural_widths(cut(p.text, point, p.text.text.size()), p.line, fonts_).max;
    });
    std::map<Cell const*, CellWidth> out;
    for (std::size_t i = 0; i < cells.size(); ++i)
        out.emplace(cells[i], widths[i]);
    return out;
}

void Builder::draft_columns(TableDraft& draft, std::map<Cell const*, CellWidth> const& known, bool trial) const {
    TableBlock const& block = *draft.block;
    std::size_t const count = block.columns.size();
    Length const size = layout_.style(spec::Role::TableCell).size;
    Length const pad = side_padding(block, layout_) * 2;
    std::vector<ColumnNeed> needs(count);
    draft.points.resize(count);
    for (std::size_t c = 0; c < count; ++c) {
        needs[c].fixed = block.columns[c].fixed;
        needs[c].share = block.columns[c].weight;
        needs[c].sensible = size * kSensibleWidth + pad;
        needs[c].word = size * kWord + pad;
    }
    auto const each = [&](auto const& work) {
        for (auto const* const rows : {&block.head, &block.rows})
            for (auto const& row : *rows)
                for (Cell const& cell : row.cells)
                    if (auto const found = known.find(&cell); found != known.end() && cell.column < count)
                        work(cell, found->second, rows == &block.head);
    };
    each([&](Cell const& cell, CellWidth const& width, bool in_head) {
        if (cell.columns > 1) return;
        ColumnNeed& need = needs[cell.column];
        Length fair = cell.decimal ? width.most : fair_width(cell);
        if (width.most > size * kShortColumn) fair = std::max(fair, size * kSensibleWidth);
        fair = std::min(fair, width.most);
        need.least = std::max(need.least, width.least + pad);
        need.most = std::max(need.most, width.most + pad);
        need.fair = std::max(need.fair, fair + pad);
        if (!in_head) need.rows = std::max(need.rows, fair + pad);
        need.tight = std::max(need.tight, (in_head ? fair : width.most) + pad);
        double const wide = width.most.to_pt();
        need.weight += wide * wide * wide;
        if (!cell.decimal) return;
        auto& point = draft.points[cell.column];
        point.before = std::max(point.before, width.before);
        point.after = std::max(point.after, width.after);
    });
    for (std::size_t c = 0; c < count; ++c) {
        Length const figures = draft.points[c].before + draft.points[c].after;
        if (figures == Length{}) continue;
        for (Length* const one : {&needs[c].least, &needs[c].rows, &needs[c].fair, &needs[c].tight, &needs[c].most})
            *one = std::max(*one, figures + pad);
    }
    // What spans several columns and is wider than they are together makes each of them wider.
    each([&](Cell const& cell, CellWidth const& width, bool) {
        if (cell.columns < 2) return;
        Length least, most;
        std::vector<std::size_t> own;
        for (std::size_t c = cell.column; c < std::min<std::size_t>(cell.column + cell.columns, count); ++c) {
            if (needs[c].share > 0) return; // takes what there is
            least += std::max(needs[c].fixed, needs[c].least);
            most += std::max(needs[c].fixed, needs[c].most);
            if (needs[c].fixed == Length{}) own.push_back(c);
        }
        if (own.empty()) return;
        auto const n = static_cast<std::int64_t>(own.size());
        Length const more_least = (width.least + pad - least) / n, more_most = (width.most + pad - most) / n;
        for (std::size_t const c : own) {
            needs[c].least += std::max(Length{}, more_least);
            needs[c].most += std::max(Length{}, more_most);
        }
    });
    // Short columns under one head (years, the first and the second time) are as wide as each other.
    each([&](Cell const& cell, CellWidth const&, bool in_head) {
        if (!in_head || cell.columns < 2) return;
        std::size_t const end = std::min<std::size_t>(cell.column + cell.columns, count);
        ColumnNeed all;
        for (std::size_t c = cell.column; c < end; ++c) {
            if (needs[c].fixed > Length{} || needs[c].share > 0 || needs[c].tight > size * kShortColumn + pad) return;
            for (auto const part :
                 {&ColumnNeed::least, &ColumnNeed::rows, &ColumnNeed::fair, &ColumnNeed::tight, &ColumnNeed::most})
                all.*part = std::max(all.*part, needs[c].*part);
            all.weight = std::max(all.weight, needs[c].weight);
        }
        // Together they leave more than half of the table to the others, as long as a word has room in them.
        Length const share = std::max({all.least, size * kWord + pad,
                                       draft.room.scaled(kShareUnderHead) / static_cast<std::int64_t>(end - cell.column)});
        for (auto const part : {&ColumnNeed::rows, &ColumnNeed::fair, &ColumnNeed::tight})
            all.*part = std::min(all.*part, share);
        all.sensible = size * kSensibleWidth + pad;
        all.word = size * kWord + pad;
        std::fill(needs.begin() + static_cast<std::ptrdiff_t>(cell.column), needs.begin() + static_cast<std::ptrdiff_t>(end), all);
    });
    bool const cards = block.look == TableLook::Notes;
    Length const gap = cards ? layout_.decoration.card_gap : Length{};
    Length const gaps = gap * (static_cast<std::int64_t>(count) - 1);
    auto made = column_widths(needs, draft.room - gaps, block.fill, size * kShortColumn + pad);
    if (made.missing > Length{} && !trial) sink_.report(diag::Code::TableTooWide, block.span, {tenths(made.missing)});
    draft.widths = std::move(made.widths);
    draft.starts.clear();
    Length at;
    for (Length const width : draft.widths) {
        draft.starts.push_back(at);
        at += width + gap;
    }
    draft.width = count > 0 ? at - gap : Length{};
    if (block.style.centred) draft.at = (draft.room - draft.width) / 2;
    for (Length& start : draft.starts)
        start += draft.at;
}

// `spread`: the widest head of each column, over which the others are spread (均等割り).
CellDraft Builder::draft_cell(TableDraft const& draft, Cell const& cell, bool in_head,
                              std::map<Cell const*, CellWidth> const& known, std::vector<Length> const& spread) {
    TableBlock const& block = *draft.block;
    Length const pad = side_padding(block, layout_);
    CellDraft out;
    out.cell = &cell;
    out.at = pad;
    std::size_t const last = std::min<std::size_t>(cell.column + cell.columns, draft.widths.size());
    if (cell.column >= last) return out;
    Length const whole = draft.starts[last - 1] + draft.widths[last - 1] - draft.starts[cell.column];
    auto const natural = known.find(&cell);
    Length const most = natural == known.end() ? Length{} : natural->second.most;
    for (auto const& p : cell.paragraphs) {
        Length const inner = std::max(whole - pad * 2, p.line.size);
        Length measure = inner;
        // Lines of running text hold whole characters; what is left over stays beside them.
        bool const runs = p.line.align == style::Align::Justify || p.line.align == style::Align::Start;
        bool const one_line = natural != known.end() && most <= inner;
        if (block.look == TableLook::Ruled && runs && !one_line && inner > p.line.size * kSensibleWidth)
            measure = p.line.size * (inner / p.line.size);
        // In a narrow cell lines end with words and are not filled.
        if (block.look == TableLook::Ruled && !one_line && p.line.align == style::Align::Justify &&
            inner < p.line.size * kNarrowColumn) {
            auto own = std::make_unique<style::ParagraphBlock>(p);
            own->line.align = style::Align::Start;
            own->line.break_unit = style::BreakUnit::Phrase;
            out.paragraphs.push_back(add(*own, measure));
            material_.owned.push_back(std::move(own));
            continue;
        }
        if (cell.spread && one_line && utf8::count(p.text.text) > 1) {
            Length const target = std::min(inner, in_head ? std::max(most, p.line.size * kShortHead) : spread[cell.column]);
            auto own = std::make_unique<style::ParagraphBlock>(p);
            own->line.align = style::Align::Spread;
            out.at = in_head ? pad + (inner - target) / 2 : pad;
            out.paragraphs.push_back(add(*own, target));
            material_.owned.push_back(std::move(own));
            continue;
        }
        out.paragraphs.push_back(add(p, measure));
    }
    return out;
}

void Builder::say_again(CellDraft& cell) {
    if (cell.paragraphs.empty()) return;
    SetParagraph const& last = set(cell.paragraphs.back());
    if (last.source->text.runs.empty()) return;
    auto own = std::make_unique<style::ParagraphBlock>(*last.source);
    style::append_plain(own->text, layout_.tables.joined, last.source->text.runs.back().style);
    cell.again = cell.paragraphs;
    cell.again.back() = add(*own, last.measure);
    material_.owned.push_back(std::move(own));
}

// Before its lines are set, as if all of them were solid.
Length Builder::estimated_height(TableDraft const& draft, std::map<Cell const*, CellWidth> const& known) const {
    TableBlock const& block = *draft.block;
    Length const pad = side_padding(block, layout_);
    Length out = block.caption ? block.caption->pitch + layout_.figures.caption_gap : Length{};
    for (auto const* const part : {&block.head, &block.rows})
        for (auto const& row : *part) {
            Length most;
            for (Cell const& cell : row.cells) {
                std::size_t const last = std::min<std::size_t>(cell.column + cell.columns, draft.widths.size());
                if (cell.column >= last || cell.rows > 1) continue;
                Length const width = draft.starts[last - 1] + draft.widths[last - 1] - draft.starts[cell.column] - pad * 2;
                Length height;
                for (auto const& p : cell.paragraphs) {
                    auto const natural = known.find(&cell);
                    Length const length = cell.paragraphs.size() == 1 && natural != known.end()
                                              ? natural->second.most
                                              : p.line.size * static_cast<std::int64_t>(utf8::count(p.text.text));
                    Length const inner = p.line.size * std::max<std::int64_t>(1, width / p.line.size);
                    height += p.pitch * std::max<std::int64_t>(1, (length + inner - Length::from_units(1)) / inner);
                }
                most = std::max(most, height + block.style.leading.at(layout_.style(spec::Role::TableCell).size));
            }
            out += most;
        }
    for (auto const& note : block.notes)
        out += note.pitch;
    return out;
}

// A narrow table among vertical lines takes no more of the page than it needs, with its caption and its notes.
void Builder::fit_room(TableDraft& draft, bool parts) const {
    TableBlock const& block = *draft.block;
    Length need = draft.width;
    for (auto const* const caption : {block.caption ? &*block.caption : nullptr, parts && block.continued ? &*block.continued : nullptr})
        if (caption) {
            auto const letters = static_cast<std::int64_t>(utf8::count(caption->text.text));
            need = std::max(need, caption->line.size * (letters + 1));
        }
    if (!block.notes.empty()) need = std::max(need, layout_.style(spec::Role::TableNote).size * kLeastNote);
    if (need >= draft.room) return;
    draft.room = need;
    // Under a longer caption it begins with the caption.
    Length const at = block.style.centred && need == draft.width ? (draft.room - draft.width) / 2 : Length{};
    for (Length& start : draft.starts)
        start += at - draft.at;
    draft.at = at;
}

TableDraft Builder::draft_table(TableBlock const& block) {
    TableDraft draft;
    draft.block = &block;
    Size const area = frames_.area();
    auto const known = cell_widths(block);
    draft.spans = block.spans && !block.turned && frames_.count > 1;
    bool const in_tier = vertical() && !block.turned && frames_.count > 1 && !draft.spans;
    auto const make_columns = [&](bool trial) {
        // Among vertical lines its rows lie across them: no wider than the page, and, as a rule, than a tier is long.
        Length const along = draft.spans ? frames_.whole() : frames_.measure;
        draft.room = block.turned ? area.height : vertical() ? std::min(along, frames_.extent) : along;
        draft.extent = block.turned ? area.width : vertical() ? along : frames_.extent;
        draft_columns(draft, known, trial);
    };
    make_columns(in_tier);
    if (in_tier) { // one that a tier does not hold takes all of them
        draft.spans = estimated_height(draft, known) > frames_.measure;
        make_columns(false);
    }
    if (vertical() && !block.turned) fit_room(draft, estimated_height(draft, known) > draft.extent);
    std::vector<Length> spread(block.columns.size());
    for (auto const& row : block.rows)
        for (Cell const& cell : row.cells)
            if (auto const found = known.find(&cell); cell.spread && cell.columns == 1 && found != known.end())
                spread[cell.column] = std::max(spread[cell.column], found->second.most);
    auto rows = [&](std::vector<style::TableRow> const& source, std::vector<RowDraft>& out, bool in_head) {
        for (auto const& row : source) {
            auto& made = out.emplace_back();
            for (Cell const& cell : row.cells) {
                made.push_back(draft_cell(draft, cell, in_head, known, spread));
                if (cell.rows > 1 && !in_head && !layout_.tables.joined.empty()) say_again(made.back());
            }
        }
    };
    if (block.caption) draft.caption = add(*block.caption, draft.room);
    if (block.continued) draft.continued = add(*block.continued, draft.room);
    if (block.continues) draft.continues = add(*block.continues, draft.width);
    rows(block.head, draft.head, true);
    rows(block.rows, draft.rows, false);
    Length const notes =
        std::max(draft.width, std::min(draft.room, layout_.style(spec::Role::TableNote).size * kLeastNote));
    for (auto const& note : block.notes)
        draft.notes.push_back(add(note, notes));
    return draft;
}

} // namespace kumihan::flow
