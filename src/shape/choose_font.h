// choose_font: which face of a stack sets a grapheme cluster (fonts.md section 8). Per cluster, never per code point:
// a base and its marks come from one face. A variation sequence takes the first face that has it.
#pragma once

#include "font/library.h"

#include <cstdint>
#include <string_view>

namespace kumihan::shape {

enum class Wanted : std::uint8_t { Japanese, Latin };

struct Choice {
    std::uint32_t entry = 0;   // index into FontStack::entries
    std::uint32_t glyph = 0;   // nominal glyph of the base; 0: no face has the cluster
    bool variant_missing = false; // the base is there, its variation sequence is nowhere
};

// `cluster` is the UTF-8 of one grapheme cluster with base code point `base`.
Choice choose_font(font::FontLibrary const& fonts, font::FontStack const& stack, Wanted wanted, char32_t base,
                   std::string_view cluster, bool single);

// U+FE00..FE0F, U+E0100..E01EF
constexpr bool is_variation_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }

} // namespace kumihan::shape
