#include "para/fit.h"

#include <algorithm>

namespace kumihan::para {

namespace {

using style::TabKind;
using style::TabStop;
using text::Expand;
using text::JlreqClass;

constexpr Em kEveryTab = kOneEm * 4;
constexpr std::int64_t kWidestSpace = 2; // ems that a name's space may grow by before its letters part

void fix(Gap& gap) {
    gap.shrink[0] = gap.shrink[1] = 0;
    gap.stretch = 0;
    gap.expand = Expand::Never;
    gap.at = Break::No;
}

// Shares `total` among `places` so that the shares sum up to it.
std::int32_t share(std::int64_t total, std::int64_t places, std::int64_t k) {
    return static_cast<std::int32_t>(total * (k + 1) / places - total * k / places);
}

// Boxes [first, last] take `width`. 五字取り: what is missing stands between surname and given name, else between all.
void spread(std::vector<Box>& boxes, std::size_t first, std::size_t last, std::int64_t width) {
    std::int64_t natural = boxes[last].width;
    std::vector<std::size_t> spaces;
    for (std::size_t b = first; b < last; ++b) {
        if (boxes[b].gap.expand == Expand::WordSpace) boxes[b].gap.natural = boxes[b].em; // a typed space is an em here
        if (boxes[b].gap.expand == Expand::WordSpace || boxes[b].cls == JlreqClass::IdeographicSpace) spaces.push_back(b);
        natural += boxes[b].width + boxes[b].gap.natural;
    }
    std::int64_t slack = width - natural;
    for (std::size_t b = first; b < last; ++b) fix(boxes[b].gap);
    if (!spaces.empty()) {
        auto const count = static_cast<std::int64_t>(spaces.size());
        std::int64_t const em = boxes[first].em;
        std::int64_t const taken = std::clamp(slack, -em * count, em * kWidestSpace * count);
        for (std::int64_t k = 0; k < count; ++k) boxes[spaces[static_cast<std::size_t>(k)]].gap.natural += share(taken, count, k);
        slack -= taken;
    }
    if (slack <= 0) return; // too long stays as it is
    std::int64_t places = 0;
    for (std::size_t b = first; b < last; ++b) places += boxes[b].cls != JlreqClass::IdeographicSpace;
    if (places > 0) {
        for (std::size_t b = first, k = 0; b < last; ++b)
            if (boxes[b].cls != JlreqClass::IdeographicSpace)
                boxes[b].gap.natural += share(slack, places, static_cast<std::int64_t>(k++));
        return;
    }
    boxes[last].gap.natural += static_cast<std::int32_t>(slack); // one letter stands at the head of its room
    boxes[last].gap.end_extra += static_cast<std::int32_t>(slack);
}

class Tabs {
public:
    Tabs(shape::ShapedText const& shaped, style::LineStyle const& style, Paragraph& out)
        : shaped_(shaped), style_(style), out_(out), boxes_(out.boxes) {}

    void run(std::int64_t start, std::int64_t rest) {
        std::int64_t x = start;
        for (std::size_t b = 0; b < boxes_.size(); ++b) {
            auto& gap = boxes_[b].gap;
            x += boxes_[b].width;
            if (gap.tabs > 0) {
                fix(gap);
                gap.at = Break::Emergency;
                gap.natural = static_cast<std::int32_t>(std::clamp<std::int64_t>(after(x, gap.tabs, b + 1), 0, 1 << 30));
            }
            x = gap.at == Break::Forced ? rest : x + gap.natural;
        }
    }

private:
    std::int64_t units(Em em) const { return em.at(style_.size).units(); }

    // Room to leave at x, behind which the text from box `next` on stands.
    std::int64_t after(std::int64_t x, int tabs, std::size_t next) {
        TabStop stop;
        auto named = style_.tabs.begin();
        std::int64_t at = x;
        for (int i = 0; i < tabs; ++i) {
            while (named != style_.tabs.end() && units(named->at) <= at) ++named;
            if (named != style_.tabs.end()) {
                stop = *named;
                at = units(named->at);
            } else {
                std::int64_t const every = units(kEveryTab);
                stop = {};
                at = every > 0 ? (at / every + 1) * every : at;
            }
        }
        if (!stop.leader.empty()) out_.leaders.push_back({static_cast<std::uint32_t>(next - 1), stop.leader, 0, 0});
        std::int64_t const shift = stop.kind == TabKind::Start ? 0
                                   : stop.kind == TabKind::Decimal ? width(next, true)
                                   : stop.kind == TabKind::End ? width(next, false)
                                                               : width(next, false) / 2;
        return std::max(at - shift - x, units(kQuarterEm));
    }

    // Of what stands between this tab and the next, or before its decimal point.
    std::int64_t width(std::size_t next, bool to_point) const {
        std::int64_t sum = 0;
        for (std::size_t b = next; b < boxes_.size(); ++b) {
            char32_t const c = shaped_.clusters[boxes_[b].cluster].base;
            if (to_point && (c == U'.' || c == U'．' || c == U'・')) break;
            sum += boxes_[b].width;
            if (boxes_[b].gap.tabs > 0 || boxes_[b].gap.at == Break::Forced || b + 1 == boxes_.size()) break;
            sum += boxes_[b].gap.natural;
        }
        return sum;
    }

    shape::ShapedText const& shaped_;
    style::LineStyle const& style_;
    Paragraph& out_;
    std::vector<Box>& boxes_;
};

} // namespace

void fit_widths(shape::ShapedText const& shaped, style::StyledText const& text, style::LineStyle const& style, Paragraph& out) {
    std::size_t b = 0;
    auto const byte = [&](std::size_t box) { return shaped.clusters[out.boxes[box].cluster].begin; };
    for (auto const& mark : text.fits) {
        while (b < out.boxes.size() && byte(b) < mark.begin) ++b;
        std::size_t const first = b;
        while (b < out.boxes.size() && byte(b) < mark.end) ++b;
        if (b > first) spread(out.boxes, first, b - 1, mark.width.at(style.size).units());
    }
}

void set_tabs(shape::ShapedText const& shaped, style::LineStyle const& style, std::int64_t start, std::int64_t rest,
              Paragraph& out) {
    Tabs(shaped, style, out).run(start, rest);
}

} // namespace kumihan::para
