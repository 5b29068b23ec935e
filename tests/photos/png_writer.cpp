#include "photos/png_writer.h"

#include <libdeflate.h>

namespace kumihan::test {

namespace {

void add_chunk(ByteVector& out, std::string_view type, ByteVector const& payload) {
    add_big(out, payload.size(), 4);
    std::size_t const begin = out.size();
    add_text(out, type);
    add_bytes(out, payload);
    add_big(out, libdeflate_crc32(0, out.data() + begin, out.size() - begin), 4);
}

int channels_of(PngColour colour) {
    switch (colour) {
    case PngColour::Rgb:
        return 3;
    case PngColour::GreyAlpha:
        return 2;
    case PngColour::RgbAlpha:
        return 4;
    default:
        return 1;
    }
}

} // namespace

ByteVector zlib_stream(ByteVector const& bytes) {
    auto* const compressor = libdeflate_alloc_compressor(6);
    ByteVector out(libdeflate_zlib_compress_bound(compressor, bytes.size()));
    out.resize(libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
    libdeflate_free_compressor(compressor);
    return out;
}

ByteVector write_png(Png const& png) {
    ByteVector header;
    add_big(header, static_cast<std::uint64_t>(png.width), 4);
    add_big(header, static_cast<std::uint64_t>(png.height), 4);
    header.push_back(static_cast<std::uint8_t>(png.depth));
    header.push_back(static_cast<std::uint8_t>(png.colour));
    add_big(header, 0, 3); // deflate, adaptive filters, not interlaced
    std::size_t const row = (static_cast<std::size_t>(png.width) * static_cast<std::size_t>(channels_of(png.colour)) *
                                 static_cast<std::size_t>(png.depth) +
                             7) /
                            8;
    ByteVector filtered;
    for (std::size_t at = 0; at + row <= png.rows.size(); at += row) {
        filtered.push_back(0);
        for (std::size_t i = 0; i < row; ++i)
            filtered.push_back(png.rows[at + i]);
    }
    ByteVector out;
    add_big(out, 0x89504E470D0A1A0A, 8);
    add_chunk(out, "IHDR", header);
    for (auto const& [type, payload] : png.extra)
        add_chunk(out, type, payload);
    add_chunk(out, "IDAT", zlib_stream(filtered));
    add_chunk(out, "IEND", {});
    return out;
}

} // namespace kumihan::test
