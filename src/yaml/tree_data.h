// The storage behind Node: one flat vector of nodes, children as ranges of `links`, pieces of scalars as ranges of
// `pieces`. Internal to this folder.
#pragma once

#include "yaml/node.h"

#include <deque>
#include <string>
#include <vector>

namespace kumihan::yaml {

struct NodeData {
    Kind kind = Kind::Null;
    ScalarStyle style = ScalarStyle::Plain;
    std::uint32_t begin = 0, end = 0;             // source bytes
    std::uint32_t first_link = 0, link_count = 0; // maps: key, value, key, value …
    std::uint32_t first_piece = 0, piece_count = 0;
    std::uint64_t weight = 1; // nodes and 64-byte units of text, aliases expanded
    std::string_view text;    // within the source or TreeData::strings
};

struct TreeData {
    FileId file;
    std::vector<NodeData> nodes;
    std::vector<std::uint32_t> links;
    std::vector<SourcePiece> pieces;
    std::deque<std::string> strings; // a deque: views into it stay valid
    std::uint32_t root = 0;
};

} // namespace kumihan::yaml
