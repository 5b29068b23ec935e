#include "page/paginator.h"

#include <algorithm>

namespace kumihan::page {

namespace {

constexpr std::int64_t kLeastBetween = 4; // lines

} // namespace

document::FigurePlace Paginator::place_of(std::uint32_t i) const {
    Box const& box = std::get<Box>(sequence_.items[i].what);
    return box.sheet ? box.sheet->place : document::FigurePlace::Auto;
}

bool Paginator::has_own_page(std::uint32_t i) const {
    auto const place = place_of(i);
    return place == document::FigurePlace::Page || place == document::FigurePlace::Spread;
}

void Paginator::wait(std::uint32_t i) {
    auto const here = static_cast<std::uint32_t>(plan_.pages.size() - 1);
    Moved moved;
    moved.item = i;
    moved.from = here;
    if (place_of(i) == document::FigurePlace::Here) moved.why = Moved::Why::Order;
    called_.emplace(i, moved);
    floats_.push_back(i);
}

void Paginator::arrived(std::uint32_t i) {
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

bool Paginator::put_waiting(Position next) {
    std::uint32_t const i = floats_.front();
    Item const& item = sequence_.items[i];
    Box const& box = std::get<Box>(item.what);
    if (!has_its_turn(i)) return false;
    if (box.parts > 0) return put_table(i, next);
    if (has_own_page(i)) {
        if (!page_is_empty() || frame_ != 0 || trial_) return false;
        if (place_of(i) == document::FigurePlace::Spread && !on_left_page()) return false; // text fills this page first
        floats_.pop_front(); // first: it is not to come again on the page behind it
        put_own_page(i, next);
        return true;
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

void Paginator::put_own_page(std::uint32_t i, Position next) {
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
        in_spread_ = true;
        next_page(next);
        in_spread_ = false;
        put(1);
    }
    next_page(next);
}

bool Paginator::keep_foot(std::uint32_t i) {
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

void Paginator::put_feet() {
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

bool Paginator::put_at_head(std::uint32_t i) {
    Item const& item = sequence_.items[i];
    Box const& box = std::get<Box>(item.what);
    bool const bleeds = box.sheet->bleeds;
    if (cursor_.at_first) {
        Cursor c = cursor_;
        if (!room_.try_box(c, box, item.spacing) && (!at_best() || trial_)) return false; // further down than the head
        if (bleeds) page().bare_head = true;
        put_box(i);
        heads_ = page().placed.size();
        heads_end_ = cursor_.end;
        return true;
    }
    if (frames().count > 1 || room_.band.begin > Length{} || fill_from_ || page().opening || beside_.item) return false;
    if (bleeds && heads_ > 0) return false; // its place is the edge of the paper
    bool const first = heads_ == 0;
    Length const top = first ? Length{} : heads_end_ + item.spacing.before + item.spacing.after;
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

bool Paginator::place_sheet(std::uint32_t i, Box const& box) {
    switch (box.sheet->place) {
    case document::FigurePlace::Auto:
        break;
    case document::FigurePlace::Here:
        if (!others_wait()) break;
        wait(i);
        return true;
    case document::FigurePlace::Top:
        if (others_wait() || foot_taken() || !put_at_head(i)) wait(i);
        return true;
    case document::FigurePlace::Bottom:
        if (others_wait() || !keep_foot(i)) wait(i);
        return true;
    case document::FigurePlace::Page:
    case document::FigurePlace::Spread:
        wait(i);
        if (floats_.size() == 1 && !trial_) put_waiting({i + 1, 0});
        return true;
    }
    return false;
}

void Paginator::begin_wrap(std::uint32_t i, Sheet const& sheet) {
    Wrap const& wrap = material_.wraps[*sheet.wrap];
    beside_ = {i, *sheet.wrap, false, wrap.skip, wrap.lines + (wrap.last_line_too ? 1 : 0), {}};
}

bool Paginator::is_beside(ParagraphIndex paragraph) const {
    auto const& all = material_.wraps[beside_.wrap].paragraphs;
    return std::find(all.begin(), all.end(), paragraph) != all.end();
}

void Paginator::ask(std::int64_t lines, bool last_line_too) {
    if (!trial_) plan_.wrap_asks.push_back({beside_.wrap, lines, last_line_too, 0});
}

// Lines of the picture's width that stand without it on the page that follows: what kept a paragraph together moved them.
void Paginator::frame_ends_beside() {
    if (!beside_.item || !beside_.stands || beside_.left == 0) return;
    if (!trial_) plan_.wrap_asks.push_back({beside_.wrap, 0, false, beside_.left});
    beside_ = {};
}

bool Paginator::stand_beside(Length top, std::uint32_t i, std::size_t line) {
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
    bool const out_of_turn = others_wait() || foot_taken();
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

void Paginator::line_placed() {
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

void Paginator::end_wrap(Position next) {
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

} // namespace kumihan::page
