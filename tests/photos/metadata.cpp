#include "photos/metadata.h"

namespace kumihan::test {

namespace {

constexpr int kShort = 3, kLong = 4, kAscii = 2, kRational = 5;

void add_entry(ByteVector& out, int tag, int type, std::uint64_t count, std::uint64_t value) {
    add_big(out, static_cast<std::uint64_t>(tag), 2);
    add_big(out, static_cast<std::uint64_t>(type), 2);
    add_big(out, count, 4);
    if (type == kShort) { // short values stand at the left of the field
        add_big(out, value, 2);
        add_big(out, 0, 2);
    } else {
        add_big(out, value, 4);
    }
}

void add_segment(ByteVector& out, int marker, ByteVector const& payload) {
    out.push_back(0xFF);
    out.push_back(static_cast<std::uint8_t>(marker));
    add_big(out, payload.size() + 2, 2);
    add_bytes(out, payload);
}

} // namespace

ByteVector exif_block(int orientation) {
    // IFD0 at 8: five entries, 66 bytes, link to IFD1. Then maker text, date, GPS directory, its numbers, IFD1,
    // thumbnail.
    constexpr int kIfd0 = 8, kMaker = kIfd0 + 2 + 5 * 12 + 4, kDate = kMaker + 12, kGps = kDate + 20;
    constexpr int kLatitude = kGps + 2 + 4 * 12 + 4, kLongitude = kLatitude + 24, kIfd1 = kLongitude + 24;
    constexpr int kThumbnail = kIfd1 + 2 + 3 * 12 + 4;
    ByteVector thumbnail{0xFF, 0xD8, 0xFF, 0xFE, 0x00, 0x0E};
    add_text(thumbnail, "CANARY-THUMB");
    add_big(thumbnail, 0xFFD9, 2);

    ByteVector out;
    add_text(out, "MM");
    add_big(out, 42, 2);
    add_big(out, kIfd0, 4);
    add_big(out, 5, 2);
    add_entry(out, 0x010F, kAscii, 12, kMaker);                                 // Make
    add_entry(out, 0x0112, kShort, 1, static_cast<std::uint64_t>(orientation)); // Orientation
    add_entry(out, 0x0132, kAscii, 20, kDate);                                  // DateTime
    add_entry(out, 0x0213, kShort, 1, 1);                                       // YCbCrPositioning
    add_entry(out, 0x8825, kLong, 1, kGps);                                     // GPS directory
    add_big(out, kIfd1, 4);
    add_text(out, "CANARY-MAKE");
    out.push_back(0);
    add_text(out, "2019:06:15 13:30:00");
    out.push_back(0);
    add_big(out, 4, 2);
    add_entry(out, 1, kAscii, 2, 0x4E000000); // N
    add_entry(out, 2, kRational, 3, kLatitude);
    add_entry(out, 3, kAscii, 2, 0x45000000); // E
    add_entry(out, 4, kRational, 3, kLongitude);
    add_big(out, 0, 4);
    for (int const number : {43, 1, 11, 1, 2747, 100, 140, 1, 59, 1, 4567, 100})
        add_big(out, static_cast<std::uint64_t>(number), 4);
    add_big(out, 3, 2);
    add_entry(out, 0x0103, kShort, 1, 6); // Compression: JPEG
    add_entry(out, 0x0201, kLong, 1, kThumbnail);
    add_entry(out, 0x0202, kLong, 1, thumbnail.size());
    add_big(out, 0, 4);
    add_bytes(out, thumbnail);
    return out;
}

ByteVector with_jpeg_metadata(ByteVector const& jpeg, int orientation) {
    ByteVector exif;
    add_text(exif, std::string_view("Exif\0\0", 6));
    add_bytes(exif, exif_block(orientation));
    ByteVector xmp;
    add_text(xmp, std::string_view("http://ns.adobe.com/xap/1.0/\0", 29));
    add_text(xmp, "<x:xmpmeta xmlns:x='adobe:ns:meta/'>CANARY-XMP</x:xmpmeta>");
    ByteVector iptc;
    add_text(iptc, std::string_view("Photoshop 3.0\0"
                                    "8BIM\x04\x04\0\0\0\0\0\x10\x1C\x02\x50\0\x0B"
                                    "CANARY-IPTC",
                                    42));
    ByteVector comment;
    add_text(comment, "CANARY-COMMENT");

    ByteVector out{0xFF, 0xD8};
    add_segment(out, 0xE1, exif);
    add_segment(out, 0xE1, xmp);
    add_segment(out, 0xED, iptc);
    add_segment(out, 0xFE, comment);
    out.insert(out.end(), jpeg.begin() + 2, jpeg.end());
    return out;
}

ByteVector without_adobe_marker(ByteVector const& jpeg) {
    ByteVector out{0xFF, 0xD8};
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && jpeg[at] == 0xFF && jpeg[at + 1] != 0xDA) {
        std::size_t const length = 2u + (static_cast<std::size_t>(jpeg[at + 2]) << 8 | jpeg[at + 3]);
        if (jpeg[at + 1] != 0xEE)
            for (std::size_t i = at; i < at + length; ++i)
                out.push_back(jpeg[i]);
        at += length;
    }
    for (; at < jpeg.size(); ++at)
        out.push_back(jpeg[at]);
    return out;
}

ByteVector linear_grey_profile() {
    constexpr int kTags = 128, kWhite = kTags + 4 + 2 * 12, kCurve = kWhite + 20, kEnd = kCurve + 12;
    ByteVector out;
    add_big(out, kEnd, 4);
    add_big(out, 0, 4);
    add_big(out, 0x02400000, 4); // version 2.4
    add_text(out, "mntrGRAYXYZ ");
    for (int const part : {2019, 6, 15, 0, 0, 0})
        add_big(out, static_cast<std::uint64_t>(part), 2);
    add_text(out, "acsp");
    out.resize(68, 0);
    for (std::uint32_t const xyz : {0x0000F6D6u, 0x00010000u, 0x0000D32Du})
        add_big(out, xyz, 4); // D50
    out.resize(kTags, 0);
    add_big(out, 2, 4);
    add_text(out, "wtpt");
    add_big(out, kWhite, 4);
    add_big(out, 20, 4);
    add_text(out, "kTRC");
    add_big(out, kCurve, 4);
    add_big(out, 12, 4);
    add_text(out, std::string_view("XYZ \0\0\0\0", 8));
    for (std::uint32_t const xyz : {0x0000F6D6u, 0x00010000u, 0x0000D32Du})
        add_big(out, xyz, 4);
    add_text(out, std::string_view("curv\0\0\0\0", 8));
    add_big(out, 0, 4); // no points: the identity
    return out;
}

} // namespace kumihan::test
