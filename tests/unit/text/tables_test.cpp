#include "support/catch.h"

#include "text/kinsoku.h"
#include "text/spacing.h"
#include "tsv.h"

#include <cmath>

using namespace kumihan::text;

namespace {

int eighths(std::string const& em) { return em.empty() ? 0 : static_cast<int>(std::lround(std::stod(em) * 8)); }

} // namespace

// Columns: before after space_em space_ref overhang break reduce_to order (jis) (book) expand_to expand_order note
TEST_CASE("the tables agree with JLReq tables 1, 2, 3 and 6 in every cell") {
    std::size_t pairs = 0;
    for (auto const& row : tsv_rows("jlreq-tables.tsv")) {
        if (row[0] == "line-head" || row[1] == "line-end") continue;
        if (row[2] == "x") continue; // cannot occur
        auto const b = static_cast<JlreqClass>(std::stoul(row[0].substr(3)));
        auto const a = static_cast<JlreqClass>(std::stoul(row[1].substr(3)));
        INFO(row[0] << " " << row[1]);
        ++pairs;
        Aki const& aki = kJlreqAki[index(b)][index(a)];

        // Table 1: default space and whose em it is
        CHECK(int{aki.before} + int{aki.after} == eighths(row[2]));
        if (row[3] == "before") CHECK(aki.after == 0);
        if (row[3] == "after") CHECK(aki.before == 0);
        if (row[3] == "both") CHECK((aki.before > 0 && aki.after > 0));

        // Table 2, at the strictest level: cl-09, 10 and 11 do not start a line
        BreakRule const rule = kBreaks[index(b)][index(a)];
        bool const conditional = rule == BreakRule::SameKind || rule == BreakRule::NumberWord ||
                                 rule == BreakRule::Quantity || rule == BreakRule::SameRun;
        bool const allowed = rule == BreakRule::Yes || (rule == BreakRule::ByLevel &&
                                                        first_level_at_line_head(a, U'々') == Level::VeryStrict);
        CHECK((conditional ? "cond" : allowed ? "yes" : "no") == row[5]);

        // Table 3: to what it is reduced, and the last stage that does it
        int const floor = int{aki.before_floor} + int{aki.after_floor};
        auto const stage = static_cast<int>(std::max(aki.before_stage, aki.after_stage));
        if (row[7].empty()) {
            CHECK(stage == 0);
        } else {
            CHECK(floor == eighths(row[6]));
            // comma + middle dot: the dot's quarter at stage 4, the comma's half at stage 5 (the note of that cell)
            CHECK((b == JlreqClass::Comma && a == JlreqClass::MiddleDot ? 4 : stage) == std::stoi(row[7]));
        }

        // Table 6: the stage and the limit
        // (27, 13): a quarter at stage 3 but after a quantity (the note of that cell)
        if (b == JlreqClass::Western && a == JlreqClass::Postfix) {
            CHECK(aki.expand == Expand::Solid);
            continue;
        }
        CHECK(static_cast<int>(aki.expand) == (row[13].empty() ? 0 : std::stoi(row[13])));
        if (row[12] == "free") CHECK((aki.expand == Expand::Anywhere && aki.expand_to == 0));
        else if (!row[12].empty()) CHECK(int{aki.expand_to} == eighths(row[12]));
    }
    CHECK(pairs == 28 * 28 - 16); // 16 pairs cannot occur
}

TEST_CASE("the house table departs from JLReq only where section 17 says so") {
    std::string departures;
    for (std::size_t b = 1; b < kClassCount; ++b)
        for (std::size_t a = 1; a < kClassCount; ++a)
            if (!(kHouseAki[b][a] == kJlreqAki[b][a])) departures += std::to_string(b) + "," + std::to_string(a) + " ";
    CHECK(departures == "6,14 7,5 7,14 ");
    auto const& comma_dot = kHouseAki[index(JlreqClass::Comma)][index(JlreqClass::MiddleDot)];
    CHECK((comma_dot.before == 0 && comma_dot.after == 2));
}

TEST_CASE("signs of arithmetic are solid with letters and figures, 3.7") {
    using enum JlreqClass;
    for (auto letter : {Ideograph, Hiragana, GroupedNumeral, Western}) {
        auto const& before = kHouseAki[index(letter)][index(MathOperator)];
        auto const& after = kHouseAki[index(MathOperator)][index(letter)];
        CHECK((before.before + before.after == 0 && after.before + after.after == 0));
    }
    CHECK(kHouseAki[index(Comma)][index(MathOperator)].before == 4);
    CHECK(kBreaks[index(GroupedNumeral)][index(MathOperator)] == BreakRule::Yes);
    CHECK(kBreaks[index(MathOperator)][index(GroupedNumeral)] == BreakRule::No);
}

TEST_CASE("4.2: the levels of kinsoku") {
    using enum JlreqClass;
    CHECK(first_level_at_line_head(SmallKana, U'っ') == Level::Strict);
    CHECK(first_level_at_line_head(ProlongedSound, U'ー') == Level::Strict);
    CHECK(first_level_at_line_head(IterationMark, U'々') == Level::Strict);
    CHECK(first_level_at_line_head(IterationMark, U'ゝ') == Level::VeryLoose);
    CHECK(first_level_at_line_head(Hyphen, U'〜') == Level::Loose);
    CHECK(first_level_at_line_head(MiddleDot, U'・') == Level::Loose);
    CHECK(first_level_at_line_head(MiddleDot, U'：') == Level::VeryLoose);
    CHECK(first_level_at_line_head(DividingMark, U'！') == Level::VeryLoose);
    for (auto cls : {ClosingBracket, FullStop, Comma}) CHECK(first_level_at_line_head(cls, 0) == Level::NoLevel);
    CHECK(first_level_within_inseparable(U'…') == Level::Loose);
    CHECK(first_level_within_inseparable(U'―') == Level::VeryLoose);
    CHECK(same_inseparable_kind(U'―', U'—'));
    CHECK_FALSE(same_inseparable_kind(U'…', U'―'));
}
