#include "line/plan.h"

#include <algorithm>

namespace kumihan::line {

namespace {

using style::Align;
using style::BracketIndent;
using style::Hang;
using style::LineEndPunctuation;
using text::Expand;
using text::JlreqClass;
using text::Reduce;

// Section 6.3
constexpr Cost kPerLine = 8, kPerRaggedLine = 30;
constexpr Cost kLineEndSolid = 1, kLineEndDot = 1, kHang = 3;
constexpr Cost kWordSpace = 10, kMiddleDot = 12, kBracket = 40, kWesternShrink = 60, kWesternStretch = 25;
constexpr Cost kSolid = 20, kSolidSlope = 400, kAnywhere = 3000, kOverfull = 1'000'000;
constexpr Cost kRagged = 300, kRaggedFinal = 100;

constexpr std::int64_t kRatio = 1024; // ratios are in 1/1024
constexpr std::int64_t kClose = kRatio / 5; // 0.05 em of a quarter

constexpr std::int64_t ratio_of(std::int64_t used, std::int64_t capacity) { return capacity > 0 ? used * kRatio / capacity : 0; }
constexpr Cost squared(Cost weight, std::int64_t ratio) { return weight * kCostUnit * ratio / kRatio * ratio / kRatio; }

std::int64_t& of(std::array<std::int64_t, 7>& amounts, Reduce stage) { return amounts[static_cast<std::size_t>(stage)]; }
std::int64_t& of(std::array<std::int64_t, 5>& amounts, Expand stage) { return amounts[static_cast<std::size_t>(stage)]; }

} // namespace

void Planner::prepare(para::Paragraph const& paragraph, style::LineStyle const& style, std::int64_t room_first,
                      std::int64_t room_rest) {
    paragraph_ = &paragraph;
    style_ = &style;
    room_first_ = room_first;
    room_rest_ = room_rest;
    sums_.resize(paragraph.boxes.size() + 1);
    Sums sum;
    sums_[0] = sum;
    std::size_t k = 0;
    for (auto const& box : paragraph.boxes) {
        auto const& gap = box.gap;
        sum.natural += box.width + gap.natural;
        sum.least += box.width + gap.natural - gap.shrink[0] - gap.shrink[1];
        for (int side = 0; side < 2; ++side) {
            if (gap.shrink[side] == 0) continue;
            switch (gap.shrink_stage[side]) {
            case Reduce::WordSpace: sum.word_space += gap.shrink[side]; break;
            case Reduce::MiddleDot: sum.middle_dot += gap.shrink[side]; break;
            case Reduce::Bracket: sum.bracket += gap.shrink[side]; break;
            case Reduce::Western: sum.western += gap.shrink[side]; break;
            case Reduce::Never:
            case Reduce::LineEnd:
            case Reduce::LineEndDot: break;
            }
        }
        switch (gap.expand) {
        case Expand::WordSpace: sum.open_word_space += gap.stretch; break;
        case Expand::Western: sum.open_western += gap.stretch; break;
        case Expand::Solid: sum.open_solid += gap.stretch; break;
        case Expand::Never:
        case Expand::Anywhere: break;
        }
        sum.places += gap.expand != Expand::Never;
        sums_[++k] = sum;
    }
}

// 3.4: where the first body stands. Our brackets are half an em wide, so pattern ① needs no rule.
std::int64_t Planner::head_of(std::uint32_t first) const {
    auto const& box = paragraph_->boxes[first];
    std::int64_t head = first == 0 ? paragraph_->first_head : paragraph_->boxes[first - 1].gap.head;
    if (box.cls != JlreqClass::OpeningBracket || !box.half_body) return head;
    switch (style_->bracket_indent) {
    case BracketIndent::FullAndFlush: break;
    case BracketIndent::OneAndHalf: head += box.em / 2; break;
    case BracketIndent::HalfAndFlush:
        if (first == 0 && style_->first_indent >= kHalfEm) head -= box.em / 2;
        break;
    }
    return head;
}

// 3.5. In ragged and centred lines the ink decides.
std::int64_t Planner::kept_end_space(std::uint32_t last) const {
    return justified() && style_->line_end != LineEndPunctuation::Solid ? paragraph_->boxes[last].gap.end_space : 0;
}

std::int64_t Planner::natural_width(std::uint32_t first, std::uint32_t last) const {
    auto const& box = paragraph_->boxes[last];
    return sums_[last].natural - sums_[first].natural + box.width + head_of(first) + box.gap.end_extra;
}

std::int64_t Planner::least_width(std::uint32_t first, std::uint32_t last) const {
    auto const& box = paragraph_->boxes[last];
    bool const may_hang = style_->hang != Hang::None && (box.cls == JlreqClass::FullStop || box.cls == JlreqClass::Comma);
    return sums_[last].least - sums_[first].least + (may_hang ? 0 : box.width) + head_of(first);
}

LinePlan Planner::plan(std::uint32_t first, std::uint32_t last, bool final, Tolerance tolerance) const {
    auto const& box = paragraph_->boxes[last];
    std::int64_t const width = natural_width(first, last);
    std::int64_t const end_space = kept_end_space(last);

    bool const can_hang = style_->hang != Hang::None && box.half_body && justified() && last > first &&
                          (box.cls == JlreqClass::FullStop || box.cls == JlreqClass::Comma);
    bool const must_hang = can_hang && style_->hang == Hang::Force;

    LinePlan best;
    if (!must_hang) {
        if (style_->line_end == LineEndPunctuation::Half) {
            best = fill(first, last, final, tolerance, width + end_space, 0);
            best.end_space += end_space;
        } else {
            best = fill(first, last, final, tolerance, width, end_space);
        }
    }
    if (can_hang && (must_hang || !best.feasible || best.cost > kHang * kCostUnit)) {
        // 5.4: the mark touches the frame from outside
        LinePlan hung = fill(first, last, final, tolerance, width - box.width, 0);
        hung.hangs = true;
        hung.cost += kHang * kCostUnit;
        if (hung.kind == FitKind::Natural) hung.kind = FitKind::Hung;
        bool const better = hung.feasible && (!best.feasible || (!final && hung.cost < best.cost));
        if (must_hang || better) best = hung;
    }
    if (best.feasible) best.cost += (justified() ? kPerLine : kPerRaggedLine) * kCostUnit;
    return best;
}

// `width` without the space that may stay at the end.
LinePlan Planner::fill(std::uint32_t first, std::uint32_t last, bool final, Tolerance tolerance, std::int64_t width,
                       std::int64_t end_space) const {
    LinePlan plan;
    plan.room = room(first);
    plan.head = head_of(first);
    plan.natural = width + end_space;
    if (width > plan.room) {
        plan.set = plan.room;
        reduce(first, last, width - plan.room, plan);
        if (end_space > 0 && style_->line_end == LineEndPunctuation::HalfOrSolid) plan.cost += kLineEndSolid * kCostUnit;
        return plan;
    }
    plan.feasible = true;
    std::int64_t const slack = plan.room - width;
    if (!justified()) {
        plan.set = width;
        ragged(slack, final, plan);
        return plan;
    }
    if (final) {
        plan.end_space = std::min(end_space, slack);
        plan.set = width + plan.end_space;
        plan.looseness = kNoStretch;
        return plan;
    }
    plan.set = plan.room;
    if (style_->line_end == LineEndPunctuation::HalfOrSolid) {
        // The space stays whole or goes; either way the rest of the line must make up for it
        LinePlan solid = plan;
        open(first, last, slack, tolerance, solid);
        if (end_space > 0) solid.cost += kLineEndSolid * kCostUnit;
        if (end_space == 0 || slack < end_space) return solid;
        plan.end_space = end_space;
        open(first, last, slack - end_space, tolerance, plan);
        return plan.feasible && (!solid.feasible || plan.cost <= solid.cost) ? plan : solid;
    }
    plan.end_space = std::min(end_space, slack); // continuous: reduced by exactly what is needed
    if (slack > end_space) open(first, last, slack - end_space, tolerance, plan);
    return plan;
}

// 5.1. Stage by stage, each to its floor before the next begins.
void Planner::reduce(std::uint32_t first, std::uint32_t last, std::int64_t need, LinePlan& plan) const {
    Sums const& a = sums_[first];
    Sums const& b = sums_[last];
    std::int64_t dot_at_end = 0;
    if (paragraph_->boxes[last].cls == JlreqClass::MiddleDot && last > first) {
        auto const& gap = paragraph_->boxes[last - 1].gap;
        for (int side = 0; side < 2; ++side)
            if (gap.shrink_stage[side] == Reduce::MiddleDot) dot_at_end += gap.shrink[side];
    }
    struct Stage {
        Reduce stage;
        std::int64_t capacity;
        Cost weight;
    };
    Stage const stages[] = {{Reduce::WordSpace, b.word_space - a.word_space, kWordSpace},
                            {Reduce::LineEndDot, dot_at_end, 0},
                            {Reduce::MiddleDot, b.middle_dot - a.middle_dot - dot_at_end, kMiddleDot},
                            {Reduce::Bracket, b.bracket - a.bracket, kBracket},
                            {Reduce::Western, b.western - a.western, kWesternShrink}};
    for (auto const& stage : stages) {
        if (need == 0) break;
        std::int64_t const used = std::min(need, stage.capacity);
        if (used <= 0) continue;
        need -= used;
        of(plan.shrink, stage.stage) = used;
        plan.stage = static_cast<std::int8_t>(stage.stage);
        std::int64_t const ratio = ratio_of(used, stage.capacity);
        plan.cost += squared(stage.weight, ratio);
        if (stage.stage == Reduce::LineEndDot) plan.cost += kLineEndDot * kCostUnit;
        // Brackets down to a quarter em are cheap, to nothing dear (17)
        if (stage.stage == Reduce::Bracket && ratio > kRatio / 2) plan.cost += squared(kBracket, 2 * ratio - kRatio);
    }
    plan.feasible = need == 0;
    plan.kind = FitKind::Shrunk;
    if (!justified()) plan.cost += kPerRaggedLine * kCostUnit;
}

// 5.2.
void Planner::open(std::uint32_t first, std::uint32_t last, std::int64_t need, Tolerance tolerance, LinePlan& plan) const {
    if (need <= 0) return;
    Sums const& a = sums_[first];
    Sums const& b = sums_[last];
    plan.kind = FitKind::Stretched;
    auto take = [&](Expand stage, std::int64_t capacity) -> std::int64_t {
        std::int64_t const used = std::min(need, capacity);
        if (used <= 0) return 0;
        need -= used;
        of(plan.stretch, stage) = used;
        plan.stage = static_cast<std::int8_t>(stage);
        return ratio_of(used, capacity);
    };
    plan.cost += squared(kWordSpace, take(Expand::WordSpace, b.open_word_space - a.open_word_space));
    plan.cost += squared(kWesternStretch, take(Expand::Western, b.open_western - a.open_western));
    if (need == 0) return;
    std::int64_t const solid = take(Expand::Solid, b.open_solid - a.open_solid);
    if (solid > 0 || of(plan.stretch, Expand::Solid) > 0) plan.cost += kSolid * kCostUnit + squared(kSolidSlope, solid);
    plan.looseness = static_cast<std::int32_t>(solid);
    if (tolerance == Tolerance::Close && (need > 0 || solid > kClose)) plan.feasible = false;
    if (need == 0) return;

    if (tolerance == Tolerance::Normal) plan.feasible = false;
    std::int64_t const places = b.places - a.places;
    std::int64_t const em = std::max(1, paragraph_->boxes[first].em);
    std::int64_t const each = (places > 0 ? need / places : need) * kRatio / em; // em per place, in 1/1024
    of(plan.stretch, Expand::Anywhere) = places > 0 ? need : 0;
    if (places == 0) plan.set -= need; // a single word that fills no line: short rather than torn
    plan.stage = 4;
    plan.kind = FitKind::Loose;
    plan.cost += kAnywhere * kCostUnit + kAnywhere * kCostUnit * each / kRatio;
    plan.looseness += static_cast<std::int32_t>(std::min<std::int64_t>(4 * each, 1 << 20));
}

void Planner::ragged(std::int64_t slack, bool final, LinePlan& plan) const {
    plan.looseness = kNoStretch;
    if (plan.room <= 0) return;
    Cost const weight = !final ? kRagged : style_->align == Align::Center ? kRaggedFinal : 0;
    plan.cost += squared(weight, ratio_of(slack, plan.room));
}

LinePlan Planner::overfull(std::uint32_t first, std::uint32_t last) const {
    LinePlan plan;
    plan.feasible = true;
    plan.kind = FitKind::Overfull;
    plan.room = room(first);
    plan.head = head_of(first);
    std::int64_t const width = natural_width(first, last);
    plan.natural = width;
    std::int64_t const over = width - plan.room;
    reduce(first, last, std::max<std::int64_t>(over, 0), plan); // as much as goes
    std::int64_t taken = 0;
    for (auto const amount : plan.shrink) taken += amount;
    plan.feasible = true;
    plan.kind = FitKind::Overfull;
    plan.set = width - taken;
    plan.looseness = kNoStretch;
    plan.cost = kOverfull * kCostUnit + (plan.set - plan.room) / 64;
    return plan;
}

} // namespace kumihan::line
