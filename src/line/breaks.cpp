#include "line/breaks.h"

#include <algorithm>

namespace kumihan::line {

namespace {

using para::Break;
using text::JlreqClass;

constexpr Cost kContrast = 60;
constexpr Cost kOrphanOne = 120, kOrphanTwo = 15;
constexpr Cost kEmergency = 1000;
constexpr Cost kHyphensInARow = 100;
// A state dearer than the best by this can never win it back: contrast costs no more.
constexpr Cost kDominated = kContrast * kCostUnit;
constexpr std::uint32_t kNowhere = 0xFFFFFFFFu;
constexpr std::int32_t kContrastFull = 410; // 0.1 em in 1/1024 of a quarter em

Cost contrast(std::int32_t a, std::int32_t b) {
    if (a == kNoStretch || b == kNoStretch) return 0;
    std::int64_t const difference = std::min(std::abs(a - b), kContrastFull);
    return kContrast * kCostUnit * difference / kContrastFull * difference / kContrastFull;
}

std::size_t looseness_class(std::int32_t looseness) {
    return looseness <= 0 ? 0 : looseness <= kContrastFull / 3 ? 1 : looseness <= kContrastFull ? 2 : 3;
}

bool is_letter(para::Box const& box) {
    return box.cls != JlreqClass::None && !text::rule::kNotAtLineHead.has(box.cls) && !text::rule::kNotAtLineEnd.has(box.cls);
}

} // namespace

void Breaker::find_segments() {
    segments_.clear();
    auto const& boxes = paragraph_->boxes;
    auto const count = static_cast<std::uint32_t>(boxes.size());
    for (std::uint32_t begin = 0, k = 0; k < count; ++k) {
        if (k + 1 < count && boxes[k].gap.at != Break::Forced) continue;
        Segment segment{begin, k + 1, k + 1 == count, k + 1, k + 1};
        int letters = 0;
        for (std::uint32_t b = k + 1; b > begin && letters < 3; --b) {
            letters += is_letter(boxes[b - 1]);
            if (letters <= 1) segment.orphan_one = b - 1;
            if (letters <= 2) segment.orphan_two = b - 1;
        }
        segments_.push_back(segment);
        begin = k + 1;
    }
}

// 4.4: a word longer than the line is broken anywhere rather than stick out.
void Breaker::allow_emergency() {
    auto const& boxes = paragraph_->boxes;
    auto const count = static_cast<std::uint32_t>(boxes.size());
    emergency_.assign(count, false);
    std::int64_t const room = std::min(planner_->room(0), planner_->room(1));
    for (std::uint32_t begin = 0, k = 0; k < count; ++k) {
        if (k + 1 < count && boxes[k].gap.at != Break::Allowed && boxes[k].gap.at != Break::Forced) continue;
        if (planner_->least_width(begin, k) > room)
            for (std::uint32_t b = begin; b < k; ++b) emergency_[b] = boxes[b].gap.at == Break::Emergency || boxes[b].gap.at == Break::LastResort;
        begin = k + 1;
    }
}

bool Breaker::has_last_resort(Segment const& segment) const {
    auto const from = paragraph_->boxes.begin();
    return std::any_of(from + segment.begin, from + segment.end, [](auto const& box) { return box.gap.at == Break::LastResort; });
}

bool Breaker::may_break_after(std::uint32_t body) const {
    Break const at = paragraph_->boxes[body].gap.at;
    return at == Break::Allowed || (at == Break::LastResort && last_resort_) || emergency_[body];
}

Cost Breaker::break_cost(std::uint32_t first, std::uint32_t last) const {
    if (emergency_[last]) return kEmergency * kCostUnit;
    auto const& gap = paragraph_->boxes[last].gap;
    bool const again = gap.hyphen >= 0 && first > 0 && paragraph_->boxes[first - 1].gap.hyphen >= 0;
    return (gap.penalty + (again ? kHyphensInARow : 0)) * kCostUnit;
}

// 8.3: avoid a last line of one letter.
Cost Breaker::orphan_cost(Segment const& segment, std::uint32_t first) const {
    if (first == segment.begin) return 0;
    return (first >= segment.orphan_one ? kOrphanOne : first >= segment.orphan_two ? kOrphanTwo : 0) * kCostUnit;
}

void Breaker::connect(Segment const& segment, std::uint32_t first, std::uint32_t last, Candidate const& plan, bool overfull) {
    bool const final = last + 1 == segment.end;
    Cost const line = plan.cost + (final ? orphan_cost(segment, first) : break_cost(first, last));
    Place const& from = places_[first];
    Place& to = places_[last + 1];
    if (from.best + line > to.best + kDominated) return;
    State made;
    made.first = first;
    made.looseness = plan.looseness;
    made.overfull = overfull;
    for (std::size_t s = 0; s < kStates; ++s) {
        if (from.states[s].cost == kInfinite) continue;
        Cost const cost = from.states[s].cost + line + contrast(plan.looseness, from.states[s].looseness);
        if (cost < made.cost) {
            made.cost = cost;
            made.previous = static_cast<std::uint8_t>(s);
        }
    }
    State& kept = to.states[looseness_class(plan.looseness)];
    // Of equal costs the later break: starts come in ascending order (6.6)
    if (made.cost <= kept.cost) kept = made;
    to.best = std::min(to.best, made.cost);
}

bool Breaker::solve(Segment const& segment) {
    constexpr auto tolerance = Tolerance::Normal;
    for (std::uint32_t k = segment.begin; k <= segment.end; ++k) places_[k] = Place{};
    places_[segment.begin].states[0].cost = 0;
    places_[segment.begin].best = 0;
    cheapest_.clear();
    cheapest_.push_back(segment.begin);
    std::size_t cheapest_head = 0;
    std::uint32_t low = segment.begin;

    for (std::uint32_t last = segment.begin; last < segment.end; ++last) {
        bool const final = last + 1 == segment.end;
        if (!final && !may_break_after(last)) continue;
        while (low < last && planner_->least_width(low, last) + planner_->least_end_extra() > planner_->room(low)) ++low;
        while (cheapest_head < cheapest_.size() && cheapest_[cheapest_head] < low) ++cheapest_head;
        std::size_t ahead = cheapest_head;
        Place& to = places_[last + 1];
        auto const ending = planner_->ending(last, final);
        std::uint32_t too_loose = kNowhere;
        for (std::uint32_t first = low; first <= last; ++first) {
            if (places_[first].best == kInfinite) continue;
            if (too_loose != kNowhere && !planner_->may_fill_later(too_loose, first, last)) continue;
            Candidate const plan = planner_->weigh(first, ending, tolerance);
            if (!plan.feasible) {
                if (plan.kind == FitKind::Shrunk) continue;
                if (!planner_->any_may_fill_later(first, last)) break; // every later start is looser still
                too_loose = first;
                continue;
            }
            connect(segment, first, last, plan, false);
            if (final && !planner_->justified()) continue;
            while (ahead < cheapest_.size() && cheapest_[ahead] <= first) ++ahead;
            if (ahead == cheapest_.size()) break;
            bool const opened = plan.kind == FitKind::Stretched || plan.kind == FitKind::Loose ||
                                (!planner_->justified() && plan.kind != FitKind::Shrunk);
            if (!opened) continue;
            Cost const later = places_[cheapest_[ahead]].best + plan.cost - planner_->may_fall(first, last);
            if (later > to.best + kDominated) break;
        }
        if (to.best == kInfinite) continue;
        for (auto& state : to.states)
            if (state.cost > to.best + kDominated) state = State{};
        while (cheapest_.size() > cheapest_head && places_[cheapest_.back()].best >= to.best) cheapest_.pop_back();
        cheapest_.push_back(last + 1);
    }
    return places_[segment.end].best != kInfinite;
}

void Breaker::append_line(std::uint32_t first, std::uint32_t last, bool final, LinePlan plan, Chosen& out) const {
    out.lines.push_back({first, last, final, plan});
}

void Breaker::trace(Segment const& segment, Tolerance tolerance, Chosen& out) {
    std::size_t state = 0;
    Place const& end = places_[segment.end];
    for (std::size_t s = 1; s < kStates; ++s)
        if (end.states[s].cost < end.states[state].cost) state = s;
    out.cost += end.states[state].cost;
    auto const from = static_cast<std::ptrdiff_t>(out.lines.size());
    for (std::uint32_t place = segment.end; place > segment.begin;) {
        State const& s = places_[place].states[state];
        bool const final = place == segment.end;
        append_line(s.first, place - 1, final,
                    s.overfull ? planner_->overfull(s.first, place - 1) : planner_->plan(s.first, place - 1, final, tolerance),
                    out);
        state = s.previous;
        place = s.first;
    }
    std::reverse(out.lines.begin() + from, out.lines.end());
}

bool Breaker::total_fit(para::Paragraph const& paragraph, Planner const& planner, int looseness, Chosen& out,
                        std::size_t known_lines) {
    paragraph_ = &paragraph;
    planner_ = &planner;
    out.lines.clear();
    out.cost = 0;
    last_resort_ = false;
    if (paragraph.boxes.empty()) return looseness == 0;
    find_segments();
    allow_emergency();
    if (looseness != 0 && segments_.size() != 1) return false; // only running text is asked to be longer or shorter
    if (looseness == 0 || known_lines == 0) {
        find_cheapest(out);
        if (looseness == 0) return true;
        known_lines = out.lines.size();
    }
    last_resort_ = false;
    auto const wanted = static_cast<std::ptrdiff_t>(known_lines) + looseness;
    if (wanted < 1) return false;
    return solve_with_lines(segments_[0], static_cast<std::size_t>(wanted), Tolerance::Close, out);
}

void Breaker::find_cheapest(Chosen& out) {
    if (places_.size() < paragraph_->boxes.size() + 1) places_.resize(paragraph_->boxes.size() + 1);
    for (auto const& segment : segments_) {
        last_resort_ = false;
        bool normal = solve(segment);
        if (!normal) {
            last_resort_ = has_last_resort(segment);
            normal = last_resort_ && solve(segment);
        }
        if (!normal) solve_loose(segment);
        trace(segment, normal ? Tolerance::Normal : Tolerance::Loose, out);
    }
}

// Shortest path with a given number of lines: place by place, the best cost for each count.
bool Breaker::solve_with_lines(Segment const& segment, std::size_t lines, Tolerance tolerance, Chosen& out) {
    struct Reached {
        Cost cost = kInfinite;
        std::uint32_t first = 0;
    };
    std::size_t const stride = lines + 1;
    if (stride * (segment.end + 1) > (std::size_t{1} << 24)) return false; // not for a book in one paragraph
    std::vector<Reached> reached(stride * (segment.end + 1));
    auto at = [&](std::uint32_t place, std::size_t count) -> Reached& { return reached[place * stride + count]; };
    at(0, 0).cost = 0;
    std::uint32_t low = 0;
    for (std::uint32_t last = 0; last < segment.end; ++last) {
        bool const final = last + 1 == segment.end;
        if (!final && !may_break_after(last)) continue;
        while (low < last && planner_->least_width(low, last) + planner_->least_end_extra() > planner_->room(low)) ++low;
        auto const ending = planner_->ending(last, final);
        for (std::uint32_t first = low; first <= last; ++first) {
            if (first > 0 && !may_break_after(first - 1)) continue;
            Candidate const plan = planner_->weigh(first, ending, tolerance);
            if (!plan.feasible) {
                if (plan.kind == FitKind::Shrunk || paragraph_->boxes[last].gap.address) continue;
                break;
            }
            Cost const line = plan.cost + (final ? orphan_cost(segment, first) : break_cost(first, last));
            for (std::size_t count = 0; count < lines; ++count) {
                if (at(first, count).cost == kInfinite) continue;
                Cost const cost = at(first, count).cost + line;
                Reached& to = at(last + 1, count + 1);
                if (cost <= to.cost) to = {cost, first};
            }
        }
    }
    if (at(segment.end, lines).cost == kInfinite) return false;
    out.lines.clear();
    out.cost = at(segment.end, lines).cost;
    std::uint32_t place = segment.end;
    for (std::size_t count = lines; count > 0; --count) {
        std::uint32_t const first = at(place, count).first;
        bool const final = place == segment.end;
        append_line(first, place - 1, final, planner_->plan(first, place - 1, final, tolerance), out);
        place = first;
    }
    std::reverse(out.lines.begin(), out.lines.end());
    return true;
}

// 5: (a) what fits as it is, (b) one place further by reducing, (c) else opened.
void Breaker::first_fit(para::Paragraph const& paragraph, Planner const& planner, Chosen& out) {
    paragraph_ = &paragraph;
    planner_ = &planner;
    out.lines.clear();
    out.cost = 0;
    last_resort_ = false;
    if (paragraph.boxes.empty()) return;
    find_segments();
    allow_emergency();
    std::int32_t previous = kNoStretch;
    for (auto const& segment : segments_) {
        previous = kNoStretch;
        for (std::uint32_t first = segment.begin; first < segment.end;) {
            std::uint32_t chosen = segment.end;
            for (std::uint32_t last = first; last < segment.end; ++last) {
                bool const final = last + 1 == segment.end;
                if (!final && !may_break_after(last)) continue;
                if (!planner.weigh(first, last, final, Tolerance::Loose).feasible) {
                    if (chosen == segment.end) chosen = last; // overfull
                    break;
                }
                chosen = last;
            }
            bool const final = chosen + 1 == segment.end;
            LinePlan plan = planner.plan(first, chosen, final, Tolerance::Loose);
            if (!plan.feasible) plan = planner.overfull(first, chosen);
            out.cost += plan.cost + (final ? orphan_cost(segment, first) : break_cost(first, chosen)) + contrast(plan.looseness, previous);
            previous = plan.looseness;
            append_line(first, chosen, final, plan, out);
            first = chosen + 1;
        }
    }
}

} // namespace kumihan::line
