#include "pdf/text.h"

#include <algorithm>

namespace kumihan::pdf {
namespace {

constexpr std::int64_t kNanosPerFixed = 100'000; // 1e-9 pt in 1e-4 pt
constexpr std::int64_t kTolerance = 1'500'000;   // 0.0015 pt: what the eye and a device of 1200 dpi cannot tell

constexpr std::int64_t nanos(Length length) { return length.units() * 1'953'125 / 128; } // 1e9 / 65536

Fixed rounded_coordinate(std::int64_t nano) {
    constexpr std::int64_t unit = 10 * kNanosPerFixed; // three decimals
    return (nano + (nano < 0 ? -unit : unit) / 2) / unit * 10;
}

std::int64_t rounded_quotient(std::int64_t value, std::int64_t by) {
    return (2 * value + (value < 0 ? -by : by)) / (2 * by);
}

std::int32_t scaled(std::int32_t advance, std::int32_t scale) {
    if (scale == 1'000'000) return advance;
    return static_cast<std::int32_t>(rounded_quotient(static_cast<std::int64_t>(advance) * scale, 1'000'000));
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
        glyph.advance = glyph.axis == Axis::Down ? found.vertical : scaled(found.width, glyph.scale);
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

std::int64_t TextWriter::advance(Glyph const& glyph) {
    return glyph.advance * glyph.size / 100; // 1e-7 em of 1e-4 pt in 1e-9 pt
}

namespace {

bool ends_in_space(std::string_view text) {
    return text.empty() || text.back() == ' ' || (text.size() >= 3 && text.substr(text.size() - 3) == "\u3000") ||
           (text.size() >= 2 && text.substr(text.size() - 2) == "\u00A0");
}
bool begins_in_space(std::string_view text) {
    return text.empty() || text.front() == ' ' || text.substr(0, 3) == "\u3000" || text.substr(0, 2) == "\u00A0";
}

} // namespace

TextWriter::Step TextWriter::step(Glyph const& last, Glyph const& next) {
    if (last.at_pen || next.at_pen || next.axis != last.axis || next.across != last.across) return Step::Plain;
    std::int64_t const gap = next.along - last.along - advance(last);
    std::int64_t const hundredth = std::min(last.size, next.size) * kNanosPerFixed / 100;
    if (gap < -40 * hundredth) return Step::Back;
    if (gap > 9 * hundredth && gap < 75 * hundredth && !ends_in_space(last.text) && !begins_in_space(next.text))
        return Step::Gap;
    return Step::Plain;
}

// What follows in the same font is covered together, and so becomes one text object. Across fonts, or across elements
// of structure, over which no ActualText can reach, the next glyph is covered alone, behind a space that begins where
// the viewer's pen is: then nothing seems to lie between. PDFium measures from the first text object under an
// ActualText, therefore never two under one.
std::vector<TextWriter::Cover> TextWriter::covers() const {
    std::vector<Cover> found;
    auto const unit_end = [&](std::size_t i) {
        return std::min(glyphs_.size(), i + std::max<std::size_t>(1, glyphs_[i].covered));
    };
    auto const says = [&](std::size_t i) { return glyphs_[i].covered > 0 ? glyphs_[i].actual : glyphs_[i].text; };
    for (std::size_t i = 0, end; i < glyphs_.size(); i = end) {
        std::optional<Glyph> space;
        if (i > 0 || last_known_) {
            Glyph const& last = i > 0 ? glyphs_[i - 1] : last_;
            if (step(last, glyphs_[i]) != Step::Plain) space = space_after(last, glyphs_[i]);
        }
        end = unit_end(i);
        bool needed = space || glyphs_[i].covered > 0;
        if (auto const line_end = stretched_down(i); line_end > i) {
            end = line_end;
            needed = true;
        }
        while (end < glyphs_.size() && glyphs_[end].resource == glyphs_[end - 1].resource &&
               glyphs_[end].size == glyphs_[end - 1].size &&
               (step(glyphs_[end - 1], glyphs_[end]) != Step::Plain ||
                (glyphs_[end].word != 0 && glyphs_[end].word == glyphs_[end - 1].word))) {
            end = unit_end(end);
            needed = true;
        }
        if (!needed) continue;
        Cover& cover = found.emplace_back(Cover{i, end, {}, space});
        for (std::size_t k = i; k < end; k = unit_end(k))
            cover.text += says(k);
    }
    return found;
}

// Where the glyphs of one font and one vertical line from `begin` end, if gaps between them are so wide that Poppler takes
// them for spaces: there it compares them with the narrowest one of the line, of which 3/100 em are enough. Else `begin`.
std::size_t TextWriter::stretched_down(std::size_t begin) const {
    if (glyphs_[begin].axis != Axis::Down) return begin;
    bool wide = false;
    std::size_t end = begin + 1;
    for (; end < glyphs_.size(); ++end) {
        Glyph const &last = glyphs_[end - 1], &next = glyphs_[end];
        if (next.resource != last.resource || next.size != last.size || next.axis != last.axis ||
            next.across != last.across)
            break;
        std::int64_t const gap = next.along - last.along - advance(last);
        wide = wide || gap > 2 * last.size * kNanosPerFixed / 100;
    }
    return wide ? end : begin;
}

bool TextWriter::ends_column(std::size_t i) const {
    auto const same = [](Glyph const& a, Glyph const& b) { return a.axis == b.axis && a.across == b.across; };
    return i > 0 && glyphs_[i].axis == Axis::Down && same(glyphs_[i - 1], glyphs_[i]) &&
           (i + 1 == glyphs_.size() || !same(glyphs_[i], glyphs_[i + 1]));
}

std::optional<TextWriter::Glyph> TextWriter::space_after(Glyph const& last, Glyph const& next) const {
    auto const glyph = library_.glyph(next.font, U' ');
    if (glyph == 0) return std::nullopt;
    auto const found = fonts_.find(next.font, glyph, " ", next.axis == Axis::Down);
    if (found.resource == 0) return std::nullopt;
    Glyph space = next;
    space.as_before = false;
    space.along = last.along + advance(last);
    space.code = found.code;
    space.resource = found.resource;
    space.advance = next.axis == Axis::Down ? found.vertical : scaled(found.width, next.scale);
    return space;
}

void TextWriter::flush() {
    if (glyphs_.empty()) return;
    out_ += "BT\n";
    turned_ = pen_known_ = false;
    squeeze_ = kWholeScale;
    line_x_ = line_y_ = 0;
    auto const covers = this->covers();
    auto cover = covers.begin();
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
        if (cover != covers.end() && cover->begin == i) {
            close_array();
            out_ += "/Span<</ActualText ";
            put_text(out_, cover->text);
            out_ += ">>BDC\n";
            if (cover->space) put(*cover->space);
        }
        // PDFium sorts strings that begin at one height from left to right, and so would turn the order of columns around:
        // the last letter of each is a string of its own, which begins at another.
        if ((cover == covers.end() || i < cover->begin) && ends_column(i)) close_array();
        put(glyphs_[i]);
        if (cover != covers.end() && cover->end == i + 1) {
            close_array();
            out_ += "EMC\n";
            ++cover;
        }
    }
    close_array();
    out_ += "ET\n";
    last_ = glyphs_.back();
    last_known_ = true;
    glyphs_.clear();
}

void TextWriter::put(Glyph const& glyph) {
    state(glyph);
    bool const reachable = pen_known_ && glyph.axis == axis_ && glyph.across == across_ && squeeze_of(glyph) == squeeze_;
    if (glyph.at_pen && pen_known_) {
        // no place of its own
    } else if (!reachable || std::abs(glyph.along - pen_) > 4 * glyph.size * kNanosPerFixed) {
        move(glyph);
    } else {
        adjust(glyph);
    }
    string_ += static_cast<char>(glyph.code >> 8);
    string_ += static_cast<char>(glyph.code & 0xFF);
    pen_ += advance(glyph);
}

void TextWriter::state(Glyph const& glyph) {
    if (glyph.as_before && glyph.resource == resource_) return;
    if (!paint_.fills_with(glyph.color)) {
        close_array();
        paint_.fill(out_, glyph.color);
    }
    if (glyph.resource != resource_ || glyph.size != size_) {
        close_array();
        out_ += "/F";
        put_integer(out_, resource_ = glyph.resource);
        out_ += ' ';
        put_fixed(out_, size_ = glyph.size);
        out_ += " Tf\n";
    }
    // Readers disagree whether Tz moves the vertical origin of a glyph too, so that the signs of a cell would not stand in
    // its middle: down the page the text matrix squeezes them.
    std::int32_t const scale = glyph.axis == Axis::Down ? kWholeScale : glyph.scale;
    if (scale != scale_) {
        close_array();
        scale_ = scale;
        put_fixed(out_, scale_); // 1e-6 of the whole is 1e-4 per cent
        out_ += " Tz\n";
    }
}

void TextWriter::move(Glyph const& glyph) {
    close_array();
    Fixed const along = rounded_coordinate(glyph.along);
    Fixed const x = glyph.axis == Axis::Right ? along : glyph.across;
    Fixed const y = glyph.axis == Axis::Right ? glyph.across : glyph.axis == Axis::Up ? along : -along;
    bool const turned = glyph.axis == Axis::Turned || glyph.axis == Axis::Up;
    std::int32_t const squeeze = squeeze_of(glyph);
    bool const squeezed = squeeze != kWholeScale;
    if (turned || squeezed || turned_) {
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
    if (glyph.axis != Axis::Down && glyph.scale != 1'000'000) unit = rounded_quotient(unit * glyph.scale, 1'000'000);
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
