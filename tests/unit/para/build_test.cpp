#include "support/catch.h"

#include "unit/line/fake_metrics.h"

using namespace kumihan;
using para::Break;
using test::Fake;
using test::kFakeEm;

namespace {
para::Box const& box(Fake const& f, std::size_t i) { return f.paragraph.boxes[i]; }
double em(std::int64_t units) { return static_cast<double>(units) / static_cast<double>(kFakeEm); }
} // namespace

TEST_CASE("1.2: punctuation is half an em wide and its ink lies where the table says") {
    Fake const f("「あ。・、」", 20);
    CHECK(em(box(f, 0).width) == 0.5);
    CHECK(em(box(f, 0).ink) == -0.5);
    CHECK(em(box(f, 1).width) == 1.0);
    CHECK((em(box(f, 2).width) == 0.5 && box(f, 2).ink == 0));
    CHECK((em(box(f, 3).width) == 0.5 && em(box(f, 3).ink) == -0.25));
}

TEST_CASE("fonts with narrow punctuation keep it as it is") {
    shape::ShapedText shaped;
    test::fake_shape("、あ", kFakeEm, shaped);
    shaped.clusters[0].advance = static_cast<std::int32_t>(kFakeEm * 6 / 10);
    style::StyledText text;
    text.text = "、あ";
    style::LineStyle style;
    para::Paragraph out;
    para::build(shaped, text, style, out);
    CHECK(em(out.boxes[0].width) == test::Near{0.6});
    CHECK(out.boxes[0].gap.end_space == 0);
}

TEST_CASE("half-width brackets typed in Japanese text have the manners of brackets") {
    Fake const f("は(注)と", 20);
    CHECK(em(box(f, 0).gap.natural) == 0.25); // outside: 和欧間
    CHECK(box(f, 1).gap.natural == 0);        // inside: none
    CHECK(box(f, 2).gap.natural == 0);
    CHECK(em(box(f, 3).gap.natural) == 0.25);
    CHECK(box(f, 1).gap.at == Break::No);
    CHECK(box(f, 2).gap.at == Break::No);
    CHECK(box(f, 3).gap.at == Break::Allowed);
}

TEST_CASE("U+3000: glue after ！？, content elsewhere") {
    Fake const glue("は？　次", 20);
    CHECK(glue.paragraph.boxes.size() == 3);
    CHECK(em(box(glue, 1).gap.natural) == 1.0);
    CHECK(em(box(glue, 1).gap.end_space) == 1.0);
    Fake const content("は　次", 20);
    CHECK(content.paragraph.boxes.size() == 3);
    CHECK(box(content, 1).cls == text::JlreqClass::IdeographicSpace);
}

TEST_CASE("U+3000 is glue behind the mark of a note after ！？, and after their 縦中横") {
    auto const built = [](std::string_view text, text::JlreqClass first, std::uint32_t note_begin, std::uint32_t note_end) {
        shape::ShapedText shaped;
        test::fake_shape(text, kFakeEm, shaped);
        shaped.clusters[0].cls = first;
        style::StyledText styled;
        styled.text = text;
        if (note_end > 0) styled.notes.push_back({note_begin, note_end, {}});
        para::Paragraph out;
        para::build(shaped, styled, style::LineStyle{}, out);
        return out;
    };
    auto const mark = built("？12　次", text::JlreqClass::DividingMark, 3, 5);
    REQUIRE(mark.boxes.size() == 4);
    CHECK(em(mark.boxes[2].gap.natural) == 1.0);
    CHECK(em(mark.boxes[2].gap.end_space) == 1.0);
    CHECK(mark.boxes[2].gap.at == Break::Allowed);
    auto const cell = built("！　次", text::JlreqClass::TateChuYoko, 0, 0);
    REQUIRE(cell.boxes.size() == 2);
    CHECK(em(cell.boxes[0].gap.end_space) == 1.0);
    CHECK(built("歳12　次", text::JlreqClass::Ideograph, 3, 5).boxes.size() == 5);
    CHECK(built("9　次", text::JlreqClass::TateChuYoko, 0, 0).boxes.size() == 3);
}

TEST_CASE("break controls") {
    CHECK(box(Fake("ab\u200Bcd", 20), 1).gap.at == Break::Allowed);
    CHECK(box(Fake("日\u2060本", 20), 0).gap.at == Break::No);
    CHECK(box(Fake("a\u00A0b", 20), 0).gap.at == Break::No);
    CHECK(box(Fake("a b", 20), 0).gap.at == Break::Allowed);
}

TEST_CASE("words and numbers hold together") {
    CHECK(box(Fake("COVID-19の", 20), 5).gap.at == Break::Emergency);
    CHECK(box(Fake("-5度", 20), 0).gap.at == Break::Emergency);
    CHECK(box(Fake("「Aあ", 20), 0).gap.at == Break::No); // not even in an emergency
    CHECK(box(Fake("5円", 20), 0).gap.penalty > 0);
    CHECK(box(Fake("第5回", 20), 0).gap.penalty > 0);
    CHECK(box(Fake("10 km", 20), 1).gap.penalty > 0);
    CHECK(box(Fake("10 pages", 20), 1).gap.penalty == 0);
}

TEST_CASE("和欧間 is a parameter") {
    test::FakeOptions options;
    options.line.western_gap = Em::ratio(1, 8);
    Fake const f("日A", 20, options);
    CHECK(em(box(f, 0).gap.natural) == 0.125);
    CHECK(em(box(f, 0).gap.shrink[0]) == test::Near{0.0625});
    CHECK(em(box(f, 0).gap.stretch) == test::Near{0.375}); // up to a half
}

TEST_CASE("3.6: between kanji figures 、 and ・ are solid in vertical text, and a line may end after them") {
    test::FakeOptions vertical;
    vertical.line.mode = WritingMode::Vertical;
    Fake const about("二、三日", 20, vertical);
    CHECK((box(about, 0).gap.natural == 0 && box(about, 1).gap.natural == 0));
    CHECK((box(about, 0).gap.at == Break::No && box(about, 1).gap.at == Break::Allowed));
    Fake const decimal("三・一四", 20, vertical);
    CHECK((box(decimal, 0).gap.natural == 0 && box(decimal, 1).gap.natural == 0));
    CHECK(box(decimal, 1).gap.expand == text::Expand::Never);
    Fake const list("一、題", 20, vertical); // an item's number
    CHECK(em(box(list, 1).gap.natural) == 0.5);
    CHECK(em(box(Fake("二、三日", 20), 1).gap.natural) == 0.5); // horizontal: as any comma
}

TEST_CASE("a sound mark in a cell of its own stays with its kana") {
    for (auto const* const text : {"はｶﾞ", "はか゛"}) {
        Fake const f(text, 20);
        CHECK(box(f, 0).gap.at == Break::Allowed);
        CHECK(box(f, 1).gap.at == Break::No);
        CHECK(box(f, 1).gap.expand == text::Expand::Never);
    }
}
