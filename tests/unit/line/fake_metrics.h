// FakeMetrics: composition without fonts. Every Japanese character is one em wide, every character of the Latin font half
// an em, readings of ruby half of that, so that a test of lines is arithmetic a reader can do. One em is 10 pt.
// Input: text and the style of the digest's worked examples. Output: the lines as text and where each body stands.
#pragma once

#include "base/utf8.h"
#include "line/breaks.h"
#include "line/set.h"
#include "para/build.h"
#include "para/ruby.h"
#include "shape/segment.h"
#include "text/char_class.h"
#include "text/resolve.h"

#include <cmath>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace kumihan::test {

// A number as near as the arithmetic of a test asks for (Catch's Approx has another name in each version).
struct Near {
    double value;
    double margin = 0.0002;
    friend bool operator==(double a, Near const& b) { return std::abs(a - b.value) <= b.margin; }
    friend std::ostream& operator<<(std::ostream& out, Near const& n) { return out << n.value << " +- " << n.margin; }
};

inline constexpr std::int64_t kFakeEm = 10 * Length::kPerPoint;

inline void fake_shape(std::string_view text, std::int64_t em, shape::ShapedText& out) {
    std::vector<shape::Segment> segments;
    shape::segment(text, segments);
    std::vector<char32_t> bases;
    for (auto const& s : segments) bases.push_back(s.base);
    std::vector<text::Resolved> resolved(bases.size());
    text::resolve(bases, resolved);
    shape::Setting setting;
    setting.font = FontId{0u};
    setting.size = setting.em = Length::from_units(em);
    out.settings.push_back(setting);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        shape::Cluster c;
        c.begin = segments[i].begin;
        c.end = segments[i].end;
        c.base = bases[i];
        c.setting = static_cast<std::uint32_t>(out.settings.size() - 1);
        c.cls = resolved[i].cls;
        c.latin = resolved[i].latin;
        c.opens = resolved[i].opens;
        c.closes = resolved[i].closes;
        c.invisible = text::is_invisible_control(c.base);
        c.advance = c.invisible ? 0 : static_cast<std::int32_t>(c.latin ? em / 2 : em);
        c.first_glyph = static_cast<std::uint32_t>(out.glyphs.size());
        if (!c.invisible) {
            c.glyph_count = 1;
            out.glyphs.push_back({c.base, c.latin ? 32768 : 65536, 0, 0});
        }
        out.clusters.push_back(c);
    }
}

struct FakeRuby {
    std::string base;                 // found in the text, in order
    std::vector<std::string> reading;
};

struct FakeOptions {
    style::LineStyle line;
    std::vector<FakeRuby> ruby;
    std::string dotted; // found in the text; empty: none
    int looseness = 0;
    bool greedy = false;

    FakeOptions() { // the convention of section 16
        line.size = Length::from_units(kFakeEm);
        line.kinsoku = style::Kinsoku::VeryStrict;
    }
};

class Fake {
public:
    Fake(std::string_view text, double measure, FakeOptions options = {}) : options_(std::move(options)) {
        styled_.text = text;
        std::size_t from = 0;
        for (auto const& ruby : options_.ruby) {
            auto const at = styled_.text.find(ruby.base, from);
            style::RubyMark mark;
            mark.begin = static_cast<std::uint32_t>(at);
            mark.end = static_cast<std::uint32_t>(at + ruby.base.size());
            mark.reading = ruby.reading;
            styled_.ruby.push_back(mark);
            from = mark.end;
        }
        if (auto const at = styled_.text.find(options_.dotted); !options_.dotted.empty() && at != std::string::npos) {
            style::DotsMark mark;
            mark.begin = static_cast<std::uint32_t>(at);
            mark.end = static_cast<std::uint32_t>(at + options_.dotted.size());
            styled_.dots.push_back(mark);
        }
        fake_shape(styled_.text, kFakeEm, shaped_);
        para::build(shaped_, styled_, options_.line, paragraph);
        std::vector<para::ShapedReading> readings;
        for (std::uint32_t m = 0; m < styled_.ruby.size(); ++m)
            for (auto const& reading : styled_.ruby[m].reading) {
                auto const begin = static_cast<std::uint32_t>(paragraph.readings.clusters.size());
                fake_shape(reading, kFakeEm / 2, paragraph.readings);
                readings.push_back({m, begin, static_cast<std::uint32_t>(paragraph.readings.clusters.size())});
            }
        para::place_ruby(shaped_, styled_, options_.line, readings, paragraph);
        auto const room = Length::pt(measure * 10).units();
        planner.prepare(paragraph, options_.line, room - options_.line.first_indent.at(options_.line.size).units(), room);
        if (options_.greedy)
            breaker_.first_fit(paragraph, planner, chosen);
        else
            found = breaker_.total_fit(paragraph, planner, options_.looseness, chosen);
    }

    // The text of bodies [first, last], with the spaces after the last one.
    std::string text(std::uint32_t first, std::uint32_t last) const {
        auto const begin = first == 0 ? 0 : byte(first);
        return styled_.text.substr(begin, (last + 1 < paragraph.boxes.size() ? byte(last + 1) : styled_.text.size()) - begin);
    }
    // All lines, parted by " / ", without the spaces at their ends.
    std::string lines() const {
        std::string out;
        for (auto const& line : chosen.lines) {
            if (&line != &chosen.lines.front()) out += " / ";
            auto text_of_line = text(line.first, line.last);
            for (std::string_view blank : {" ", "　"})
                while (text_of_line.size() >= blank.size() && text_of_line.ends_with(blank))
                    text_of_line.resize(text_of_line.size() - blank.size());
            out += text_of_line;
        }
        return out;
    }

    // Where the n-th body (from 0) with this character starts, in em from the start of the text's room.
    double u(std::size_t line, std::string_view character, std::size_t n = 0) const { return u(chosen.lines[line], character, n); }
    double u(line::ChosenLine const& line, std::string_view character, std::size_t n = 0) const {
        std::vector<std::int64_t> at;
        place(line, at);
        for (std::uint32_t b = line.first; b <= line.last; ++b) {
            auto const& c = shaped_.clusters[paragraph.boxes[b].cluster];
            if (std::string_view(styled_.text).substr(c.begin, c.end - c.begin) != character) continue;
            if (n-- == 0)
                return static_cast<double>(at[b - line.first] + (line.first == 0 ? indent() : 0)) / static_cast<double>(kFakeEm);
        }
        return -1;
    }
    // End of the last body.
    double end(std::size_t line) const {
        std::vector<std::int64_t> at;
        auto const& l = chosen.lines[line];
        place(l, at);
        return static_cast<double>(at.back() + paragraph.boxes[l.last].width + (l.first == 0 ? indent() : 0)) /
               static_cast<double>(kFakeEm);
    }
    // The first line as the caller wants it: up to and with the body before `next`.
    line::ChosenLine first_line(std::string_view first_text) const {
        std::uint32_t last = 0;
        while (text(0, last).size() < first_text.size()) ++last;
        return {0, last, false, planner.plan(0, last, false, line::Tolerance::Loose)};
    }
    // Of ruby unit n: from its base's start to its first reading body, in points.
    double ruby_offset(std::size_t n) const { return static_cast<double>(paragraph.ruby[n].offset) / Length::kPerPoint; }

    para::Paragraph paragraph;
    line::Planner planner;
    line::Chosen chosen;
    bool found = true;

    style::StyledText const& styled() const { return styled_; }
    shape::ShapedText const& shaped() const { return shaped_; }

private:
    std::uint32_t byte(std::uint32_t body) const { return shaped_.clusters[paragraph.boxes[body].cluster].begin; }
    std::int64_t indent() const { return options_.line.first_indent.at(options_.line.size).units(); }
    void place(line::ChosenLine const& line, std::vector<std::int64_t>& at) const {
        std::vector<line::TagSegment> const tags{{0, TagId{}}};
        line::Setter(shaped_, paragraph, styled_, options_.line, tags).place(line, at);
    }

    FakeOptions options_;
    style::StyledText styled_;
    shape::ShapedText shaped_;
    line::Breaker breaker_;
};

} // namespace kumihan::test
