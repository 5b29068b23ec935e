#include "image/jpeg_scan.h"

#include <cstring>

namespace kumihan::image {

namespace {

constexpr std::uint8_t kSoi = 0xD8, kEoi = 0xD9, kApp0 = 0xE0, kApp2 = 0xE2, kApp15 = 0xEF, kApp14 = 0xEE, kCom = 0xFE,
                       kTem = 0x01;
constexpr bool is_restart(std::uint8_t marker) { return marker >= 0xD0 && marker <= 0xD7; }

// A JFIF header of 16 bytes is density alone; a longer one holds a thumbnail of the original.
bool is_plain_jfif(std::span<std::uint8_t const> payload) {
    return payload.size() == 14 && std::memcmp(payload.data(), "JFIF", 5) == 0;
}

bool is_metadata(std::uint8_t marker, std::span<std::uint8_t const> payload) {
    return marker == kCom || (marker >= kApp0 && marker <= kApp15 && !(marker == kApp0 && is_plain_jfif(payload)));
}

// Calls segment(marker, begin, payload) for each segment with a length; begin is where its marker stands. Gives where
// the picture ends, just after EOI, or 0 when it does not.
template <class Segment> std::size_t walk(std::span<std::uint8_t const> bytes, Segment segment) {
    if (bytes.size() < 4 || bytes[0] != 0xFF || bytes[1] != kSoi) return 0;
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
        if (marker == kEoi) return at;
        if (at + 2 > bytes.size()) return 0;
        auto const length = static_cast<std::size_t>(bytes[at] << 8 | bytes[at + 1]);
        if (length < 2 || at + length > bytes.size()) return 0;
        segment(marker, at - 2, bytes.subspan(at + 2, length - 2));
        at += length; // after SOS the scan's data is passed over as junk up to the next marker
    }
    return 0;
}

constexpr bool is_frame(std::uint8_t marker) { // SOFn; C4, C8 and CC between them are other segments
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Baseline, 8 bits, one component or three that are not named R, G, B: grey or YCbCr for every decoder.
bool is_plain_frame(std::uint8_t marker, std::span<std::uint8_t const> payload) {
    if (marker != 0xC0 || payload.size() < 6 || payload[0] != 8) return false;
    std::size_t const components = payload[5];
    if (payload.size() < 6 + 3 * components) return false;
    bool const rgb = components == 3 && payload[6] == 'R' && payload[9] == 'G' && payload[12] == 'B';
    return components == 1 || (components == 3 && !rgb);
}

} // namespace

JpegScan scan_jpeg(std::span<std::uint8_t const> bytes) {
    JpegScan result;
    bool extras = false;
    std::size_t const end = walk(bytes, [&](std::uint8_t marker, std::size_t, std::span<std::uint8_t const> payload) {
        if (marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE) result.progressive = true;
        if (marker == kApp14 && payload.size() >= 12 && std::memcmp(payload.data(), "Adobe", 5) == 0)
            result.adobe = true;
        if (is_metadata(marker, payload)) extras = true;
    });
    result.whole = end != 0;
    result.bare = result.whole && !extras && end == bytes.size();
    return result;
}

std::vector<std::uint8_t> bare_copy(std::span<std::uint8_t const> bytes) {
    std::vector<std::uint8_t> out;
    std::size_t frames = 0, copied = 0;
    bool suits = true;
    std::size_t const end =
        walk(bytes, [&](std::uint8_t marker, std::size_t begin, std::span<std::uint8_t const> payload) {
            if (is_frame(marker)) {
                ++frames;
                suits = suits && is_plain_frame(marker, payload);
            }
            bool const profile =
                marker == kApp2 && payload.size() > 11 && std::memcmp(payload.data(), "ICC_PROFILE", 11) == 0;
            if (profile || marker == kApp14) suits = false; // colours of another kind
            if (!is_metadata(marker, payload)) return;
            auto const kept = bytes.subspan(copied, begin - copied);
            out.insert(out.end(), kept.begin(), kept.end());
            copied = begin + 4 + payload.size();
        });
    if (end == 0 || !suits || frames != 1) return {};
    auto const rest = bytes.subspan(copied, end - copied);
    out.insert(out.end(), rest.begin(), rest.end());
    return out;
}

} // namespace kumihan::image
