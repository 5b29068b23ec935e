#include "yaml/schema.h"

#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <regex>
#include <string>

using namespace kumihan::yaml;
using Json = nlohmann::ordered_json;

namespace {

constexpr Name kSides[] = {{"left", "左"}, {"x", "x"}};
constexpr Field kInner[] = {{.english = "name", .japanese = "名称", .type = FieldType::Plain, .required = true}};
constexpr Field kFields[] = {
    {.english = "title",
     .japanese = "題名",
     .type = FieldType::Text,
     .doc_ja = "題",
     .doc_en = "a title",
     .required = true},
    {.english = "count", .japanese = "数", .type = FieldType::Integer, .low = 1, .high = 9},
    {.english = "date", .japanese = "日付", .type = FieldType::Date},
    {.english = "side", .japanese = "側", .type = FieldType::Choice, .choices = kSides},
    {.english = "groups", .japanese = "グループ", .type = FieldType::ObjectList, .object = kInner},
};

} // namespace

TEST_CASE("both names of a key have the same schema, with both explanations") {
    auto const schema = SchemaBuilder().object({kFields});
    auto const& properties = schema["properties"];
    CHECK(properties.size() == 10);
    CHECK(properties["title"] == properties["題名"]);
    CHECK(properties["title"]["description"] == "題 / a title");
    CHECK(schema["additionalProperties"] == false);
}

TEST_CASE("a required key may stand under either name") {
    CHECK(SchemaBuilder().object({kFields})["allOf"] ==
          Json::parse(R"([{"anyOf": [{"required": ["title"]}, {"required": ["題名"]}]}])"));
    CHECK_FALSE(SchemaBuilder().object({}).contains("allOf"));
}

TEST_CASE("ranges and choices") {
    auto const properties = SchemaBuilder().object({kFields})["properties"];
    CHECK(properties["count"]["minimum"] == 1);
    CHECK(properties["count"]["maximum"] == 9);
    CHECK(properties["side"]["enum"] == Json::array({"left", "左", "x"}));
}

TEST_CASE("objects within are defined once and referred to") {
    SchemaBuilder builder;
    auto const properties = builder.object({kFields})["properties"];
    CHECK(properties["groups"]["items"] == Json::parse(R"({"$ref": "#/definitions/groups"})"));
    CHECK(builder.reference(kInner, "again") == properties["groups"]["items"]);
    REQUIRE(builder.definitions().size() == 1);
    CHECK(builder.definitions()["groups"]["properties"].contains("名称"));
    constexpr Field kOther[] = {{.english = "a", .japanese = "b", .type = FieldType::Any}};
    CHECK(builder.reference(kOther, "groups") ==
          Json::parse(R"({"$ref": "#/definitions/groups-"})")); // the name is taken
}

TEST_CASE("the pattern of dates takes what the reader of dates takes without complaint") {
    auto const pattern = SchemaBuilder().object({kFields})["properties"]["date"]["pattern"].get<std::string>();
    // std::regex counts bytes, so the Japanese part is left to editors, which count characters.
    std::regex const ascii(pattern.substr(0, pattern.find("([(")) + ")?)?$");
    for (auto const* good : {"2019", "2019-06", "2019-06-15"})
        CHECK(std::regex_match(good, ascii));
    for (auto const* bad : {"19", "2019-6", "2019/06/15", "2019-06-15x"})
        CHECK_FALSE(std::regex_match(bad, ascii));
}
