#include "image/jpeg_scan.h"
#include "image/kind.h"
#include "photo_support.h"
#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::image;
using namespace kumihan::test;
using namespace std::string_view_literals;

namespace {

Kind kind_of(std::string_view text) {
    std::vector<std::uint8_t> const bytes(text.begin(), text.end());
    return sniff(bytes);
}

} // namespace

TEST_CASE("the first bytes tell the kind") {
    CHECK(kind_of("\xFF\xD8\xFF\xE0"sv) == Kind::Jpeg);
    CHECK(kind_of("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"sv) == Kind::Png);
    CHECK(kind_of("RIFF\x10\0\0\0WEBPVP8 "sv) == Kind::WebP);
    CHECK(kind_of("RIFF\x10\0\0\0AVI LIST"sv) == Kind::Video);
    CHECK(kind_of("\0\0\0\x18"
                  "ftypheic\0\0\0\0mif1heic"sv) == Kind::Heic);
    CHECK(kind_of("\0\0\0\x18"
                  "ftypmif1\0\0\0\0mif1avif"sv) == Kind::Avif);
    CHECK(kind_of("\0\0\0\x14"
                  "ftypqt  \0\0\0\0qt  "sv) == Kind::Video);
    CHECK(kind_of("II*\0\x08\0\0\0"sv) == Kind::Tiff);
    CHECK(kind_of("MM\0*\0\0\0\x08"sv) == Kind::Tiff);
    CHECK(kind_of("GIF89a"sv) == Kind::Gif);
    CHECK(kind_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv) == Kind::OldOffice);
    CHECK(kind_of("%PDF-1.4\n"sv) == Kind::Pdf);
    CHECK(kind_of("  <HTML><body>"sv) == Kind::Html);
    CHECK(kind_of("<?xml version='1.0'?>\n<svg>"sv) == Kind::Svg);
    CHECK(kind_of("\xEF\xBB\xBFメモ"sv) == Kind::Text);
    CHECK(kind_of("a\0b"sv) == Kind::Unknown);
    CHECK(kind_of(""sv) == Kind::Text); // an empty file is told before it gets here
}

TEST_CASE("no first bytes, however short, are read beyond") {
    for (auto const* name : {"plain.png", "plain.webp", "plain.heic", "plain.tif", "grey.jpg", "letter.jpg"}) {
        auto const bytes = file_bytes(photo(name));
        for (std::size_t size = 0; size < std::min<std::size_t>(bytes.size(), 400); ++size) {
            std::vector<std::uint8_t> const part(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
            Kind const kind = sniff(part);
            scan_jpeg(part);
            if (size > 0) is_cut_off(part, kind);
            is_held_whole(part, kind);
        }
    }
}

TEST_CASE("suffixes promise kinds in any case") {
    CHECK(expected_from_suffix("写真/DSC0001.JPG") == Kind::Jpeg);
    CHECK(expected_from_suffix("IMG_1.HEIC") == Kind::Heic);
    CHECK(expected_from_suffix("無題") == Kind::Unknown);
    CHECK(expected_from_suffix("a.写真") == Kind::Unknown);
}

TEST_CASE("formats' own end marks tell whole files from cut ones") {
    for (auto const* name : {"plain.png", "plain.webp", "plain.heic", "turned.heic", "grey.jpg", "progressive.jpg"}) {
        CAPTURE(name);
        auto bytes = file_bytes(photo(name));
        REQUIRE(bytes.size() > 20);
        Kind const kind = sniff(bytes);
        CHECK_FALSE(is_cut_off(bytes, kind));
        bytes.resize(bytes.size() - 12);
        CHECK(is_cut_off(bytes, kind));
    }
}

TEST_CASE("the marker scan sees scans, metadata and trailing bytes") {
    CHECK(scan_jpeg(file_bytes(photo("progressive.jpg"))).progressive);
    CHECK_FALSE(scan_jpeg(file_bytes(photo("grey.jpg"))).progressive);
    CHECK(scan_jpeg(file_bytes(photo("orientation-1.jpg"))).whole);
    CHECK_FALSE(scan_jpeg(file_bytes(photo("orientation-1.jpg"))).bare);

    auto minimal = [](std::vector<std::uint8_t> const& middle) {
        std::vector<std::uint8_t> bytes{0xFF, 0xD8};
        bytes.insert(bytes.end(), middle.begin(), middle.end());
        bytes.insert(bytes.end(), {0xFF, 0xD9});
        return scan_jpeg(bytes);
    };
    CHECK(minimal({0xFF, 0xDB, 0, 2}).bare);
    CHECK(minimal({0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0}).bare);
    CHECK_FALSE(minimal({0xFF, 0xE0, 0, 19, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9}).bare);
    CHECK_FALSE(minimal({0xFF, 0xE1, 0, 2}).bare);
    CHECK_FALSE(minimal({0xFF, 0xED, 0, 2}).bare);
    CHECK_FALSE(minimal({0xFF, 0xFE, 0, 2}).bare);
    CHECK_FALSE(minimal({0xFF, 0xDB, 0xFF, 0xFF}).whole);
    CHECK_FALSE(minimal({0xFF, 0xD9, 'x'}).bare); // bytes after the end
}

TEST_CASE("Adobe's mark is seen") {
    CHECK(scan_jpeg(file_bytes(photo("cmyk-adobe.jpg"))).adobe);
    CHECK_FALSE(scan_jpeg(file_bytes(photo("cmyk-plain.jpg"))).adobe);
}

TEST_CASE("a bare copy keeps the coded picture and nothing else") {
    auto const plain = file_bytes(photo("grey.jpg")), marked = file_bytes(photo("orientation-1.jpg"));
    auto trailing = marked;
    trailing.insert(trailing.end(), {'C', 'A', 'N', 'A', 'R', 'Y'});
    auto const copy = bare_copy(marked);
    REQUIRE_FALSE(copy.empty());
    CHECK(scan_jpeg(copy).bare);
    CHECK(bare_copy(trailing) == copy);
    CHECK(bare_copy(copy) == copy);
    CHECK(scan_jpeg(bare_copy(plain)).bare);
    // progressive, profile, four inks, cut off, no JPEG
    for (auto const* name :
         {"progressive.jpg", "display-p3.jpg", "cmyk-adobe.jpg", "cmyk-plain.jpg", "truncated.jpg", "plain.png"})
        CHECK(bare_copy(file_bytes(photo(name))).empty());
}
