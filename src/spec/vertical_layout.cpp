#include "spec/vertical_layout.h"

#include "spec/styles.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace kumihan::spec {

void make_vertical(LayoutSpec& spec, std::span<yaml::Node const> vertical_styles, Palette const& palette,
                   diag::Sink& sink) {
    VerticalArea& v = spec.vertical_area;
    TypeArea const& page = spec.area;
    if (spec.columns.gap == Length{}) spec.columns.gap = page.size * 2; // two ems (15.3)
    if (v.size == Length{}) v.size = page.size;
    if (v.pitch < v.size) v.pitch = std::max(v.size, page.pitch);
    if (v.gaps.gap == Length{}) v.gaps.gap = v.size * 2;
    Length const tier = (page.height() - v.gaps.gap * (v.tiers - 1)) / v.tiers;
    if (v.chars == 0) v.chars = static_cast<int>(std::max<std::int64_t>(1, tier / v.size));
    if (v.lines == 0)
        v.lines = static_cast<int>(std::max<std::int64_t>(1, (page.width() - v.size) / v.pitch + 1));
    LayoutSpec made = spec;
    for (Style& style : made.styles)
        if (style.size == page.size) style.size = v.size;
    for (yaml::Node const& one : vertical_styles)
        read_styles(one, palette, made, false, sink);
    made.area = {v.size, v.chars, v.lines, v.pitch, page.top, page.gutter};
    // In the middle of the rectangle of the horizontal pages.
    made.area.gutter += (page.width() - made.area.height()) / 2;
    made.columns = v.gaps;
    Length const whole = made.area.width() * v.tiers + v.gaps.gap * (v.tiers - 1);
    if (v.tiers > 1 && whole < page.height()) // the tiers fill the page's height, the gaps take what is left over
        made.columns.gap = (page.height() - made.area.width() * v.tiers) / (v.tiers - 1);
    spec.vertical = std::make_shared<LayoutSpec const>(std::move(made));
}

} // namespace kumihan::spec
