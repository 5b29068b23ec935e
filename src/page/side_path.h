// 傍線 that are no rules: dotted and wavy ones as paths. Input: the stroke, and `place`, which gives the point that lies so far
// along it and so far below its middle. Output: whole dots or waves that fill its length.
#pragma once

#include "line/line.h"
#include "page/page.h"

#include <functional>

namespace kumihan::page {

PlacedPath side_path(line::SideStroke const& stroke, std::function<Point(Length along, Length down)> const& place);

} // namespace kumihan::page
