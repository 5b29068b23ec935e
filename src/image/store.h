// ImageStore: photos and figures of the plan. Probing reads pixel size and kind; preparing decodes, turns by EXIF
// orientation, converts embedded profiles to sRGB (or grey), resamples to the pixel size the placed picture needs and
// encodes for PDF. No metadata of the original (GPS, names, times, thumbnails, profiles) reaches a prepared picture.
// Input: paths already checked by `document`. Output: PreparedImage. Invariants: originals are only read; a broken file
// is a diagnostic and yields no id (or, with Draft::Yes, an id whose picture is a marked placeholder); results depend
// on the file's bytes and the asked size alone, so the cache can be deleted at any time.
#pragma once

#include "base/ids.h"
#include "diag/sink.h"
#include "source/span.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kumihan::image {

enum class Draft : std::uint8_t { No, Yes };

struct ImageInfo {
    int width = 0, height = 0; // pixels, after orientation
    bool placeholder = false;
};

enum class ColorSpace : std::uint8_t { Gray, Rgb };
enum class Encoding : std::uint8_t {
    Jpeg,
    Deflate
}; // bytes for DCTDecode, or zlib stream of 8-bit samples for FlateDecode

struct PreparedImage {
    int width = 0, height = 0;
    ColorSpace color = ColorSpace::Rgb;
    Encoding encoding = Encoding::Jpeg;
    std::vector<std::uint8_t> bytes;
    std::vector<std::uint8_t> mask; // zlib stream of 8-bit alpha of the same size; empty: opaque
};

// A part of a picture in shares of its sides, from the top left corner. Nothing outside it gets into the PDF.
struct Part {
    double x = 0, y = 0, width = 1, height = 1;
    bool whole() const { return x <= 0 && y <= 0 && width >= 1 && height >= 1; }
};

struct Request {
    ImageId image;
    int width = 0, height = 0; // pixels wanted, of the part; never enlarged beyond the original
    Part part = {};
};

struct Options {
    std::filesystem::path cache; // empty: no cache
    Draft draft = Draft::No;
    int jpeg_quality = 85;
    int jobs = 0;                          // 0: as many as there are processors
    std::int64_t max_pixels = 120'000'000; // a bigger header is refused before any pixel is decoded
    // What may be meant by a name that no file has, for the message; unset: nobody is asked.
    std::function<std::string(std::string const& shown)> near;
    std::filesystem::path module;          // libkumihan_photos; empty: beside the running program, or in ../lib/kumihan
};

class ImageStore {
public:
    ImageStore(Options options, diag::Sink& sink);
    ~ImageStore();
    ImageStore(ImageStore const&) = delete;
    ImageStore& operator=(ImageStore const&) = delete;

    // Probes all of them (in parallel where the cache does not know them). result[i] belongs to files[i]; no id where
    // the file could not be used and the problem was reported at its span. The same path gives the same id.
    struct File {
        std::filesystem::path path; // where the bytes are
        std::string shown;          // as the editor wrote it, for messages
        Span span;
        std::string chapter; // the chapter's file, for messages
    };
    std::vector<std::optional<ImageId>> add(std::span<File const> files);

    ImageInfo const& info(ImageId id) const;

    // Prepares all requests (parallel, cached). result[i] belongs to requests[i]; no value where decoding failed and
    // was reported. Shared so that one picture used twice is held once.
    std::vector<std::shared_ptr<PreparedImage const>> prepare(std::span<Request const> requests);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace kumihan::image
