#include "page/paginate.h"

#include "base/overloaded.h"

#include <algorithm>
#include <deque>

namespace kumihan::page {

using namespace flow;

namespace {

// The cursor on a page: all that a look-ahead must copy.
struct Cursor {
    Length end;          // of what was placed last
    Length after;        // room it asks for
    int lines_after = 0; // blank grid lines it asks for
    bool at_head = true;
    bool at_first = true; // nothing at all on the page, not even a moved figure
    std::vector<NoteId> notes;
};

class Paginator {
public:
    Paginator(Sequence const& sequence, Material const& material, spec::LayoutSpec const& layout)
        : sequence_(sequence), material_(material), layout_(layout), pitch_(layout.area.pitch),
          height_(layout.area.height()) {}

    SequencePlan run() {
        head_ = sequence_.start.head_odd;
        open_page();
        pages().back().opening = sequence_.has_opening;
        pages().back().recto = sequence_.start.kind == style::BreakKind::Recto;
        for (std::uint32_t i = 0; i < sequence_.items.size(); ++i)
            place(i);
        flush_floats();
        close_fill();
        close_page();
        return std::move(plan_);
    }

private:
    std::vector<PagePlan>& pages() { return plan_.pages; }

    // ---- room --------------------------------------------------------------------------------------------------

    Length notes_height(std::vector<NoteId> const& notes) const {
        if (notes.empty()) return {};
        Length sum = note_zone();
        for (NoteId const id : notes)
            sum += material_.notes[id.value].extent + note_gap();
        return sum - note_gap();
    }
    Length note_zone() const {
        return layout_.area.gap() + layout_.area.size.scaled(0.5);
    } // text to rule, rule to note
    Length note_gap() const { return layout_.style(spec::Role::Footnote).size.scaled(0.4); }

    Length limit(std::vector<NoteId> const& notes) const { return height_ - notes_height(notes); }

    // Notes of an item that the page does not hold yet.
    static void add_notes(std::vector<NoteId>& notes, std::vector<NoteId> const& more) {
        for (NoteId const id : more)
            if (std::find(notes.begin(), notes.end(), id) == notes.end()) notes.push_back(id);
    }

    Length grid_top(Cursor const& c, int lines_before) const {
        if (c.at_head) return {};
        Length const from = c.end + c.after;
        std::int64_t slot = from.units() <= 0 ? 0 : (from.units() + pitch_.units() - 1) / pitch_.units();
        slot += std::max(c.lines_after, lines_before);
        return pitch_ * slot;
    }
    Length free_top(Cursor const& c, Spacing const& spacing) const {
        if (c.at_head) return {};
        return c.end + std::max(c.after, spacing.before) + pitch_ * std::max(c.lines_after, spacing.lines_before);
    }

    Length box_top(Cursor const& c, Box const& box, Spacing const& spacing) const {
        if (box.slots > 0) return grid_top(c, spacing.lines_before);
        Length top = free_top(c, spacing);
        if (box.centre_leftover && !c.at_head) {
            Length const end = top + box.extent + spacing.after;
            std::int64_t const slot = (end.units() + pitch_.units() - 1) / pitch_.units();
            top += (pitch_ * slot - end) / 2;
            // At the foot of the page there is no next line to meet: stand on the frame instead of beyond it.
            if (top + box.extent > limit(c.notes)) top = std::max(free_top(c, spacing), limit(c.notes) - box.extent);
        }
        return top;
    }

    Length line_top(Cursor const& c, Text const& text, Spacing const& spacing, std::size_t line) const {
        if (line == 0 && !text.on_grid && !c.at_head)
            return std::max(free_top(c, spacing), c.end + text.pitch - text.size); // never closer than its own lines
        if (line == 0) return text.on_grid ? grid_top(c, spacing.lines_before) : Length{};
        if (c.at_head) return {};
        return text.on_grid ? grid_top(c, 0) : c.end + text.pitch - text.size;
    }

    // Height of a line in its slot: on the grid it takes the body's size whatever its own.
    Length line_extent(Text const& text) const { return text.on_grid ? layout_.area.size : text.size; }

    bool try_box(Cursor& c, Box const& box, Spacing const& spacing) const {
        std::vector<NoteId> notes = c.notes;
        add_notes(notes, box.notes);
        Cursor with = c;
        with.notes = notes;
        Length const top = box_top(with, box, spacing);
        if (top + box.extent > limit(notes)) return false;
        advance(c, top + box.extent, spacing);
        c.notes = std::move(notes);
        return true;
    }

    bool try_line(Cursor& c, Text const& text, Spacing const& spacing, std::size_t line, std::size_t count) const {
        auto const& set = material_.paragraphs[text.paragraph].current();
        Length const top = line_top(c, text, spacing, line);
        if (set[line].notes.empty() && c.notes.empty()) {
            if (top + line_extent(text) > height_) return false;
        } else {
            std::vector<NoteId> notes = c.notes;
            add_notes(notes, set[line].notes);
            if (top + line_extent(text) > limit(notes)) return false;
            c.notes = std::move(notes);
        }
        c.end = top + line_extent(text);
        c.after = {};
        c.lines_after = 0;
        c.at_head = c.at_first = false;
        if (line + 1 == count) {
            c.after = spacing.after;
            c.lines_after = spacing.lines_after;
        }
        return true;
    }

    static void advance(Cursor& c, Length end, Spacing const& spacing) {
        c.end = end;
        c.after = spacing.after;
        c.lines_after = spacing.lines_after;
        c.at_head = c.at_first = false;
    }

    // Would `needed` lines or boxes of what follows item `i` fit behind the cursor? Moved figures are no obstacle.
    bool followers_fit(Cursor c, std::uint32_t i, int needed) const {
        bool content = false; // something that is no head itself
        for (std::uint32_t k = i + 1; needed > 0 && k < sequence_.items.size(); ++k) {
            Item const& item = sequence_.items[k];
            bool stop = false, fits = true;
            std::visit(overloaded{
                           [&](Text const& text) {
                               std::size_t const count = material_.paragraphs[text.paragraph].current().size();
                               // Two lines of a paragraph that has three are as good as all of it: its last line
                               // must not be alone on the next page.
                               std::size_t wanted = std::min(static_cast<std::size_t>(needed), count);
                               if (count == wanted + 1 && count > 1) wanted = count;
                               for (std::size_t line = 0; line < wanted && fits; ++line)
                                   fits = try_line(c, text, item.spacing, line, count);
                               needed -= static_cast<int>(wanted);
                               if (count <= wanted) needed = std::max(needed, item.spacing.keep_next);
                               content = true;
                           },
                           [&](Box const& box) {
                               if (box.may_float) {
                                   try_box(c, box, item.spacing); // takes its room here, or moves on
                                   return;
                               }
                               // What little stood under the head has ended: the next head keeps its own.
                               stop = box.is_heading && content;
                               if (stop) return;
                               fits = try_box(c, box, item.spacing);
                               needed = std::max(needed - 1, item.spacing.keep_next);
                               content = content || !box.is_heading;
                           },
                           [&](CoverPage const&) { stop = true; },
                           [&](PageBreak const&) { stop = true; },
                           [](Fill const&) {},
                           [](Mark const&) {},
                       },
                       item.what);
            if (!fits) return false;
            if (stop) return true;
        }
        return true;
    }

    // ---- pages -------------------------------------------------------------------------------------------------

    void open_page() {
        PagePlan page;
        page.head_odd = head_;
        page.furniture = sequence_.start.furniture;
        pages().push_back(std::move(page));
        cursor_ = Cursor{};
        fill_from_.reset();
        add_notes(cursor_.notes, carried_notes_);
        carried_notes_.clear();
    }

    void close_page() {
        pages().back().notes = cursor_.notes;
        if (!cursor_.notes.empty()) pages().back().notes_top = height_ - notes_height(cursor_.notes) + note_zone();
    }

    void new_page() {
        close_fill();
        close_page();
        open_page();
        // Figures that waited stand at the head, in their order.
        while (!floats_.empty()) {
            Item const& item = sequence_.items[floats_.front()];
            Box const& box = std::get<Box>(item.what);
            Cursor c = cursor_;
            if (!try_box(c, box, item.spacing) && !cursor_.at_first) break;
            put_box(floats_.front());
            floats_.pop_front();
        }
    }

    void put_box(std::uint32_t i, bool repeated = false) {
        Item const& item = sequence_.items[i];
        Box const& box = std::get<Box>(item.what);
        add_notes(cursor_.notes, box.notes);
        Length const top = box_top(cursor_, box, item.spacing);
        pages().back().placed.push_back({i, 0, 0, top, repeated});
        advance(cursor_, top + box.extent, item.spacing);
    }

    void flush_floats() {
        while (!floats_.empty()) {
            Item const& item = sequence_.items[floats_.front()];
            Cursor c = cursor_;
            if (try_box(c, std::get<Box>(item.what), item.spacing) || cursor_.at_first) {
                put_box(floats_.front());
                floats_.pop_front();
            } else {
                new_page();
            }
        }
    }

    void close_fill() {
        if (!fill_from_ || pages().empty()) return;
        Length const room = limit(cursor_.notes) - cursor_.end;
        if (room > Length{})
            for (std::size_t k = *fill_from_; k < pages().back().placed.size(); ++k)
                pages().back().placed[k].top += room;
        fill_from_.reset();
    }

    // ---- items -------------------------------------------------------------------------------------------------

    void place(std::uint32_t i) {
        Item const& item = sequence_.items[i];
        std::visit(overloaded{
                       [&](Text const& text) {
                           table_heads_.clear();
                           place_text(i, item, text);
                       },
                       [&](Box const& box) { place_box(i, item, box); },
                       [&](CoverPage const&) {
                           if (!cursor_.at_first) new_page();
                           pages().back().placed.push_back({i, 0, 0, {}, false});
                           pages().back().cover = true;
                           cursor_.at_first = cursor_.at_head = false;
                           cursor_.end = height_;
                       },
                       [&](PageBreak const& page_break) {
                           flush_floats();
                           if (!cursor_.at_first) new_page();
                           if (page_break.kind == style::BreakKind::Recto) pages().back().recto = true;
                       },
                       [&](Fill const&) {
                           flush_floats();
                           fill_from_ = pages().back().placed.size();
                       },
                       [&](Mark const& mark) { head_ = mark.head.empty() ? sequence_.start.head_odd : mark.head; },
                   },
                   item.what);
    }

    void place_box(std::uint32_t i, Item const& item, Box const& box) {
        if (!box.table_row && !box.table_head) table_heads_.clear();
        Cursor c = cursor_;
        bool const fits = try_box(c, box, item.spacing) && followers_fit(c, i, item.spacing.keep_next);
        if (box.may_float && (!floats_.empty() || (!fits && !cursor_.at_first))) {
            floats_.push_back(i);
            return;
        }
        if (!fits && !cursor_.at_first) {
            // A moved figure may already stand at the head; then the box must really not fit before it goes on.
            new_page();
            Cursor again = cursor_;
            if (!cursor_.at_first && !try_box(again, box, item.spacing)) new_page();
            if (box.table_row)
                for (std::uint32_t const head : table_heads_)
                    put_box(head, true);
        }
        if (box.table_head) table_heads_.push_back(i);
        if (box.is_heading && pages().back().placed.empty()) pages().back().head_odd = head_;
        put_box(i);
    }

    void place_text(std::uint32_t i, Item const& item, Text const& text) {
        auto const& lines = material_.paragraphs[text.paragraph].current();
        std::size_t const count = lines.size();
        std::size_t begin = 0;
        for (std::size_t line = 0; line < count; ++line) {
            Cursor c = cursor_;
            bool fits = try_line(c, text, item.spacing, line, count);
            if (fits && line + 1 == count && item.spacing.keep_next > 0)
                fits = followers_fit(c, i, item.spacing.keep_next);
            if (fits && line + 2 == count && text.push_penultimate) {
                Cursor next = c;
                if (!try_line(next, text, item.spacing, line + 1, count)) fits = false;
            }
            if (!fits && cursor_.at_first && !lines[line].notes.empty()) {
                // Notes taller than a page: the mark stays, the notes go on to the next page.
                carried_notes_ = lines[line].notes;
                c = cursor_;
                c.end = line_extent(text);
                c.at_head = c.at_first = false;
                fits = true;
            } else if (!fits && cursor_.at_first) {
                fits = true; // keeps that can not be met anywhere
            }
            if (!fits) {
                put_lines(i, begin, line);
                begin = line;
                new_page();
                if (line > 0 && line + 1 == count && cursor_.at_first)
                    plan_.widows.push_back({static_cast<std::uint32_t>(pages().size() - 1), i, text.paragraph});
                --line; // again on the new page
                continue;
            }
            if (line == begin) first_top_ = line_top(cursor_, text, item.spacing, line);
            cursor_ = std::move(c);
        }
        put_lines(i, begin, count);
    }

    void put_lines(std::uint32_t i, std::size_t begin, std::size_t end) {
        if (begin == end) return;
        pages().back().placed.push_back(
            {i, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), first_top_, false});
    }

    Sequence const& sequence_;
    Material const& material_;
    spec::LayoutSpec const& layout_;
    Length pitch_, height_;
    SequencePlan plan_;
    Cursor cursor_;
    std::string head_;
    std::deque<std::uint32_t> floats_;
    std::vector<std::uint32_t> table_heads_;
    std::vector<NoteId> carried_notes_;
    std::optional<std::size_t> fill_from_;
    Length first_top_;
};

} // namespace

SequencePlan paginate(Sequence const& sequence, Material const& material, spec::LayoutSpec const& layout) {
    return Paginator(sequence, material, layout).run();
}

} // namespace kumihan::page
