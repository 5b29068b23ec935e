// Questions about characters that the markup asks: what a reader counts as one, what is kana or kanji, and whether
// joined lines need a space. Composition has its own classes (text/); nothing here depends on them.
#pragma once

#include <cstddef>
#include <string_view>

namespace kumihan::document {

// Characters of a ruby base: a variation selector or combining mark belongs to the character before it.
std::size_t count_characters(std::string_view text);
bool all_kana(std::string_view text); // false for nothing
bool is_han(char32_t c);
char32_t last_character(std::string_view text); // 0 for nothing

// Whether a source line break between these characters stands for a space: between Latin words yes, beside Japanese no.
bool line_break_is_space(char32_t before, char32_t after);

} // namespace kumihan::document
