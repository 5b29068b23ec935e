#include "page/paginate.h"

#include "base/overloaded.h"
#include "page/room.h"

#include <algorithm>
#include <deque>

namespace kumihan::page {

using namespace flow;

namespace {

// The next thing to place.
struct Position {
    std::uint32_t item = 0, line = 0;
};

class Paginator {
public:
    Paginator(Sequence const& sequence, Material const& material, spec::LayoutSpec const& layout)
        : sequence_(sequence), material_(material), room_(sequence, material, layout), frames_(sequence.frames) {}

    SequencePlan run() {
        head_ = sequence_.start.head_odd;
        open_page({});
        page().opening = sequence_.has_opening;
        page().recto = sequence_.start.kind == style::BreakKind::Recto;
        auto const count = static_cast<std::uint32_t>(sequence_.items.size());
        for (std::uint32_t i = 0; i < count; ++i)
            place(i);
        flush_floats(count);
        flush_waiting();
        balance(count, true);
        close_fill();
        close_band();
        // Notes longer than the last page of their chapter
        while (!carried_notes_.empty()) {
            open_page({count, 0});
            close_band();
        }
        return std::move(plan_);
    }

private:
    // What changes while a page fills.
    struct State {
        Cursor cursor;
        int frame = 0;
        Length content_end; // of all frames of the band
        std::string head;
        std::deque<std::uint32_t> floats, waiting;
        std::vector<std::uint32_t> table_heads;
        std::vector<NotePart> carried_notes;
        std::optional<std::size_t> fill_from;
    };

    PagePlan& page() { return plan_.pages.back(); }
    Frames const& frames() const { return room_.band.frames; }
    Length column() const { return frames().at(frame_); }

    // ---- pages, bands, frames ----------------------------------------------------------------------------------------

    void open_page(Position next) {
        new_page();
        begin_band(frames_, next);
    }

    // One frame over the whole area, with the figures over all columns that waited at its head.
    void new_page() {
        PagePlan page;
        page.head_odd = head_;
        page.furniture = sequence_.start.furniture;
        page.frames = frames_;
        plan_.pages.push_back(std::move(page));
        fill_from_.reset();
        open_spanning({});
        while (!waiting_.empty()) {
            Item const& item = sequence_.items[waiting_.front()];
            Cursor c = cursor_;
            if (!cursor_.at_first && !room_.try_box(c, std::get<Box>(item.what), item.spacing)) break;
            put_box(waiting_.front());
            waiting_.pop_front();
        }
        content_end_ = cursor_.end;
    }

    void open_spanning(Cursor cursor) {
        Frames const one = spanning(frames_);
        room_.band = {one, {}, one.extent, one.extent};
        frame_ = 0;
        cursor_ = std::move(cursor);
    }

    void open_band(Frames const& frames, Length begin, Position next) {
        room_.band = {frames, begin, frames.extent, frames.extent};
        frame_ = 0;
        content_end_ = begin;
        open_frame();
        if (frames.count > 1) {
            start_ = next;
            start_page_ = page();
            start_state_ = state();
            start_widows_ = plan_.widows.size();
        }
    }

    void open_frame() {
        cursor_ = Cursor{};
        if (carried_notes_.empty()) return;
        room_.carry_notes(cursor_, std::move(carried_notes_));
        carried_notes_.clear();
    }

    void close_frame() {
        content_end_ = std::max(content_end_, cursor_.end);
        auto const left = room_.rest_of_notes(cursor_);
        carried_notes_.insert(carried_notes_.end(), left.begin(), left.end());
        cursor_.waiting.clear();
        if (cursor_.notes.empty()) return;
        NotesPlan notes;
        notes.top = room_.band.foot - room_.notes_height(cursor_.notes) + room_.note_zone();
        notes.at = column();
        notes.measure = frames().measure;
        notes.gap = room_.note_gap();
        notes.notes = std::move(cursor_.notes);
        cursor_.notes.clear();
        // A band that ends above the foot of the page ends below its notes.
        if (room_.band.foot < frames().extent) content_end_ = room_.band.foot;
        page().notes.push_back(std::move(notes));
    }

    void close_band() {
        close_frame();
        if (frames().count > 1 && frames().rule > Length{} && content_end_ > room_.band.begin)
            page().bands.push_back({frames(), room_.band.begin, content_end_});
    }

    void next_frame(Position next) {
        close_fill();
        if (frame_ + 1 < frames().count) {
            close_frame();
            ++frame_;
            open_frame();
        } else if (trial_) {
            overflow_ = true;
            return;
        } else {
            close_band();
            if (spanning_)
                new_page();
            else
                open_page(next);
        }
        // Figures that waited stand at the head, in their order.
        while (!floats_.empty()) {
            Item const& item = sequence_.items[floats_.front()];
            Cursor c = cursor_;
            if (!room_.try_box(c, std::get<Box>(item.what), item.spacing) && !cursor_.at_first) break;
            put_box(floats_.front());
            floats_.pop_front();
        }
    }

    bool page_is_empty() { return page().placed.empty() && cursor_.at_first; }

    // The rest of the page stays free.
    void next_page(Position next) {
        close_fill();
        close_band();
        open_page(next);
    }

    // ---- columns that end are made equally long (13.6): the lowest band that holds them ---------------------------------

    State state() const {
        return {cursor_, frame_, content_end_, head_, floats_, waiting_, table_heads_, carried_notes_, fill_from_};
    }
    void restore() {
        page() = start_page_;
        plan_.widows.resize(start_widows_);
        set_state(start_state_);
        overflow_ = false;
    }
    void set_state(State const& s) {
        cursor_ = s.cursor;
        frame_ = s.frame;
        content_end_ = s.content_end;
        head_ = s.head;
        floats_ = s.floats;
        waiting_ = s.waiting;
        table_heads_ = s.table_heads;
        carried_notes_ = s.carried_notes;
        fill_from_ = s.fill_from;
    }

    // Everything before item `end` that belongs to this band, once more, in so many lines. As a trial: false where that
    // needs another page.
    bool set_again(std::int64_t lines, std::uint32_t end, bool last, bool trial) {
        restore();
        Length const whole = frames().extent;
        room_.band.end = trial ? std::min(whole, room_.band.begin + frames().pitch * (lines - 1) + frames().size) : whole;
        room_.band.foot = last ? whole : room_.band.end;
        trial_ = trial;
        again_ = true;
        for (std::uint32_t i = start_.item; i < end && !overflow_; ++i)
            place(i, i == start_.item ? start_.line : 0);
        if (!overflow_) flush_floats(end);
        trial_ = again_ = false;
        return !overflow_;
    }

    // `last`: nothing else follows on the page, so its notes stand at its foot.
    void balance(std::uint32_t end, bool last) {
        if (frames().count == 1 || trial_ || page().placed.size() == start_page_.placed.size()) return;
        if (last && frames().mode == WritingMode::Vertical) return; // tiers just stop (J 2.3.2d)
        std::int64_t low = 1, high = (frames().extent - room_.band.begin - frames().size) / frames().pitch + 1;
        while (low < high) {
            std::int64_t const middle = (low + high) / 2;
            if (set_again(middle, end, last, true))
                high = middle;
            else
                low = middle + 1;
        }
        if (!set_again(high, end, last, true)) set_again(high, end, last, false);
    }

    // What follows item `i` in other frames begins below what the band holds.
    void end_band(std::uint32_t i) {
        flush_floats(i);
        balance(i, false);
        close_fill();
        close_band();
        Cursor below;
        below.end = content_end_;
        below.at_head = below.at_first = page().placed.empty();
        if (!below.at_head) {
            below.after = cursor_.after;
            below.lines_after = cursor_.lines_after;
        }
        cursor_ = below;
    }

    void begin_band(Frames const& frames, Position next) {
        Cursor const above = cursor_;
        if (above.at_head) return open_band(frames, {}, next);
        Length const begin = room_.next_slot(above.end + above.after) + frames.pitch * above.lines_after;
        carried_notes_.insert(carried_notes_.end(), cursor_.notes.begin(), cursor_.notes.end());
        // Less than two lines are no band.
        bool const too_low = begin + frames.pitch + frames.size > frames.extent;
        if (too_low && next.item < sequence_.items.size()) return open_page(next);
        open_band(frames, begin, next);
    }

    void place_spanning(std::uint32_t i) {
        Item const& item = sequence_.items[i];
        auto const* figure = std::get_if<Box>(&item.what);
        if (figure && !figure->may_float) figure = nullptr;
        if (figure && (again_ || !waiting_.empty())) return waiting_.push_back(i);
        if (figure) {
            // Where it does not fit below what the columns hold, they go on as they were.
            State before = state();
            PagePlan const page_before = page();
            auto const band_before = room_.band;
            std::size_t const widows_before = plan_.widows.size(), pages_before = plan_.pages.size();
            end_band(i);
            open_spanning(std::move(cursor_));
            Cursor c = cursor_;
            if (plan_.pages.size() == pages_before && !cursor_.at_first && !room_.try_box(c, *figure, item.spacing)) {
                page() = page_before;
                plan_.widows.resize(widows_before);
                set_state(std::move(before));
                room_.band = band_before;
                return waiting_.push_back(i);
            }
        } else {
            end_band(i);
            open_spanning(std::move(cursor_));
        }
        spanning_ = true;
        if (auto const* box = std::get_if<Box>(&item.what)) {
            Cursor c = cursor_;
            if (!cursor_.at_first &&
                !(room_.try_box(c, *box, item.spacing) &&
                  room_.followers_fit(c, i, item.spacing.keep_next, !floats_.empty())))
                new_page();
            if (box->is_heading && page().placed.empty()) page().head_odd = head_;
            put_box(i);
        } else if (auto const* text = std::get_if<Text>(&item.what)) {
            place_text(i, item, *text, 0);
        }
        spanning_ = false;
        content_end_ = cursor_.end;
        begin_band(frames_, {i + 1, 0});
    }

    // ---- items -----------------------------------------------------------------------------------------------------------

    void put_box(std::uint32_t i, bool repeated = false) {
        Item const& item = sequence_.items[i];
        Box const& box = std::get<Box>(item.what);
        // The marks of a head that is repeated were printed before, and their notes with them.
        if (!repeated && !box.notes.empty())
            room_.force_notes(cursor_, box.notes, room_.box_top(cursor_, box, item.spacing) + box.extent);
        Length const top = room_.box_top(cursor_, box, item.spacing);
        page().placed.push_back({i, 0, 0, top, repeated, column()});
        Room::advance(cursor_, top + box.extent, item.spacing);
    }

    // `i`: what comes next.
    void flush_floats(std::uint32_t i) {
        while (!floats_.empty() && !overflow_) {
            Item const& item = sequence_.items[floats_.front()];
            Cursor c = cursor_;
            if (room_.try_box(c, std::get<Box>(item.what), item.spacing) || cursor_.at_first) {
                put_box(floats_.front());
                floats_.pop_front();
            } else {
                next_frame({i, 0});
            }
        }
    }

    // What waits for the next page, where there is none.
    void flush_waiting() {
        while (!waiting_.empty()) {
            end_band(static_cast<std::uint32_t>(sequence_.items.size()));
            open_page({static_cast<std::uint32_t>(sequence_.items.size()), 0});
        }
    }

    void close_fill() {
        if (!fill_from_ || plan_.pages.empty()) return;
        Length const room = room_.limit(cursor_.notes) - cursor_.end;
        if (room > Length{})
            for (std::size_t k = *fill_from_; k < page().placed.size(); ++k)
                page().placed[k].top += room;
        fill_from_.reset();
    }

    void place(std::uint32_t i, std::uint32_t line = 0) {
        Item const& item = sequence_.items[i];
        if (item.spans && frames_.count > 1) return place_spanning(i);
        std::visit(overloaded{
                       [&](Text const& text) {
                           table_heads_.clear();
                           place_text(i, item, text, line);
                       },
                       [&](Box const& box) { place_box(i, item, box); },
                       [&](CoverPage const&) {
                           if (!page_is_empty()) next_page({i, 0});
                           page().placed.push_back({i, 0, 0, {}, false, {}});
                           page().cover = true;
                           cursor_.at_first = cursor_.at_head = false;
                           cursor_.end = frames().extent;
                       },
                       [&](PageBreak const& page_break) {
                           flush_floats(i);
                           flush_waiting();
                           balance(i, true);
                           if (!page_is_empty()) next_page({i + 1, 0});
                           if (page_break.kind == style::BreakKind::Recto) page().recto = true;
                       },
                       [&](NewFrames const& change) {
                           if (change.frames == frames_) return;
                           end_band(i);
                           frames_ = change.frames;
                           // One blank line says that the columns above have ended.
                           cursor_.lines_after = std::max(cursor_.lines_after, 1);
                           begin_band(frames_, {i + 1, 0});
                       },
                       [&](Fill const&) {
                           flush_floats(i);
                           fill_from_ = page().placed.size();
                       },
                       [&](Mark const& mark) { head_ = mark.head.empty() ? sequence_.start.head_odd : mark.head; },
                   },
                   item.what);
    }

    void place_box(std::uint32_t i, Item const& item, Box const& box) {
        if (!box.table_row && !box.table_head) table_heads_.clear();
        Cursor c = cursor_;
        bool const fits = room_.try_box(c, box, item.spacing) && room_.followers_fit(c, i, item.spacing.keep_next, !floats_.empty());
        if (box.may_float && (!floats_.empty() || (!fits && !cursor_.at_first))) {
            floats_.push_back(i);
            return;
        }
        if (!fits && !cursor_.at_first) {
            // A moved figure may already stand at the head; then the box must really not fit before it goes on.
            next_frame({i, 0});
            if (overflow_) return;
            Cursor again = cursor_;
            if (!cursor_.at_first && !room_.try_box(again, box, item.spacing)) next_frame({i, 0});
            if (overflow_) return;
            if (box.table_row)
                for (std::uint32_t const head : table_heads_)
                    put_box(head, true);
        }
        if (trial_ && cursor_.at_first && cursor_.end + box.extent > room_.band.end) {
            overflow_ = true; // what fits nowhere is let stand, but not in a band that could be longer
            return;
        }
        if (box.table_head) table_heads_.push_back(i);
        if (box.is_heading && page().placed.empty()) page().head_odd = head_;
        put_box(i);
    }

    void place_text(std::uint32_t i, Item const& item, Text const& text, std::uint32_t from) {
        auto const& lines = material_.paragraphs[text.paragraph].current();
        std::size_t const count = lines.size();
        std::size_t begin = from;
        for (std::size_t line = from; line < count; ++line) {
            Cursor c = cursor_;
            bool fits = room_.try_line(c, text, item.spacing, line, count);
            if (fits && line + 1 == count && item.spacing.keep_next > 0)
                fits = room_.followers_fit(c, i, item.spacing.keep_next, !floats_.empty());
            if (fits && line + 2 == count && text.push_penultimate) {
                Cursor next = c;
                if (!room_.try_line(next, text, item.spacing, line + 1, count)) fits = false;
            }
            if (!fits && cursor_.at_first && trial_) {
                overflow_ = true;
                return;
            }
            if (!fits && cursor_.at_first && !lines[line].notes.empty()) {
                // Notes taller than a page: the mark stays, what does not fit goes over to the next page.
                c = cursor_;
                Length const end = room_.line_top(cursor_, text, item.spacing, line) + room_.line_extent(text);
                room_.force_notes(c, lines[line].notes, end);
                c.end = end;
                c.at_head = c.at_first = false;
                fits = true;
            } else if (!fits && cursor_.at_first) {
                fits = true; // keeps that can not be met anywhere
            }
            if (!fits) {
                put_lines(i, begin, line);
                begin = line;
                next_frame({i, static_cast<std::uint32_t>(line)});
                if (overflow_) return;
                if (frame_ == 0 && line > 0 && line + 1 == count && cursor_.at_first)
                    plan_.widows.push_back({static_cast<std::uint32_t>(plan_.pages.size() - 1), i, text.paragraph});
                --line; // again on the new page
                continue;
            }
            if (line == begin) first_top_ = room_.line_top(cursor_, text, item.spacing, line);
            cursor_ = std::move(c);
        }
        put_lines(i, begin, count);
    }

    void put_lines(std::uint32_t i, std::size_t begin, std::size_t end) {
        if (begin == end) return;
        page().placed.push_back(
            {i, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), first_top_, false, column()});
    }

    Sequence const& sequence_;
    Material const& material_;
    Room room_;
    Frames frames_; // of the text; the band's own differ while something spans them
    SequencePlan plan_;
    std::string head_;
    std::deque<std::uint32_t> floats_;
    std::deque<std::uint32_t> waiting_; // for the head of the next page: figures over all columns
    std::vector<std::uint32_t> table_heads_;
    std::vector<NotePart> carried_notes_;
    std::optional<std::size_t> fill_from_;
    Cursor cursor_;
    int frame_ = 0;
    Length content_end_;
    Length first_top_;
    bool spanning_ = false; // what is placed spans the frames, on the next page too

    // The start of the band at hand, kept where it has several frames.
    Position start_;
    PagePlan start_page_;
    State start_state_;
    std::size_t start_widows_ = 0;
    // Set again: as a trial, which ends with `overflow_` where it needs another page, or for good.
    bool again_ = false, trial_ = false, overflow_ = false;
};

} // namespace

SequencePlan paginate(Sequence const& sequence, Material const& material, spec::LayoutSpec const& layout) {
    return Paginator(sequence, material, layout).run();
}

} // namespace kumihan::page
