// Pictures of which only a part is seen: nothing else of them is prepared (the test picture: four flat quarters).
#include "photo_support.h"
#include "support/catch.h"

#include <set>

using namespace kumihan;
using namespace kumihan::image;
using namespace kumihan::test;

namespace {

std::vector<std::shared_ptr<PreparedImage const>> parts(std::string_view name, std::vector<Part> const& wanted, int width,
                                                        Options const& given) {
    diag::Sink sink;
    ImageStore store(given, sink);
    auto const ids = store.add(std::vector<ImageStore::File>{{photo(name), std::string(name), {}, "chapter.yaml"}});
    REQUIRE(ids.at(0));
    std::vector<Request> requests;
    for (auto const& part : wanted)
        requests.push_back({*ids[0], width, 0, part});
    auto out = store.prepare(requests);
    CHECK(!sink.has_errors());
    return out;
}

bool all_of(Pixels const& pixels, Rgb colour) {
    for (Rgb const one : pixels.colour)
        if (!near(one, colour, 8)) return false;
    return true;
}

} // namespace

TEST_CASE("a part holds its own pixels and no others, however the photo is stored") {
    for (auto const* name : {"plain.png", "orientation-1.jpg", "orientation-6.jpg", "palette.png"}) {
        CAPTURE(name);
        auto const made = parts(name, {{0, 0, .5, .5}, {.5, 0, .5, .5}, {0, .5, .5, .5}, {.5, .5, .5, .5}}, 0, options());
        Rgb const colours[] = {kRed, kGreen, kBlue, kYellow};
        for (std::size_t i = 0; i < 4; ++i) {
            REQUIRE(made.at(i));
            CHECK(made[i]->width == kWidth / 2);
            CHECK(made[i]->height == kHeight / 2);
            CHECK(all_of(pixels_of(*made[i]), colours[i]));
        }
    }
}

TEST_CASE("the pixels asked for are those of the part, and both sides of a cut meet") {
    auto const made = parts("plain.png", {{0, 0, .5, 1}, {.5, 0, .5, 1}}, 24, options());
    CHECK(made.at(0)->width == 24); // of 48: the whole would be 48 of 96
    CHECK(made.at(1)->width == 24);
    CHECK(made.at(0)->height == 32);
    CHECK(near(pixels_of(*made[0]).at(5, 5), kRed, 2));
    CHECK(near(pixels_of(*made[1]).at(18, 28), kYellow, 2));
}

TEST_CASE("parts are kept apart in the cache") {
    TemporaryFolder folder;
    auto const given = options(folder.path());
    auto const cold = parts("plain.png", {{0, 0, .5, 1}, {.5, 0, .5, 1}, {}}, 0, given);
    auto const warm = parts("plain.png", {{0, 0, .5, 1}, {.5, 0, .5, 1}, {}}, 0, given);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(cold[i]->bytes == warm[i]->bytes);
    CHECK(cold[0]->bytes != cold[1]->bytes);
    CHECK(cold[2]->width == kWidth);
}

TEST_CASE("a part thinner than a pixel is one pixel, and one that reaches beyond the picture ends with it") {
    auto const made = parts("plain.png", {{.999, .999, .0001, .0001}, {.9, .9, 5, 5}}, 0, options());
    CHECK(made.at(0)->width == 1);
    CHECK(made.at(0)->height == 1);
    CHECK(made.at(1)->width == 10);
}
