#include "driver/schema.h"

#include "document/keys.h"
#include "spec/model.h"
#include "spec/read.h"
#include "yaml/schema.h"

namespace kumihan::driver {

using Json = yaml::SchemaBuilder::Json;

namespace {

Json with_head(Json body, std::string_view title, yaml::SchemaBuilder const& builder) {
    Json out = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
    out.update(body);
    if (!builder.definitions().empty()) out["definitions"] = builder.definitions();
    return out;
}

// A chapter's keys depend on its kind, which may be written as kind: or 種類:, in either language.
Json chapter(yaml::SchemaBuilder& builder) {
    namespace keys = document::keys;
    Json names = Json::array(), branches = Json::array();
    auto const kinds = keys::kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        Json const both = Json::array({kinds[i].english, kinds[i].japanese});
        for (auto const& name : both)
            names.push_back(name);
        Json const is_english = {{"properties", {{"kind", {{"enum", both}}}}}, {"required", Json::array({"kind"})}};
        Json const is_japanese = {{"properties", {{"種類", {{"enum", both}}}}}, {"required", Json::array({"種類"})}};
        branches.push_back({{"if", {{"anyOf", Json::array({is_english, is_japanese})}}},
                            {"then", builder.object({keys::common(), keys::of_kind(static_cast<keys::Kind>(i))})}});
    }
    return {
        {"type", "object"},
        {"properties", {{"kind", {{"enum", names}}}, {"種類", {{"enum", names}}}}},
        {"anyOf", Json::array({Json{{"required", Json::array({"kind"})}}, Json{{"required", Json::array({"種類"})}}})},
        {"allOf", std::move(branches)}};
}

Json layout(yaml::SchemaBuilder& builder) {
    Json out = builder.object({spec::layout_fields()});
    builder.reference(spec::style_fields(), "style"); // under this name, not that of the first role
    Json const styles = builder.object({spec::role_fields()});
    for (char const* key : {"styles", "スタイル"}) {
        Json const doc = out["properties"][key]["description"];
        out["properties"][key] = styles;
        out["properties"][key]["description"] = doc;
    }
    // A stack of faces under a name of the designer's own; a face is a file's name or an object.
    Json const face = {{"anyOf", Json::array({Json{{"type", "string"}}, builder.reference(spec::face_fields(), "face")})}};
    Json const faces = {{"anyOf", Json::array({face, Json{{"type", "array"}, {"items", face}}})}};
    Json stack = builder.object({spec::stack_fields()});
    for (auto& [name, property] : stack["properties"].items()) {
        Json const doc = property["description"];
        property = faces;
        property["description"] = doc;
    }
    for (char const* key : {"fonts", "フォント"}) {
        Json const doc = out["properties"][key]["description"];
        out["properties"][key] = {{"type", "object"}, {"additionalProperties", stack}, {"description", doc}};
    }
    for (char const* key : {"tables", "表"}) {
        Json tables = builder.object({spec::tables_fields()});
        Json const look = builder.reference(spec::look_fields(), "look");
        for (char const* inner : {"looks", "見た目の一覧"}) {
            Json const doc = tables["properties"][inner]["description"];
            tables["properties"][inner] = {{"type", "object"}, {"additionalProperties", look}, {"description", doc}};
        }
        tables["description"] = out["properties"][key]["description"];
        out["properties"][key] = std::move(tables);
    }
    // Vertical chapters have styles of the same roles.
    for (char const* key : {"vertical", "縦組み"}) {
        Json upright = builder.object({spec::vertical_fields()});
        for (char const* inner : {"styles", "スタイル"})
            upright["properties"][inner] = styles;
        out["properties"][key] = std::move(upright);
    }
    return out;
}

} // namespace

std::string schema(FileKind kind) {
    yaml::SchemaBuilder builder;
    Json out;
    switch (kind) {
    case FileKind::Plan:
        out = with_head(builder.object({document::keys::plan()}), "kumihan plan.yaml", builder);
        break;
    case FileKind::Chapter:
        out = with_head(chapter(builder), "kumihan 章 / chapter", builder);
        break;
    case FileKind::Layout:
        out = with_head(layout(builder), "kumihan レイアウト / layout", builder);
        break;
    }
    return out.dump(2) + "\n";
}

} // namespace kumihan::driver
