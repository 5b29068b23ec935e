#include "support/catch.h"

#include "unit/line/fake_metrics.h"

#include <iterator>
#include <random>

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

namespace {

// Texts of every kind of gap: plain, punctuated, with figures and words, now and then one long word.
std::string random_text(std::mt19937& dice) {
    static constexpr std::string_view kParts[] = {"運", "河", "の", "ま", "ち", "、", "。", "「", "」", "・", "ー", "っ",
                                                  "12", "PDF", "a fine day", "https://example.jp/a/long/path", "？"};
    std::string text = "始";
    for (auto left = dice() % 120; left > 0; --left) {
        auto const part = dice() % 64;
        text += part < std::size(kParts) ? kParts[part] : kParts[part % 5];
    }
    return text;
}

FakeOptions random_options(std::mt19937& dice) {
    FakeOptions options;
    options.line.align = dice() % 4 == 0 ? style::Align::Start : style::Align::Justify;
    options.line.kinsoku = dice() % 2 ? style::Kinsoku::Loose : style::Kinsoku::VeryStrict;
    options.line.first_indent = dice() % 2 ? kOneEm : Em{};
    static constexpr style::LineEndPunctuation kEnds[] = {
        style::LineEndPunctuation::Half, style::LineEndPunctuation::HalfOrSolid, style::LineEndPunctuation::Solid};
    options.line.line_end = kEnds[dice() % 3];
    static constexpr style::Hang kHangs[] = {style::Hang::None, style::Hang::Allow, style::Hang::Force};
    options.line.hang = kHangs[dice() % 3];
    return options;
}

} // namespace

TEST_CASE("reach never refuses a number of lines that the full search finds, and a known count changes nothing") {
    std::mt19937 dice(20260725);
    int found = 0, refused = 0;
    for (int round = 0; round < 3000; ++round) {
        auto const text = random_text(dice);
        auto options = random_options(dice);
        double const measure = 8 + static_cast<double>(dice() % 50) / 2;
        auto const lines = Fake(text, measure, options).chosen.lines.size();
        for (int const looseness : {-1, 1}) {
            options.looseness = looseness;
            Fake const full(text, measure, options);
            bool const may = full.planner.reach().may_fill(static_cast<std::ptrdiff_t>(lines) + looseness);
            INFO(text << " " << measure << " " << looseness);
            CHECK((may || !full.found));
            line::Breaker breaker;
            line::Chosen known;
            REQUIRE(breaker.total_fit(full.paragraph, full.planner, looseness, known, lines) == full.found);
            if (full.found) CHECK((known.cost == full.chosen.cost && known.lines.size() == full.chosen.lines.size()));
            found += full.found;
            refused += !may;
        }
    }
    CHECK(found > 100);   // the test says something
    CHECK(refused > 1000);
}

TEST_CASE("a later start is never cheaper than an opened line by more than may_fall") {
    std::mt19937 dice(20260726);
    for (int round = 0; round < 300; ++round) {
        auto const text = random_text(dice);
        auto const options = random_options(dice);
        Fake const f(text, 8 + static_cast<double>(dice() % 50) / 2, options);
        auto const count = static_cast<std::uint32_t>(f.paragraph.boxes.size());
        for (std::uint32_t last = 0; last + 1 < count; ++last) {
            line::Cost floor = 0; // the dearest promise of an earlier start
            for (std::uint32_t first = 0; first <= last; ++first) {
                if (first > 0 && f.paragraph.boxes[first - 1].gap.at != para::Break::Allowed) continue;
                auto const plan = f.planner.weigh(first, last, false, line::Tolerance::Loose);
                if (!plan.feasible) continue;
                INFO(text << " " << first << " " << last);
                CHECK(plan.cost >= floor);
                bool const opened = plan.kind == line::FitKind::Stretched || plan.kind == line::FitKind::Loose ||
                                    (!f.planner.justified() && plan.kind != line::FitKind::Shrunk);
                if (opened) floor = std::max(floor, plan.cost - f.planner.may_fall(first, last));
            }
        }
    }
}

TEST_CASE("4.4: an address parts after its separators, and a line of nothing else stays short") {
    // Half an em each: https://www. 6 em, example.org/ 6
    test::Fake const f("雪の町は「雪」。https://www.example.org/welfare/です", 7.5);
    CHECK(f.lines() == "雪の町は「雪」。 / https://www. / example.org/ / welfare/です");
    CHECK(f.chosen.lines[1].plan.kind == line::FitKind::Natural);
    CHECK(f.chosen.lines[1].plan.stretch == std::array<std::int64_t, 5>{});
    // After a slash, though a hyphen, which could be one that the break added, would fill the line
    test::Fake const slash("https://x.jp/abcd/efg-hij", 11);
    CHECK(slash.lines() == "https://x.jp/abcd/ / efg-hij");
}

TEST_CASE("4.4: between the letters of an address only where nothing else sets well") {
    // A part of 13 em in lines of 8
    test::Fake const wide("https://x.jp/abcdefghijklmnopqrstuvwxyz", 8);
    for (auto const& line : wide.chosen.lines) CHECK(line.plan.kind != line::FitKind::Overfull);
    // 雪 alone would have to stand with a gap of seven ems before the part of 7.5 em
    test::Fake const gaping("雪の町はfukushikeikaku@x.jpの中", 8);
    for (auto const& line : gaping.chosen.lines) CHECK(line.plan.kind != line::FitKind::Loose);
}
