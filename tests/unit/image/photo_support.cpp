#include "photo_support.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <libdeflate.h>

namespace kumihan::test {

std::filesystem::path photo(std::string_view name) { return std::filesystem::path(KUMIHAN_TEST_PHOTOS) / name; }

std::vector<std::uint8_t> file_bytes(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

KumihanPhotos const& photo_module() {
    static image::PhotoModule module{KUMIHAN_TEST_MODULE};
    auto const* const table = module.table();
    if (!table) throw std::runtime_error("kumihan_photos does not load");
    return *table;
}

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kumihan-image-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

image::Options options(std::filesystem::path cache, image::Draft draft) {
    image::Options result;
    result.cache = std::move(cache);
    result.draft = draft;
    result.jobs = 2;
    result.module = KUMIHAN_TEST_MODULE;
    return result;
}

image::PreparedImage const& Result::only() const {
    if (pictures.size() != 1 || !pictures[0]) throw std::runtime_error("not one picture: " + codes());
    return *pictures[0];
}

std::string Result::codes() const {
    std::string out;
    for (auto const& diagnostic : told.shown) {
        if (!out.empty()) out += ' ';
        out += diag::info(diagnostic.code).name;
        out += diagnostic.severity == diag::Severity::Error ? '!' : '?';
    }
    return out;
}

Result run(std::vector<std::filesystem::path> const& paths, image::Options const& options, int width) {
    diag::Sink sink;
    image::ImageStore store(options, sink);
    std::vector<image::ImageStore::File> files;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        auto const line = static_cast<std::uint32_t>(10 * i);
        files.push_back({paths[i], paths[i].filename().string(), {FileId(0u), line, line + 5}, "chapter.yaml"});
    }
    Result result;
    result.ids = store.add(files);
    std::vector<image::Request> requests;
    for (auto const& id : result.ids)
        if (id) {
            result.infos.push_back(store.info(*id));
            requests.push_back({*id, width, 0});
        }
    result.pictures = store.prepare(requests);
    result.told = sink.take_ordered();
    return result;
}

namespace {

std::vector<std::uint8_t> inflated(std::vector<std::uint8_t> const& bytes, std::size_t size) {
    std::vector<std::uint8_t> out(size);
    auto* const decompressor = libdeflate_alloc_decompressor();
    auto const status = libdeflate_zlib_decompress(decompressor, bytes.data(), bytes.size(), out.data(), size, nullptr);
    libdeflate_free_decompressor(decompressor);
    if (status != LIBDEFLATE_SUCCESS) throw std::runtime_error("not a zlib stream of that many samples");
    return out;
}

std::vector<std::uint8_t> jpeg_samples(image::PreparedImage const& picture, std::size_t size, int channels) {
    KumihanPhotoInput const input{picture.bytes.data(), picture.bytes.size(), 1'000'000'000, KUMIHAN_PHOTO_JPEG};
    KumihanPhotoPixels raw{};
    if (photo_module().decode(&input, picture.width, picture.height, &raw) != KUMIHAN_PHOTO_OK || raw.damaged ||
        raw.width != picture.width || raw.height != picture.height || raw.channels != channels)
        throw std::runtime_error("not the JPEG it claims to be");
    std::vector<std::uint8_t> out(raw.samples, raw.samples + size);
    photo_module().release(raw.samples);
    photo_module().release(raw.alpha);
    return out;
}

} // namespace

Pixels pixels_of(image::PreparedImage const& picture) {
    int const channels = picture.color == image::ColorSpace::Gray ? 1 : 3;
    auto const area = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
    auto const size = area * static_cast<std::size_t>(channels);
    auto const samples = picture.encoding == image::Encoding::Deflate ? inflated(picture.bytes, size)
                                                                      : jpeg_samples(picture, size, channels);
    Pixels pixels{picture.width, picture.height, {}, {}};
    for (std::size_t i = 0; i < size; i += static_cast<std::size_t>(channels))
        pixels.colour.push_back(channels == 1 ? Rgb{samples[i], samples[i], samples[i]}
                                              : Rgb{samples[i], samples[i + 1], samples[i + 2]});
    pixels.alpha = picture.mask.empty() ? std::vector<std::uint8_t>(area, 255) : inflated(picture.mask, area);
    return pixels;
}

bool near(Rgb a, Rgb b, int tolerance) {
    return std::abs(a.r - b.r) <= tolerance && std::abs(a.g - b.g) <= tolerance && std::abs(a.b - b.b) <= tolerance;
}

bool shows_test_picture(Pixels const& pixels, int tolerance) {
    int const left = pixels.width / 8, right = pixels.width - 1 - left;
    int const top = pixels.height / 8, bottom = pixels.height - 1 - top;
    return near(pixels.at(left, top), kRed, tolerance) && near(pixels.at(right, top), kGreen, tolerance) &&
           near(pixels.at(left, bottom), kBlue, tolerance) && near(pixels.at(right, bottom), kYellow, tolerance);
}

} // namespace kumihan::test
