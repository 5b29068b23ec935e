// The picture that stands in for a photo that could not be used in a draft: a grey field with a frame, its diagonals
// and an exclamation mark in a disc, so that nobody takes it for a finished page. Words are set by the page, not here.
#pragma once

#include "image/store.h"

namespace kumihan::image {

inline constexpr int kPlaceholderWidth = 1200, kPlaceholderHeight = 900; // when the photo's own size is unknown

PreparedImage draw_placeholder(int width, int height);

} // namespace kumihan::image
