// Gaps with a width of their own: text set to so many ems (字取り, digest 10.5; JLReq 3.7.3, JIS X 4051 4.19) and tabs
// (JLReq 3.6). Input: a built paragraph and the marks of its text. Output: fixed gaps that no adjustment touches. A tab
// is measured from the head of a line: text with tabs is meant to take one line, and goes on as text where it does not.
#pragma once

#include "para/paragraph.h"
#include "style/text.h"

namespace kumihan::para {

void fit_widths(shape::ShapedText const& shaped, style::StyledText const& text, style::LineStyle const& style, Paragraph& out);

// `start`: of the first line from the start of the measure; of lines after a forced break `rest`.
void set_tabs(shape::ShapedText const& shaped, style::LineStyle const& style, std::int64_t start, std::int64_t rest,
              Paragraph& out);

} // namespace kumihan::para
