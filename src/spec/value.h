// Values of layout files as text: lengths with a unit, colours, paper sizes.
#pragma once

#include "base/geometry.h"

#include <optional>
#include <string_view>

namespace kumihan::spec {

std::optional<Length> parse_length(std::string_view text); // 12pt 3mm 1.2cm 20Q 18H; 0 needs no unit
std::optional<Color> parse_color(std::string_view text);   // #rrggbb
std::optional<Size> paper_size(std::string_view name);     // A3 A4 A5 A6 B4 B5 B6 (JIS B), 四六

} // namespace kumihan::spec
