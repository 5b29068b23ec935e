// What the tests of `image` share: the made photos, a store over them, and pixels of prepared pictures.
#pragma once

#include "image/kind.h"
#include "image/module.h"
#include "image/store.h"
#include "photos/picture.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kumihan::test {

std::filesystem::path photo(std::string_view name);
std::vector<std::uint8_t> file_bytes(std::filesystem::path const& path);
KumihanPhotos const& photo_module();

// A folder of its own under the system's temporary folder, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path path_;
};

image::Options options(std::filesystem::path cache = {}, image::Draft draft = image::Draft::No);

struct Result {
    std::vector<std::optional<ImageId>> ids;
    std::vector<image::ImageInfo> infos; // of those that have an id
    std::vector<std::shared_ptr<image::PreparedImage const>> pictures;
    diag::Sink::Result told;

    image::PreparedImage const& only() const; // the one picture
    std::string codes() const;                // "PhotoBroken! PhotoMisnamed?": ! error, ? warning
};

// Adds the files and prepares each that got an id at the wanted width (0: its own size).
Result run(std::vector<std::filesystem::path> const& paths, image::Options const& options, int width = 0);
inline Result run(std::string_view name, int width = 0) { return run({photo(name)}, options(), width); }

// Samples of a prepared picture, one Rgb a pixel (grey: equal parts), and of its mask (255 where there is none).
struct Pixels {
    int width = 0, height = 0;
    std::vector<Rgb> colour;
    std::vector<std::uint8_t> alpha;
    Rgb at(int x, int y) const { return colour[static_cast<std::size_t>(y * width + x)]; }
    int alpha_at(int x, int y) const { return alpha[static_cast<std::size_t>(y * width + x)]; }
};
Pixels pixels_of(image::PreparedImage const& picture);

bool near(Rgb a, Rgb b, int tolerance);
bool shows_test_picture(Pixels const& pixels, int tolerance); // all four quarters, at any size

} // namespace kumihan::test
