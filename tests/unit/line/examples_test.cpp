// The worked examples 1 to 26 of japanese-composition.md section 16: measure in em, level very strict, reduction by JLReq
// table 3, line-end punctuation continuous. Positions are of bodies, in em.
#include "support/catch.h"

#include "unit/line/fake_metrics.h"

using namespace kumihan;
using test::Fake;
using test::FakeOptions;

namespace {

test::Near near(double value) { return {value, 0.0002}; }

FakeOptions indented() {
    FakeOptions options;
    options.line.first_indent = kOneEm;
    return options;
}

} // namespace

TEST_CASE("1: brackets and commas give way evenly") {
    Fake const f("日本語組版では、「文字」を正方形の枠に入れて並べる。", 15, indented());
    CHECK(f.lines() == "日本語組版では、「文字」を正方 / 形の枠に入れて並べる。");
    CHECK(f.u(0, "、") == near(8.0));
    CHECK(f.u(0, "「") == near(8.75));
    CHECK(f.u(0, "文") == near(9.25));
    CHECK(f.u(0, "」") == near(11.25));
    CHECK(f.u(0, "を") == near(12.0));
    CHECK(f.end(0) == near(15.0));
}
TEST_CASE("2: an opening bracket does not end a line, and stands flush at the head") {
    Fake const f("前の行の終わりまでは「括弧」である。", 10);
    CHECK(f.lines() == "前の行の終わりまでは / 「括弧」である。");
    CHECK(f.u(1, "「") == near(0));
    CHECK(f.u(1, "括") == near(0.5));
}
TEST_CASE("3: the half em after a full stop fills the line") {
    Fake const f("一二三四五六七八九。次の文である。", 10);
    CHECK(f.lines() == "一二三四五六七八九。 / 次の文である。");
    CHECK(f.u(0, "。") == near(9.0));
    CHECK(f.chosen.lines[0].plan.kind == line::FitKind::Natural);
}
TEST_CASE("4: pushed out, the letters open evenly") {
    Fake const f("一二三四五六七八九十。次の文である。", 10);
    CHECK(f.lines() == "一二三四五六七八九 / 十。次の文である。");
    CHECK(f.u(0, "二") == near(1.125));
    CHECK(f.end(0) == near(10.0));
}
TEST_CASE("5: hanging") {
    FakeOptions options;
    options.line.hang = style::Hang::Allow;
    Fake const f("一二三四五六七八九十。次の文である。", 10, options);
    CHECK(f.lines() == "一二三四五六七八九十。 / 次の文である。");
    CHECK(f.u(0, "。") == near(10.0));
    CHECK(f.u(0, "二") == near(1.0));
}
TEST_CASE("6: pulled in, the comma becomes solid") {
    Fake const f("一二三四五、六七八九。次の文である。", 10);
    CHECK(f.lines() == "一二三四五、六七八九。 / 次の文である。");
    CHECK(f.u(0, "六") == near(5.5));
    CHECK(f.u(0, "。") == near(9.5));
}
TEST_CASE("7: the line end first, then the brackets") {
    Fake const f("一二三「四五」六七八。九十東西。", 10);
    CHECK(f.lines() == "一二三「四五」六七八。 / 九十東西。");
    CHECK(f.u(0, "「") == near(3.25));
    CHECK(f.u(0, "」") == near(5.75));
    CHECK(f.end(0) == near(10.0));
}
TEST_CASE("8 and 9: the em after a question mark vanishes at a break, or stays in the line") {
    Fake const vanishing("一二三四五六七八九？　次の文である。", 10);
    CHECK(vanishing.lines() == "一二三四五六七八九？ / 次の文である。");
    CHECK(vanishing.u(1, "次") == near(0));
    Fake const staying("一二三四五六七八？　次の文である。", 10);
    CHECK(staying.lines() == "一二三四五六七八？ / 次の文である。");
    CHECK(staying.end(0) == near(9.0));
    CHECK(staying.chosen.lines[0].plan.kind == line::FitKind::Natural);
}
TEST_CASE("10 to 12: leaders and dashes are not divided") {
    CHECK(Fake("一二三四五六七八九……終わり", 10).lines() == "一二三四五六七八九 / ……終わり");
    CHECK(Fake("一二三四五六七八――十東西南北。", 10).lines() == "一二三四五六七八―― / 十東西南北。");
    Fake const f("一二三四五六七八九――十東西。", 10);
    CHECK(f.lines() == "一二三四五六七八九 / ――十東西。");
    CHECK(f.u(0, "二") == near(1.125));
}
TEST_CASE("13: a quarter em on both sides of a number") {
    Fake const f("全部で12,500円を払った。", 12);
    CHECK(f.lines() == "全部で12,500円を払った。");
    CHECK(f.u(0, "1") == near(3.25));
    CHECK(f.u(0, "円") == near(6.5));
    CHECK(f.u(0, "。") == near(11.5));
}
TEST_CASE("14: a number stays whole; 和欧間 opens before the letters") {
    Fake const f("彼の全財産は12,500円だった。", 10);
    CHECK(f.lines() == "彼の全財産は12,500 / 円だった。");
    CHECK(f.u(0, "1") == near(7.0));
    CHECK(f.u(0, "の") == near(1.1));
    CHECK(f.end(0) == near(10.0));
}
TEST_CASE("15: a prefix stays with its number, ％ too") {
    Fake const f("価格は￥1,280です。湿度75％。", 10);
    CHECK(f.lines() == "価格は￥1,280です。 / 湿度75％。");
    CHECK(f.u(0, "1") == near(4.0));
    CHECK(f.u(1, "％") == near(3.25));
}
TEST_CASE("16: 和欧間 to a half em, then the letters") {
    Fake const f("私はUnicode文字列を使う。", 12);
    CHECK(f.lines() == "私はUnicode文字列を使 / う。");
    CHECK(f.u(0, "U") == near(2.6));
    CHECK(f.u(0, "文") == near(6.6));
}
TEST_CASE("17: word spaces are reduced first") {
    Fake const f("これはthe best wayだという話。", 10);
    CHECK(f.lines() == "これはthe best wayだ / という話。");
    CHECK(f.u(0, "t") == near(3.25));
    CHECK(f.u(0, "b") == near(5.0));
    CHECK(f.u(0, "w") == near(7.25));
}
TEST_CASE("18: word spaces are opened first") {
    std::string_view const first = "第3回のPDF 2.0対応会議を行";
    Fake const f("第3回のPDF 2.0対応会議を行う。", 14);
    auto const line = f.first_line(first);
    CHECK(f.u(line, "3") == near(1.25));
    CHECK(f.u(line, "回") == near(2.0));
    CHECK(f.u(line, "P") == near(4.25));
    CHECK(f.u(line, "2") == near(6.25));
    CHECK(f.u(line, "対") == near(8.0));
    CHECK(f.lines() == "第3回のPDF 2.0対応会議を / 行う。"); // total-fit does not leave う。 alone (8.3)
}
TEST_CASE("19 and 20: middle dots") {
    Fake const inside("一二三四五六・七八・九十東西南北", 12);
    CHECK(inside.lines() == "一二三四五六・七八・九十 / 東西南北");
    CHECK(inside.u(0, "・") == near(6.25));
    CHECK(inside.u(0, "・", 1) == near(9.25));
    Fake const at_end("一二三四五六七・八九・十東西", 10);
    CHECK(at_end.lines() == "一二三四五六七・八九・ / 十東西");
    CHECK(at_end.u(0, "・") == near(7.0));
    CHECK(at_end.u(0, "・", 1) == near(9.5));
}
TEST_CASE("21 and 22: closing pairs") {
    Fake const pair("一二三四五六七八九」、「十」。", 10);
    CHECK(pair.lines() == "一二三四五六七八九」、 / 「十」。");
    CHECK(pair.u(0, "」") == near(9.0));
    CHECK(pair.u(0, "、") == near(9.5));
    Fake const open("一二三四五六七、「八九」十。", 10);
    CHECK(open.lines() == "一二三四五六七、「八 / 九」十。");
    CHECK(open.u(0, "二") == near(1 + 0.5 / 6));
    CHECK(open.u(0, "「") == near(7.0 + 0.5 + 0.5 + 0.5));
}
TEST_CASE("23 and 24: 々 and small kana never start a line at the strictest level") {
    CHECK(Fake("人々の時々刻々たる営みを人々が", 12).lines() == "人々の時々刻々たる営みを / 人々が");
    CHECK(Fake("一二三四五六七八九っと言った。", 10).lines() == "一二三四五六七八九っ / と言った。");
}
TEST_CASE("25: the three patterns of a bracket at the head of a paragraph") {
    auto options = indented();
    std::string_view const text = "「はい。」「いいえ。」と言う。";
    Fake const first(text, 8, options);
    CHECK(first.lines() == "「はい。」「いい / え。」と言う。");
    CHECK(first.u(0, "「") == near(1.0));
    options.line.bracket_indent = style::BracketIndent::OneAndHalf;
    Fake const second(text, 8, options);
    CHECK(second.lines() == "「はい。」「いい / え。」と言う。");
    CHECK(second.u(0, "「") == near(1.5));
    CHECK(second.u(0, "は") == near(2.0));
    CHECK(second.chosen.lines[0].plan.kind == line::FitKind::Natural);
    options.line.bracket_indent = style::BracketIndent::HalfAndFlush;
    CHECK(Fake(text, 8, options).u(0, "「") == near(0.5));
}
TEST_CASE("26: natural widths of consecutive punctuation") {
    Fake const f("東京・大阪・京都（「例」）。）「。」、「」", 20);
    REQUIRE(f.chosen.lines.size() == 1);
    for (auto const& [character, n, u] : std::vector<std::tuple<std::string_view, std::size_t, double>>{
             {"・", 0, 2.25}, {"大", 0, 3.0}, {"・", 1, 5.25}, {"京", 1, 6.0}, {"（", 0, 8.5}, {"「", 0, 9.0},
             {"例", 0, 9.5}, {"」", 0, 10.5}, {"）", 0, 11.0}, {"。", 0, 11.5}, {"）", 1, 12.0}, {"「", 1, 13.0},
             {"。", 1, 13.5}, {"」", 1, 14.0}, {"、", 0, 14.5}, {"「", 2, 15.5}, {"」", 2, 16.0}}) {
        INFO(character << " " << n);
        CHECK(f.u(0, character, n) == near(u));
    }
    CHECK(f.end(0) == near(16.5));
}
