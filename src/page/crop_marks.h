// トンボ: where the paper is cut, as Japanese printers want it: two angles at each corner, the inner at the trim and the
// outer at the bleed, and a cross in the middle of each side. All of it lies outside the bleed, as an artifact.
#pragma once

#include "page/page.h"

namespace kumihan::page {

// Gives the page the room that its marks need.
void put_crop_marks(Page& page);

} // namespace kumihan::page
