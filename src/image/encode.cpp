#include "image/encode.h"

#include "image/jpeg_scan.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>

#include <libdeflate.h>

namespace kumihan::image {

namespace {

// An exact picture may cost this much more than the JPEG of it.
constexpr double kExactWorth = 1.5;
// The source's own JPEG may be this much larger than one of our quality.
constexpr double kOwnWorth = 1.5;

bool all_opaque(std::span<std::uint8_t const> alpha) {
    return std::all_of(alpha.begin(), alpha.end(), [](std::uint8_t value) { return value == 255; });
}

bool all_grey(Samples const& samples) {
    auto const& c = samples.colour;
    for (std::size_t i = 0; i + 2 < c.size(); i += 3)
        if (c[i] != c[i + 1] || c[i] != c[i + 2]) return false;
    return true;
}

std::vector<std::uint8_t> one_channel(std::span<std::uint8_t const> colour) {
    std::vector<std::uint8_t> out;
    out.reserve(colour.size() / 3);
    for (std::size_t i = 0; i < colour.size(); i += 3)
        out.push_back(colour[i]);
    return out;
}

std::optional<std::vector<std::uint8_t>> jpeg_of(Samples const& samples, int quality, bool full_chroma,
                                                 KumihanPhotos const& photos) {
    KumihanPhotoBytes raw{};
    auto const status = photos.encode_jpeg(samples.colour.data(), samples.width, samples.height, samples.channels,
                                           quality, full_chroma ? 1 : 0, &raw);
    if (status != KUMIHAN_PHOTO_OK) return std::nullopt;
    std::vector<std::uint8_t> out(raw.data, raw.data + raw.size);
    photos.release(raw.data);
    if (!scan_jpeg(out).bare) return std::nullopt; // metadata would be worse than no picture
    return out;
}

} // namespace

std::vector<std::uint8_t> deflate(std::span<std::uint8_t const> bytes, int level) {
    struct Free {
        void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
    };
    std::unique_ptr<libdeflate_compressor, Free> const compressor(libdeflate_alloc_compressor(level));
    if (!compressor) throw std::bad_alloc();
    std::vector<std::uint8_t> out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()));
    out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
    out.shrink_to_fit();
    return out;
}

std::optional<PreparedImage> encode(Samples const& given, Source source, int jpeg_quality,
                                    KumihanPhotos const& photos) {
    Samples samples = given;
    std::vector<std::uint8_t> grey;
    if (samples.channels == 3 && all_grey(samples)) {
        grey = one_channel(samples.colour);
        samples.colour = grey;
        samples.channels = 1;
    }
    PreparedImage picture;
    picture.width = samples.width;
    picture.height = samples.height;
    picture.color = samples.channels == 1 ? ColorSpace::Gray : ColorSpace::Rgb;
    if (!samples.alpha.empty() && !all_opaque(samples.alpha)) picture.mask = deflate(samples.alpha);

    // Colour at full resolution for exact sources: red letters on a drawing fray otherwise. Photos have no such edges.
    auto jpeg = jpeg_of(samples, jpeg_quality, source.lossless, photos);
    if (source.lossless) {
        auto const limit = jpeg ? static_cast<std::size_t>(kExactWorth * static_cast<double>(jpeg->size())) : SIZE_MAX;
        // Level 1 takes a tenth of the time and tells photos apart, which are far from the limit.
        if (deflate(samples.colour, 1).size() / 2 <= limit) {
            auto exact = deflate(samples.colour);
            if (exact.size() <= limit) {
                picture.encoding = Encoding::Deflate;
                picture.bytes = std::move(exact);
                return picture;
            }
        }
    }
    if (!jpeg) return std::nullopt;
    auto const worth = static_cast<std::size_t>(kOwnWorth * static_cast<double>(jpeg->size()));
    if (!source.jpeg.empty() && source.jpeg.size() <= worth && scan_jpeg(source.jpeg).bare) {
        picture.color = given.channels == 1 ? ColorSpace::Gray : ColorSpace::Rgb; // as coded
        jpeg = std::move(source.jpeg);
    }
    picture.encoding = Encoding::Jpeg;
    picture.bytes = std::move(*jpeg);
    return picture;
}

} // namespace kumihan::image
