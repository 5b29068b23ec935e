// Hyphenation (digest 4.4, 6.4): breaks within Western words that show a hyphen. Input: a built paragraph. Output: gaps
// that may break, with their penalty and the sign they show. Which words: letters only, five at least; never addresses,
// capitals, names with capitals inside, words with figures or a hyphen of their own. Called only for paragraphs that do
// not set well with whole words, and for soft hyphens (U+00AD), which are the author's and rule out the patterns.
#pragma once

#include "para/paragraph.h"
#include "style/text.h"

#include <functional>
#include <string_view>

namespace kumihan::para {

// Index of Paragraph::hyphens for text set as the given cluster is; -1: its font has none.
using HyphenOf = std::function<std::int16_t(std::uint32_t cluster)>;

// True when a break was added.
bool hyphenate(std::string_view text, shape::ShapedText const& shaped, style::LineStyle const& style,
               HyphenOf const& hyphen_of, Paragraph& out);

// The gaps at which `build` found a soft hyphen get their signs.
void show_soft_hyphens(HyphenOf const& hyphen_of, Paragraph& out);

inline constexpr std::int16_t kSoftHyphen = -2; // Gap::hyphen until then
inline constexpr std::int16_t kHyphenPenalty = 50;

} // namespace kumihan::para
