// Ruby (ルビ) and emphasis dots (圏点) over the boxes of a paragraph (digest 9 and 10.1; JLReq 3.3, JIS X 4051 4.12).
// Input: a built paragraph whose `readings` hold the shaped readings and dots. Output: units with the place of each
// reading relative to its base, and gaps opened where a reading is longer than its base and may not overhang.
// Kinds: one reading over one character, mono; one over several, group; one per character, jukugo (jukugo.h). Overhang is
// that of 9.5, katakana included. A mark `below` is the second reading of 両側ルビ: mono or group, unbreakable.
// Units of readings above come first, ordered; those below follow them, ordered.
#pragma once

#include "para/paragraph.h"
#include "style/text.h"

#include <span>

namespace kumihan::para {

struct ShapedReading {
    std::uint32_t mark = 0;             // index into StyledText::ruby
    std::uint32_t begin = 0, end = 0;   // clusters of Paragraph::readings
};
struct ShapedDots {
    std::uint32_t mark = 0; // index into StyledText::dots
    std::uint32_t sign = 0; // cluster of Paragraph::readings
};

// `readings` stand in the order of the marks and of the readings within a mark.
void place_ruby(shape::ShapedText const& shaped, style::StyledText const& text, style::LineStyle const& style,
                std::span<ShapedReading const> readings, Paragraph& out);
void place_dots(shape::ShapedText const& shaped, style::StyledText const& text, std::span<ShapedDots const> dots,
                Paragraph& out);

} // namespace kumihan::para
