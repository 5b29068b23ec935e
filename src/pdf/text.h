// TextWriter: runs of glyphs as BT … ET. Positions are exact: the viewer's pen is followed with the widths that were
// written, and what is missing goes into the TJ array; Td or Tm only where the pen cannot get by itself.
// Vertical runs use Identity-V fonts, else extraction gives one line per character.
// Viewers guess spaces and line ends from gaps. Where layout pulls a bracket back by about half an em (Poppler starts a
// new line there) or opens a gap that is no space (the quarter em around Western words, stretched lines), the glyphs
// stand under an ActualText that says what they say, so that "118枚" is found as it was written.
#pragma once

#include "page/page.h"
#include "pdf/clusters.h"
#include "pdf/fonts.h"
#include "pdf/paint.h"

#include <optional>
#include <string>
#include <vector>

namespace kumihan::pdf {

class TextWriter {
public:
    TextWriter(std::string& out, Paint& paint, Fonts const& fonts, font::FontLibrary const& library, bool readable)
        : out_(out), paint_(paint), fonts_(fonts), library_(library), readable_(readable) {}

    // `at`: PageItem::at; `corner`: where the trim's top left corner lies in user space (y up). The run must outlive
    // the next flush().
    void add(page::PlacedText const& text, Point at, Point corner);
    void flush(); // writes BT … ET when something was added

private:
    // Turned: rightwards, the page turned by 90°; Up: rightwards, turned to the other side
    enum class Axis : std::uint8_t { Right, Down, Turned, Up };
    struct Glyph {
        FontId font;
        Axis axis;
        bool at_pen;
        bool as_before; // font, size, scale and colour are those of the glyph before
        std::uint16_t code, resource;
        std::int32_t advance; // 1e-7 em, x_scale included
        std::int32_t scale;   // 1e-6
        Fixed size, across;   // across: the coordinate that stays along the line
        std::int64_t along;   // 1e-9 pt, rightwards or downwards
        Color color;
        std::uint32_t covered;
        std::uint32_t word; // glyphs of one number other than 0 are one word, however far apart
        std::string_view text, actual;
    };
    struct Cover { // an ActualText over glyphs [begin, end)
        std::size_t begin = 0, end = 0;
        std::string text;
        std::optional<Glyph> space; // drawn first
    };
    enum class Step : std::uint8_t { Plain, Back, Gap }; // how a glyph follows the one before
    static std::int64_t advance(Glyph const& glyph);
    static Step step(Glyph const& last, Glyph const& next);
    std::optional<Glyph> space_after(Glyph const& last, Glyph const& next) const;
    std::vector<Cover> covers() const;
    std::size_t stretched_down(std::size_t begin) const;
    bool ends_column(std::size_t i) const; // the last of several letters
    void put(Glyph const& glyph);
    void state(Glyph const& glyph);
    void move(Glyph const& glyph);
    void adjust(Glyph const& glyph);
    void close_string();
    void close_array();

    std::string& out_;
    Paint& paint_;
    Fonts const& fonts_;
    font::FontLibrary const& library_;
    bool readable_;

    std::vector<Shown> shown_;
    std::vector<Glyph> glyphs_;
    Glyph last_{}; // of the text before; its views may dangle and are not read
    bool last_known_ = false;
    std::uint32_t words_ = 0;

    // Text state, which lasts from BT to BT (9.3.1) …
    std::uint16_t resource_ = 0;
    Fixed size_ = 0;
    static constexpr std::int32_t kWholeScale = 1'000'000;
    static std::int32_t squeeze_of(Glyph const& glyph) { return glyph.axis == Axis::Down ? glyph.scale : kWholeScale; }
    std::int32_t scale_ = kWholeScale;
    // … and what BT resets.
    Axis axis_ = Axis::Right;
    bool turned_ = false;           // the text matrix, as it stands in the stream: not that of plain text
    std::int32_t squeeze_ = kWholeScale; // by it
    Fixed line_x_ = 0, line_y_ = 0; // origin of the line matrix
    Fixed across_ = 0;
    std::int64_t pen_ = 0;
    bool pen_known_ = false;

    std::string string_, array_;
    bool array_has_numbers_ = false;
};

} // namespace kumihan::pdf
