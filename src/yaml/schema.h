// JSON Schema (draft-07) of an object from the table of its fields, so that editors complete and check while typing.
// Every field stands under its English and its Japanese name; a required one must be there under either.
#pragma once

#include "yaml/decode.h"

#include <nlohmann/json_fwd.hpp>
#include <vector>

namespace kumihan::yaml {

nlohmann::ordered_json object_schema(std::vector<Fields> const& fields);

} // namespace kumihan::yaml
