#include "pdf/clusters.h"

#include "pdf/books.h"
#include "support/catch.h"

#include <deque>

using namespace kumihan;

namespace {

test::Fonts const& fonts() {
    static test::Fonts const loaded(std::string(KUMIHAN_SOURCE_DIR) + "/fonts");
    return loaded;
}

// What is shown points into the run's text, so the run stays.
std::vector<pdf::Shown> laid(line::GlyphRun run) {
    static std::deque<line::GlyphRun> runs;
    std::vector<pdf::Shown> shown;
    pdf::lay_text(runs.emplace_back(std::move(run)), fonts().library, shown);
    return shown;
}

line::GlyphRun run_of(std::string text, std::vector<line::GlyphAt> glyphs) {
    line::GlyphRun run;
    run.font = fonts().mincho;
    run.text = std::move(text);
    run.glyphs = std::move(glyphs);
    return run;
}

std::uint32_t glyph(char32_t c) { return fonts().library.glyph(fonts().mincho, c); }

// All that is said, by glyphs or by what covers them.
std::string said(std::vector<pdf::Shown> const& shown) {
    std::string out;
    for (std::size_t i = 0; i < shown.size();) {
        if (shown[i].covered > 0) {
            out += shown[i].actual;
            i += shown[i].covered;
        } else {
            out += shown[i++].text;
        }
    }
    return out;
}

} // namespace

TEST_CASE("one glyph for each character says that character") {
    auto const shown = laid(run_of("小樽", {{glyph(U'小'), 0, 0, 0}, {glyph(U'樽'), 65536, 0, 3}}));
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].text == "小");
    CHECK(shown[1].text == "樽");
    CHECK(shown[1].covered == 0);
}

TEST_CASE("one glyph for several characters says them all") {
    auto const shown = laid(run_of("辻󠄀", {{glyph(U'辻'), 0, 0, 0}}));
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].text == "辻󠄀");
    CHECK(shown[0].covered == 0);
}

TEST_CASE("as many glyphs as characters: one says one") {
    auto const mark = glyph(U'\u3099') ? U'\u3099' : U'゛';
    std::string text = "か";
    text += mark == U'゛' ? "゛" : "\u3099";
    auto const shown = laid(run_of(text, {{glyph(U'か'), 0, 0, 0}, {glyph(mark), 0, 0, 0}}));
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].text == "か");
    CHECK(shown[0].covered == 0);
    CHECK(said(shown) == text);
}

TEST_CASE("more glyphs than characters: the first says all, under one ActualText") {
    auto const shown =
        laid(run_of("㍿い", {{glyph(U'株'), 0, 0, 0}, {glyph(U'式'), 0, 0, 0}, {glyph(U'い'), 0, 0, 3}}));
    REQUIRE(shown.size() == 3);
    CHECK(shown[0].covered == 2);
    CHECK(shown[0].actual == "㍿");
    CHECK(shown[1].text.empty());
    CHECK(shown[2].covered == 0);
    CHECK(said(shown) == "㍿い");
}

TEST_CASE("spaces after a cluster get a glyph of their own") {
    auto const shown = laid(run_of("年 春\u3000", {{glyph(U'年'), 0, 0, 0}, {glyph(U'春'), 0, 0, 4}}));
    REQUIRE(shown.size() == 4);
    CHECK(shown[0].text == "年");
    CHECK(shown[1].text == " ");
    CHECK(shown[1].at_pen);
    CHECK(shown[1].glyph == glyph(U' '));
    CHECK(shown[3].text == "\u3000");
    CHECK(shown[3].glyph == glyph(U'\u3000'));
}

TEST_CASE("a character whose last byte looks like a space's keeps it") {
    // U+4E00 is E4 B8 80, U+3000 is E3 80 80
    auto const shown = laid(run_of("二一", {{glyph(U'二'), 0, 0, 0}, {glyph(U'一'), 0, 0, 3}}));
    REQUIRE(shown.size() == 2);
    CHECK(shown[1].text == "一");
}

TEST_CASE("text before the first glyph is not lost; a space alone stays with its glyph") {
    CHECK(said(laid(run_of("　春", {{glyph(U'春'), 0, 0, 3}}))) == "　春");
    auto const shown = laid(run_of(" ", {{glyph(U' '), 0, 0, 0}}));
    REQUIRE(shown.size() == 1);
    CHECK_FALSE(shown[0].at_pen);
}

TEST_CASE("a glyph without text is covered by an empty ActualText") {
    auto const shown = laid(run_of("", {{glyph(U'・'), 0, 0, 0}, {glyph(U'・'), 65536, 0, 0}}));
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].covered == 2);
    CHECK(shown[0].actual.empty());
}

TEST_CASE("clusters that descend lose nothing") {
    auto const shown =
        laid(run_of("小樽市", {{glyph(U'市'), 0, 0, 6}, {glyph(U'樽'), 1, 0, 3}, {glyph(U'小'), 2, 0, 0}}));
    REQUIRE(shown.size() == 3);
    CHECK(shown[0].text == "市");
    CHECK(shown[1].text == "樽");
    CHECK(shown[2].text == "小");
}

TEST_CASE("offsets beyond the text are harmless") {
    CHECK(said(laid(run_of("小", {{glyph(U'小'), 0, 0, 0}, {glyph(U'小'), 0, 0, 99}}))) == "小");
}
