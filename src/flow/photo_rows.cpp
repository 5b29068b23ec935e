#include "flow/photo_rows.h"

#include <algorithm>
#include <cmath>

namespace kumihan::flow {

namespace {

// All ways are tried: at most 2^8 to part nine photos. The cost of a way is how far its rows are from the wanted height and
// from each other; photos and captions that come out narrow cost, and ways that are too tall cost more than all others.
constexpr std::size_t kMostRows = 4, kMostInRow = 5, kRowsAsARule = 3;
constexpr double kLeastScale = 0.6, kCostOfScale = 1.0, kCostOfHeight = 0.3, kCostOfRow = 1.5;
constexpr std::int64_t kFewLines = 3;  // of a caption; more of them cost
constexpr double kLeastShare = 0.15;   // of the measure: narrower photos cost

struct Way {
    std::vector<std::size_t> const& rows;
    PhotoRows const& group;

    // Of all rows with their captions, in a measure.
    Length height(Length measure, std::vector<Length>* heights = nullptr) const {
        Length total;
        std::size_t begin = 0;
        for (std::size_t const count : rows) {
            double widths = 0; // of the row, in its height
            for (std::size_t k = begin; k < begin + count; ++k)
                widths += 1 / group.aspects[k];
            Length const row =
                std::max(Length{}, (measure - group.gap * static_cast<std::int64_t>(count - 1)).scaled(1 / widths));
            Length caption;
            for (std::size_t k = begin; k < begin + count; ++k) {
                CaptionNeed const& need = group.captions[k];
                if (need.letters > 0)
                    caption = std::max(caption, need.gap + need.pitch * need.lines(row.scaled(1 / group.aspects[k])));
            }
            begin += count;
            total += row + caption;
            if (begin < group.aspects.size()) total += group.gap + (caption > Length{} ? group.below_caption : Length{});
            if (heights) heights->push_back(row);
        }
        return total;
    }
};

double cost_of(Arrangement const& made, PhotoRows const& group) {
    double cost = 0, mean = 0;
    for (Length const height : made.heights)
        mean += std::log(ratio(height, group.wanted));
    mean /= static_cast<double>(made.heights.size());
    std::size_t k = 0;
    for (std::size_t r = 0; r < made.rows.size(); ++r) {
        double const off = std::log(ratio(made.heights[r], group.wanted));
        cost += off * off * static_cast<double>(made.rows[r]) + (off - mean) * (off - mean) * 2;
        for (std::size_t const end = k + made.rows[r]; k < end; ++k) {
            Length const width = made.heights[r].scaled(1 / group.aspects[k]);
            cost += 6 * std::max(0.0, kLeastShare - ratio(width, group.measure)) / kLeastShare;
            if (group.captions[k].letters == 0) continue;
            std::int64_t const lines = group.captions[k].lines(width);
            cost += 0.2 * static_cast<double>(std::max<std::int64_t>(0, lines - kFewLines));
            std::int64_t const far = std::max<std::int64_t>(0, lines - kManyLines);
            cost += 0.2 * static_cast<double>(far * far);
        }
    }
    if (made.rows.size() > kRowsAsARule) cost += kCostOfRow;
    return cost;
}

} // namespace

std::int64_t CaptionNeed::lines(Length width) const {
    std::int64_t const per_line = std::max<std::int64_t>(1, width / size);
    return (letters + per_line - 1) / per_line;
}

Length Arrangement::least_width(PhotoRows const& of) const {
    Length least = measure;
    std::size_t k = 0;
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t const end = k + rows[r]; k < end; ++k)
            least = std::min(least, heights[r].scaled(1 / of.aspects[k]));
    return least;
}

std::pair<std::int64_t, std::int64_t> Arrangement::longest_caption(PhotoRows const& of) const {
    std::pair<std::int64_t, std::int64_t> out{0, 0};
    std::size_t k = 0;
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t const end = k + rows[r]; k < end; ++k) {
            CaptionNeed const& need = of.captions[k];
            if (need.letters == 0) continue;
            Length const width = heights[r].scaled(1 / of.aspects[k]);
            if (std::int64_t const lines = need.lines(width); lines > out.second) out = {width / need.size, lines};
        }
    return out;
}

Arrangement arrange(PhotoRows const& group) {
    Arrangement best;
    double best_cost = 1e300;
    std::size_t const count = group.aspects.size();
    for (std::uint32_t cuts = 0; cuts < 1u << (count - 1); ++cuts) {
        Arrangement made;
        std::size_t in_row = 1;
        for (std::size_t k = 1; k < count; ++k, ++in_row) {
            if ((cuts >> (k - 1) & 1u) == 0) continue;
            made.rows.push_back(in_row);
            in_row = 0;
        }
        made.rows.push_back(in_row);
        if (made.rows.size() > kMostRows || *std::max_element(made.rows.begin(), made.rows.end()) > kMostInRow) continue;
        Way const way{made.rows, group};
        made.measure = group.measure;
        Length const whole = way.height(group.measure, &made.heights);
        double cost = 0;
        if (whole > group.limit) {
            constexpr int kSteps = 12;
            Length low = group.measure / 10, high = group.measure;
            for (int step = 0; step < kSteps; ++step) {
                Length const middle = (low + high) / 2;
                (way.height(middle) > group.limit ? high : low) = middle;
            }
            made.measure = low;
            made.heights.clear();
            way.height(low, &made.heights);
            double const scale = ratio(low, group.measure);
            cost = scale < kLeastScale ? 1000 - scale : kCostOfScale + (1 - scale) * 6;
        } else if (whole > group.sensible) {
            cost = kCostOfHeight;
        }
        if (*std::min_element(made.heights.begin(), made.heights.end()) <= Length{}) continue;
        cost += cost_of(made, group);
        if (cost < best_cost) {
            best_cost = cost;
            best = std::move(made);
        }
    }
    return best;
}

} // namespace kumihan::flow
