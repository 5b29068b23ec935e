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

TEST_CASE("what braces at the end of a paragraph say") {
    auto form = [](std::string text) {
        Body const body(text);
        return std::get<kumihan::document::Paragraph>(body.blocks.at(0).what).form;
    };
    using kumihan::document::ParagraphPlace;
    using kumihan::document::TabAlign;
    CHECK(form("The snow. {lang=en}").language == "en");
    CHECK(form("The snow. {英語}").language == "en");
    CHECK(form("四月一日{地付き}").place == ParagraphPlace::End);
    CHECK(form("四月一日　{字上げ=2}").raise == 2);
    CHECK(form("四月一日　{字上げ２}").raise == 2);
    CHECK(form("四月一日　{字上げ=2}").place == ParagraphPlace::End);
    CHECK(form("题 {中央、lang=zh-TW}").place == ParagraphPlace::Center);
    CHECK(form("题 {中央、lang=zh-TW}").language == "zh-TW");
    auto const tabs = form("一[タブ]二 {タブ=30右… 12 20.5小数点}").tabs;
    REQUIRE(tabs.size() == 3);
    CHECK((tabs[0].em == 12 && tabs[0].align == TabAlign::Start));
    CHECK((tabs[1].em == 20.5 && tabs[1].align == TabAlign::Decimal));
    CHECK((tabs[2].em == 30 && tabs[2].align == TabAlign::End && tabs[2].leader == "…"));
    // Other braces are text, and so is ruby
    CHECK(Body("集合 {1, 2}").shown() == "p(集合 {1, 2})");
    CHECK(Body("雪の{小樽|おたる}").shown() == "p(雪の<r おたる>小樽</r>)");
    CHECK(Body("雪 \\{英語}").shown() == "p(雪 {英語})");
    CHECK(Body("四月 {地付き 左}").problems() == Problems{"1:9 FormUnknown"});
}

TEST_CASE("widths, sizes and tabs within a line") {
    CHECK(Body("{見本 太郎|字取り5}と{小|80%}").shown() == "p(<fit>見本 太郎</fit>と<scaled>小</scaled>)");
    CHECK(Body("{**太**字|字取り=4.5}").shown() == "p(<fit><b>太</b>字</fit>)");
    CHECK(Body("{字|字取り}と{字|500%}").shown() == "p(<r 字取り>字</r>と<r 500%>字</r>)"); // no measures
    CHECK(Body("品[タブ]数").shown() == "p(品[tab]数)");
    CHECK(Body("品[tab]数").shown() == "p(品[tab]数)");
    CHECK(Body("品\\[タブ]数").shown() == "p(品[タブ]数)");
}

TEST_CASE("rosters: a line for each person, up to an empty line") {
    CHECK(Body("[名簿]\n会長｜見本 太郎｜町会\n林 実\n書記|{林|はやし}\n\n次").shown() ==
          "roster([会長|見本 太郎|町会][|林 実|][書記|<r はやし>林</r>|]) p(次)");
    CHECK(Body("[名簿]\n一｜二｜三｜四").problems() == Problems{"2:1 RosterColumns"});
}

TEST_CASE("articles, numbered by hand or counted") {
    CHECK(Body("[条文]\n第1条（目的）　この会は、\n町のために。\n2　前項の\n一　雪\nイ　道\n第三条の二　名 {#na}").shown() ==
          "statute(a1<目的>[この会は、町のために。]p2[前項の]i1[雪]s1[道]a3-2#na[名])");
    CHECK(Body("[条文]\n第○条　甲\n○項　乙\n○号　丙\n○号　丁\n○目　戊\n○項　己\n第○条　庚\n○項　辛").shown() ==
          "statute(a1[甲]p2[乙]i1[丙]i2[丁]s1[戊]p3[己]a2[庚]p2[辛])");
    // The title on a line of its own; a sentence that begins with an article's name goes on with the one before
    CHECK(Body("[条文]\n（目的）\n第１条　甲は、\n第1条の規定による。").shown() == "statute(a1<目的>[甲は、第1条の規定による。])");
    // Headings stand between; articles are counted on
    CHECK(Body("[条文]\n第○条　甲\n# 雑則\n[条文]\n第○条　乙\n[条文終わり]\n後").shown() ==
          "statute(a1[甲]) h1(雑則) statute(a2[乙]) p(後)");
    CHECK(Body("[条文]\n第1条　甲\n\n2　乙\n続き\n\n後の段落").shown() == "statute(a1[甲]p2[乙続き]) p(後の段落)");
    CHECK(Body("[条文]\n前文である。\n第1条　甲").problems() == Problems{"2:1 ClauseNoMarker"});
}
