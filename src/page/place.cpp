#include "base/overloaded.h"
#include "page/paginator.h"

#include <algorithm>

namespace kumihan::page {

namespace {

// To be on the safe side of half the measure by as much as the indent of a first line.
bool is_short(line::SetLine const& line) { return (line.end - line.begin) * 2 < line.fit.measure + line.fit.measure / 20; }

} // namespace

void Paginator::put_box(std::uint32_t i) {
    Item const& item = sequence_.items[i];
    Box const& box = std::get<Box>(item.what);
    if (!box.notes.empty())
        room_.force_notes(cursor_, box.notes, room_.box_top(cursor_, box, item.spacing) + box.extent);
    Length const top = room_.box_top(cursor_, box, item.spacing);
    page().placed.push_back({i, 0, 0, top, false, column()});
    Room::advance(cursor_, top + box.extent, item.spacing);
    cursor_.after_figure = Room::stands_apart(box) || box.ends_table;
}

void Paginator::flush_floats(std::uint32_t i) {
    while (!floats_.empty() && !overflow_) {
        if (has_own_page(floats_.front()) && has_its_turn(floats_.front())) {
            if (trial_) return;
            if (!page_is_empty()) {
                next_page({i, 0});
                continue;
            }
            // It is not to come again where the columns of the page behind it are laid once more.
            std::uint32_t const own = floats_.front();
            floats_.pop_front();
            put_own_page(own, {i, 0});
        } else if (!put_waiting({i, 0})) {
            next_frame({i, 0});
        }
    }
}

void Paginator::flush_waiting(std::uint32_t i) {
    while (!waiting_.empty()) {
        end_band(i);
        open_page({i, 0});
    }
}

void Paginator::close_fill() {
    if (!fill_from_ || plan_.pages.empty()) return;
    Length const room = room_.limit(cursor_.notes) - cursor_.end;
    if (room > Length{})
        for (std::size_t k = *fill_from_; k < page().placed.size(); ++k)
            page().placed[k].top += room;
    fill_from_.reset();
}

void Paginator::place(std::uint32_t i, std::uint32_t line) {
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

TableRun const* Paginator::run_before(std::uint32_t i) const {
    auto const* const box = std::get_if<Box>(&sequence_.items[i].what);
    auto const* const before = i > 0 ? std::get_if<Box>(&sequence_.items[i - 1].what) : nullptr;
    return box && before && box->table && before->table == box->table ? &material_.tables[*box->table] : nullptr;
}

bool Paginator::part_can_close(Cursor c, std::uint32_t i) const {
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

void Paginator::place_box(std::uint32_t i, Item const& item, Box const& box) {
    if (!table_.active() && (is_of_waiting_table(i) || (box.parts > 0 && table_waits(i, box)) || overflow_)) return;
    if (box.sheet && box.sheet->wrap) return begin_wrap(i, *box.sheet);
    if (box.sheet && place_sheet(i, box)) return;
    Cursor c = cursor_;
    bool const fits = room_.try_box(c, box, item.spacing) &&
                      room_.followers_fit(c, i, item.spacing.keep_next, others_wait()) &&
                      (box.is_heading || box.may_float || part_can_close(cursor_, i));
    if (box.may_float && (others_wait() || (box.sheet && foot_taken()) || (!fits && !at_best()))) {
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
        // A head goes on as well where what it keeps does not fit below such a figure.
        while (!at_best() && !(room_.try_box(again, box, item.spacing) &&
                               (!box.is_heading ||
                                room_.followers_fit(again, i, item.spacing.keep_next, others_wait())))) {
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
    if (run && begins && !box.joined.empty())
        page().placed.push_back({i, 0, 0, page().placed.back().top, true, column(), Placement::Part::Joined});
}

void Paginator::place_text(std::uint32_t i, Item const& item, Text const& text, std::uint32_t from) {
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
            fits = room_.followers_fit(c, i, item.spacing.keep_next, others_wait());
        if (fits && line + 2 == count && text.push_penultimate) {
            Cursor next = c;
            fits = room_.try_line(next, text, item.spacing, line + 1, count) &&
                   room_.followers_fit(next, i, item.spacing.keep_next, others_wait());
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
            bool const last_short = line + 1 == count && is_short(lines[line]);
            if (line > 0 && line + 1 == count && (cursor_.at_first || last_short)) {
                plan_.widows.push_back(
                    {static_cast<std::uint32_t>(plan_.pages.size() - 1), i, text.paragraph, frame_, last_short});
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

void Paginator::put_lines(std::uint32_t i, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    page().placed.push_back(
        {i, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), first_top_, false, column()});
}

} // namespace kumihan::page
