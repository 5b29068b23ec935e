#include "pdf/covers.h"

#include "pdf/books.h"
#include "support/catch.h"

using namespace kumihan;
using pdf::Axis;

namespace {

// Letters of 10 pt; all places in points.
struct Setting {
    test::Fonts loaded{std::string(KUMIHAN_SOURCE_DIR) + "/fonts"};
    pdf::Fonts fonts{loaded.library};
    pdf::Spaces spaces{fonts, loaded.library};
    std::vector<pdf::TextGlyph> glyphs;
    pdf::Pitches pitches;
    std::optional<pdf::TextStart> next;

    Setting() {
        auto const space = loaded.library.glyph(loaded.mincho, U' ');
        for (bool const down : {false, true})
            fonts.use(loaded.mincho, space, " ", down);
        fonts.assign(1);
    }
    static pdf::Fixed fixed(double points) { return static_cast<pdf::Fixed>(points * pdf::kFixedOne); }
    static std::int64_t nanos(double points) { return static_cast<std::int64_t>(points * 1e9); }

    void letter(std::string_view text, double column, double along, Axis axis = Axis::Down, double width = 10) {
        pdf::TextGlyph glyph{};
        glyph.font = loaded.mincho;
        glyph.axis = axis;
        glyph.code = glyph.resource = 1;
        glyph.width = static_cast<std::int32_t>(width * 1'000'000);
        glyph.scale = pdf::kWholeScale;
        glyph.size = fixed(10);
        glyph.column = fixed(column);
        glyph.across = axis == Axis::Turned ? fixed(column - 4) : fixed(column);
        glyph.along = nanos(along);
        glyph.text = text;
        glyphs.push_back(glyph);
    }
    std::vector<pdf::Cover> covers() const { return pdf::find_covers(glyphs, nullptr, next, pitches, spaces); }
};

} // namespace

TEST_CASE("covers: the first letter of a vertical line says a size that Poppler's 1.5 sizes of distance fit") {
    Setting setting;
    for (double const column : {100., 82.})
        for (double const along : {0., 10., 20.})
            setting.letter("い", column, along);
    setting.pitches = {{Setting::fixed(10), Setting::fixed(18)}};
    auto const covers = setting.covers();
    REQUIRE(covers.size() == 2);
    CHECK(covers[0].begin == 0);
    CHECK(covers[0].end == 1);
    CHECK(covers[0].text == "い");
    CHECK(covers[1].begin == 3);
    for (auto const& cover : covers) {
        CHECK(3 * cover.ends_at_size / 2 >= Setting::fixed(18));
        CHECK(cover.ends_at_size < Setting::fixed(15)); // else readings beside a line are taken for a part of it
        CHECK_FALSE(cover.place);
    }
    setting.pitches = {{Setting::fixed(10), Setting::fixed(13)}}; // close enough as they are
    CHECK(setting.covers().empty());
}

TEST_CASE("covers: what is turned begins an em early, in the middle of the line, and its last em ends early") {
    Setting setting;
    setting.letter("い", 100, 0);
    double along = 10;
    for (auto const* const text : {"a", "b", "c"}) {
        setting.letter(text, 100, along, Axis::Turned, 5);
        along += 5;
    }
    setting.letter("い", 100, 25);
    auto const covers = setting.covers();
    REQUIRE(covers.size() == 2);
    CHECK(covers[0].begin == 1);
    CHECK(covers[0].end == 2);
    REQUIRE(covers[0].place);
    CHECK(covers[0].place->axis == Axis::Down);
    CHECK(covers[0].place->across == Setting::fixed(100));
    CHECK(covers[0].place->along == 0); // where the letter before seems to end
    // b begins an em before the end, where the letter that follows seems to begin.
    CHECK(covers[1].begin == 2);
    CHECK(covers[1].text == "bc");
    REQUIRE(covers[1].end_place);
    CHECK(covers[1].end_place->axis == Axis::Turned);
    CHECK(covers[1].end_place->end() == Setting::nanos(25 - 6));
}

TEST_CASE("covers: a short turned word is covered as a whole, a bracket behind small figures before what follows") {
    Setting setting;
    setting.letter("い", 100, 0);
    setting.letter("k", 100, 10, Axis::Turned, 4);
    setting.letter("m", 100, 14, Axis::Turned, 5);
    REQUIRE(setting.covers().size() == 1);
    CHECK(setting.covers()[0].text == "km");

    setting.glyphs.pop_back();
    setting.letter("い", 100, 14);
    auto const covers = setting.covers();
    REQUIRE(covers.size() == 1);
    REQUIRE(covers[0].place);
    CHECK(covers[0].place->along < Setting::nanos(14 - 10));
    CHECK(covers[0].place->along > Setting::nanos(10 - 10));
}

TEST_CASE("covers: a label ends near the text that follows it in its line") {
    Setting setting;
    setting.letter("・", 100, 0);
    setting.next = pdf::TextStart{Setting::nanos(25), Setting::fixed(10), Setting::fixed(100)}; // 1½ em of distance
    auto const covers = setting.covers();
    REQUIRE(covers.size() == 1);
    REQUIRE(covers[0].place);
    CHECK(covers[0].place->along == Setting::nanos(25 - 10 - 4));
    setting.next->column = Setting::fixed(82);
    CHECK(setting.covers().empty());
    setting.next = pdf::TextStart{Setting::nanos(12), Setting::fixed(10), Setting::fixed(100)};
    CHECK(setting.covers().empty()); // no distance to speak of
}

TEST_CASE("covers: a full-width space behind a label in a vertical line belongs to it") {
    Setting setting;
    setting.letter("一", 100, 0);
    setting.letter("\u3000", 100, 10);
    setting.letter("題", 100, 20);
    auto const covers = setting.covers();
    REQUIRE(covers.size() == 1);
    CHECK(covers[0].text == "一\u3000");
}
