#include "yaml/schema.h"

namespace kumihan::yaml {

SchemaBuilder::Json SchemaBuilder::value(Field const& field) {
    Json const text = {{"type", Json::array({"string", "number", "boolean"})}};
    switch (field.type) {
    case FieldType::Plain:
    case FieldType::Text:
        return text;
    case FieldType::Prose:
        return {{"type", "string"}};
    case FieldType::Integer:
    case FieldType::Number: {
        Json out = {{"type", field.type == FieldType::Integer ? "integer" : "number"}};
        if (field.low < field.high) {
            out["minimum"] = field.low;
            out["maximum"] = field.high;
        }
        return out;
    }
    case FieldType::Bool: // true and false for YAML, the words of decode.cpp for those who write Japanese
        return {{"enum", Json::array({true, false, "はい", "いいえ", "する", "しない", "あり", "なし", "yes", "no",
                                      "on", "off"})}};
    case FieldType::Date: // as exact as known; a full date may carry its weekday, which is checked
        return {{"type", Json::array({"string", "integer"})},
                {"pattern", "^\\d{4}(-\\d{2}(-\\d{2}([(（][日月火水木金土](曜日?)?[)）])?)?)?$"}};
    case FieldType::Choice: {
        Json names = Json::array();
        for (Name const& name : field.choices) {
            names.push_back(name.english);
            if (!name.japanese.empty() && name.japanese != name.english) names.push_back(name.japanese);
        }
        return {{"enum", std::move(names)}};
    }
    case FieldType::PlainList:
    case FieldType::TextList:
        return {{"anyOf", Json::array({text, Json{{"type", "array"}, {"items", text}}})}};
    case FieldType::Object:
        return reference(field.object, field.english);
    case FieldType::ObjectList:
        return {{"type", "array"}, {"items", reference(field.object, field.english)}};
    case FieldType::TextTable:
        return {{"type", "array"},
                {"items", Json{{"type", "array"},
                               {"items", Json{{"type", Json::array({"string", "number", "boolean", "null"})}}}}}};
    case FieldType::CellRows:
    case FieldType::CellTable: {
        Json const scalar = {{"type", Json::array({"string", "number", "boolean", "null"})}};
        Json const cell = {{"anyOf", Json::array({scalar, reference(field.object, "cell")})}};
        Json const row = {{"type", "array"}, {"items", cell}};
        Json rows = {{"type", "array"}, {"items", row}};
        if (field.type == FieldType::CellTable) return rows;
        return {{"anyOf", Json::array({row, std::move(rows)})}};
    }
    case FieldType::Any:
        return Json::object();
    }
    return Json::object();
}

SchemaBuilder::Json SchemaBuilder::reference(Fields table, std::string_view name) {
    auto const [found, fresh] = names_.try_emplace(table.data());
    if (fresh) {
        std::string free{name};
        while (definitions_.contains(free))
            free += '-';
        found->second = free;
        definitions_[free] = nullptr; // the name is taken while the object's own fields are described
        auto schema = object({table});
        definitions_[free] = std::move(schema);
    }
    return {{"$ref", "#/definitions/" + found->second}};
}

SchemaBuilder::Json SchemaBuilder::object(std::vector<Fields> const& tables) {
    Json properties = Json::object();
    Json needed = Json::array();
    for (auto const table : tables)
        for (auto const& field : table) {
            auto schema = value(field);
            // Draft-07 ignores what stands beside a $ref.
            if (schema.contains("$ref")) schema = Json{{"allOf", Json::array({schema})}};
            schema["description"] = std::string(field.doc_ja) + " / " + std::string(field.doc_en);
            properties[std::string(field.english)] = schema;
            if (!field.japanese.empty()) properties[std::string(field.japanese)] = std::move(schema);
            if (field.required)
                needed.push_back({{"anyOf", Json::array({Json{{"required", Json::array({field.english})}},
                                                         Json{{"required", Json::array({field.japanese})}}})}});
        }
    Json out = {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!needed.empty()) out["allOf"] = std::move(needed);
    return out;
}

} // namespace kumihan::yaml
