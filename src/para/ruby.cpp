#include "para/ruby.h"

#include <algorithm>

namespace kumihan::para {

namespace {

using text::ClassSet;
using text::JlreqClass;

constexpr std::uint32_t kNoBox = 0xFFFFFFFFu;

class Placer {
public:
    Placer(shape::ShapedText const& shaped, style::LineStyle const& style, Paragraph& out)
        : shaped_(shaped), style_(style), out_(out) {}

    // All boxes from the first that starts within [begin, end) of the text; marks come in order.
    bool find(std::uint32_t begin, std::uint32_t end, std::uint32_t& first, std::uint32_t& last) {
        auto const start = [&](std::uint32_t b) { return byte_of(out_.boxes[b].cluster); };
        while (next_ < out_.boxes.size() && start(next_) < begin) ++next_;
        first = next_;
        std::uint32_t after = next_;
        while (after < out_.boxes.size() && start(after) < end) ++after;
        last = after - 1;
        return after > first;
    }

    void unit(RubyUnit u, bool group) {
        auto const& boxes = out_.boxes;
        std::int32_t base = 0, reading = 0;
        for (std::uint32_t b = u.first; b <= u.last; ++b) base += boxes[b].width + (b < u.last ? boxes[b].gap.natural : 0);
        for (std::uint32_t c = u.reading_begin; c < u.reading_end; ++c) reading += out_.readings.clusters[c].advance;
        if (reading <= base)
            spread_reading(u, base, reading, group);
        else if (group && u.last > u.first)
            spread_base(u, reading - base);
        else
            centre_on_base(u, reading - base);
        out_.ruby.push_back(u);
    }

private:
    std::uint32_t byte_of(std::uint32_t cluster) const {
        return cluster < shaped_.clusters.size() ? shaped_.clusters[cluster].begin : 0xFFFFFFFFu;
    }
    bool latin(std::uint32_t begin, std::uint32_t end, shape::ShapedText const& of) const {
        for (std::uint32_t c = begin; c < end; ++c)
            if (of.clusters[c].latin) return true;
        return false;
    }
    static std::int32_t ruby_em(Box const& base) { return base.em / 2; }

    // 9.4: mono is solid and centred; group readings are spread 1:2:1, the ends not wider than one ruby em.
    void spread_reading(RubyUnit& u, std::int32_t base, std::int32_t reading, bool group) const {
        std::int32_t const room = base - reading;
        auto const count = static_cast<std::int32_t>(u.reading_end - u.reading_begin);
        bool const letters = latin(u.reading_begin, u.reading_end, out_.readings) ||
                             latin(out_.boxes[u.first].cluster, out_.boxes[u.last].cluster_end, shaped_);
        u.offset = room / 2;
        if (!group || letters || count < 2) return;
        u.between = room / count;
        u.offset = u.between / 2;
        std::int32_t const most = ruby_em(out_.boxes[u.first]);
        if (u.offset > most) {
            u.between = (room - 2 * most) / (count - 1);
            u.offset = most;
        }
    }

    void centre_on_base(RubyUnit& u, std::int32_t excess) {
        std::int32_t const lead = excess / 2, tail = excess - lead;
        std::int32_t const before = reach_before(u.first, lead), after = reach_after(u.last, tail);
        u.offset = -lead;
        open(u, lead, lead - before, tail, tail - after);
    }

    // What overhang leaves over opens the base, G between its characters and half of it at the ends.
    void spread_base(RubyUnit& u, std::int32_t excess) {
        std::int32_t const before = reach_before(u.first, excess / 2), after = reach_after(u.last, excess - excess / 2);
        std::int32_t const rest = excess - before - after;
        auto const count = static_cast<std::int32_t>(u.last - u.first + 1);
        std::int32_t const gap = rest / count;
        std::int32_t const first_end = gap / 2, last_end = rest - gap * (count - 1) - first_end;
        for (std::uint32_t b = u.first; b < u.last; ++b) out_.boxes[b].gap.natural += gap;
        u.offset = -(before + first_end);
        open(u, before + first_end, first_end, after + last_end, last_end);
    }

    // At a line edge the reading's end stands at the edge and the base moves in by `lead` or `tail` (9.6).
    void open(RubyUnit const& u, std::int32_t lead, std::int32_t need_before, std::int32_t tail, std::int32_t need_after) {
        if (u.first > 0) {
            auto& gap = out_.boxes[u.first - 1].gap;
            gap.natural += need_before;
            gap.head = lead;
        } else {
            auto const indent = static_cast<std::int32_t>(style_.first_indent.at(style_.size).units());
            out_.first_head = std::max(0, lead - std::clamp(indent, 0, ruby_em(out_.boxes[0])));
        }
        auto& gap = out_.boxes[u.last].gap;
        gap.natural += need_after;
        gap.end_extra = tail;
    }

    // 9.5. How far the reading may reach over its neighbour; what lies over the space between may not be reduced away.
    std::int32_t reach_before(std::uint32_t first, std::int32_t wanted) {
        if (first == 0 || out_.boxes[first - 1].gap.at == Break::Forced) return 0;
        return reach(out_.boxes[first - 1], first - 1, out_.boxes[first - 1].gap, ruby_em(out_.boxes[first]), wanted,
                     text::rule::kClosers, JlreqClass::OpeningBracket);
    }
    std::int32_t reach_after(std::uint32_t last, std::int32_t wanted) {
        if (last + 1 >= out_.boxes.size() || out_.boxes[last].gap.at == Break::Forced) return 0;
        auto const reached =
            reach(out_.boxes[last + 1], last + 1, out_.boxes[last].gap, ruby_em(out_.boxes[last]), wanted,
                  ClassSet::of(JlreqClass::OpeningBracket), JlreqClass::ClosingBracket, JlreqClass::FullStop, JlreqClass::Comma);
        if (reached > 0) reached_ = last + 1;
        return reached;
    }
    template <class... Cs>
    std::int32_t reach(Box const& neighbour, std::uint32_t at, Gap& gap, std::int32_t r, std::int32_t wanted, ClassSet outer,
                       Cs... touching) const {
        using enum JlreqClass;
        constexpr auto soft = ClassSet::of(Hiragana, Katakana, ProlongedSound, SmallKana, Inseparable, IdeographicSpace);
        JlreqClass const cls = neighbour.cls;
        std::int32_t over_space = 0, over_body = 0;
        if (outer.has(cls) || cls == DividingMark) {
            over_space = r;
        } else if (soft.has(cls) || ((cls == touching) || ...)) {
            over_space = over_body = r;
        } else if (cls == MiddleDot) {
            over_space = r / 2;
            over_body = r / 2;
        } else if (text::rule::kWesternLike.has(cls)) {
            over_space = r / 2;
        }
        if (at == reached_) over_body = 0; // only one of two readings may reach over a character
        std::int32_t const space = std::min({over_space, std::max(0, gap.natural), wanted});
        std::int32_t const body = std::min({over_body, neighbour.width, std::min(r, wanted) - space});
        keep(gap, space);
        return space + std::max(0, body);
    }
    // The gap must keep at least `least` when reduced.
    static void keep(Gap& gap, std::int32_t least) {
        for (auto& shrink : gap.shrink) {
            std::int32_t const all = gap.shrink[0] + gap.shrink[1];
            shrink = std::clamp(gap.natural - least - (all - shrink), 0, shrink);
        }
    }

    shape::ShapedText const& shaped_;
    style::LineStyle const& style_;
    Paragraph& out_;
    std::uint32_t next_ = 0;
    std::uint32_t reached_ = kNoBox;
};

} // namespace

void place_ruby(shape::ShapedText const& shaped, style::StyledText const& text, style::LineStyle const& style,
                std::span<ShapedReading const> readings, Paragraph& out) {
    Placer placer(shaped, style, out);
    for (std::size_t r = 0; r < readings.size();) {
        std::size_t end = r;
        while (end < readings.size() && readings[end].mark == readings[r].mark) ++end;
        auto const of_mark = readings.subspan(r, end - r);
        r = end;
        auto const& mark = text.ruby[of_mark[0].mark];
        std::uint32_t first = 0, last = 0;
        if (!placer.find(mark.begin, mark.end, first, last)) continue;

        RubyUnit whole;
        whole.mark = of_mark[0].mark;
        whole.first = first;
        whole.last = last;
        whole.reading_begin = of_mark.front().begin;
        whole.reading_end = of_mark.back().end;
        if (of_mark.size() == 1) {
            placer.unit(whole, last > first);
            continue;
        }
        bool each = of_mark.size() == last - first + 1;
        for (std::size_t k = 0; each && k < of_mark.size(); ++k) {
            std::int32_t length = 0;
            for (std::uint32_t c = of_mark[k].begin; c < of_mark[k].end; ++c) length += out.readings.clusters[c].advance;
            each = length <= out.boxes[first + k].width;
        }
        if (each) {
            for (std::uint32_t k = 0; k < of_mark.size(); ++k) {
                RubyUnit one = whole;
                one.first = one.last = first + k;
                one.reading_begin = of_mark[k].begin;
                one.reading_end = of_mark[k].end;
                placer.unit(one, false);
            }
        } else {
            for (std::uint32_t b = first; b < last; ++b) out.boxes[b].gap.at = Break::No;
            placer.unit(whole, true);
        }
    }
}

void place_dots(shape::ShapedText const& shaped, style::StyledText const& text, std::span<ShapedDots const> dots,
                Paragraph& out) {
    using enum JlreqClass;
    constexpr auto without = ClassSet::of(OpeningBracket, ClosingBracket, DividingMark, MiddleDot, FullStop, Comma,
                                          IdeographicSpace, RubyBase, JukugoBase, None); // 10.1; ruby wins over dots
    std::uint32_t box = 0;
    for (auto const& shaped_dots : dots) {
        auto const& mark = text.dots[shaped_dots.mark];
        for (; box < out.boxes.size(); ++box) {
            auto const cluster = out.boxes[box].cluster;
            auto const begin = cluster < shaped.clusters.size() ? shaped.clusters[cluster].begin : mark.end;
            if (begin >= mark.end) break;
            if (begin >= mark.begin && !without.has(out.boxes[box].cls)) out.dots.push_back({box, shaped_dots.sign});
        }
    }
}

} // namespace kumihan::para
