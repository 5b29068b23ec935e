// Styled text put together from parts: words that the program adds (numbers, labels, authors' names) and texts of one
// paragraph. Output: one text; every range in it (runs, tags, ruby, links …) keeps its words.
#pragma once

#include "style/tags.h"
#include "style/text.h"

#include <string_view>

namespace kumihan::style {

// Text made by the program (labels, numbers); maps to `span` as a whole.
StyledText styled_plain(std::string_view text, TextStyle const& style, TagId tag, Span span = {});
void append_plain(StyledText& text, std::string_view more, TextStyle const& style, Span span = {});
void append(StyledText& text, StyledText more); // of the same paragraph
// Other words in the place of [begin, end), which no other range begins or ends in.
void replace(StyledText& text, std::uint32_t begin, std::uint32_t end, std::string_view words);
void prepend_plain(StyledText& text, std::string_view more, TextStyle const& style, Span span = {});

// 図2-3 and 第3章 are one sign to the reader: no line ends between the word and its number.
std::string glued(std::string_view words);

} // namespace kumihan::style
