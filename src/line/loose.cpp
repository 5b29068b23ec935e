// Lines that stage 3 does not fill: the way whose holes are the smallest, then the cheapest.
#include "line/breaks.h"

namespace kumihan::line {

void Breaker::solve_loose(Segment const& segment) {
    if (holes_.size() < places_.size()) holes_.resize(places_.size());
    for (std::uint32_t k = segment.begin; k <= segment.end; ++k) places_[k] = Place{};
    places_[segment.begin].states[0].cost = 0;
    places_[segment.begin].best = 0;
    holes_[segment.begin] = Holes{};
    std::uint32_t low = segment.begin, reachable = segment.begin;
    for (std::uint32_t last = segment.begin; last < segment.end; ++last) {
        bool const final = last + 1 == segment.end;
        if (!final && !may_break_after(last)) continue;
        while (low < last && planner_->least_width(low, last) + planner_->least_end_extra() > planner_->room(low)) ++low;
        Place& to = places_[last + 1];
        Holes& holes = holes_[last + 1];
        for (std::uint32_t first = low; first <= last; ++first) {
            if (places_[first].best == kInfinite) continue;
            Candidate const plan = planner_->weigh(first, last, final, Tolerance::Loose);
            if (!plan.feasible) continue;
            Holes const made = holes_[first].with(planner_->hole(first, last, plan));
            if (to.best != kInfinite && holes < made) continue;
            if (to.best == kInfinite || made < holes) {
                to = Place{};
                holes = made;
            }
            connect(segment, first, last, plan, false);
        }
        if (to.best == kInfinite) {
            // Nothing fits: the shortest line that ends here sticks out, and is reported
            holes = holes_[reachable].with(Holes::kOverfull);
            connect(segment, reachable, last, planner_->overfull(reachable, last), true);
        }
        reachable = last + 1;
    }
}

} // namespace kumihan::line
