// The arithmetic of a line: where each body stands.
#include "line/set.h"

#include <algorithm>
#include <array>

namespace kumihan::line {

namespace {

using text::Expand;
using text::JlreqClass;
using text::Reduce;

// Shares `used` among places in proportion to their capacities, so that the shares sum up to it exactly.
class Share {
public:
    void count(std::int64_t capacity) { capacity_ += capacity; }
    void use(std::int64_t used) { used_ = used; }
    std::int64_t next(std::int64_t capacity) {
        if (used_ == 0 || capacity_ == 0) return 0;
        seen_ += capacity;
        std::int64_t const until = used_ * seen_ / capacity_;
        std::int64_t const share = until - given_;
        given_ = until;
        return share;
    }

private:
    std::int64_t capacity_ = 0, used_ = 0, seen_ = 0, given_ = 0;
};

} // namespace

std::int64_t Setter::aligned(LinePlan const& plan) const {
    std::int64_t const slack = std::max<std::int64_t>(0, plan.room - plan.set);
    switch (style_.align) {
    case style::Align::Center: return slack / 2;
    case style::Align::End: return slack;
    case style::Align::Justify:
    case style::Align::Start:
    case style::Align::Spread: return 0;
    }
    return 0;
}

// 均等割り: equal gaps, the first and the last body flush; what cannot be spread is centred.
void Setter::spread(ChosenLine const& line, std::vector<std::int64_t>& at) const {
    std::int64_t const slack = std::max<std::int64_t>(0, line.plan.room - line.plan.set);
    std::int64_t places = 0;
    for (std::uint32_t b = line.first; b < line.last; ++b) places += paragraph_.boxes[b].gap.expand != Expand::Never;
    std::int64_t seen = 0;
    for (std::uint32_t b = line.first; b <= line.last; ++b) {
        at[b - line.first] += places > 0 ? slack * seen / places : slack / 2;
        seen += paragraph_.boxes[b].gap.expand != Expand::Never;
    }
}

void Setter::place(ChosenLine const& line, std::vector<std::int64_t>& at) const {
    auto const& boxes = paragraph_.boxes;
    LinePlan const& plan = line.plan;
    at.resize(line.last - line.first + 1);

    // The quarter before a middle dot at the line end is a stage of its own
    bool const dot_at_end = boxes[line.last].cls == JlreqClass::MiddleDot;
    auto stage_of = [&](std::uint32_t b, int side) {
        Reduce const stage = boxes[b].gap.shrink_stage[side];
        return stage == Reduce::MiddleDot && dot_at_end && b + 1 == line.last ? Reduce::LineEndDot : stage;
    };
    auto adjusts = [](auto const& amounts) { return std::any_of(amounts.begin(), amounts.end(), [](auto a) { return a != 0; }); };
    bool const reduced = adjusts(plan.shrink), opened = adjusts(plan.stretch);
    std::array<Share, 7> reduce;
    std::array<Share, 5> open;
    if (reduced) {
        for (std::uint32_t b = line.first; b < line.last; ++b)
            for (int side = 0; side < 2; ++side)
                reduce[static_cast<std::size_t>(stage_of(b, side))].count(boxes[b].gap.shrink[side]);
        for (std::size_t s = 0; s < reduce.size(); ++s) reduce[s].use(plan.shrink[s]);
    }
    constexpr auto kAnywhere = static_cast<std::size_t>(Expand::Anywhere);
    constexpr auto kLetters = static_cast<std::size_t>(Expand::Never); // only in a line of one word
    if (opened) {
        for (std::uint32_t b = line.first; b < line.last; ++b) {
            auto const& gap = boxes[b].gap;
            if (gap.expand == Expand::Never) {
                open[kLetters].count(1);
                continue;
            }
            if (gap.expand != Expand::Anywhere) open[static_cast<std::size_t>(gap.expand)].count(gap.stretch);
            open[kAnywhere].count(1);
        }
        for (std::size_t s = 0; s < open.size(); ++s) open[s].use(plan.stretch[s]);
    }

    std::int64_t x = plan.head;
    for (std::uint32_t b = line.first; b <= line.last; ++b) {
        at[b - line.first] = x;
        auto const& gap = boxes[b].gap;
        x += boxes[b].width + gap.natural;
        if (b == line.last) break;
        if (reduced)
            for (int side = 0; side < 2; ++side)
                x -= reduce[static_cast<std::size_t>(stage_of(b, side))].next(gap.shrink[side]);
        if (opened && gap.expand == Expand::Never) {
            x += open[kLetters].next(1);
        } else if (opened) {
            if (gap.expand != Expand::Anywhere) x += open[static_cast<std::size_t>(gap.expand)].next(gap.stretch);
            x += open[kAnywhere].next(1);
        }
    }
    if (style_.align == style::Align::Spread) spread(line, at);
    std::int64_t const shift = aligned(plan);
    if (shift != 0)
        for (auto& a : at) a += shift;
}

} // namespace kumihan::line
