// Warichu (割注): a note set in two small lines within a line of text (digest 10.6; JLReq 3.4, JIS X 4051 4.16).
// Input: a built paragraph whose letters of the note are boxes like others. fold_warichu makes columns of them, one letter
// above and one below, which lines take and part like letters; part_of says how the letters of some columns stand.
// Each host line holds two lines of the note that are as long as each other as far as can be, the upper not shorter.
#pragma once

#include "para/paragraph.h"
#include "style/text.h"

namespace kumihan::para {

void fold_warichu(style::StyledText const& text, shape::ShapedText const& shaped, Paragraph& out);

// Letters [begin, split) stand above, [split, end) below.
struct WarichuPart {
    std::uint32_t begin = 0, split = 0, end = 0;
    std::int32_t width = 0; // of the longer one
};
WarichuPart part_of(Paragraph const& paragraph, WarichuNote const& note, std::uint32_t first_box, std::uint32_t last_box);

// Once the breaks are chosen: the columns of a line together become exactly as wide as their letters need.
void fit_columns(Paragraph& paragraph, std::uint32_t first_box, std::uint32_t last_box, std::int32_t width);

} // namespace kumihan::para
