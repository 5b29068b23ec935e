#include "spec/value.h"

#include "support/catch.h"

using namespace kumihan;

TEST_CASE("lengths carry their unit") {
    CHECK(spec::parse_length("12pt") == Length::pt(12));
    CHECK(spec::parse_length("3mm") == Length::mm(3));
    CHECK(spec::parse_length("1.2 cm") == Length::mm(12));
    CHECK(spec::parse_length("20Q") == Length::mm(5)); // 1Q is a quarter of a millimetre
    CHECK(spec::parse_length("0") == Length{});
    CHECK_FALSE(spec::parse_length("12"));
    CHECK_FALSE(spec::parse_length("12px"));
    CHECK_FALSE(spec::parse_length("１２pt"));
    CHECK_FALSE(spec::parse_length("1e9pt"));
    CHECK_FALSE(spec::parse_length("nanpt"));
}

TEST_CASE("colours are six hexadecimal digits") {
    CHECK(spec::parse_color("#1b3a5c") == Color{0x1b, 0x3a, 0x5c});
    CHECK_FALSE(spec::parse_color("#1b3a5"));
    CHECK_FALSE(spec::parse_color("1b3a5c0"));
    CHECK_FALSE(spec::parse_color("#1b3a5g"));
}

TEST_CASE("paper sizes are the JIS ones") {
    CHECK(spec::paper_size("A4") == Size{Length::mm(210), Length::mm(297)});
    CHECK(spec::paper_size("B5") == Size{Length::mm(182), Length::mm(257)}); // ISO B5 is 176 × 250
    CHECK_FALSE(spec::paper_size("B5変形"));
}
