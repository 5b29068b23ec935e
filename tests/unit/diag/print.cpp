#include "diag/print.h"
#include "support/catch.h"

#include <string>

#include <nlohmann/json.hpp>

using namespace kumihan;
using diag::Code;
using diag::Colour;
using diag::Format;
using diag::Language;

namespace {

std::string printed(SourceStore const& store, diag::Sink const& sink, Format format = Format::Human,
                    Language language = Language::Japanese, Colour colour = Colour::No) {
    return diag::print(sink.take_ordered(), store, {language, format, colour});
}

} // namespace

TEST_CASE("the caret stands under full-width text: two columns a character") {
    SourceStore store;
    diag::Sink sink;
    auto const file = store.add("plan/10-why.yaml", "kind: text\n表題: はじめに\n");
    sink.report(Code::UnknownKeyNear, {file, 11, 17}, {"表題", "題名"}); // 表題 is bytes 11 to 17
    CHECK(printed(store, sink) == "エラー[K0302]: 項目「表題」はここでは使えません。「題名」のことですか\n"
                                  " --> plan/10-why.yaml:2:1\n"
                                  "  |\n"
                                  "2 | 表題: はじめに\n"
                                  "  | ^^^^\n"
                                  "\n");
}

TEST_CASE("a caret in the middle of a line counts displayed columns, the place counts characters") {
    SourceStore store;
    diag::Sink sink;
    auto const file = store.add("a.yaml", "body: 小樽《おたる》\n"); // 《 at byte 12, 》 ends at 27
    sink.report(Code::RubyNoBase, {file, 12, 27}, {"おたる"});
    auto const text = printed(store, sink, Format::Human, Language::English);
    // 6 columns "body: ", 4 columns 小樽, then 5 wide characters
    CHECK(text == "warning[K0416]: '《おたる》' has no '｜' before its base text and is printed as it is\n"
                  " --> a.yaml:1:9\n"
                  "  |\n"
                  "1 | body: 小樽《おたる》\n"
                  "  |           ^^^^^^^^^^\n"
                  "  hint: Write '｜base《おたる》' or '{base|おたる}' for ruby, '\\《' for the character itself.\n"
                  "\n");
}

TEST_CASE("tabs are shown as four columns, an empty place has one caret, a span ends with its line") {
    SourceStore store;
    diag::Sink sink;
    auto const file = store.add("a.yaml", "\ta: b\nnext\n");
    sink.report(Code::YamlTabIndent, {file, 0, 1});
    sink.report(Code::YamlSyntax, {file, 5, 9}, {"x"});
    sink.report(Code::MissingKey, {file, 6, 6}, {"title（題名）"});
    auto const text = printed(store, sink);
    CHECK_THAT(text, Catch::Contains("1 |     a: b\n  | ^^^^\n"));
    CHECK_THAT(text, Catch::Contains("  | " + std::string(8, ' ') + "^\n"));
    CHECK_THAT(text, Catch::Contains("2 | next\n  | ^\n"));
}

TEST_CASE("a long line is cut around the place") {
    SourceStore store;
    diag::Sink sink;
    std::string const before(300, 'a');
    auto const file = store.add("a.yaml", before + "XY" + std::string(300, 'b') + "\n");
    sink.report(Code::YamlSyntax, {file, 300, 302}, {"x"});
    // A window of 100 columns that begins 50 columns before the place; each cut end is marked.
    CHECK_THAT(printed(store, sink), Catch::Contains("1 | …" + std::string(50, 'a') + "XY" + std::string(47, 'b') +
                                                     "…\n  |  " + std::string(50, ' ') + "^^\n"));
}

TEST_CASE("a second place is shown with its note") {
    SourceStore store;
    diag::Sink sink;
    auto const file = store.add("a.yaml", "title: a\ntitle: b\n");
    diag::Diagnostic twice{Code::YamlDuplicateKey, diag::Severity::Error, {file, 9, 14}, {"title"}, {}, {}};
    twice.labels.push_back({{file, 0, 5}, "title"});
    sink.report(twice);
    CHECK_THAT(printed(store, sink), Catch::Contains(" ::: a.yaml:1:1\n  |\n1 | title: a\n  | ^^^^^ title\n"));
}

TEST_CASE("short lines carry file, place, code and page") {
    SourceStore store;
    diag::Sink sink;
    auto const file = store.add("plan/a.yaml", "x\n小樽\n");
    sink.report(Code::GlyphMissing, {file, 5, 8}, {"U+6A3D", "樽"}, "12");
    sink.report(Code::DiskFull, {}, {"out.pdf"});
    CHECK(printed(store, sink, Format::Short) ==
          "error K0902: ディスクがいっぱいで out.pdf を書けません\n"
          "plan/a.yaml:2:2: warning K0603: 「樽」（U+6A3D）を持つフォントがありません（12ページ）\n");
}

TEST_CASE("JSON holds the same as data") {
    SourceStore store;
    diag::Sink sink;
    auto const file = store.add("a.yaml", "x\n小樽: \"\n");
    sink.report(Code::YamlQuoteOpen, {file, 2, 8}, {"\""});
    sink.report(Code::DiskFull, {}, {"a\xFFz"}); // a name that is no UTF-8 must not stop the report
    auto const all = nlohmann::json::parse(printed(store, sink, Format::Json, Language::English));
    REQUIRE(all.size() == 2);
    CHECK(all[0]["code"] == "K0902");
    CHECK_FALSE(all[0].contains("file"));
    CHECK(all[1]["severity"] == "error");
    CHECK(all[1]["message"] == "quote \" is not closed");
    CHECK(all[1]["file"] == "a.yaml");
    CHECK(all[1]["line"] == 2);
    CHECK(all[1]["column"] == 1);
    CHECK(all[1]["end_column"] == 3);
    CHECK(printed(store, diag::Sink{}, Format::Json) == "[]\n");
}

TEST_CASE("colour only where asked for") {
    SourceStore store;
    diag::Sink sink;
    sink.report(Code::DiskFull, {}, {"x"});
    CHECK(printed(store, sink).find('\x1B') == std::string::npos);
    CHECK(printed(store, sink, Format::Human, Language::Japanese, Colour::Yes).find("\x1B[1;31m") != std::string::npos);
}

TEST_CASE("what was left out is said") {
    SourceStore store;
    diag::Sink sink;
    auto const file = store.add("a", std::string(30, 'x'));
    for (std::uint32_t i = 0; i < 23; ++i)
        sink.report(Code::UnknownKey, {file, i, i + 1}, {"k"});
    CHECK_THAT(printed(store, sink), Catch::Contains("K0301：同じ種類の問題がほかに 3 件あります"));
}

TEST_CASE("a value in a message is shown on one line, cut, and without what acts on a terminal") {
    auto const said = [](std::string value) {
        return diag::message({Code::UnknownKey, diag::Severity::Error, {}, {std::move(value)}, {}, {}}, Language::English);
    };
    CHECK(said("\x1B[31m\u202E赤\u009B1m") == "key '\uFFFD[31m\uFFFD赤\uFFFD1m' is not known here");
    CHECK(said("二\n行\t目") == "key '二 行 目' is not known here");
    CHECK(said("\xFF" "a") == "key '\uFFFDa' is not known here");
    std::string long_value;
    for (int i = 0; i < 201; ++i)
        long_value += "樽";
    CHECK(said(long_value) == "key '" + long_value.substr(0, 600) + "…' is not known here");
    CHECK(said(long_value.substr(0, 600)) == "key '" + long_value.substr(0, 600) + "' is not known here");
}

TEST_CASE("an excerpt shows controls as blanks") {
    SourceStore store;
    diag::Sink sink;
    auto const file = store.add("a.yaml", "x: a\xC2\x9B" "b\n"); // U+009B, a terminal's CSI
    sink.report(Code::UnknownKey, {file, 0, 1}, {"x"});
    CHECK(printed(store, sink).find("1 | x: a b\n") != std::string::npos);
}
