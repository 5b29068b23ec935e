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
    CHECK(para::break_in_word(Word::Url, 'a', 'b').penalty > para::break_in_word(Word::Url, '.', 'b').penalty);
    CHECK(para::break_in_word(Word::Plain, '-', 'a').allowed);
    CHECK_FALSE(para::break_in_word(Word::Plain, 'a', 'b').allowed);
}
