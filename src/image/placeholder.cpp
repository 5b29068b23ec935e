#include "image/placeholder.h"

#include "image/encode.h"

#include <algorithm>
#include <cmath>

namespace kumihan::image {

namespace {

constexpr double kField = 226, kLine = 150, kDisc = 90, kMark = 250; // grey levels

// How much of a pixel lies inside, given the signed distance of its middle from the edge (inside: negative).
double cover(double distance) { return std::clamp(0.5 - distance, 0.0, 1.0); }

double blend(double below, double above, double amount) { return below + (above - below) * amount; }

} // namespace

PreparedImage draw_placeholder(int width, int height) {
    PreparedImage picture;
    picture.width = std::clamp(width, 1, 4000);
    picture.height = std::clamp(height, 1, 4000);
    picture.color = ColorSpace::Gray;
    picture.encoding = Encoding::Deflate;
    double const w = picture.width, h = picture.height, small = std::min(w, h);
    double const stroke = std::max(1.0, small / 120), radius = small / 6, diagonal = std::hypot(w, h);
    std::vector<std::uint8_t> samples;
    samples.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    for (int row = 0; row < picture.height; ++row)
        for (int column = 0; column < picture.width; ++column) {
            double const x = column + 0.5, y = row + 0.5, from_x = x - w / 2, from_y = y - h / 2;
            double const edge = std::min({x, y, w - x, h - y}) - 2 * stroke;
            double const falling = std::abs(from_x * h - from_y * w) / diagonal - stroke / 2;
            double const rising = std::abs(from_x * h + from_y * w) / diagonal - stroke / 2;
            double const disc = std::hypot(from_x, from_y) - radius;
            double const bar = std::max(std::abs(from_x) - radius / 9, std::abs(from_y + radius / 5) - radius * 0.42);
            double const dot = std::hypot(from_x, from_y - radius / 2) - radius / 8;
            double level = blend(kField, kLine, cover(std::min({edge, falling, rising})));
            level = blend(level, kDisc, cover(disc));
            level = blend(level, kMark, cover(std::min(bar, dot)));
            samples.push_back(static_cast<std::uint8_t>(std::lround(level)));
        }
    picture.bytes = deflate(samples);
    return picture;
}

} // namespace kumihan::image
