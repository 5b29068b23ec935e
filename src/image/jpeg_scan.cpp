#include "image/jpeg_scan.h"

#include <cstring>

namespace kumihan::image {

namespace {

constexpr std::uint8_t kSoi = 0xD8, kEoi = 0xD9, kApp0 = 0xE0, kApp15 = 0xEF, kApp14 = 0xEE, kCom = 0xFE, kTem = 0x01;
constexpr bool is_restart(std::uint8_t marker) { return marker >= 0xD0 && marker <= 0xD7; }

// A JFIF header of 16 bytes is density alone; a longer one holds a thumbnail of the original.
bool is_plain_jfif(std::span<std::uint8_t const> payload) {
    return payload.size() == 14 && std::memcmp(payload.data(), "JFIF", 5) == 0;
}

} // namespace

JpegScan scan_jpeg(std::span<std::uint8_t const> bytes) {
    JpegScan result;
    if (bytes.size() < 4 || bytes[0] != 0xFF || bytes[1] != kSoi) return result;
    bool extras = false;
    std::size_t at = 2;
    while (at + 1 < bytes.size()) {
        if (bytes[at] != 0xFF) { // between segments: junk that decoders skip; inside a scan: its data
            ++at;
            continue;
        }
        std::uint8_t const marker = bytes[at + 1];
        if (marker == 0xFF) { // fill byte
            ++at;
            continue;
        }
        at += 2;
        if (marker == 0x00 || marker == kTem || is_restart(marker) || marker == kSoi) continue;
        if (marker == kEoi) {
            result.whole = true;
            result.bare = !extras && at == bytes.size();
            return result;
        }
        if (at + 2 > bytes.size()) return result;
        auto const length = static_cast<std::size_t>(bytes[at] << 8 | bytes[at + 1]);
        if (length < 2 || at + length > bytes.size()) return result;
        auto const payload = bytes.subspan(at + 2, length - 2);
        if (marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE) result.progressive = true;
        if (marker == kApp14 && payload.size() >= 12 && std::memcmp(payload.data(), "Adobe", 5) == 0)
            result.adobe = true;
        if (marker == kCom || (marker >= kApp0 && marker <= kApp15 && !(marker == kApp0 && is_plain_jfif(payload))))
            extras = true;
        at += length; // after SOS the scan's data is passed over as junk up to the next marker
    }
    return result;
}

} // namespace kumihan::image
