#include "page/room.h"

#include "base/overloaded.h"

#include <algorithm>

namespace kumihan::page {

using namespace flow;

Length note_zone(Frames const& frames) { return frames.line_gap() + frames.size.scaled(0.5); }

Length Room::note_zone() const { return page::note_zone(band.frames); }

Length Room::limit(std::vector<NotePart> const& notes) const {
    if (notes.empty() && band.taken == Length{}) return std::min(band.end, band.foot);
    return std::min(band.end, band.foot - band.taken - notes_height(notes));
}

Length Room::next_slot(Length from) const {
    Length const pitch = band.frames.pitch;
    return from.units() <= 0 ? Length{} : pitch * ((from.units() + pitch.units() - 1) / pitch.units());
}

Length Room::band_begin(Cursor const& above, Frames const& frames) const {
    if (frames.pitch == band.frames.pitch)
        return next_slot(above.end + above.after) + frames.pitch * above.lines_after;
    Length const blank = std::min(frames.pitch, band.frames.pitch) * above.lines_after;
    // About as far as the layout's blank lines; the next line of the other grid is up to a line further down.
    Length const from = above.end + std::max(above.after, frames.line_gap()) + blank * 2 / 3;
    return frames.pitch * ((from.units() + frames.pitch.units() - 1) / frames.pitch.units());
}

Length Room::grid_top(Cursor const& c, int lines_before) const {
    if (c.at_head) return band.begin;
    return next_slot(c.end + c.after) + band.frames.pitch * std::max(c.lines_after, lines_before);
}

Length Room::free_top(Cursor const& c, Spacing const& spacing, bool figure) const {
    if (c.at_head) return band.begin;
    Length const room = figure && c.after_figure ? c.after + spacing.before : std::max(c.after, spacing.before);
    return c.end + room + band.frames.pitch * std::max(c.lines_after, spacing.lines_before);
}

Length Room::box_top(Cursor const& c, Box const& box, Spacing const& spacing) const {
    if (box.slots > 0) return grid_top(c, spacing.lines_before);
    Length top = free_top(c, spacing, stands_apart(box));
    if (box.centre_leftover && !c.at_head) {
        Length const end = top + box.extent + spacing.after;
        top += (next_slot(end) - end) / 2;
        // At the foot of the page there is no next line to meet: stand on the frame instead of beyond it.
        if (top + box.extent > limit(c.notes))
            top = std::max(free_top(c, spacing, stands_apart(box)), limit(c.notes) - box.extent);
    }
    return top;
}

Length Room::line_top(Cursor const& c, Text const& text, Spacing const& spacing, std::size_t line) const {
    if (line == 0 && !text.on_grid && !c.at_head)
        return std::max(free_top(c, spacing), c.end + text.pitch - text.size); // never closer than its own lines
    if (line == 0) return text.on_grid ? grid_top(c, spacing.lines_before) : band.begin;
    if (c.at_head) return band.begin;
    return text.on_grid ? grid_top(c, 0) : c.end + text.pitch - text.size;
}

bool Room::try_box(Cursor& c, Box const& box, Spacing const& spacing) const {
    if (box.notes.empty()) {
        Length const end = box_top(c, box, spacing) + box.extent;
        if (end > limit(c.notes)) return false;
        advance(c, end, spacing);
        c.after_figure = stands_apart(box) || box.ends_table;
        return true;
    }
    Cursor with = c;
    // Moved down to share what is left over, a box may give up that room for its notes.
    if (!take_notes(with, box.notes, box_top(c, box, spacing) + box.extent)) {
        Length const least =
            box.slots > 0 ? grid_top(c, spacing.lines_before) : free_top(c, spacing, stands_apart(box));
        with = c;
        if (!take_notes(with, box.notes, least + box.extent)) return false;
    }
    Length const end = box_top(with, box, spacing) + box.extent;
    if (end > limit(with.notes)) return false;
    c = std::move(with);
    advance(c, end, spacing);
    c.after_figure = stands_apart(box) || box.ends_table;
    return true;
}

bool Room::try_line(Cursor& c, Text const& text, Spacing const& spacing, std::size_t line, std::size_t count) const {
    auto const& set = material_.paragraphs[text.paragraph].current();
    Length const end = line_top(c, text, spacing, line) + line_extent(text);
    if (set[line].notes.empty()) {
        if (end > limit(c.notes)) return false;
    } else if (!take_notes(c, set[line].notes, end)) {
        return false;
    }
    c.end = end;
    c.after = {};
    c.lines_after = 0;
    c.at_head = c.at_first = c.after_figure = false;
    if (line + 1 == count) {
        c.after = spacing.after;
        c.lines_after = spacing.lines_after;
    }
    return true;
}

void Room::advance(Cursor& c, Length end, Spacing const& spacing) {
    c.end = end;
    c.after = spacing.after;
    c.lines_after = spacing.lines_after;
    c.at_head = c.at_first = c.after_figure = false;
}

bool Room::text_follows(std::uint32_t i, std::uint32_t parts) const {
    constexpr int kFew = 8; // things that float, one behind the other
    std::size_t k = i + std::size_t{parts};
    for (int seen = 0; k < sequence_.items.size() && seen < kFew;) {
        Item const& item = sequence_.items[k];
        if (std::holds_alternative<Text>(item.what)) return true;
        if (auto const* box = std::get_if<Box>(&item.what)) {
            if (!box->sheet && !box->may_float && box->parts == 0) return false;
            ++seen;
            k += std::max(box->parts, 1u);
        } else if (std::holds_alternative<Mark>(item.what) || std::holds_alternative<TurnedPages>(item.what)) {
            ++k;
        } else {
            return false;
        }
    }
    return false;
}

bool Room::followers_fit(Cursor c, std::uint32_t i, int needed, bool figures_wait) const {
    bool content = false; // something that is no head itself
    bool moved = false;   // a figure or a table that stands on a later page
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
                           if (box.sheet && box.sheet->wrap) { // stands beside what follows
                               Cursor with = c;
                               fits = !figures_wait && try_box(with, box, item.spacing);
                               return;
                           }
                           if (box.sheet && box.sheet->place >= document::FigurePlace::Top) return; // elsewhere
                           if (box.parts > 0 && figures_wait) {
                               fits = text_follows(k, box.parts);
                               moved = true;
                               k += box.parts - 1;
                               return;
                           }
                           if (box.may_float) {
                               if (figures_wait || !try_box(c, box, item.spacing)) {
                                   figures_wait = moved = true;
                                   return;
                               }
                               needed -= 2;
                               content = true;
                               return;
                           }
                           // What little stood under the head has ended: the next head keeps its own.
                           stop = box.is_heading && content;
                           if (stop) return;
                           fits = try_box(c, box, item.spacing);
                           needed = std::max(needed - 1, item.spacing.keep_next);
                           content = content || !box.is_heading;
                       },
                       [](TurnedPages const&) {},
                       [&](CoverPage const&) { stop = true; },
                       [&](PageBreak const&) { stop = true; },
                       [&](NewFrames const&) { stop = true; },
                       [](Fill const&) {},
                       [](Mark const&) {},
                   },
                   item.what);
        if (!fits) return false;
        // A head whose figure moved on, with nothing else under it, goes with the figure.
        if (stop) return content || !moved;
    }
    return needed <= 0 || content || !moved;
}

} // namespace kumihan::page
