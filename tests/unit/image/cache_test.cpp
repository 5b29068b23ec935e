#include "image/prepared_cache.h"
#include "photo_support.h"
#include "support/catch.h"

#include <fstream>
#include <thread>

using namespace kumihan;
using namespace kumihan::image;
using namespace kumihan::test;

namespace {

std::vector<std::filesystem::path> some_photos() {
    std::vector<std::filesystem::path> paths;
    for (auto const* name : {"orientation-5.jpg", "photo.png", "alpha.png", "plain.webp"})
        paths.push_back(photo(name));
    return paths;
}

Options warm_only(std::filesystem::path const& cache) { // nothing can be decoded
    auto result = options(cache);
    result.module = "/nonexistent/libkumihan_photos.so";
    return result;
}

std::vector<std::filesystem::path> entries(std::filesystem::path const& folder) {
    std::vector<std::filesystem::path> found;
    for (auto const& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".picture") found.push_back(entry.path());
    return found;
}

void write(std::filesystem::path const& path, std::vector<std::uint8_t> const& bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<char const*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void check_same(Result const& a, Result const& b) {
    REQUIRE(a.pictures.size() == b.pictures.size());
    for (std::size_t i = 0; i < a.pictures.size(); ++i) {
        REQUIRE(b.pictures[i]);
        CHECK(a.pictures[i]->bytes == b.pictures[i]->bytes);
        CHECK(a.pictures[i]->mask == b.pictures[i]->mask);
        CHECK(a.pictures[i]->width == b.pictures[i]->width);
        CHECK(a.pictures[i]->height == b.pictures[i]->height);
        CHECK(a.pictures[i]->color == b.pictures[i]->color);
        CHECK(a.pictures[i]->encoding == b.pictures[i]->encoding);
    }
}

} // namespace

TEST_CASE("a second run decodes nothing and gives the same") {
    TemporaryFolder const folder;
    auto const cold = run(some_photos(), options(folder.path() / "new" / "cache"), 50);
    CHECK(cold.codes().empty());
    auto const warm = run(some_photos(), warm_only(folder.path() / "new" / "cache"), 50);
    CHECK(warm.codes().empty());
    check_same(cold, warm);
}

TEST_CASE("a photo under another name is known by its bytes") {
    TemporaryFolder const folder;
    auto const first = run({photo("photo.png")}, options(folder.path()), 50);
    auto const copy = folder.path() / "renamed.png";
    std::filesystem::copy_file(photo("photo.png"), copy);
    check_same(first, run({copy}, warm_only(folder.path()), 50));
}

TEST_CASE("a changed photo is prepared anew") {
    TemporaryFolder const folder;
    auto const path = folder.path() / "photo.png";
    std::filesystem::copy_file(photo("plain.png"), path);
    CHECK(shows_test_picture(pixels_of(run({path}, options(folder.path())).only()), 0));
    std::filesystem::copy_file(photo("1-bit.png"), path, std::filesystem::copy_options::overwrite_existing);
    CHECK(run({path}, options(folder.path())).only().color == ColorSpace::Gray);
}

TEST_CASE("spoilt entries are noticed and written anew") {
    TemporaryFolder const folder;
    auto const cold = run(some_photos(), options(folder.path()), 50);
    auto const files = entries(folder.path());
    REQUIRE(files.size() == 4);
    auto const flipped_at = GENERATE(0u, 10u, 25u, 33u, 38u, 45u, 60u, 100u);
    for (auto const& file : files) {
        auto bytes = file_bytes(file);
        auto const at = std::min<std::size_t>(flipped_at, bytes.size() - 1);
        bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ 0x41);
        write(file, bytes);
    }
    CHECK(run(some_photos(), warm_only(folder.path()), 50).codes() ==
          "PhotoModuleMissing! PhotoModuleMissing! PhotoModuleMissing! PhotoModuleMissing!");
    check_same(cold, run(some_photos(), options(folder.path()), 50));
    check_same(cold, run(some_photos(), warm_only(folder.path()), 50));
}

TEST_CASE("cut, empty and foreign entries count as absent") {
    TemporaryFolder const folder;
    PreparedCache const cache(folder.path());
    ContentHash const key = prepared_key({1, 2}, 3, 4, 85), other = prepared_key({1, 2}, 3, 5, 85);
    StoredPicture stored;
    stored.picture = {3, 4, ColorSpace::Gray, Encoding::Deflate, {1, 2, 3, 4, 5}, {6, 7}};
    stored.damaged = true;
    REQUIRE(cache.put(key, stored) == 0);
    auto const found = cache.find(key);
    REQUIRE(found);
    CHECK(found->picture.bytes == stored.picture.bytes);
    CHECK(found->picture.mask == stored.picture.mask);
    CHECK(found->damaged);
    CHECK_FALSE(cache.find(other));

    auto const file = entries(folder.path()).at(0);
    auto const bytes = file_bytes(file);
    std::filesystem::copy_file(file, folder.path() / (other.hex() + ".picture"));
    CHECK_FALSE(cache.find(other)); // names another key inside
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        write(file, {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)});
        CHECK_FALSE(cache.find(key));
    }
    auto longer = bytes;
    longer.push_back(0);
    write(file, longer);
    CHECK_FALSE(cache.find(key));
}

TEST_CASE("everything that shapes a picture is in its key") {
    ContentHash const content{1, 2};
    CHECK(prepared_key(content, 3, 4, 85) == prepared_key(content, 3, 4, 85));
    CHECK(prepared_key(content, 3, 4, 85) != prepared_key(content, 4, 3, 85));
    CHECK(prepared_key(content, 3, 4, 85) != prepared_key(content, 3, 4, 86));
    CHECK(prepared_key(content, 3, 4, 85) != prepared_key({1, 3}, 3, 4, 85));
}

TEST_CASE("runs side by side do not disturb each other") {
    TemporaryFolder const folder;
    auto const alone = run(some_photos(), options(), 40);
    std::vector<Result> results(4);
    std::vector<std::thread> threads;
    for (auto& result : results)
        threads.emplace_back([&] { result = run(some_photos(), options(folder.path()), 40); });
    for (auto& thread : threads)
        thread.join();
    for (auto const& result : results) {
        CHECK(result.codes().empty());
        check_same(alone, result);
    }
    check_same(alone, run(some_photos(), warm_only(folder.path()), 40));
    for (auto const& entry : std::filesystem::directory_iterator(folder.path()))
        CHECK(entry.path().string().find(".tmp-") == std::string::npos);
}

TEST_CASE("a cache that cannot be written is told once, and the photos are prepared") {
    auto const result = run(some_photos(), options(photo("plain.png") / "cache"), 40);
    CHECK(result.codes() == "PhotoCacheNotWritable?");
    for (auto const& picture : result.pictures)
        CHECK(picture);
}

TEST_CASE("the oldest entries go when the cache is full") {
    TemporaryFolder const folder;
    PreparedCache const cache(folder.path());
    StoredPicture stored;
    stored.picture.bytes.resize(1000);
    auto const now = std::filesystem::file_time_type::clock::now();
    for (std::uint64_t i = 0; i < 5; ++i) {
        ContentHash const key{i, i};
        REQUIRE(cache.put(key, stored) == 0);
        std::filesystem::last_write_time(folder.path() / (key.hex() + ".picture"), now - std::chrono::hours(10 - i));
    }
    cache.trim(2500);
    CHECK(entries(folder.path()).size() == 2);
    CHECK_FALSE(cache.find({0, 0}));
    CHECK(cache.find({4, 4}));
}
