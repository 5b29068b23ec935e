// Room: where the next thing would stand in a frame, and whether it fits. All arithmetic of the paginator and no state of
// its own but the band at hand. Positions are block coordinates from the head of the type area; the grid's slots begin at
// multiples of the pitch there. (JLReq 12.4-12.6 of the digest, 13.4 keeps, 14.3 notes.)
#pragma once

#include "flow/material.h"
#include "page/paginate.h"
#include "spec/model.h"

#include <vector>

namespace kumihan::page {

// The cursor in a frame: all that a look-ahead must copy.
struct Cursor {
    Length end;          // of what was placed last
    Length after;        // room it asks for
    int lines_after = 0; // blank grid lines it asks for
    bool at_head = true;
    bool at_first = true; // nothing at all in the frame, not even a moved figure
    bool after_figure = false; // two under each other keep the room that both ask for
    std::vector<NotePart> notes;
    std::vector<NotePart> waiting; // for the next frame, behind the rest of the last note of this one
};

class Room {
public:
    Room(flow::Sequence const& sequence, flow::Material const& material, spec::LayoutSpec const& layout)
        : sequence_(sequence), material_(material), layout_(layout) {}

    // A band: the part of the page, across the lines, in which frames stand side by side.
    struct Band {
        flow::Frames frames;
        Length begin, end; // frames are filled from begin up to end
        Length foot;       // the notes stand above this: the page's foot, or the band's end
        Length taken;      // by figures at the foot of the frame, above the notes
    };
    Band band;

    Length notes_height(std::vector<NotePart> const& notes) const;
    Length note_gap() const;  // between two notes: no less than between their lines
    Length note_zone() const; // text to rule, rule to note
    Length limit(std::vector<NotePart> const& notes) const;

    // Notes called by something that ends at `bottom`. False: they do not fit below it, not even with the last one
    // parted, two lines at least on either page.
    bool take_notes(Cursor& c, std::vector<NoteId> const& more, Length bottom) const;
    // The same where nothing else can be done: what does not fit waits for the next frame.
    void force_notes(Cursor& c, std::vector<NoteId> const& more, Length bottom) const;
    // What the frame before left: it stands first, but leaves room for some lines of text.
    void carry_notes(Cursor& c, std::vector<NotePart> parts) const;
    // What this frame leaves.
    std::vector<NotePart> rest_of_notes(Cursor const& c) const;

    Length next_slot(Length from) const; // the first slot that begins at `from` or later
    Length band_begin(Cursor const& above, flow::Frames const& frames) const; // of other frames, on their own grid
    Length box_top(Cursor const& c, flow::Box const& box, flow::Spacing const& spacing) const;
    Length line_top(Cursor const& c, flow::Text const& text, flow::Spacing const& spacing, std::size_t line) const;
    // Height of a line in its slot: on the grid it takes the body's size whatever its own.
    Length line_extent(flow::Text const& text) const { return text.on_grid ? band.frames.size : text.size; }

    // Moves the cursor behind what fits.
    bool try_box(Cursor& c, flow::Box const& box, flow::Spacing const& spacing) const;
    bool try_line(Cursor& c, flow::Text const& text, flow::Spacing const& spacing, std::size_t line,
                  std::size_t count) const;
    // Text can go on while the table of `parts` items that begins with item `i` waits.
    bool text_follows(std::uint32_t i, std::uint32_t parts) const;
    // Would `needed` lines or boxes of what follows item `i` fit behind the cursor? A figure that fits is as good as two
    // lines; one that does not, or must wait for others, moves on and is no obstacle. So does a table that may part.
    bool followers_fit(Cursor c, std::uint32_t i, int needed, bool figures_wait) const;

    // Figures and tables with captions.
    static bool stands_apart(flow::Box const& box) { return box.sheet || box.may_float || box.parts > 0; }
    static void advance(Cursor& c, Length end, flow::Spacing const& spacing);

private:
    Length grid_top(Cursor const& c, int lines_before) const;
    Length free_top(Cursor const& c, flow::Spacing const& spacing, bool figure = false) const;
    std::uint32_t count(NoteId id) const { return static_cast<std::uint32_t>(material_.notes[id.value].lines.size()); }
    bool whole(NotePart const& part) const { return part.end == count(part.note); }
    Length height(NotePart const& part) const;
    // At the foot of this frame: not beside the line, not at the end of the chapter, not here already.
    std::vector<NotePart> new_notes(Cursor const& c, std::vector<NoteId> const& more) const;
    // Puts off lines of the last of them until they fit below `bottom`.
    bool part_last(std::vector<NotePart>& notes, Length bottom, std::uint32_t least, std::uint32_t least_left) const;

    flow::Sequence const& sequence_;
    flow::Material const& material_;
    spec::LayoutSpec const& layout_;
};

} // namespace kumihan::page
