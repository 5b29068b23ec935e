// stand_in_vertical: how ASCII figures, letters and marks stand in vertical Japanese lines (JLReq 3.2.3 to 3.2.5, digest
// 11.4). Input: the base code points of a paragraph. Output: what each does; everything else follows UAX #50.
//   one figure or letter               upright in a cell of its own, full-width
//   two or three figures, !? !! ?!     together in one cell (縦中横)
//   four figures and more              upright one by one (years)
//   up to four capitals (NPO, A4)      upright one by one, but not within a Western phrase
//   words, decimals, 12,500, addresses turned, as Western text
#pragma once

#include <cstdint>
#include <span>

namespace kumihan::text {

enum class Stand : std::uint8_t {
    Flow,   // as UAX #50 and the Western run it is part of
    Cell,   // upright and full-width
    Joined, // the first of `count` that share a cell; the others say so too, with count 0
};

struct Standing {
    Stand stand = Stand::Flow;
    std::uint8_t count = 1;
    bool operator==(Standing const&) const = default;
};

// out.size() == text.size()
void stand_in_vertical(std::span<char32_t const> text, std::span<Standing> out);

} // namespace kumihan::text
