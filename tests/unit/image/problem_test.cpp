#include "photo_support.h"
#include "support/catch.h"

#include <chrono>
#include <fstream>
#include <sys/stat.h>

using namespace kumihan;
using namespace kumihan::image;
using namespace kumihan::test;

namespace {

std::string codes(std::string_view name) { return run(name).codes(); }

} // namespace

TEST_CASE("broken photos are told by what is wrong with them") {
    CHECK(codes("none.jpg") == "PhotoMissing!");
    CHECK(codes("empty.jpg") == "PhotoEmpty!");
    CHECK(codes("truncated.jpg") == "PhotoTruncated!");
    CHECK(codes("truncated-progressive.jpg") == "PhotoTruncated!");
    CHECK(codes("head-only.jpg") == "PhotoTruncated!");
    CHECK(codes("truncated.png") == "PhotoTruncated!");
    CHECK(codes("truncated.webp") == "PhotoTruncated!");
    CHECK(codes("truncated-plain.heic") == "PhotoTruncated!");
    CHECK(codes("damaged.png") == "PhotoBroken!");
    CHECK(codes("bomb.png") == "PhotoTooManyPixels!");
    CHECK(codes("largest.png") == "PhotoTooManyPixels!");
    CHECK(codes("bomb.jpg") == "PhotoTooManyPixels!");
    CHECK(codes("junk.jpg") == "PhotoKindUnknown!");
    CHECK(codes("drawing.png") == "PhotoKindUnsupported!");
}

TEST_CASE("a file that is no photo is told by what it is") {
    struct Case {
        char const* name;
        char const* kind;
    };
    for (auto const& [name, kind] :
         {Case{"text.jpg", "TXT"}, Case{"page.jpg", "HTML"}, Case{"document.jpg", "PDF"}, Case{"letter.jpg", "Word"}}) {
        auto const result = run(name);
        CHECK(result.codes() == "PhotoNotAPicture!");
        CHECK_FALSE(result.ids.at(0));
        CHECK(result.told.shown.at(0).args == std::vector<std::string>{name, kind});
    }
}

TEST_CASE("a photo of another kind than its suffix is used, with a warning") {
    auto const result = run("misnamed-png.jpg");
    CHECK(result.codes() == "PhotoMisnamed?");
    CHECK(shows_test_picture(pixels_of(result.only()), 0));
}

TEST_CASE("a photo that only made the decoder complain is used, with a warning, each time") {
    TemporaryFolder const folder;
    for (int time = 0; time < 2; ++time) {
        auto const result = run({photo("damaged.jpg")}, options(folder.path()));
        CHECK(result.codes() == "PhotoDamaged?");
        CHECK(near(pixels_of(result.only()).at(5, 5), kRed, 8));
    }
}

TEST_CASE("codes that do not exist are found wherever they stand in a photo, at every size") {
    auto const whole = file_bytes(std::filesystem::path(KUMIHAN_SOURCE_DIR) / "plan-sources/photos/canal-snow.jpg");
    REQUIRE(whole.size() > 100'000);
    TemporaryFolder const folder;
    for (int part = 0; part < 4; ++part) {
        // Every seventh byte of a stretch, as a bad sector of a card might leave them; none that makes or hides a marker
        auto scratched = whole;
        std::size_t const begin = whole.size() / 8 * static_cast<std::size_t>(2 * part + 1);
        for (std::size_t at = begin; at < begin + 4000; at += 7)
            if (scratched[at] != 0xFF && scratched[at - 1] != 0xFF) scratched[at] = 0x55;
        auto const path = folder.path() / ("scratched" + std::to_string(part) + ".jpg");
        std::ofstream(path, std::ios::binary).write(reinterpret_cast<char const*>(scratched.data()),
                                                    static_cast<std::streamsize>(scratched.size()));
        for (int const width : {0, 800, 200}) {
            CAPTURE(part, width);
            CHECK(run({path}, options(), width).codes() == "PhotoDamaged?");
        }
    }
    CHECK(run({std::filesystem::path(KUMIHAN_SOURCE_DIR) / "plan-sources/photos/canal-snow.jpg"}, options()).codes().empty());
}

TEST_CASE("every place that uses a broken photo is told") {
    auto const result =
        run({photo("truncated.jpg"), photo("plain.png"), photo("truncated.jpg"), photo("text.jpg"), photo("text.jpg")},
            options());
    CHECK(result.codes() == "PhotoTruncated! PhotoTruncated! PhotoNotAPicture! PhotoNotAPicture!");
    std::vector<std::uint32_t> begins;
    for (auto const& diagnostic : result.told.shown)
        begins.push_back(diagnostic.span.begin);
    CHECK(begins == std::vector<std::uint32_t>{0, 20, 30, 40});
}

TEST_CASE("devices, pipes, folders and loops of links never wait") {
    TemporaryFolder const folder;
    auto const pipe = folder.path() / "pipe.jpg", loop = folder.path() / "loop.jpg";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::filesystem::create_symlink(loop, loop);
    auto const begin = std::chrono::steady_clock::now();
    CHECK(run({pipe}, options()).codes() == "PhotoNotAFile!");
    CHECK(run({folder.path()}, options()).codes() == "PhotoNotAFile!");
    CHECK(run({"/dev/zero"}, options()).codes() == "PhotoNotAFile!");
    CHECK(run({"/dev/tty"}, options()).codes() == "PhotoNotAFile!");
    CHECK(run({loop}, options()).codes() == "PhotoNotReadable!");
    CHECK(run({photo("plain.png") / "inside.jpg"}, options()).codes() == "PhotoMissing!");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
}

TEST_CASE("a draft gets placeholders, and every problem as a warning") {
    auto const draft = options({}, Draft::Yes);
    auto const result =
        run({photo("none.jpg"), photo("truncated.jpg"), photo("plain.png"), photo("bomb.png")}, draft, 60);
    CHECK(result.codes() == "PhotoMissing? PhotoTruncated? PhotoTooManyPixels?");
    REQUIRE(result.pictures.size() == 4);
    for (auto const& id : result.ids)
        CHECK(id);
    CHECK(result.infos[0].placeholder);
    CHECK(result.infos[0].width * 3 == result.infos[0].height * 4);
    CHECK(result.infos[1].width == kWidth); // its header could be read
    CHECK_FALSE(result.infos[2].placeholder);
    CHECK(result.infos[3].width == result.infos[3].height); // the shape it claims
    for (std::size_t const i : {0u, 1u, 3u}) {
        REQUIRE(result.pictures[i]);
        CHECK(result.pictures[i]->width == 60);
        CHECK(result.pictures[i]->color == ColorSpace::Gray);
        CHECK_NOTHROW(pixels_of(*result.pictures[i]));
    }
}

TEST_CASE("a missing module is a diagnostic") {
    auto without = options();
    without.module = "/nonexistent/libkumihan_photos.so";
    CHECK(run({photo("plain.png")}, without).codes() == "PhotoModuleMissing!");
    without.module = photo("plain.png"); // there, but no module
    CHECK(run({photo("plain.png")}, without).codes() == "PhotoModuleMissing!");
    CHECK(run({photo("text.jpg"), photo("empty.jpg")}, without).codes() == "PhotoNotAPicture! PhotoEmpty!");
}

TEST_CASE("the cap on pixels is the caller's") {
    auto small = options();
    small.max_pixels = kWidth * kHeight - 1;
    CHECK(run({photo("plain.png")}, small).codes() == "PhotoTooManyPixels!");
    small.max_pixels = kWidth * kHeight;
    CHECK(run({photo("plain.png")}, small).codes().empty());
}
