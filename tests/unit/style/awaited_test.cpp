#include "style/awaited.h"
#include "style/join_text.h"

#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::style;

namespace {

std::string part(StyledText const& text, std::uint32_t begin, std::uint32_t end) {
    return text.text.substr(begin, end - begin);
}

// 前(00ページ)後 with a run, a link and a piece around the words that wait, and a reading behind them.
StyledText waiting(AnchorId anchor) {
    Awaited page;
    page.form = AwaitedForm::Page;
    page.anchor = anchor;
    std::string const words = awaited_words(page, {}, {});
    TextStyle plain, link;
    plain.size = Length::pt(10);
    link.size = Length::pt(9);
    StyledText text = styled_plain("前(", plain, TagId{7u});
    page.begin = static_cast<std::uint32_t>(text.text.size());
    append_plain(text, words, link);
    page.end = static_cast<std::uint32_t>(text.text.size());
    text.links.push_back({page.begin, page.end, anchor, TagId{8u}});
    text.awaited.push_back(page);
    append_plain(text, ")後", plain);
    auto const size = static_cast<std::uint32_t>(text.text.size());
    text.ruby.push_back({size - 3, size, {"あと"}, {}, {}, {}});
    text.tags.push_back({0, size, TagId{9u}});
    text.tabs.push_back(size - 4);
    text.anchors.push_back({size - 3, AnchorId{5u}});
    return text;
}

} // namespace

TEST_CASE("words that wait for a page: a stand-in of two figures, then the number, every range with its words") {
    StyledDocument document;
    ParagraphBlock block, other;
    block.text = waiting(AnchorId{1u});
    other.text = styled_plain("別の段落", {}, {});
    document.blocks.emplace_back(std::move(other));
    document.blocks.emplace_back(std::move(block));
    auto& text = std::get<ParagraphBlock>(document.blocks[1]).text;
    CHECK(text.text == "前(00\u2060ページ)後");

    References known;
    known.folio = {"3", "128"};
    auto const changed = fill_in(document, known);
    REQUIRE(changed.size() == 1);
    CHECK(changed[0] == &std::get<ParagraphBlock>(document.blocks[1]));
    CHECK(text.text == "前(128\u2060ページ)後");
    REQUIRE(text.runs.size() == 3);
    CHECK(part(text, text.runs[0].begin, text.runs[0].end) == "前(");
    CHECK(part(text, text.runs[1].begin, text.runs[1].end) == "128\u2060ページ");
    CHECK(part(text, text.runs[2].begin, text.runs[2].end) == ")後");
    REQUIRE(text.pieces.size() == 3);
    CHECK(part(text, text.pieces[1].text_begin, text.pieces[1].text_begin + text.pieces[1].length) == "128\u2060ページ");
    CHECK(part(text, text.pieces[2].text_begin, text.pieces[2].text_begin + text.pieces[2].length) == ")後");
    CHECK(part(text, text.links[0].begin, text.links[0].end) == "128\u2060ページ");
    CHECK(part(text, text.ruby[0].begin, text.ruby[0].end) == "後");
    CHECK(part(text, text.tags[0].begin, text.tags[0].end) == text.text);
    CHECK(text.text[text.tabs[0]] == ')');
    CHECK(part(text, text.anchors[0].at, text.anchors[0].at + 3) == "後");

    SECTION("the same numbers change nothing") { CHECK(fill_in(document, known).empty()); }
    SECTION("a shorter number") {
        known.folio[1] = "9";
        CHECK(fill_in(document, known).size() == 1);
        CHECK(text.text == "前(9\u2060ページ)後");
        CHECK(part(text, text.ruby[0].begin, text.ruby[0].end) == "後");
    }
}

TEST_CASE("the page of something on no page stays a stand-in") {
    Awaited folio;
    folio.anchor = AnchorId{0u};
    CHECK(awaited_words(folio, {}, {}) == "00");
    CHECK(awaited_words(folio, {}, {{""}, {}}) == "00");
    CHECK(awaited_words(folio, {}, {{"xii"}, {}}) == "xii");
}

TEST_CASE("a page number in a vertical line is a kanji number where the chapter asks for them") {
    Awaited page;
    page.form = AwaitedForm::Page;
    page.anchor = AnchorId{0u};
    page.numerals = document::Numerals::Kanji;
    CHECK(awaited_words(page, {}, {{"12"}, {}}) == "十二ページ");
}

TEST_CASE("notes counted page by page: mark, label and what is printed of a note get one number") {
    StyledDocument document;
    document.note_mark = "*{n}";
    Note note;
    note.number_awaited = true;
    note.printed = "*1";
    ParagraphBlock body;
    body.text = styled_plain("本文*1", {}, {});
    body.text.awaited.push_back({6, 8, AwaitedForm::NoteMark, {}, NoteId{0u}});
    ParagraphBlock text;
    text.text = styled_plain("注の文", {}, {});
    text.label = styled_plain("*1", {}, {});
    text.label->awaited.push_back({0, 2, AwaitedForm::NoteMark, {}, NoteId{0u}});
    note.paragraphs.push_back(std::move(text));
    document.notes.push_back(std::move(note));
    document.blocks.emplace_back(std::move(body));

    CHECK(fill_in(document, {{}, {12}}).size() == 2);
    CHECK(std::get<ParagraphBlock>(document.blocks[0]).text.text == "本文*12");
    CHECK(document.notes[0].printed == "*12");
    CHECK(document.notes[0].paragraphs[0].label->text == "*12");
    CHECK(document.notes[0].paragraphs[0].text.text == "注の文");
}

TEST_CASE("marks of notes: a number in the layout's pattern, or the sign repeated") {
    CHECK(note_mark("", 3) == "3)");
    CHECK(note_mark("[{n}]", 12) == "[12]");
    CHECK(note_mark("*", 3) == "***");
}
