// What stands upright in vertical lines, case by case from the table of JLReq 3.2.3 (digest 11.4).
#include "text/vertical.h"

#include "base/utf8.h"
#include "support/catch.h"

#include <string>

using namespace kumihan;
using kumihan::text::Stand;

namespace {

// Each character as it stands: c a cell of its own, [ ] around those that share one, . as the line runs.
std::string standing(std::string_view text) {
    std::u32string const points = utf8::to_utf32(text);
    std::vector<text::Standing> out(points.size());
    text::stand_in_vertical(points, out);
    std::string shown;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i].stand == Stand::Joined && out[i].count > 0) {
            shown += "[" + std::string(out[i].count, 'j') + "]";
            i += out[i].count - 1u;
        } else {
            shown += out[i].stand == Stand::Cell ? 'c' : '.';
        }
    }
    return shown;
}

} // namespace

TEST_CASE("figures: one in a cell, two and three together, four and more one by one") {
    CHECK(standing("第3回") == ".c.");
    CHECK(standing("平成30年") == "..[jj].");
    CHECK(standing("百人と100人") == "...[jjj].");
    CHECK(standing("2019年") == "cccc.");
    CHECK(standing("6月15日") == "c.[jj].");
}

TEST_CASE("decimals, grouped figures and addresses are turned with their line") {
    CHECK(standing("12,500円") == ".......");
    CHECK(standing("約3.14倍") == "......");
    CHECK(standing("a@b.jp") == "......");
    CHECK(standing("https://example.jp/a") == "....................");
}

TEST_CASE("up to four capitals stand, words do not") {
    CHECK(standing("NPO法人") == "ccc..");
    CHECK(standing("A4判") == "cc.");
    CHECK(standing("NHKWORLD") == "........");
    CHECK(standing("Unicodeは") == "........");
    CHECK(standing("x軸") == "c.");
    CHECK(standing("Covid-19の") == ".........");
}

TEST_CASE("within a Western phrase nothing stands upright") {
    CHECK(standing("the PDF 20 pages") == "................");
    CHECK(standing("は A は") == "..c.."); // Japanese on both sides: no phrase
}

TEST_CASE("pairs of marks share a cell, single half-width ones have their own") {
    CHECK(standing("えっ!?」") == "..[jj].");
    CHECK(standing("え！？") == ".[jj]");
    CHECK(standing("え！") == "..");
    CHECK(standing("え!") == ".c");
    CHECK(standing("え!!!") == ".ccc");
    CHECK(standing("Really?") == ".......");
}

TEST_CASE("a per cent sign stands with its figures") {
    CHECK(standing("50%の") == "[jj]c.");
    CHECK(standing("100%") == "[jjj]c");
}
