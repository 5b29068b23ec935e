// Blocks whose lines mean something one by one: [名簿] and [条文]. Input: their lines in the text of a field. Output: the
// block; what cannot be read is reported at its place.
#pragma once

#include "document/markup.h"

#include <span>

namespace kumihan::document {

struct LineRange {
    std::size_t begin = 0, end = 0;
};

Roster read_roster(MappedText const& text, std::span<LineRange const> lines, MarkupContext const& context);

// `article`: the last one before this block, so that a chapter's articles are counted on; updated.
Statute read_statute(MappedText const& text, std::span<LineRange const> lines, MarkupContext const& context, int& article);

} // namespace kumihan::document
