#include "image/encode.h"
#include "image/jpeg_scan.h"
#include "image/placeholder.h"
#include "photo_support.h"
#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::image;
using namespace kumihan::test;

namespace {

std::vector<std::uint8_t> noise(std::size_t count) {
    std::vector<std::uint8_t> out;
    std::uint32_t state = 3;
    for (std::size_t i = 0; i < count; ++i) {
        state = state * 1664525u + 1013904223u;
        out.push_back(static_cast<std::uint8_t>(state >> 24));
    }
    return out;
}

} // namespace

TEST_CASE("flat drawings stay exact, photos become JPEG") {
    auto const flat = stored_picture(1).rgb;
    auto const many = noise(96 * 64 * 3);
    auto const drawing = encode({96, 64, 3, flat, {}}, {true, {}}, 85, photo_module());
    REQUIRE(drawing);
    CHECK(drawing->encoding == Encoding::Deflate);
    auto const seen = pixels_of(*drawing);
    CHECK(shows_test_picture(seen, 0));

    auto const exact_photo = encode({96, 64, 3, many, {}}, {true, {}}, 85, photo_module());
    REQUIRE(exact_photo);
    CHECK(exact_photo->encoding == Encoding::Jpeg);

    auto const camera = encode({96, 64, 3, flat, {}}, {false, {}}, 85, photo_module());
    REQUIRE(camera);
    CHECK(camera->encoding == Encoding::Jpeg);
    CHECK(scan_jpeg(camera->bytes).bare);
    CHECK_FALSE(scan_jpeg(camera->bytes).progressive);
}

TEST_CASE("colour that is grey everywhere becomes grey") {
    std::vector<std::uint8_t> samples(32 * 32 * 3, 77);
    auto const grey = encode({32, 32, 3, samples, {}}, {true, {}}, 85, photo_module());
    REQUIRE(grey);
    CHECK(grey->color == ColorSpace::Gray);
    CHECK(near(pixels_of(*grey).at(31, 31), {77, 77, 77}, 0));
    samples[samples.size() - 1] = 78;
    CHECK(encode({32, 32, 3, samples, {}}, {true, {}}, 85, photo_module())->color == ColorSpace::Rgb);
}

TEST_CASE("a mask is kept only where something shows through") {
    std::vector<std::uint8_t> const samples(16 * 16, 9);
    std::vector<std::uint8_t> alpha(16 * 16, 255);
    CHECK(encode({16, 16, 1, samples, alpha}, {true, {}}, 85, photo_module())->mask.empty());
    alpha[17] = 254;
    auto const picture = encode({16, 16, 1, samples, alpha}, {true, {}}, 85, photo_module());
    REQUIRE(picture);
    CHECK(pixels_of(*picture).alpha == alpha);
}

TEST_CASE("the placeholder is plain to see and has the size asked for") {
    auto const picture = draw_placeholder(300, 200);
    CHECK(picture.width == 300);
    CHECK(picture.height == 200);
    auto const pixels = pixels_of(picture);
    auto level = [&](int x, int y) { return int{pixels.at(x, y).r}; };
    CHECK(level(0, 0) < 200);     // frame
    CHECK(level(150, 30) > 200);  // field
    CHECK(level(75, 50) < 200);   // falling diagonal
    CHECK(level(75, 150) < 200);  // rising diagonal
    CHECK(level(150, 90) > 230);  // the mark
    CHECK(level(130, 100) < 120); // the disc around it
    CHECK(draw_placeholder(1, 1).width == 1);
    CHECK(draw_placeholder(0, 100'000).height <= 4000);
}

TEST_CASE("a photo's own coding is kept unless it is much larger") {
    auto const rgb = stored_picture(1).rgb;
    Samples const samples{96, 64, 3, rgb, {}};
    auto const own = encode(samples, {}, 85, photo_module());
    REQUIRE(own);
    auto const again = encode(samples, {false, own->bytes}, 85, photo_module());
    REQUIRE(again);
    CHECK(again->bytes == own->bytes);
    auto small = encode(samples, {false, own->bytes}, 20, photo_module());
    auto const limit = encode(samples, {}, 20, photo_module())->bytes.size() * 3 / 2;
    CHECK((small->bytes == own->bytes) == (own->bytes.size() <= limit));
    auto const with_comment = file_bytes(photo("orientation-1.jpg")); // not bare: never given out
    CHECK(encode(samples, {false, with_comment}, 85, photo_module())->bytes == own->bytes);
}
