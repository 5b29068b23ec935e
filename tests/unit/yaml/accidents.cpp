// What hands do to YAML: each accident has a code of its own, stands at its place, and does not hide the rest.
#include "fixture.h"
#include "support/catch.h"

TEST_CASE("full-width colon after a key") {
    Yaml const y("kind: text\n題名：はじめに\nlead: x\n");
    CHECK(y.problems() == Problems{"2:3 YamlWideColon"});
    CHECK(y["題名"].text() == "はじめに"); // mended, so that later checks see the value
    CHECK(y.place(y["題名"].span()) == "2:4");
    Yaml const all("題名：はじめに\n種類：本文\n");
    CHECK(all.problems() == Problems{"1:3 YamlWideColon", "2:3 YamlWideColon"});
    Yaml const item("l:\n  - 名称：A\n    人数: 5\n  - 名称: B\n");
    CHECK(item.problems() == Problems{"2:7 YamlWideColon"});
    CHECK(item["l"].at(1).entry(0).value.text() == "B");
}

TEST_CASE("a full-width colon in text is text") {
    Yaml const y("lead: 持ち物：筆記用具\nbody: |\n  会場：市民会館\nlist:\n  - 一：二\n  - 三：四\n");
    CHECK(y.problems().empty());
    CHECK(y["lead"].text() == "持ち物：筆記用具");
    CHECK(y["list"].at(0).text() == "一：二");
}

TEST_CASE("no space after the colon") {
    Yaml const y("kind: text\n題名:はじめに\n");
    CHECK(y.problems() == Problems{"2:3 YamlColonNoSpace"});
    CHECK(y["題名"].text() == "はじめに");
}

TEST_CASE("colon and space within a value") {
    Yaml const y("theme: テーマ: つながり\nnext: x\n");
    CHECK(y.problems() == Problems{"1:11 YamlColonInValue"});
    CHECK(y["theme"].text() == "テーマ: つながり");
    CHECK(y["next"].text() == "x");
    CHECK(Yaml("url: https://example.org/a:b\ntime: 13:30\n").problems().empty());
}

TEST_CASE("a tab or a full-width space as indentation") {
    Yaml const tab("l:\n\t- a\n");
    CHECK(tab.problems() == Problems{"2:1 YamlTabIndent"});
    Yaml const wide("g:\n　name: x\n");
    CHECK(wide.problems() == Problems{"2:1 YamlWideSpaceIndent"});
    CHECK(wide["g"].entry(0).value.text() == "x");
}

TEST_CASE("lines of prose that are not indented are read on, and said once") {
    Yaml const y("body: |\n  一行目\n　二行目\n\t三行目\n四行目\nnext: x\n");
    CHECK(y.problems() == Problems{"3:1 YamlWideSpaceIndent"});
    CHECK(y["body"].text() == "一行目\n　二行目\n三行目\n四行目\n");
    CHECK(y["next"].text() == "x");
    Yaml const none("body: |\n本文\nnext: x\n");
    CHECK(none.problems() == Problems{"2:1 YamlNotIndented"});
    CHECK(none["body"].text() == "本文\n");
    CHECK(none["next"].text() == "x");
}

TEST_CASE("a full-width space inside an indented paragraph is no accident") {
    CHECK(Yaml("body: |\n  　一字下げ\n  　二つ目\n").problems().empty());
}

TEST_CASE("values that begin with a mark of YAML") {
    Yaml const y("a: *重要* なこと\nb: {小樽|おたる}の運河\nc: [[fig-canal]]\nd: \"小樽\"の町\ne: @x\nf: > 引用\n"
                 "g: !x y\nh: #1a2b3c\ni: %5\nj: [図:a] を見る\nk: ok\n");
    CHECK(y.problems() == Problems{"1:4 YamlAliasUnknown", "2:4 YamlSpecialStart", "3:4 YamlSpecialStart",
                                   "4:4 YamlSpecialStart", "5:4 YamlSpecialStart", "6:4 YamlSpecialStart",
                                   "7:4 YamlTag", "8:4 YamlSpecialStart", "9:4 YamlSpecialStart",
                                   "10:4 YamlSpecialStart"});
    CHECK(y["b"].text() == "{小樽|おたる}の運河");
    CHECK(y["h"].text() == "#1a2b3c");
    CHECK(y["k"].text() == "ok");
    CHECK(Yaml("l:\n  - **強い** 言葉\n").problems() == Problems{"2:5 YamlAliasUnknown"});
}

TEST_CASE("a comment after a key whose value follows is a comment") {
    CHECK(Yaml("l: #一覧\n  - a\nm: # x\n").problems().empty());
}

TEST_CASE("quotes and brackets that never close") {
    Yaml const quote("a: \"閉じない\nb: \"x\"\n");
    CHECK(quote.problems() == Problems{"1:4 YamlQuoteOpen"});
    CHECK(quote["b"].text() == "x");
    Yaml const bracket("a: [x, y\nb: z\n");
    CHECK(bracket.problems() == Problems{"1:4 YamlBracketOpen"});
    CHECK(bracket["b"].text() == "z");
}

TEST_CASE("indentation that matches nothing") {
    CHECK(Yaml("kind: text\n  title: x\n").problems() == Problems{"2:3 YamlIndent"});
    CHECK(Yaml("l:\n  - a\n - b\n").problems() == Problems{"3:2 YamlIndent"});
}

TEST_CASE("a line without a key") {
    Yaml const y("a: x\nただの文\nb: y\n");
    CHECK(y.problems() == Problems{"2:1 YamlNoKey"});
    CHECK(y["b"].text() == "y");
}

TEST_CASE("a second document, an empty file") {
    CHECK(Yaml("a: x\n---\nb: y\n").problems() == Problems{"2:1 YamlSeveralDocuments"});
    CHECK(Yaml("").problems() == Problems{"1:1 FileEmpty"});
    CHECK(Yaml("# only a comment\n\n").problems() == Problems{"1:1 FileEmpty"});
}

TEST_CASE("several accidents of one file are all said") {
    Yaml const y("題名：a\nb:c\nd: e: f\ng: \"h\n");
    CHECK(y.problems() ==
          Problems{"1:3 YamlWideColon", "2:2 YamlColonNoSpace", "3:5 YamlColonInValue", "4:4 YamlQuoteOpen"});
}
