// What stands for a code point of the text: the one that is looked up and shaped, and how it is turned in vertical lines.
// Input: code points and their class. Internal to this folder.
#pragma once

#include "shape/shaped.h"
#include "text/resolve.h"

namespace kumihan::shape {

// The text itself stays as written: signs that one editor types in one way and the next in another look the same. BIZ's
// U+2014 is half an em wide, while U+2015 joins; its U+2212 is half an em wide and looks like a hyphen; the leaders of
// U+22EF are those of U+2026 in Japanese text.
constexpr char32_t drawn_as(char32_t c, text::Resolved const& resolved) {
    if (resolved.cls == text::JlreqClass::Inseparable) {
        if (c == 0x2014) return 0x2015;
        if (c == 0x22EF) return 0x2026;
    }
    if (c == 0x2212 && !resolved.latin) return 0xFF0D;
    if (c == '\t' || c == 0xA0) return ' ';
    return c;
}

constexpr char32_t full_width(char32_t c) { return c > 0x20 && c < 0x7F ? c + 0xFEE0 : c; }
constexpr char32_t half_width(char32_t c) { return c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c; }

Turn turn_in_vertical(char32_t c); // UAX #50

// Kanji and large hiragana have no vertical form; everything else may.
bool plain_in_vertical(char32_t c);

} // namespace kumihan::shape
