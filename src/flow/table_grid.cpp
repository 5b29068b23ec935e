// Rows of a table as boxes (15.2): heights with cells that span several rows, tints, rules and text. Rows that a cell
// joins stand in one box as long as that is not half a page.
#include "base/overloaded.h"
#include "flow/draft.h"

#include <algorithm>

namespace kumihan::flow {

using style::Cell;

namespace {

constexpr double kTallGroup = 0.5; // of a page: rows that a cell joins may part when they are higher
constexpr double kContinuesGap = 0.4; // em between the closing rule and 「つづく」

// Its lines stand a second time among `again`, as artifacts.
void repeat(Box& text, std::vector<Piece>& again) {
    for (Piece& piece : text.pieces)
        if (auto* const line = std::get_if<LinePiece>(&piece)) {
            line->use = LinePiece::Use::First;
            again.push_back(*line);
            std::get<LinePiece>(again.back()).use = LinePiece::Use::Again;
        }
}

void shift(Box& box, Length along, Length across) {
    for (Piece& piece : box.pieces)
        std::visit(overloaded{
                       [&](LinePiece& line) {
                           line.at += along;
                           line.baseline += across;
                       },
                       [&](auto& other) {
                           other.at += along;
                           other.top += across;
                       },
                   },
                   piece);
}

} // namespace

// What readings and dots over the first lines of a row need above the padding, so that no rule strikes through them.
Length Builder::ruby_room(RowDraft const& row, Length pad) const {
    Length most;
    for (CellDraft const& one : row) {
        if (one.paragraphs.empty()) continue;
        SetParagraph const& first = set(one.paragraphs.front());
        if (first.current().empty()) continue;
        std::uint32_t const end = first.current().front().text_end;
        Length const half = first.source->line.size / 2;
        style::StyledText const& text = first.source->text;
        for (style::RubyMark const& ruby : text.ruby)
            if (!ruby.below && ruby.begin < end) most = std::max(most, ruby.size > Length{} ? ruby.size : half);
        for (style::DotsMark const& dots : text.dots)
            if (dots.begin < end) most = std::max(most, dots.size > Length{} ? dots.size : half);
    }
    // Clear of the rule by a quarter of what stands there.
    return most > Length{} ? std::max(Length{}, most.scaled(1.25) - pad) : Length{};
}

// The rows of the heads are one box; those of the body one each, or one for all that a cell joins.
GridRows Builder::grid_boxes(TableDraft const& draft, std::vector<RowDraft> const& rows, bool head) const {
    style::TableBlock const& block = *draft.block;
    spec::TableStyle const& look = block.style;
    std::size_t const count = rows.size(), columns = draft.widths.size();
    GridRows out;
    std::vector<Box>& boxes = out.boxes;
    if (count == 0 || columns == 0) return out;
    Length const pad = look.leading.at(layout_.style(spec::Role::TableCell).size);

    // Texts of the cells, each from the head of its row, and the heights of the rows.
    struct Placed {
        CellDraft const* draft;
        Box text;
        std::size_t row, rows;
    };
    std::vector<Placed> cells;
    std::vector<Length> heights(count, pad * 2);
    for (std::size_t r = 0; r < count; ++r) {
        Length const head_room = pad + ruby_room(rows[r], pad);
        for (CellDraft const& one : rows[r]) {
            if (one.cell->column >= columns) continue;
            Placed made{&one, {}, r, std::min<std::size_t>(one.cell->rows, count - r)};
            Length const at = draft.starts[one.cell->column] + one.at;
            made.text.extent = stack(one.paragraphs, at, head_room, made.text) + pad;
            if (made.rows == 1) heights[r] = std::max(heights[r], made.text.extent);
            cells.push_back(std::move(made));
        }
    }
    auto const height_of = [&](std::size_t begin, std::size_t end) {
        Length sum;
        for (std::size_t r = begin; r < end; ++r)
            sum += heights[r];
        return sum;
    };
    std::vector<std::size_t> last_joined(count); // the last row that a cell joins to this one
    for (std::size_t r = 0; r < count; ++r)
        last_joined[r] = r;
    for (Placed const& one : cells) {
        if (one.rows == 1) continue;
        Length const have = height_of(one.row, one.row + one.rows);
        if (one.text.extent > have) heights[one.row + one.rows - 1] += one.text.extent - have;
        last_joined[one.row] = std::max(last_joined[one.row], one.row + one.rows - 1);
    }

    // Which column edges and row edges lie within a cell.
    std::vector<std::vector<bool>> inside_row(count, std::vector<bool>(columns)), inside_column = inside_row;
    for (Placed const& one : cells) {
        std::size_t const right = std::min<std::size_t>(one.draft->cell->column + one.draft->cell->columns, columns);
        for (std::size_t r = one.row; r < one.row + one.rows; ++r)
            for (std::size_t c = one.draft->cell->column; c < right; ++c) {
                inside_row[r][c] = r + 1 < one.row + one.rows; // nothing is drawn below
                inside_column[r][c] = c + 1 < right;           // nor behind
            }
    }

    // Groups of rows: [begin, end) make one box.
    std::vector<std::pair<std::size_t, std::size_t>> groups;
    for (std::size_t r = 0; r < count;) {
        std::size_t end = r + 1;
        for (std::size_t k = r; k < end; ++k)
            end = std::max(end, last_joined[k] + 1);
        if (head) end = count;
        if (!head && end > r + 1 && height_of(r, end) > draft.extent.scaled(kTallGroup))
            for (; r < end; ++r)
                groups.emplace_back(r, r + 1);
        else
            groups.emplace_back(r, end);
        r = end;
    }

    std::vector<std::size_t> group_of(count);
    for (std::size_t k = 0; k < groups.size(); ++k)
        std::fill(group_of.begin() + static_cast<std::ptrdiff_t>(groups[k].first),
                  group_of.begin() + static_cast<std::ptrdiff_t>(groups[k].second), k);
    out.keeps.resize(groups.size());

    auto next = cells.begin();
    std::vector<Placed*> over; // cells that reach over the end of their group
    for (auto const& group : groups) {
        std::size_t const begin = group.first, end = group.second;
        Box box;
        Length top;
        std::erase_if(over, [&](Placed const* one) { return one->row + one->rows <= begin; });
        for (Placed* const one : over) { // once more, where the page begins here
            Length const room = height_of(begin, one->row + one->rows);
            Box again;
            if (!one->draft->again.empty()) {
                again.extent = stack(one->draft->again, draft.starts[one->draft->cell->column] + one->draft->at, pad, again) + pad;
                if (again.extent <= room) {
                    repeat(again, box.joined);
                    continue;
                }
            }
            if (one->text.extent <= room) repeat(one->text, box.joined);
        }
        for (std::size_t r = begin; r < end; ++r) {
            std::vector<Placed*> here;
            if (r == begin) here = over;
            for (; next != cells.end() && next->row == r; ++next) {
                here.push_back(&*next);
                if (r + next->rows > end) over.push_back(&*next);
            }
            std::sort(here.begin(), here.end(), [](Placed const* a, Placed const* b) {
                return a->draft->cell->column < b->draft->cell->column;
            });
            // Tints: cells side by side of one colour and height make one field, so that no seam shows.
            struct Field {
                Length at, width, height;
                Color color;
            };
            std::vector<Field> fields;
            for (Placed const* const it : here) {
                Cell const& cell = *it->draft->cell;
                std::optional<Color> tint;
                if (head)
                    tint = look.head_tint;
                else if (cell.head && look.stub_tint)
                    tint = look.stub_tint;
                else if (r % 2 == 1 && it->rows == 1)
                    tint = look.stripe_tint;
                if (!tint) continue;
                std::size_t const right = std::min<std::size_t>(cell.column + cell.columns, columns) - 1;
                Length const at = draft.starts[cell.column];
                Length const width = draft.starts[right] + draft.widths[right] - at;
                Length const height = height_of(r, std::min(end, it->row + it->rows));
                if (!fields.empty() && fields.back().color == *tint && fields.back().height == height &&
                    fields.back().at + fields.back().width == at)
                    fields.back().width += width;
                else
                    fields.push_back({at, width, height, *tint});
            }
            box.tinted = box.tinted || !fields.empty();
            for (Field const& field : fields)
                box.pieces.push_back(RulePiece{field.at, top, field.width, field.height, field.color, true});
            top += heights[r];
        }
        box.extent = top;

        // Rules, over the tints. Those across first.
        bool const first_of_all = begin == 0 && (head || draft.head.empty());
        bool const last_of_all = end == count && (!head || draft.rows.empty());
        if (first_of_all && look.top > Length{})
            box.pieces.push_back(RulePiece{draft.at, {}, draft.width, look.top, look.color});
        top = {};
        for (std::size_t r = begin; r < end; ++r) {
            top += heights[r];
            bool const closes = last_of_all && r + 1 == end;
            bool const under_head = head && r + 1 == count;
            Length const thick = closes ? look.bottom : under_head ? look.head : look.rows;
            Color const color = closes || under_head ? look.color : look.light_color;
            if (thick == Length{}) continue;
            for (std::size_t c = 0; c < columns;) {
                if (inside_row[r][c]) {
                    ++c;
                    continue;
                }
                std::size_t right = c;
                while (right < columns && !inside_row[r][right])
                    ++right;
                box.pieces.push_back(RulePiece{draft.starts[c], top - thick,
                                               draft.starts[right - 1] + draft.widths[right - 1] - draft.starts[c],
                                               thick, color});
                c = right;
            }
        }
        // Those down: one for all rows of the box in which nothing spans the edge.
        for (std::size_t c = 0; c + 1 < columns; ++c) {
            bool const stub = c + 1 == block.head_columns && look.stub > Length{};
            Length const thick = stub ? look.stub : look.columns;
            if (thick == Length{}) continue;
            top = {};
            for (std::size_t r = begin; r < end;) {
                Length const from = top;
                while (r < end && !inside_column[r][c])
                    top += heights[r++];
                if (top > from)
                    box.pieces.push_back(RulePiece{draft.starts[c + 1] - thick / 2, from, thick, top - from,
                                                   stub ? look.color : look.light_color});
                while (r < end && inside_column[r][c])
                    top += heights[r++];
            }
        }
        if (look.sides > Length{})
            for (Length const at : {draft.at, draft.at + draft.width - look.sides})
                box.pieces.push_back(RulePiece{at, {}, look.sides, box.extent, look.color});
        boxes.push_back(std::move(box));
    }

    // The texts, in the order of the rows.
    std::size_t group = 0;
    Length top;
    std::size_t row = 0;
    for (Placed& one : cells) {
        while (row < one.row) {
            top += heights[row++];
            if (row >= groups[group].second) {
                ++group;
                top = {};
            }
        }
        Length down = top;
        Length const have = height_of(one.row, one.row + one.rows);
        bool const whole = one.row + one.rows <= groups[group].second;
        bool const tall = one.rows > 1 || one.draft->cell->head;
        if (look.middle && whole && tall) down += (have - one.text.extent) / 2;
        Length along;
        if (one.draft->cell->decimal && !one.text.pieces.empty()) along = point_shift(draft, *one.draft);
        shift(one.text, along, down);
        Box& box = boxes[group];
        for (Piece& piece : one.text.pieces)
            box.pieces.push_back(std::move(piece));
        box.notes.insert(box.notes.end(), one.text.notes.begin(), one.text.notes.end());
    }
    for (Placed const& one : cells)
        if (one.rows > 1)
            for (std::size_t const r : {one.row, one.row + one.rows - 2})
                if (std::size_t const k = group_of[r]; k != group_of[r + 1]) out.keeps[k] = 1;
    return out;
}

namespace {

struct Halves {
    Length before, after; // of the point
};

// The room that a set figure takes before and after its decimal point.
Halves halves(SetParagraph const& paragraph) {
    Halves out;
    if (paragraph.current().empty()) return out;
    line::SetLine const& line = paragraph.current().front();
    Length const end = line.end - line.begin;
    out.before = end;
    std::size_t const point = decimal_point(paragraph.source->text.text);
    std::size_t text = line.text_begin;
    for (line::GlyphRun const& run : line.runs) {
        for (line::GlyphAt const& glyph : run.glyphs)
            if (text + glyph.text >= point) {
                out.before = run.at + Length::from_units(glyph.at) - line.begin;
                out.after = end - out.before;
                return out;
            }
        text += run.text.size();
    }
    return out;
}

} // namespace

void Builder::place_points(TableDraft& draft) const {
    std::fill(draft.points.begin(), draft.points.end(), TableDraft::Point{});
    for (auto const& row : draft.rows)
        for (CellDraft const& one : row) {
            if (!one.cell->decimal || one.paragraphs.empty()) continue;
            Halves const own = halves(set(one.paragraphs.front()));
            auto& point = draft.points[one.cell->column];
            point.before = std::max(point.before, own.before);
            point.after = std::max(point.after, own.after);
        }
}

// From the start of the cell's text: the column of figures stands in the middle of its column, point under point. Where
// there is no room for that, the figures end together.
Length Builder::point_shift(TableDraft const& draft, CellDraft const& cell) const {
    SetParagraph const& paragraph = set(cell.paragraphs.front());
    Halves const own = halves(paragraph);
    auto const& point = draft.points[cell.cell->column];
    Length const inner = draft.widths[cell.cell->column] - cell.at * 2;
    if (point.before + point.after > inner) return std::max(Length{}, inner - own.before - own.after);
    return (inner - point.before - point.after) / 2 + point.before - own.before;
}

// What stands around a break: the caption again with 「（つづき）」 and the heads, and 「つづく」 under a closing rule.
TableRun Builder::table_run(TableDraft const& draft, Box const* head) const {
    style::TableBlock const& block = *draft.block;
    TableRun run;
    auto again = [](Box& box) {
        for (Piece& piece : box.pieces)
            if (auto* const line = std::get_if<LinePiece>(&piece)) line->use = LinePiece::Use::Again;
        box.notes.clear();
    };
    if (draft.continued) {
        run.head.extent = stack(*draft.continued, caption_at(draft, *draft.continued), {}, run.head);
        run.head.extent += layout_.figures.caption_gap;
    }
    if (head) {
        Box rows = *head;
        shift(rows, {}, run.head.extent);
        run.head.pieces.insert(run.head.pieces.end(), rows.pieces.begin(), rows.pieces.end());
        run.head.tinted = head->tinted;
        run.head.extent += head->extent;
    }
    again(run.head);
    if (block.look != style::TableLook::Ruled) return run;
    // The closing rule lies over the one between the rows.
    if (block.style.bottom > Length{})
        run.foot.pieces.push_back(
            RulePiece{draft.at, -block.style.bottom, draft.width, block.style.bottom, block.style.color});
    if (draft.continues) {
        Length const gap = Em::of(kContinuesGap).at(set(*draft.continues).source->line.size);
        run.foot.extent = stack(*draft.continues, draft.at, gap, run.foot);
    }
    again(run.foot);
    return run;
}

// A caption of one line begins with the table, as far as the measure permits.
Length Builder::caption_at(TableDraft const& draft, ParagraphIndex caption) const {
    auto const& lines = set(caption).current();
    if (lines.size() != 1) return {};
    return std::max(Length{}, std::min(draft.at, draft.room - lines.front().fit.set));
}

} // namespace kumihan::flow
