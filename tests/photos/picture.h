// The test picture: 96 × 64 pixels, four quarters of flat colours, so that any turn or mirror shows at its corners.
//   red   green
//   blue  yellow
// Quarters are multiples of 16 wide and high: blocks of a JPEG with halved chroma do not cross their edges.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace kumihan::test {

inline constexpr int kWidth = 96, kHeight = 64;

struct Rgb {
    std::uint8_t r, g, b;
};
inline constexpr Rgb kRed{220, 40, 40}, kGreen{40, 180, 60}, kBlue{40, 60, 210}, kYellow{240, 220, 60};

inline constexpr Rgb colour_at(int x, int y) {
    if (y < kHeight / 2) return x < kWidth / 2 ? kRed : kGreen;
    return x < kWidth / 2 ? kBlue : kYellow;
}

// Where the pixel of a stored row and column is seen, from the words of the Exif standard (CIPA DC-008, 4.6.4 A,
// Orientation): which side of the seen picture row 0 is, and which side column 0.
inline constexpr std::pair<int, int> seen_at(int orientation, int row, int column) {
    switch (orientation) {
    case 2:
        return {kWidth - 1 - column, row}; // row 0 top, column 0 right
    case 3:
        return {kWidth - 1 - column, kHeight - 1 - row}; // bottom, right
    case 4:
        return {column, kHeight - 1 - row}; // bottom, left
    case 5:
        return {row, column}; // left, top
    case 6:
        return {kWidth - 1 - row, column}; // right, top
    case 7:
        return {kWidth - 1 - row, kHeight - 1 - column}; // right, bottom
    case 8:
        return {row, kHeight - 1 - column}; // left, bottom
    default:
        return {column, row}; // top, left
    }
}

struct Stored {
    int width = kWidth, height = kHeight;
    std::vector<std::uint8_t> rgb;
};

// The picture as a camera stores it under that orientation.
inline Stored stored_picture(int orientation) {
    Stored stored;
    if (orientation >= 5) std::swap(stored.width, stored.height);
    for (int row = 0; row < stored.height; ++row)
        for (int column = 0; column < stored.width; ++column) {
            auto const [x, y] = seen_at(orientation, row, column);
            Rgb const c = colour_at(x, y);
            stored.rgb.insert(stored.rgb.end(), {c.r, c.g, c.b});
        }
    return stored;
}

} // namespace kumihan::test
