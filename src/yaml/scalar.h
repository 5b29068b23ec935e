// Scalars and where their bytes come from: block scalars are read here from the source (YAML 1.2 chapter 8.1), quoted
// and plain ones are aligned with the value that yaml-cpp read. Internal to this folder.
#pragma once

#include "yaml/node.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kumihan::yaml {

struct ScalarText {
    ScalarStyle style = ScalarStyle::Plain;
    std::uint32_t begin = 0, end = 0; // source bytes, quotes and block header included
    std::string text;
    std::vector<SourcePiece> pieces;
};

struct BlockHeader {
    ScalarStyle style = ScalarStyle::Literal;
    int indent = 0;   // as written, 0: from the first line
    char chomp = ' '; // '-' strip, '+' keep, ' ' clip
};

// The header at the start of `rest` (the rest of a line without its end), or nothing where text follows.
std::optional<BlockHeader> block_header(std::string_view rest);

// One line of a block scalar: source offset of its content (after the indentation) and its length; `end` is the offset
// after the line end.
struct BlockLine {
    std::uint32_t begin = 0, length = 0, end = 0;
};

// Joins the lines: literal as they are, folded by 8.1.3, the last line ends by the header's chomping (8.1.1.2).
ScalarText join_block(std::string_view source, std::uint32_t begin, BlockHeader const& header,
                      std::vector<BlockLine> const& lines);

// Source offset after the quoted scalar that starts at `begin`, or nothing where it never closes.
std::optional<std::uint32_t> quoted_end(std::string_view source, std::uint32_t begin);

// `value` is what the scalar at `begin` means; finds its end and pieces.
ScalarText align_scalar(std::string_view source, std::uint32_t begin, std::string_view value);

} // namespace kumihan::yaml
