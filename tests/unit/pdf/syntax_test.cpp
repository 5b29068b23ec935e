#include "pdf/syntax.h"

#include "support/catch.h"

#include <clocale>
#include <limits>

using namespace kumihan;
using namespace kumihan::pdf;

namespace {
std::string fixed(Fixed value) {
    std::string out;
    put_fixed(out, value);
    return out;
}
template <class Put> std::string made(Put put, std::string_view text) {
    std::string out;
    put(out, text);
    return out;
}
} // namespace

TEST_CASE("numbers: fixed point without trailing zeros") {
    struct Row {
        Fixed value;
        char const* text;
    };
    for (auto const& [value, text] : {Row{0, "0"},
                                      {10000, "1"},
                                      {-10000, "-1"},
                                      {5000, ".5"},
                                      {-5000, "-.5"},
                                      {1, ".0001"},
                                      {-1, "-.0001"},
                                      {5952756, "595.2756"},
                                      {123450, "12.345"},
                                      {120000, "12"},
                                      {10050, "1.005"},
                                      {400000000000, "40000000"}})
        CHECK(fixed(value) == text);
}

TEST_CASE("numbers: lengths are rounded to the nearest 1/10000") {
    CHECK(to_fixed(Length::from_units(65536)) == 10000);
    CHECK(to_fixed(Length::from_units(1)) == 0); // 0.15 of 1/10000
    CHECK(to_fixed(Length::from_units(4)) == 1); // 0.61
    CHECK(to_fixed(Length::from_units(-4)) == -1);
    CHECK(to_coordinate(Length::from_units(65536 + 33)) == 10010); // 1.0005035: up to 1.001
    CHECK(to_coordinate(Length::from_units(65536 + 32)) == 10000); // 1.000488
    CHECK(to_coordinate(Length::from_units(-65536 * 3)) == -30000);
}

TEST_CASE("numbers: what is none is refused") {
    CHECK_THROWS_AS(to_fixed(std::numeric_limits<double>::quiet_NaN()), BadNumber);
    CHECK_THROWS_AS(to_fixed(std::numeric_limits<double>::infinity()), BadNumber);
    CHECK_THROWS_AS(to_fixed(-std::numeric_limits<double>::infinity()), BadNumber);
    CHECK_THROWS_AS(to_fixed(1e300), BadNumber);
    CHECK(to_fixed(-0.00004) == 0);
    CHECK(fixed(to_fixed(-0.00004)) == "0"); // never -0
}

TEST_CASE("numbers do not follow the locale") {
    std::string const before = std::setlocale(LC_ALL, nullptr);
    if (std::setlocale(LC_ALL, "de_DE.UTF-8")) CHECK(fixed(15000) == "1.5");
    std::setlocale(LC_ALL, before.c_str());
}

TEST_CASE("names and strings are escaped") {
    CHECK(made(put_name, "ABCDEF+BIZ UD#1") == "/ABCDEF+BIZ#20UD#231");
    CHECK(made(put_name, "\xE5") == "/#E5");
    CHECK(made(put_bytes, "a(b)\\c\rd\n") == "(a\\(b\\)\\\\c\\rd\n)");
    CHECK(made(put_hex, std::string_view("\x00\xFF", 2)) == "<00FF>");
}

TEST_CASE("text strings: ASCII as it is, the rest UTF-16BE with surrogates") {
    CHECK(made(put_text, "Title (1)") == "(Title \\(1\\))");
    CHECK(made(put_text, "小") == "<FEFF5C0F>");
    CHECK(made(put_text, "𠮷") == "<FEFFD842DFB7>");          // U+20BB7
    CHECK(made(put_text, "辻󠄀") == "<FEFF8FBBDB40DD00>"); // U+8FBB U+E0100
    CHECK(made(put_text, "a\n") == "<FEFF0061000A>");
}

TEST_CASE("URIs are ASCII") {
    CHECK(made(put_uri, "https://example.org/小?q=(a b)") == "(https://example.org/%E5%B0%8F?q=\\(a%20b\\))");
}

TEST_CASE("XML: markup and control characters cannot enter") {
    CHECK(made(put_xml, "<a & \"b\">\x01") == "&lt;a &amp; &quot;b&quot;&gt;");
}

TEST_CASE("dates: unknown parts count as 1, midnight in Japan") {
    document::Date date;
    date.year = 2020;
    CHECK(pdf_date(date) == "D:20200101000000+09'00'");
    date.month = 4;
    date.day = 30;
    CHECK(pdf_date(date) == "D:20200430000000+09'00'");
    CHECK(xmp_date(date) == "2020-04-30T00:00:00+09:00");
}
