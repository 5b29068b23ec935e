// Where a flow collection, [ … ] or { … }, ends. Input: the file, the place of its bracket, and the column of what it belongs
// to: a line that is not indented more is not part of it, so that a bracket left open costs no more than its own lines.
// Internal to this folder.
#pragma once

#include <cstddef>
#include <string_view>

namespace kumihan::yaml {

struct FlowExtent {
    enum End { Closed, Open, TooDeep } end = Closed;
    std::size_t at = 0; // the bracket that closes it; else the one that is left open, or one too many
};
FlowExtent flow_extent(std::string_view source, std::size_t begin, int parent);

} // namespace kumihan::yaml
