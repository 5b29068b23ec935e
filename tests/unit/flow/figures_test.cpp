// Figures that ask for a place, groups of photos and text beside photos, with the A4 report: a type area of 444 × 684 pt
// (37 characters of 12 pt), 595.276 × 841.89 pt of paper without bleed. What stands where follows from those numbers.
#include "chapter_flow.h"

using namespace kumihan;
using namespace kumihan::flow;

namespace {

struct Flow : test::Flow {
    using test::Flow::Flow;

    // The box of the first figure.
    Box const& figure() const {
        for (auto const& item : material.sequences.at(0).items)
            if (auto const* box = std::get_if<Box>(&item.what); box && box->sheet) return *box;
        FAIL("no figure");
        throw;
    }
    bool told(diag::Code code) const {
        for (auto const& one : sink.take_ordered(100).shown)
            if (one.code == code) return true;
        return false;
    }
};

std::vector<PicturePiece> pictures(std::vector<Piece> const& pieces) {
    std::vector<PicturePiece> out;
    for (auto const& one : pieces)
        if (auto const* found = std::get_if<PicturePiece>(&one)) out.push_back(*found);
    return out;
}
double at(Length length) { return length.to_pt(); }

style::Pictures photos() {
    return {{"wide.jpg", {ImageId{0u}, 1600, 800, false}}, {"tall.jpg", {ImageId{1u}, 800, 1200, false}}};
}
std::string figure(std::string const& file, std::string const& more, std::string const& body = "[図:f]\n") {
    return "figures:\n  - {file: " + file + ", id: f, alt: 絵, " + more + "}\nbody: |\n  " + body;
}
std::string group(std::vector<std::string> const& files, std::string const& more = "") {
    std::string out = "photo_groups:\n  - id: g\n" + more + "    photos:\n";
    for (auto const& file : files)
        out += "      - {file: " + file + ", alt: 絵}\n";
    return out + "body: |\n  [写真:g]\n";
}
std::string many(std::string const& words, int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += words;
    return out;
}

} // namespace

TEST_CASE("rows of a group have one height each and fill the measure, uncut") {
    for (auto const& files : {std::vector<std::string>{"wide.jpg", "tall.jpg"},
                              {"wide.jpg", "tall.jpg", "wide.jpg"},
                              {"tall.jpg", "tall.jpg", "tall.jpg", "wide.jpg", "wide.jpg"},
                              {"wide.jpg", "wide.jpg", "wide.jpg", "wide.jpg", "tall.jpg", "tall.jpg", "wide.jpg", "tall.jpg", "wide.jpg"}}) {
        Flow const flow(group(files), photos());
        auto const all = pictures(flow.figure().pieces);
        REQUIRE(all.size() == files.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            CHECK(ratio(all[i].height, all[i].width) == Approx(all[i].aspect).epsilon(0.0001));
            bool const begins = i == 0 || all[i].top != all[i - 1].top;
            if (begins)
                CHECK(at(all[i].at) == Approx(0));
            else {
                CHECK(all[i].height == all[i - 1].height);
                CHECK(all[i].at - all[i - 1].at - all[i - 1].width == flow.layout.figures.photo_gap);
            }
            if (i + 1 == all.size() || all[i + 1].top != all[i].top) CHECK(at(all[i].at + all[i].width) == Approx(444));
        }
        CHECK(flow.figure().extent <= Length::pt(684));
    }
}

TEST_CASE("rows of an album that a page does not hold become narrower together") {
    style::Pictures const pictures_of{{"p.jpg", {ImageId{0u}, 1500, 1000, false}}};
    std::string album = "per_page: 5\nphotos:\n";
    for (int i = 0; i < 9; ++i)
        album += "  - {file: p.jpg, alt: 絵, caption: " + many("題", 70) + "}\n";
    Flow const flow(album, pictures_of, "album");
    // The second page: one, two and two. Full rows of 296, 144 and 144 pt and captions of two and three lines are too much.
    std::vector<Box const*> rows;
    int breaks = 0;
    for (auto const& item : flow.material.sequences.at(0).items) {
        if (std::holds_alternative<PageBreak>(item.what)) ++breaks;
        if (auto const* box = std::get_if<Box>(&item.what); box && breaks == 1) rows.push_back(box);
    }
    REQUIRE(rows.size() == 3);
    Length all = flow.layout.figures.before * 2;
    for (Box const* row : rows) {
        auto const photos = pictures(row->pieces);
        all += row->extent;
        CHECK(at(photos.front().at) == Approx(at(pictures(rows[0]->pieces).front().at)).margin(0.05));
        CHECK(at(photos.back().at + photos.back().width) == Approx(444 - at(photos.front().at)).margin(0.05));
        CHECK(at(photos.back().width) < 444);
    }
    CHECK(at(pictures(rows[0]->pieces).front().at) > 1);
    CHECK(at(all) <= 684.01);
}

TEST_CASE("a photo of an album that is a hair too tall still fills the measure") {
    auto const width = [](int tall) {
        style::Pictures const one{{"p.jpg", {ImageId{0u}, 1000, tall, false}}};
        Flow const flow("per_page: 1\nphotos:\n  - {file: p.jpg, alt: 絵}\n", one, "album");
        for (auto const& item : flow.material.sequences.at(0).items)
            if (auto const* box = std::get_if<Box>(&item.what); box && !pictures(box->pieces).empty())
                return at(pictures(box->pieces).front().width);
        return 0.0;
    };
    // The limit is 0.48 of 684: 328.32.
    CHECK(width(750) == Approx(444)); // 333 high
    CHECK(width(800) == Approx(328.32 / 0.8).epsilon(0.001)); // 355 would be too much
}

TEST_CASE("the caption of a narrow picture is as wide as the picture, of a very narrow one twelve characters") {
    auto const measure = [](double width, std::string const& files) {
        style::Pictures const one{{"p.jpg", {ImageId{0u}, static_cast<int>(width), 1000, false}}};
        Flow const flow(figure("p.jpg", "width: 1/3, caption: " + files), one);
        for (auto const& piece : flow.figure().pieces)
            if (auto const* line = std::get_if<LinePiece>(&piece)) return at(flow.material.paragraphs[line->paragraph].measure);
        return 0.0;
    };
    CHECK(measure(800, many("題", 40)) <= 148); // a third of the measure; 12 characters of 9 pt are 108
    CHECK(measure(800, many("題", 40)) >= 148 - 9);
    CHECK(measure(200, many("題", 40)) == Approx(108)); // no wider than 0.2 of 328
}

TEST_CASE("a group that may be cut is an even grid of one shape") {
    Flow const flow(group({"wide.jpg", "tall.jpg", "wide.jpg"}, "    crop: allowed\n    ratio: \"1:1\"\n"), photos());
    auto const all = pictures(flow.figure().pieces);
    REQUIRE(all.size() == 3);
    for (auto const& one : all)
        CHECK(ratio(one.height, one.width) == Approx(1).epsilon(0.0001));
}

TEST_CASE("a photo with text beside it takes whole ems, its lines the rest") {
    std::string const body = "[図:f]\n\n  " + many("雪の朝、玄関の戸を開けると、道がもう空いていることがあります。", 20) + "\n";
    Flow const flow(figure("wide.jpg", "width: 1/3, wrap: left", body), photos());
    REQUIRE(flow.material.wraps.size() == 1);
    Wrap const& wrap = flow.material.wraps[0];
    // A third of 37 characters is 12; one is left free; 24 stand beside.
    CHECK(at(wrap.measure) == Approx(24 * 12));
    CHECK(at(wrap.start()) == Approx(13 * 12));
    auto const all = pictures(flow.figure().pieces);
    CHECK(at(all.at(0).width) == Approx(12 * 12));
    // 72 pt tall, and a line gap of 9: four lines of 21.
    CHECK(wrap.lines == 4);
    auto const& lines = flow.material.paragraphs[wrap.paragraphs.at(0)].lines;
    CHECK(at(lines.at(0).fit.measure) == Approx(23 * 12)); // indented
    CHECK(at(lines.at(3).fit.measure) == Approx(24 * 12));
    CHECK(at(lines.at(3).begin) == Approx(13 * 12));
    CHECK(at(lines.at(4).fit.measure) == Approx(37 * 12));
    CHECK(at(lines.at(4).begin) == Approx(0));
}

// Vertical A4: 25 lines of 12 pt on 18 pt, 444 pt; two tiers of 27 characters, 324 pt, 36 pt apart.
TEST_CASE("a photo at the head or the foot of a tier is as wide as whole lines, which are shorter by whole ems") {
    std::string const body = "[図:f]\n\n  " + many("雪の朝、玄関の戸を開けると、道がもう空いていることがあります。", 20) + "\n";
    std::string const upright = "writing: vertical\n";
    SECTION("head") {
        Flow const flow(upright + figure("wide.jpg", "width: half, wrap: top", body), photos());
        REQUIRE(flow.material.wraps.size() == 1);
        Wrap const& wrap = flow.material.wraps[0];
        Box const& box = flow.figure();
        // Half of 444 is 222, next to 13 lines, 13 × 18 − 6 = 228; 114 tall, one em free: 16 of 27 characters are left.
        CHECK(wrap.lines == 13);
        CHECK(at(box.extent) == Approx(228));
        CHECK(at(box.along) == Approx(114));
        CHECK(at(box.at) == Approx(0));
        auto const& lines = flow.material.paragraphs[wrap.paragraphs.at(0)].lines;
        CHECK(at(lines.at(12).fit.measure) == Approx(16 * 12));
        CHECK(at(lines.at(12).begin) == Approx(11 * 12));
        CHECK(at(lines.at(13).fit.measure) == Approx(27 * 12));
        CHECK(at(lines.at(13).begin) == Approx(0));
        CHECK(!flow.told(diag::Code::WrapSide));
    }
    SECTION("foot") {
        Flow const flow(upright + figure("wide.jpg", "width: half, wrap: bottom", body), photos());
        CHECK(at(flow.figure().at) == Approx(324 - 114));
        auto const& lines = flow.material.paragraphs[flow.material.wraps.at(0).paragraphs.at(0)].lines;
        CHECK(at(lines.at(12).fit.measure) == Approx(16 * 12));
        CHECK(at(lines.at(12).begin) == Approx(0));
    }
    SECTION("a tall one has fewer lines, so that nine characters are left") {
        Flow const flow(upright + figure("tall.jpg", "width: half, wrap: top", body), photos());
        // 7 lines: 120 wide, 180 tall, (324 − 12 − 180) ÷ 12 = 11 left; 8 lines: 138 wide, 207 tall, 8 left
        CHECK(flow.material.wraps.at(0).lines == 7);
        CHECK(at(flow.material.wraps.at(0).measure) == Approx(11 * 12));
    }
    SECTION("the words for the other way of writing are understood, and said to be the wrong ones") {
        Flow const flow(upright + figure("wide.jpg", "width: half, wrap: right", body), photos());
        CHECK(at(flow.figure().at) == Approx(324 - 114));
        CHECK(flow.told(diag::Code::WrapSide));
    }
}

TEST_CASE("text does not run beside a photo where it finds no room or no text") {
    std::string const body = "[図:f]\n\n  " + many("雪の朝。", 60) + "\n";
    Flow const narrow(figure("wide.jpg", "width: 3/4, wrap: right", body), photos()); // 37 − 27 − 1 = 9 of 37: less than a quarter
    CHECK(narrow.material.wraps.empty());
    CHECK(narrow.told(diag::Code::WrapTooNarrow));
    Flow const headed(figure("wide.jpg", "width: half, wrap: right", "[図:f]\n\n  # 節\n\n  雪の朝。\n"), photos());
    CHECK(!headed.figure().sheet->wrap);
    CHECK(headed.told(diag::Code::WrapWithoutText));
}

TEST_CASE("a spread is cut at the fold: both pages show half of one picture") {
    Flow const flow(figure("wide.jpg", "place: spread"), photos());
    Sheet const& sheet = *flow.figure().sheet;
    auto const left = pictures(sheet.on_trim), right = pictures(sheet.facing_on_trim);
    REQUIRE(left.size() == 1);
    REQUIRE(right.size() == 1);
    CHECK(left[0].half == 1);
    CHECK(right[0].half == 2);
    CHECK(left[0].at + left[0].width == flow.layout.trim.width); // up to the fold
    CHECK(right[0].at == Length{});
    CHECK(left[0].width == right[0].width);
    CHECK(left[0].tag == right[0].tag); // one figure
}

TEST_CASE("a picture that bleeds covers the paper") {
    Flow const whole(figure("tall.jpg", "place: page, bleed: true"), photos());
    auto const page = pictures(whole.figure().sheet->on_trim);
    REQUIRE(page.size() == 1);
    CHECK(page[0].width == whole.layout.trim.width + whole.layout.bleed * 2);
    CHECK(page[0].height == whole.layout.trim.height + whole.layout.bleed * 2);
    Flow const head(figure("wide.jpg", "place: top, bleed: true, caption: 運河"), photos());
    auto const top = pictures(head.figure().sheet->on_trim);
    CHECK(top.at(0).top == -head.layout.bleed);
    CHECK(at(top.at(0).height) == Approx(595.276 / 2).margin(0.1));
}

TEST_CASE("a caption at the outer side ends at the foot of the picture and changes sides with the page") {
    Flow const flow(figure("wide.jpg", "width: 2/3, caption_side: outer, caption: 運河"), photos());
    Box const& box = flow.figure();
    auto const right = pictures(box.pieces), left = pictures(box.sheet->on_left);
    CHECK(at(right.at(0).at) == Approx(0));
    CHECK(at(left.at(0).at + left.at(0).width) == Approx(444));
    CHECK(box.extent == right.at(0).height);
    auto line = [](std::vector<Piece> const& pieces) {
        for (auto const& one : pieces)
            if (auto const* found = std::get_if<LinePiece>(&one)) return *found;
        FAIL("no caption");
        throw;
    };
    CHECK(line(box.pieces).at > right.at(0).width);
    CHECK(line(box.sheet->on_left).at < left.at(0).at);
}

TEST_CASE("a stated shape is what layout sees; the picture keeps its own to be cut from") {
    Flow const flow(figure("wide.jpg", "ratio: \"4:3\", focus: [25, 50]"), photos());
    auto const all = pictures(flow.figure().pieces);
    CHECK(ratio(all.at(0).height, all.at(0).width) == Approx(0.75).epsilon(0.001));
    CHECK(all.at(0).aspect == Approx(0.5));
    CHECK(all.at(0).focus.x == Approx(0.25));
}
