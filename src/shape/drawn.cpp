#include "shape/drawn.h"

#include "text/char_class.h"

#include <unicode/uchar.h>

namespace kumihan::shape {

using text::JlreqClass;

Turn turn_in_vertical(char32_t c) {
    if ((c >= 0x3040 && c <= 0x309F) || (c >= 0x3400 && c <= 0x9FFF)) return Turn::Upright;
    // Dashes and leaders have vertical forms in Japanese fonts, on the centre line; without one they are turned.
    if (text::japanese_class(c) == JlreqClass::Inseparable) return Turn::Upright;
    auto const orientation = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_VERTICAL_ORIENTATION);
    return orientation == U_VO_ROTATED ? Turn::Rotated : Turn::Upright;
}

bool plain_in_vertical(char32_t c) {
    auto const cls = text::japanese_class(c);
    return (c >= 0x3400 && c <= 0x9FFF) || (cls == JlreqClass::Hiragana && c < 0x10000);
}

} // namespace kumihan::shape
