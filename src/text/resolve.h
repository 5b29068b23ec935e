// resolve: which of its two roles an ambiguous code point plays here, decided once, before shaping
// (japanese-composition.md 2.3). Input: the base code points of a paragraph's grapheme clusters. Output: class and face
// of each. Classes given by mark-up (20 to 23, 28 to 30) are set later by the paragraph builder. Linear in the text.
#pragma once

#include "text/jlreq_class.h"

#include <cstdint>
#include <span>

namespace kumihan::text {

struct Resolved {
    JlreqClass cls = JlreqClass::Western;
    bool latin = false;       // set from the Latin font of the stack
    // Half-width signs typed in Japanese text keep the Latin glyph but the manners of their full-width counterpart: no
    // line starts with `)` or ends with `(`, and no 和欧間 opens on their inner side.
    bool closes = false;      // as cl-02, 04, 06, 07
    bool opens = false;       // as cl-01
    bool operator==(Resolved const&) const = default;
};

// out.size() == bases.size()
void resolve(std::span<char32_t const> bases, std::span<Resolved> out);

// The same for a sign within text that is known to be Western (an English title): its quotation marks, dashes and signs.
Resolved in_western_text(char32_t c, Resolved resolved);

} // namespace kumihan::text
