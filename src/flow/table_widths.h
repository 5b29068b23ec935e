// Widths of the columns of a table (15.2). Input: what each column needs and wishes. Output: widths that sum to the
// room or less. Pure; nothing here knows text or fonts.
#pragma once

#include "base/length.h"

#include <cstddef>
#include <vector>

namespace kumihan::flow {

// Widths with the padding of cells.
struct ColumnNeed {
    Length fixed;      // 0: from the content
    double share = 0;  // of what the others leave; 0: from the content
    Length least;      // the longest piece that can not be broken
    Length word;       // a short word
    Length sensible;   // a few characters, where the content has them
    Length rows, fair; // no word parted, two lines for what is a little longer: in the rows, and in the heads as well
    Length tight;      // rows on one line, heads on several: where not all columns are as wide as they would be
    Length most;       // everything on one line
    double weight = 0; // sum over the rows of the content's width to the third power
};

struct ColumnWidths {
    std::vector<Length> widths;
    Length missing; // by how much the sensible widths exceed the room
};

// A table wider than `fill` of the room fills it. Columns of at most `short_width` stay on one line while the others
// keep a third of the room.
ColumnWidths column_widths(std::vector<ColumnNeed> const& needs, Length room, double fill, Length short_width);

} // namespace kumihan::flow
