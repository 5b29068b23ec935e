// The names of roles and choices of a layout: each in both languages, and the same layout in either.
#include "spec/read.h"

#include "spec/fields.h"
#include "support/catch.h"

#include <filesystem>
#include <fstream>
#include <set>

using namespace kumihan;

namespace {

spec::LayoutSpec read(std::string const& text) {
    namespace fs = std::filesystem;
    fs::path const folder = fs::temp_directory_path() / ("kumihan-roles-" + std::to_string(std::hash<std::string>{}(text)));
    fs::create_directories(folder);
    std::ofstream(folder / "l.yaml") << text;
    spec::SearchPaths paths;
    paths.plan = folder;
    paths.layouts = fs::path(KUMIHAN_SOURCE_DIR) / "layouts";
    paths.fonts = fs::path(KUMIHAN_SOURCE_DIR) / "fonts";
    SourceStore store;
    diag::Sink sink;
    source::DiskLoader loader;
    auto const layout = spec::read_layout("l.yaml", {}, paths, loader, store, sink);
    fs::remove_all(folder);
    CHECK(sink.count(diag::Severity::Warning) + sink.count(diag::Severity::Error) == 0);
    REQUIRE(layout);
    return *layout;
}

bool japanese(std::string_view text) {
    for (char const c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return true;
    return false;
}

void check_fields(yaml::Fields fields, std::set<void const*>& seen) {
    if (!seen.insert(fields.data()).second) return;
    std::set<std::string_view> names;
    for (auto const& field : fields) {
        CHECK((!field.english.empty() && !japanese(field.english)));
        CHECK(japanese(field.japanese));
        CHECK((!field.doc_ja.empty() && !field.doc_en.empty()));
        CHECK(names.insert(field.english).second);
        CHECK(names.insert(field.japanese).second);
        std::set<std::string_view> choices;
        for (auto const& choice : field.choices) {
            CHECK((japanese(choice.japanese) && !japanese(choice.english)));
            CHECK(choices.insert(choice.japanese).second);
            CHECK(choices.insert(choice.english).second);
        }
        if (field.type == yaml::FieldType::Choice) CHECK_FALSE(field.choices.empty());
        check_fields(field.object, seen);
    }
}

} // namespace

TEST_CASE("every key, role and choice of a layout has a name in each language, and no two share one") {
    std::set<void const*> seen;
    for (auto const fields : {spec::layout_fields(), spec::role_fields(), spec::style_fields(), spec::stack_fields(),
                              spec::face_fields(), spec::vertical_fields(), spec::tables_fields(), spec::look_fields()})
        check_fields(fields, seen);
}

TEST_CASE("a layout in Japanese is the layout in English") {
    std::string english = "extends: a4-report\nstyles:\n", in_japanese = "もと: a4-report\nスタイル:\n";
    for (std::size_t i = 0; i < spec::kRoleCount; ++i) {
        std::string const value = std::to_string(6 + i) + "pt";
        english += "  " + std::string(spec::kRoles[i].english) + ": {size: " + value + ", align: spread}\n";
        in_japanese += "  " + std::string(spec::kRoles[i].japanese) + ": {文字サイズ: " + value + ", 揃え: 均等}\n";
    }
    auto const one = read(english), other = read(in_japanese);
    for (std::size_t i = 0; i < spec::kRoleCount; ++i) {
        CHECK(one.styles[i].size == Length::pt(6.0 + static_cast<double>(i)));
        CHECK(other.styles[i].size == one.styles[i].size);
        CHECK((one.styles[i].align == spec::Align::Spread && other.styles[i].align == spec::Align::Spread));
    }
}
