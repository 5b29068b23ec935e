#include "para/jukugo.h"

#include <algorithm>

namespace kumihan::para {

namespace {

class Layout {
public:
    Layout(std::span<JukugoCell const> cells, std::int32_t ruby_em, JukugoEdges edges, JukugoLayout& out)
        : cells_(cells), n_(cells.size()), r_(ruby_em), edges_(edges), out_(out), start_(n_), low_(n_), high_(n_) {}

    void run() {
        out_.at.assign(n_, 0);
        out_.open_before.assign(n_, 0);
        out_.open_after.assign(n_, 0);
        out_.reach_before = out_.reach_after = 0;
        if (n_ == 0) return;
        if (n_ == 1) return mono();
        bool const found = solve(false, 0, 0) || solve(true, 0, 0) || solve(true, 0, edges_.after) ||
                           solve(true, edges_.before, edges_.after);
        if (!found) {
            open(edges_.before, edges_.after);
            solve(true, edges_.before, edges_.after);
        }
        std::int32_t const end = start_[n_ - 1] + cells_[n_ - 1].width + out_.open_after[n_ - 1];
        out_.reach_before = std::max(0, -out_.at[0] - out_.open_before[0]);
        out_.reach_after = std::max(0, start_[n_ - 1] + out_.at[n_ - 1] + cells_[n_ - 1].reading - end);
    }

private:
    void mono() {
        std::int32_t const excess = cells_[0].reading - cells_[0].width;
        out_.at[0] = edges_.from_head ? 0 : excess <= 0 ? -excess / 2 : -(excess / 2);
        if (excess <= 0) return;
        std::int32_t lead = excess / 2, tail = excess - lead;
        if (edges_.from_head) {
            tail = std::min(excess, edges_.after);
            lead = std::min(excess - tail, edges_.before);
            tail = excess - lead;
            out_.at[0] = -lead;
        }
        out_.reach_before = std::min(lead, edges_.before);
        out_.reach_after = std::min(tail, edges_.after);
        out_.open_before[0] = lead - out_.reach_before;
        out_.open_after[0] = tail - out_.reach_after;
    }

    // Where the characters stand with what is opened, and the bounds of their readings.
    void bounds(bool backwards, std::int32_t before, std::int32_t after) {
        std::int32_t at = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            start_[i] = at + (i == 0 ? 0 : out_.open_before[i]);
            std::int32_t const cell_start = start_[i] - out_.open_before[i];
            std::int32_t const cell_end = start_[i] + cells_[i].width + out_.open_after[i];
            low_[i] = cell_start - (i == 0 ? before : backwards ? r_ : 0);
            high_[i] = cell_end + (i + 1 == n_ ? after : r_ + cells_[i].gap);
            at = cell_end + cells_[i].gap;
        }
    }

    // Each reading as near as can be to its own place: centred, or when longer from its character's start onwards.
    bool solve(bool backwards, std::int32_t before, std::int32_t after) {
        bounds(backwards, before, after);
        std::int32_t end = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            std::int32_t const room = cells_[i].width - cells_[i].reading;
            std::int32_t const wanted = room >= 0 ? start_[i] + (edges_.from_head ? 0 : room / 2) : start_[i] - out_.open_before[i];
            out_.at[i] = std::max(wanted, low_[i]);
            if (i > 0) out_.at[i] = std::max(out_.at[i], end);
            end = out_.at[i] + cells_[i].reading;
        }
        std::int32_t limit = high_[n_ - 1];
        for (std::size_t i = n_; i-- > 0;) {
            out_.at[i] = std::min({out_.at[i], high_[i] - cells_[i].reading, limit - cells_[i].reading});
            limit = out_.at[i];
            if (out_.at[i] < low_[i]) return false;
        }
        for (std::size_t i = 0; i < n_; ++i) out_.at[i] -= start_[i];
        return true;
    }

    // The least that lets every run of readings fit into its bounds.
    void open(std::int32_t before, std::int32_t after) {
        bounds(true, before, after);
        std::int64_t all = 0;
        for (auto const& cell : cells_) all += is_long(cell) ? cell.reading : 0;
        std::int64_t total = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            std::int64_t readings = 0, share = 0;
            for (std::size_t j = i; j < n_; ++j) {
                readings += cells_[j].reading;
                share += is_long(cells_[j]) ? cells_[j].reading : 0;
                std::int64_t const missing = readings - (high_[j] - low_[i]);
                if (missing > 0 && share > 0) total = std::max(total, (missing * all + share - 1) / share);
            }
        }
        for (std::size_t i = 0; i < n_; ++i) {
            if (!is_long(cells_[i])) continue;
            auto const x = static_cast<std::int32_t>((total * cells_[i].reading + all - 1) / all);
            out_.open_before[i] = x / 2;
            if (i == 0 && edges_.at_head) out_.open_before[i] = 0;
            if (i + 1 == n_ && edges_.at_end) out_.open_before[i] = x;
            out_.open_after[i] = x - out_.open_before[i];
        }
    }
    static bool is_long(JukugoCell const& cell) { return cell.reading > cell.width; }

    std::span<JukugoCell const> cells_;
    std::size_t n_;
    std::int32_t r_;
    JukugoEdges edges_;
    JukugoLayout& out_;
    std::vector<std::int32_t> start_, low_, high_;
};

} // namespace

void lay_out_jukugo(std::span<JukugoCell const> cells, std::int32_t ruby_em, JukugoEdges edges, JukugoLayout& out) {
    Layout(cells, ruby_em, edges, out).run();
}

} // namespace kumihan::para
