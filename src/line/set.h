// set: a chosen line becomes a SetLine. The plan's amounts are shared out among the gaps so that the last body ends exactly
// where the plan says (integers; the shares of a stage are differences of running totals), bodies get their glyphs, and
// glyphs of one font, size, colour and tag become one run. Readings of ruby follow the text of the line, so that this is
// found as it reads; dots are artifacts at the end. Parts of a jukugo word that a break has divided are laid out anew. Spaces of the source are drawn with the font's own blank glyph, so that a reader of the PDF finds
// them: a typed space that became 和欧間, a word space, and one that a line break has swallowed.
#pragma once

#include "line/breaks.h"
#include "line/line.h"
#include "line/pen.h"
#include "para/paragraph.h"
#include "shape/shaped.h"
#include "style/text.h"

#include <vector>

namespace kumihan::line {

struct TagSegment { // from `begin` up to the next segment's
    std::uint32_t begin = 0;
    TagId tag;
};
// The innermost element over every byte: the paragraph's tag, inline elements, ruby bases.
void tag_segments(style::StyledText const& text, std::vector<TagSegment>& out);

class Setter {
public:
    Setter(shape::ShapedText const& shaped, para::Paragraph const& paragraph, style::StyledText const& text,
           style::LineStyle const& style, std::vector<TagSegment> const& tags);

    // Lines in order. `start_first` and `start_rest`: the line's start edge from the measure's.
    SetLine set(ChosenLine const& line, Length start_first, Length start_rest);

    // Where each body of the line starts, from the line's own start edge.
    void place(ChosenLine const& line, std::vector<std::int64_t>& at) const;

private:
    std::int64_t aligned(LinePlan const& plan) const;
    void spread(ChosenLine const& line, std::vector<std::int64_t>& at) const;
    void text_runs(ChosenLine const& line, std::uint32_t cluster_begin, std::uint32_t cluster_end, SetLine& out);
    void leaders(ChosenLine const& line, SetLine& out) const;
    void hyphen(ChosenLine const& line, TagId tag, SetLine& out);
    void advance_tag(std::uint32_t byte) {
        while (next_tag_ + 1 < tags_.size() && tags_[next_tag_ + 1].begin <= byte) ++next_tag_;
    }

    // ---- warichu.cpp: draws the columns from `box` on that this line holds; gives the box after them
    std::uint32_t warichu(ChosenLine const& line, std::uint32_t box, Pen& pen);

    // ---- interlinear.cpp
    void lay_out_parts(ChosenLine const& line);
    std::int32_t offset_of(std::uint32_t unit) const;
    void readings(ChosenLine const& line, SetLine& out);
    void strokes(ChosenLine const& line, SetLine& out);
    void dots(ChosenLine const& line, SetLine& out);
    void marks(ChosenLine const& line, std::uint32_t byte_begin, std::uint32_t byte_end, SetLine& out);
    std::int64_t at_byte(ChosenLine const& line, std::uint32_t byte) const;

    shape::ShapedText const& shaped_;
    para::Paragraph const& paragraph_;
    style::StyledText const& text_;
    style::LineStyle const& style_;
    std::vector<TagSegment> const& tags_;

    std::vector<std::int64_t> at_; // of the line at hand, from the measure's start edge
    // What a run must not mix: the rest of a word that is already said, text that is spread, and the rest.
    static constexpr std::size_t kPlain = SIZE_MAX, kSaid = SIZE_MAX - 1;
    std::size_t last_piece_ = kPlain, next_fit_ = 0;
    std::uint32_t said_until_ = 0; // byte
    struct Part { // of a word that the line's start or end divides
        std::uint32_t unit = 0;
        std::vector<std::int32_t> at; // of the readings
    };
    Part parts_[2];
    std::size_t first_below_ = 0;
    std::size_t next_unit_[2] = {0, 0}; // above, below
    std::size_t next_tag_ = 0, next_word_ = 0, next_side_ = 0, next_note_of_ = 0, next_dot_ = 0, next_link_ = 0, next_anchor_ = 0, next_note_ = 0;
};

} // namespace kumihan::line
