#include "support/catch.h"

#include "text/char_class.h"
#include "tsv.h"

#include <set>

using namespace kumihan::text;

TEST_CASE("every member that JLReq lists has that class, or has it as its Western role") {
    auto const rows = tsv_rows("jlreq-classes.tsv");
    REQUIRE(rows.size() > 1600);
    for (auto const& row : rows) {
        auto const listed = static_cast<unsigned>(std::stoul(row[0].substr(3)));
        // A sequence is a letter with combining marks: the class is the letter's
        if (row[1].empty()) continue; // 縦線: no code point of its own
        auto const c = static_cast<char32_t>(std::stoul(row[1], nullptr, 16));
        auto const cls = japanese_class(c);
        INFO("cl-" << listed << " U+" << row[1]);
        switch (listed) {
        case 27: CHECK((has_western_role(c) || joins_previous(c))); break;
        case 26: CHECK(cls == JlreqClass::WordSpace); break;
        case 24: // figures and the signs and spaces within a number: resolve() makes them cl-24
            CHECK((is_digit(c) || c == ',' || c == '.' || c == ' '));
            break;
        case 25: // letters and signs of unit symbols, by mark-up
            CHECK((has_western_role(c) || c == ' ' || c == 0x30FB));
            break;
        case 28: CHECK(cls == JlreqClass::OpeningBracket); break; // by mark-up
        case 29: CHECK(cls == JlreqClass::ClosingBracket); break;
        case 19:
            if (c == 0x2194) break; // ↔ is listed in cl-17 too
            [[fallthrough]];
        default: CHECK(static_cast<unsigned>(cls) == listed);
        }
    }
}

TEST_CASE("the rows are sorted and no code point stands in two") {
    std::set<char32_t> seen;
    for (auto const& row : class_rows()) {
        char32_t previous = 0;
        for (auto const& range : row.ranges) {
            INFO(row.name << " U+" << std::hex << static_cast<unsigned>(range.first));
            CHECK(range.first <= range.last);
            CHECK((previous == 0 || range.first > previous));
            previous = range.last;
            if (range.first >= 0x1B000 && row.cls == JlreqClass::Ideograph) continue; // whole planes
            for (char32_t c = range.first; c <= range.last; ++c) CHECK(seen.insert(c).second);
        }
    }
}

TEST_CASE("compatibility code points stand with the sign they are used for") {
    CHECK(japanese_class(U'（') == JlreqClass::OpeningBracket);
    CHECK(japanese_class(U'？') == JlreqClass::DividingMark);
    CHECK(japanese_class(U'～') == JlreqClass::Hyphen);
    CHECK(japanese_class(U'―') == JlreqClass::Inseparable);
    CHECK(japanese_class(U'，') == JlreqClass::Comma);
    CHECK(japanese_class(U'％') == JlreqClass::Postfix);
    CHECK(japanese_class(U'￥') == JlreqClass::Prefix);
    CHECK(japanese_class(U'ｱ') == JlreqClass::Katakana);
    CHECK(japanese_class(U'ｯ') == JlreqClass::SmallKana);
    CHECK(japanese_class(U'𠮷') == JlreqClass::Ideograph);
    CHECK(japanese_class(U'😀') == JlreqClass::Ideograph);
    CHECK(japanese_class(U'é') == JlreqClass::Western);
    CHECK(japanese_class(U'A') == JlreqClass::Ideograph); // upright full-width letter, unless resolved as Western
}
