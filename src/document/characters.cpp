#include "document/characters.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace kumihan::document {

std::size_t count_characters(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < text.size();) {
        auto const decoded = utf8::decode(text, i);
        auto const c = static_cast<UChar32>(decoded.code_point);
        auto const type = u_charType(c);
        if (type != U_NON_SPACING_MARK && type != U_ENCLOSING_MARK && type != U_FORMAT_CHAR) ++n;
        i += decoded.length;
    }
    return n;
}

bool all_kana(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        auto const decoded = utf8::decode(text, i);
        if (decoded.code_point < 0x3041 || decoded.code_point > 0x30FF) return false;
        i += decoded.length;
    }
    return !text.empty();
}

bool is_han(char32_t c) {
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &error) == USCRIPT_HAN;
}

char32_t last_character(std::string_view text) {
    std::size_t i = text.size();
    while (i > 0 && (static_cast<std::uint8_t>(text[i - 1]) & 0xC0) == 0x80)
        --i;
    return i > 0 ? utf8::decode(text, i - 1).code_point : 0;
}

bool line_break_is_space(char32_t before, char32_t after) {
    auto no_space = [](char32_t c) {
        if (c < 0x2000) return false;
        auto const code = static_cast<UChar32>(c);
        UErrorCode error = U_ZERO_ERROR;
        if (uscript_getScript(code, &error) == USCRIPT_HANGUL) return false; // Korean puts spaces between words
        auto const width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
        return width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH || (c >= 0x2460 && c <= 0x24FF);
    };
    return !no_space(before) && !no_space(after);
}

} // namespace kumihan::document
