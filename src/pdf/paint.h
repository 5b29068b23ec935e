// The colours a content stream has set last. Black and greys are DeviceGray, so that a printer uses black ink alone.
#pragma once

#include "base/geometry.h"
#include "pdf/syntax.h"

#include <string>

namespace kumihan::pdf {

class Paint {
public:
    bool fills_with(Color color) const { return color == fill_; }
    void fill(std::string& out, Color color) { set(out, fill_, color, "g\n", "rg\n"); }
    void stroke(std::string& out, Color color) { set(out, stroke_, color, "G\n", "RG\n"); }

private:
    static void set(std::string& out, Color& current, Color color, char const* gray, char const* rgb) {
        if (color == current) return;
        current = color;
        put_component(out, color.r);
        if (!color.is_gray()) {
            put_component(out, color.g);
            put_component(out, color.b);
        }
        out += color.is_gray() ? gray : rgb;
    }
    static void put_component(std::string& out, std::uint8_t value) {
        put_fixed(out, (value * kFixedOne + 127) / 255);
        out += ' ';
    }
    Color fill_, stroke_; // every page begins with black (ISO 32000-1 table 52)
};

} // namespace kumihan::pdf
