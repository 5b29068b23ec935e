// paginate: which item stands on which page and where. One sequence at a time, frame after frame, first fit with
// look-ahead for keeps (13.4), notes at the foot of the frame of their mark (14.3), figures moved to the head of the next
// frame while text goes on (15.1: in their order; every page takes at least one that waits, so that the n-th of n waiting
// figures stands n pages away at most), heads of tables repeated (15.2), columns balanced where they end (13.6).
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
    std::uint32_t line_begin = 0, line_end = 0; // of Text; of a figure on a spread, 1 on its second page
    Length top;                                 // block
    bool repeated = false;                      // nothing new: artifact
    Length at;                                  // inline: where its frame begins
    // Of a row: its table's, or of cells that reach over the page's end.
    enum class Part : std::uint8_t { Own, TableHead, TableFoot, Joined } part = Part::Own;
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
    bool verso = false; // must be a left-hand one: a spread begins
    bool bare_head = false, bare_foot = false; // a picture stands where the running head or the folio would
};

// The last line of a paragraph stands alone at the head of `page`, or of a column within it; a short one below a figure there.
struct Widow {
    std::uint32_t page = 0;
    std::uint32_t item = 0;
    flow::ParagraphIndex paragraph = 0;
    int frame = 0; // > 0: at the head of a column or tier within the page
    bool is_short = false; // shorter than half of its measure
};

// A figure that stands far from where the text called for it.
struct Moved {
    enum class Why : std::uint8_t { Full, Order } why = Why::Full; // pages between were full; or figures keep their order
    std::uint32_t item = 0;
    std::uint32_t from = 0, to = 0; // pages
};

// A picture with text beside it would stand better after so many lines more (or fewer) of that text: at the head of the
// page that follows them. Or: one line more should stand beside it, which would be alone below; or some lines fewer, which
// stand on the page that follows the picture's.
struct WrapAsk {
    std::uint32_t wrap = 0;
    std::int64_t lines = 0;
    bool last_line_too = false;
    std::size_t fewer = 0;
};

struct SequencePlan {
    std::vector<PagePlan> pages;
    std::vector<Widow> widows;
    std::vector<Moved> moved;
    std::vector<WrapAsk> wrap_asks;
    bool has_spread = false; // its pages depend on which side they are
};

// Notes in the margin: each beside the line of its mark, moved only as far as the others and the page's foot ask for
// (14.4). What a page cannot hold goes over to the next one.
void place_side_notes(SequencePlan& plan, flow::Sequence const& sequence, flow::Material const& material,
                      spec::LayoutSpec const& layout);

// From the text to the notes below it.
Length note_zone(flow::Frames const& frames);

// `recto`: the first page is a right-hand one.
SequencePlan paginate(flow::Sequence const& sequence, flow::Material const& material, spec::LayoutSpec const& layout,
                      bool recto = true);

} // namespace kumihan::page
