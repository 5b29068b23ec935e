#include "diag/codes.h"
#include "support/catch.h"

#include <iterator>
#include <set>
#include <string>

using namespace kumihan::diag;

namespace {

// Highest {n} of a text, or -1.
int highest_slot(std::string_view text) {
    int highest = -1;
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
        if (text[i] == '{' && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9')
            highest = std::max(highest, text[i + 1] - '0');
    return highest;
}

} // namespace

TEST_CASE("each code has a name of its own, both languages, and the same values in both") {
    std::set<std::string_view> names;
    for (auto const& row : all_codes()) {
        CAPTURE(std::string{row.name});
        CHECK(names.insert(row.name).second);
        CHECK(&info(row.code) == &row);
        CHECK_FALSE(row.message_ja.empty());
        CHECK_FALSE(row.message_en.empty());
        CHECK(row.hint_ja.empty() == row.hint_en.empty());
        CHECK(highest_slot(row.message_ja) == highest_slot(row.message_en));
        auto const number = static_cast<int>(row.code);
        CHECK((number >= 101 && number <= 999));
    }
}

TEST_CASE("a code is K and four digits") {
    CHECK(code_text(Code::YamlSyntax) == "K0203");
    CHECK(code_text(Code::InternalError) == "K0999");
}
