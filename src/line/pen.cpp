#include "line/pen.h"

namespace kumihan::line {

namespace {

using shape::Setting;

bool draws_alike(Setting const& a, Setting const& b) {
    return a.font == b.font && a.size == b.size && a.color == b.color && a.rise == b.rise && a.turn == b.turn &&
           a.x_scale == b.x_scale;
}

constexpr Em kCentreAboveBaseline = Em::ratio(38, 100);

std::int32_t at_size(std::int32_t em_units, Length size) {
    return static_cast<std::int32_t>(std::int64_t{em_units} * size.units() / Em::kPerEm);
}

} // namespace

void Pen::begin(std::uint32_t new_setting, TagId new_tag, std::int64_t at, std::size_t clusters) {
    Setting const& s = shaped.settings[new_setting];
    bool const same = open && new_tag == tag && open_lift == lift &&
                      (new_setting == setting || draws_alike(s, shaped.settings[setting]));
    setting = new_setting;
    if (same) return;
    open = true;
    open_lift = lift;
    tag = new_tag;
    auto& run = line.runs.emplace_back();
    run.font = s.font;
    run.size = s.size;
    run.color = s.color;
    run.tag = new_tag;
    run.at = Length::from_units(at);
    run.rise = s.rise + lift;
    run.x_scale = s.x_scale;
    if (s.turn == shape::Turn::Rotated) {
        // The origin of vertical lines is the centre of the em boxes, 0.38 em above the baseline (11.1)
        run.orientation = Orientation::Rotated;
        run.rise -= kCentreAboveBaseline.at(s.em);
    }
    run.glyphs.reserve(clusters);
    run.text.reserve(clusters * 3);
}

void Pen::draw(shape::Cluster const& c, std::int64_t at, bool says) {
    auto& run = line.runs.back();
    auto const offset = static_cast<std::uint32_t>(run.text.size());
    std::int64_t x = at - run.at.units();
    for (std::uint32_t g = 0; g < c.glyph_count; ++g) {
        auto const& glyph = shaped.glyphs[c.first_glyph + g];
        run.glyphs.push_back({glyph.id, static_cast<std::int32_t>(x + at_size(glyph.along, run.size)),
                              at_size(glyph.rise, run.size), offset});
        x += at_size(glyph.advance, run.size);
    }
    if (says) run.text.append(text.substr(c.begin, c.end - c.begin));
}

} // namespace kumihan::line
