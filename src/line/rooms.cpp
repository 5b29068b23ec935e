// Breaking a paragraph whose first lines have rooms of their own: beside a picture. A shortest path over pairs of break
// place and line number up to the last special line, then over places alone.
#include "line/breaks.h"

#include <algorithm>

namespace kumihan::line {

bool Breaker::solve_rooms(Segment const& segment, Planner& planner, std::vector<std::int64_t> const& rooms,
                          Tolerance tolerance, Chosen& out) {
    struct Reached {
        Cost cost = kInfinite;
        Holes holes;
        std::uint32_t first = 0;
        std::uint32_t layer = 0; // that the line came from
        bool overfull = false;
    };
    // One layer for each line that has a room of its own, the last for all others. Only the places that a layer's lines
    // can reach are held.
    auto const last_layer = static_cast<std::uint32_t>(rooms.size() - 1);
    auto const first_layer = std::min(last_layer, static_cast<std::uint32_t>(out.lines.size()));
    std::vector<std::vector<Reached>> layers(rooms.size());
    auto at = [&](std::uint32_t layer, std::uint32_t place) -> Reached& {
        auto& held = layers[layer];
        std::size_t const index = place - segment.begin;
        if (held.size() <= index) held.resize(index + 1);
        return held[index];
    };
    at(first_layer, segment.begin).cost = 0;
    for (std::uint32_t layer = first_layer; layer <= last_layer; ++layer) {
        planner.set_room(rooms[layer]);
        std::uint32_t const to_layer = std::min(layer + 1, last_layer);
        for (std::uint32_t first = segment.begin; first - segment.begin < layers[layer].size(); ++first) {
            if (first == segment.end || at(layer, first).cost == kInfinite) continue;
            Reached const from = at(layer, first);
            bool any = false;
            auto connect = [&](std::uint32_t last, Cost line, std::uint16_t hole) {
                any = true;
                Reached& to = at(to_layer, last + 1);
                Holes const holes = from.holes.with(hole);
                bool const better = to.cost == kInfinite || holes < to.holes ||
                                    (holes == to.holes && from.cost + line <= to.cost);
                if (better) to = {from.cost + line, holes, first, layer, hole == Holes::kOverfull};
            };
            for (std::uint32_t last = first; last < segment.end; ++last) {
                bool const final = last + 1 == segment.end;
                if (!final && !may_break_after(last)) continue;
                bool const too_wide = planner.least_width(first, last) + planner.least_end_extra() > rooms[layer];
                if (!too_wide) {
                    Candidate const plan = planner.weigh(first, last, final, tolerance);
                    if (plan.feasible)
                        connect(last, plan.cost + (final ? orphan_cost(segment, first) : break_cost(first, last)),
                                planner.hole(first, last, plan));
                    continue;
                }
                // Nothing fits: the shortest line that begins here sticks out, and is reported
                if (!any && tolerance == Tolerance::Loose) connect(last, planner.overfull(first, last).cost, Holes::kOverfull);
                break;
            }
        }
    }
    std::uint32_t layer = first_layer;
    Reached best;
    for (std::uint32_t k = first_layer; k <= last_layer; ++k) {
        if (layers[k].size() <= segment.end - segment.begin) continue;
        Reached const& end = at(k, segment.end);
        if (end.cost == kInfinite) continue;
        if (best.cost != kInfinite && (best.holes < end.holes || (best.holes == end.holes && best.cost <= end.cost))) continue;
        best = end;
        layer = k;
    }
    if (best.cost == kInfinite) return false;
    out.cost += best.cost;
    auto const from = static_cast<std::ptrdiff_t>(out.lines.size());
    for (std::uint32_t place = segment.end; place > segment.begin;) {
        Reached const reached = at(layer, place);
        planner.set_room(rooms[reached.layer]);
        bool const final = place == segment.end;
        append_line(reached.first, place - 1, final,
                    reached.overfull ? planner.overfull(reached.first, place - 1)
                                     : planner.plan(reached.first, place - 1, final, tolerance),
                    out);
        place = reached.first;
        layer = reached.layer;
    }
    std::reverse(out.lines.begin() + from, out.lines.end());
    return true;
}

void Breaker::fit_rooms(para::Paragraph const& paragraph, Planner& planner, std::vector<std::int64_t> const& rooms,
                        Chosen& out) {
    paragraph_ = &paragraph;
    planner_ = &planner;
    out.lines.clear();
    out.cost = 0;
    if (paragraph.boxes.empty() || rooms.empty()) return;
    find_segments();
    planner.set_room(*std::min_element(rooms.begin(), rooms.end()));
    allow_emergency();
    for (auto const& segment : segments_) {
        last_resort_ = false;
        if (solve_rooms(segment, planner, rooms, Tolerance::Normal, out)) continue;
        last_resort_ = has_last_resort(segment);
        if (last_resort_ && solve_rooms(segment, planner, rooms, Tolerance::Normal, out)) continue;
        solve_rooms(segment, planner, rooms, Tolerance::Loose, out);
    }
}

} // namespace kumihan::line
