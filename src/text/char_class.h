// Classes of code points. Input: a code point. Output: its class where the text around it is Japanese, and whether it has
// a second role as a character of Western text (resolve.h decides between the two, japanese-composition.md 2.3).
// JLReq lists only one code point of a sign; the compatibility code points that real text uses in its place stand with it.
// Clauses: JLReq 3.9.2 and appendix A, JIS X 4051 annex 1.
#pragma once

#include "text/jlreq_class.h"

#include <span>
#include <string_view>

namespace kumihan::text {

struct CodeRange {
    char32_t first, last;
};
struct ClassRow {
    JlreqClass cls;
    std::string_view name; // 用語
    std::span<CodeRange const> ranges;
};

// The rows of the table, sorted within a row, no code point in two rows. What no row holds is Western (cl-27).
std::span<ClassRow const> class_rows();

namespace detail {
extern JlreqClass const* const kBmpClasses;
JlreqClass astral_class(char32_t c);
} // namespace detail

inline JlreqClass japanese_class(char32_t c) {
    return c < 0x10000 ? detail::kBmpClasses[c] : detail::astral_class(c);
}

// Listed in cl-27 as well as in a Japanese class, or an ASCII sign.
bool has_western_role(char32_t c);

// Letters of alphabets that are always Western, whatever stands beside them.
constexpr bool is_latin_letter(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == 0xAA || c == 0xBA ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x250 && c <= 0x2AF) ||
           (c >= 0x1E00 && c <= 0x1EFF);
}
constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
// Greek and Cyrillic: full-width signs when alone in Japanese text (α線), Western words otherwise.
constexpr bool is_greek_or_cyrillic(char32_t c) { return c >= 0x370 && c <= 0x52F; }
// 漢数字: the figures and units of kanji numbers.
constexpr bool is_kanji_numeral(char32_t c) {
    switch (c) {
    case U'〇': case U'一': case U'二': case U'三': case U'四': case U'五': case U'六': case U'七': case U'八': case U'九':
    case U'十': case U'百': case U'千': case U'万': case U'億': case U'兆':
        return true;
    default:
        return false;
    }
}
// Sound marks with a cell of their own, which belong to the kana before them: ｶﾞ, か゛.
constexpr bool is_spacing_sound_mark(char32_t c) { return c == 0x309B || c == 0x309C || c == 0xFF9E || c == 0xFF9F; }

// Characters without a place of their own: combining marks, variation selectors, joiners, format controls.
bool joins_previous(char32_t c);
// Never drawn and never part of the extracted text: U+200B, U+2060, U+FEFF, U+00AD, U+2028, what turns the direction of
// writing, and other controls that programs leave behind.
constexpr bool is_invisible_control(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0x61C || c == 0x180E || (c >= 0xFFF9 && c <= 0xFFFB) ||
           c == 0xE0001;
}

} // namespace kumihan::text
