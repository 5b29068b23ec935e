// What each glyph of a run says. GlyphAt::text cuts the run's text into clusters; here every cluster is laid on its
// glyphs so that a viewer that copies or searches gets the text back, whole and in order.
// - one glyph: it says the whole cluster (a ligature, a base with its variation selector);
// - as many glyphs as code points, each the nominal glyph of its own: one says one;
// - else: the first says all, and the glyphs are drawn under one ActualText;
// - spaces typed after a cluster, which layout turned into distance: the face's own space glyph, drawn at the pen.
#pragma once

#include "font/library.h"
#include "line/line.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace kumihan::pdf {

struct Shown {
    std::uint32_t glyph = 0;
    std::int32_t at = 0, rise = 0; // as in GlyphAt
    bool at_pen = false;           // a space of no place of its own: drawn where the pen stands, `at` means nothing
    std::uint32_t covered = 0;     // this glyph and the following covered - 1 stand under an ActualText; 0: none
    std::string_view text;         // what this glyph says by itself
    std::string_view actual;       // what the covered glyphs say together
};

// Appends to `out`; the views point into run.text.
void lay_text(line::GlyphRun const& run, font::FontLibrary const& fonts, std::vector<Shown>& out);

} // namespace kumihan::pdf
