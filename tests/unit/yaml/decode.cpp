#include "yaml/decode.h"

#include "fixture.h"
#include "support/catch.h"

using namespace kumihan;
using yaml::Field;
using yaml::FieldType;
using yaml::Name;
using yaml::ObjectReader;

namespace {

constexpr Name kStyles[] = {{"wareki", "和暦"}, {"seireki", "西暦"}};
enum class Style : std::uint8_t { Wareki, Seireki };
constexpr Field kInner[] = {{.english = "name", .japanese = "名称", .type = FieldType::Plain, .required = true}};
constexpr Field kFields[] = {
    {.english = "title", .japanese = "題名", .type = FieldType::Plain, .required = true},
    {.english = "count", .japanese = "数", .type = FieldType::Integer, .low = 1, .high = 9},
    {.english = "ratio", .japanese = "比", .type = FieldType::Number},
    {.english = "shown", .japanese = "出す", .type = FieldType::Bool},
    {.english = "style", .japanese = "書き方", .type = FieldType::Choice, .choices = kStyles},
    {.english = "words", .japanese = "語", .type = FieldType::PlainList},
    {.english = "inner", .japanese = "中", .type = FieldType::Object, .object = kInner},
    {.english = "groups", .japanese = "グループ", .type = FieldType::ObjectList, .object = kInner},
};

struct Read : Yaml {
    ObjectReader reader;
    explicit Read(std::string text) : Yaml(std::move(text)), reader(root(), {kFields}, sink, "file") {}
    std::vector<std::string> args(std::size_t i) const { return sink.take_ordered().shown.at(i).args; }
};

} // namespace

TEST_CASE("keys are known by both names, and a file may mix them") {
    Read const r("題名: 計画\ncount: ３\n比: 1.5\nshown: はい\n書き方: 西暦\nwords: [a, b]\n");
    CHECK(r.problems().empty());
    CHECK(r.reader.text("title") == "計画");
    CHECK(r.reader.integer("count") == 3); // full-width digits mean digits
    CHECK(r.reader.number("ratio") == 1.5);
    CHECK(r.reader.boolean("shown"));
    CHECK(r.reader.choice("style", Style::Wareki) == Style::Seireki);
    CHECK(r.reader.text_list("words") == std::vector<std::string>{"a", "b"});
    CHECK(r.reader.key("title") == "題名"); // as the editor wrote it
    CHECK(r.reader.key("inner") == "中"); // absent: its name in the language of the others
    CHECK_FALSE(r.reader.has("inner"));
}

TEST_CASE("absent fields give their fallback in silence, required ones are said") {
    Read const r("count: 2\n");
    CHECK(r.problems() == Problems{"1:1 MissingKey"});
    CHECK(r.args(0)[0] == "title（題名）");
    CHECK(r.reader.text("title", "x") == "x");
    CHECK(r.reader.number("ratio", 7) == 7);
    CHECK_FALSE(r.reader.optional_boolean("shown"));
    CHECK(r.reader.text_list("words").empty());
    CHECK_FALSE(r.reader.object("inner"));
    CHECK(Read("title:\n").problems() == Problems{"1:1 EmptyValue"});
}

TEST_CASE("an unknown key names the nearest known one, in the language it was written in") {
    Read const r("title: x\ncuont: 3\n題明: y\nzzzzzz: 1\ngroup: []\n");
    CHECK(r.problems() == Problems{"2:1 UnknownKeyNear", "3:1 UnknownKeyNear", "4:1 UnknownKey", "5:1 UnknownKeyNear"});
    CHECK(r.args(0)[1] == "count"); // a swap of neighbours is one step
    CHECK(r.args(1)[1] == "題名");
    CHECK(r.args(3)[1] == "groups");
}

TEST_CASE("a key twice, also under its other name") {
    CHECK(Read("title: a\ntitle: b\n").problems() == Problems{"2:1 YamlDuplicateKey"});
    Read const r("title: a\n題名: b\n");
    CHECK(r.problems() == Problems{"2:1 YamlDuplicateKey"});
    CHECK(r.reader.text("title") == "a");
    CHECK(r.place(r.sink.take_ordered().shown[0].labels[0].span) == "1:1");
}

TEST_CASE("wrong types are said at the value, with the key as written") {
    Read const r("title: [a]\n数: 三\n比: 多い\n出す: たぶん\n書き方: 西歴\ninner: x\ngroups: x\n");
    (void)r.reader.text("title");
    CHECK(r.reader.integer("count", 4) == 4);
    (void)r.reader.number("ratio");
    (void)r.reader.boolean("shown");
    (void)r.reader.choice("style", Style::Wareki);
    (void)r.reader.object("inner");
    (void)r.reader.object_list("groups");
    CHECK(r.problems() == Problems{"1:8 ExpectedText", "2:4 ExpectedInteger", "3:4 ExpectedNumber", "4:5 ExpectedBool",
                                   "5:6 ExpectedChoiceNear", "6:8 ExpectedObject", "7:9 ExpectedList"});
    CHECK(r.args(1) == std::vector<std::string>{"数", "三"});
    CHECK(r.args(4) == std::vector<std::string>{"書き方", "西歴", "wareki/和暦、seireki/西暦", "西暦"});
}

TEST_CASE("text that YAML took for a key and a value") {
    Read const r("title: x\nwords:\n  - 参加者: もっと\n");
    (void)r.reader.text_list("words");
    CHECK(r.problems() == Problems{"3:5 TextLooksLikeKey"});
}

TEST_CASE("numbers and choices in Japanese quotes") {
    Read const r("title: 「結びなおし」\ncount: 「3」\nstyle: 『西暦』\n");
    CHECK(r.reader.text("title") == "「結びなおし」"); // in text they are text
    (void)r.reader.integer("count");
    (void)r.reader.choice("style", Style::Wareki);
    CHECK(r.problems() == Problems{"2:8 ValueInBrackets", "3:8 ValueInBrackets"});
}

TEST_CASE("ranges, and whole numbers") {
    Read const r("title: x\ncount: 12\n");
    CHECK(r.reader.integer("count") == 9);
    CHECK(r.problems() == Problems{"2:8 OutOfRange"});
    Read const half("title: x\ncount: 1.5\n");
    (void)half.reader.integer("count");
    CHECK(half.problems() == Problems{"2:8 ExpectedInteger"});
}

TEST_CASE("lists: one value counts as a list of one; objects within are checked") {
    Read const r("title: x\nwords: 一つ\ngroups:\n  - name: A\n  - ただの文\n");
    CHECK(r.reader.text_list("words") == std::vector<std::string>{"一つ"});
    CHECK(r.reader.object_list("groups").size() == 1);
    CHECK(r.problems() == Problems{"5:5 ExpectedObject"});
}

TEST_CASE("what is no map is said once, and misses nothing") {
    CHECK(Read("- a\n- b\n").problems() == Problems{"1:1 ExpectedObject"});
}

TEST_CASE("true and false in the words people use") {
    for (auto const* word : {"true", "True", "yes", "on", "はい"}) {
        Read const r("title: x\nshown: " + std::string(word) + "\n");
        CHECK(r.reader.boolean("shown"));
    }
    for (auto const* word : {"false", "no", "off", "いいえ"}) {
        Read const r("title: x\nshown: " + std::string(word) + "\n");
        CHECK_FALSE(r.reader.boolean("shown", true));
    }
}

TEST_CASE("the nearest word") {
    constexpr std::string_view kWords[] = {"title", "subtitle", "date", "題名", "副題"};
    CHECK(yaml::nearest("tilte", kWords) == "title");
    CHECK(yaml::nearest("Title", kWords) == "title");
    CHECK(yaml::nearest("dates", kWords) == "date");
    CHECK(yaml::nearest("副代", kWords) == "副題");
    CHECK(yaml::nearest("publisher", kWords).empty());
    CHECK(yaml::nearest("x", kWords).empty());
    SECTION("a part of a name: one that begins with it, the shortest, before one that contains it") {
        CHECK(yaml::nearest("題", kWords) == "題名");
        CHECK(yaml::nearest("副", kWords) == "副題");
        CHECK(yaml::nearest("sub", kWords) == "subtitle");
        CHECK(yaml::nearest("itl", kWords) == "title");
        CHECK(yaml::nearest("ti", kWords).empty());
        constexpr std::string_view kLonger[] = {"写真の組", "写真", "表"};
        CHECK(yaml::nearest("真の", kLonger) == "写真の組");
    }
}
