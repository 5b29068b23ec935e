#include "source/display_width.h"
#include "support/catch.h"

using kumihan::source::display_width;

TEST_CASE("displayed columns follow UAX #11") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("小樽") == 4);
    CHECK(display_width("：") == 2);           // full-width
    CHECK(display_width("ｱｲｳ") == 3);          // half-width katakana
    CHECK(display_width("　") == 2);           // U+3000
    CHECK(display_width("葛\U000E0100") == 2); // a variation selector takes no column
    CHECK(display_width("か\u3099") == 2);     // nor does a combining mark
    CHECK(display_width("…①") == 2);           // ambiguous: one each
    CHECK(display_width("👍") == 2);
    CHECK(display_width("") == 0);
}
