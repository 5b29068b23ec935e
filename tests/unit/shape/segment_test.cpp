#include "support/catch.h"

#include "shape/segment.h"

using namespace kumihan;

namespace {
std::string segments(std::string_view text) {
    std::vector<shape::Segment> out;
    shape::segment(text, out);
    std::string joined;
    for (auto const& s : out) {
        if (!joined.empty()) joined += '|';
        joined += text.substr(s.begin, s.end - s.begin);
    }
    return joined;
}
} // namespace

TEST_CASE("grapheme clusters: plain text by code point, marks and sequences whole") {
    CHECK(segments("日本aé") == "日|本|a|é");
    CHECK(segments("か\u309Aき") == "か\u309A|き");
    CHECK(segments("辻\U000E0100さ") == "辻\U000E0100|さ");
    CHECK(segments("e\u0301x") == "e\u0301|x");
    CHECK(segments("あ👨\u200D👩\u200D👧い") == "あ|👨\u200D👩\u200D👧|い");
    CHECK(segments("👍🏽🇯🇵🇺🇸") == "👍🏽|🇯🇵|🇺🇸");
    CHECK(segments("각") == "각");
    CHECK(segments("ｶﾞ") == "ｶ|ﾞ"); // half-width cells
    CHECK(segments("") == "");
}

TEST_CASE("UAX #15 13: more than 30 marks on a letter are cut, so that no cluster is long") {
    std::string text = "a";
    for (int i = 0; i < 62; ++i) text += "\u0301";
    std::vector<shape::Segment> out;
    shape::segment(text, out);
    REQUIRE(out.size() == 3); // a and 30 marks, 31 marks, one
    CHECK(out[0].end == 1 + 30 * 2);
    CHECK((out[1].begin == 61 && out[1].end == 61 + 31 * 2));
    CHECK((out[2].end == text.size() && out[2].single));
}
