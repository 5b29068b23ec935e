#include "pdf/text.h"

#include <algorithm>

namespace kumihan::pdf {
namespace {

constexpr std::int64_t kTolerance = 1'500'000; // 0.0015 pt: what the eye and a device of 1200 dpi cannot tell

constexpr std::int64_t nanos(Length length) { return length.units() * 1'953'125 / 128; } // 1e9 / 65536

Fixed rounded_coordinate(std::int64_t nano) {
    constexpr std::int64_t unit = 10 * kNanosPerFixed; // three decimals
    return (nano + (nano < 0 ? -unit : unit) / 2) / unit * 10;
}

} // namespace

void TextWriter::add(page::PlacedText const& text, Point at, Point corner) {
    auto const& run = text.run;
    bool const down = text.mode == WritingMode::Vertical;
    bool const turned = down && run.orientation == line::Orientation::Rotated;
    shown_.clear();
    lay_text(run, library_, shown_);

    Glyph glyph{};
    glyph.axis = text.turned ? Axis::Up : !down ? Axis::Right : turned ? Axis::Turned : Axis::Down;
    glyph.font = run.font;
    glyph.size = to_fixed(run.size);
    glyph.scale = static_cast<std::int32_t>(to_fixed(run.x_scale) * 100);
    glyph.color = run.color;
    glyph.column = to_coordinate(corner.x + at.x);
    glyph.word = run.one_word ? ++words_ : 0;
    // Up: what lies above the line lies to its left on the page.
    Length const along = text.turned ? corner.y - at.y + run.at
                         : down      ? at.y - corner.y + run.at
                                     : corner.x + at.x + run.at;
    Length const across = text.turned ? corner.x + at.x - run.rise
                          : down      ? corner.x + at.x + run.rise
                                      : corner.y - at.y + run.rise;
    for (auto const& shown : shown_) {
        auto const found = fonts_.find(run.font, shown.glyph, shown.text, glyph.axis == Axis::Down);
        if (found.resource == 0) continue; // no glyph of this face
        glyph.code = found.code;
        glyph.resource = found.resource;
        glyph.width = glyph.axis == Axis::Down ? found.vertical : scaled_width(found.width, glyph.scale);
        glyph.along = nanos(along + Length::from_units(shown.at));
        Length const rise = Length::from_units(shown.rise);
        glyph.across = to_coordinate(text.turned ? across - rise : across + rise);
        glyph.at_pen = shown.at_pen;
        glyph.covered = shown.covered;
        glyph.text = shown.text;
        glyph.actual = shown.actual;
        glyphs_.push_back(glyph);
        glyph.as_before = true;
    }
}

TextStart TextWriter::start(page::PlacedText const& text, Point at, Point corner) {
    auto const& run = text.run;
    Length const along = Length::from_units(run.glyphs.empty() ? 0 : run.glyphs.front().at) + run.at;
    Length const down = text.mode == WritingMode::Vertical ? along
                        : text.turned                      ? Length{} - along
                                                           : Length{} - run.rise;
    return {nanos(at.y - corner.y + down), to_fixed(run.size), to_coordinate(corner.x + at.x)};
}

// PDFium sorts strings that begin within half an em of one height from left to right, and so would turn the order of
// columns around: the end of a column is a string of its own, which begins at another height than what is drawn next.
// Behind the glyph at `begin`; `next` begins another column. Where no place is far enough, the end of the column.
std::size_t TextWriter::part_column(std::size_t begin, std::size_t end, std::optional<TextStart> const& next) const {
    for (std::size_t at = end - 1; at > begin; --at) {
        auto const& glyph = glyphs_[at];
        if (!next || std::abs(glyph.along - next->along) > std::max(glyph.em(), next->em()) * 6 / 10) return at;
    }
    return end;
}

TextWriter::Column TextWriter::column(std::size_t begin, std::optional<TextStart> const& next) const {
    std::size_t end = begin + 1;
    auto const& first = glyphs_[begin];
    while (end < glyphs_.size() && glyphs_[end].axis == first.axis && glyphs_[end].across == first.across)
        ++end;
    auto after = next;
    if (end < glyphs_.size()) after = TextStart{glyphs_[end].along, glyphs_[end].size, glyphs_[end].column};
    if (first.axis != Axis::Down || (after && after->column == first.column)) return {end, end};
    return {end, part_column(begin, end, after)};
}

// Whether PDFium would take `next`, which begins a string, before the string that was begun last.
bool TextWriter::comes_before_last(Glyph const& next) const {
    return begun_.vertical && next.vertical() && next.across < begun_.across &&
           std::abs(next.along - begun_.along) < std::max(next.size, begun_.size) * kNanosPerFixed * 55 / 100;
}

// Where parting the column before does not help (it is one letter, or its end was written already): the string of glyph
// i begins with a space that is an em further away.
void TextWriter::keep_order(std::vector<Cover>& covers, std::vector<Cover>::iterator& cover, std::size_t i) const {
    Glyph const& glyph = glyphs_[i];
    bool const same_line = i > 0 && glyph.axis == glyphs_[i - 1].axis && glyph.across == glyphs_[i - 1].across;
    if (same_line || !comes_before_last(glyph)) return;
    if (cover == covers.end() || cover->begin > i)
        cover = covers.insert(cover, Cover{i, i + 1, std::string(glyph.text), {}, {}, {}, 0});
    if (cover->begin != i) return;
    if (!cover->place) cover->place = spaces_.at(glyph.along, glyph, glyph.axis); // where it begins all the same
    cover->start = spaces_.at(glyph.along + (begun_.along > glyph.along ? -glyph.em() : glyph.em()), glyph, glyph.axis);
}

void TextWriter::open(Cover const& cover) {
    close_array();
    out_ += "/Span<</ActualText ";
    put_text(out_, cover.text);
    out_ += ">>BDC\n";
    if (cover.place) put(*cover.place);
    if (!cover.start) return;
    close_array();
    put(*cover.start);
}

void TextWriter::close(Cover const& cover) {
    if (cover.end_place) put(*cover.end_place);
    close_array();
    if (cover.ends_at_size > 0) {
        set_font(resource_, cover.ends_at_size);
        out_ += "()Tj\n"; // else the new size goes unnoticed
    }
    out_ += "EMC\n";
}

void TextWriter::flush(std::optional<TextStart> const& next, bool covered) {
    if (glyphs_.empty()) return;
    out_ += "BT\n";
    turned_ = pen_known_ = false;
    squeeze_ = kWholeScale;
    line_x_ = line_y_ = 0;
    std::vector<Cover> covers;
    if (!covered) covers = find_covers(glyphs_, last_ ? &*last_ : nullptr, next, pitches_, spaces_);
    auto cover = covers.begin();
    Column column;
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
        if (!covered) keep_order(covers, cover, i);
        if (cover != covers.end() && cover->begin == i) open(*cover);
        if (i == column.end) column = this->column(i, next);
        if (i == column.parted) close_array();
        put(glyphs_[i]);
        if (cover != covers.end() && cover->end == i + 1) close(*cover++);
    }
    close_array();
    out_ += "ET\n";
    last_ = glyphs_.back();
    glyphs_.clear();
}

void TextWriter::put(Glyph const& glyph) {
    state(glyph);
    bool const reachable =
        pen_known_ && glyph.axis == axis_ && glyph.across == across_ && squeeze_of(glyph) == squeeze_;
    bool begins = array_.empty() && string_.empty();
    if (glyph.at_pen && pen_known_) {
        // no place of its own
    } else if (!reachable || std::abs(glyph.along - pen_) > 4 * glyph.em()) {
        move(glyph);
        begins = true;
    } else {
        adjust(glyph);
    }
    if (begins) begun_ = {pen_, glyph.across, 0, glyph.vertical()};
    begun_.size = glyph.size;
    string_ += static_cast<char>(glyph.code >> 8);
    string_ += static_cast<char>(glyph.code & 0xFF);
    pen_ += glyph.advance();
}

void TextWriter::state(Glyph const& glyph) {
    if (glyph.as_before && glyph.resource == resource_ && glyph.size == size_) return;
    if (!paint_.fills_with(glyph.color)) {
        close_array();
        paint_.fill(out_, glyph.color);
    }
    if (glyph.resource != resource_ || glyph.size != size_) {
        close_array();
        set_font(glyph.resource, glyph.size);
    }
    // Readers disagree whether Tz moves the vertical origin of a glyph too, so that the signs of a cell would not stand
    // in its middle: down the page the text matrix squeezes them.
    std::int32_t const scale = glyph.axis == Axis::Down ? kWholeScale : glyph.scale;
    if (scale != scale_) {
        close_array();
        scale_ = scale;
        put_fixed(out_, scale_); // 1e-6 of the whole is 1e-4 per cent
        out_ += " Tz\n";
    }
}

void TextWriter::set_font(std::uint16_t resource, Fixed size) {
    out_ += "/F";
    put_integer(out_, resource_ = resource);
    out_ += ' ';
    put_fixed(out_, size_ = size);
    out_ += " Tf\n";
}

void TextWriter::move(Glyph const& glyph) {
    close_array();
    Fixed const along = rounded_coordinate(glyph.along);
    Fixed const x = glyph.axis == Axis::Right ? along : glyph.across;
    Fixed const y = glyph.axis == Axis::Right ? glyph.across : glyph.axis == Axis::Up ? along : -along;
    bool const turned = glyph.axis == Axis::Turned || glyph.axis == Axis::Up;
    std::int32_t const squeeze = squeeze_of(glyph);
    bool const squeezed = squeeze != kWholeScale;
    // Poppler orders lines by their exact places, and sums of steps are not exact: every column begins anew.
    bool const other_column = glyph.axis == Axis::Down && glyph.across != across_;
    if (turned || squeezed || turned_ || other_column) {
        if (squeezed) {
            put_fixed(out_, rounded_quotient(std::int64_t{squeeze} * kFixedOne, kWholeScale));
            out_ += " 0 0 1 ";
        } else {
            out_ += glyph.axis == Axis::Up ? "0 1 -1 0 " : turned ? "0 -1 1 0 " : "1 0 0 1 ";
        }
        put_fixed(out_, x);
        out_ += ' ';
        put_fixed(out_, y);
        out_ += " Tm\n";
    } else {
        put_fixed(out_, x - line_x_);
        out_ += ' ';
        put_fixed(out_, y - line_y_);
        out_ += " Td\n";
    }
    turned_ = turned || squeezed;
    squeeze_ = squeeze;
    line_x_ = x;
    line_y_ = y;
    axis_ = glyph.axis;
    across_ = glyph.across;
    pen_ = along * kNanosPerFixed;
    pen_known_ = true;
}

// One unit of a TJ number is 1/1000 em; it is written in tenths of that.
void TextWriter::adjust(Glyph const& glyph) {
    std::int64_t const gap = glyph.along - pen_;
    if (std::abs(gap) <= kTolerance) return;
    std::int64_t unit = glyph.size * 10;
    if (glyph.axis != Axis::Down && glyph.scale != kWholeScale) unit = rounded_quotient(unit * glyph.scale, 1'000'000);
    if (unit == 0) return;
    std::int64_t const tenths = rounded_quotient(gap, unit);
    if (tenths == 0) return;
    close_string();
    put_fixed(array_, (glyph.axis == Axis::Down ? tenths : -tenths) * (kFixedOne / 10)); // 9.4.4
    array_has_numbers_ = true;
    pen_ += tenths * unit;
}

void TextWriter::close_string() {
    if (string_.empty()) return;
    if (readable_)
        put_hex(array_, string_);
    else
        put_bytes(array_, string_);
    string_.clear();
}

void TextWriter::close_array() {
    close_string();
    if (array_.empty()) return;
    if (array_has_numbers_) {
        out_ += '[';
        out_ += array_;
        out_ += "]TJ\n";
    } else {
        out_ += array_;
        out_ += "Tj\n";
    }
    array_.clear();
    array_has_numbers_ = false;
}

} // namespace kumihan::pdf
