#include "line/compose.h"

#include "base/utf8.h"
#include "line/breakable.h"
#include "line/breaks.h"
#include "line/plan.h"
#include "line/set.h"
#include "para/build.h"
#include "para/fit.h"
#include "para/hyphenate.h"
#include "para/phrase.h"
#include "para/ruby.h"
#include "para/warichu.h"
#include "shape/shape.h"

#include <algorithm>

namespace kumihan::line {

namespace {

// Working memory of one thread, kept between paragraphs so that most of them allocate only their result.
struct Scratch {
    shape::ShapeScratch shaping;
    shape::ShapedText shaped;
    para::Paragraph paragraph;
    std::vector<para::ShapedReading> readings;
    std::vector<para::ShapedDots> dots;
    std::vector<TagSegment> tags;
    Planner planner;
    Breaker breaker;
    Chosen chosen;

    // A book in one paragraph should not keep its memory for ever.
    void trim() {
        constexpr std::size_t kKeep = 1 << 16;
        if (paragraph.boxes.capacity() <= kKeep) return;
        shaped = {};
        paragraph = {};
        planner = {};
        breaker = {};
        chosen = {};
    }
};

Scratch& scratch_of_thread() {
    thread_local Scratch scratch;
    return scratch;
}

constexpr Em kMiddle = Em::ratio(38, 100); // of the em box, above the baseline
constexpr Em kEmBoxAbove = Em::ratio(88, 100), kEmBoxBelow = Em::ratio(12, 100);

enum class Side : std::uint8_t { Above, Below };

// The style of a reading or dot beside text of style `base`: `size`, or half of the text's, its em box touching the base's
// (9.2, 9.3).
style::TextStyle interlinear(style::TextStyle const& base, Length size, Side side, WritingMode mode) {
    style::TextStyle style = base;
    style.size = size == Length{} ? base.size / 2 : size;
    style.tracking = Em{};
    Length const apart = mode == WritingMode::Vertical ? (base.size + style.size) / 2
                         : side == Side::Above         ? kEmBoxAbove.at(base.size) + kEmBoxBelow.at(style.size)
                                                       : kEmBoxBelow.at(base.size) + kEmBoxAbove.at(style.size);
    style.rise = side == Side::Above ? base.rise + apart : base.rise - apart;
    return style;
}

// Below it a reading of half the size is too small for print (9.2).
constexpr Length kLeastRubyBase = Length::from_units(7 * Length::kPerPoint);

std::string points(Length length) {
    std::int64_t const tenths = length.units() * 10 / Length::kPerPoint;
    return std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : "");
}

style::TextStyle const& style_at(style::StyledText const& text, std::uint32_t byte) {
    auto const after = std::upper_bound(text.runs.begin(), text.runs.end(), byte,
                                        [](std::uint32_t at, style::StyleRun const& run) { return at < run.begin; });
    return (after == text.runs.begin() ? *after : *std::prev(after)).style;
}

shape::ShapeOptions shaping_of(style::LineStyle const& style) {
    shape::ShapeOptions options;
    options.mode = style.mode;
    options.solid_kerning = style.solid_kerning;
    options.language = style.language;
    return options;
}

// Shapes `reading` behind the readings that are there; gives its clusters.
std::pair<std::uint32_t, std::uint32_t> shape_reading(std::string_view reading, style::TextStyle const& style,
                                                      shape::ShapeOptions options, font::FontLibrary const& fonts, Span span,
                                                      diag::Sink& sink, Scratch& scratch) {
    auto& paragraph = scratch.paragraph;
    auto const begin = static_cast<std::uint32_t>(paragraph.readings.clusters.size());
    auto const offset = static_cast<std::uint32_t>(paragraph.reading_text.size());
    style::StyleRun const run{0, static_cast<std::uint32_t>(reading.size()), style};
    shape::shape(reading, {&run, 1}, options, fonts, [&](std::uint32_t, std::uint32_t) { return span; }, sink,
                 scratch.shaping, paragraph.readings);
    paragraph.reading_text += reading;
    auto const end = static_cast<std::uint32_t>(paragraph.readings.clusters.size());
    for (auto c = begin; c < end; ++c) {
        paragraph.readings.clusters[c].begin += offset;
        paragraph.readings.clusters[c].end += offset;
    }
    return {begin, end};
}

std::string joined(std::vector<std::string> const& parts) {
    std::string out;
    for (auto const& part : parts) out += part;
    return out;
}

void add_readings(style::StyledText const& text, style::LineStyle const& style, shape::ShapeOptions options,
                  font::FontLibrary const& fonts, diag::Sink& sink, Scratch& scratch) {
    scratch.readings.clear();
    options.ruby = true;
    for (std::uint32_t m = 0; m < text.ruby.size(); ++m) {
        auto const& mark = text.ruby[m];
        if (mark.begin >= mark.end) continue;
        auto const& base = style_at(text, mark.begin);
        auto small = interlinear(base, mark.size, mark.below ? Side::Below : Side::Above, options.mode);
        if (mark.stack) small.stack = mark.stack;
        Span const span = shape::source_of(text.pieces, mark.begin, mark.end);
        if (base.size < kLeastRubyBase)
            sink.report(diag::Code::RubySmallBase, span, {points(base.size), joined(mark.reading)});
        for (auto const& reading : mark.reading) {
            auto const [begin, end] = shape_reading(reading, small, options, fonts, span, sink, scratch);
            scratch.readings.push_back({m, begin, end});
        }
    }
    if (!scratch.readings.empty()) para::place_ruby(scratch.shaped, text, style, scratch.readings, scratch.paragraph);
}

void add_dots(style::StyledText const& text, shape::ShapeOptions options, font::FontLibrary const& fonts, diag::Sink& sink,
              Scratch& scratch) {
    scratch.dots.clear();
    for (std::uint32_t m = 0; m < text.dots.size(); ++m) {
        auto const& mark = text.dots[m];
        if (mark.begin >= mark.end) continue;
        // Signs of every size have their middle where that of a ruby would be
        auto const& base = style_at(text, mark.begin);
        auto small = interlinear(base, {}, Side::Above, options.mode);
        if (mark.size != Length{}) {
            if (options.mode == WritingMode::Horizontal) small.rise += kMiddle.at(small.size) - kMiddle.at(mark.size);
            small.size = mark.size;
        }
        std::string const sign = !mark.sign.empty() ? mark.sign
                                 : utf8::encode(options.mode == WritingMode::Vertical ? 0xFE45 : 0x2022); // ﹅ •
        auto const [begin, end] = shape_reading(sign, small, options, fonts, {}, sink, scratch);
        if (end > begin) scratch.dots.push_back({m, begin});
    }
    if (!scratch.dots.empty()) para::place_dots(scratch.shaped, text, scratch.dots, scratch.paragraph);
}

void make_paragraph(style::StyledText const& text, style::LineStyle const& style, font::FontLibrary const& fonts,
                    diag::Sink& sink, Scratch& scratch) {
    scratch.shaped.clear();
    shape::ShapeOptions const options = shaping_of(style);
    shape::ShapeOptions own = options;
    own.together = text.together;
    shape::shape(
        text.text, text.runs, own, fonts,
        [&](std::uint32_t begin, std::uint32_t end) { return shape::source_of(text.pieces, begin, end); }, sink,
        scratch.shaping, scratch.shaped);
    para::build(scratch.shaped, text, style, scratch.paragraph);
    add_readings(text, style, options, fonts, sink, scratch);
    add_dots(text, options, fonts, sink, scratch);
    if (!text.fits.empty()) para::fit_widths(scratch.shaped, text, style, scratch.paragraph);
}

// Tabs get their widths, and what is repeated in them its glyphs.
void add_tabs(style::StyledText const& text, style::LineStyle const& style, Length start_first, Length start_rest,
              font::FontLibrary const& fonts, diag::Sink& sink, Scratch& scratch) {
    auto& paragraph = scratch.paragraph;
    para::set_tabs(scratch.shaped, style, start_first.units(), start_rest.units(), paragraph);
    shape::ShapeOptions const options = shaping_of(style);
    for (auto& leader : paragraph.leaders) {
        auto const byte = scratch.shaped.clusters[paragraph.boxes[leader.box].cluster].begin;
        auto const [begin, end] = shape_reading(leader.text, style_at(text, byte), options, fonts,
                                                shape::source_of(text.pieces, byte, byte), sink, scratch);
        leader.begin = begin;
        leader.end = end;
    }
}

// Signs for line ends within words, shaped once for every style of the text.
para::HyphenOf hyphen_of(style::StyledText const& text, shape::ShapeOptions options, font::FontLibrary const& fonts,
                         Scratch& scratch) {
    return [&text, options, &fonts, &scratch](std::uint32_t cluster) -> std::int16_t {
        auto& hyphens = scratch.paragraph.hyphens;
        auto const& at = scratch.shaped.clusters[cluster];
        for (std::size_t i = 0; i < hyphens.size(); ++i)
            if (hyphens[i].setting == at.setting) return static_cast<std::int16_t>(i);
        if (hyphens.size() > 1000) return -1;
        diag::Sink unheard;
        auto const [begin, end] = shape_reading("-", style_at(text, at.begin), options, fonts, {}, unheard, scratch);
        if (end != begin + 1) return -1;
        hyphens.push_back({begin, at.setting});
        return static_cast<std::int16_t>(hyphens.size() - 1);
    };
}

// As in TeX, words are parted only where the paragraph does not set well with whole ones. A break within a word costs 50,
// so no solution with one can be cheaper than lines that cost less in all.
bool may_gain_by_hyphens(Chosen const& chosen) {
    return chosen.cost > (para::kHyphenPenalty + 8 * static_cast<Cost>(chosen.lines.size())) * kCostUnit;
}

// One line's start edge and room, whether it is the first or not and whether it stands beside something.
struct LineEdges {
    Length start;
    std::int64_t room = 0;
};
LineEdges edges(style::LineStyle const& style, Length measure, Beside const& beside, std::size_t line) {
    bool const narrow = beside.holds(line);
    Length start = style.start_indent.at(style.size);
    if (line == 0) start += style.first_indent.at(style.size);
    if (narrow) start += beside.start;
    Length const end = (narrow ? beside.start + beside.measure : measure) - style.end_indent.at(style.size);
    return {start, std::max((end - start).units(), style.size.units())};
}

std::vector<SetLine> compose_beside(style::StyledText const& text, style::LineStyle const& style, Length measure,
                                    Beside const& beside, font::FontLibrary const& fonts, Scratch& scratch,
                                    std::string* breakable) {
    auto& paragraph = scratch.paragraph;
    auto const signs = hyphen_of(text, shaping_of(style), fonts, scratch);
    if (paragraph.soft_hyphens) para::show_soft_hyphens(signs, paragraph);
    if (style.break_unit == style::BreakUnit::Phrase) para::mark_phrases(text.text, scratch.shaped, paragraph);
    std::vector<std::int64_t> rooms;
    for (std::size_t line = 0; line <= beside.end; ++line)
        rooms.push_back(edges(style, measure, beside, line).room);
    scratch.planner.prepare(paragraph, style, rooms.front(), rooms.back());
    scratch.breaker.fit_rooms(paragraph, scratch.planner, rooms, scratch.chosen);
    if (style.hyphenation && style.align == style::Align::Justify && may_gain_by_hyphens(scratch.chosen) &&
        para::hyphenate(text.text, scratch.shaped, style, signs, paragraph)) {
        scratch.planner.prepare(paragraph, style, rooms.front(), rooms.back());
        scratch.breaker.fit_rooms(paragraph, scratch.planner, rooms, scratch.chosen);
    }
    if (breakable) print_breakable(paragraph, scratch.shaped, text, style, rooms, scratch.chosen, *breakable);
    tag_segments(text, scratch.tags);
    Setter setter(scratch.shaped, paragraph, text, style, scratch.tags);
    std::vector<SetLine> lines;
    for (auto const& line : scratch.chosen.lines) {
        Length const start = edges(style, measure, beside, lines.size()).start;
        lines.push_back(setter.set(line, start, start));
    }
    scratch.trim();
    return lines;
}

// The columns of a warichu that a line has taken become as wide as their letters need there, and the line is planned again.
void fit_warichu(Scratch& scratch, std::int64_t room_first, std::int64_t room_rest, style::LineStyle const& style) {
    auto& paragraph = scratch.paragraph;
    bool changed = false;
    std::size_t next = 0;
    for (auto const& line : scratch.chosen.lines) {
        while (next < paragraph.warichu.size() && paragraph.warichu[next].last < line.first) ++next;
        for (auto k = next; k < paragraph.warichu.size() && paragraph.warichu[k].first <= line.last; ++k) {
            auto const& note = paragraph.warichu[k];
            if (note.first >= line.first && note.last <= line.last) continue; // whole: it is right as it is
            auto const from = std::max(note.first, line.first), to = std::min(note.last, line.last);
            para::fit_columns(paragraph, from, to, para::part_of(paragraph, note, from, to).width);
            changed = true;
        }
    }
    if (!changed) return;
    scratch.planner.prepare(paragraph, style, room_first, room_rest);
    for (auto& line : scratch.chosen.lines) {
        line.plan = scratch.planner.plan(line.first, line.last, line.final, Tolerance::Loose);
        if (!line.plan.feasible) line.plan = scratch.planner.overfull(line.first, line.last);
    }
}

std::int64_t natural_total(para::Paragraph const& paragraph) {
    std::int64_t total = 0;
    for (auto const& box : paragraph.boxes) total += box.width + box.gap.natural;
    return total;
}

} // namespace

std::vector<SetLine> compose(style::StyledText const& text, style::LineStyle const& style, Length measure,
                             font::FontLibrary const& fonts, diag::Sink& sink, ComposeOptions options) {
    auto& scratch = scratch_of_thread();
    make_paragraph(text, style, fonts, sink, scratch);
    auto& paragraph = scratch.paragraph;
    std::vector<SetLine> lines;
    if (paragraph.boxes.empty()) return lines;
    if (options.beside.any()) return compose_beside(text, style, measure, options.beside, fonts, scratch, options.breakable);

    Length const start_rest = style.start_indent.at(style.size);
    Length const start_first = start_rest + style.first_indent.at(style.size);
    Length const end = measure - style.end_indent.at(style.size);
    // Indents wider than the measure leave room for one character, so that every text has lines
    auto const room_after = [&](Length start) { return std::max((end - start).units(), style.size.units()); };
    std::int64_t const room_first = room_after(start_first), room_rest = room_after(start_rest);

    if (style.break_unit == style::BreakUnit::Phrase && natural_total(paragraph) > room_first)
        para::mark_phrases(text.text, scratch.shaped, paragraph);
    if (paragraph.tabs) add_tabs(text, style, start_first, start_rest, fonts, sink, scratch);
    shape::ShapeOptions const shaping = shaping_of(style);
    if (paragraph.soft_hyphens) para::show_soft_hyphens(hyphen_of(text, shaping, fonts, scratch), paragraph);
    scratch.planner.prepare(paragraph, style, room_first, room_rest);
    if (options.reach) *options.reach = scratch.planner.reach();
    if (!scratch.breaker.total_fit(paragraph, scratch.planner, options.looseness, scratch.chosen, options.known_lines))
        return lines;
    if (style.hyphenation && options.looseness == 0 && style.align == style::Align::Justify &&
        may_gain_by_hyphens(scratch.chosen) &&
        para::hyphenate(text.text, scratch.shaped, style, hyphen_of(text, shaping, fonts, scratch), paragraph)) {
        scratch.planner.prepare(paragraph, style, room_first, room_rest);
        scratch.breaker.total_fit(paragraph, scratch.planner, 0, scratch.chosen);
    }

    if (!paragraph.warichu.empty()) fit_warichu(scratch, room_first, room_rest, style);
    if (options.breakable)
        print_breakable(paragraph, scratch.shaped, text, style, {room_first, room_rest}, scratch.chosen, *options.breakable);
    tag_segments(text, scratch.tags);
    Setter setter(scratch.shaped, paragraph, text, style, scratch.tags);
    lines.reserve(scratch.chosen.lines.size());
    for (auto const& line : scratch.chosen.lines) lines.push_back(setter.set(line, start_first, start_rest));
    scratch.trim();
    return lines;
}

NaturalWidths natural_widths(style::StyledText const& text, style::LineStyle const& style,
                             font::FontLibrary const& fonts) {
    auto& scratch = scratch_of_thread();
    diag::Sink unheard; // compose reports
    make_paragraph(text, style, fonts, unheard, scratch);
    if (scratch.paragraph.tabs) para::set_tabs(scratch.shaped, style, 0, 0, scratch.paragraph);
    NaturalWidths widths;
    std::int64_t part = 0, line = 0, min = 0, max = 0;
    for (auto const& box : scratch.paragraph.boxes) {
        part += box.width;
        line += box.width;
        min = std::max(min, part);
        max = std::max(max, line);
        part += box.gap.natural;
        line += box.gap.natural;
        if (box.gap.at == para::Break::Allowed || box.gap.at == para::Break::Forced) part = 0;
        if (box.gap.at == para::Break::Forced) line = 0;
    }
    std::int64_t const indents = (style.start_indent.at(style.size) + style.end_indent.at(style.size)).units();
    std::int64_t const first = std::max<std::int64_t>(0, style.first_indent.at(style.size).units());
    widths.min = Length::from_units(min + indents);
    widths.max = Length::from_units(max + indents + first);
    return widths;
}

} // namespace kumihan::line
