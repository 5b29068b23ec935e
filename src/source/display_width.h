// Columns a terminal uses for a text (UAX #11): wide and full-width characters two, combining marks and variation
// selectors none, others one. Ambiguous characters count one, as terminals in UTF-8 show them.
#pragma once

#include <cstddef>
#include <string_view>

namespace kumihan::source {

int display_width(char32_t code_point);
std::size_t display_width(std::string_view text);

} // namespace kumihan::source
