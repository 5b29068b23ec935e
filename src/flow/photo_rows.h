// Rows of photos: how a group of two to nine stands in rows of one height each that fill the measure together, nothing cut
// (15.1). Input: the shapes, the measure, how much of the page there is, and how long the captions are. Output: photos per
// row and the rows' heights. What no page holds at the full measure gets a narrower one, the same for all rows.
#pragma once

#include "base/length.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace kumihan::flow {

constexpr std::int64_t kManyLines = 6; // of a caption: still more of them look like a column of text

struct CaptionNeed {
    std::int64_t letters = 0;
    Length size, pitch, gap;
    std::int64_t lines(Length width) const;
};

struct PhotoRows {
    std::vector<double> aspects; // height / width
    std::vector<CaptionNeed> captions;
    Length measure, gap;
    Length below_caption;   // further room between a caption and the next row
    Length wanted;          // height of a row
    Length sensible, limit; // as much of the page as a group should take; all that it can
};

struct Arrangement {
    std::vector<std::size_t> rows;
    std::vector<Length> heights;
    Length measure;
    Length least_width(PhotoRows const& of) const; // of all photos
    // Of all captions the one of most lines: letters in a line, and lines.
    std::pair<std::int64_t, std::int64_t> longest_caption(PhotoRows const& of) const;
};

Arrangement arrange(PhotoRows const& group);

} // namespace kumihan::flow
