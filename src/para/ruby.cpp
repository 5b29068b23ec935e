#include "para/ruby.h"

#include <algorithm>

namespace kumihan::para {

namespace {

using text::ClassSet;
using text::JlreqClass;

constexpr std::uint32_t kNoBox = 0xFFFFFFFFu;

// How far a reading may reach over a neighbour: over the space between, then over its body.
struct Reach {
    std::int32_t space = 0, body = 0;
    std::int32_t most() const { return space + body; }
};

// Places the readings of one side of the line.
class Placer {
public:
    Placer(shape::ShapedText const& shaped, std::vector<style::DotsMark> const& dots, style::LineStyle const& style,
           Paragraph& out)
        : shaped_(shaped), dots_(dots), style_(style), out_(out) {}

    // All boxes from the first that starts within [begin, end) of the text; marks come in order. `next_mark`: where the
    // next mark of this side begins.
    bool find(std::uint32_t begin, std::uint32_t end, std::uint32_t next_mark, std::uint32_t& first, std::uint32_t& last) {
        auto const start = [&](std::uint32_t b) { return byte_of(out_.boxes[b].cluster); };
        while (next_ < out_.boxes.size() && start(next_) < begin) ++next_;
        first = next_;
        std::uint32_t after = next_;
        while (after < out_.boxes.size() && start(after) < end) ++after;
        last = after - 1;
        next_mark_ = next_mark;
        return after > first;
    }

    std::int32_t ruby_em(RubyUnit const& u) const {
        if (u.reading_begin >= u.reading_end || out_.readings.settings.empty()) return out_.boxes[u.first].em / 2;
        auto const setting = out_.readings.clusters[u.reading_begin].setting;
        return static_cast<std::int32_t>(out_.readings.settings[setting].em.units());
    }

    // Mono and group ruby.
    RubyUnit unit(RubyUnit u) {
        r_ = ruby_em(u);
        std::int32_t const base = base_length(u), reading = length(u);
        if (reading <= base) {
            spread_reading(u, base, reading);
            last_tail_ = 0;
        } else if (u.last == u.first && from_head()) {
            from_head_on(u, reading - base);
        } else if (u.last > u.first && !latin_base(u)) {
            spread_base(u, reading - base);
        } else {
            centre_on_base(u, reading - base);
        }
        last_boxed_ = u.last;
        return u;
    }
    // A reading below whose base has been opened since.
    void again(RubyUnit& u, std::int32_t base_then) const {
        std::int32_t const base = base_length(u), reading = length(u);
        if (base == base_then) return;
        u.between = 0;
        if (reading <= base)
            spread_reading(u, base, reading);
        else if (u.last > u.first || !from_head())
            u.offset = -(reading - base) / 2;
    }
    std::int32_t base_length(RubyUnit const& u) const {
        auto const& boxes = out_.boxes;
        std::int32_t base = 0;
        for (std::uint32_t b = u.first; b <= u.last; ++b) base += boxes[b].width + (b < u.last ? boxes[b].gap.natural : 0);
        return base;
    }

    // Readings of single characters: units one per box, from `first` on.
    void word(RubyUnit const& whole, std::span<ShapedReading const> readings) {
        JukugoWord word;
        word.first = whole.first;
        word.last = whole.last;
        word.unit = static_cast<std::uint32_t>(out_.ruby.size());
        word.cell = static_cast<std::uint32_t>(out_.cells.size());
        word.ruby_em = r_ = ruby_em(whole);
        word.from_head = from_head();
        bool all_fit = true;
        for (std::uint32_t b = word.first; b <= word.last; ++b) {
            RubyUnit one = whole;
            one.first = one.last = b;
            one.reading_begin = readings[b - word.first].begin;
            one.reading_end = readings[b - word.first].end;
            auto const& box = out_.boxes[b];
            out_.cells.push_back({box.width, b < word.last ? box.gap.natural : 0, length(one)});
            all_fit &= out_.cells.back().reading <= box.width;
            out_.ruby.push_back(one);
        }
        Reach const before = all_fit ? Reach{} : limit_before(word.first), after = all_fit ? Reach{} : limit_after(word.last);
        word.reach_before = before.most();
        word.reach_after = after.most();
        lay_out(word, before, after, all_fit);
        last_boxed_ = word.last;
        out_.words.push_back(word);
    }

private:
    std::uint32_t byte_of(std::uint32_t cluster) const {
        return cluster < shaped_.clusters.size() ? shaped_.clusters[cluster].begin : 0xFFFFFFFFu;
    }
    static bool latin(std::uint32_t begin, std::uint32_t end, shape::ShapedText const& of) {
        for (std::uint32_t c = begin; c < end; ++c)
            if (of.clusters[c].latin) return true;
        return false;
    }
    bool latin_base(RubyUnit const& u) const {
        return latin(out_.boxes[u.first].cluster, out_.boxes[u.last].cluster_end, shaped_);
    }
    std::int32_t length(RubyUnit const& u) const {
        std::int32_t reading = 0;
        for (std::uint32_t c = u.reading_begin; c < u.reading_end; ++c) reading += out_.readings.clusters[c].advance;
        return reading;
    }

    // 9.4: mono is solid and centred; group readings are spread 1:2:1, the ends not wider than one ruby em.
    void spread_reading(RubyUnit& u, std::int32_t base, std::int32_t reading) const {
        std::int32_t const room = base - reading;
        auto const count = static_cast<std::int32_t>(u.reading_end - u.reading_begin);
        u.offset = u.last == u.first && from_head() ? 0 : room / 2;
        if (u.last == u.first || count < 2 || latin_base(u) || latin(u.reading_begin, u.reading_end, out_.readings)) return;
        u.between = room / count;
        u.offset = u.between / 2;
        std::int32_t const most = ruby_em(u);
        if (u.offset > most) {
            u.between = (room - 2 * most) / (count - 1);
            u.offset = most;
        }
    }

    void centre_on_base(RubyUnit& u, std::int32_t excess) {
        std::int32_t const lead = excess / 2, tail = excess - lead;
        std::int32_t const before = reach_before(u.first, lead), after = reach_after(u.last, tail);
        u.offset = -lead;
        open(u.first, u.last, lead, lead - before, tail, tail - after);
    }

    // 肩付き (JLReq 3.3.5): over a single character of vertical lines, from its head on.
    bool from_head() const {
        return style_.ruby_align == style::RubyAlign::Head && style_.mode == WritingMode::Vertical;
    }
    // A longer one reaches over what follows, then over what stands before; the rest opens the text behind.
    void from_head_on(RubyUnit& u, std::int32_t excess) {
        std::int32_t const after = reach_after(u.last, excess), before = reach_before(u.first, excess - after);
        u.offset = -before;
        open(u.first, u.last, before, 0, excess - before, excess - before - after);
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
        open(u.first, u.last, before + first_end, first_end, after + last_end, last_end);
    }

    // At a line edge the reading's end stands at the edge and the base moves in by `lead` or `tail` (9.6).
    void open(std::uint32_t first, std::uint32_t last, std::int32_t lead, std::int32_t need_before, std::int32_t tail,
              std::int32_t need_after) {
        if (first > 0) {
            auto& gap = out_.boxes[first - 1].gap;
            gap.natural += need_before;
            // Readings of two words that would touch are set apart, so that they are not read as one
            if (last_boxed_ == first - 1 && lead > 0 && last_tail_ > 0) gap.natural += r_ / 4;
            gap.head = std::max(gap.head, lead);
        } else {
            auto const indent = static_cast<std::int32_t>(style_.first_indent.at(style_.size).units());
            out_.first_head = std::max(out_.first_head, lead - std::clamp(indent, 0, r_));
        }
        auto& gap = out_.boxes[last].gap;
        gap.natural += need_after;
        gap.end_extra = std::max(gap.end_extra, tail);
        last_tail_ = tail;
    }

    // ---- jukugo: the whole word, then every pair of parts that a break makes of it
    void lay_out(JukugoWord& word, Reach before, Reach after, bool all_fit) {
        std::span const cells{out_.cells.data() + word.cell, word.last - word.first + 1};
        auto const n = static_cast<std::uint32_t>(cells.size());
        JukugoLayout whole, part;
        lay_out_jukugo(cells, r_, {before.most(), after.most(), word.first == 0, false, word.from_head}, whole);
        for (std::uint32_t i = 0; i < n; ++i) out_.ruby[word.unit + i].offset = whole.at[i];
        if (all_fit) { // and so does every part
            last_tail_ = 0;
            return;
        }
        std::int32_t kept_before = whole.reach_before, kept_after = whole.reach_after;
        word.open_before = whole.open_before[0];

        std::int32_t opened = 0, opened_whole = whole.open_after[n - 1];
        for (std::uint32_t i = 0; i + 1 < n; ++i) opened_whole += whole.open_after[i] + whole.open_before[i + 1];
        for (std::uint32_t k = 0; k + 1 < n; ++k) {
            auto& gap = out_.boxes[word.first + k].gap;
            lay_out_jukugo(cells.first(k + 1), r_, {before.most(), 0, word.first == 0, true, word.from_head}, part);
            kept_before = std::max(kept_before, part.reach_before);
            std::int32_t const tail = std::max(0, part.at[k] + cells[k].reading - cells[k].width);
            gap.end_extra = part.open_before[0] - whole.open_before[0] + inner(part) - opened + tail;

            std::int32_t const joint = whole.open_after[k] + whole.open_before[k + 1];
            gap.natural += joint;
            opened += joint;
            lay_out_jukugo(cells.subspan(k + 1), r_, {0, after.most(), true, false, word.from_head}, part);
            kept_after = std::max(kept_after, part.reach_after);
            gap.head = std::max(0, -part.at[0]) + inner(part) + part.open_after.back() - (opened_whole - opened);
        }
        keep_before(word.first, before, kept_before);
        keep_after(word.last, after, kept_after);
        open(word.first, word.last, std::max(0, -whole.at[0]), whole.open_before[0],
             std::max(0, whole.at[n - 1] + cells[n - 1].reading - cells[n - 1].width), whole.open_after[n - 1]);
    }
    static std::int32_t inner(JukugoLayout const& part) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i + 1 < part.at.size(); ++i) sum += part.open_after[i] + part.open_before[i + 1];
        return sum;
    }

    // ---- 9.5
    std::int32_t reach_before(std::uint32_t first, std::int32_t wanted) {
        Reach const limit = limit_before(first);
        std::int32_t const used = std::min(limit.most(), wanted);
        keep_before(first, limit, used);
        return used;
    }
    std::int32_t reach_after(std::uint32_t last, std::int32_t wanted) {
        Reach const limit = limit_after(last);
        std::int32_t const used = std::min(limit.most(), wanted);
        keep_after(last, limit, used);
        return used;
    }
    // What lies over the space between may not be reduced away.
    void keep_before(std::uint32_t first, Reach limit, std::int32_t used) {
        if (first > 0) keep(out_.boxes[first - 1].gap, std::min(limit.space, used));
    }
    void keep_after(std::uint32_t last, Reach limit, std::int32_t used) {
        keep(out_.boxes[last].gap, std::min(limit.space, used));
        if (used > 0) {
            reached_ = last + 1;
            used_space_ = std::min(limit.space, used);
        }
    }

    Reach limit_before(std::uint32_t first) const {
        if (first == 0 || out_.boxes[first - 1].gap.at == Break::Forced) return {};
        auto const& gap = out_.boxes[first - 1].gap;
        Reach reach = limit(out_.boxes[first - 1].cls, text::rule::kClosers, JlreqClass::OpeningBracket);
        std::int32_t free = std::max(0, gap.natural);
        if (last_boxed_ == first - 1) { // that one has a reading, which may lie over the space
            reach.body = 0;
            if (reached_ == first) free -= used_space_;
        }
        if (reached_ == first - 1) reach.body = 0; // only one of two readings may reach over a character
        if (is_dotted(out_.boxes[first - 1])) reach.body = 0;
        return bounded(reach, free, out_.boxes[first - 1].width);
    }
    Reach limit_after(std::uint32_t last) const {
        if (last + 1 >= out_.boxes.size() || out_.boxes[last].gap.at == Break::Forced) return {};
        auto const& next = out_.boxes[last + 1];
        Reach reach = limit(next.cls, ClassSet::of(JlreqClass::OpeningBracket), JlreqClass::ClosingBracket,
                            JlreqClass::FullStop, JlreqClass::Comma);
        if (byte_of(next.cluster) >= next_mark_ || is_dotted(next)) reach.body = 0;
        return bounded(reach, std::max(0, out_.boxes[last].gap.natural), next.width);
    }
    // 圏点 stand where the reading would reach.
    bool is_dotted(Box const& box) const {
        std::uint32_t const byte = byte_of(box.cluster);
        auto const after = std::upper_bound(dots_.begin(), dots_.end(), byte,
                                            [](std::uint32_t at, style::DotsMark const& mark) { return at < mark.begin; });
        return after != dots_.begin() && byte < std::prev(after)->end;
    }
    Reach bounded(Reach reach, std::int32_t free, std::int32_t width) const {
        reach.space = std::min(reach.space, free);
        reach.body = std::max(0, std::min({reach.body, width, r_ - reach.space}));
        return reach;
    }
    template <class... Cs> Reach limit(JlreqClass cls, ClassSet outer, Cs... touching) const {
        using enum JlreqClass;
        constexpr auto kana = ClassSet::of(Katakana, ProlongedSound, SmallKana);
        using style::RubyOverhang;
        RubyOverhang const allowed = style_.ruby_overhang;
        if (allowed == RubyOverhang::None) return {};
        Reach const over_letters{r_, allowed == RubyOverhang::Punctuation ? 0 : r_};
        if (outer.has(cls) || cls == DividingMark) return {r_, 0};
        if (cls == IdeographicSpace) return {r_, r_};
        if (((cls == touching) || ...)) return over_letters;
        if (kana.has(cls)) return allowed == RubyOverhang::Kana ? over_letters : Reach{};
        if (cls == Hiragana || cls == Inseparable) return over_letters;
        if (cls == MiddleDot) return {r_ / 2, over_letters.body / 2};
        if (text::rule::kWesternLike.has(cls)) return {r_ / 2, 0};
        return {};
    }
    // The gap must keep at least `least` when reduced.
    static void keep(Gap& gap, std::int32_t least) {
        for (auto& shrink : gap.shrink) {
            std::int32_t const all = gap.shrink[0] + gap.shrink[1];
            shrink = std::clamp(gap.natural - least - (all - shrink), 0, shrink);
        }
    }

    shape::ShapedText const& shaped_;
    std::vector<style::DotsMark> const& dots_;
    style::LineStyle const& style_;
    Paragraph& out_;
    std::uint32_t next_ = 0, next_mark_ = kNoBox;
    std::uint32_t reached_ = kNoBox;    // by the reading before
    std::int32_t used_space_ = 0;       // of the space before that box
    std::uint32_t last_boxed_ = kNoBox; // end of the last base
    std::int32_t last_tail_ = 0;        // by how much the reading over it is longer at its end
    std::int32_t r_ = 0;                // ruby em at hand
};

// The readings of one mark, and where the next mark of its side begins.
struct OfMark {
    std::span<ShapedReading const> readings;
    std::uint32_t next_begin = kNoBox;
};

template <class Visit>
void each_mark(std::span<ShapedReading const> readings, style::StyledText const& text, bool below, Visit visit) {
    OfMark pending;
    for (std::size_t r = 0; r < readings.size();) {
        std::size_t end = r;
        while (end < readings.size() && readings[end].mark == readings[r].mark) ++end;
        auto const of_mark = readings.subspan(r, end - r);
        r = end;
        if (text.ruby[of_mark[0].mark].below != below) continue;
        pending.next_begin = text.ruby[of_mark[0].mark].begin;
        if (!pending.readings.empty()) visit(pending);
        pending = {of_mark, kNoBox};
    }
    if (!pending.readings.empty()) visit(pending);
}

RubyUnit whole_of(std::span<ShapedReading const> of_mark, std::uint32_t first, std::uint32_t last) {
    RubyUnit whole;
    whole.mark = of_mark[0].mark;
    whole.first = first;
    whole.last = last;
    whole.reading_begin = of_mark.front().begin;
    whole.reading_end = of_mark.back().end;
    return whole;
}

} // namespace

void place_ruby(shape::ShapedText const& shaped, style::StyledText const& text, style::LineStyle const& style,
                std::span<ShapedReading const> readings, Paragraph& out) {
    bool const two_sides = std::any_of(text.ruby.begin(), text.ruby.end(), [](auto const& mark) { return mark.below; });
    struct Below {
        RubyUnit unit;
        std::int32_t base;
    };
    std::vector<Below> below;
    static std::vector<style::DotsMark> const kNoDots; // they stand on the other side
    Placer low(shaped, kNoDots, style, out), high(shaped, text.dots, style, out);
    std::uint32_t first = 0, last = 0;
    // Those below first: where they are longer they open the base, and what stands above is laid over it as it is then.
    if (two_sides)
        each_mark(readings, text, true, [&](OfMark const& of) {
            auto const& mark = text.ruby[of.readings[0].mark];
            if (!low.find(mark.begin, mark.end, of.next_begin, first, last)) return;
            for (std::uint32_t b = first; b < last; ++b) out.boxes[b].gap.at = Break::No; // a break would need both laid anew
            RubyUnit const made = low.unit(whole_of(of.readings, first, last));
            below.push_back({made, low.base_length(made)});
        });
    each_mark(readings, text, false, [&](OfMark const& of) {
        auto const& mark = text.ruby[of.readings[0].mark];
        if (!high.find(mark.begin, mark.end, of.next_begin, first, last)) return;
        RubyUnit const whole = whole_of(of.readings, first, last);
        bool const by_character = of.readings.size() > 1 && of.readings.size() == last - first + 1;
        if (by_character && of.readings.size() <= kLongestJukugo) return high.word(whole, of.readings);
        for (std::uint32_t b = first; b < last; ++b) out.boxes[b].gap.at = Break::No;
        out.ruby.push_back(high.unit(whole));
    });
    for (auto& one : below) low.again(one.unit, one.base);
    for (auto const& one : below) out.ruby.push_back(one.unit);
    // Words name their units by index, so those below stay behind all others
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
