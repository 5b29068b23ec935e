// Block markup of body-like fields: paragraphs, headings, lists, quotes, notes, figures and tables in place, page
// breaks. Input: the MappedText of a field. Output: Blocks; notes and `![alt](file)` figures are handed to the context,
// which owns the chapter. Departures from Markdown, as Japanese manuscripts are written: a line that begins with a
// full-width space begins a paragraph without a blank line before it (the space is absorbed), and `・` begins a list
// item.
#pragma once

#include "document/markup.h"

#include <string>

namespace kumihan::document {

inline constexpr int kMaxMarkupDepth = 16;

struct BlockContext {
    MarkupContext markup;
    // Places a figure or table by id; false: not placed (reported by the callee).
    std::function<bool(std::string_view id, Span span, std::uint32_t&index)> place_figure, place_table, place_photos;
    std::function<std::uint32_t(Figure figure)> add_figure; // Markdown's ![alt](file "caption")
    std::function<void(std::string_view label, Span span, Blocks blocks)> define_note;
};

Blocks parse_blocks(MappedText const& text, BlockContext const& context);

} // namespace kumihan::document
