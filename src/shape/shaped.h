// ShapedText: a paragraph's grapheme clusters with their classes, fonts, glyphs and advances; what `para` works from.
// It holds numbers only, so tests can write one by hand (tests/unit/line/fake_metrics.h) and need no font.
// Invariants: clusters cover the text in order without gap; glyphs stand in cluster order; a cluster without glyphs is a
// part of the ligature before it (`continues`) or is not drawn at all (`invisible`).
#pragma once

#include "base/geometry.h"
#include "base/ids.h"
#include "base/language_tag.h"
#include "base/length.h"
#include "text/jlreq_class.h"

#include <cstdint>
#include <vector>

namespace kumihan::shape {

struct Glyph {
    std::uint32_t id = 0;
    std::int32_t advance = 0;      // 1/65536 em of Setting::size, along the line
    std::int32_t along = 0, rise = 0; // offset of the glyph from its place, same unit
};

enum class Turn : std::uint8_t { Upright, Rotated }; // of glyphs in vertical lines

// What the clusters of one style run and one font have in common.
struct Setting {
    FontId font;
    Length size;      // of the font: the text size times the scale of the stack entry
    Length em;        // of the text: the unit of all spaces
    Color color;
    Length rise;
    Em tracking;
    Turn turn = Turn::Upright;
    bool centre_in_em = false;
    double x_scale = 1.0; // of what is squeezed into a cell (縦中横)
    bool tabular = false; // figures of one width
    LanguageTag language; // none: the paragraph's
    bool operator==(Setting const&) const = default;
};

struct Cluster {
    std::uint32_t begin = 0, end = 0; // bytes of the text
    std::uint32_t first_glyph = 0;
    std::uint32_t setting = 0;        // index of ShapedText::settings
    char32_t base = 0;                // first code point
    std::int32_t advance = 0;         // 1/65536 pt, sum of the glyphs
    std::int32_t kern = 0;            // the part of it that is owed to the next cluster and goes at a line's end
    std::uint16_t glyph_count = 0;
    text::JlreqClass cls = text::JlreqClass::None;
    bool latin : 1 = false;     // set from the Latin font
    bool opens : 1 = false;     // a half-width sign with the manners of an opening bracket (text::Resolved)
    bool closes : 1 = false;
    bool continues : 1 = false; // drawn by the ligature before it
    bool invisible : 1 = false; // a format control
};

struct ShapedText {
    std::vector<Cluster> clusters;
    std::vector<Glyph> glyphs;
    std::vector<Setting> settings;

    void clear() {
        clusters.clear();
        glyphs.clear();
        settings.clear();
    }
};

} // namespace kumihan::shape
