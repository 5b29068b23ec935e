// Physical geometry of a page (origin at the top left corner of the trim, x to the right, y down) and colours.
// Logical axes (inline, block) stay plain Lengths up to `page`, which is the first stage that knows x and y.
#pragma once

#include "base/length.h"

#include <cstdint>

namespace kumihan {

struct Point {
    Length x, y;
    bool operator==(Point const&) const = default;
};

struct Size {
    Length width, height;
    bool operator==(Size const&) const = default;
};

struct Rect {
    Length x, y, width, height;
    Length right() const { return x + width; }
    Length bottom() const { return y + height; }
    bool operator==(Rect const&) const = default;
};

// sRGB, 8 bits each. Pure black is written as DeviceGray 0, so that a printer uses black ink alone.
struct Color {
    std::uint8_t r = 0, g = 0, b = 0;
    bool operator==(Color const&) const = default;
    bool is_gray() const { return r == g && g == b; }
};

enum class WritingMode : std::uint8_t { Horizontal, Vertical };

} // namespace kumihan
