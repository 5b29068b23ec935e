// print_breakable: a paragraph as the material that its lines are chosen from, for a judge who does not trust the choice
// (tests/pagecheck/better_breaks.py). Input: the paragraph and the lines chosen. Output: one line of JSON behind `out`,
// where a line is opened beyond stage 3 (JLReq 3.8.4 d); all widths in 1/65536 pt:
//   text, western, justified, end (rule of punctuation at the line end), hang, rooms of the lines (the last one for all that
//   follow), ruby [begin, end, parts], boxes [begin, end, width, em, natural, shrink, expand, stretch, break, end space,
//   end extra, head, hyphen], first head, ends of the lines chosen (boxes).
#pragma once

#include "line/breaks.h"
#include "para/paragraph.h"
#include "shape/shaped.h"
#include "style/text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kumihan::line {

void print_breakable(para::Paragraph const& paragraph, shape::ShapedText const& shaped, style::StyledText const& text,
                     style::LineStyle const& style, std::vector<std::int64_t> const& rooms, Chosen const& chosen,
                     std::string& out);

} // namespace kumihan::line
