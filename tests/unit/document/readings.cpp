// The dictionary of readings: which words it finds, and what a furigana edition leaves over.
#include "document/readings.h"
#include "fixture.h"
#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::document;

namespace {

struct Read : Plan {
    std::vector<UnknownWord> unknown;

    Read(std::string const& keys, std::string const& body, std::string const& more = "") {
        loader.add("plan/plan.yaml", "title: 計画\n" + keys + "chapters: [a.yaml, b.yaml]\n");
        loader.add("plan/a.yaml", "kind: text\ntitle: 題\n" + more + "body: |\n  " + body + "\n");
        loader.add("plan/b.yaml", "kind: text\ntitle: 題\nbody: |\n  " + body + "\n");
        read();
        unknown = apply_readings(*document, sink);
    }
    std::string body(std::size_t chapter_index = 0, std::size_t block = 0) const {
        return shown::rich(std::get<Paragraph>(chapter(chapter_index).body.at(block).what).text);
    }
};

std::string with(std::string const& entries, std::string const& body) {
    return Read("readings: {" + entries + "}\nreadings_scope: always\n", body).body();
}

} // namespace

TEST_CASE("first occurrence in each chapter, or always") {
    std::string const readings = "readings: {小樽: お|たる}\n";
    Read const first(readings, "小樽と小樽。");
    CHECK(first.body(0) == "<r お たる>小樽</r>と小樽。");
    CHECK(first.body(1) == "<r お たる>小樽</r>と小樽。");
    CHECK(Read(readings + "readings_scope: always\n", "小樽と小樽。").body() == "<r お たる>小樽</r>と<r お たる>小樽</r>。");
    CHECK(Read("読み: {小樽: [お, たる]}\n読みの範囲: すべて\n", "小樽。").body() == "<r お たる>小樽</r>。");
    Read const off(readings, "小樽。", "readings: false\n");
    CHECK(off.body(0) == "小樽。");
    CHECK(off.body(1) == "<r お たる>小樽</r>。");
}

TEST_CASE("a word with a ruby by hand is left alone, and is the first occurrence") {
    Read const by_hand("readings: {小樽: お|たる}\n", "{小樽|お|たる}と小樽。");
    CHECK(by_hand.body() == "<r お たる>小樽</r>と小樽。");
    CHECK(by_hand.problems().empty());
    Read const other("readings: {小樽: お|たる}\n", "{小樽|オタル}。");
    CHECK(other.body() == "<r オタル>小樽</r>。");
    CHECK(other.problems() == Problems{"a.yaml:4:3 ReadingDiffers", "b.yaml:4:3 ReadingDiffers"});
}

TEST_CASE("the longest word wins") {
    CHECK(with("小樽: お|たる, 小樽運河: おたるうんが", "小樽運河と小樽。") == "<r おたるうんが>小樽運河</r>と<r お たる>小樽</r>。");
}

TEST_CASE("never a part of a longer compound") {
    CHECK(with("市: いち", "市と市役所、小樽市。") == "<r いち>市</r>と市役所、小樽市。");
    CHECK(with("浜町: はま|ちょう", "長浜町と浜町。") == "長浜町と<r はま ちょう>浜町</r>。");
    CHECK(with("人: ひと", "人々の人。") == "人々の<r ひと>人</r>。");
    CHECK(with("PTA: ピーティーエー", "PTAとPTA2、APTA。") == "<r ピーティーエー>PTA</r>とPTA2、APTA。");
}

TEST_CASE("what only adds to a name, another word, and a ruby do not stand in the way") {
    CHECK(with("小樽: お|たる", "旧小樽市役所、小樽駅。") == "旧<r お たる>小樽</r>市役所、<r お たる>小樽</r>駅。");
    CHECK(with("小樽: お|たる", "小樽文庫。") == "小樽文庫。");
    CHECK(with("小樽: お|たる, 運河: うん|が", "小樽運河。") == "<r お たる>小樽</r><r うん が>運河</r>。");
    CHECK(with("小樽: お|たる", "小樽{文庫|ぶんこ}。") == "<r お たる>小樽</r><r ぶんこ>文庫</r>。");
}

TEST_CASE("kana within a word carry no reading") {
    CHECK(with("担い手: にな|い|て", "担い手。") == "<r にな>担</r>い<r て>手</r>。");
    CHECK(with("担い手: にないて", "担い手。") == "<r にな>担</r>い<r て>手</r>。");
    CHECK(with("お茶の間: おちゃのま", "お茶の間。") == "お<r ちゃ>茶</r>の<r ま>間</r>。");
    CHECK(with("の野の: ののの", "の野の。") == "の<r の>野</r>の。");
    CHECK(with("生き物: いきもの", "生き物。") == "<r い>生</r>き<r もの>物</r>。");
    CHECK(with("手の野: てのののの", "手の野。") == "<r てのののの>手の野</r>。"); // several ways: over the whole
}

TEST_CASE("other marks around and within, but not across the ends of a word") {
    CHECK(with("小樽: お|たる", "**小樽**と**小**樽と**の小樽の**。") ==
          "<b><r お たる>小樽</r></b>と<b>小</b>樽と<b>の<r お たる>小樽</r>の</b>。");
}

TEST_CASE("heads and captions stay as typed") {
    Read const read("readings: {小樽: お|たる}\n", "# 小樽\n\n  小樽。");
    CHECK(std::get<Heading>(read.chapter().body.at(0).what).text.marks.empty());
    CHECK(read.body(0, 1) == "<r お たる>小樽</r>。");
}

TEST_CASE("a furigana edition reads every word it can, and lists the others") {
    Read const read("furigana: true\nreadings: {小樽: お|たる}\n", "# 小樽\n\n  小樽の{運河|うん|が}、運河と港町、港町の朝。");
    CHECK(shown::rich(std::get<Heading>(read.chapter().body.at(0).what).text) == "<r お たる>小樽</r>");
    CHECK(read.body(0, 1) == "<r お たる>小樽</r>の<r うん が>運河</r>、<r うん が>運河</r>と港町、港町の朝。");
    REQUIRE(read.unknown.size() == 3);
    CHECK(read.unknown[0].word == "題"); // the titles
    CHECK(read.unknown[1].word == "港町");
    CHECK(read.unknown[1].count == 4);
    CHECK(read.store.place(read.unknown[1].first).line == 6);
    CHECK(read.unknown[2].word == "朝");
}

TEST_CASE("a furigana edition takes no side where the editor's own readings differ") {
    Read const read("furigana: true\n", "{上手|じょうず}と{上手|かみて}と上手。");
    CHECK(read.body() == "<r じょうず>上手</r>と<r かみて>上手</r>と上手。");
    CHECK(read.unknown.back().word == "上手");
}

TEST_CASE("a hundred thousand words and one character repeated cost what their length is worth") {
    std::string keys = "readings:\n", body;
    for (int i = 0; i < 20000; ++i) keys += "  小" + std::string("樽余市運河港町").substr(0, 3 * (1 + i % 7)) + std::to_string(i) + ": よみ\n";
    for (int i = 0; i < 100000; ++i) body += "小";
    Read const read(keys, body);
    CHECK(read.body() == body);
}
