#include "support/catch.h"

#include "unit/line/fake_metrics.h"

using namespace kumihan;
using test::Fake;
using test::FakeOptions;

namespace {
test::Near near(double value) { return {value, 0.0002}; }
FakeOptions with_end(style::LineEndPunctuation end) {
    FakeOptions options;
    options.line.line_end = end;
    return options;
}
} // namespace

TEST_CASE("3.5: what may stay after punctuation at the line end") {
    using enum style::LineEndPunctuation;
    std::string_view const quarter_left = "一二三四五六七八九。次の文である。"; // 9.5 em with the half body
    // measure 9.75: a quarter em remains
    Fake const continuous(quarter_left, 9.75, with_end(Continuous));
    CHECK(continuous.end(0) == near(9.5));
    CHECK(continuous.chosen.lines[0].plan.kind == line::FitKind::Natural);
    Fake const solid(quarter_left, 9.75, with_end(Solid));
    CHECK(solid.end(0) == near(9.75));
    Fake const half_or_solid(quarter_left, 9.75, with_end(HalfOrSolid));
    CHECK(half_or_solid.end(0) == near(9.75));
    // measure 10: exactly the half em
    CHECK(Fake(quarter_left, 10, with_end(Half)).end(0) == near(9.5));
    CHECK(Fake(quarter_left, 10, with_end(HalfOrSolid)).end(0) == near(9.5));
    CHECK(Fake(quarter_left, 10, with_end(Solid)).end(0) == near(10.0));
}

TEST_CASE("the last line is never opened, but reduced when slightly too long") {
    Fake const short_line("一二三四五。", 10);
    CHECK(short_line.end(0) == near(5.5));
    Fake const long_line("一二、三、四五六七八。", 9.5); // 8 + 3 x 0.5 + 2 x 0.5 = 10.5 solid, 9.5 reduced
    CHECK(long_line.lines() == "一二、三、四五六七八。");
    CHECK(long_line.end(0) == near(9.5));
}

TEST_CASE("alignments") {
    FakeOptions options;
    options.line.align = style::Align::Center;
    CHECK(Fake("一二三四", 10, options).u(0, "一") == near(3));
    options.line.align = style::Align::End;
    CHECK(Fake("一二三四", 10, options).u(0, "一") == near(6));
    options.line.align = style::Align::Start;
    Fake const start("一二三四五六七八九十東西", 10, options);
    CHECK(start.u(0, "二") == near(1));
    options.line.align = style::Align::Spread;
    Fake const spread("一二三", 7, options);
    CHECK(spread.u(0, "二") == near(3));
    CHECK(spread.u(0, "三") == near(6));
    CHECK(Fake("一", 7, options).u(0, "一") == near(3)); // nothing to spread: centred
}

TEST_CASE("ragged lines keep kinsoku and are not opened") {
    FakeOptions options;
    options.line.align = style::Align::Start;
    Fake const f("一二三四五六七八九十。次の文である。", 10, options);
    for (auto const& line : f.chosen.lines) CHECK(line.plan.kind == line::FitKind::Natural);
    CHECK(f.lines().find("/ 。") == std::string::npos);
}

TEST_CASE("hanging: forced, allowed, and not where a bracket follows") {
    FakeOptions options;
    options.line.hang = style::Hang::Force;
    Fake const forced("一二三四五六七八九。次の文である。", 9, options);
    CHECK(forced.u(0, "。") == near(9));
    options.line.hang = style::Hang::Allow;
    Fake const inside("一二三四五六七八九。次の文である。", 10, options);
    CHECK(inside.u(0, "。") == near(9)); // in the last regular cell it stays inside
    Fake const bracket("「二三四五六七八九十。」次の文。", 10, options);
    CHECK(bracket.end(0) <= 10.0002);
}

TEST_CASE("7.2: a typed space between Japanese and Latin stands for the quarter em, two for a word space") {
    CHECK(Fake("日 A 本", 20).u(0, "本") == near(1 + 0.25 + 0.5 + 0.25));
    CHECK(Fake("日A本", 20).u(0, "本") == near(2));
    CHECK(Fake("日  A", 20).u(0, "A") == near(1 + 1.0 / 3));
    CHECK(Fake("日 本", 20).u(0, "本") == near(1 + 1.0 / 3)); // between Japanese it is a space
}

TEST_CASE("a line of one long word is filled to the measure by its letters, if that is little") {
    Fake const f("abcdefghijklmnopqr-abcdefghijklmnopqr-abcdefg", 10);
    for (std::size_t i = 0; i + 1 < f.chosen.lines.size(); ++i) CHECK(f.end(i) == near(10));
    // Those of an address stay as they are
    CHECK(Fake("https://example.jp/abcdefghijklmnopqr", 10).end(0) == near(9.5));
}
