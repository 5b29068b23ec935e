// SetLine: a finished line of glyph runs at exact positions along its measure, and how well it fitted.
// Output of the composition stages (shape -> para -> line); `flow` stacks SetLines, `page` places them.
// Axes are logical: `at` runs along the line from the start edge of the measure; `rise` is away from the next line.
// Horizontal text: the origin is the baseline. Vertical text: the origin is the centre line of the em boxes.
#pragma once

#include "base/geometry.h"
#include "base/ids.h"
#include "source/span.h"
#include "style/text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kumihan::line {

struct GlyphAt {
    std::uint32_t glyph = 0;
    std::int32_t at = 0;    // 1/65536 pt from GlyphRun::at along the line, of the glyph's origin
    std::int32_t rise = 0;  // 1/65536 pt
    std::uint32_t text = 0; // first byte in GlyphRun::text of the cluster this glyph belongs to; glyphs of one cluster
                            // share it and only the first of them carries the text into the PDF
};

enum class Orientation : std::uint8_t { Upright, Rotated }; // Rotated: turned 90° clockwise in vertical lines

struct GlyphRun {
    FontId font;
    Length size;
    Color color;
    TagId tag;            // none: artifact
    Length at, rise;      // origin of the run on the line
    Orientation orientation = Orientation::Upright;
    double x_scale = 1.0; // tate-chu-yoko and squeezed Latin only
    bool one_word = false; // spread over a width of its own (字取り): its gaps part nothing
    std::string text;     // what the glyphs say, in reading order, as the author wrote it (IVS kept)
    std::vector<GlyphAt> glyphs; // ordered along the line
};

struct LinkSpan {
    Length begin, end; // along the line
    style::LinkTarget target;
    TagId tag;
};
// 傍線: drawn along the line, an artifact.
struct SideStroke {
    Length begin, end; // along the line
    Length rise;       // of its middle
    Length thickness;
    document::SideKind kind = document::SideKind::Solid;
    Color color;
};
struct AnchorAt {
    Length at;
    AnchorId anchor;
};

enum class FitKind : std::uint8_t { Natural, Shrunk, Stretched, Hung, Overfull, Loose };
struct LineFit {
    FitKind kind = FitKind::Natural;
    Length measure, natural, set;      // measure: without the indents; set: from the first body to the end of the last,
                                       // equals measure for justified lines
    Em stretch_per_gap;                // the largest opening of a solid gap
    Em stretch_per_space;              // in Western paragraphs: of a word space
    bool inner = false;                // justified: it does not end a paragraph
    bool hyphen = false;               // ends within a word
    int stage = 0;                     // the last adjustment stage used
    Length overfull;                   // by how much it sticks out, when Overfull
};

// Bounds on what the lines of a paragraph can hold together, each looser than the truth: says in O(1) that no solution
// of good quality has a number of lines. Made once, with the lines; the search it spares costs as much as setting them.
struct Reach {
    bool running = true;            // false: forced breaks inside; such text is never asked to be longer or shorter
    bool filled = false;            // lines but the last must fill their room
    std::int64_t least = 0;         // all bodies on one line, reduced as far as it goes
    std::int64_t least_saved = 0;   // by parting it once more, at most
    std::int64_t most = 0;          // all bodies on one line, opened as far as it goes
    std::int64_t most_gained = 0;   // by parting it once more, at most
    std::int64_t room_first = 0, room_rest = 0;

    bool may_fill(std::ptrdiff_t lines) const {
        if (!running || lines < 1) return false;
        auto const parted = static_cast<std::int64_t>(lines) - 1;
        if (least - parted * least_saved > room_first + parted * room_rest) return false;
        return !filled || parted == 0 || most + parted * most_gained >= room_first + (parted - 1) * room_rest;
    }
};

// Lines that stand beside a picture (回り込み): those numbered [begin, end) have a measure of their own.
struct Beside {
    std::size_t begin = 0, end = 0;
    Length measure, start; // start: from the start edge of the whole measure
    bool any() const { return end > begin; }
    bool holds(std::size_t line) const { return line >= begin && line < end; }
    bool operator==(Beside const&) const = default;
};

struct SetLine {
    std::vector<GlyphRun> runs;        // text in reading order, behind it the readings of ruby, then dots
    std::vector<LinkSpan> links;
    std::vector<SideStroke> strokes;
    std::vector<AnchorAt> anchors;
    std::vector<NoteId> notes;         // whose marks stand in this line
    LineFit fit;
    Length begin, end;                 // of the first and the last body, from the start edge of the measure
    std::uint32_t text_begin = 0, text_end = 0; // bytes of StyledText::text
    Span span;                         // source of the first character
    bool ends_paragraph = false;
};

} // namespace kumihan::line
