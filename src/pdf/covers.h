// Covers: which glyphs stand under an ActualText (ISO 32000-1 14.9.4), so that viewers extract the text as it was
// written.
//
// Viewers guess spaces and line ends from gaps. Where layout pulls a bracket back by about half an em (Poppler starts a
// new line there) or opens a gap that is no space (the quarter em around Western words, stretched lines), the glyphs
// are covered by what they say, and "118枚" is found.
//
// Poppler, moreover, orders words by the places where they begin and by their base lines, and that of an ActualText is
// where its first glyph is drawn, its extent reaches to the last, and its size is that of the font at its end. So
// spaces drawn first and last, and a change of size, tell it where a word of vertical text belongs. To it a vertical
// letter stands an em higher than it does, with its base in the middle of the line.
#pragma once

#include "font/library.h"
#include "pdf/fonts.h"
#include "pdf/text_glyph.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace kumihan::pdf {

struct Cover { // over glyphs [begin, end)
    std::size_t begin = 0, end = 0;
    std::string text;
    std::optional<TextGlyph> place;     // a space drawn first, where the text is to begin
    std::optional<TextGlyph> start;     // a space drawn next, where its string is to begin
    std::optional<TextGlyph> end_place; // a space drawn last, where the text is to end
    Fixed ends_at_size = 0;             // other than 0: the size of letters to believe in
};

// Size of letters and distance of their lines.
using Pitches = std::vector<std::pair<Fixed, Fixed>>;

// Spaces of the faces that are used, by which places are told.
class Spaces {
public:
    Spaces(Fonts const& fonts, font::FontLibrary const& library) : fonts_(fonts), library_(library) {}
    // At `along`, of the face of `like`; downwards, of something turned: in the middle of its line.
    std::optional<TextGlyph> at(std::int64_t along, TextGlyph const& like, Axis axis) const;
    // Ends at `end`.
    std::optional<TextGlyph> before(std::int64_t end, TextGlyph const& like, Axis axis) const;

private:
    Fonts const& fonts_;
    font::FontLibrary const& library_;
};

// `last`: the glyph before, `next`: the text behind them, each on the same page. In order, none over another.
std::vector<Cover> find_covers(std::span<TextGlyph const> glyphs, TextGlyph const* last,
                               std::optional<TextStart> const& next, Pitches const& pitches, Spaces const& spaces);

} // namespace kumihan::pdf
