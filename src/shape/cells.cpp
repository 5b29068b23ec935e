#include "shape/cells.h"

#include <algorithm>

namespace kumihan::shape {

void join_cells(std::span<style::StyleRun const> runs, std::span<style::Together const> by_hand,
                std::span<char32_t const> bases, std::vector<Segment>& segments,
                std::vector<text::Standing>& standings) {
    standings.resize(segments.size());
    text::stand_in_vertical(bases, standings);
    std::size_t together = 0, kept = 0, run = 0;
    for (std::size_t i = 0; i < segments.size();) {
        while (together < by_hand.size() && by_hand[together].end <= segments[i].begin) ++together;
        std::size_t count = standings[i].stand == text::Stand::Joined ? standings[i].count : 0;
        if (together < by_hand.size() && by_hand[together].begin <= segments[i].begin)
            for (count = 0; i + count < segments.size() && segments[i + count].begin < by_hand[together].end;)
                ++count;
        while (run + 1 < runs.size() && segments[i].begin >= runs[run].end) ++run;
        if (count > 1 && segments[i + count - 1].end > runs[run].end) count = 0; // of two styles
        Segment merged = segments[i];
        text::Standing standing = standings[i];
        if (count > 1) {
            merged.end = segments[i + count - 1].end;
            merged.single = false;
            standing = {text::Stand::Joined, static_cast<std::uint8_t>(std::min<std::size_t>(count, 255))};
        } else {
            if (standing.stand == text::Stand::Joined || count == 1) standing = {text::Stand::Cell, 1};
            if (merged.base >= 0x7F) standing = {};
            count = 1;
        }
        segments[kept] = merged;
        standings[kept++] = standing;
        i += count;
    }
    segments.resize(kept);
    standings.resize(kept);
}

} // namespace kumihan::shape
