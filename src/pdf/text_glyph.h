// A glyph as the text writer places it, and where a text begins.
#pragma once

#include "base/geometry.h"
#include "base/ids.h"
#include "pdf/syntax.h"

#include <cstdint>
#include <string_view>

namespace kumihan::pdf {

constexpr std::int64_t kNanosPerFixed = 100'000; // 1e-9 pt in 1e-4 pt
constexpr std::int32_t kWholeScale = 1'000'000;

constexpr std::int64_t rounded_quotient(std::int64_t value, std::int64_t by) {
    return (2 * value + (value < 0 ? -by : by)) / (2 * by);
}
constexpr std::int32_t scaled_width(std::int32_t width, std::int32_t scale) {
    if (scale == kWholeScale) return width;
    return static_cast<std::int32_t>(rounded_quotient(std::int64_t{width} * scale, kWholeScale));
}

// Turned: rightwards, the page turned by 90°; Up: rightwards, turned to the other side
enum class Axis : std::uint8_t { Right, Down, Turned, Up };

struct TextGlyph {
    FontId font;
    Axis axis;
    bool at_pen;
    bool as_before; // font, size, scale and colour are those of the glyph before
    std::uint16_t code, resource;
    std::int32_t width; // 1e-7 em along the line, x_scale included
    std::int32_t scale; // 1e-6
    Fixed size, across; // across: the coordinate that stays along the line
    Fixed column;       // that of the line of vertical text, for what is turned, abreast or raised in it
    std::int64_t along; // 1e-9 pt, rightwards or downwards
    Color color;
    std::uint32_t covered;
    std::uint32_t word; // glyphs of one number other than 0 are one word, however far apart
    std::string_view text, actual;

    std::int64_t advance() const { return width * size / 100; } // 1e-7 em of 1e-4 pt in 1e-9 pt
    std::int64_t end() const { return along + advance(); }
    std::int64_t em() const { return size * kNanosPerFixed; }
    bool vertical() const { return axis == Axis::Down || axis == Axis::Turned; }
};

struct TextStart {
    std::int64_t along; // 1e-9 pt, downwards
    Fixed size, column; // column: as in TextGlyph

    std::int64_t em() const { return size * kNanosPerFixed; }
};

} // namespace kumihan::pdf
