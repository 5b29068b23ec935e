// Pen: appends clusters to the last run of a line, or to a new one where font, size, colour, height or element change.
// Input: shaped clusters with their places along the line. Output: glyph runs of the SetLine, in the order of the calls.
#pragma once

#include "line/line.h"
#include "shape/shaped.h"

#include <string_view>

namespace kumihan::line {

struct Pen {
    SetLine& line;
    shape::ShapedText const& shaped;
    std::string_view text; // of the clusters
    std::uint32_t setting = 0xFFFFFFFFu;
    TagId tag;
    bool open = false;
    Length lift;           // above what the setting says: the two lines of a warichu
    Length open_lift;

    Pen(SetLine& to, shape::ShapedText const& from, std::string_view words) : line(to), shaped(from), text(words) {}

    void begin(std::uint32_t new_setting, TagId new_tag, std::int64_t at, std::size_t clusters);
    void draw(shape::Cluster const& cluster, std::int64_t at, bool says = true); // says: what it says is not said yet
    void carry(shape::Cluster const& c) { line.runs.back().text.append(text.substr(c.begin, c.end - c.begin)); } // part of a ligature
};

} // namespace kumihan::line
