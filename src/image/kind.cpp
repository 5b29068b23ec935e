#include "image/kind.h"

#include "image/jpeg_scan.h"
#include "image/module_abi.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace kumihan::image {

namespace {

using Bytes = std::span<std::uint8_t const>;

std::string_view text_at(Bytes bytes, std::size_t at, std::size_t length) {
    if (at > bytes.size()) return {};
    auto const part = bytes.subspan(at, std::min(length, bytes.size() - at));
    return {reinterpret_cast<char const*>(part.data()), part.size()};
}

std::uint64_t big_endian(Bytes bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | bytes[at + i];
    return value;
}

// ISO/IEC 14496-12 4.3: the brands of the first box tell pictures from films.
Kind kind_of_brand(Bytes bytes) {
    auto const box = std::min<std::uint64_t>(big_endian(bytes, 0, 4), bytes.size());
    bool heic = false;
    for (std::size_t at = 8; at + 4 <= box; at += 4) {
        if (at == 12) continue; // minor version
        auto const brand = text_at(bytes, at, 4);
        if (brand == "avif" || brand == "avis") return Kind::Avif;
        if (brand == "heic" || brand == "heix" || brand == "heim" || brand == "heis" || brand == "hevc" ||
            brand == "mif1" || brand == "msf1")
            heic = true;
    }
    return heic ? Kind::Heic : Kind::Video;
}

Kind kind_of_zip(Bytes bytes) {
    auto const head = text_at(bytes, 0, 64 * 1024); // the names of the first members stand in the local headers
    if (head.find("word/") != head.npos) return Kind::Word;
    if (head.find("xl/") != head.npos) return Kind::Excel;
    if (head.find("ppt/") != head.npos) return Kind::PowerPoint;
    return Kind::Zip;
}

Kind kind_of_text(Bytes bytes) {
    auto head = text_at(bytes, 0, 1024);
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    if (head.find('\0') != head.npos) return Kind::Unknown;
    bool const controls = std::any_of(head.begin(), head.end(), [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B;
    });
    if (controls) return Kind::Unknown;
    std::string lower(head);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    if (lower.find("<svg") != lower.npos) return Kind::Svg;
    if (lower.find("<html") != lower.npos || lower.find("<!doctype html") != lower.npos) return Kind::Html;
    return Kind::Text;
}

} // namespace

Kind sniff(Bytes bytes) {
    auto starts = [&](std::string_view magic, std::size_t at = 0) { return text_at(bytes, at, magic.size()) == magic; };
    using namespace std::string_view_literals;
    if (starts("\xFF\xD8\xFF"sv)) return Kind::Jpeg;
    if (starts("\x89PNG\r\n\x1A\n"sv)) return Kind::Png;
    if (starts("RIFF"sv) && starts("WEBP"sv, 8)) return Kind::WebP;
    if (starts("ftyp"sv, 4) && bytes.size() >= 16) return kind_of_brand(bytes);
    if (starts("II*\0"sv) || starts("MM\0*"sv) || starts("II+\0"sv) || starts("MM\0+"sv)) return Kind::Tiff;
    if (starts("GIF87a"sv) || starts("GIF89a"sv)) return Kind::Gif;
    if (starts("BM"sv) && bytes.size() > 30 && starts("\0\0\0\0"sv, 6)) return Kind::Bmp;
    if (starts("8BPS"sv)) return Kind::Psd;
    if (starts("\xFF\x0A"sv) || starts("\0\0\0\x0CJXL \r\n\x87\n"sv)) return Kind::JpegXl;
    if (starts("\0\0\0\x0CjP  \r\n\x87\n"sv) || starts("\xFF\x4F\xFF\x51"sv)) return Kind::Jpeg2000;
    if (text_at(bytes, 0, 1024).find("%PDF-") != std::string_view::npos) return Kind::Pdf;
    if (starts("PK\x03\x04"sv) || starts("PK\x05\x06"sv)) return kind_of_zip(bytes);
    if (starts("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return Kind::OldOffice;
    if (starts("\x1A\x45\xDF\xA3"sv) || starts("RIFF"sv)) return Kind::Video;
    return kind_of_text(bytes);
}

Kind expected_from_suffix(std::filesystem::path const& path) {
    std::string suffix = path.extension().string();
    std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    static constexpr std::array<std::pair<std::string_view, Kind>, 13> kSuffixes{{
        {".jpg", Kind::Jpeg},
        {".jpeg", Kind::Jpeg},
        {".jpe", Kind::Jpeg},
        {".jfif", Kind::Jpeg},
        {".png", Kind::Png},
        {".webp", Kind::WebP},
        {".heic", Kind::Heic},
        {".heif", Kind::Heic},
        {".hif", Kind::Heic},
        {".avif", Kind::Avif},
        {".tif", Kind::Tiff},
        {".tiff", Kind::Tiff},
        {".gif", Kind::Gif},
    }};
    for (auto const& [name, kind] : kSuffixes)
        if (suffix == name) return kind;
    return Kind::Unknown;
}

bool is_readable(Kind kind) { return kind <= Kind::Gif; }
bool is_picture(Kind kind) { return kind <= Kind::Jpeg2000; }
bool is_lossless(Bytes bytes, Kind kind) {
    if (kind == Kind::WebP) return text_at(bytes, 12, 4) == "VP8L";
    return kind == Kind::Png || kind == Kind::Gif || kind == Kind::Tiff;
}

std::string_view name_of(Kind kind) {
    switch (kind) {
    case Kind::Jpeg:
        return "JPEG";
    case Kind::Png:
        return "PNG";
    case Kind::WebP:
        return "WebP";
    case Kind::Heic:
        return "HEIC";
    case Kind::Avif:
        return "AVIF";
    case Kind::Tiff:
        return "TIFF";
    case Kind::Gif:
        return "GIF";
    case Kind::Bmp:
        return "BMP";
    case Kind::Svg:
        return "SVG";
    case Kind::Psd:
        return "Photoshop";
    case Kind::JpegXl:
        return "JPEG XL";
    case Kind::Jpeg2000:
        return "JPEG 2000";
    case Kind::Pdf:
        return "PDF";
    case Kind::Word:
        return "Word";
    case Kind::Excel:
        return "Excel";
    case Kind::PowerPoint:
        return "PowerPoint";
    case Kind::OldOffice:
        return "Word/Excel";
    case Kind::Zip:
        return "ZIP";
    case Kind::Video:
        return "MP4/MOV";
    case Kind::Html:
        return "HTML";
    case Kind::Text:
        return "TXT";
    case Kind::Unknown:
        return "?";
    }
    return "?";
}

std::int32_t module_kind(Kind kind) {
    switch (kind) {
    case Kind::Jpeg:
        return KUMIHAN_PHOTO_JPEG;
    case Kind::Png:
        return KUMIHAN_PHOTO_PNG;
    case Kind::WebP:
        return KUMIHAN_PHOTO_WEBP;
    case Kind::Heic:
    case Kind::Avif:
        return KUMIHAN_PHOTO_HEIF;
    case Kind::Tiff:
        return KUMIHAN_PHOTO_TIFF;
    case Kind::Gif:
        return KUMIHAN_PHOTO_GIF;
    default:
        return 0;
    }
}

bool is_cut_off(Bytes bytes, Kind kind) {
    switch (kind) {
    case Kind::Jpeg:
        return !scan_jpeg(bytes).whole;
    case Kind::Png: // chunks of length, type, data, CRC up to IEND
        for (std::uint64_t at = 8;;) {
            if (at + 12 > bytes.size()) return true;
            auto const here = static_cast<std::size_t>(at);
            if (text_at(bytes, here + 4, 4) == "IEND") return false;
            at += 12 + big_endian(bytes, here, 4);
        }
    case Kind::WebP: {
        if (bytes.size() < 12) return true;
        std::uint64_t const length = bytes[4] | static_cast<std::uint64_t>(bytes[5]) << 8 |
                                     static_cast<std::uint64_t>(bytes[6]) << 16 |
                                     static_cast<std::uint64_t>(bytes[7]) << 24;
        return length + 8 > bytes.size();
    }
    case Kind::Heic:
    case Kind::Avif: // boxes of length and type; length 1: a 64-bit one follows, 0: up to the end
        for (std::uint64_t at = 0; at < bytes.size();) {
            if (at + 16 > bytes.size()) return at + 8 > bytes.size();
            auto const here = static_cast<std::size_t>(at);
            std::uint64_t length = big_endian(bytes, here, 4);
            if (length == 0) return false;
            if (length == 1) length = big_endian(bytes, here + 8, 8);
            if (length < 8) return false; // nonsense, which is another fault
            if (length > bytes.size() - at) return true;
            at += length;
        }
        return false;
    case Kind::Gif:
        return bytes.back() != 0x3B;
    default:
        return false;
    }
}

std::pair<std::int64_t, std::int64_t> png_size(Bytes bytes, Kind kind) {
    constexpr std::size_t kSize = 16; // in IHDR, which stands first
    if (kind != Kind::Png || bytes.size() < kSize + 8) return {0, 0};
    return {static_cast<std::int64_t>(big_endian(bytes, kSize, 4)),
            static_cast<std::int64_t>(big_endian(bytes, kSize + 4, 4))};
}

bool is_held_whole(Bytes bytes, Kind kind) {
    constexpr std::size_t kPngInterlace = 28; // the last byte of IHDR
    switch (kind) {
    case Kind::Jpeg:
        return scan_jpeg(bytes).progressive;
    case Kind::Png:
        return bytes.size() > kPngInterlace && bytes[kPngInterlace] != 0;
    default:
        return true;
    }
}

std::int64_t decoding_memory(std::uint64_t file_size, std::int64_t pixels, bool held_whole) {
    constexpr std::int64_t kStreaming = 24'000'000; // rows pass through; the decoder's own tables and our strips
    constexpr std::int64_t kBytesPerPixel = 8;      // measured: 7 for progressive JPEG, 8 for HEIC, 8.5 for WebP
    return static_cast<std::int64_t>(file_size) + kStreaming + (held_whole ? pixels * kBytesPerPixel : 0);
}

} // namespace kumihan::image
