// TextWriter: runs of glyphs as BT … ET. Positions are exact: the viewer's pen is followed with the widths that were
// written, and what is missing goes into the TJ array; Td or Tm only where the pen cannot get by itself.
// Vertical runs use Identity-V fonts, else extraction gives one line per character. What stands under an ActualText is
// found in covers.h; where strings begin and end is seen to here.
#pragma once

#include "page/page.h"
#include "pdf/clusters.h"
#include "pdf/covers.h"
#include "pdf/fonts.h"
#include "pdf/paint.h"
#include "pdf/text_glyph.h"

#include <optional>
#include <string>
#include <vector>

namespace kumihan::pdf {

class TextWriter {
public:
    TextWriter(std::string& out, Paint& paint, Fonts const& fonts, font::FontLibrary const& library, bool readable)
        : out_(out), paint_(paint), fonts_(fonts), library_(library), spaces_(fonts, library), readable_(readable) {}

    // `at`: PageItem::at; `corner`: where the trim's top left corner lies in user space (y up). The run must outlive
    // the next flush().
    void add(page::PlacedText const& text, Point at, Point corner);
    static TextStart start(page::PlacedText const& text, Point at, Point corner);
    // Those of the vertical text of the page.
    void set_pitches(Pitches pitches) { pitches_ = std::move(pitches); }
    // Writes BT … ET when something was added. `next`: the text that is drawn next; `covered`: an ActualText stands
    // over this one already, under which Poppler takes no other.
    void flush(std::optional<TextStart> const& next, bool covered);

private:
    using Glyph = TextGlyph;
    struct Column { // of glyphs: where it ends, and where its end is parted from it
        std::size_t end = 0, parted = 0;
    };
    Column column(std::size_t begin, std::optional<TextStart> const& next) const;
    std::size_t part_column(std::size_t begin, std::size_t end, std::optional<TextStart> const& next) const;
    bool comes_before_last(Glyph const& next) const;
    void keep_order(std::vector<Cover>& covers, std::vector<Cover>::iterator& cover, std::size_t i) const;
    void open(Cover const& cover);
    void close(Cover const& cover);
    void put(Glyph const& glyph);
    void state(Glyph const& glyph);
    void set_font(std::uint16_t resource, Fixed size);
    void move(Glyph const& glyph);
    void adjust(Glyph const& glyph);
    void close_string();
    void close_array();

    std::string& out_;
    Paint& paint_;
    Fonts const& fonts_;
    font::FontLibrary const& library_;
    Spaces spaces_;
    bool readable_;

    Pitches pitches_;
    std::vector<Shown> shown_;
    std::vector<Glyph> glyphs_;
    std::optional<Glyph> last_; // of the text before
    std::uint32_t words_ = 0;

    // Text state, which lasts from BT to BT (9.3.1) …
    std::uint16_t resource_ = 0;
    Fixed size_ = 0;
    static std::int32_t squeeze_of(Glyph const& glyph) { return glyph.axis == Axis::Down ? glyph.scale : kWholeScale; }
    std::int32_t scale_ = kWholeScale;
    // … and what BT resets.
    Axis axis_ = Axis::Right;
    bool turned_ = false;                // the text matrix, as it stands in the stream: not that of plain text
    std::int32_t squeeze_ = kWholeScale; // by it
    Fixed line_x_ = 0, line_y_ = 0;      // origin of the line matrix
    Fixed across_ = 0;
    std::int64_t pen_ = 0;
    bool pen_known_ = false;

    struct String { // that was begun last; size: of its last glyph
        std::int64_t along = 0;
        Fixed across = 0, size = 0;
        bool vertical = false;
    } begun_;

    std::string string_, array_;
    bool array_has_numbers_ = false;
};

} // namespace kumihan::pdf
