#include "image/prepared_cache.h"

#include "image/file_bytes.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>

namespace kumihan::image {

namespace {

// Raised whenever the same photo would be prepared differently by this code.
constexpr int kFormatVersion = 2;

// magic 8 · key 16 · width, height, flags 4 each · lengths of bytes and mask 8 each · bytes · mask · hash of it all 16
constexpr std::string_view kMagic = "KUMIPIC1";
constexpr std::size_t kHeader = 8 + 16 + 3 * 4 + 2 * 8;
constexpr std::size_t kHash = 16;
constexpr std::uint64_t kMaxEntry = 2'000'000'000;
constexpr std::uint32_t kRgb = 1, kDeflate = 2, kDamaged = 4;

void put_number(std::vector<std::uint8_t>& out, std::size_t at, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> (8 * i));
}

std::uint64_t number_at(std::vector<std::uint8_t> const& in, std::size_t at, int bytes) {
    std::uint64_t value = 0;
    for (int i = bytes; i-- > 0;)
        value = value << 8 | in[at + static_cast<std::size_t>(i)];
    return value;
}

// Use is noted by the file's time, once a day at most, so that a warm run writes nothing.
void note_use(std::filesystem::path const& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && std::time(nullptr) - status.st_mtime > 24 * 60 * 60)
        ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
}

} // namespace

ContentHash prepared_key(ContentHash const& content, int width, int height, int jpeg_quality, PixelPart const& part) {
    std::string text = content.hex();
    for (int const number : {width, height, jpeg_quality, kFormatVersion})
        text += ' ' + std::to_string(number);
    if (part.width > 0)
        for (int const number : {part.x, part.y, part.width, part.height})
            text += ' ' + std::to_string(number);
    text += " vips " KUMIHAN_VIPS_VERSION; // another decoder or filter may give other bytes
    return hash_of(text);
}

PreparedCache::PreparedCache(std::filesystem::path folder) : folder_(std::move(folder)) {}

std::filesystem::path PreparedCache::path_of(ContentHash const& key) const {
    return folder_ / (key.hex() + ".picture");
}

std::optional<StoredPicture> PreparedCache::find(ContentHash const& key) const {
    if (folder_.empty()) return std::nullopt;
    auto const path = path_of(key);
    FileBytes file = read_file(path, kMaxEntry);
    auto& in = file.bytes;
    if (file.problem != FileProblem::None || in.size() < kHeader + kHash) return std::nullopt;
    if (std::memcmp(in.data(), kMagic.data(), kMagic.size()) != 0) return std::nullopt;
    if (ContentHash{number_at(in, 8, 8), number_at(in, 16, 8)} != key) return std::nullopt;
    std::size_t const end = in.size() - kHash;
    if (hash_of(std::span(in).first(end)) != ContentHash{number_at(in, end, 8), number_at(in, end + 8, 8)})
        return std::nullopt;
    auto const flags = static_cast<std::uint32_t>(number_at(in, 32, 4));
    std::uint64_t const length = number_at(in, 36, 8), mask = number_at(in, 44, 8);
    if (length > end - kHeader || mask != end - kHeader - length) return std::nullopt;

    StoredPicture stored;
    stored.damaged = (flags & kDamaged) != 0;
    stored.picture.width = static_cast<int>(number_at(in, 24, 4));
    stored.picture.height = static_cast<int>(number_at(in, 28, 4));
    stored.picture.color = flags & kRgb ? ColorSpace::Rgb : ColorSpace::Gray;
    stored.picture.encoding = flags & kDeflate ? Encoding::Deflate : Encoding::Jpeg;
    auto const begin = in.begin() + static_cast<std::ptrdiff_t>(kHeader);
    auto const middle = begin + static_cast<std::ptrdiff_t>(length);
    stored.picture.mask.assign(middle, in.begin() + static_cast<std::ptrdiff_t>(end));
    in.erase(middle, in.end()); // the picture's bytes move within what was read, without a second copy in memory
    in.erase(in.begin(), begin);
    stored.picture.bytes = std::move(in);
    note_use(path);
    return stored;
}

int PreparedCache::put(ContentHash const& key, StoredPicture const& stored) const {
    if (folder_.empty()) return 0;
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) return error.value();
    auto const& picture = stored.picture;
    std::uint32_t const flags = (picture.color == ColorSpace::Rgb ? kRgb : 0u) |
                                (picture.encoding == Encoding::Deflate ? kDeflate : 0u) |
                                (stored.damaged ? kDamaged : 0u);
    std::size_t const end = kHeader + picture.bytes.size() + picture.mask.size();
    std::vector<std::uint8_t> out(end + kHash);
    std::copy(kMagic.begin(), kMagic.end(), out.begin());
    put_number(out, 8, key.high, 8);
    put_number(out, 16, key.low, 8);
    put_number(out, 24, static_cast<std::uint64_t>(picture.width), 4);
    put_number(out, 28, static_cast<std::uint64_t>(picture.height), 4);
    put_number(out, 32, flags, 4);
    put_number(out, 36, picture.bytes.size(), 8);
    put_number(out, 44, picture.mask.size(), 8);
    auto const after =
        std::copy(picture.bytes.begin(), picture.bytes.end(), out.begin() + static_cast<std::ptrdiff_t>(kHeader));
    std::copy(picture.mask.begin(), picture.mask.end(), after);
    ContentHash const hash = hash_of(std::span(out).first(end));
    put_number(out, end, hash.high, 8);
    put_number(out, end + 8, hash.low, 8);
    return write_file(path_of(key), out);
}

void PreparedCache::trim(std::uint64_t bytes) const {
    if (folder_.empty()) return;
    struct Entry {
        std::filesystem::file_time_type time;
        std::uint64_t size;
        std::filesystem::path path;
    };
    std::vector<Entry> entries;
    std::uint64_t total = 0;
    std::error_code error;
    auto const now = std::filesystem::file_time_type::clock::now();
    for (std::filesystem::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error)) {
        std::error_code gone; // another run may trim too
        auto const time = it->last_write_time(gone);
        auto const size = gone ? 0 : it->file_size(gone);
        if (gone) continue;
        auto const name = it->path().filename().string();
        if (name.find(".tmp-") != name.npos && now - time > std::chrono::hours(1)) // left behind by a killed run
            std::filesystem::remove(it->path(), gone);
        else if (it->path().extension() == ".picture") {
            entries.push_back({time, size, it->path()});
            total += size;
        }
    }
    std::sort(entries.begin(), entries.end(), [](Entry const& a, Entry const& b) { return a.time < b.time; });
    for (auto const& entry : entries) {
        if (total <= bytes) break;
        std::filesystem::remove(entry.path, error);
        total -= entry.size;
    }
}

} // namespace kumihan::image
