#include "style/number.h"

#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::document;

namespace {

RichText words(std::string text) {
    RichText out;
    out.text = std::move(text);
    return out;
}

Block heading(int level, std::string text, std::string id = {}, bool numbered = true) {
    return {Heading{level, std::move(id), words(std::move(text)), numbered, false, {}}, {}};
}

Figure figure(std::string id, std::string caption) {
    Figure out;
    out.id = std::move(id);
    out.file = "x.jpg";
    out.caption = words(std::move(caption));
    return out;
}

spec::LayoutSpec layout() { return {}; } // 第{n}章, {c}.{n}, 図{c}-{n}, 表{c}-{n}

} // namespace

TEST_CASE("kanji numerals") {
    CHECK(style::kanji_number(0) == "〇");
    CHECK(style::kanji_number(1) == "一");
    CHECK(style::kanji_number(10) == "十");
    CHECK(style::kanji_number(21) == "二十一");
    CHECK(style::kanji_number(105) == "百五");
    CHECK(style::kanji_number(2026) == "二千二十六");
    CHECK(style::fill_pattern("第{k}章", 12, 0) == "第十二章");
}

TEST_CASE("figures are numbered by chapter in the order of the text") {
    Document d;
    Chapter front;
    front.kind = ForewordChapter{};
    front.title = words("挨拶");
    Chapter one;
    one.kind = TextChapter{};
    one.title = words("理由");
    one.id = "why";
    one.figures = {figure("b", "二番目に置く"), figure("a", "一番目に置く"), figure("c", "置き場所なし")};
    one.body = {heading(1, "はじめに", "start"), {FigureUse{1}, {}}, heading(2, "細目"), heading(1, "番号なし", "", false),
                {FigureUse{0}, {}}, heading(1, "おわりに")};
    Chapter two = one;
    two.id = "two";
    two.figures = {figure("d", "次の章")};
    two.body = {heading(1, "一", "start2")};
    d.chapters = {front, one, two};
    auto const n = style::number(d, layout());

    CHECK(n.by_id.at("why").label == "第1章");
    CHECK(n.by_id.at("start").label == "1.1");
    CHECK(n.by_id.at("a").label == "図1-1");
    CHECK(n.by_id.at("b").label == "図1-2");
    CHECK(n.by_id.at("c").label == "図1-3"); // never placed: after the body
    CHECK(n.by_id.at("d").label == "図2-1");
    CHECK(n.by_id.at("start2").label == "2.1");

    std::vector<std::string> contents;
    for (auto const& entry : n.contents)
        contents.push_back(std::to_string(entry.level) + entry.label + style::plain(*entry.title));
    CHECK(contents == std::vector<std::string>{"1挨拶", "1第1章理由", "21.1はじめに", "3細目", "2番号なし", "21.2おわりに",
                                               "1第2章理由", "22.1一"});
}

TEST_CASE("what has no caption or asks for no number gets none, but can be linked to") {
    Document d;
    Chapter one;
    one.kind = TextChapter{};
    one.figures = {figure("plain", "キャプション")};
    one.figures[0].numbered = false;
    d.chapters = {one};
    auto const n = style::number(d, layout());
    CHECK(n.by_id.at("plain").label.empty());
    CHECK(n.by_id.at("plain").title == "キャプション");
    CHECK(n.figure_list.empty());
}

TEST_CASE("articles and what refers to their parts") {
    using enum ClauseLevel;
    Document document;
    Chapter chapter;
    chapter.kind = TextChapter{};
    Statute rules;
    auto add = [&](ClauseLevel level, int number, std::string id, int branch = 0) {
        Clause clause;
        clause.level = level;
        clause.number = number;
        clause.branch = branch;
        clause.id = std::move(id);
        rules.clauses.push_back(std::move(clause));
    };
    add(Article, 3, "a");
    add(Item, 1, "ai");
    add(Paragraph, 2, "p");
    add(Item, 11, "i");
    add(SubItem, 2, "s");
    add(Article, 3, "b", 2);
    chapter.body.push_back({std::move(rules), {}});
    document.chapters.push_back(std::move(chapter));
    auto const numbering = style::number(document, layout());
    auto label = [&](char const* id) { return numbering.by_id.at(id).label; };
    CHECK(label("a") == "第3条");
    CHECK(label("ai") == "第3条第一号"); // of its only paragraph
    CHECK(label("p") == "第3条第2項");
    CHECK(label("i") == "第3条第2項第十一号");
    CHECK(label("s") == "第3条第2項第十一号ロ");
    CHECK(label("b") == "第3条の2");
}
