// kanji_numerals: the Arabic numbers of a vertical text as kanji numbers, when the chapter asks for them (digest 3.6, 11.4).
// Input: the text of a paragraph as UTF-8. Output: which bytes become which words, in order.
//   Kanji       years by position, everything else with 十百千万: 二〇一九年、三十名、百二十五人、一万二千五百円
//   Positional  by position throughout: 二〇一九年、三〇名、一二五人、一二、五〇〇円
// Both: 三・一四 (decimal point), 五十％, 〇一三四 (leading zeros keep their places). Full-width figures are figures too.
// Numbers within Western text stay as they are: A4, COVID-19, 13:30, 0134-32-4111, 10 km, ￥500, 1/2, 25℃.
// The kanji are the text from here on: what is printed is what is read aloud, searched and copied. An author who wants a
// number to stay Arabic writes it between ^ and ^.
#pragma once

#include "document/model.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kumihan::style {

struct KanjiNumber {
    std::uint32_t begin = 0, end = 0; // bytes of the text
    std::string kanji;
    bool operator==(KanjiNumber const&) const = default;
};

// Nothing for Numerals::Arabic.
std::vector<KanjiNumber> kanji_numbers(std::string_view text, document::Numerals how);

// The text with all of them replaced: labels and references, which are the program's own words.
std::string with_kanji_numbers(std::string_view text, document::Numerals how);

} // namespace kumihan::style
