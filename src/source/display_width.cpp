#include "source/display_width.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

namespace kumihan::source {

int display_width(char32_t code_point) {
    if (code_point < 0x300) return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ? 0 : 1;
    auto const c = static_cast<UChar32>(code_point);
    switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
        return 0;
    default:
        break;
    }
    auto const width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
    std::size_t total = 0;
    for (std::size_t i = 0; i < text.size();) {
        auto const decoded = utf8::decode(text, i);
        total += static_cast<std::size_t>(display_width(decoded.code_point));
        i += decoded.length;
    }
    return total;
}

} // namespace kumihan::source
