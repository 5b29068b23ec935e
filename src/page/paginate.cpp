#include "page/paginate.h"

#include "base/overloaded.h"
#include "page/room.h"

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

namespace kumihan::page {

using namespace flow;

namespace {

constexpr std::int64_t kLeastBetween = 4; // lines

// The next thing to place.
struct Position {
    std::uint32_t item = 0, line = 0;
};

class Paginator {
public:
    Paginator(Sequence const& sequence, Material const& material, spec::LayoutSpec const& layout, bool recto)
        : sequence_(sequence), material_(material), room_(sequence, material, layout), starts_recto_(recto),
          frames_(sequence.frames) {}

    SequencePlan run() {
        head_ = sequence_.start.head_odd;
        open_page({});
        page().opening = sequence_.has_opening;
        page().recto = sequence_.start.kind == style::BreakKind::Recto;
        auto const count = static_cast<std::uint32_t>(sequence_.items.size());
        for (std::uint32_t i = 0; i < count; ++i)
            place(i);
        end_wrap({count, 0});
        flush_floats(count);
        flush_waiting(count);
        balance(count, true);
        close_fill();
        close_band();
        // Notes longer than the last page of their chapter
        while (!carried_notes_.empty()) {
            open_page({count, 0});
            close_band();
        }
        // A figure on a page of its own opened one more.
        if (plan_.pages.size() > 1 && page().placed.empty() && page().notes.empty()) plan_.pages.pop_back();
        for (auto const& [item, moved] : moved_)
            plan_.moved.push_back(moved);
        put_turned();
        return std::move(plan_);
    }

private:
    // The picture that lines stand beside, from its call in the text to the end of those lines.
    struct Beside {
        std::optional<std::uint32_t> item;
        std::uint32_t wrap = 0;
        bool stands = false;
        std::size_t skip = 0, left = 0; // lines before it, lines beside it
        Length end;                     // of the picture
    };

    // What changes while a page fills.
    struct State {
        Cursor cursor;
        int frame = 0;
        Length content_end; // of all frames of the band
        std::string head;
        std::deque<std::uint32_t> floats, waiting;
        std::vector<std::uint32_t> turned;
        std::vector<NotePart> carried_notes;
        std::optional<std::size_t> fill_from;
        Beside beside;
        std::vector<std::uint32_t> feet;
        Length foot_taken;
    };

    PagePlan& page() { return plan_.pages.back(); }
    Frames const& frames() const { return room_.band.frames; }
    Length column() const { return frames().at(frame_); }

    // ---- pages, bands, frames ----------------------------------------------------------------------------------------

    PagePlan empty_page() const {
        PagePlan page;
        page.head_odd = head_;
        page.furniture = sequence_.start.furniture;
        page.frames = frames_;
        return page;
    }

    // Turned tables have pages of their own, the next ones after their place in the text.
    void put_turned() {
        for (std::uint32_t const i : turned_) {
            auto const count = std::get<TurnedPages>(sequence_.items[i].what).pages.size();
            for (std::uint32_t k = 0; k < count; ++k) {
                plan_.pages.push_back(empty_page());
                page().placed.push_back({i, k, k + 1, {}, false, {}});
            }
        }
        turned_.clear();
    }

    void open_page(Position next) {
        new_page();
        begin_band(frames_, next);
    }

    // One frame over the whole area, with the figures over all columns that waited at its head.
    void new_page() {
        put_turned();
        plan_.pages.push_back(empty_page());
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
        room_.band = {one, {}, one.extent, one.extent, {}};
        frame_ = 0;
        cursor_ = std::move(cursor);
    }

    void open_band(Frames const& frames, Length begin, Position next) {
        room_.band = {frames, begin, frames.extent, frames.extent, {}};
        frame_ = 0;
        heads_ = 0;
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
        room_.band.taken = {};
        feet_.clear();
        beside_.end = {};
        if (carried_notes_.empty()) return;
        room_.carry_notes(cursor_, std::move(carried_notes_));
        carried_notes_.clear();
    }

    void close_frame() {
        content_end_ = std::max(content_end_, cursor_.end);
        auto const left = room_.rest_of_notes(cursor_);
        carried_notes_.insert(carried_notes_.end(), left.begin(), left.end());
        cursor_.waiting.clear();
        put_feet();
        if (cursor_.notes.empty()) return;
        NotesPlan notes;
        notes.top = room_.band.foot - room_.notes_height(cursor_.notes) + room_.note_zone();
        notes.at = column();
        notes.measure = frames().measure;
        notes.gap = room_.note_gap();
        notes.notes = std::move(cursor_.notes);
        cursor_.notes.clear();
        content_end_ = std::max(content_end_, room_.band.foot);
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
        while (!floats_.empty() && put_waiting(next)) {}
    }

    // No other frame has more room than this one: what does not fit here is let stand. A band that begins further down is
    // none such; the next page has longer frames.
    bool at_best() const { return cursor_.at_first && room_.band.begin == Length{}; }

    bool page_is_empty() { return page().placed.empty() && cursor_.at_first; }

    // The rest of the page stays free.
    void next_page(Position next) {
        close_fill();
        close_band();
        open_page(next);
    }

    // ---- columns that end are made equally long (13.6): the lowest band that holds them ---------------------------------

    State state() const {
        return {cursor_,        frame_,     content_end_, head_, floats_,         waiting_, turned_,
                carried_notes_, fill_from_, beside_,      feet_, room_.band.taken};
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
        turned_ = s.turned;
        carried_notes_ = s.carried_notes;
        fill_from_ = s.fill_from;
        beside_ = s.beside;
        feet_ = s.feet;
        room_.band.taken = s.foot_taken;
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
        // Something follows on the page: the notes stand below their text instead of at its foot.
        if (frames().count == 1 && !cursor_.notes.empty())
            room_.band.foot = std::min(frames().extent, cursor_.end + room_.notes_height(cursor_.notes));
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

    void put_box(std::uint32_t i) {
        Item const& item = sequence_.items[i];
        Box const& box = std::get<Box>(item.what);
        if (!box.notes.empty())
            room_.force_notes(cursor_, box.notes, room_.box_top(cursor_, box, item.spacing) + box.extent);
        Length const top = room_.box_top(cursor_, box, item.spacing);
        page().placed.push_back({i, 0, 0, top, false, column()});
        Room::advance(cursor_, top + box.extent, item.spacing);
    }

    // `i`: what comes next. No more text comes that could fill pages while figures wait.
    void flush_floats(std::uint32_t i) {
        while (!floats_.empty() && !overflow_) {
            if (has_own_page(floats_.front())) {
                if (trial_) return;
                if (!page_is_empty()) {
                    next_page({i, 0});
                    continue;
                }
                put_own_page(floats_.front(), {i, 0});
                floats_.pop_front();
            } else if (!put_waiting({i, 0})) {
                next_frame({i, 0});
            }
        }
    }

    // What waits for the next page, where there is none.
    void flush_waiting(std::uint32_t i) {
        while (!waiting_.empty()) {
            end_band(i);
            open_page({i, 0});
        }
    }

    // ---- figures that stand elsewhere than in their place (15.1) ---------------------------------------------------------

    document::FigurePlace place_of(std::uint32_t i) const {
        Box const& box = std::get<Box>(sequence_.items[i].what);
        return box.sheet ? box.sheet->place : document::FigurePlace::Auto;
    }
    bool has_own_page(std::uint32_t i) const {
        auto const place = place_of(i);
        return place == document::FigurePlace::Page || place == document::FigurePlace::Spread;
    }
    bool foot_taken() { return !feet_.empty() || page().bare_foot; }
    bool on_left_page() const { return (plan_.pages.size() % 2 == 1) != starts_recto_; }

    void wait(std::uint32_t i) {
        auto const here = static_cast<std::uint32_t>(plan_.pages.size() - 1);
        Moved moved;
        moved.item = i;
        moved.from = here;
        if (place_of(i) == document::FigurePlace::Here) moved.why = Moved::Why::Order;
        called_.emplace(i, moved);
        floats_.push_back(i);
    }
    // A page further on is no distance to speak of; pages of their own wait for a full one, for a left-hand page, and for
    // a spread before them.
    void arrived(std::uint32_t i) {
        auto const called = called_.find(i);
        if (called == called_.end()) return;
        Moved moved = called->second;
        moved.to = static_cast<std::uint32_t>(plan_.pages.size() - 1);
        std::uint32_t const near = has_own_page(i) ? 3 : 1;
        if (moved.to > moved.from + near || moved.why == Moved::Why::Order)
            moved_[i] = moved;
        else
            moved_.erase(i); // far only in a trial
    }

    // The first figure that waits, at the head or the foot of the frame at hand; false where it must go on waiting.
    bool put_waiting(Position next) {
        std::uint32_t const i = floats_.front();
        Item const& item = sequence_.items[i];
        Box const& box = std::get<Box>(item.what);
        if (has_own_page(i)) {
            if (!page_is_empty() || frame_ != 0 || trial_) return false;
            if (place_of(i) == document::FigurePlace::Spread && !on_left_page()) return false; // text fills this page first
            put_own_page(i, next);
        } else if (place_of(i) == document::FigurePlace::Bottom) {
            if (!keep_foot(i)) {
                if (!at_best() || trial_) return false;
                arrived(i);
                put_box(i);
            }
        } else {
            Cursor c = cursor_;
            if (foot_taken()) return false; // what stands there comes before it
            if (!room_.try_box(c, box, item.spacing) && (!at_best() || trial_)) return false;
            arrived(i);
            if (box.sheet && box.sheet->bleeds) page().bare_head = true;
            bool const at_head = page().placed.size() == heads_;
            put_box(i);
            if (at_head) {
                heads_ = page().placed.size();
                heads_end_ = cursor_.end;
            }
        }
        floats_.pop_front();
        return true;
    }

    // The page at hand, or it and the next one, is the figure's alone.
    void put_own_page(std::uint32_t i, Position next) {
        Sheet const& sheet = *std::get<Box>(sequence_.items[i].what).sheet;
        auto put = [&](std::uint32_t part) {
            page().placed.push_back({i, part, part, {}, false, {}});
            if (sheet.bleeds) page().furniture = false;
            carried_notes_ = std::exchange(cursor_.notes, {}); // they go on behind it
            auto const left = room_.rest_of_notes(cursor_);
            carried_notes_.insert(carried_notes_.end(), left.begin(), left.end());
            cursor_.waiting.clear();
            cursor_.at_first = cursor_.at_head = false;
            cursor_.end = frames().extent;
        };
        arrived(i);
        put(0);
        if (sheet.place == document::FigurePlace::Spread) {
            plan_.has_spread = true;
            page().verso = true;
            next_page(next);
            put(1);
        }
        next_page(next);
    }

    // Room at the foot of the frame; the figure stands there when the frame is full.
    bool keep_foot(std::uint32_t i) {
        Item const& item = sequence_.items[i];
        Box const& box = std::get<Box>(item.what);
        Length const needed = box.extent + std::max(item.spacing.before, frames().line_gap());
        Length const limit = room_.limit(cursor_.notes);
        if (cursor_.end + needed > limit) return false;
        // Between figures at the head and at the foot a few lines of text have room, or the one below waits.
        if (heads_ > 0 && limit - needed - heads_end_ < frames().pitch * kLeastBetween) return false;
        arrived(i);
        if (box.sheet->bleeds) { // the notes stand above it
            page().bare_foot = true;
            page().placed.push_back({i, 0, 0, room_.band.foot - box.extent, false, column()});
            room_.band.foot -= needed;
        } else {
            feet_.push_back(i);
            room_.band.taken += needed;
        }
        return true;
    }
    void put_feet() {
        Length end = room_.band.foot - room_.notes_height(cursor_.notes);
        for (auto i = feet_.rbegin(); i != feet_.rend(); ++i) {
            Item const& item = sequence_.items[*i];
            end -= std::get<Box>(item.what).extent;
            page().placed.push_back({*i, 0, 0, end, false, column()});
            end -= std::max(item.spacing.before, frames().line_gap());
        }
        if (!feet_.empty()) content_end_ = room_.band.foot;
        feet_.clear();
        room_.band.taken = {};
    }

    // To the head of the page that is already begun: what stands there moves down by whole lines.
    bool put_at_head(std::uint32_t i) {
        Item const& item = sequence_.items[i];
        Box const& box = std::get<Box>(item.what);
        bool const bleeds = box.sheet->bleeds;
        if (cursor_.at_first) {
            if (bleeds) page().bare_head = true;
            put_box(i);
            heads_ = page().placed.size();
            heads_end_ = cursor_.end;
            return true;
        }
        if (frames().count > 1 || room_.band.begin > Length{} || fill_from_ || page().opening || beside_.item) return false;
        if (bleeds && heads_ > 0) return false; // its place is the edge of the paper
        bool const first = heads_ == 0;
        Length const top = first ? Length{} : heads_end_ + std::max(item.spacing.before, item.spacing.after);
        Length const end = top + box.extent;
        Length const was = first ? Length{} : room_.next_slot(heads_end_ + item.spacing.after);
        Length const shift = room_.next_slot(end + item.spacing.after) - was;
        if (cursor_.end + shift > room_.limit(cursor_.notes)) return false;
        auto& placed = page().placed;
        for (std::size_t k = heads_; k < placed.size(); ++k)
            if (auto const* other = std::get_if<Box>(&sequence_.items[placed[k].item].what); other && other->sheet)
                return false; // a figure called for before it would stand below it
        if (bleeds) page().bare_head = true;
        for (std::size_t k = heads_; k < placed.size(); ++k)
            placed[k].top += shift;
        placed.insert(placed.begin() + static_cast<std::ptrdiff_t>(heads_), Placement{i, 0, 0, top, false, column()});
        ++heads_;
        heads_end_ = end;
        cursor_.end += shift;
        return true;
    }

    // False where the figure stands in the text.
    bool place_sheet(std::uint32_t i, Box const& box) {
        switch (box.sheet->place) {
        case document::FigurePlace::Auto:
            break;
        case document::FigurePlace::Here:
            if (floats_.empty()) break;
            wait(i);
            return true;
        case document::FigurePlace::Top:
            if (!floats_.empty() || foot_taken() || !put_at_head(i)) wait(i);
            return true;
        case document::FigurePlace::Bottom:
            if (!floats_.empty() || !keep_foot(i)) wait(i);
            return true;
        case document::FigurePlace::Page:
        case document::FigurePlace::Spread:
            wait(i);
            if (floats_.size() == 1 && !trial_) put_waiting({i + 1, 0});
            return true;
        }
        return false;
    }

    // ---- lines beside a picture (回り込み) ---------------------------------------------------------------------------------

    void begin_wrap(std::uint32_t i, Sheet const& sheet) {
        Wrap const& wrap = material_.wraps[*sheet.wrap];
        beside_ = {i, *sheet.wrap, false, wrap.skip, wrap.lines + (wrap.last_line_too ? 1 : 0), {}};
    }
    bool is_beside(ParagraphIndex paragraph) const {
        auto const& all = material_.wraps[beside_.wrap].paragraphs;
        return std::find(all.begin(), all.end(), paragraph) != all.end();
    }
    void ask(std::int64_t lines, bool last_line_too = false) {
        if (!trial_) plan_.wrap_asks.push_back({beside_.wrap, lines, last_line_too});
    }

    // Puts the picture at the head of a line; false where the page does not hold it with the lines beside it.
    bool stand_beside(Length top, std::uint32_t i, std::size_t line) {
        Box const& box = std::get<Box>(sequence_.items[*beside_.item].what);
        // With all the notes that its lines call.
        Cursor with = cursor_;
        bool fits = top + box.extent <= room_.limit(with.notes);
        if (!box.notes.empty()) fits = fits && room_.take_notes(with, box.notes, top + box.extent);
        std::size_t left = beside_.left;
        for (std::uint32_t k = i; k < sequence_.items.size() && left > 0; ++k, line = 0) {
            auto const* text = std::get_if<Text>(&sequence_.items[k].what);
            if (!text || !is_beside(text->paragraph)) break;
            auto const& lines = material_.paragraphs[text->paragraph].current();
            for (; line < lines.size() && left > 0; ++line, --left)
                if (fits && !lines[line].notes.empty()) fits = room_.take_notes(with, lines[line].notes, top + box.extent);
        }
        bool const out_of_turn = !floats_.empty() || foot_taken();
        if ((!fits || out_of_turn) && !cursor_.at_first) {
            Length const limit = room_.limit(cursor_.notes);
            if (top + frames().size <= limit) ask((limit - top - frames().size) / frames().pitch + 1);
            return false;
        }
        std::size_t const skipped = material_.wraps[beside_.wrap].skip;
        auto const above = static_cast<std::size_t>((top - room_.band.begin) / frames().pitch);
        if (skipped > 0 && above > 0 && above < skipped) ask(-static_cast<std::int64_t>(above));
        if (!box.notes.empty()) room_.force_notes(cursor_, box.notes, top + box.extent);
        page().placed.push_back({*beside_.item, 0, 0, top, false, column()});
        beside_.stands = true;
        beside_.end = top + box.extent;
        return true;
    }
    void line_placed() {
        if (!beside_.item) return;
        if (!beside_.stands) {
            if (beside_.skip > 0) --beside_.skip;
            return;
        }
        if (beside_.left > 0) --beside_.left;
        if (beside_.left > 0) return;
        Length const limit = room_.limit(cursor_.notes), next = cursor_.end + frames().pitch;
        if (next <= limit && next + frames().pitch > limit && !material_.wraps[beside_.wrap].last_line_too) ask(0, true);
        beside_ = {};
    }
    // What comes next does not stand beside the picture.
    void end_wrap(Position next) {
        if (!beside_.item) return;
        std::uint32_t const i = *beside_.item;
        Item const& item = sequence_.items[i];
        Box const& box = std::get<Box>(item.what);
        Beside const was = std::exchange(beside_, Beside{});
        if (was.stands) {
            if (was.end <= cursor_.end) return;
            cursor_.end = was.end;
            cursor_.after = std::max(cursor_.after, item.spacing.after);
            return;
        }
        Cursor c = cursor_; // its text ended before it could begin
        if (!room_.try_box(c, box, item.spacing) && !cursor_.at_first) next_frame(next);
        if (!overflow_) put_box(i);
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
        if (beside_.item) {
            auto const* text = std::get_if<Text>(&item.what);
            if (!text || !is_beside(text->paragraph)) end_wrap({i, line});
            if (overflow_) return;
        }
        if (item.spans && frames_.count > 1) return place_spanning(i);
        std::visit(overloaded{
                       [&](Text const& text) { place_text(i, item, text, line); },
                       [&](Box const& box) { place_box(i, item, box); },
                       [&](TurnedPages const&) { turned_.push_back(i); },
                       [&](CoverPage const&) {
                           if (!page_is_empty()) next_page({i, 0});
                           page().placed.push_back({i, 0, 0, {}, false, {}});
                           page().cover = true;
                           cursor_.at_first = cursor_.at_head = false;
                           cursor_.end = frames().extent;
                       },
                       [&](PageBreak const& page_break) {
                           flush_floats(i);
                           flush_waiting(i);
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

    // The table that goes on with item `i`.
    TableRun const* run_before(std::uint32_t i) const {
        auto const* const box = std::get_if<Box>(&sequence_.items[i].what);
        auto const* const before = i > 0 ? std::get_if<Box>(&sequence_.items[i - 1].what) : nullptr;
        return box && before && box->table && before->table == box->table ? &material_.tables[*box->table] : nullptr;
    }

    // Behind rows that stand together, at `c`, there must be room for what closes the part of a table, or for its end.
    bool part_can_close(Cursor c, std::uint32_t i) const {
        for (;; ++i) {
            Item const& item = sequence_.items[i];
            auto const* const box = std::get_if<Box>(&item.what);
            if (!box || box->may_float || !room_.try_box(c, *box, item.spacing)) return true; // not for this to say
            if (item.spacing.keep_next > 0 && i + 1 < sequence_.items.size()) continue;
            if (!box->table || box->last_row) return true;
            if (c.end + material_.tables[*box->table].foot.extent <= room_.limit(c.notes)) return true;
            Item const& next = sequence_.items[i + 1];
            auto const& last = std::get<Box>(next.what);
            return last.last_row && room_.try_box(c, last, next.spacing) &&
                   room_.followers_fit(c, i + 1, next.spacing.keep_next, false);
        }
    }

    void place_box(std::uint32_t i, Item const& item, Box const& box) {
        if (box.sheet && box.sheet->wrap) return begin_wrap(i, *box.sheet);
        if (box.sheet && place_sheet(i, box)) return;
        Cursor c = cursor_;
        bool const fits = room_.try_box(c, box, item.spacing) &&
                          room_.followers_fit(c, i, item.spacing.keep_next, !floats_.empty()) &&
                          (box.is_heading || box.may_float || part_can_close(cursor_, i));
        if (box.may_float && (!floats_.empty() || (box.sheet && foot_taken()) || (!fits && !at_best()))) {
            wait(i);
            return;
        }
        TableRun const* const run = run_before(i);
        bool begins = cursor_.at_first; // a part of its table: the band is set again from here
        if (!fits && !at_best()) {
            begins = true;
            if (run && !run->foot.pieces.empty())
                page().placed.push_back({i, 0, 0, cursor_.end, true, column(), Placement::Part::TableFoot});
            // A moved figure may already stand at the head; then the box must really not fit before it goes on.
            next_frame({i, 0});
            if (overflow_) return;
            Cursor again = cursor_;
            while (!at_best() && !room_.try_box(again, box, item.spacing)) {
                next_frame({i, 0});
                if (overflow_) return;
                again = cursor_;
            }
        }
        bool const first = cursor_.at_first;
        if (run && begins && run->head.extent > Length{}) {
            Length const top = room_.box_top(cursor_, run->head, item.spacing);
            page().placed.push_back({i, 0, 0, top, true, column(), Placement::Part::TableHead});
            Room::advance(cursor_, top + run->head.extent, {});
        }
        if (trial_ && first && cursor_.end + box.extent > room_.band.end) {
            overflow_ = true; // what fits nowhere is let stand, but not in a band that could be longer
            return;
        }
        if (box.is_heading && page().placed.empty()) page().head_odd = head_;
        put_box(i);
    }

    void place_text(std::uint32_t i, Item const& item, Text const& text, std::uint32_t from) {
        auto const& lines = material_.paragraphs[text.paragraph].current();
        std::size_t const count = lines.size();
        std::size_t begin = from;
        for (std::size_t line = from; line < count; ++line) {
            if (beside_.item && !beside_.stands && beside_.skip == 0 &&
                !stand_beside(room_.line_top(cursor_, text, item.spacing, line), i, line)) {
                put_lines(i, begin, line);
                begin = line;
                next_frame({i, static_cast<std::uint32_t>(line)});
                if (overflow_) return;
                --line; // again on the new page
                continue;
            }
            Cursor c = cursor_;
            bool const set = room_.try_line(c, text, item.spacing, line, count);
            bool fits = set;
            if (fits && line + 1 == count && item.spacing.keep_next > 0)
                fits = room_.followers_fit(c, i, item.spacing.keep_next, !floats_.empty());
            if (fits && line + 2 == count && text.push_penultimate) {
                Cursor next = c;
                fits = room_.try_line(next, text, item.spacing, line + 1, count) &&
                       room_.followers_fit(next, i, item.spacing.keep_next, !floats_.empty());
            }
            if (!fits && cursor_.at_first && trial_) {
                overflow_ = true;
                return;
            }
            if (!fits && at_best() && !lines[line].notes.empty()) {
                // Notes taller than a page: the mark stays, what does not fit goes over to the next page.
                c = cursor_;
                Length const end = room_.line_top(cursor_, text, item.spacing, line) + room_.line_extent(text);
                room_.force_notes(c, lines[line].notes, end);
                c.end = end;
                c.at_head = c.at_first = false;
                fits = true;
            } else if (!fits && at_best()) {
                fits = true; // keeps that can not be met anywhere
                if (!set) c.end = room_.line_top(cursor_, text, item.spacing, line) + room_.line_extent(text);
                c.at_head = c.at_first = false;
            }
            if (!fits) {
                put_lines(i, begin, line);
                begin = line;
                next_frame({i, static_cast<std::uint32_t>(line)});
                if (overflow_) return;
                if (line > 0 && line + 1 == count && cursor_.at_first) {
                    plan_.widows.push_back(
                        {static_cast<std::uint32_t>(plan_.pages.size() - 1), i, text.paragraph, frame_});
                    if (frame_ == 0) start_widows_ = plan_.widows.size(); // columns laid once more begin behind this break
                }
                --line; // again on the new page
                continue;
            }
            if (line == begin) first_top_ = room_.line_top(cursor_, text, item.spacing, line);
            cursor_ = std::move(c);
            line_placed();
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
    bool starts_recto_;
    Frames frames_; // of the text; the band's own differ while something spans them
    SequencePlan plan_;
    std::string head_;
    std::deque<std::uint32_t> floats_;
    std::deque<std::uint32_t> waiting_; // for the head of the next page: figures over all columns
    std::map<std::uint32_t, Moved> called_, moved_; // by item: where figures that wait were called, those that went far
    std::vector<std::uint32_t> feet_;               // figures for the foot of the frame
    std::size_t heads_ = 0;                         // of the things placed on the page, figures put at its head
    Length heads_end_;
    Beside beside_;
    std::vector<std::uint32_t> turned_; // tables that wait for their pages
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

SequencePlan paginate(Sequence const& sequence, Material const& material, spec::LayoutSpec const& layout, bool recto) {
    return Paginator(sequence, material, layout, recto).run();
}

} // namespace kumihan::page
