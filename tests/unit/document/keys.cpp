#include "document/keys.h"

#include "support/catch.h"

#include <set>
#include <string>

using namespace kumihan;
using namespace kumihan::document;

namespace {

void check_unique(std::initializer_list<yaml::Fields> parts) {
    std::set<std::string_view> names;
    for (auto const part : parts)
        for (auto const& field : part) {
            CAPTURE(std::string{field.english});
            CHECK(names.insert(field.english).second);
            CHECK(names.insert(field.japanese).second);
        }
}

} // namespace

TEST_CASE("names within an object are told apart, a chapter's and its kind's together") {
    for (std::size_t i = 0; i < keys::kinds().size(); ++i)
        check_unique({keys::common(), keys::of_kind(static_cast<keys::Kind>(i))});
    for (auto const& object : keys::objects())
        check_unique({object.fields});
}

TEST_CASE("every key is explained in both languages, every choice has names") {
    for (auto const& object : keys::objects())
        for (auto const& field : object.fields) {
            CAPTURE(std::string{object.english}, std::string{field.english});
            CHECK_FALSE(field.doc_ja.empty());
            CHECK_FALSE(field.doc_en.empty());
            CHECK((field.type == yaml::FieldType::Choice) == !field.choices.empty());
            bool const holds_objects =
                field.type == yaml::FieldType::Object || field.type == yaml::FieldType::ObjectList ||
                field.type == yaml::FieldType::CellRows || field.type == yaml::FieldType::CellTable;
            CHECK(holds_objects == !field.object.empty());
        }
}

TEST_CASE("kinds stand in the order of the model") {
    CHECK(keys::kinds().size() == 9);
    CHECK(keys::kinds()[static_cast<std::size_t>(keys::Kind::Workshop)].english == "workshop");
    CHECK(keys::kinds()[static_cast<std::size_t>(keys::Kind::Colophon)].japanese == "奥付");
    CHECK(keys::reference_forms()[1].japanese == "ページ");
}
