#include "flow/table_widths.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kumihan::flow {
namespace {

Length sum(std::vector<Length> const& lengths) {
    return std::accumulate(lengths.begin(), lengths.end(), Length{});
}

struct Automatic {
    std::size_t column;
    Length least, most;
    double wish; // the width that would make the table lowest is proportional to this
};

// Where each row is about as high as its longest cell has lines, the sum of (content / width)^3 is a smooth stand-in for
// the height of all rows. It is least where the widths are as the fourth root of the sum of the cubes, within bounds.
void share_out(std::vector<Automatic> const& columns, Length space, std::vector<Length>& widths) {
    double low = 0, high = 1;
    auto const at = [&](double factor) {
        Length used;
        for (auto const& one : columns) {
            widths[one.column] = std::clamp(Length::pt(std::min(1e6, one.wish * factor)), one.least, one.most);
            used += widths[one.column];
        }
        return used;
    };
    while (at(high) < space && high < 1e12)
        high *= 2;
    for (int i = 0; i < 60; ++i) {
        double const middle = (low + high) / 2;
        (at(middle) > space ? high : low) = middle;
    }
    Length left = space - at(low);
    for (auto const& one : columns) { // what the bisection left over
        Length const more = std::min(left, one.most - widths[one.column]);
        widths[one.column] += more;
        left -= more;
    }
}

// Not all columns can have what is fair: from what can not be broken upwards, the rows before the heads, so that few words
// are parted.
void part_words(std::vector<Automatic> const& columns, std::vector<ColumnNeed> const& needs, Length space,
                std::vector<Length>& widths) {
    Length hard;
    for (auto const& one : columns)
        hard += needs[one.column].least;
    if (hard >= space) {
        for (auto const& one : columns)
            widths[one.column] =
                needs[one.column].least.scaled(ratio(std::max(space, Length::pt(1)), std::max(hard, Length::pt(1))));
        return;
    }
    Length words;
    auto const word = [&](Automatic const& one) {
        return std::max(needs[one.column].least, std::min(one.least, needs[one.column].word));
    };
    for (auto const& one : columns)
        words += word(one);
    for (auto const& one : columns)
        widths[one.column] = words <= space ? word(one) : needs[one.column].least;
    // Up to one level: what needs less has it, the others are alike.
    for (bool const heads : {false, true}) {
        std::vector<Length> const from = widths;
        auto const at = [&](Length level) {
            Length used;
            for (auto const& one : columns) {
                Length const wanted = heads ? one.least : std::min(one.least, needs[one.column].rows);
                widths[one.column] = std::max(from[one.column], std::min(wanted, level));
                used += widths[one.column];
            }
            return used;
        };
        Length low, high = space;
        if (at(high) <= space) continue;
        for (int i = 0; i < 60; ++i) {
            Length const middle = (low + high) / 2;
            (at(middle) > space ? high : low) = middle;
        }
        at(low);
        return;
    }
}

} // namespace

ColumnWidths column_widths(std::vector<ColumnNeed> const& needs, Length room, double fill, Length short_width) {
    ColumnWidths out;
    out.widths.resize(needs.size());
    if (needs.empty()) return out;
    std::vector<Automatic> columns;
    Length fixed, most, tight, sensible;
    double shares = 0;
    for (std::size_t c = 0; c < needs.size(); ++c) {
        ColumnNeed const& need = needs[c];
        if (need.fixed > Length{}) {
            out.widths[c] = need.fixed;
            fixed += need.fixed;
        } else if (need.share > 0) {
            shares += need.share;
        } else {
            Length const fair = std::clamp(need.fair, need.least, std::max(need.least, need.most));
            columns.push_back({c, fair, need.most, std::sqrt(std::sqrt(need.weight))});
            most += need.most;
            tight += std::clamp(need.tight, fair, std::max(fair, need.most));
            sensible += std::min(need.most, std::max(need.least, need.sensible.scaled(0.8)));
        }
    }
    Length const space = room - fixed - (shares > 0 ? room / 3 : Length{});
    if (!columns.empty() && most > space) {
        out.missing = std::max(Length{}, sensible - space);
        // Heads give way before the rows do.
        for (auto& one : columns) {
            Length const own = std::clamp(needs[one.column].tight, one.least, std::max(one.least, one.most));
            (tight <= space ? one.least : one.most) = own;
        }
        // Short columns stay on one line where all of them can and the long ones keep room.
        Length kept, others;
        for (auto const& one : columns)
            (one.most <= short_width ? kept : others) += one.most <= short_width ? one.most : one.least;
        if (tight > space && others > Length{} && kept + std::max(others, space / 3) <= space)
            for (auto& one : columns)
                if (one.most <= short_width) one.least = one.most;
        Length least;
        for (auto const& one : columns)
            least += one.least;
        if (least <= space)
            share_out(columns, space, out.widths);
        else
            part_words(columns, needs, space, out.widths);
    } else {
        for (auto const& one : columns)
            out.widths[one.column] = one.most;
    }
    if (shares > 0) {
        Length const left = room - sum(out.widths);
        for (std::size_t c = 0; c < needs.size(); ++c)
            if (needs[c].fixed == Length{} && needs[c].share > 0)
                out.widths[c] = left.scaled(needs[c].share / shares);
    }
    Length used = sum(out.widths);
    bool const fills = shares > 0 || (!columns.empty() && (most == Length{} || ratio(used, room) >= fill));
    if (used > room) {
        out.missing = std::max(out.missing, fixed - room);
        for (Length& width : out.widths)
            width = width.scaled(ratio(room, used));
    } else if (fills && shares == 0) {
        Length const left = room - used;
        for (auto const& one : columns)
            out.widths[one.column] += most > Length{} ? left.scaled(ratio(one.most, most))
                                                      : left / static_cast<std::int64_t>(columns.size());
    }
    // What rounding left over or took away.
    used = sum(out.widths);
    if (used > room || fills) out.widths.back() += room - used;
    return out;
}

} // namespace kumihan::flow
