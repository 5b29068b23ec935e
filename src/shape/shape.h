// shape: styled text into clusters with glyphs. Input: the text, its style runs, the fonts. Output: ShapedText.
// Each cluster gets its class by context (text/resolve.h) and its face from the stack (choose_font.h); HarfBuzz shapes
// Western runs and every cluster that a font may change, with the features of fonts.md section 9. Japanese clusters are
// shaped one by one: no feature reaches from one into the next (no kern, no ―― ligature), the engine sets the spaces.
// A code point that no face has is reported once and drawn as 〓, a missing variant as its base; never a silent tofu.
#pragma once

#include "diag/sink.h"
#include "font/library.h"
#include "shape/segment.h"
#include "shape/shaped.h"
#include "style/text.h"
#include "text/resolve.h"
#include "text/vertical.h"

#include <functional>
#include <span>
#include <string_view>

struct hb_buffer_t;

namespace kumihan::shape {

struct ShapeOptions {
    WritingMode mode = WritingMode::Horizontal;
    bool solid_kerning = false; // let the font kern Japanese text (heads)
    bool ruby = false;          // readings: the font's own forms for them
    std::string_view language = "en"; // of Western words
    // Bytes that share one cell of a vertical line (縦中横 by hand), in order.
    std::span<style::Together const> together = {};
};

// Reused between paragraphs so that shaping allocates little; holds nothing that changes a result.
class ShapeScratch {
public:
    ShapeScratch();
    ~ShapeScratch();
    ShapeScratch(ShapeScratch const&) = delete;
    ShapeScratch& operator=(ShapeScratch const&) = delete;

    std::vector<Segment> segments;
    std::vector<char32_t> bases;
    std::vector<text::Resolved> resolved;
    std::vector<text::Standing> standings; // of vertical text
    std::vector<std::uint32_t> direct; // by cluster: the glyph that needs no shaper, or none
    hb_buffer_t* buffer;
};

// Appends to `out`. `runs` cover the text; `place` gives the source of a range of bytes, for messages.
void shape(std::string_view text, std::span<style::StyleRun const> runs, ShapeOptions options,
           font::FontLibrary const& fonts, std::function<Span(std::uint32_t, std::uint32_t)> const& place, diag::Sink& sink,
           ShapeScratch& scratch, ShapedText& out);

// Where bytes [begin, end) of the text come from.
Span source_of(std::span<document::TextPiece const> pieces, std::uint32_t begin, std::uint32_t end);

} // namespace kumihan::shape
