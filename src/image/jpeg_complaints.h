// What libjpeg complains about in the coded data of a JPEG: a bad code, a segment cut short. It goes on with what it can make
// out, and the picture shows grey or shifted stripes.
#pragma once

#include <cstdint>
#include <span>

namespace kumihan::image {

// The data are decoded once, at an eighth of the size: what costs is reading the codes.
bool jpeg_is_damaged(std::span<std::uint8_t const> bytes);

} // namespace kumihan::image
