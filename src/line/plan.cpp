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
constexpr Cost kSolid = 20, kSolidSlope = 400, kAnywhere = 3000, kLetters = 500, kOverfull = 1'000'000;
constexpr Cost kShort = 150, kShortSlope = 1500;
constexpr Cost kRagged = 300, kRaggedFinal = 150;

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
    least_end_extra_ = 0;
    most_head_ = paragraph.first_head;
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
        least_end_extra_ = std::min<std::int64_t>(least_end_extra_, gap.end_extra);
        // OneAndHalf: an opening bracket may have half an em more before it.
        std::int64_t const bracket = style.bracket_indent == BracketIndent::OneAndHalf ? box.em / 2 : 0;
        most_head_ = std::max<std::int64_t>(most_head_, gap.head + bracket);
        sums_[k].head = find_head(static_cast<std::uint32_t>(k));
        sums_[++k] = sum;
    }
}

// 3.4: where the first body stands. Our brackets are half an em wide, so pattern ① needs no rule.
std::int64_t Planner::find_head(std::uint32_t first) const {
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

// Each line of a solution is no wider than its room when reduced (least_width), and each but the last no narrower when
// opened; summed over the lines, that bounds the sums over the whole paragraph, but for what happens at the breaks.
Reach Planner::reach() const {
    Reach reach;
    auto const& boxes = paragraph_->boxes;
    auto const count = static_cast<std::uint32_t>(boxes.size());
    if (count == 0) return reach;
    reach.filled = justified();
    reach.room_first = room_first_;
    reach.room_rest = room_rest_;
    std::int64_t const head = head_of(0);
    reach.least = sums_[count - 1].least + least_width(count - 1, count - 1) - head_of(count - 1) + head +
                  std::min<std::int64_t>(boxes.back().gap.end_extra, 0);
    reach.most = head;
    for (std::uint32_t k = 0; k + 1 < count; ++k) {
        auto const& gap = boxes[k].gap;
        if (gap.at == para::Break::Forced) reach.running = false;
        if (gap.address) reach.filled = false;
        if (gap.at == para::Break::No) continue;
        std::int64_t const next_head = head_of(k + 1);
        std::int64_t const line_end = least_width(k, k) - head_of(k) + std::min<std::int64_t>(gap.end_extra, 0);
        std::int64_t const dropped = sums_[k + 1].least - sums_[k].least - line_end - next_head;
        reach.least_saved = std::max(reach.least_saved, dropped);
        // Floors of ratio_of let a solid gap open by a hair more than kClose.
        Sums const& sum = sums_[k];
        std::int64_t const opened = sum.natural + boxes[k].width + sum.open_word_space + sum.open_western +
                                    sum.open_solid * (kClose + 1) / kRatio + 1;
        std::int64_t const end = std::max<std::int64_t>(gap.end_extra, 0) + kept_end_space(k);
        reach.most = std::max(reach.most, opened + head);
        reach.most_gained = std::max(reach.most_gained, end - gap.natural + std::max<std::int64_t>(next_head, 0));
        reach.most_gained = std::max(reach.most_gained, end);
    }
    return reach;
}

std::uint16_t Planner::hole(std::uint32_t first, std::uint32_t last, Candidate const& line) const {
    if (line.kind != FitKind::Loose) return 0;
    std::int64_t const solid = sums_[last].open_solid > sums_[first].open_solid ? kRatio : 0; // stage 3, used up
    std::int64_t const each = std::max<std::int64_t>(line.looseness - solid, 0) / 4;
    return static_cast<std::uint16_t>(std::min<std::int64_t>((each * 64 + kRatio - 1) / kRatio, 0xFFFE));
}

bool Planner::any_may_fill_later(std::uint32_t first, std::uint32_t last) const {
    return most_head_ > head_of(first) || nearly_one_word(first, last) || paragraph_->boxes[last].gap.address;
}

bool Planner::may_fill_later(std::uint32_t first, std::uint32_t later, std::uint32_t last) const {
    return head_of(later) > head_of(first) || nearly_one_word(first, last) || paragraph_->boxes[last].gap.address;
}

// Starting later leaves more room to be opened and less to open it with: every stage costs as much or more, but for what
// is no longer in the line.
Cost Planner::may_fall(std::uint32_t first, std::uint32_t last) const {
    constexpr Cost kAnything = kOverfull * kCostUnit;
    if (first == 0 && room_first_ > room_rest_) return kAnything; // the later line has less room
    if (!justified()) return 0;
    if (paragraph_->boxes[last].gap.address) return kAnything; // the later line may lie within it, and end short
    Sums const& a = sums_[first];
    Sums const& b = sums_[last];
    // Nearly one long word: the later line may lie within it, and open its letters instead of gaps
    if (nearly_one_word(first, last)) return kAnything;
    // Opened without the space at its end, or with its mark hanging: the later line may have room for these
    if (natural_width(first, last) + kept_end_space(last) > room(first)) return kAnything;
    return (b.open_word_space > a.open_word_space ? word_space_weight() * kCostUnit : 0) +
           (b.open_western > a.open_western ? kWesternStretch * kCostUnit : 0);
}

LinePlan Planner::plan(std::uint32_t first, std::uint32_t last, bool final, Tolerance tolerance) const {
    LinePlan plan;
    static_cast<Candidate&>(plan) = fit(first, ending(last, final), tolerance, &plan);
    return plan;
}

Planner::Ending Planner::ending(std::uint32_t last, bool final) const {
    auto const& box = paragraph_->boxes[last];
    bool const can_hang = style_->hang != Hang::None && !paragraph_->western && box.half_body && justified() &&
                          (box.cls == JlreqClass::FullStop || box.cls == JlreqClass::Comma);
    return {last, final, can_hang, sums_[last].natural + box.width + box.gap.end_extra, kept_end_space(last)};
}

Candidate Planner::fit(std::uint32_t first, Ending const& ending, Tolerance tolerance, Amounts* amounts) const {
    auto const [last, final, may_hang, natural, end_space] = ending;
    std::int64_t const width = natural - sums_[first].natural + head_of(first);
    if (!may_hang || last == first) {
        Candidate line = fill(first, last, final, tolerance, width, end_space, amounts);
        line.cost += line_cost();
        return line;
    }
    bool const must_hang = style_->hang == Hang::Force;
    Candidate best;
    if (!must_hang) best = fill(first, last, final, tolerance, width, end_space, amounts);
    if (must_hang || !best.feasible || best.cost > kHang * kCostUnit) {
        // 5.4: the mark touches the frame from outside
        Amounts hung_amounts;
        Candidate hung = fill(first, last, final, tolerance, width - paragraph_->boxes[last].width, 0,
                              amounts ? &hung_amounts : nullptr);
        hung.hangs = true;
        hung.cost += kHang * kCostUnit;
        if (hung.kind == FitKind::Natural) hung.kind = FitKind::Hung;
        bool const better = hung.feasible && (!best.feasible || (!final && hung.cost < best.cost));
        if (must_hang || better) {
            best = hung;
            if (amounts) *amounts = hung_amounts;
        }
    }
    best.cost += line_cost();
    return best;
}

// `width` is without `end_space`, which may stay at the end.
Candidate Planner::fill(std::uint32_t first, std::uint32_t last, bool final, Tolerance tolerance, std::int64_t width,
                        std::int64_t end_space, Amounts* amounts) const {
    Candidate line;
    std::int64_t const all = room(first);
    if (style_->line_end == LineEndPunctuation::Half) { // the space is part of the line
        width += end_space;
        end_space = 0;
    }
    if (amounts) {
        amounts->room = all;
        amounts->head = head_of(first);
        amounts->natural = width + end_space;
        amounts->set = justified() && !final ? all : std::min(all, width + end_space);
    }
    bool const half_or_solid = style_->line_end == LineEndPunctuation::HalfOrSolid && end_space > 0;
    if (width > all) {
        if (amounts) amounts->set = all;
        reduce(first, last, width - all, line, amounts);
        if (half_or_solid) line.cost += kLineEndSolid * kCostUnit;
        return line;
    }
    line.feasible = true;
    std::int64_t const slack = all - width;
    if (!justified()) {
        ragged(first, slack, final, line);
    } else if (final) {
        line.looseness = kNoStretch;
    } else if (half_or_solid) {
        // The space stays whole or goes; either way the rest of the line makes up for it
        Candidate solid = line, half = line;
        open(first, last, slack, tolerance, solid, nullptr);
        solid.cost += kLineEndSolid * kCostUnit;
        half.feasible = slack >= end_space;
        if (half.feasible) open(first, last, slack - end_space, tolerance, half, nullptr);
        bool const keep = half.feasible && (!solid.feasible || half.cost <= solid.cost);
        if (amounts) open(first, last, keep ? slack - end_space : slack, tolerance, line, amounts);
        line = keep ? half : solid;
    } else if (slack > end_space) {
        open(first, last, slack - end_space, tolerance, line, amounts); // what may stay at the end stays: nothing else moves
    }
    return line;
}

// 5.1. Stage by stage, each to its floor before the next begins.
void Planner::reduce(std::uint32_t first, std::uint32_t last, std::int64_t need, Candidate& line, Amounts* amounts) const {
    Sums const& a = sums_[first];
    Sums const& b = sums_[last];
    line.kind = FitKind::Shrunk;
    line.feasible = false;
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
        if (stage.capacity <= 0) continue;
        std::int64_t const used = std::min(need, stage.capacity);
        need -= used;
        if (amounts) of(amounts->shrink, stage.stage) = used;
        line.stage = static_cast<std::int8_t>(stage.stage);
        std::int64_t const ratio = ratio_of(used, stage.capacity);
        line.cost += squared(stage.weight, ratio);
        if (stage.stage == Reduce::LineEndDot) line.cost += kLineEndDot * kCostUnit;
        // Brackets down to a quarter em are cheap, to nothing dear (17)
        if (stage.stage == Reduce::Bracket && ratio > kRatio / 2) line.cost += squared(kBracket, 2 * ratio - kRatio);
        if (need == 0) break;
    }
    line.feasible = need == 0;
    if (!justified()) line.looseness = kNoStretch;
}

Cost Planner::line_cost() const { return (justified() ? kPerLine : kPerRaggedLine) * kCostUnit; }

// In Western paragraphs word spaces open further: as much costs the same there, more costs more.
Cost Planner::word_space_weight() const {
    constexpr Cost kWestern = kWordSpace * para::kWesternSpaces * para::kWesternSpaces /
                              (para::kWesternSpacesOf * para::kWesternSpacesOf);
    return paragraph_->western ? kWestern : kWordSpace;
}

// 5.2.
void Planner::open(std::uint32_t first, std::uint32_t last, std::int64_t need, Tolerance tolerance, Candidate& line,
                   Amounts* amounts) const {
    if (need <= 0) return;
    Sums const& a = sums_[first];
    Sums const& b = sums_[last];
    line.kind = FitKind::Stretched;
    auto take = [&](Expand stage, std::int64_t capacity) -> std::int64_t {
        std::int64_t const used = std::min(need, capacity);
        if (used <= 0) return 0;
        need -= used;
        if (amounts) of(amounts->stretch, stage) = used;
        line.stage = static_cast<std::int8_t>(stage);
        return ratio_of(used, capacity);
    };
    line.cost += squared(word_space_weight(), take(Expand::WordSpace, b.open_word_space - a.open_word_space));
    line.cost += squared(kWesternStretch, take(Expand::Western, b.open_western - a.open_western));
    if (need == 0) return;
    std::int64_t const solid_capacity = b.open_solid - a.open_solid;
    if (solid_capacity > 0) {
        std::int64_t const ratio = take(Expand::Solid, solid_capacity);
        line.cost += kSolid * kCostUnit + squared(kSolidSlope, ratio);
        line.looseness = static_cast<std::int32_t>(ratio);
    }
    std::int64_t const places = b.places - a.places;
    if (places == 0 && paragraph_->boxes[last].gap.address) {
        // Within an address: its letters stay as they are
        if (amounts) amounts->set -= need;
        line.kind = FitKind::Natural;
        line.looseness = kNoStretch;
        line.cost += kShort * kCostUnit + squared(kShortSlope, ratio_of(need, room(first)));
        return;
    }
    if (tolerance == Tolerance::Close && (need > 0 || line.looseness > kClose)) line.feasible = false;
    if (need == 0) return;

    std::int64_t const em = std::max(1, paragraph_->boxes[first].em);
    line.stage = 4;
    if (std::int64_t const letters = last - first; places == 0 && letters > 0 && need * 20 <= em * letters) {
        // A line within one long word (a URL): nothing but its letters can open, by 0.05 em at most
        if (amounts) of(amounts->stretch, Expand::Never) = need;
        line.cost += squared(kLetters, need * 20 * kRatio / (em * letters));
        return;
    }
    if (tolerance == Tolerance::Normal) line.feasible = false;
    std::int64_t const each = (places > 0 ? need / places : need) * kRatio / em; // em per place, in 1/1024
    if (amounts) {
        if (places > 0)
            of(amounts->stretch, Expand::Anywhere) = need;
        else
            amounts->set -= need; // a single word that fills no line: short rather than torn
    }
    line.kind = FitKind::Loose;
    line.cost += kAnywhere * kCostUnit + kAnywhere * kCostUnit * each / kRatio;
    line.looseness += static_cast<std::int32_t>(std::min<std::int64_t>(4 * each, 1 << 20));
}

void Planner::ragged(std::uint32_t first, std::int64_t slack, bool final, Candidate& line) const {
    line.looseness = kNoStretch;
    // Heads and centred text are balanced: their last line counts too
    bool const balanced = style_->align == Align::Center || style_->break_unit == style::BreakUnit::Phrase;
    Cost const weight = !final ? kRagged : balanced ? kRaggedFinal : 0;
    line.cost += squared(weight, ratio_of(slack, room(first)));
}

LinePlan Planner::overfull(std::uint32_t first, std::uint32_t last) const {
    LinePlan plan;
    plan.room = room(first);
    plan.head = head_of(first);
    plan.natural = natural_width(first, last);
    reduce(first, last, std::max<std::int64_t>(plan.natural - plan.room, 0), plan, &plan); // as much as goes
    plan.set = plan.natural;
    for (auto const amount : plan.shrink) plan.set -= amount;
    plan.feasible = true;
    plan.kind = FitKind::Overfull;
    plan.looseness = kNoStretch;
    plan.cost = kOverfull * kCostUnit + (plan.set - plan.room) / 64;
    return plan;
}

} // namespace kumihan::line
