#include "image/jpeg_complaints.h"
#include "photo_support.h"
#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::image;
using namespace kumihan::test;

TEST_CASE("libjpeg says which JPEGs are damaged, whatever libvips makes of them") {
    auto const bytes = file_bytes(std::filesystem::path(KUMIHAN_SOURCE_DIR) / "plan-sources/photos/canal-dusk.jpg");
    REQUIRE(bytes.size() > 10000);
    CHECK_FALSE(jpeg_is_damaged(bytes));
    CHECK(jpeg_is_damaged(file_bytes(photo("damaged.jpg"))));

    // Some bytes amid the coded data: every seventh, as a bad sector of a card might leave them
    auto scratched = bytes;
    for (std::size_t at = bytes.size() / 2; at < bytes.size() / 2 + 4000; at += 7)
        if (scratched[at] != 0xFF && scratched[at - 1] != 0xFF) scratched[at] = 0x55;
    CHECK(jpeg_is_damaged(scratched));

    auto cut = bytes;
    cut.resize(bytes.size() / 2);
    CHECK(jpeg_is_damaged(cut));
    CHECK(jpeg_is_damaged(std::vector<std::uint8_t>{0xFF, 0xD8}));
    CHECK(jpeg_is_damaged(std::vector<std::uint8_t>(100, 0)));
}
