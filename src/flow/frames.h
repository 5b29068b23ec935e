// Frames: where the lines of a stretch of pages stand. Horizontal lines: columns side by side. Vertical lines: tiers (段)
// one above the other. Both are stacked along the line, so in logical axes there is one case: `count` frames of one
// measure, `gap` apart inline, all with the same extent across the lines (JLReq 2.3.2, 4.5).
// The area that holds them lies `top` below the trim's head edge and `gutter` from its binding edge.
#pragma once

#include "base/geometry.h"
#include "spec/model.h"
#include "style/model.h"

namespace kumihan::flow {

struct Frames {
    WritingMode mode = WritingMode::Horizontal;
    int count = 1;
    Length measure; // inline extent of one frame
    Length extent;  // block extent
    Length gap;     // between two frames
    Length rule;    // thickness of the line in that gap; 0: none
    Length size, pitch;
    Length top, gutter;

    Length line_gap() const { return pitch - size; }
    Length at(int frame) const { return (measure + gap) * frame; } // inline start
    Length whole() const { return at(count - 1) + measure; }       // inline extent of all frames
    Size area() const {
        return mode == WritingMode::Horizontal ? Size{whole(), extent} : Size{extent, whole()};
    }
    bool operator==(Frames const&) const = default;
};

// One frame over the whole area: for what spans the columns (段抜き).
Frames spanning(Frames const& frames);

// The frames of horizontal pages in so many columns: each a whole number of ems, what is left over goes to the gaps.
Frames columns(spec::LayoutSpec const& layout, int count);

Frames tiers(spec::LayoutSpec const& layout, int count); // of vertical pages; 0: the layout's number

Frames frames_of(style::SequenceStart const& start, spec::LayoutSpec const& layout);

} // namespace kumihan::flow
