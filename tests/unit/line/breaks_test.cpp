#include "support/catch.h"

#include "unit/line/fake_metrics.h"

using namespace kumihan;
using test::Fake;
using test::FakeOptions;

TEST_CASE("4.2: the levels") {
    std::string_view const text = "一二三四五六七八九っと言った。"; // at 9 em っ would start line 2
    FakeOptions options;
    CHECK(Fake(text, 9, options).lines() == "一二三四五六七八 / 九っと言った。");
    options.line.kinsoku = style::Kinsoku::Strict; // allowed with a penalty: opening 1 em over 7 gaps costs more
    CHECK(Fake(text, 9, options).lines() == "一二三四五六七八九 / っと言った。");
    std::string_view const leaders = "一二三四五六七八九……終わり";
    CHECK(Fake(leaders, 10, options).lines() == "一二三四五六七八九 / ……終わり");
    options.line.kinsoku = style::Kinsoku::Loose;
    CHECK(Fake(text, 9, options).lines() == "一二三四五六七八九 / っと言った。");
    CHECK(Fake(leaders, 10, options).lines() == "一二三四五六七八九… / …終わり"); // 80 against 120 for opening 1/8 em
    options.line.kinsoku = style::Kinsoku::VeryLoose;
    CHECK(Fake("一二三四？あ", 4, options).lines() == "一二三四 / ？あ");
    // 」）。、 at the head and 「 at the end: never
    CHECK(Fake("一二三四。あ", 4, options).lines() == "一二三 / 四。あ");
    CHECK(Fake("一二三「四」", 4, options).lines().find("「 /") == std::string::npos);
}

TEST_CASE("forced breaks end a line without opening it, and keep empty lines") {
    Fake const f("一二三\u2028四五六七", 10);
    CHECK(f.chosen.lines.size() == 2);
    CHECK(f.chosen.lines[0].plan.kind == line::FitKind::Natural);
    CHECK(Fake("一\u2028\u2028二", 10).chosen.lines.size() == 3);
    CHECK(Fake("\u2028一", 10).chosen.lines.size() == 2);
}

TEST_CASE("4.4: URLs break after their separators, words only after hyphens") {
    Fake const url("はhttps://a.jp/path/pageです", 8);
    CHECK(url.lines() == "はhttps://a.jp/ / path/pageです");
    Fake const hyphen("aaaa-bbbbb ccc", 4);
    CHECK(hyphen.lines() == "aaaa- / bbbbb / ccc");
    // A word longer than the line is broken rather than sticking out
    Fake const longest("abcdefghijklmnopqrstuvwxyz", 4);
    for (auto const& line : longest.chosen.lines) CHECK(line.plan.kind != line::FitKind::Overfull);
}

TEST_CASE("what cannot be broken sticks out and says so") {
    Fake const f("一「「「「「「「「「「二", 3);
    bool overfull = false;
    for (auto const& line : f.chosen.lines) overfull |= line.plan.kind == line::FitKind::Overfull;
    CHECK(overfull);
}

TEST_CASE("numbers: whole, with their unit, their counter when it costs little") {
    CHECK(Fake("一二三四五六12,345.6一二三", 8).lines().find("12,345.6") != std::string::npos);
    CHECK(Fake("一二三四五六10 000円", 8).lines().find("10 000") != std::string::npos);
}

TEST_CASE("note marks stay with the word before them") {
    style::StyledText text;
    text.text = "一二三四1五六";
    text.notes.push_back({12, 13, NoteId{0u}});
    shape::ShapedText shaped;
    test::fake_shape(text.text, test::kFakeEm, shaped);
    style::LineStyle style;
    style.size = Length::from_units(test::kFakeEm);
    para::Paragraph paragraph;
    para::build(shaped, text, style, paragraph);
    CHECK(paragraph.boxes[4].cls == text::JlreqClass::ReferenceMark);
    CHECK(paragraph.boxes[3].gap.at == para::Break::No);
    CHECK(paragraph.boxes[3].gap.natural == 0); // solid: no 和欧間 around the figure
    CHECK(paragraph.boxes[4].gap.natural == 0);
    CHECK(paragraph.boxes[4].gap.at == para::Break::Allowed);
}

TEST_CASE("8.3: no last line of a single letter when the cost is bearable") {
    // 41 letters at 20 em: 20 + 20 + 1 has an orphan; 19 + 20 + 2 or 20 + 19 + 2 opens one line by 1/18 em
    std::string const ten = "一二三四五六七八九十";
    Fake const f(ten + ten + ten + ten + "東。", 20);
    auto const& last = f.chosen.lines.back();
    CHECK(last.last - last.first + 1 > 2);
}

TEST_CASE("looseness: one line fewer or more when the lines stay good, else refused") {
    std::string sixty;
    for (int i = 0; i < 6; ++i) sixty += "一二三四五六七八九十";
    FakeOptions options;
    CHECK(Fake(sixty, 30, options).chosen.lines.size() == 2);
    options.looseness = 1; // 29 + 29 + 2: opened by 1/28 em
    Fake const longer(sixty, 30, options);
    REQUIRE(longer.found);
    CHECK(longer.chosen.lines.size() == 3);
    for (auto const& line : longer.chosen.lines) CHECK(line.plan.looseness <= 4 * 1024 / 20); // 0.05 em
    CHECK_FALSE(Fake("一二三四五六七八九十一二三四五六七八九十", 10, options).found); // 1/8 em: too much

    // 61 em and four commas whose half ems take what is too long: two lines of 30 instead of three
    std::string const commas = "一二三四五六、七八九十一二三四五、六七八九十一二三四五六七八九、十一二三四五六七八九、十一二三四五六七八九十一二三四五六";
    options.looseness = 0;
    auto const natural = Fake(commas, 30, options).chosen.lines.size();
    options.looseness = -1;
    Fake const shorter(commas, 30, options);
    if (shorter.found) CHECK(shorter.chosen.lines.size() == natural - 1);
    CHECK_FALSE(Fake("一二三四五六七八九十", 10, options).found); // not fewer than one
}

TEST_CASE("total-fit is never dearer than first-fit") {
    std::string const text = "小樽の港には、いくつもの倉庫が並ぶ。「運河」と呼ばれる水路は、1923年に完成した。今では多くの人が訪れる場所である。";
    for (double measure = 6; measure < 24; measure += 1) {
        FakeOptions options;
        options.line.kinsoku = style::Kinsoku::Strict;
        Fake const best(text, measure, options);
        options.greedy = true;
        Fake const greedy(text, measure, options);
        INFO(measure << " " << best.lines() << " | " << greedy.lines());
        CHECK(best.chosen.cost <= greedy.chosen.cost);
    }
}
