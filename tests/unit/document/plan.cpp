#include "fixture.h"
#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::document;

TEST_CASE("plan.yaml: all fields, both languages mixed") {
    Plan plan;
    plan.loader.add(
        "plan/plan.yaml",
        "題名: そある版地域福祉計画2020\nsubtitle: 副題\n版: 初版\nprinting: 第1刷\n発行者: そある\neditor: 編集\n"
        "発行日: 2021-08-31\nkeywords: [福祉, 小樽]\nlayout: b5-booklet\noutput: a.pdf\n日付の書き方: 併記\n"
        "weekdays: no\nphoto_ppi: 300\n章:\n  - a.yaml\n");
    plan.loader.add("plan/a.yaml", "kind: text\ntitle: 章\n");
    plan.read();
    CHECK(plan.problems().empty());
    REQUIRE(plan.document);
    auto const& d = *plan.document;
    CHECK(d.title == "そある版地域福祉計画2020");
    CHECK(d.edition == "初版");
    CHECK(d.date.month == 8);
    CHECK(d.keywords == std::vector<std::string>{"福祉", "小樽"});
    CHECK(d.date_style == DateStyle::Both);
    CHECK_FALSE(d.weekdays);
    CHECK(d.photo_ppi == 300);
    CHECK(d.chapters.size() == 1);
    CHECK(d.language == "ja");
}

TEST_CASE("no plan, no chapters, missing and doubled files") {
    Plan none;
    none.read();
    CHECK(none.problems() == Problems{"PlanFolderMissing"});
    Plan other;
    other.loader.add("plan/a.yaml", "kind: text\ntitle: 章\n");
    other.read();
    CHECK(other.problems() == Problems{"PlanMissing"});
    CHECK_FALSE(none.document);

    Plan plan;
    plan.loader.add("plan/plan.yaml", "title: x\nchapters:\n  - a.yaml\n  - b.yaml\n  - ./a.yaml\n  -\n");
    plan.loader.add("plan/a.yaml", "kind: text\ntitle: 章\n");
    plan.read();
    CHECK(plan.problems() ==
          Problems{"plan.yaml:4:5 FileMissing", "plan.yaml:5:5 FileListedTwice", "plan.yaml:6:3 EmptyValue"});
    CHECK(plan.document->chapters.size() == 1);

    Plan empty;
    empty.loader.add("plan/plan.yaml", "title: x\nchapters: []\n");
    empty.read();
    CHECK(empty.problems() == Problems{"plan.yaml:2:1 NoChapters"});
}

TEST_CASE("paths stay within the plan's folder, links included, unless a folder is allowed") {
    auto const figure = [](std::string const& file) {
        return "kind: text\ntitle: x\nfigures:\n  - file: " + file + "\n    alt: x\n";
    };
    Plan plan;
    plan.loader.add(
        "plan/plan.yaml",
        "title: x\nallow_folders: [../shared]\nchapters: [a.yaml, b.yaml, c.yaml, d.yaml, e.yaml, ../x.yaml]\n");
    plan.loader.add_link("plan/photos", "secret");
    plan.loader.add("x.yaml", "kind: text\ntitle: x\n");
    plan.loader.add("plan/a.yaml", figure("../etc/passwd"));
    plan.loader.add("plan/b.yaml", figure("/etc/passwd"));
    plan.loader.add("plan/c.yaml", figure("photos/a.jpg"));
    plan.loader.add("plan/d.yaml", figure("../shared/a.jpg"));
    plan.loader.add("plan/e.yaml", figure("pictures/../a.jpg"));
    plan.read();
    CHECK(plan.problems() == Problems{"plan.yaml:3:52 PathOutsidePlan", "a.yaml:4:11 PathOutsidePlan",
                                      "b.yaml:4:11 PathOutsidePlan", "c.yaml:4:11 PathOutsidePlan"});
    CHECK(plan.chapter(0).figures.empty());
    CHECK(plan.chapter(3).figures.at(0).file == "../shared/a.jpg");

    Plan output;
    output.loader.add("plan/plan.yaml", "title: x\noutput: ../a.pdf\nchapters: [a.yaml]\n");
    output.loader.add("plan/a.yaml", "kind: text\ntitle: 章\n");
    output.read();
    CHECK(output.problems() == Problems{"plan.yaml:2:9 PathOutsidePlan"});
    CHECK(output.document->output == "plan.pdf"); // the folder's name, as where none is given
}

TEST_CASE("files that cannot be loaded say why") {
    struct Failing final : source::FileLoader {
        source::MemoryLoader memory;
        source::Loaded load(std::filesystem::path const& path, std::uint64_t cap) const override {
            using source::LoadError;
            if (path.filename() == "folder.yaml") return source::LoadFailure{LoadError::NotAFile, {}};
            if (path.filename() == "big.yaml") return source::LoadFailure{LoadError::TooBig, "9 MB > 8 MB"};
            if (path.filename() == "secret.yaml")
                return source::LoadFailure{LoadError::NotReadable, "Permission denied"};
            return memory.load(path, cap);
        }
        std::filesystem::path resolve(std::filesystem::path const& path) const override { return memory.resolve(path); }
        bool is_file(std::filesystem::path const& path) const override { return memory.is_file(path); }
        bool is_folder(std::filesystem::path const& path) const override { return memory.is_folder(path); }
        std::vector<std::string> names(std::filesystem::path const& folder) const override { return memory.names(folder); }
    } loader;
    loader.memory.add("plan/plan.yaml", "title: x\nchapters: [folder.yaml, big.yaml, secret.yaml]\n");
    SourceStore store;
    diag::Sink sink;
    (void)read_plan("plan", loader, store, sink);
    auto const shown = sink.take_ordered().shown;
    REQUIRE(shown.size() == 3);
    CHECK(shown[0].code == diag::Code::FileNotAFile);
    CHECK(shown[1].code == diag::Code::FileTooBig);
    CHECK(shown[1].args == std::vector<std::string>{"big.yaml", "9 MB > 8 MB"});
    CHECK(shown[2].code == diag::Code::FileNotReadable);
}

TEST_CASE("the PDF is named by the plan, else by its folder") {
    auto const named = [](std::string const& line) {
        Plan plan;
        plan.loader.add("plan/plan.yaml", "title: x\n" + line + "chapters: [a.yaml]\n");
        plan.loader.add("plan/a.yaml", "kind: text\ntitle: 章\n");
        plan.read();
        return plan.document->output;
    };
    CHECK(named("output: 計画.pdf\n") == "計画.pdf");
    CHECK(named("output: 計画\n") == "計画.pdf");
    CHECK(named("") == "plan.pdf");
}

TEST_CASE("problems of all files in one run, in the plan's order") {
    Plan const plan(Files{{"c.yaml", "kind: text\ntitle: x\nbdoy: y\n"},
                          {"b.yaml", "kind: text\ntitle: [\n"},
                          {"a.yaml", "kind: essya\ntitle: x\n"}});
    CHECK(plan.problems() ==
          Problems{"c.yaml:3:1 UnknownKeyNear", "b.yaml:2:8 YamlBracketOpen", "a.yaml:1:7 ExpectedChoiceNear"});
}

TEST_CASE("ids are unique over the whole plan, references find them in any chapter") {
    Plan const plan(Files{
        {"a.yaml", "kind: text\ntitle: 一\nid: one\nbody: |\n  [[two]]と[[fig]]と[[setsu]]と[[hyou]]\n"},
        {"b.yaml",
         "kind: text\ntitle: 二\nid: two\nbody: |\n  # 節 {#setsu}\nfigures:\n  - {file: a.jpg, id: fig, alt: x}\n"
         "tables:\n  - {id: hyou, rows: [[a]]}\n"}});
    CHECK(plan.problems().empty());
    Plan const wrong(Files{
        {"a.yaml", "kind: text\ntitle: 一\nid: one\nbody: |\n  [[tow]]と[[nothing]]\n\n  # 節 {#one}\n  # 節 {#A_b}\n"},
        {"b.yaml", "kind: text\ntitle: 二\nid: two\n"}});
    CHECK(wrong.problems() == Problems{"a.yaml:5:3 ReferenceUndefinedNear", "a.yaml:5:11 ReferenceUndefined",
                                       "a.yaml:7:9 IdDuplicate", "a.yaml:8:9 BadId"});
}

TEST_CASE("while a chapter is unreadable, references are not blamed") {
    Plan const plan(
        Files{{"a.yaml", "kind: text\ntitle: 一\nbody: |\n  [[two]]\n"}, {"b.yaml", "kind: text\nl:\n  - a\n - b\n"}});
    CHECK(plan.problems() == Problems{"b.yaml:4:2 YamlIndent"});
}

TEST_CASE("heading levels in order") {
    Plan const plan(
        Files{{"a.yaml", "kind: text\ntitle: 一\nbody: |\n  # 節\n\n  ### 小\n\n  # 節\n\n  ## 項\n\n  ### 小\n"},
              {"b.yaml", "kind: text\ntitle: 一\nbody: |\n  ## 項\n"}});
    CHECK(plan.problems() == Problems{"a.yaml:6:3 HeadingSkipsLevel", "b.yaml:4:3 HeadingSkipsLevel"});
}

TEST_CASE("results do not depend on the number of threads") {
    Files chapters;
    for (int i = 0; i < 30; ++i)
        chapters.emplace_back("c" + std::to_string(i) + ".yaml",
                              "kind: text\ntitle: 章" + std::to_string(i) + "\nbody: |\n  **閉じない[[x]]\nfoo: 1\n");
    Plan one(chapters), many(chapters);
    REQUIRE(one.document->chapters.size() == 30);
    for (std::size_t i = 0; i < 30; ++i)
        CHECK(one.chapter(i).title.text == "章" + std::to_string(i));
    CHECK(one.problems() == many.problems());
    CHECK(one.problems().size() == 90);
}
