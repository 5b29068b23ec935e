// build: clusters and marks into a Paragraph. Every rule of a pair of neighbours is applied here: spacing and its
// adjustment stages, kinsoku with its levels, 和欧間 and typed spaces, numbers and units, URLs, note marks, forced breaks,
// spaces after ！？ (digest 3, 4, 7). Ruby and 圏点 follow in ruby.h.
#pragma once

#include "para/paragraph.h"
#include "style/text.h"

namespace kumihan::para {

// `out` is cleared. `shaped` are the clusters of `text.text`.
void build(shape::ShapedText const& shaped, style::StyledText const& text, style::LineStyle const& style, Paragraph& out);

} // namespace kumihan::para
