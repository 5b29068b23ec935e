#include "support/catch.h"

#include "base/utf8.h"
#include "text/resolve.h"

#include <string>
#include <vector>

using namespace kumihan;
using text::JlreqClass;

namespace {

// One word per code point: the class number, and L when it is set from the Latin font.
std::string resolved(std::string_view source) {
    auto const text = utf8::to_utf32(source);
    std::vector<text::Resolved> out(text.size());
    text::resolve(text, out);
    std::string words;
    for (auto const& r : out) {
        if (!words.empty()) words += ' ';
        words += std::to_string(static_cast<int>(r.cls));
        if (r.latin) words += 'L';
        if (r.opens) words += '(';
        if (r.closes) words += ')';
    }
    return words;
}

} // namespace

TEST_CASE("Japanese text keeps its classes") { CHECK(resolved("「日本」、カナっ。") == "1 19 19 2 7 16 16 11 6"); }

TEST_CASE("2.3 rule 2: numbers with their separators") {
    CHECK(resolved("は12,500円") == "15 24L 24L 24L 24L 24L 24L 19");
    CHECK(resolved("3.14、") == "24L 24L 24L 24L 7");
    CHECK(resolved("3.、") == "24L 27L) 7");
    CHECK(resolved("10 000円") == "24L 24L 24L 24L 24L 24L 19");
    CHECK(resolved("3 2019年") == "24L 26L 24L 24L 24L 24L 19"); // four figures: no group
    CHECK(resolved("０１") == "19 19");                           // full-width figures are ideographs
}

TEST_CASE("2.3 rules 3 and 4: letters and half-width signs") {
    CHECK(resolved("A.B") == "27L 27L) 27L");
    CHECK(resolved("(注)") == "27L( 19 27L)");
    CHECK(resolved("é") == "27L");
}

TEST_CASE("2.3 rule 5: quotation marks follow their surroundings, in pairs") {
    CHECK(resolved("は“日”と") == "15 1 19 2 15");
    CHECK(resolved("は“A”と") == "15 1 27L 2 15");      // the outer neighbour is Japanese
    CHECK(resolved("a “A” b") == "27L 26L 27L( 27L 27L) 26L 27L");
    CHECK(resolved("don’t") == "27L 27L 27L 27L 27L");
    CHECK(resolved("“A”と") == "1 27L 2 15");            // decided together with its partner
}

TEST_CASE("2.3 rule 6: dashes and leaders are Japanese unless Latin stands on both sides") {
    CHECK(resolved("は――と") == "15 8 8 15");
    CHECK(resolved("A—B") == "27L 27L 27L");
    CHECK(resolved("A……と") == "27L 8 8 15");
    CHECK(resolved("1–3") == "24L 27L) 24L");
}

TEST_CASE("2.3 rule 8: signs of arithmetic between figures are full-width and solid") {
    CHECK(resolved("3×4") == "24L 18 24L");
    CHECK(resolved("a × b") == "27L 26L 27L 26L 27L");
}

TEST_CASE("single Greek letters in Japanese text are full-width signs, words are Western") {
    CHECK(resolved("のα線") == "15 19 19");
    CHECK(resolved("λόγος") == "27L 27L 27L 27L 27L");
    CHECK(resolved("Δx") == "27L 27L");
}

TEST_CASE("degrees and currency") {
    CHECK(resolved("30°の") == "24L 24L 13L 15");
    CHECK(resolved("25°C") == "24L 24L 27L) 27L");
    CHECK(resolved("は¥5") == "15 12 24L");
}
