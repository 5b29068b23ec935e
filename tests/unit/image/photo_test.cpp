#include "image/jpeg_scan.h"
#include "photo_support.h"
#include "support/catch.h"

#include <algorithm>
#include <string>

using namespace kumihan;
using namespace kumihan::image;
using namespace kumihan::test;

namespace {

bool holds(std::vector<std::uint8_t> const& bytes, std::string_view word) {
    return std::search(bytes.begin(), bytes.end(), word.begin(), word.end(),
                       [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); }) != bytes.end();
}

} // namespace

TEST_CASE("all eight orientations are seen upright") {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(orientation);
        auto const result = run("orientation-" + std::to_string(orientation) + ".jpg");
        CHECK(result.codes().empty());
        CHECK(result.infos.at(0).width == kWidth);
        CHECK(result.infos.at(0).height == kHeight);
        auto const pixels = pixels_of(result.only());
        CHECK(pixels.width == kWidth);
        CHECK(pixels.height == kHeight);
        CHECK(shows_test_picture(pixels, 8)); // two JPEG encodings
        auto const half = pixels_of(run("orientation-" + std::to_string(orientation) + ".jpg", kWidth / 2).only());
        CHECK(half.width == kWidth / 2);
        CHECK(half.height == kHeight / 2);
        CHECK(shows_test_picture(half, 8));
    }
    CHECK(shows_test_picture(pixels_of(run("orientation-6.png").only()), 0));
}

TEST_CASE("HEIC is turned by its own property, not a second time by Exif") {
    for (auto const* name : {"plain.heic", "turned.heic"}) {
        CAPTURE(name);
        auto const result = run(name);
        CHECK(result.codes().empty());
        auto const pixels = pixels_of(result.only());
        CHECK(pixels.width == kWidth);
        CHECK(shows_test_picture(pixels, 10));
    }
}

TEST_CASE("kinds of photos keep their colours") {
    struct Case {
        char const* name;
        int tolerance;
    };
    for (auto const& [name, tolerance] :
         {Case{"progressive.jpg", 8}, Case{"plain.png", 0}, Case{"plain.webp", 12}, Case{"plain.tif", 0},
          Case{"16-bit.png", 1}, Case{"palette.png", 0}, Case{"alpha-opaque.png", 0}}) {
        CAPTURE(name);
        auto const result = run(name);
        CHECK(result.codes().empty());
        CHECK(result.only().color == ColorSpace::Rgb);
        CHECK(result.only().mask.empty());
        CHECK(shows_test_picture(pixels_of(result.only()), tolerance));
    }
}

TEST_CASE("an embedded profile is converted to sRGB") {
    CHECK(shows_test_picture(pixels_of(run("display-p3.jpg").only()), 10)); // unconverted, green would be off by 50
    auto const grey = run("grey-linear.png");
    CHECK(grey.only().color == ColorSpace::Gray);
    // IEC 61966-2-1: 128/255 of linear light is 1.055 · 0.502^(1/2.4) − 0.055 = 0.7366, or 188 of 255
    CHECK(near(pixels_of(grey.only()).at(5, 5), {188, 188, 188}, 2));
}

TEST_CASE("grey stays grey") {
    auto const jpeg = run("grey.jpg");
    CHECK(jpeg.only().color == ColorSpace::Gray);
    CHECK(jpeg.only().encoding == Encoding::Jpeg);
    CHECK(near(pixels_of(jpeg.only()).at(10, 10), {64, 64, 64}, 3));
    CHECK(near(pixels_of(jpeg.only()).at(90, 10), {192, 192, 192}, 3));
    auto const bits = run("1-bit.png");
    CHECK(bits.only().color == ColorSpace::Gray);
    CHECK(near(pixels_of(bits.only()).at(10, 10), {0, 0, 0}, 0));
    CHECK(near(pixels_of(bits.only()).at(90, 10), {255, 255, 255}, 0));
}

TEST_CASE("CMYK is converted, with inks stored upright or inverted") {
    for (auto const* name : {"cmyk-adobe.jpg", "cmyk-plain.jpg"}) {
        CAPTURE(name);
        auto const pixels = pixels_of(run(name).only());
        Rgb const cyan = pixels.at(10, 10), magenta = pixels.at(85, 10), black = pixels.at(10, 55),
                  paper = pixels.at(85, 55);
        CHECK((cyan.r < 100 && cyan.g > 120 && cyan.b > 180));
        CHECK((magenta.r > 180 && magenta.g < 100 && magenta.b > 80));
        CHECK((black.r < 80 && black.g < 80 && black.b < 80));
        CHECK(near(paper, {255, 255, 255}, 6));
    }
}

TEST_CASE("alpha becomes a mask") {
    auto const soft = run("alpha.png");
    auto const pixels = pixels_of(soft.only());
    CHECK(pixels.alpha_at(0, 0) == 255);
    CHECK(pixels.alpha_at(95, 63) == 100);
    CHECK(shows_test_picture(pixels, 0));
    auto const palette = pixels_of(run("palette-clear.png").only());
    CHECK(palette.alpha_at(0, 0) == 255);
    CHECK(palette.alpha_at(95, 63) == 0);
    auto const deep = run("alpha-grey-16.png");
    CHECK(deep.only().color == ColorSpace::Gray);
    CHECK(pixels_of(deep.only()).alpha_at(0, 0) == 255);
    CHECK(pixels_of(deep.only()).alpha_at(95, 0) == 64); // 0x4000 of 0xFFFF
    CHECK(near(pixels_of(deep.only()).at(0, 0), {128, 128, 128}, 1));
}

TEST_CASE("invisible pixels lend no colour to their neighbours") {
    auto const pixels = pixels_of(run("alpha-holes.png", 24).only());
    CHECK(pixels.width == 24);
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x)
            if (pixels.alpha_at(x, y) > 20) {
                CHECK(int{pixels.at(x, y).g} <= 6);
                CHECK(int{pixels.at(x, y).r} >= 200);
            }
}

TEST_CASE("reduction averages instead of picking pixels") {
    auto const pixels = pixels_of(run("chequers.png", 24).only());
    CHECK(near(pixels.at(12, 8), {127, 127, 127}, 4));
    CHECK(near(pixels.at(3, 3), {127, 127, 127}, 4));
}

TEST_CASE("sizes: the shape is kept, both wishes are met, nothing is enlarged") {
    diag::Sink sink;
    ImageStore store(options(), sink);
    std::vector<ImageStore::File> const files{{photo("plain.png"), "plain.png", {}, ""}};
    auto const id = store.add(files).at(0);
    REQUIRE(id);
    auto size = [&](int width, int height) {
        std::vector<Request> const requests{{*id, width, height}};
        auto const picture = store.prepare(requests).at(0);
        return std::pair{picture->width, picture->height};
    };
    CHECK(size(48, 0) == std::pair{48, 32});
    CHECK(size(0, 16) == std::pair{24, 16});
    CHECK(size(48, 48) == std::pair{72, 48});
    CHECK(size(0, 0) == std::pair{96, 64});
    CHECK(size(5000, 5000) == std::pair{96, 64});
    CHECK(size(1, 0) == std::pair{1, 1});
}

TEST_CASE("one photo used twice is one picture") {
    diag::Sink sink;
    ImageStore store(options(), sink);
    std::vector<ImageStore::File> const files{{photo("plain.png"), "a", {}, ""},
                                              {photo("orientation-1.jpg"), "b", {}, ""},
                                              {photo("../test-photos/plain.png"), "c", {}, ""}};
    auto const ids = store.add(files);
    CHECK(ids[0] == ids[2]);
    CHECK(ids[0] != ids[1]);
    CHECK(store.add(files) == ids);
    std::vector<Request> const requests{{*ids[0], 48, 0}, {*ids[1], 48, 0}, {*ids[2], 48, 32}};
    auto const pictures = store.prepare(requests);
    CHECK(pictures[0] == pictures[2]);
    CHECK(pictures[0] != pictures[1]);
}

TEST_CASE("no metadata reaches a prepared picture or the cache") {
    TemporaryFolder const folder;
    for (auto const* name : {"orientation-1.jpg", "orientation-6.png", "turned.heic", "display-p3.jpg"}) {
        CAPTURE(name);
        if (std::string_view(name) != "display-p3.jpg") REQUIRE(holds(file_bytes(photo(name)), "CANARY"));
        auto const picture = run({photo(name)}, options(folder.path())).only();
        if (picture.encoding == Encoding::Jpeg) CHECK(scan_jpeg(picture.bytes).bare);
        for (auto const* word : {"CANARY", "Exif", "http", "ICC", "Photoshop", "8BIM", "vips", "2019"})
            CHECK_FALSE(holds(picture.bytes, word));
    }
    for (auto const& entry : std::filesystem::directory_iterator(folder.path()))
        CHECK_FALSE(holds(file_bytes(entry.path()), "CANARY"));
}

TEST_CASE("the same photos give the same bytes with one thread and with many") {
    std::vector<std::filesystem::path> paths;
    for (auto const* name : {"orientation-5.jpg", "photo.png", "alpha.png", "cmyk-adobe.jpg", "plain.webp",
                             "turned.heic", "16-bit.png", "progressive.jpg"})
        paths.push_back(photo(name));
    auto one = options(), many = options();
    one.jobs = 1;
    many.jobs = 8;
    auto const first = run(paths, one, 50), second = run(paths, many, 50);
    REQUIRE(first.pictures.size() == paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        CHECK(first.pictures[i]->bytes == second.pictures[i]->bytes);
        CHECK(first.pictures[i]->mask == second.pictures[i]->mask);
    }
}

TEST_CASE("a JPEG at its own size keeps its coding, a turned or reduced one cannot") {
    auto const original = file_bytes(photo("messenger.jpg"));
    auto const tail = [](std::vector<std::uint8_t> const& bytes) {
        return std::vector<std::uint8_t>(bytes.end() - 100, bytes.end());
    };
    auto const kept = run("messenger.jpg").only();
    CHECK(tail(kept.bytes) == tail(original));
    CHECK(kept.bytes.size() < original.size());
    CHECK_FALSE(holds(kept.bytes, "CANARY"));
    CHECK(tail(run("messenger-turned.jpg").only().bytes) != tail(original));
    CHECK(tail(run("messenger.jpg", 90).only().bytes) != tail(original));
}
