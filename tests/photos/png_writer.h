// Writes PNG files (W3C PNG) of any bit depth and colour type by hand, so that the tests do not trust a library with
// what they check.
#pragma once

#include "photos/byte_writer.h"

#include <functional>

namespace kumihan::test {

enum class PngColour : std::uint8_t { Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, RgbAlpha = 6 };

struct Png {
    int width = 0, height = 0, depth = 8;
    PngColour colour = PngColour::Rgb;
    ByteVector rows;                                            // packed as in the format, without filter bytes
    std::vector<std::pair<std::string_view, ByteVector>> extra; // chunks before IDAT: PLTE, tRNS, eXIf, iCCP, tEXt
};

ByteVector write_png(Png const& png);
ByteVector zlib_stream(ByteVector const& bytes);

} // namespace kumihan::test
