// Number trees and name trees (ISO 32000-1 7.9.6, 7.9.7): balanced, with Limits, of any size.
#pragma once

#include "pdf/haru.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kumihan::pdf {

// Entries ascending by key; the value is PDF text.
Ref write_number_tree(Store& store, std::vector<std::pair<std::int64_t, std::string>> const& entries);
Ref write_name_tree(Store& store, std::vector<std::pair<std::string, std::string>> const& entries);

} // namespace kumihan::pdf
