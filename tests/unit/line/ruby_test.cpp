// The worked examples 27 to 35 of japanese-composition.md section 16: base 10 pt, ruby 5 pt. Numbers in points.
#include "support/catch.h"

#include "unit/line/fake_metrics.h"

using namespace kumihan;
using test::Fake;
using test::FakeOptions;

namespace {

test::Near near(double value) { return {value, 0.001}; }

FakeOptions with(std::vector<test::FakeRuby> ruby) {
    FakeOptions options;
    options.ruby = std::move(ruby);
    return options;
}

} // namespace

TEST_CASE("27: a reading as long as its base") {
    Fake const f("あ漢い", 20, with({{"漢", {"かん"}}}));
    CHECK(f.ruby_offset(0) == near(0));
    CHECK(f.u(0, "い") == near(2));
}
TEST_CASE("28: a longer reading overhangs kana, the text stays solid") {
    Fake const f("あ漢い", 20, with({{"漢", {"かんじ"}}}));
    CHECK(f.ruby_offset(0) == near(-2.5));
    CHECK(f.u(0, "漢") == near(1));
    CHECK(f.u(0, "い") == near(2));
}
TEST_CASE("no overhang on kana that has dots of its own") {
    auto options = with({{"漢", {"かんじ"}}});
    options.dotted = "い";
    Fake const f("あ漢い", 20, options);
    CHECK(f.ruby_offset(0) == near(-2.5)); // あ has none: a quarter of an em over it
    CHECK(f.u(0, "漢") == near(1));
    CHECK(f.u(0, "い") == near(2.25)); // opened by the other quarter
}
TEST_CASE("29: no overhang on kanji") {
    Fake const f("東漢京", 20, with({{"漢", {"かんじ"}}}));
    CHECK(f.u(0, "漢") == near(1.25));
    CHECK(f.u(0, "京") == near(2.5));
    CHECK(f.ruby_offset(0) == near(-2.5));
}
TEST_CASE("30: each side for itself") {
    Fake const f("東漢い", 20, with({{"漢", {"かんじ"}}}));
    CHECK(f.u(0, "漢") == near(1.25));
    CHECK(f.u(0, "い") == near(2.25));
}
TEST_CASE("31: brackets that touch the base may be overhung") {
    Fake const f("「漢」", 20, with({{"漢", {"かんじ"}}}));
    CHECK(f.u(0, "漢") == near(0.5));
    CHECK(f.u(0, "」") == near(1.5));
}
TEST_CASE("32 and 33: group readings are spread 1:2:1") {
    Fake const rain("五月雨", 20, with({{"五月雨", {"さみだれ"}}}));
    REQUIRE(rain.paragraph.ruby.size() == 1);
    CHECK(rain.ruby_offset(0) == near(1.25));
    CHECK(rain.paragraph.ruby[0].between == static_cast<std::int32_t>(2.5 * Length::kPerPoint));
    Fake const tobacco("煙草", 20, with({{"煙草", {"たばこ"}}}));
    CHECK(tobacco.ruby_offset(0) == near(0.833));
    CHECK(static_cast<double>(tobacco.paragraph.ruby[0].between) / Length::kPerPoint == near(1.667));
}
TEST_CASE("34: a longer group reading opens its base") {
    Fake const f("国蝦夷国", 20, with({{"蝦夷", {"あいぬもしり"}}}));
    CHECK(f.u(0, "蝦") == near(1.25));
    CHECK(f.u(0, "夷") == near(2.75));
    CHECK(f.u(0, "国", 1) == near(4.0));
    CHECK(f.ruby_offset(0) == near(-2.5));
}
TEST_CASE("35: at the line head the reading is flush and the base moves in") {
    Fake const f("漢字一二三四五六", 8, with({{"漢", {"かんじ"}}}));
    CHECK(f.u(0, "漢") == near(0.25));
    CHECK(f.ruby_offset(0) == near(-2.5));
    // The same after a break
    Fake const next("一二三四五六七八漢字", 8, with({{"漢", {"かんじ"}}}));
    CHECK(next.u(1, "漢") == near(0.25));
}
TEST_CASE("at the line end the reading is flush and the base moves in") {
    // Eight characters, 2.5 pt before the base (no overhang on kanji), 2.5 pt after it
    Fake const f("一二三四五六七漢あいう", 8.5, with({{"漢", {"かんじ"}}}));
    CHECK(f.lines() == "一二三四五六七漢 / あいう");
    CHECK(f.u(0, "漢") == near(7.25));
    CHECK(f.end(0) == near(8.25));
}
TEST_CASE("one reading per character: each over its own while all fit, breakable between") {
    Fake const f("一二三四五六七小樽市", 8, with({{"小樽", {"お", "たる"}}}));
    REQUIRE(f.paragraph.ruby.size() == 2);
    CHECK(f.ruby_offset(0) == near(2.5));
    CHECK(f.ruby_offset(1) == near(0));
    CHECK(f.lines() == "一二三四五六七小 / 樽市");
    // 4 over one character reach 1 over the next, which leaves the other half to its own; the last one opens the first
    // character, behind it at the line head: 東 at 0, 京 at 15 pt
    Fake const wide("東京駅", 8, with({{"東京", {"とうきょ", "う"}}}));
    REQUIRE(wide.paragraph.ruby.size() == 2);
    CHECK(wide.ruby_offset(0) == near(0));
    CHECK(wide.u(0, "東") == near(0));
    CHECK(wide.u(0, "京") == near(1.5));
    CHECK(wide.ruby_offset(1) == near(5));
    CHECK(wide.u(0, "駅") == near(2.5));
}
TEST_CASE("two readings never share one kana") {
    Fake const f("国漢の漢国", 20, with({{"漢", {"かんじ"}}, {"漢", {"かんじ"}}}));
    // 2.5 pt over の by the first; the second opens
    CHECK(f.u(0, "の") == near(2.25));
    CHECK(f.u(0, "漢", 1) == near(3.5));
}
TEST_CASE("a comma's space that a reading lies over is not reduced away") {
    Fake const f("一、漢二三四五六七八", 8, with({{"漢", {"かんじ"}}}));
    auto const& gap = f.paragraph.boxes[1].gap;
    CHECK(gap.natural - gap.shrink[0] - gap.shrink[1] >= Length::pt(2.5).units());
}

TEST_CASE("jukugo: over the neighbour within the word, then over kana outside, at last the base is opened") {
    // ぎょう 15 over 凝 10: 5 over 視, whose し 5 takes its other half
    Fake const inside("あ凝視い", 20, with({{"凝視", {"ぎょう", "し"}}}));
    CHECK(inside.ruby_offset(0) == near(0));
    CHECK(inside.ruby_offset(1) == near(5));
    CHECK(inside.u(0, "い") == near(3));
    // 15 + 10 over 20: 5 over the kana behind
    Fake const outside("あ境界い", 20, with({{"境界", {"きょう", "かい"}}}));
    CHECK(outside.ruby_offset(0) == near(0));
    CHECK(outside.ruby_offset(1) == near(5));
    CHECK(outside.u(0, "い") == near(3));
    // The same before kanji: only 境 is long, so it is opened by 5, half on each side; きょう stands over all of that
    Fake const opened("字境界字", 20, with({{"境界", {"きょう", "かい"}}}));
    CHECK(opened.u(0, "境") == near(1.25));
    CHECK(opened.u(0, "界") == near(2.5));
    CHECK(opened.ruby_offset(0) == near(-2.5));
    CHECK(opened.ruby_offset(1) == near(0));
    CHECK(opened.u(0, "字", 1) == near(3.5));
}
TEST_CASE("jukugo: the parts of a divided word are laid out anew") {
    // Undivided, 境 is opened by 2.5 pt on each side. Alone at the line end it is mono: 2.5 pt opened before (no kanji is
    // reached over), its reading flush with the end. 界 alone at the head of the next line: nothing is opened.
    Fake const f("一二三四五六七境界字字", 8.5, with({{"境界", {"きょう", "かい"}}}));
    CHECK(f.lines() == "一二三四五六七境 / 界字字");
    CHECK(f.u(0, "境") == near(7.25));
    CHECK(f.end(0) == near(8.25));
    CHECK(f.u(1, "界") == near(0));
    CHECK(f.u(1, "字") == near(1));
}
TEST_CASE("readings of two words that would touch are set apart by a quarter of a ruby em") {
    // Each opens 2.5 pt on both sides; 1.25 pt between
    Fake const f("国漢漢国", 20, with({{"漢", {"かんじ"}}, {"漢", {"かんじ"}}}));
    CHECK(f.u(0, "漢", 1) == near(1.25 + 1 + 0.5 + 0.125));
}

namespace {
FakeOptions overhang(style::RubyOverhang allowed, std::vector<test::FakeRuby> ruby) {
    auto options = with(std::move(ruby));
    options.line.ruby_overhang = allowed;
    return options;
}
double opened(style::RubyOverhang allowed, std::string const& before, std::string const& after) {
    // かんじ over 漢 reaches 0.25 em out at each side; what it may not reach over is opened
    Fake const f(before + "漢" + after, 20, overhang(allowed, {{"漢", {"かんじ"}}}));
    return f.u(0, after) - f.u(0, before) - 2;
}
} // namespace

TEST_CASE("9.5: what a reading may reach over is the layout's choice") {
    using enum style::RubyOverhang;
    struct Row {
        std::string before, after;
        double none, punctuation, hiragana, kana;
    };
    for (auto const& row : {Row{"あ", "い", 0.5, 0.5, 0, 0}, Row{"ア", "イ", 0.5, 0.5, 0.5, 0}, Row{"ー", "カ", 0.5, 0.5, 0.5, 0},
                            Row{"ァ", "い", 0.5, 0.5, 0.25, 0}, Row{"東", "京", 0.5, 0.5, 0.5, 0.5}}) {
        CHECK(opened(None, row.before, row.after) == near(row.none));
        CHECK(opened(Punctuation, row.before, row.after) == near(row.punctuation));
        CHECK(opened(Hiragana, row.before, row.after) == near(row.hiragana));
        CHECK(opened(Kana, row.before, row.after) == near(row.kana));
    }
    // The space of a comma before and of a bracket after; their bodies are half an em
    CHECK(opened(None, "、", "「") == near(1.0 - 0.5 + 0.5)); // ½ and ½ beside the base, and a quarter opened at each side
    CHECK(opened(Punctuation, "、", "「") == near(0.5));
}

TEST_CASE("3.3.5: 肩付き: from the head of a single character of vertical lines") {
    auto head = [](std::vector<test::FakeRuby> ruby) {
        auto options = with(std::move(ruby));
        options.line.ruby_align = style::RubyAlign::Head;
        options.line.mode = WritingMode::Vertical;
        return options;
    };
    CHECK(Fake("あ漢い", 20, head({{"漢", {"か"}}})).ruby_offset(0) == near(0));
    CHECK(Fake("あ漢い", 20, with({{"漢", {"か"}}})).ruby_offset(0) == near(2.5));
    // A longer one: over what follows first
    Fake const three("あ漢い", 20, head({{"漢", {"かんじ"}}}));
    CHECK(three.ruby_offset(0) == near(0));
    CHECK(three.u(0, "い") == near(2));
    // then over what stands before
    Fake const four("あ漢京", 20, head({{"漢", {"かんじ"}}}));
    CHECK(four.ruby_offset(0) == near(-5));
    CHECK(four.u(0, "京") == near(2));
    // and the rest opens the text behind
    Fake const kanji("東漢京", 20, head({{"漢", {"かんじ"}}}));
    CHECK(kanji.ruby_offset(0) == near(0));
    CHECK(kanji.u(0, "漢") == near(1));
    CHECK(kanji.u(0, "京") == near(2.5));
    // Words with a reading for each character; group readings are spread as ever
    Fake const word("小樽の", 20, head({{"小樽", {"お", "たる"}}}));
    CHECK(word.ruby_offset(0) == near(0));
    CHECK(Fake("五月雨", 20, head({{"五月雨", {"さみだれ"}}})).ruby_offset(0) == near(1.25));
    // Horizontal lines are centred whatever the layout says (JLReq 3.3.5)
    auto across = head({{"漢", {"か"}}});
    across.line.mode = WritingMode::Horizontal;
    CHECK(Fake("あ漢い", 20, across).ruby_offset(0) == near(2.5));
}
