// Holes: how far the lines of one way to break a paragraph are opened beyond stage 3 (JLReq 3.8.4 d: everywhere, by as much
// as is needed), the widest first. Of two ways that one is better whose widest opening is smaller; of equal ones, whose
// next is. Adding the same line to two ways keeps their order, so a shortest path finds the best one. Only the widest are
// kept: a paragraph with more has no good way.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace kumihan::line {

class Holes {
public:
    static constexpr std::uint16_t kOverfull = 0xFFFF; // a line that sticks out is worse than any opening

    // 0: the line has none.
    Holes with(std::uint16_t hole) const {
        Holes out = *this;
        for (std::size_t i = 0; i < kKept && hole != 0; ++i)
            if (out.widest_[i] < hole) std::swap(out.widest_[i], hole);
        return out;
    }
    friend bool operator==(Holes const&, Holes const&) = default;
    friend bool operator<(Holes const& a, Holes const& b) { return a.widest_ < b.widest_; }

private:
    static constexpr std::size_t kKept = 12;
    std::array<std::uint16_t, kKept> widest_{}; // descending
};

} // namespace kumihan::line
