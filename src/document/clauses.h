// Rules and statutes (条文) and rosters (名簿): what the lines of these blocks are. Input: one line. Output: its marker, or
// its columns. Numbers are read as written (第3条, 第三条, ３, 三) or left to be counted (第○条, ○項, ○号, ○目).
#pragma once

#include "document/model.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace kumihan::document {

struct ClauseMarker {
    ClauseLevel level = ClauseLevel::Article;
    int number = 0; // 0: the next
    int branch = 0;
    std::size_t title_begin = 0, title_end = 0; // within （ ）
    std::size_t text = 0;                       // where the clause's words begin
};
std::optional<ClauseMarker> clause_marker(std::string_view line);

// （目的） alone on a line: the title of the article that follows. Gives what stands within.
std::optional<std::pair<std::size_t, std::size_t>> title_line(std::string_view line);

// The parts between bars, braces left whole.
std::vector<std::pair<std::size_t, std::size_t>> columns_of(std::string_view line);

} // namespace kumihan::document
