#include "page/paginator.h"

#include <algorithm>

namespace kumihan::page {

SequencePlan Paginator::run() {
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

PagePlan Paginator::empty_page() const {
    PagePlan page;
    page.head_odd = head_;
    page.furniture = sequence_.start.furniture;
    page.frames = frames_;
    return page;
}

void Paginator::put_turned() {
    if (table_.active() || in_spread_) return;
    while (!turned_.empty()) {
        std::uint32_t const i = turned_.front();
        if ((!floats_.empty() && floats_.front() < i) || (!waiting_.empty() && waiting_.front() < i)) return;
        turned_.pop_front();
        auto const count = std::get<TurnedPages>(sequence_.items[i].what).pages.size();
        for (std::uint32_t k = 0; k < count; ++k) {
            plan_.pages.push_back(empty_page());
            page().placed.push_back({i, k, k + 1, {}, false, {}});
        }
    }
}

void Paginator::open_page(Position next) {
    new_page();
    begin_band(frames_, next);
}

void Paginator::new_page() {
    put_turned();
    plan_.pages.push_back(empty_page());
    fill_from_.reset();
    open_spanning({});
    while (!waiting_.empty() && !table_.active() && !in_spread_ && (floats_.empty() || waiting_.front() < floats_.front())) {
        Item const& item = sequence_.items[waiting_.front()];
        Cursor c = cursor_;
        if (!cursor_.at_first && !room_.try_box(c, std::get<Box>(item.what), item.spacing)) break;
        put_box(waiting_.front());
        waiting_.pop_front();
    }
    content_end_ = cursor_.end;
}

void Paginator::open_spanning(Cursor cursor) {
    Frames const one = spanning(frames_);
    room_.band = {one, {}, one.extent, one.extent, {}};
    frame_ = 0;
    cursor_ = std::move(cursor);
}

void Paginator::open_band(Frames const& frames, Length begin, Position next) {
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

void Paginator::open_frame() {
    cursor_ = Cursor{};
    room_.band.taken = {};
    feet_.clear();
    beside_.end = {};
    if (carried_notes_.empty()) return;
    room_.carry_notes(cursor_, std::move(carried_notes_));
    carried_notes_.clear();
}

void Paginator::close_frame() {
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

void Paginator::close_band() {
    close_frame();
    if (frames().count > 1 && frames().rule > Length{} && content_end_ > room_.band.begin)
        page().bands.push_back({frames(), room_.band.begin, content_end_});
}

void Paginator::next_frame(Position next) {
    if (table_.active()) next = table_.text;
    close_fill();
    frame_ends_beside();
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
    while (!floats_.empty() && !table_.active() && !overflow_ && put_waiting(next)) {}
}

void Paginator::next_page(Position next) {
    close_fill();
    close_band();
    open_page(next);
}

Paginator::State Paginator::state() const {
    return {cursor_,        frame_,     content_end_, head_, floats_,         waiting_, turned_,
            carried_notes_, fill_from_, beside_,      feet_, room_.band.taken, table_};
}

void Paginator::restore() {
    page() = start_page_;
    plan_.widows.resize(std::min(plan_.widows.size(), start_widows_));
    set_state(start_state_);
    heads_ = 0;
    overflow_ = false;
}

void Paginator::set_state(State const& s) {
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
    table_ = s.table;
}

bool Paginator::set_again(std::int64_t lines, std::uint32_t end, bool last, bool trial) {
    restore();
    Length const whole = frames().extent;
    room_.band.end = trial ? std::min(whole, room_.band.begin + frames().pitch * (lines - 1) + frames().size) : whole;
    room_.band.foot = last ? whole : room_.band.end;
    trial_ = trial;
    again_ = true;
    // What waited for this page still stands at its head, above the text.
    go_on_with_table();
    while (!floats_.empty() && !overflow_ && put_waiting(start_)) {}
    for (std::uint32_t i = start_.item; i < end && !overflow_; ++i)
        place(i, i == start_.item ? start_.line : 0);
    if (!overflow_) flush_floats(end);
    trial_ = again_ = false;
    return !overflow_;
}

void Paginator::balance(std::uint32_t end, bool last) {
    if (frames().count == 1 || trial_ || page().placed.size() == start_page_.placed.size()) return;
    if (last && frames().mode == WritingMode::Vertical) return; // tiers just stop (J 2.3.2d)
    std::int64_t const most = (frames().extent - room_.band.begin - frames().size) / frames().pitch + 1;
    std::int64_t low = 1, high = most;
    while (low < high) {
        std::int64_t const middle = (low + high) / 2;
        if (set_again(middle, end, last, true))
            high = middle;
        else
            low = middle + 1;
    }
    if (!set_again(high, end, last, true)) {
        set_again(high, end, last, false);
        return;
    }
    // A last line that would stand alone at the head of a column: a line or two more in each column, and the last of them
    // ends that much higher.
    constexpr std::int64_t kMore = 2;
    if (!has_bad_widow(high)) return;
    for (std::int64_t lines = high + 1; lines <= std::min(high + kMore, most); ++lines)
        if (set_again(lines, end, last, true) && !has_bad_widow(lines)) return;
    set_again(high, end, last, true);
}

bool Paginator::has_bad_widow(std::int64_t lines) const {
    return std::any_of(plan_.widows.begin() + static_cast<std::ptrdiff_t>(std::min(start_widows_, plan_.widows.size())),
                       plan_.widows.end(), [&](Widow const& one) { return one.frame > 0 && (one.is_short || lines == 1); });
}

void Paginator::end_band(std::uint32_t i) {
    flush_floats(i);
    balance(i, false);
    close_fill();
    // Something follows on the page: the notes stand below their text instead of at its foot.
    if (frames().count == 1 && (!cursor_.notes.empty() || !feet_.empty()))
        room_.band.foot =
            std::min(frames().extent, cursor_.end + room_.band.taken + room_.notes_height(cursor_.notes));
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

void Paginator::begin_band(Frames const& frames, Position next) {
    Cursor const above = cursor_;
    if (above.at_head) return open_band(frames, {}, next);
    Length const begin = room_.band_begin(above, frames);
    carried_notes_.insert(carried_notes_.end(), cursor_.notes.begin(), cursor_.notes.end());
    // Less than two lines are no band.
    bool const too_low = begin + frames.pitch + frames.size > frames.extent;
    if (too_low && next.item < sequence_.items.size()) return open_page(next);
    open_band(frames, begin, next);
}

void Paginator::place_spanning(std::uint32_t i) {
    Item const& item = sequence_.items[i];
    auto const* figure = std::get_if<Box>(&item.what);
    // One that is to stand here waits only for those called before it.
    if (figure && !figure->may_float && !(figure->sheet && others_wait())) figure = nullptr;
    if (figure && (again_ || others_wait())) return waiting_.push_back(i);
    if (figure) {
        // Where it does not fit below what the columns hold, they go on as they were.
        State before = state();
        PagePlan const page_before = page();
        auto const band_before = room_.band;
        std::vector<Widow> const widows_before = plan_.widows;
        std::size_t const pages_before = plan_.pages.size();
        end_band(i);
        open_spanning(std::move(cursor_));
        Cursor c = cursor_;
        if (plan_.pages.size() == pages_before && !cursor_.at_first && !room_.try_box(c, *figure, item.spacing)) {
            page() = page_before;
            plan_.widows = widows_before;
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
              room_.followers_fit(c, i, item.spacing.keep_next, others_wait()))) {
            new_page();
            // Figures that waited may stand at the head already.
            for (c = cursor_; !cursor_.at_first && !room_.try_box(c, *box, item.spacing); c = cursor_)
                new_page();
        }
        if (box->is_heading && page().placed.empty()) page().head_odd = head_;
        put_box(i);
    } else if (auto const* text = std::get_if<Text>(&item.what)) {
        place_text(i, item, *text, 0);
    }
    spanning_ = false;
    content_end_ = cursor_.end;
    begin_band(frames_, {i + 1, 0});
}

SequencePlan paginate(Sequence const& sequence, Material const& material, spec::LayoutSpec const& layout, bool recto) {
    return Paginator(sequence, material, layout, recto).run();
}

} // namespace kumihan::page
