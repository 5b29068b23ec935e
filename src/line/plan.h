// LinePlan: how one candidate line is filled, and what that costs. Input: a Paragraph and the room of its lines. Output of
// Planner::plan for any pair of first and last body, in constant time from running sums: the amount that each stage of
// the line adjustment takes (digest 5.1-5.3; JLReq 3.8, JIS X 4051 4.19), the space kept at the line end (3.5), hanging
// punctuation (5.4), and the cost of section 6.3. `set` carries a plan out; nothing here moves a body.
#pragma once

#include "line/line.h"
#include "para/paragraph.h"
#include "style/text.h"

#include <array>
#include <cstdint>
#include <vector>

namespace kumihan::line {

using para::Cost;
using para::kCostUnit;

inline constexpr std::int32_t kNoStretch = -1; // LinePlan::looseness of a line that neighbours are not compared with

// What the breaker compares; kept small, because it is made some ten times for every break place.
struct Candidate {
    bool feasible = false; // false: too long even when reduced, or too loose
    bool hangs = false;
    FitKind kind = FitKind::Natural;
    std::int8_t stage = 0;
    std::int32_t looseness = 0; // opening of a solid gap, 1024 = a quarter em
    Cost cost = 0;
};

// What each stage takes.
struct Amounts {
    std::int64_t room = 0, natural = 0, set = 0;
    std::int64_t head = 0;      // from the line's start to the first body
    std::array<std::int64_t, 7> shrink{};  // by text::Reduce
    std::array<std::int64_t, 5> stretch{}; // by text::Expand; Never: between the letters of a word, as a last resort
};

struct LinePlan : Candidate, Amounts {};

// Which lines may be proposed: the passes of the breaker go from strict to lenient.
enum class Tolerance : std::uint8_t {
    Normal, // up to stage 3
    Loose,  // stage 4 too
    Close,  // for looseness: solid gaps open by 0.05 em at most (6.5)
};

class Planner {
public:
    // `room_first` and `room_rest`: from the start of the line to the end of the measure.
    void prepare(para::Paragraph const& paragraph, style::LineStyle const& style, std::int64_t room_first,
                 std::int64_t room_rest);

    // From here on every line has this room.
    void set_room(std::int64_t room) { room_first_ = room_rest_ = room; }

    // What all lines that end with one body have in common. `final` ends the paragraph or stands before a forced break: such
    // a line is never stretched.
    struct Ending {
        std::uint32_t last = 0;
        bool final = false, can_hang = false;
        std::int64_t natural = 0;   // of all bodies up to it on one line, from the paragraph's start
        std::int64_t end_space = 0; // behind that, as far as it is kept
    };
    Ending ending(std::uint32_t last, bool final) const;

    // Bodies [first, last].
    Candidate weigh(std::uint32_t first, Ending const& ending, Tolerance tolerance) const {
        return fit(first, ending, tolerance, nullptr);
    }
    Candidate weigh(std::uint32_t first, std::uint32_t last, bool final, Tolerance tolerance) const {
        return weigh(first, ending(last, final), tolerance);
    }
    LinePlan plan(std::uint32_t first, std::uint32_t last, bool final, Tolerance tolerance) const;
    // The same line as it is: too long, sticking out.
    LinePlan overfull(std::uint32_t first, std::uint32_t last) const;

    // Width that no adjustment can go below, whatever the line end does: grows with `last`.
    std::int64_t least_width(std::uint32_t first, std::uint32_t last) const;
    std::int64_t room(std::uint32_t first) const { return first == 0 ? room_first_ : room_rest_; }
    std::int64_t natural_width(std::uint32_t first, std::uint32_t last) const;
    // For `Tolerance::Close`.
    Reach reach() const;
    // What stage 4 opens each place of that line by: 1/64 em, rounded up.
    std::uint16_t hole(std::uint32_t first, std::uint32_t last, Candidate const& line) const;
    // [first, last] is too loose: may a line that begins at `later`, behind `first`, be not? Only where a reading makes
    // room for itself at its head, or within one long word, whose letters open.
    bool may_fill_later(std::uint32_t first, std::uint32_t later, std::uint32_t last) const;
    bool any_may_fill_later(std::uint32_t first, std::uint32_t last) const; // for some later beginning
    // What a break may save on top of least_width: 0 or less.
    std::int64_t least_end_extra() const { return least_end_extra_; }
    // By how much a line that begins later and also ends at `last` can be cheaper than the opened line [first, last].
    Cost may_fall(std::uint32_t first, std::uint32_t last) const;
    bool justified() const { return style_->align == style::Align::Justify; }

private:
    // Totals over bodies [0, k) and the gaps after each of them.
    struct Sums {
        std::int64_t natural = 0, least = 0;
        std::int64_t word_space = 0, middle_dot = 0, bracket = 0, western = 0; // reducible
        std::int64_t open_word_space = 0, open_western = 0, open_solid = 0;    // up to the limits
        std::int64_t places = 0;                                               // that may open at all
        std::int64_t head = 0; // of a line that begins with body k
    };

    std::int64_t find_head(std::uint32_t first) const;
    std::int64_t head_of(std::uint32_t first) const { return sums_[first].head; }
    Cost line_cost() const;
    Cost word_space_weight() const;
    std::int64_t kept_end_space(std::uint32_t last) const;
    Candidate fit(std::uint32_t first, Ending const& ending, Tolerance tolerance, Amounts* amounts) const;
    Candidate fill(std::uint32_t first, std::uint32_t last, bool final, Tolerance tolerance, std::int64_t width,
                   std::int64_t end_space, Amounts* amounts) const;
    void reduce(std::uint32_t first, std::uint32_t last, std::int64_t need, Candidate& line, Amounts* amounts) const;
    void open(std::uint32_t first, std::uint32_t last, std::int64_t need, Tolerance tolerance, Candidate& line,
              Amounts* amounts) const;
    void ragged(std::uint32_t first, std::int64_t slack, bool final, Candidate& line) const;

    para::Paragraph const* paragraph_ = nullptr;
    style::LineStyle const* style_ = nullptr;
    std::int64_t room_first_ = 0, room_rest_ = 0, least_end_extra_ = 0, most_head_ = 0;
    std::vector<Sums> sums_;
    bool nearly_one_word(std::uint32_t first, std::uint32_t last) const {
        return 4 * (sums_[last].places - sums_[first].places) < static_cast<std::int64_t>(last - first);
    }
};

} // namespace kumihan::line
