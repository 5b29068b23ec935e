#include "fixture.h"
#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::document;

TEST_CASE("text: sections, lead, figures placed and not, tables") {
    Plan const plan(Files{{"a.yaml", "種類: 本文\n題名: 第一\n名前: first\n柱: 短い題\n番号: いいえ\nリード: 導入の\n  "
                                     "文です\n本文: |\n  [図:b]\n\n  文[^1]\n\n  [^1]: 注\n"
                                     "図:\n  - ファイル: a.jpg\n    代替テキスト: 甲\n    幅: 半分\n  - file: b.jpg\n  "
                                     "  名前: b\n    alt: 乙\n    キャプション: \"{小樽|おたる}\"\n"
                                     "    撮影日: 2019-06\n表:\n  - 見出し: [年, 人]\n    列:\n      - 揃え: 左\n      "
                                     "- {揃え: 右, 幅: 2}\n    行:\n      - [2018, \"10\"]\n      - [2019, ~]\n"
                                     "節:\n  - 題名: 節一\n    名前: s1\n    本文: |\n      中身\n"}});
    CHECK(plan.problems().empty());
    auto const& chapter = plan.chapter();
    CHECK(chapter.title.text == "第一");
    CHECK(chapter.id == "first");
    CHECK(chapter.short_title == "短い題");
    CHECK(chapter.numbered == false);
    CHECK_FALSE(chapter.in_contents.has_value());
    CHECK(chapter.lead.text == "導入の文です"); // a plain scalar's fold is no space in Japanese
    CHECK(shown::blocks(chapter.body) == "figure1 p(文[^0]) h1#s1(節一) p(中身) figure0 table0");
    CHECK(shown::blocks(chapter.notes.at(0).blocks) == "p(注)");
    CHECK(chapter.figures.at(0).width == FigureWidth::Half);
    CHECK(shown::rich(chapter.figures.at(1).caption) == "<r おたる>小樽</r>");
    CHECK(chapter.figures.at(1).date.precision == DatePrecision::Month);
    auto const& table = chapter.tables.at(0);
    REQUIRE(table.rows.size() == 2);
    CHECK(shown::blocks(table.head.at(0).at(1).blocks) == "p(人)");
    CHECK(shown::blocks(table.rows[0][0].blocks) == "p(2018)");
    CHECK(table.rows[1][1].blocks.empty());
    CHECK(table.columns.at(1).align == ColumnAlign::End);
    CHECK(table.columns.at(1).width == 2);
}

TEST_CASE("workshop") {
    Plan const plan(Files{
        {"a.yaml", "kind: ワークショップ\ntitle: 第1回\n回: 1\n日付: 2019-06-15\n曜日: 土\n時間: "
                   "\"13:30–16:00\"\n会場: 市民センター\n主催: そある\n進行: 役員\n参加者数: 30\n"
                   "テーマ: 「つながり」\nプログラム:\n  - 時刻: \"13:30\"\n    内容: 開会\nグループ:\n  - 名称: A\n   "
                   " 人数: 6\n    特色: 若い\n    意見:\n      - 一つ目\n"
                   "      - \"二つ目: 続き\"\n    本文: |\n      記録[^n]\n全体のまとめ: |\n  まとめ\n\n  [図:p2]\n\n  "
                   "[^n]: 注\n写真:\n  - {file: 1.jpg, alt: 一}\n  - {file: 2.jpg, alt: 二, id: p2}\n"}});
    CHECK(plan.problems().empty());
    auto const& chapter = plan.chapter();
    auto const& workshop = std::get<WorkshopChapter>(chapter.kind);
    CHECK(workshop.number == 1);
    CHECK(workshop.time == "13:30–16:00");
    CHECK(workshop.participants == "30");
    CHECK(workshop.theme.text == "「つながり」");
    CHECK(workshop.program.at(0).time == "13:30");
    CHECK(workshop.groups.at(0).people == 6);
    CHECK(workshop.groups.at(0).opinions.at(1).text == "二つ目: 続き");
    CHECK(shown::blocks(workshop.groups.at(0).body) == "p(記録[^0])");
    CHECK(shown::blocks(workshop.summary) == "p(まとめ) figure0"); // a photo called into the text leaves the photos
    CHECK(workshop.photos.size() == 1);
    CHECK(chapter.figures.at(0).file == "2.jpg");
}

TEST_CASE("the other kinds") {
    Plan const plan(
        Files{{"cover.yaml", "kind: cover\nphoto: {file: a.jpg, decorative: true}\n"},
              {"foreword.yaml", "kind: 挨拶\n役職: 会長\ndate: 2021-08\nbody: |\n  はじめに\n"},
              {"contents.yaml", "kind: contents\ndepth: 3\n図の一覧: true\n"},
              {"history.yaml", "kind: history\nevents:\n  - date: 2012-04-01\n    text: 発足\n  - 日付: 2019\n    "
                               "事項: 計画づくり\n    区分: 事業\n"},
              {"essay.yaml",
               "kind: essay\ntitle: 海\nrole: 初代会長\n期: 第1期\nportrait: {file: p.jpg, alt: 顔}\nbody: |\n  文\n"},
              {"album.yaml", "kind: album\ntitle: 写真\nper_page: 6\nphotos:\n  - {file: a.jpg, alt: 一}\n"},
              {"colophon.yaml", "kind: 奥付\n項目:\n  - {項目名: 印刷, 値: 手づくり}\nbody: |\n  見本です。\n"}});
    CHECK(plan.problems().empty());
    CHECK(std::get<CoverChapter>(plan.chapter(0).kind).photo->decorative);
    CHECK(plan.chapter(0).title.empty());
    CHECK(plan.chapter(1).title.text == "ごあいさつ");
    CHECK(std::get<ForewordChapter>(plan.chapter(1).kind).role == "会長");
    CHECK(std::get<ContentsChapter>(plan.chapter(2).kind).depth == 3);
    CHECK(std::get<ContentsChapter>(plan.chapter(2).kind).figures);
    CHECK(plan.chapter(2).title.text == "目次");
    CHECK(std::get<HistoryChapter>(plan.chapter(3).kind).events.at(1).date.precision == DatePrecision::Year);
    CHECK(std::get<HistoryChapter>(plan.chapter(3).kind).events.at(1).category == "事業");
    CHECK(std::get<EssayChapter>(plan.chapter(4).kind).portrait->alt == "顔");
    CHECK(std::get<AlbumChapter>(plan.chapter(5).kind).per_page == 6);
    CHECK(std::get<ColophonChapter>(plan.chapter(6).kind).items.at(0).value.text == "手づくり");
}

TEST_CASE("fields of another kind, and titles that must be given") {
    Plan const plan(Files{{"a.yaml", "kind: essay\ngroups: []\n"}, {"b.yaml", "title: x\n"}});
    CHECK(plan.problems() == Problems{"a.yaml:1:1 MissingKey", "a.yaml:2:1 KeyOfOtherKind", "b.yaml:1:1 MissingKey"});
}

TEST_CASE("figures: alternative text, unknown and doubled places") {
    Plan const plan(Files{
        {"a.yaml",
         "kind: text\ntitle: x\nbody: |\n  [図:a]\n\n  [図:a]\n\n  [図:z]\n\n  [表:z]\n\n  ![](c.jpg)\nfigures:\n  - "
         "file: a.jpg\n    id: a\n  - file: b.jpg\n    decorative: true\n  - id: q\n"}});
    CHECK(plan.problems() == Problems{"a.yaml:6:3 FigurePlacedTwice", "a.yaml:8:3 FigureUnknown",
                                      "a.yaml:10:3 TableUnknown", "a.yaml:12:7 PhotoNoAlt", "a.yaml:14:11 PhotoNoAlt",
                                      "a.yaml:18:5 MissingKey"});
    CHECK(shown::blocks(plan.chapter().body) == "figure0 figure2 figure1");
}

TEST_CASE("notes: undefined, unused, twice, and where none can stand") {
    Plan const plan(
        Files{{"a.yaml",
               "kind: text\ntitle: 題[^1]\nbody: |\n  文[^a]\n\n  [^b]: 乙\n\n  [^c]: 丙\n  [^c]: 丁\n\n  [^c]\n"}});
    CHECK(plan.problems() == Problems{"a.yaml:2:9 NoteNotHere", "a.yaml:4:4 NoteUndefined", "a.yaml:6:3 NoteUnused",
                                      "a.yaml:9:3 NoteDuplicate"});
}

TEST_CASE("rows of a table have as many cells as it has columns") {
    Plan const plan(Files{{"a.yaml", "kind: text\ntitle: x\ntables:\n  - head: [a, b]\n    rows:\n      - [1, 2]\n     "
                                     " - [1]\n      - [1, 2, 3]\n      - x\n"}});
    CHECK(plan.problems() ==
          Problems{"a.yaml:7:9 TableRowLength", "a.yaml:8:9 TableRowLength", "a.yaml:9:9 ExpectedList"});
    for (auto const& row : plan.chapter().tables.at(0).rows)
        CHECK(row.size() == 2);
}
