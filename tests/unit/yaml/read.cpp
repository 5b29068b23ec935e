#include "fixture.h"
#include "support/catch.h"

using namespace kumihan;
using yaml::ScalarStyle;
using yaml::SourcePiece;

TEST_CASE("keys and values carry their places") {
    Yaml const y("# 注\ntitle: 小樽 # 町\ngroups:\n  - name: 'A'\n    people: 5\n");
    CHECK(y.problems().empty());
    CHECK(y["title"].text() == "小樽");
    CHECK(y.place(y["title"].span()) == "2:8");
    CHECK(y.source(y["title"].span()) == "小樽");
    auto const group = y["groups"].at(0);
    CHECK(y.place(group.span()) == "4:5");
    CHECK(y.source(group.entry(0).value.span()) == "'A'");
    CHECK(y.place(group.entry(1).key.span()) == "5:5");
    CHECK(y.source(group.span()) == "name: 'A'\n    people: 5");
}

TEST_CASE("scalars stay text: no, on, 1.10 and dates are not converted") {
    Yaml const y("a: no\nb: on\nc: 1.10\nd: 2019-06-15\ne: 0x1F\nf: \"12\"\n");
    CHECK(y["a"].text() == "no");
    CHECK(y["b"].text() == "on");
    CHECK(y["c"].text() == "1.10");
    CHECK(y["d"].text() == "2019-06-15");
    CHECK(y["e"].text() == "0x1F");
    CHECK(y["f"].text() == "12");
    for (auto const* key : {"a", "b", "c", "d", "e", "f"})
        CHECK(y[key].is_scalar());
}

TEST_CASE("nothing after the colon, ~ and null are null, after the key") {
    Yaml const y("a:\nb: ~\nc: null\nd: \"\"\ne:   # comment\n");
    CHECK(y["a"].is_null());
    CHECK(y.place(y["a"].span()) == "1:3");
    CHECK(y["b"].is_null());
    CHECK(y.source(y["b"].span()) == "~");
    CHECK(y["c"].is_null());
    CHECK(y["d"].is_scalar());
    CHECK(y["d"].text().empty());
    CHECK(y["e"].is_null());
    CHECK(y.place(y["e"].span()) == "5:3");
}

TEST_CASE("duplicate keys are kept for the reader of fields") {
    Yaml const y("a: 1\na: 2\n");
    CHECK(y.root().size() == 2);
}

TEST_CASE("a literal block keeps its lines and knows where each comes from") {
    //               0123456789
    Yaml const y("body: |\n"    // 0
                 "    　小樽\n" // 8: content from 12, 9 bytes
                 "\n"           // 22
                 "      深い\n" // 23: content from 27
                 "after: x\n");
    auto const body = y["body"];
    CHECK(body.text() == "　小樽\n\n  深い\n");
    CHECK(body.style() == ScalarStyle::Literal);
    CHECK(y.source(body.span_of(3, 6)) == "小");
    CHECK(y.place(body.span_of(3, 6)) == "2:6");
    CHECK(y.source(body.span_of(13, 19)) == "深い");
    CHECK(y.place(body.span_of(13, 19)) == "4:7");
    CHECK(y["after"].text() == "x");
}

TEST_CASE("the end of a literal block follows its header") {
    Yaml const y("a: |\n  x\n\nb: |-\n  x\n\nc: |+\n  x\n\nd: |2\n    x\ne: >\n  a\n  b\n\n  c\nf: |  # comment\n  x");
    CHECK(y["a"].text() == "x\n");
    CHECK(y["b"].text() == "x");
    CHECK(y["c"].text() == "x\n\n");
    CHECK(y["d"].text() == "  x\n");
    CHECK(y["e"].text() == "a b\nc\n"); // YAML 1.2 example 8.10: lines fold, an empty line is a line end
    CHECK(y["f"].text() == "x\n");      // the line end at the end of the file is implied
    CHECK(y.problems().empty());
}

TEST_CASE("folded blocks keep more indented lines") { // YAML 1.2.2 example 8.11, shortened
    Yaml const y("a: >\n  one\n  two\n\n    * deep\n\n  three\n");
    CHECK(y["a"].text() == "one two\n\n  * deep\n\nthree\n");
}

TEST_CASE("block scalars within lists and nested maps") {
    Yaml const y("l:\n- |\n  a\n- k: |\n    b\n    - not an item\n  m: v\n- c\n");
    CHECK(y["l"].at(0).text() == "a\n");
    CHECK(y["l"].at(1).entry(0).value.text() == "b\n- not an item\n");
    CHECK(y["l"].at(1).entry(1).value.text() == "v");
    CHECK(y["l"].at(2).text() == "c");
}

TEST_CASE("an empty block and a block that is only blank lines") {
    Yaml const y("a: |\nb: |\n\n\nc: x\n");
    CHECK(y["a"].text().empty());
    CHECK(y["a"].is_scalar());
    CHECK(y["b"].text().empty());
    CHECK(y["c"].text() == "x");
    CHECK(y.problems().empty());
}

TEST_CASE("quoted scalars map through their escapes and folds") {
    //            01234567 8
    Yaml const y("a: \"樽\\u6A3Dx\n   y\"\n");
    auto const a = y["a"];
    CHECK(a.text() == "樽樽x y");
    REQUIRE(a.pieces().size() == 5);
    CHECK(a.pieces()[0] == SourcePiece{0, 3, 4, 3});
    CHECK(a.pieces()[1] == SourcePiece{3, 3, 7, 6});  // the escape
    CHECK(a.pieces()[2] == SourcePiece{6, 1, 13, 1}); // x
    CHECK(a.pieces()[3] == SourcePiece{7, 1, 14, 4}); // line end and indentation
    CHECK(a.pieces()[4] == SourcePiece{8, 1, 18, 1}); // y
    CHECK(y.source(a.span_of(3, 6)) == "\\u6A3D");
    Yaml const single("a: 'it''s'\n");
    CHECK(single["a"].text() == "it's");
    CHECK(single.source(single["a"].span_of(3, 4)) == "s");
}

TEST_CASE("plain scalars over several lines") {
    Yaml const y("a: これは\n  二行\n\n  の文\nb: x\n");
    CHECK(y["a"].text() == "これは 二行\nの文");
    CHECK(y.place(y["a"].span_of(10, 13)) == "2:3");
    CHECK(y["b"].text() == "x");
}

TEST_CASE("byte order mark and CRLF are accepted") {
    Yaml const y("\xEF\xBB\xBFtitle: 題\r\nbody: |\r\n  一\r\n\r\n  二\r\nlast: x\r\n");
    CHECK(y.problems().empty());
    CHECK(y["title"].text() == "題");
    CHECK(y["body"].text() == "一\n\n二\n");
    CHECK(y.place(y["body"].span_of(5, 8)) == "5:3");
    CHECK(y["last"].text() == "x");
}

TEST_CASE("flow collections, quoted keys, anchors and aliases") {
    Yaml const y("{\"a\": [1, \"x, y\"], b: {c: d}}\n");
    CHECK(y.problems().empty());
    CHECK(y["a"].at(1).text() == "x, y");
    CHECK(y.source(y["a"].span()) == "[1, \"x, y\"]");
    Yaml const z("base: &base\n  k: v\ntext: &t |\n  prose\nuse: *base\nagain: *t\n\"q k\": 1\n");
    CHECK(z.problems().empty());
    CHECK(z["use"].entry(0).value.text() == "v");
    CHECK(z.source(z["use"].span()) == "*base");
    CHECK(z["again"].text() == "prose\n");
    CHECK(z["q k"].text() == "1");
}

TEST_CASE("a document start is accepted, a comment may stand anywhere") {
    Yaml const y("# c\n---\na: x\n# c\nb: |\n  t\n# c\nc: y\n...\n");
    CHECK(y.problems().empty());
    CHECK(y["b"].text() == "t\n");
    CHECK(y["c"].text() == "y");
}

TEST_CASE("prose of many paragraphs is read whole") {
    std::string text = "body: |\n";
    std::string expected;
    for (int i = 0; i < 2000; ++i) {
        text += "  小樽の運河" + std::to_string(i) + "\n";
        expected += "小樽の運河" + std::to_string(i) + "\n";
    }
    Yaml const y(text);
    CHECK(y["body"].text() == expected);
    auto const at = expected.find("運河1999");
    CHECK(y.place(y["body"].span_of(at, at + 3)) == "2001:6");
}
