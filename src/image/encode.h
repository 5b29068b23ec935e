// From samples to what a PDF holds. Photos become JPEG; drawings and screenshots, which JPEG would blur and a zlib
// stream holds in about the same space, stay exact.
// Input: 8-bit samples. Output: PreparedImage. Invariants: depends on the samples, the source's kind and the quality
// alone; a JPEG given out holds nothing but what decoding needs (checked, not assumed).
#pragma once

#include "image/module_abi.h"
#include "image/store.h"

#include <optional>
#include <span>

namespace kumihan::image {

struct Samples {
    int width = 0, height = 0;
    int channels = 3;                     // 1 or 3
    std::span<std::uint8_t const> colour; // width * height * channels
    std::span<std::uint8_t const> alpha;  // width * height, or empty
};

struct Source {
    bool lossless = false;
    // The file's own JPEG without metadata, where it shows just these samples; empty: none. It is given out unless it
    // is much larger than a new one, as coding a photo twice spoils it: those sent through messengers are small
    // already.
    std::vector<std::uint8_t> jpeg;
};

std::optional<PreparedImage> encode(Samples const& samples, Source source, int jpeg_quality,
                                    KumihanPhotos const& photos);

std::vector<std::uint8_t> deflate(std::span<std::uint8_t const> bytes, int level = 9); // zlib stream, RFC 1950

} // namespace kumihan::image
