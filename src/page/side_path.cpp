#include "page/side_path.h"

#include <algorithm>

namespace kumihan::page {

PlacedPath side_path(line::SideStroke const& stroke, std::function<Point(Length along, Length down)> const& place) {
    Length const length = stroke.end - stroke.begin, t = stroke.thickness;
    PlacedPath path;
    bool const wavy = stroke.kind == document::SideKind::Wavy;
    // Whole steps fill the length: dots of two thicknesses two apart, waves of ten.
    Length const step = t * (wavy ? 10 : 4);
    auto const count = std::max<std::int64_t>(1, length.units() / std::max<std::int64_t>(1, step.units()));
    using Kind = PathPoint::Kind;
    for (std::int64_t k = 0; k < count; ++k) {
        Length const from = length * k / count, to = length * (k + 1) / count, size = to - from;
        if (wavy) {
            Length const high = t * 2 * (k % 2 == 0 ? -1 : 1);
            if (k == 0) path.points.push_back({Kind::Move, place(from, {})});
            path.points.push_back({Kind::Curve, place(from + size / 3, high)});
            path.points.push_back({Kind::Curve, place(to - size / 3, high)});
            path.points.push_back({Kind::Curve, place(to, {})});
        } else {
            Length const half = std::min(t, size / 2), start = from + size / 2 - half;
            path.points.push_back({Kind::Move, place(start, -half)});
            path.points.push_back({Kind::Line, place(start + half * 2, -half)});
            path.points.push_back({Kind::Line, place(start + half * 2, half)});
            path.points.push_back({Kind::Line, place(start, half)});
            path.points.push_back({Kind::Close, {}});
        }
    }
    if (wavy) {
        path.stroke = t;
        path.stroke_color = stroke.color;
    } else {
        path.fill = true;
        path.fill_color = stroke.color;
    }
    return path;
}

} // namespace kumihan::page
