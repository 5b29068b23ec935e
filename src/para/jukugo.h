// lay_out_jukugo: readings of the single characters of one word, laid out as a whole (熟語ルビ; digest 9.4, JLReq 3.3.6 and
// appendix F). Input: the characters with their readings' lengths, one ruby em, and how far readings may reach out of the
// word. Output: where each reading stands over its character, and what must be opened beside it.
// A reading longer than its character reaches first over the character after it, then over the one before, by at most one
// ruby em, where that one's own reading leaves room; then out of the word, after it and before it; the rest opens the
// characters with long readings, in proportion to their lengths. Readings never overlap. One character alone is mono ruby.
// Of 肩付き ruby (JLReq 3.3.5) a reading stands flush with its character's head, and a longer one reaches backwards last.
// At a line break the two parts of a word are laid out anew, each for itself.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace kumihan::para {

struct JukugoCell {
    std::int32_t width = 0;   // of the character
    std::int32_t gap = 0;     // to the next one, as it is without ruby
    std::int32_t reading = 0; // length
};

struct JukugoEdges {
    std::int32_t before = 0, after = 0;   // reach over the neighbours outside (9.5)
    bool at_head = false, at_end = false; // of a line: the space opened there lies on the inner side (appendix F)
    bool from_head = false;               // 肩付き: short readings from their characters' heads, not centred
};

struct JukugoLayout {
    std::vector<std::int32_t> at;                   // of each reading, from its character's start
    std::vector<std::int32_t> open_before, open_after; // of each character
    std::int32_t reach_before = 0, reach_after = 0; // out of the word, as used
};

// Longer words are not laid out this way: the caller takes them as a group.
inline constexpr std::size_t kLongestJukugo = 16;

void lay_out_jukugo(std::span<JukugoCell const> cells, std::int32_t ruby_em, JukugoEdges edges, JukugoLayout& out);

} // namespace kumihan::para
