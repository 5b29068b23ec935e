// What stands between the lines: readings, dots, sidelines.
#include "line/set.h"

#include "para/jukugo.h"

#include <algorithm>
#include <utility>

namespace kumihan::line {

using shape::Cluster;

// Appendix F of JLReq: each part of a divided word is laid out for itself. The plan has counted with it (Gap::head and
// Gap::end_extra); here the characters and their readings take their places.
void Setter::lay_out_parts(ChosenLine const& line) {
    auto const& words = paragraph_.words;
    for (auto& part : parts_) part.at.clear();
    while (next_word_ < words.size() && words[next_word_].last < line.first) ++next_word_;
    if (next_word_ >= words.size()) return;
    para::JukugoLayout made;
    auto const take = [&](para::JukugoWord const& word, std::uint32_t from, std::uint32_t to, int which) {
        bool const at_head = from > word.first || from == line.first, at_end = to < word.last;
        std::span const cells{paragraph_.cells.data() + word.cell + (from - word.first), to - from + 1};
        bool const starts = from == word.first;
        para::lay_out_jukugo(cells, word.ruby_em,
                             {starts ? word.reach_before : 0, at_end ? 0 : word.reach_after, at_head && !starts, at_end, word.from_head}, made);
        std::int64_t x = at_[from - line.first];
        if (starts) x += made.open_before[0] - word.open_before;
        else x += std::max(0, -made.at[0]) - paragraph_.boxes[from - 1].gap.head;
        for (std::uint32_t i = 0; i < cells.size(); ++i) {
            if (i > 0) x += made.open_before[i];
            at_[from + i - line.first] = x;
            x += cells[i].width + made.open_after[i] + cells[i].gap;
        }
        parts_[which] = {word.unit + (from - word.first), made.at};
    };
    auto const& first = words[next_word_];
    if (first.first < line.first) take(first, line.first, std::min(first.last, line.last), 0);
    std::size_t last = next_word_;
    while (last + 1 < words.size() && words[last + 1].first <= line.last) ++last;
    if (words[last].first >= line.first && words[last].first <= line.last && words[last].last > line.last)
        take(words[last], words[last].first, line.last, 1);
}

std::int32_t Setter::offset_of(std::uint32_t unit) const {
    for (auto const& part : parts_)
        if (unit >= part.unit && unit - part.unit < part.at.size()) return part.at[unit - part.unit];
    return paragraph_.ruby[unit].offset;
}

void Setter::readings(ChosenLine const& line, SetLine& out) {
    auto const& units = paragraph_.ruby;
    std::size_t const ends[2] = {first_below_, units.size()};
    for (int side = 0; side < 2; ++side) {
        auto& next = next_unit_[side];
        Pen pen{out, paragraph_.readings, paragraph_.reading_text};
        for (; next < ends[side] && units[next].first <= line.last; ++next) {
            auto const& unit = units[next];
            if (unit.first < line.first) continue;
            std::int64_t at = at_[unit.first - line.first] + offset_of(static_cast<std::uint32_t>(next));
            for (std::uint32_t c = unit.reading_begin; c < unit.reading_end; ++c) {
                Cluster const& cluster = paragraph_.readings.clusters[c];
                if (cluster.invisible) continue;
                if (cluster.continues) {
                    if (pen.open) pen.carry(cluster);
                    continue;
                }
                pen.begin(cluster.setting, text_.ruby[unit.mark].reading_tag, at, unit.reading_end - c);
                pen.draw(cluster, at);
                at += cluster.advance + unit.between;
            }
        }
    }
}

void Setter::dots(ChosenLine const& line, SetLine& out) {
    auto const& dots = paragraph_.dots;
    while (next_dot_ < dots.size() && dots[next_dot_].box < line.first) ++next_dot_;
    Pen pen{out, paragraph_.readings, paragraph_.reading_text};
    for (; next_dot_ < dots.size() && dots[next_dot_].box <= line.last; ++next_dot_) {
        auto const& dot = dots[next_dot_];
        Cluster const& sign = paragraph_.readings.clusters[dot.sign];
        std::int64_t const at = at_[dot.box - line.first] + (paragraph_.boxes[dot.box].width - sign.advance) / 2;
        pen.begin(sign.setting, TagId{}, at, line.last - dot.box + 1);
        pen.draw(sign, at);
    }
}

// 10.2. Beside the em boxes, unbroken over the spaces within; from the first body to the last one of this line. A reading on
// the same side moves it: in vertical lines to the left, in horizontal lines further down.
void Setter::strokes(ChosenLine const& line, SetLine& out) {
    constexpr Em kEmBoxBelow = Em::ratio(12, 100), kAway = Em::ratio(1, 12);
    auto const& boxes = paragraph_.boxes;
    auto const byte_of = [&](std::uint32_t box) {
        return boxes[box].cluster < shaped_.clusters.size() ? shaped_.clusters[boxes[box].cluster].begin : 0xFFFFFFFFu;
    };
    bool const vertical = style_.mode == WritingMode::Vertical;
    auto const& sides = text_.sides;
    while (next_side_ < sides.size() && sides[next_side_].end <= byte_of(line.first)) ++next_side_;
    for (std::size_t k = next_side_; k < sides.size() && sides[k].begin <= byte_of(line.last); ++k) {
        auto const& side = sides[k];
        std::uint32_t first = line.first;
        while (first <= line.last && byte_of(first) < side.begin) ++first;
        std::uint32_t after = first;
        while (after <= line.last && byte_of(after) < side.end) ++after;
        if (after == first) continue;
        auto const& setting = shaped_.settings[shaped_.clusters[boxes[first].cluster].setting];
        Length const em = Length::from_units(boxes[first].em);
        Length reading;
        bool above = false;
        for (auto const& ruby : text_.ruby) {
            if (ruby.begin >= side.end) break;
            if (ruby.end <= side.begin) continue;
            if (ruby.below) reading = std::max(reading, ruby.size);
            else above = true;
        }
        SideStroke stroke;
        stroke.begin = Length::from_units(at_[first - line.first]);
        stroke.end = Length::from_units(at_[after - 1 - line.first] + boxes[after - 1].width);
        stroke.thickness = side.thickness;
        stroke.kind = side.kind;
        stroke.color = setting.color;
        if (!vertical) stroke.rise = -(kEmBoxBelow.at(em) + kAway.at(em) + reading);
        else if (above) stroke.rise = -(em / 2 + kAway.at(em) + reading);
        else stroke.rise = em / 2 + kAway.at(em);
        out.strokes.push_back(stroke);
    }
}

} // namespace kumihan::line
