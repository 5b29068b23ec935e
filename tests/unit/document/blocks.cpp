#include "fixture.h"
#include "support/catch.h"

TEST_CASE("paragraphs: an empty line, or a full-width space at the start") {
    CHECK(Body("一つ目。\n\n二つ目。").shown() == "p(一つ目。) p(二つ目。)");
    CHECK(Body("　一つ目。\n　二つ目。\n続き。").shown() == "p(一つ目。) p(二つ目。続き。)");
    CHECK(Body("\n\n　\n本文\n\n\n").shown() == "p(本文)");
}

TEST_CASE("headings to three levels, with ids and without numbers") {
    CHECK(Body("# 節\n本文\n## 項 {#kou}\n### 小見出し {-}\n# 終わり {#end -}").shown() ==
          "h1(節) p(本文) h2#kou(項) h3-(小見出し) h1#end-(終わり)");
    CHECK(Body("# {小樽|おたる}の町").shown() == "h1(<r おたる>小樽</r>の町)"); // a ruby is no attribute
    CHECK(Body("#　全角の空白").shown() == "h1(全角の空白)");
    CHECK(Body("#### 深い").problems() == Problems{"1:1 HeadingTooDeep"});
    CHECK(Body("#### 深い").shown() == "h3(深い)");
    CHECK(Body("# ").problems() == Problems{"1:1 HeadingEmpty"});
    CHECK(Body("#見出し").problems() == Problems{"1:1 HeadingNoSpace"});
    CHECK(Body("\\# 文字").shown() == "p(# 文字)");
}

TEST_CASE("lists, nested by two spaces or more, and their continuation") {
    CHECK(Body("- 一\n- 二\n  続き\n- 三").shown() == "ul(li(p(一)) li(p(二続き)) li(p(三)))");
    CHECK(Body("- 一\n  - 一の一\n    - 一の一の一\n  - 一の二\n- 二").shown() ==
          "ul(li(p(一) ul(li(p(一の一) ul(li(p(一の一の一)))) li(p(一の二)))) li(p(二)))");
    CHECK(Body("1. 一\n2. 二\n   - 中\n3. 三").shown() == "ol1(li(p(一)) li(p(二) ul(li(p(中)))) li(p(三)))");
    CHECK(Body("3. 三から\n4. 四").shown() == "ol3(li(p(三から)) li(p(四)))");
    CHECK(Body("・一\n・二").shown() == "ul(li(p(一)) li(p(二)))");
    CHECK(Body("* 一\n* 二").shown() == "ul(li(p(一)) li(p(二)))");
    CHECK(Body("-　全角").shown() == "ul(li(p(全角)))");
}

TEST_CASE("paragraphs within items, lists after paragraphs") {
    CHECK(Body("- 一\n\n  二つ目の段落\n- 次\n\n外").shown() == "ul(li(p(一) p(二つ目の段落)) li(p(次))) p(外)");
    CHECK(Body("文\n- 一\n\n- 二").shown() == "p(文) ul(li(p(一)) li(p(二)))");
    CHECK(Body("- 一\n続く行").shown() == "ul(li(p(一続く行)))"); // as Markdown's lazy continuation
    CHECK(Body("- 一\n1. 別").shown() == "ul(li(p(一))) ol1(li(p(別)))");
    CHECK(Body("年は\n2019. 年").shown() == "p(年は2019. 年)"); // only a list from 1 ends a paragraph
    CHECK(Body("-5度\n・・・").shown() == "p(-5度・・・)");
}

TEST_CASE("quotes") {
    CHECK(Body("> 引用\n> 続き\n>\n> 二段目\n地の文ではない続き\n\n外").shown() ==
          "quote(p(引用続き) p(二段目地の文ではない続き)) p(外)");
    CHECK(Body("> - 一\n> - 二\n>> 深い").shown() == "quote(ul(li(p(一)) li(p(二))) quote(p(深い)))");
}

TEST_CASE("scene rules and page breaks") {
    CHECK(Body("a\n\n* * *\n\nb\n---\nc\n***").shown() == "p(a) rule p(b) rule p(c) rule");
    CHECK(Body("a\n[改ページ]\nb\n[pagebreak]").shown() == "p(a) break p(b) break");
    CHECK(Body("[段組み:2]\na\n[段組み終わり]\nb").shown() == "columns 2 p(a) columns 0 p(b)");
    CHECK(Body("[段組み：３]\n[columns: 1]\n[/columns]").shown() == "columns 3 columns 1 columns 0");
}

TEST_CASE("figures and tables in place") {
    Body const body("a\n[図:canal]\nb\n[figure: x]\n[表：t]\n[table:u]");
    CHECK(body.shown() == "p(a) figure7 p(b) figure7 table8 table8");
    CHECK(body.placed == std::vector<std::string>{"figure canal", "figure x", "table t", "table u"});
    Body const inline_use("文の中の[図:canal]です");
    CHECK(inline_use.problems() == Problems{"1:5 BlockInline"});
}

TEST_CASE("Markdown's image on a line of its own") {
    Body const body("前\n\n![運河の夜](photos/a b.jpg \"雪の**夜**\")\n後");
    CHECK(body.shown() == "p(前) figure0 p(後)");
    REQUIRE(body.figures.size() == 1);
    CHECK(body.figures[0].file == "photos/a b.jpg");
    CHECK(body.figures[0].alt == "運河の夜");
    CHECK(shown::rich(body.figures[0].caption) == "雪の<b>夜</b>");
    CHECK(body.place(body.figures[0].file_span) == "3:9");
}

TEST_CASE("notes with paragraphs and lists") {
    Body const body("本文[^1]\n\n[^1]: 注の文。\n\n  注の二段目。\n[^2]：全角の後\n\n次");
    CHECK(body.shown() == "p(本文[^0]) p(次)");
    CHECK(body.note_text.at("1") == "p(注の文。) p(注の二段目。)");
    CHECK(body.note_text.at("2") == "p(全角の後)");
}

TEST_CASE("places within lists and quotes") {
    CHECK(Body("- 一\n  - **開く\n> > [[x|色]]").problems() == Problems{"2:5 MarkNotClosed", "3:9 ReferenceForm"});
}

TEST_CASE("nesting is bounded") {
    std::string deep;
    for (int i = 0; i < 2000; ++i)
        deep += "> ";
    CHECK(Body(deep + "x").problems() == Problems{"1:" + std::to_string(2 * 15 + 1) + " MarkupTooDeep"});
    std::string list;
    for (int i = 0; i < 300; ++i)
        list += std::string(static_cast<std::size_t>(2 * i), ' ') + "- x\n";
    CHECK(Body(list).problems().size() == 1);
}
