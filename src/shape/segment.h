// segment: text into grapheme clusters (UAX #29), base + variation selector + combining marks in one.
// More than 30 marks on a letter are clusters of their own, so that no cluster is long.
// Plain Japanese and Western text is cut without help; where marks, jamo, flags or joiners occur, ICU decides.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kumihan::shape {

struct Segment {
    std::uint32_t begin = 0, end = 0; // bytes
    char32_t base = 0;                // first code point
    bool single = true;               // one code point only
};

// Appends the clusters of `text` (valid UTF-8) to `out`.
void segment(std::string_view text, std::vector<Segment>& out);

} // namespace kumihan::shape
