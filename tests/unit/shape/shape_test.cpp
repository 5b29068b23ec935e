#include "support/catch.h"

#include "shape/shape.h"
#include "text/jlreq_class.h"

#include <algorithm>
#include <filesystem>

using namespace kumihan;

namespace {

struct Setup {
    font::FontLibrary fonts;
    diag::Sink sink;
    FontStackId stack;
    FontId mincho, latin, names, symbols, emoji;

    Setup() {
        auto load = [&](char const* name) {
            return fonts.load(std::filesystem::path(KUMIHAN_SOURCE_DIR) / "fonts" / name, 0, {}, sink);
        };
        mincho = load("BIZUDMincho_400Regular.ttf");
        latin = load("NotoSerifJP_500Medium.ttf");
        names = load("names-serif.otf");
        symbols = load("NotoSansSymbols2_400Regular.ttf");
        emoji = load("NotoEmoji_400Regular.ttf");
        using enum font::Coverage;
        stack = fonts.add_stack({"body",
                                 {{mincho, Japanese, 1.0, false},
                                  {latin, Latin, 1.05, false},
                                  {names, Fallback, 1.0, false},
                                  {latin, Fallback, 1.0, false},
                                  {symbols, Fallback, 1.0, true},
                                  {emoji, Emoji, 0.787, true}}});
    }
    shape::ShapedText shape(std::string_view text, shape::ShapeOptions options = {}) {
        style::StyleRun run;
        run.end = static_cast<std::uint32_t>(text.size());
        run.style.stack = stack;
        run.style.size = Length::pt(10);
        shape::ShapeScratch scratch;
        shape::ShapedText out;
        kumihan::shape::shape(text, {&run, 1}, options, fonts, [](std::uint32_t begin, std::uint32_t end) {
            return Span{FileId{0u}, begin, end};
        }, sink, scratch, out);
        return out;
    }
    FontId font_of(shape::ShapedText const& s, std::size_t cluster) { return s.settings[s.clusters[cluster].setting].font; }
    std::uint32_t glyph_of(shape::ShapedText const& s, std::size_t cluster) {
        return s.glyphs[s.clusters[cluster].first_glyph].id;
    }
};

} // namespace

TEST_CASE("fonts.md 8: each cluster finds its face") {
    Setup t;
    auto const s = t.shape("漢A1、☐🏠𠮷");
    CHECK(t.font_of(s, 0) == t.mincho);
    CHECK(t.font_of(s, 1) == t.latin);
    CHECK(t.font_of(s, 2) == t.latin);
    CHECK(t.font_of(s, 3) == t.mincho);
    CHECK(t.font_of(s, 4) == t.symbols);
    CHECK(t.font_of(s, 5) == t.emoji);
    CHECK(t.font_of(s, 6) == t.names);
    CHECK(s.settings[s.clusters[1].setting].size == Length::pt(10).scaled(1.05));
    CHECK(s.clusters[0].advance == Length::pt(10).units());
    CHECK(t.sink.take_ordered().shown.empty());
}

TEST_CASE("variation sequences take the first face that has them; a missing one is said and set as its base") {
    Setup t;
    auto const s = t.shape("辻\U000E0100邊\U000E0104字\U000E0118");
    REQUIRE(s.clusters.size() == 3);
    CHECK(t.font_of(s, 0) == t.mincho);
    CHECK(t.glyph_of(s, 0) == t.fonts.glyph(t.mincho, U'辻', U'\U000E0100'));
    CHECK(t.font_of(s, 1) == t.names);
    CHECK(t.glyph_of(s, 2) == t.fonts.glyph(t.mincho, U'字'));
    auto const found = t.sink.take_ordered().shown;
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == diag::Code::VariantMissing);
    CHECK(found[0].args[0] == "U+5B57 U+E0118");
}

TEST_CASE("a code point that no face has is reported once, where it stands, and drawn as 〓") {
    Setup t;
    auto const s = t.shape("あ\u1234い\u1234");
    CHECK(t.glyph_of(s, 1) == t.fonts.glyph(t.mincho, U'〓'));
    auto const found = t.sink.take_ordered().shown;
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == diag::Code::GlyphMissing);
    CHECK(found[0].args[0] == "U+1234");
    CHECK(found[0].span == Span{FileId{0u}, 3, 6});
}

TEST_CASE("letters of one passage that no face has are told together, over the spaces between its words") {
    Setup t;
    t.shape("あ\u1234\u1235 \u1236い\u1234。");
    auto const found = t.sink.take_ordered().shown;
    REQUIRE(found.size() == 2);
    CHECK(found[0].code == diag::Code::GlyphMissing);
    CHECK(found[0].args[0] == "U+1234 …");
    CHECK(found[0].args[1] == "\u1234\u1235 \u1236");
    CHECK(found[0].span == Span{FileId{0u}, 3, 13});
    CHECK(found[1].args[0] == "U+1234"); // alone
}

TEST_CASE("of a long passage the first twelve letters are shown") {
    Setup t;
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += "\u1234";
    t.shape(text);
    auto const found = t.sink.take_ordered().shown;
    REQUIRE(found.size() == 1);
    CHECK(found[0].args[1] == text.substr(0, 12 * 3) + "…");
    CHECK(found[0].span == Span{FileId{0u}, 0, 60});
}

TEST_CASE("letters that run from right to left are told as such, marks of direction are not") {
    Setup t;
    t.shape("あ\u05E9\u05DC\u05D5\u05DD い\u200E\u061Cう");
    auto const found = t.sink.take_ordered().shown;
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == diag::Code::RightToLeft);
    CHECK(found[0].args[0] == "U+05E9 …");
}

TEST_CASE("Japanese dashes take the joining glyph of U+2015, between Latin letters the dash stays") {
    Setup t;
    auto const s = t.shape("は——とA—B");
    CHECK(t.glyph_of(s, 1) == t.fonts.glyph(t.mincho, U'―'));
    CHECK(s.clusters[1].advance == Length::pt(10).units());
    CHECK(t.font_of(s, 5) == t.latin);
}

TEST_CASE("signs with several code points look the same: minus, leaders, wave dash") {
    Setup t;
    auto const minus = t.shape("5−3と5－3");
    CHECK(t.glyph_of(minus, 1) == t.fonts.glyph(t.mincho, U'－'));
    CHECK(t.glyph_of(minus, 5) == t.fonts.glyph(t.mincho, U'－'));
    CHECK(minus.clusters[1].cls == text::JlreqClass::MathOperator);
    CHECK(t.glyph_of(t.shape("あ⋯"), 1) == t.fonts.glyph(t.mincho, U'…'));
    auto const wave = t.shape("〜～");
    CHECK((wave.clusters[0].cls == text::JlreqClass::Hyphen && wave.clusters[1].cls == text::JlreqClass::Hyphen));
    CHECK((wave.clusters[0].advance == Length::pt(10).units() && wave.clusters[1].advance == Length::pt(10).units()));
}

TEST_CASE("minutes and seconds are as narrow as in the Latin font") {
    Setup t;
    auto const s = t.shape("5′、5″、5°の");
    for (std::size_t const i : {1u, 4u, 7u}) {
        CHECK(t.font_of(s, i) == t.latin);
        CHECK(s.clusters[i].cls == text::JlreqClass::Postfix);
    }
}

TEST_CASE("composed kana and ligatures: one cluster, or a cluster that the one before draws") {
    Setup t;
    auto const s = t.shape("か\u309A");
    REQUIRE(s.clusters.size() == 1);
    CHECK(s.clusters[0].glyph_count == 1);
    CHECK(s.clusters[0].advance == Length::pt(10).units());
    auto const upright = t.shape("か\u309A", {WritingMode::Vertical, false});
    CHECK(upright.clusters[0].glyph_count == 1);
    CHECK(upright.clusters[0].advance == Length::pt(10).units());
}

TEST_CASE("a selector or joiner that the face does not know has no glyph of its own: one glyph says the whole cluster") {
    Setup t;
    auto const s = t.shape("字\U000E0118☀\uFE0F👨\u200D👩\u200D👧");
    REQUIRE(s.clusters.size() == 3);
    for (auto const& cluster : s.clusters) CHECK(cluster.glyph_count == 1);
}

TEST_CASE("no feature reaches from one Japanese character into the next: kana keep the grid") {
    Setup t;
    font::FontStack noto{"noto", {{t.latin, font::Coverage::Japanese, 1.0, false}}};
    t.stack = t.fonts.add_stack(noto);
    auto const s = t.shape("すへのとー――。「"); // Noto kerns kana and joins ―― by default
    CHECK(std::all_of(s.clusters.begin(), s.clusters.end(), [](auto const& c) { return c.advance == Length::pt(10).units(); }));
    CHECK(s.glyphs.size() == s.clusters.size());
}

TEST_CASE("format controls are not drawn") {
    Setup t;
    auto const s = t.shape("あ\u200Bい\u2028う");
    REQUIRE(s.clusters.size() == 5);
    CHECK((s.clusters[1].invisible && s.clusters[3].invisible));
    CHECK(t.sink.take_ordered().shown.empty());
}

TEST_CASE("vertical text: upright with vertical forms, Latin turned") {
    Setup t;
    auto const s = t.shape("縦、Ab", {WritingMode::Vertical});
    CHECK(s.settings[s.clusters[0].setting].turn == shape::Turn::Upright);
    CHECK(t.glyph_of(s, 1) != t.fonts.glyph(t.mincho, U'、'));
    CHECK(s.settings[s.clusters[2].setting].turn == shape::Turn::Rotated);
    CHECK(s.clusters[1].advance == Length::pt(10).units());
}

TEST_CASE("縦中横: figures share one cell, side by side about the centre line, squeezed where they are wider") {
    Setup t;
    auto const s = t.shape("平成30年", {WritingMode::Vertical});
    REQUIRE(s.clusters.size() == 4);
    auto const& cell = s.clusters[2];
    CHECK(cell.cls == text::JlreqClass::TateChuYoko);
    CHECK(cell.advance == Length::pt(10).units());
    REQUIRE(cell.glyph_count == 2);
    // Half-width figures of BIZ UD: centres a quarter of an em to the left and to the right.
    CHECK(s.glyphs[cell.first_glyph].rise == -Em::kPerEm / 4);
    CHECK(s.glyphs[cell.first_glyph + 1].rise == Em::kPerEm / 4);
    CHECK(s.settings[cell.setting].x_scale == 1.0);
    auto const three = t.shape("100", {WritingMode::Vertical});
    REQUIRE(three.clusters.size() == 1);
    CHECK(three.settings[three.clusters[0].setting].x_scale == Approx(2.0 / 3));
}

TEST_CASE("縦中横 by hand with a sign that the face lacks: another face sets all of it, or 〓 stands for it and it is said") {
    Setup t;
    shape::ShapeOptions options{WritingMode::Vertical};
    style::Together const both[] = {{0, 6}};
    options.together = both;
    auto const s = t.shape("1\U0001F3E01", options); // figures and an emoji: the mincho has no house
    REQUIRE(s.clusters.size() == 1);
    auto const& cell = s.clusters[0];
    for (std::uint32_t g = 0; g < cell.glyph_count; ++g)
        CHECK(s.glyphs[cell.first_glyph + g].id != 0); // never the empty box of the font
    auto const shown = t.sink.take_ordered().shown;
    bool const whole = cell.glyph_count == 3;
    CHECK((whole || (shown.size() == 1 && shown[0].code == diag::Code::GlyphMissing)));
}

TEST_CASE("figures in cells of their own are full-width, the text stays as typed") {
    Setup t;
    auto const s = t.shape("2019年", {WritingMode::Vertical});
    REQUIRE(s.clusters.size() == 5);
    CHECK(t.glyph_of(s, 0) == t.fonts.glyph(t.mincho, U'２'));
    CHECK(s.clusters[0].advance == Length::pt(10).units());
    CHECK(s.clusters[0].cls == text::JlreqClass::Ideograph);
    CHECK(s.clusters[0].base == U'2');
}

TEST_CASE("縦中横 by hand, in vertical lines only") {
    Setup t;
    style::Together const marks[] = {{3, 6}};
    shape::ShapeOptions options{WritingMode::Vertical};
    options.together = marks;
    auto const s = t.shape("はSOSの", options);
    REQUIRE(s.clusters.size() == 3);
    CHECK(s.clusters[1].glyph_count == 3);
    CHECK(s.clusters[1].end == 6);
    options.mode = WritingMode::Horizontal;
    CHECK(t.shape("はSOSの", options).clusters.size() == 5);
}

TEST_CASE("dashes and leaders take the font's vertical forms") {
    Setup t;
    auto const s = t.shape("雪——雪……", {WritingMode::Vertical});
    for (std::size_t i : {1u, 2u, 4u, 5u}) {
        CAPTURE(i);
        CHECK(s.settings[s.clusters[i].setting].turn == shape::Turn::Upright);
        CHECK(t.glyph_of(s, i) != t.fonts.glyph(t.mincho, i < 4 ? U'―' : U'…'));
    }
}

TEST_CASE("the source of a piece of text") {
    std::vector<document::TextPiece> const pieces{{0, 6, {FileId{1u}, 100, 106}}, {6, 9, {FileId{1u}, 200, 203}}};
    CHECK(shape::source_of(pieces, 3, 6) == Span{FileId{1u}, 103, 106});
    CHECK(shape::source_of(pieces, 9, 12) == Span{FileId{1u}, 200, 203}); // not byte by byte: the whole piece
}

TEST_CASE("a passage in a Western language has Western quotation marks and dashes") {
    Setup t;
    auto const shape = [&](std::string_view text, std::uint32_t begin, std::uint32_t end, char const* language) {
        style::StyleRun run;
        run.style.stack = t.stack;
        run.style.size = Length::pt(10);
        std::vector<style::StyleRun> runs;
        auto const add = [&](std::uint32_t from, std::uint32_t to, LanguageTag tag) {
            run.begin = from;
            run.end = to;
            run.style.language = tag;
            if (from < to) runs.push_back(run);
        };
        add(0, begin, {});
        add(begin, end, LanguageTag(language));
        add(end, static_cast<std::uint32_t>(text.size()), {});
        shape::ShapeScratch scratch;
        shape::ShapedText out;
        kumihan::shape::shape(text, runs, {}, t.fonts, {}, t.sink, scratch, out);
        return out;
    };
    std::string_view const text = "雪“Yes”と";
    auto const usual = shape(text, 3, 12, "ja"), english = shape(text, 3, 12, "en");
    CHECK(usual.clusters[1].cls == text::JlreqClass::OpeningBracket);
    CHECK_FALSE(usual.clusters[1].latin);
    CHECK(english.clusters[1].cls == text::JlreqClass::Western);
    CHECK((english.clusters[1].latin && english.clusters[1].opens));
    CHECK(english.clusters[5].closes);
    CHECK(english.clusters[6].cls == text::JlreqClass::Hiragana);
    CHECK(english.settings[english.clusters[2].setting].language == LanguageTag("en"));
}

TEST_CASE("readings take the forms that a font has for them") {
    Setup t; // BIZ has 、 and 。 for ruby, and no kana
    shape::ShapeOptions ruby;
    ruby.ruby = true;
    CHECK(t.glyph_of(t.shape("、"), 0) != t.glyph_of(t.shape("、", ruby), 0));
    CHECK(t.glyph_of(t.shape("か"), 0) == t.glyph_of(t.shape("か", ruby), 0));
}
