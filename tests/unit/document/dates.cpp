#include "document/dates.h"

#include "fixture.h"
#include "support/catch.h"

using namespace kumihan::document;

namespace {

Date day(int y, int m, int d) { return {y, m, d, DatePrecision::Day, {}}; }
Date month(int y, int m) { return {y, m, 0, DatePrecision::Month, {}}; }
Date year(int y) { return {y, 0, 0, DatePrecision::Year, {}}; }

std::string wareki(Date const& date, Weekdays weekdays = Weekdays::No) {
    return format_date(date, DateStyle::Wareki, weekdays);
}

} // namespace

TEST_CASE("the three styles") {
    auto const date = day(2019, 6, 15); // a Saturday
    CHECK(wareki(date, Weekdays::Yes) == "令和元年6月15日（土）");
    CHECK(format_date(date, DateStyle::Seireki, Weekdays::No) == "2019年6月15日");
    CHECK(format_date(date, DateStyle::Both, Weekdays::No) == "2019年（令和元年）6月15日");
}

TEST_CASE("eras change in the middle of a year") {
    CHECK(wareki(day(2019, 4, 30)) == "平成31年4月30日");
    CHECK(wareki(day(2019, 5, 1)) == "令和元年5月1日");
    CHECK(wareki(day(2020, 1, 1)) == "令和2年1月1日");
    CHECK(wareki(day(1989, 1, 7)) == "昭和64年1月7日");
    CHECK(wareki(day(1989, 1, 8)) == "平成元年1月8日");
    CHECK(wareki(day(1926, 12, 24)) == "大正15年12月24日");
    CHECK(wareki(day(1926, 12, 25)) == "昭和元年12月25日");
    CHECK(wareki(day(1912, 7, 29)) == "明治45年7月29日");
    CHECK(wareki(day(1912, 7, 30)) == "大正元年7月30日");
    CHECK(wareki(day(2012, 4, 1), Weekdays::Yes) == "平成24年4月1日（日）");
}

TEST_CASE("years and months are named by the era at their end") {
    CHECK(wareki(year(2019)) == "令和元年");
    CHECK(wareki(year(2018)) == "平成30年");
    CHECK(wareki(month(2019, 4)) == "平成31年4月");
    CHECK(wareki(month(2019, 5)) == "令和元年5月");
    CHECK(wareki(month(1989, 1)) == "平成元年1月");
    CHECK(format_date(year(2019), DateStyle::Both, Weekdays::Yes) == "2019年（令和元年）"); // no weekday without a day
    CHECK(format_date(month(2019, 6), DateStyle::Seireki, Weekdays::Yes) == "2019年6月");
}

TEST_CASE("before the Gregorian calendar came to Japan, Western years") { CHECK(wareki(year(1868)) == "1868年"); }

TEST_CASE("ISO dates, as exact as known") {
    auto const full = parse_date("2019-06-15");
    REQUIRE(full);
    CHECK(full->iso);
    CHECK(full->date.year == 2019);
    CHECK(full->date.month == 6);
    CHECK(full->date.day == 15);
    CHECK(full->date.precision == DatePrecision::Day);
    CHECK(parse_date("2019-06")->date.precision == DatePrecision::Month);
    CHECK(parse_date("2019")->date.precision == DatePrecision::Year);
    CHECK(parse_date("2019-06-15(土)")->weekday == 6);
    CHECK(parse_date("2019-06-15（日）")->weekday == 0);
}

TEST_CASE("other forms are understood and not ISO") {
    for (auto const* text : {"2019/6/15", "2019.06.15", "2019年6月15日", "令和元年6月15日", "令和1年6月15日", "R1.6.15",
                             "２０１９－０６－１５", "2019-6-15", "令和元年 6月 15日(土)"}) {
        CAPTURE(std::string(text));
        auto const parsed = parse_date(text);
        REQUIRE(parsed);
        CHECK(iso_date(parsed->date) == "2019-06-15");
        CHECK(parsed->iso == (std::string_view{text}.starts_with("２"))); // only the digits' width differs
    }
    CHECK(iso_date(parse_date("平成24年4月")->date) == "2012-04");
    CHECK(iso_date(parse_date("昭和64年1月7日")->date) == "1989-01-07");
    for (auto const* text :
         {"", "六月", "15-06-2019", "2019-06-15x", "2019-06-15(犬)", "20190615", "2019-06-15(土", "19年"}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("days that do not exist") {
    CHECK(is_valid(day(2020, 2, 29)));
    CHECK_FALSE(is_valid(day(2019, 2, 29)));
    CHECK_FALSE(is_valid(day(1900, 2, 29)));
    CHECK(is_valid(day(2000, 2, 29)));
    CHECK_FALSE(is_valid(month(2019, 13)));
    CHECK_FALSE(is_valid(day(2019, 4, 31)));
    CHECK_FALSE(is_valid(Date{}));
}

TEST_CASE("weekdays, in the words people use") {
    CHECK(weekday_of(day(2021, 6, 17)) == 4); // a Thursday
    for (auto const* text : {"木", "木曜", "木曜日", "Thu", "thursday"})
        CHECK(parse_weekday(text) == 4);
    CHECK_FALSE(parse_weekday("休"));
}

TEST_CASE("problems of date fields") {
    Plan const plan(Files{{"a.yaml", "kind: workshop\ntitle: x\n日付: 2019-02-29\n"},
                          {"b.yaml", "kind: workshop\ntitle: x\ndate: 令和元年6月15日\nweekday: 日\n"},
                          {"c.yaml", "kind: workshop\ntitle: x\ndate: そのうち\n"},
                          {"d.yaml", "kind: workshop\ntitle: x\ndate: 2019-06-15(日)\n"},
                          {"e.yaml", "kind: workshop\ntitle: x\ndate: 2019-06-15\nweekday: 土曜日\n"},
                          {"f.yaml", "kind: workshop\ntitle: x\ndate: 2019-06-15\nweekday: 休\n"},
                          {"g.yaml", "kind: workshop\ntitle: x\ndate: 「2019-06-15」\n"}});
    CHECK(plan.problems() == Problems{"a.yaml:3:5 DateImpossible", "b.yaml:3:7 DateNotIso",
                                      "b.yaml:4:10 WeekdayMismatch", "c.yaml:3:7 DateUnreadable",
                                      "d.yaml:3:7 WeekdayMismatch", "f.yaml:4:10 WeekdayUnreadable",
                                      "g.yaml:3:7 ValueInBrackets"});
}

TEST_CASE("a weekday in running text is checked where the year is given") {
    Plan const plan(Files{
        {"a.yaml", "kind: text\ntitle: x\nbody: |\n  2019年6月15日(土)と\n  令和元年6月15日（日）と6月16日(月)\n"}});
    CHECK(plan.problems() == Problems{"a.yaml:5:3 WeekdayMismatch"});
}
