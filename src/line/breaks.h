// Choosing the lines of a paragraph. Input: a Planner over a Paragraph. Output: the last body of every line, and the total
// cost. Two ways over the same plans and costs: total-fit (the product) and first-fit (the reference that tests compare).
// Total-fit is a shortest path over the break places (Knuth and Plass) with up to four states per place, one per class of
// looseness, because neighbouring lines are compared (digest 6.3). Time is linear in the text for lines of bounded length.
// Where stage 3 does not fill the lines of a paragraph, its widest opening is as small as any breaks can make it, then the
// next widest, and so on (holes.h); only then do costs decide.
#pragma once

#include "line/holes.h"
#include "line/plan.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace kumihan::line {

struct ChosenLine {
    std::uint32_t first = 0, last = 0;
    bool final = false;
    LinePlan plan;
};

struct Chosen {
    std::vector<ChosenLine> lines;
    Cost cost = 0;
};

class Breaker {
public:
    // Nothing when `looseness` (a number of lines more or fewer) has no solution of good quality.
    // `known_lines`: how many lines `looseness` 0 gives, if the caller knows it: spares finding out again.
    bool total_fit(para::Paragraph const& paragraph, Planner const& planner, int looseness, Chosen& out,
                   std::size_t known_lines = 0);
    // Lines of different room: rooms[n] for line n, the last one for all that follow. Total fit too, by place and number of
    // the line; lines are not compared with their neighbours.
    void fit_rooms(para::Paragraph const& paragraph, Planner& planner, std::vector<std::int64_t> const& rooms, Chosen& out);
    void first_fit(para::Paragraph const& paragraph, Planner const& planner, Chosen& out);

private:
    struct State {
        Cost cost = kInfinite;
        std::uint32_t first = 0;    // body at which the line to this place begins
        std::int32_t looseness = kNoStretch;
        std::uint8_t previous = 0;  // state at that place
        bool overfull = false;
    };
    static constexpr Cost kInfinite = INT64_C(1) << 60;
    static constexpr std::size_t kStates = 4;
    struct Place { // before body k: a line may begin here
        State states[kStates];
        Cost best = kInfinite;
    };

    struct Segment { // between forced breaks
        std::uint32_t begin, end; // bodies [begin, end)
        bool last;                // of the paragraph
        std::uint32_t orphan_one, orphan_two; // a last line from here on holds one or two letters
    };

    bool solve_rooms(Segment const& segment, Planner& planner, std::vector<std::int64_t> const& rooms, Tolerance tolerance,
                     Chosen& out);
    void find_segments();
    void allow_emergency();
    bool has_last_resort(Segment const& segment) const;
    bool may_break_after(std::uint32_t body) const;
    Cost break_cost(std::uint32_t first, std::uint32_t last) const; // of a line between these, after `last`
    Cost orphan_cost(Segment const& segment, std::uint32_t first) const;

    void find_cheapest(Chosen& out);
    bool solve(Segment const& segment); // false: some line must be opened beyond stage 3, or sticks out
    void solve_loose(Segment const& segment);
    void connect(Segment const& segment, std::uint32_t first, std::uint32_t last, Candidate const& plan, bool overfull);
    void trace(Segment const& segment, Tolerance tolerance, Chosen& out);

    bool solve_with_lines(Segment const& segment, std::size_t lines, Tolerance tolerance, Chosen& out);
    void append_line(std::uint32_t first, std::uint32_t last, bool final, LinePlan plan, Chosen& out) const;

    para::Paragraph const* paragraph_ = nullptr;
    Planner const* planner_ = nullptr;
    std::vector<Segment> segments_;
    std::vector<bool> emergency_; // by body: a break after it in the middle of a word longer than the line
    bool last_resort_ = false; // breaks between the letters of addresses count
    std::vector<Place> places_;
    std::vector<Holes> holes_; // of the lines up to each place
    std::vector<std::uint32_t> cheapest_; // reachable places of the window, costs ascending
};

} // namespace kumihan::line
