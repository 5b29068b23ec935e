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
