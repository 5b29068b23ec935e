#include "page/crop_marks.h"

#include <algorithm>
#include <array>

namespace kumihan::page {

namespace {

constexpr double kLength = 9, kCross = 10, kRoom = 12; // mm, outwards from the bleed; half of a cross along its side
constexpr double kLeast = 3;                           // mm between the trim and a mark, also without a bleed
constexpr double kThickness = 0.1;                     // mm

} // namespace

void put_crop_marks(Page& page) {
    page.marks = Length::mm(kRoom);
    Length const width = page.trim.width, height = page.trim.height, thick = Length::mm(kThickness);
    Length const near = std::max(page.bleed, Length::mm(kLeast)), far = near + Length::mm(kLength);
    auto const rule = [&](Length x, Length y, Length along, Length down) {
        page.items.push_back({{x, y}, PlacedRule{{along, down}, Color{}}, {}, ArtifactKind::Layout, {}});
    };
    // Lines with their middle at the place that they mark, between two places.
    auto const across = [&](Length y, Length from, Length to) {
        rule(std::min(from, to), y - thick / 2, std::max(from, to) - std::min(from, to), thick);
    };
    auto const down = [&](Length x, Length from, Length to) {
        rule(x - thick / 2, std::min(from, to), thick, std::max(from, to) - std::min(from, to));
    };
    struct Side {
        Length trim;
        std::int64_t out; // sense
    };
    std::array<Side, 2> const left_and_right{{{Length{}, -1}, {width, 1}}}, head_and_foot{{{Length{}, -1}, {height, 1}}};
    for (Side const x : left_and_right)
        for (Side const y : head_and_foot) {
            Length const x_near = x.trim + near * x.out, x_far = x.trim + far * x.out;
            Length const y_near = y.trim + near * y.out, y_far = y.trim + far * y.out;
            across(y.trim, x_near, x_far);
            across(y_near, x.trim, x_far);
            down(x.trim, y_near, y_far);
            down(x_near, y.trim, y_far);
        }
    Length const half = Length::mm(kCross);
    for (Side const y : head_and_foot) {
        Length const middle = y.trim + (near + Length::mm(kLength) / 3) * y.out;
        down(width / 2, y.trim + near * y.out, y.trim + far * y.out);
        across(middle, width / 2 - half, width / 2 + half);
    }
    for (Side const x : left_and_right) {
        Length const middle = x.trim + (near + Length::mm(kLength) / 3) * x.out;
        across(height / 2, x.trim + near * x.out, x.trim + far * x.out);
        down(middle, height / 2 - half, height / 2 + half);
    }
}

} // namespace kumihan::page
