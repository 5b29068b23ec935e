// compose: a paragraph becomes lines. The one entry that `flow` calls; inside, shape -> para -> break -> adjust -> set.
// Total-fit breaking (japanese-composition.md section 6), adjustment by stages (section 5). Pure: no state, any thread.
// Overfull and badly stretched lines are outcomes in LineFit, reported by the caller who knows the page; glyphs that no
// font has are reported here with their source place.
#pragma once

#include "diag/sink.h"
#include "font/library.h"
#include "line/line.h"
#include "style/text.h"

#include <optional>
#include <string>
#include <vector>

namespace kumihan::line {

struct ComposeOptions {
    int looseness = 0; // -1 or +1: a solution with one line fewer or more, if one of good quality exists (13.4, 6.5)
    std::size_t known_lines = 0; // with looseness != 0: how many lines the paragraph has without it; 0: not known
    Reach* reach = nullptr;      // if given: filled in
    Beside beside = {};          // lines with another measure; without looseness only
    std::string* breakable = nullptr; // if given: print_breakable() where a line is opened beyond stage 3
};

// `measure` is the room between the edges of the column; indents of `style` are taken from it.
// With looseness != 0: an empty result when there is no such solution.
std::vector<SetLine> compose(style::StyledText const& text, style::LineStyle const& style, Length measure,
                             font::FontLibrary const& fonts, diag::Sink& sink, ComposeOptions options = {});

struct NaturalWidths {
    Length min; // longest unbreakable part
    Length max; // all on one line
};
NaturalWidths natural_widths(style::StyledText const& text, style::LineStyle const& style,
                             font::FontLibrary const& fonts);

} // namespace kumihan::line
