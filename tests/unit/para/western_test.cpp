#include "support/catch.h"

#include "para/western.h"
#include "unit/line/fake_metrics.h"

using namespace kumihan;
using para::Word;

namespace {
Word kind(std::string_view text) {
    shape::ShapedText shaped;
    test::fake_shape(text, test::kFakeEm, shaped);
    std::size_t end = 0;
    return para::classify_word(shaped.clusters, 0, end);
}
} // namespace

TEST_CASE("what a run of Western characters is") {
    CHECK(kind("word") == Word::Plain);
    CHECK(kind("https://example.jp/") == Word::Url);
    CHECK(kind("www.example.jp") == Word::Url);
    CHECK(kind("info@example.jp") == Word::Url);
    CHECK(kind("and/or") == Word::Path);
    CHECK(kind("3.14") == Word::Plain);
}

TEST_CASE("4.4: breaks in a URL stand after separators and before none") {
    CHECK(para::break_in_word(Word::Url, '/', 'a').allowed);
    CHECK_FALSE(para::break_in_word(Word::Url, '/', '/').allowed);
    CHECK_FALSE(para::break_in_word(Word::Url, 'a', '/').allowed);
    CHECK_FALSE(para::break_in_word(Word::Url, 'p', ':').allowed);
    // Best after a slash, worst after a hyphen, which could be one that the line break added
    CHECK(para::break_in_word(Word::Url, '/', 'b').penalty < para::break_in_word(Word::Url, '.', 'b').penalty);
    CHECK(para::break_in_word(Word::Url, '-', 'b').penalty > para::break_in_word(Word::Url, '~', 'b').penalty);
    for (char32_t const c : U"/?&=#-._~:@") {
        if (c == 0) continue;
        auto const found = para::break_in_word(Word::Url, c, 'b');
        CHECK((found.allowed && !found.last_resort));
    }
    CHECK(para::break_in_word(Word::Url, 'a', 'b').last_resort);
    CHECK(para::break_in_word(Word::Plain, '-', 'a').allowed);
    CHECK_FALSE(para::break_in_word(Word::Plain, 'a', 'b').allowed);
}

namespace {
// Places of a last resort in an address, marked by |.
std::string last_resort(std::string_view text) {
    shape::ShapedText shaped;
    test::fake_shape(text, test::kFakeEm, shaped);
    std::string out;
    for (std::size_t i = 0; i < shaped.clusters.size(); ++i) {
        if (i > 0 && !para::in_escape(shaped.clusters, 0, i) && para::deep_in_address(shaped.clusters, 0, shaped.clusters.size(), i)) {
            auto const found = para::break_in_word(Word::Url, shaped.clusters[i - 1].base, shaped.clusters[i].base);
            if (found.last_resort) out += '|';
        }
        out += static_cast<char>(shaped.clusters[i].base);
    }
    return out;
}
} // namespace

TEST_CASE("between the letters of an address: four and more of a part on either side, no escape in two") {
    CHECK(last_resort("https://example.jp/") == "https://example.jp/"); // seven letters: none
    CHECK(last_resort("www.fukushikeikaku.jp") == "www.fuku|s|h|i|k|e|i|kaku.jp");
    CHECK(last_resort("a.jp/abcd%E3%81abcd") == "a.jp/abcd|%E3|%81|abcd");
}
