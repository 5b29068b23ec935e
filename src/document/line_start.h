// What a line of a field begins: a heading, an item of a list, a quotation, a line that means something by itself. Input:
// one line without its indentation and trailing blanks, not empty. Output: its kind, and what its mark says. A line alone
// decides; what it means within a paragraph is for blocks.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kumihan::document {

// Everything but Text ends a paragraph before it.
enum class LineStart : std::uint8_t {
    Blank, Text, Heading, Quote, Rule, Item, PageBreak, Columns, Figure, Table, Photos, Image, Note, Roster, Statute
};
LineStart line_start(std::string_view line);

struct ListMarker {
    bool ordered = false;
    int number = 1;
    std::size_t width = 0; // bytes of the marker and the space after it
};
std::optional<ListMarker> list_marker(std::string_view line);

// The word in `[図:…]`, for any of the names, with a half- or full-width colon; nothing for other lines.
std::optional<std::string_view> placed_id(std::string_view line, std::string_view english, std::string_view japanese);

// `[段組み:2]` … `[段組み終わり]`: what stands behind the colon; empty for the end; nothing for other lines.
std::optional<std::string_view> columns_word(std::string_view line);

bool ends_statute(std::string_view line);

// Number of leading # where a blank follows them.
std::size_t heading_marks(std::string_view line);

// Length of `[^label]:`, or 0.
std::size_t note_definition(std::string_view line);

} // namespace kumihan::document
