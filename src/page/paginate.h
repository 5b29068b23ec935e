// paginate: which item stands on which page and where. One sequence at a time, frame after frame, first fit with
// look-ahead for keeps (13.4), notes at the foot of the frame of their mark (14.3), figures moved to the head of the next
// frame while text goes on (15.1), heads of tables repeated (15.2), columns balanced where they end (13.6).
// Input: Sequence, Material, LayoutSpec. Output: SequencePlan. Pure; cheap enough to be run again after a paragraph was
// relaxed. Positions are logical, relative to the type area.
#pragma once

#include "flow/material.h"
#include "spec/model.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kumihan::page {

struct Placement {
    std::uint32_t item = 0;
    std::uint32_t line_begin = 0, line_end = 0; // Text only
    Length top;                                 // block
    bool repeated = false;                      // a table's head again: artifact
    Length at;                                  // inline: where its frame begins
};

// Lines of a note: all of them, or the part that one page holds. A note in one piece has none to count.
struct NotePart {
    NoteId note;
    std::uint32_t begin = 0, end = 0;
};

// The notes at the foot of one frame.
struct NotesPlan {
    std::vector<NotePart> notes;
    Length top, at, measure; // of the first note; the rule stands above
    Length gap;              // between two notes
};

// A note in the fore-edge margin.
struct SideNotePlan {
    NoteId note;
    Length top;
    bool late = false; // not on the page of its mark
};

// The lines between the frames of a part of the page.
struct BandPlan {
    flow::Frames frames;
    Length begin, end;
};

struct PagePlan {
    std::vector<Placement> placed;
    std::vector<NotesPlan> notes;
    std::vector<SideNotePlan> side_notes;
    std::vector<BandPlan> bands; // only those that have lines between their frames
    flow::Frames frames;         // whose area the page has
    std::string head_odd;
    bool opening = false; // shows a chapter's head
    bool furniture = true;
    bool cover = false;
    bool recto = false; // must be a right-hand page of a horizontal book (改丁)
};

// The last line of a paragraph stands alone at the head of `page`.
struct Widow {
    std::uint32_t page = 0;
    std::uint32_t item = 0;
    flow::ParagraphIndex paragraph = 0;
};

struct SequencePlan {
    std::vector<PagePlan> pages;
    std::vector<Widow> widows;
};

// Notes in the margin: each beside the line of its mark, moved only as far as the others and the page's foot ask for
// (14.4). What a page cannot hold goes over to the next one.
void place_side_notes(SequencePlan& plan, flow::Sequence const& sequence, flow::Material const& material,
                      spec::LayoutSpec const& layout);

SequencePlan paginate(flow::Sequence const& sequence, flow::Material const& material, spec::LayoutSpec const& layout);

} // namespace kumihan::page
