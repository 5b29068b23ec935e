// JSON Schema (draft-07) of objects from the tables of their fields, so that editors complete and check while typing.
// Every field stands under its English and its Japanese name; a required one must be there under either. Objects within
// stand once, under `definitions`, and are referred to: figures and styles would otherwise be repeated a hundred times.
#pragma once

#include "yaml/decode.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace kumihan::yaml {

class SchemaBuilder {
public:
    using Json = nlohmann::ordered_json;

    // The schema of an object with all fields of these tables.
    Json object(std::vector<Fields> const& tables);
    // {"$ref": …} to an object's schema, which is defined on first use; `name` serves where it is free.
    Json reference(Fields table, std::string_view name);
    // What the references point to; belongs under "definitions" of the whole.
    Json const& definitions() const { return definitions_; }

private:
    Json value(Field const& field);

    Json definitions_ = Json::object();
    std::map<Field const*, std::string> names_;
};

} // namespace kumihan::yaml
