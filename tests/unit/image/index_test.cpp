#include "image/photo_index.h"
#include "photo_support.h"
#include "support/catch.h"

#include <fstream>

using namespace kumihan;
using namespace kumihan::image;
using namespace kumihan::test;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
Identity const kIdentity{1, 2, 3, 100 * kSecond, 101 * kSecond};
PhotoFacts const kFacts{{0xABCDEF0123456789, 42}, Kind::Png, 4032, 3024};

} // namespace

TEST_CASE("hashes survive their spelling") {
    ContentHash const hash{0x0123456789ABCDEF, 0xFEDCBA9876543210};
    CHECK(hash.hex() == "0123456789abcdeffedcba9876543210");
    CHECK(ContentHash::from_hex(hash.hex()) == hash);
    CHECK_FALSE(ContentHash::from_hex("0123"));
    CHECK_FALSE(ContentHash::from_hex("0123456789abcdeffedcba987654321g"));
    // XXH3_128bits of nothing with seed 0, from the algorithm's published test vectors
    CHECK(hash_of(std::string_view{}).hex() == "99aa06d3014798d86001c324468d497f");
}

TEST_CASE("a settled file is known by path and identity") {
    TemporaryFolder const folder;
    auto const file = folder.path() / "index";
    {
        PhotoIndex index(file);
        index.put("/計画/写真 1.jpg", kIdentity, kFacts, 200 * kSecond);
        REQUIRE(index.save() == 0);
    }
    PhotoIndex const index(file);
    auto const known = index.find("/計画/写真 1.jpg", kIdentity);
    REQUIRE(known);
    CHECK(known->content == kFacts.content);
    CHECK(known->kind == Kind::Png);
    CHECK(known->width == 4032);
    CHECK(known->height == 3024);
    CHECK_FALSE(index.find("/計画/写真 2.jpg", kIdentity));
    for (int field = 0; field < 5; ++field) {
        Identity changed = kIdentity;
        if (field == 0) ++changed.device;
        if (field == 1) ++changed.inode;
        if (field == 2) ++changed.size;
        if (field == 3) ++changed.mtime_ns;
        if (field == 4) ++changed.ctime_ns;
        CHECK_FALSE(index.find("/計画/写真 1.jpg", changed));
    }
    CHECK(index.find(kFacts.content));
}

TEST_CASE("a file changed a moment ago is known by its bytes alone") {
    TemporaryFolder const folder;
    auto const file = folder.path() / "index";
    PhotoIndex index(file);
    index.put("/a.jpg", kIdentity, kFacts, 102 * kSecond);
    REQUIRE(index.save() == 0);
    PhotoIndex const again(file);
    CHECK_FALSE(again.find("/a.jpg", kIdentity));
    CHECK(again.find(kFacts.content));
}

TEST_CASE("two programs add to one index") {
    TemporaryFolder const folder;
    auto const file = folder.path() / "index";
    PhotoIndex first(file), second(file);
    first.put("/a.jpg", kIdentity, kFacts, 200 * kSecond);
    second.put("/b.jpg", kIdentity, kFacts, 200 * kSecond);
    REQUIRE(first.save() == 0);
    REQUIRE(second.save() == 0);
    PhotoIndex const both(file);
    CHECK(both.find("/a.jpg", kIdentity));
    CHECK(both.find("/b.jpg", kIdentity));
}

TEST_CASE("a spoilt index is passed over") {
    TemporaryFolder const folder;
    auto const file = folder.path() / "index";
    {
        PhotoIndex index(file);
        index.put("/a.jpg", kIdentity, kFacts, 200 * kSecond);
        index.put("/b.jpg", kIdentity, kFacts, 200 * kSecond);
        REQUIRE(index.save() == 0);
    }
    auto const good = file_bytes(file);
    for (std::size_t size = 0; size <= good.size(); ++size) {
        std::ofstream(file, std::ios::binary | std::ios::trunc)
            .write(reinterpret_cast<char const*>(good.data()), static_cast<std::streamsize>(size));
        PhotoIndex const index(file);
        CHECK(static_cast<bool>(index.find("/b.jpg", kIdentity)) == (size == good.size()));
    }
    std::ofstream(file, std::ios::trunc) << "kumihan photo index 1\n"
                                         << "zz 1 2 3\n\n"
                                         << "99aa06d3014798d86001c324468d497f 200 1 1 1 1 1 1 1 /kind\n"
                                         << "99aa06d3014798d86001c324468d497f 1 -1 1 1 1 1 1 1 /size\n"
                                         << "99aa06d3014798d86001c324468d497f 1 7 8 0 2 0 4 5 /good\n";
    PhotoIndex const index(file);
    CHECK(index.find("/good", {0, 2, 0, 4, 5}));
    CHECK_FALSE(index.find("/kind", {1, 1, 1, 1, 1}));
    CHECK_FALSE(index.find("/size", {1, 1, 1, 1, 1}));
}
