// The notes of a frame: what room they take at its foot, and where a long one parts (14.3).
#include "page/room.h"

#include <algorithm>

namespace kumihan::page {

using namespace flow;

namespace {

constexpr std::uint32_t kLeastLines = 2; // of a parted note, on either page

} // namespace

Length Room::height(NotePart const& part) const {
    SetNote const& note = material_.notes[part.note.value];
    if (note.lines.empty()) return note.extent;
    return part.end > part.begin ? note.lines[part.end - 1].end - note.lines[part.begin].top : Length{};
}

Length Room::note_gap() const {
    spec::Style const& style = layout_.style(spec::Role::Footnote);
    return std::max(style.size.scaled(0.4), style.pitch - style.size);
}

Length Room::notes_height(std::vector<NotePart> const& notes) const {
    if (notes.empty()) return {};
    Length sum = note_zone();
    for (NotePart const& part : notes)
        sum += height(part) + note_gap();
    return sum - note_gap();
}

std::vector<NotePart> Room::new_notes(Cursor const& c, std::vector<NoteId> const& more) const {
    std::vector<NotePart> out;
    auto const here = [](std::vector<NotePart> const& parts, NoteId id) {
        return std::any_of(parts.begin(), parts.end(), [&](NotePart const& part) { return part.note == id; });
    };
    for (NoteId const id : more) {
        SetNote const& note = material_.notes[id.value];
        if (note.side || note.extent <= Length{}) continue;
        if (here(c.notes, id) || here(c.waiting, id) || here(out, id)) continue;
        out.push_back({id, 0, count(id)});
    }
    return out;
}

bool Room::part_last(std::vector<NotePart>& notes, Length bottom, std::uint32_t least, std::uint32_t least_left) const {
    NotePart& last = notes.back();
    while (last.end > last.begin + least) {
        --last.end;
        if (count(last.note) - last.end >= least_left && bottom <= limit(notes)) return true;
    }
    return false;
}

bool Room::take_notes(Cursor& c, std::vector<NoteId> const& more, Length bottom) const {
    auto const added = new_notes(c, more);
    if (added.empty()) return bottom <= limit(c.notes);
    // Behind a note that goes on overleaf no other one begins.
    if (!c.waiting.empty() || (!c.notes.empty() && !whole(c.notes.back()))) return false;
    std::vector<NotePart> notes = c.notes;
    notes.insert(notes.end(), added.begin(), added.end());
    if (bottom > limit(notes) && !part_last(notes, bottom, kLeastLines, kLeastLines)) return false;
    c.notes = std::move(notes);
    return true;
}

void Room::force_notes(Cursor& c, std::vector<NoteId> const& more, Length bottom) const {
    if (take_notes(c, more, bottom)) return;
    for (NotePart const& part : new_notes(c, more)) {
        bool const full = !c.waiting.empty() || (!c.notes.empty() && !whole(c.notes.back()));
        if (!full) {
            std::vector<NotePart> notes = c.notes;
            notes.push_back(part);
            if (bottom <= limit(notes) || part_last(notes, bottom, 1, 1)) {
                c.notes = std::move(notes);
                continue;
            }
        }
        c.waiting.push_back(part);
    }
}

void Room::carry_notes(Cursor& c, std::vector<NotePart> parts) const {
    // Two lines of text at least, where the frame is high enough for both.
    Length const bottom = band.begin + std::min(band.frames.pitch + band.frames.size, (band.foot - band.begin) / 2);
    for (NotePart const& part : parts) {
        bool const full = !c.waiting.empty() || (!c.notes.empty() && !whole(c.notes.back()));
        std::vector<NotePart> notes = c.notes;
        notes.push_back(part);
        // The first must get on, whatever room it takes.
        if (!full && (bottom <= limit(notes) || part_last(notes, bottom, 1, 1) || c.notes.empty()))
            c.notes = std::move(notes);
        else
            c.waiting.push_back(part);
    }
}

std::vector<NotePart> Room::rest_of_notes(Cursor const& c) const {
    std::vector<NotePart> out;
    if (!c.notes.empty() && !whole(c.notes.back()))
        out.push_back({c.notes.back().note, c.notes.back().end, count(c.notes.back().note)});
    out.insert(out.end(), c.waiting.begin(), c.waiting.end());
    return out;
}

} // namespace kumihan::page
