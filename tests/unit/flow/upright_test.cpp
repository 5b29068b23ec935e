// Kinds of chapters in vertical lines, with the A4 report: covers, histories and workshops. Its cover has margins of 24 mm,
// a photo of 0.58 of 841.89 pt, and a bar of 4 pt, 1.2 × 12 pt before the title.
#include "chapter_flow.h"

using namespace kumihan;
using namespace kumihan::flow;

namespace {

template <class Kind> std::vector<Kind> all(std::vector<Piece> const& pieces) {
    std::vector<Kind> out;
    for (auto const& one : pieces)
        if (auto const* found = std::get_if<Kind>(&one)) out.push_back(*found);
    return out;
}
double at(Length length) { return length.to_pt(); }

// What the lines of the chapter's paragraphs on the grid are, and their labels.
struct Row {
    std::string label, words;
    double begins;
    double label_begins;
};
std::vector<Row> rows(test::Flow const& flow) {
    std::vector<Row> out;
    for (auto const& item : flow.material.sequences.at(0).items)
        if (auto const* text = std::get_if<Text>(&item.what); text && text->label) {
            auto const& paragraph = flow.material.paragraphs[text->paragraph];
            out.push_back({flow.material.paragraphs[*text->label].source->text.text, paragraph.source->text.text,
                           at(text->at + paragraph.lines.at(0).begin), at(text->label_at)});
        }
    return out;
}

} // namespace

TEST_CASE("an upright cover: the title at the right edge, the photo beside it, publisher at the left") {
    style::Pictures const photos{{"wide.jpg", {ImageId{0u}, 1600, 800, false}}};
    test::Flow const flow("writing: vertical\nphoto: {file: wide.jpg, alt: 絵}\n", photos, "cover");
    auto const& pieces = std::get<CoverPage>(flow.material.sequences.at(0).items.at(0).what).pieces;
    double const margin = 24 / 25.4 * 72;
    auto const bars = all<RulePiece>(pieces);
    REQUIRE(bars.size() == 1);
    CHECK(at(bars[0].at) == Approx(margin).epsilon(0.001)); // from the head
    CHECK(at(bars[0].top) == Approx(margin).epsilon(0.001)); // from the right edge
    auto const photo = all<PicturePiece>(pieces);
    REQUIRE(photo.size() == 1);
    // The title is one line of 34 pt behind the bar; as much as the margin is left free behind it.
    CHECK(at(photo[0].top) == Approx(2 * margin + 4 + 14.4 + 34).epsilon(0.001));
    CHECK(at(photo[0].top + photo[0].width) == Approx(595.276).epsilon(0.001));
    CHECK(at(photo[0].at) == Approx(0));
    CHECK(at(photo[0].height) == Approx(0.58 * 841.89).epsilon(0.001));
}

TEST_CASE("an upright history: dates at the heads of lines, events under the longest of them") {
    test::Flow const flow("writing: vertical\nevents:\n  - {date: 2024-06, text: 坂道を歩く。}\n"
                          "  - {date: 2025-12-24, text: 雪かきをする。, category: 冬}\n",
                          {}, "history");
    auto const found = rows(flow);
    REQUIRE(found.size() == 2);
    CHECK(found[0].label == "令和6年6月");
    CHECK(found[0].words == "坂道を歩く。");
    CHECK(found[1].words == "［冬］雪かきをする。");
    CHECK(found[1].label == "令和7年12月24日（水）");
    // Eleven cells, 12 and 24 in one each; one em more: 12 of 9.5 pt are 114, 12 characters of 10 pt.
    // The tier of 324 pt leaves 204: whole characters to its foot begin at 124.
    CHECK(found[0].begins == Approx(124));
    CHECK(found[1].begins <= 124.001);
}

TEST_CASE("an upright workshop: facts and programme in lines, times with their words") {
    test::Flow const flow("writing: vertical\ntime: 13:30～16:00\nvenue: 会館\nparticipants: 8\n"
                          "program:\n  - {time: \"9:05\", item: 開会}\n"
                          "groups:\n  - {name: 一, people: 4, opinions: [坂がつらい。]}\n",
                          {}, "workshop");
    auto const found = rows(flow);
    REQUIRE(found.size() == 5);
    CHECK(found[0].label == "開催日時");
    CHECK(found[0].words == "13時30分～16時");
    CHECK(found[1].label == "会場");
    CHECK(found[2].words == "8名");
    CHECK(found[3].label == "9時5分");
    CHECK(found[4].label == "・");
    CHECK(found[4].words == "坂がつらい。");
    // As in other lists, the bullet stands one em in and its words another.
    double const em = at(flow.layout.vertical->style(spec::Role::Opinion).size);
    CHECK(found[4].label_begins == Approx(em));
    CHECK(found[4].begins == Approx(2 * em + 4)); // 32 characters of 10 pt leave 4 of the tier's 324
}

namespace {

// The one box of a vertical chapter of tiers that floats: a table or a group.
Box const& floating(test::Flow const& flow, bool& spans) {
    for (auto const& item : flow.material.sequences.at(0).items)
        if (auto const* box = std::get_if<Box>(&item.what); box && box->may_float) {
            spans = item.spans;
            return *box;
        }
    throw std::runtime_error("nothing floats");
}

std::string table_of(int rows, std::string const& more = {}) {
    std::string out = "writing: vertical\ncolumns: 2\nbody: |\n  本文です。\n\n  [table:t]\ntables:\n  - id: t\n    caption: 表\n" +
                      more + "    head: [一, 二]\n    rows:\n";
    for (int i = 0; i < rows; ++i)
        out += "      - [坂, 道]\n";
    return out;
}

} // namespace

TEST_CASE("a table that a tier does not hold takes all tiers; a narrow one takes no more of the page than it needs") {
    bool spans = true;
    test::Flow const small(table_of(3));
    Length const tier = small.material.sequences.at(0).frames.measure;
    Box const& one = floating(small, spans);
    CHECK(!spans);
    CHECK(one.along <= tier);
    CHECK(one.extent < tier / 2); // two columns of a letter or two
    test::Flow const tall(table_of(30));
    CHECK(floating(tall, spans).along > tier);
    CHECK(spans);
    test::Flow const asked(table_of(3, "    spans: true\n"));
    floating(asked, spans);
    CHECK(spans);
}

TEST_CASE("photos that would be small in a tier take all tiers") {
    style::Pictures const photos{{"a.jpg", {ImageId{0u}, 1500, 1000, false}}};
    auto const group = [](int count) {
        std::string out = "writing: vertical\ncolumns: 3\nbody: |\n  本文です。\n\n  [photos:g]\nphoto_groups:\n  - id: g\n    photos:\n";
        for (int i = 0; i < count; ++i)
            out += "      - {file: a.jpg, alt: 絵}\n";
        return out;
    };
    bool spans = false;
    test::Flow const many(group(6), photos);
    Length const tier = many.material.sequences.at(0).frames.measure;
    CHECK(floating(many, spans).along > tier);
    CHECK(spans);
    for (auto const& photo : all<PicturePiece>(floating(many, spans).pieces))
        CHECK(photo.width >= Length::pt(80)); // eight ems and more
    test::Flow const two(group(2), photos);
    floating(two, spans);
    CHECK(!spans);
}

TEST_CASE("what the program writes has kanji numbers too, where the chapter asks for them") {
    test::Flow const flow("writing: vertical\nnumerals: kanji\ndate: 2021-11\nrole: 平成24年度の会長\nbody: 4回の集まり。\n", {}, "foreword");
    std::string words;
    for (auto const& paragraph : flow.material.paragraphs)
        if (paragraph.source) words += paragraph.source->text.text + "/";
    CHECK(words.find("令和三年十一月/平成二十四年度の会長/") != std::string::npos);
}
