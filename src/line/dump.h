// dump: lines as text for tests and --dump, one line each, numbers in points with two decimals:
//   line 3  measure 340.00  natural 338.50  set 340.00  stretched 2  「縦書きと横書き」
// and with glyphs, one line per run: font size at rise, then glyph=byte@at in points.
#pragma once

#include "line/line.h"

#include <string>
#include <vector>

namespace kumihan::line {

enum class Detail : std::uint8_t { Lines, Runs };
std::string dump(std::vector<SetLine> const& lines, Detail detail = Detail::Lines);

} // namespace kumihan::line
