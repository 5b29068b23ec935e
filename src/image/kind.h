// What a file really is, told by its first bytes: the suffix is what someone typed, the bytes are what a decoder gets.
// Input: a file's bytes. Output: Kind. Invariants: never reads past the end, takes time linear in the bytes at most.
// Formats: ISO/IEC 10918-1 (JPEG), W3C PNG, RFC 9649 (WebP), ISO/IEC 14496-12 and 23008-12 (HEIF), TIFF 6.0, GIF89a.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace kumihan::image {

enum class Kind : std::uint8_t {
    // read here
    Jpeg,
    Png,
    WebP,
    Heic,
    Avif,
    Tiff,
    Gif,
    // pictures that are not read
    Bmp,
    Svg,
    Psd,
    JpegXl,
    Jpeg2000,
    // no pictures
    Pdf,
    Word,
    Excel,
    PowerPoint,
    OldOffice,
    Zip,
    Video,
    Html,
    Text,
    Unknown,
};

Kind sniff(std::span<std::uint8_t const> bytes);
Kind expected_from_suffix(std::filesystem::path const& path); // Unknown: the suffix promises nothing

bool is_readable(Kind kind);
bool is_picture(Kind kind);
std::string_view name_of(Kind kind); // for messages in either language: "JPEG", "Word", …
std::int32_t module_kind(Kind kind); // KumihanPhotoKind, 0 when not readable

bool is_lossless(std::span<std::uint8_t const> bytes, Kind kind); // drawings and screenshots come so

// The format's own end mark or length says that bytes are missing. Only asked of files that failed to decode.
bool is_cut_off(std::span<std::uint8_t const> bytes, Kind kind);

// Rows come out only after the whole picture has been read: progressive, interlaced, or a codec that works so.
// Width and height that a PNG says it has; 0 for other kinds.
std::pair<std::int64_t, std::int64_t> png_size(std::span<std::uint8_t const> bytes, Kind kind);
bool is_held_whole(std::span<std::uint8_t const> bytes, Kind kind);

// A rough upper bound of what decoding such a file of so many pixels holds in memory, the file's bytes included.
std::int64_t decoding_memory(std::uint64_t file_size, std::int64_t pixels, bool held_whole);

} // namespace kumihan::image
