// compose with the fonts of the product: BIZ UD, whose Japanese bodies are exactly one em.
#include "support/catch.h"

#include "line/compose.h"
#include "line/dump.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

using namespace kumihan;

namespace {

struct Setup {
    font::FontLibrary fonts;
    diag::Sink sink;
    FontStackId stack;
    style::LineStyle style;

    Setup() {
        auto load = [&](char const* name) {
            return fonts.load(std::filesystem::path(KUMIHAN_SOURCE_DIR) / "fonts" / name, 0, {}, sink);
        };
        using enum font::Coverage;
        auto const mincho = load("BIZUDMincho_400Regular.ttf"), latin = load("NotoSerifJP_500Medium.ttf");
        stack = fonts.add_stack({"body", {{mincho, Japanese, 1.0, false}, {latin, Latin, 1.05, false}}});
        style.size = Length::pt(10);
    }
    style::StyledText text(std::string words) const {
        style::StyledText t;
        t.text = std::move(words);
        style::StyleRun run;
        run.end = static_cast<std::uint32_t>(t.text.size());
        run.style.stack = stack;
        run.style.size = Length::pt(10);
        t.runs.push_back(run);
        t.pieces.push_back({0, run.end, {FileId{0u}, 1000, 1000 + run.end}});
        t.tag = TagId{7u};
        return t;
    }
    std::vector<line::SetLine> compose(style::StyledText const& t, double em) {
        return line::compose(t, style, Length::pt(10 * em), fonts, sink);
    }
};

std::string extracted(std::vector<line::SetLine> const& lines) {
    std::string out;
    for (auto const& line : lines)
        for (auto const& run : line.runs)
            if (run.tag) out += run.text;
    return out;
}

} // namespace

TEST_CASE("lines of one font become one run, and the text comes out as written") {
    Setup t;
    std::string const words = "小樽は、運河のまちです。第3回の会議 PDF 2.0 は「重要」だ？　つぎへ。";
    auto const lines = t.compose(t.text(words), 12);
    CHECK(extracted(lines) == words);
    REQUIRE(lines.size() > 2);
    CHECK(lines[0].runs.size() == 1);
    CHECK(lines[0].runs[0].glyphs.size() == 12);
    CHECK(lines[0].fit.set == Length::pt(120));
    CHECK(lines[0].text_begin == 0);
    CHECK(lines[0].text_end == lines[1].text_begin);
    CHECK(lines.back().text_end == words.size());
    CHECK(lines.back().ends_paragraph);
    CHECK(lines[0].span.begin == 1000);
}

TEST_CASE("glyphs of opening brackets begin half an em before their body") {
    Setup t;
    auto const lines = t.compose(t.text("「あ」"), 12);
    REQUIRE(lines.size() == 1);
    auto const& run = lines[0].runs[0];
    CHECK(run.at == Length::pt(-5));
    CHECK(run.glyphs[1].at == Length::pt(10).units());
    CHECK(run.glyphs[2].at == Length::pt(20).units());
}

TEST_CASE("indents shift and shorten the lines") {
    Setup t;
    t.style.first_indent = kOneEm;
    t.style.start_indent = kOneEm;
    auto const lines = t.compose(t.text("一二三四五六七八九十一二三四五六"), 11);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].runs[0].at == Length::pt(20));
    CHECK(lines[1].runs[0].at == Length::pt(10));
    CHECK(lines[0].fit.measure == Length::pt(90));
    CHECK(lines[1].fit.measure == Length::pt(100));
}

TEST_CASE("elements: the innermost tag; ruby readings follow the text of their line") {
    Setup t;
    auto words = t.text("は小樽の町");
    words.tags.push_back({3, 9, TagId{8u}});
    style::RubyMark ruby;
    ruby.begin = 3;
    ruby.end = 9;
    ruby.reading = {"おたる"};
    ruby.base_tag = TagId{9u};
    ruby.reading_tag = TagId{10u};
    words.ruby.push_back(ruby);
    auto const lines = t.compose(words, 12);
    REQUIRE(lines.size() == 1);
    auto const& runs = lines[0].runs;
    REQUIRE(runs.size() == 4);
    CHECK((runs[0].text == "は" && runs[0].tag == TagId{7u}));
    CHECK((runs[1].text == "小樽" && runs[1].tag == TagId{9u}));
    CHECK((runs[2].text == "の町" && runs[2].tag == TagId{7u}));
    CHECK((runs[3].text == "おたる" && runs[3].tag == TagId{10u} && runs[3].size == Length::pt(5)));
    CHECK(std::abs(runs[3].rise.to_pt() - 9.4) < 0.001); // 0.88 x 10 + 0.12 x 5: em box on em box
}

TEST_CASE("emphasis dots are artifacts over each character but punctuation") {
    Setup t;
    auto words = t.text("これは、注意");
    words.dots.push_back({6, 18});
    auto const lines = t.compose(words, 12);
    auto const& dots = lines[0].runs.back();
    CHECK_FALSE(dots.tag);
    CHECK(dots.glyphs.size() == 3); // は注意
    CHECK(dots.size == Length::pt(5));
}

TEST_CASE("links, anchors and notes know their place") {
    Setup t;
    auto words = t.text("一二三四五六七八九十東西南北");
    words.links.push_back({24, 36, std::string("https://example.jp/"), TagId{3u}}); // 九十東西
    words.anchors.push_back({36, AnchorId{5u}});
    words.notes.push_back({30, 33, NoteId{2u}});
    t.style.kinsoku = style::Kinsoku::Strict;
    auto const lines = t.compose(words, 10);
    REQUIRE(lines.size() == 2);
    REQUIRE(lines[0].links.size() == 1);
    REQUIRE(lines[1].links.size() == 1);
    CHECK(lines[1].links[0].begin == Length{});
    CHECK(lines[0].links[0].end == Length::pt(100));
    CHECK(lines[0].anchors.empty());
    REQUIRE(lines[1].anchors.size() == 1);
    CHECK(lines[1].notes.size() + lines[0].notes.size() == 1);
}

TEST_CASE("an empty text has no line; natural widths") {
    Setup t;
    CHECK(t.compose(t.text(""), 10).empty());
    auto const widths = line::natural_widths(t.text("一二三。四"), t.style, t.fonts);
    CHECK(widths.max == Length::pt(50));
    CHECK(widths.min == Length::pt(15)); // 三。
}

TEST_CASE("heads break between phrases") {
    Setup t;
    t.style.align = style::Align::Start;
    t.style.break_unit = style::BreakUnit::Phrase;
    auto const lines = t.compose(t.text("除雪ボランティアの担い手をどう増やすか"), 12);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].runs[0].text == "除雪ボランティアの");
}

TEST_CASE("a paragraph of a million bytes is set in bounded time") {
    Setup t;
    std::string words;
    while (words.size() < 1'000'000) words += "地域の暮らしを支える人々が、学び合う場をつくってきました。";
    auto const lines = t.compose(t.text(words), 37);
    CHECK(extracted(lines).size() == words.size());
    CHECK(std::all_of(lines.begin(), lines.end() - 1, [](auto const& l) { return l.fit.set == l.fit.measure; }));
}
