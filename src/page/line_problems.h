// What is said about a line that could not be set well: too long for its measure, or stretched too far. Input: the line
// as set, and the printed number of its page.
#pragma once

#include "diag/sink.h"
#include "line/line.h"

#include <string>

namespace kumihan::page {

void report_line(line::SetLine const& line, std::string const& folio, diag::Sink& sink);

} // namespace kumihan::page
