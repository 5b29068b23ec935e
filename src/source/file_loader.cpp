#include "source/file_loader.h"

#include "base/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kumihan::source {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxNames = 5000; // in a folder

LoadFailure from_errno(int error) {
    bool const missing = error == ENOENT || error == ENOTDIR || error == ELOOP || error == ENAMETOOLONG;
    return {missing ? LoadError::Missing : LoadError::NotReadable, std::strerror(error)};
}

std::string sizes(std::uint64_t size, std::uint64_t cap) {
    auto megabytes = [](std::uint64_t bytes) { return std::to_string((bytes + (1u << 20) - 1) >> 20) + " MB"; };
    return (size > cap ? megabytes(size) : "> " + megabytes(cap)) + " > " + megabytes(cap);
}

} // namespace

Loaded DiskLoader::load(fs::path const& path, std::uint64_t cap) const {
    // Looked at before it is opened: opening a device can act on it, opening a pipe can wait.
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return from_errno(errno);
    if (!S_ISREG(status.st_mode)) return LoadFailure{LoadError::NotAFile, {}};

    Descriptor const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
    if (file.value() < 0) return from_errno(errno);
    if (::fstat(file.value(), &status) != 0) return from_errno(errno);
    if (!S_ISREG(status.st_mode)) return LoadFailure{LoadError::NotAFile, {}};
    auto const size = static_cast<std::uint64_t>(status.st_size);
    if (size > cap) return LoadFailure{LoadError::TooBig, sizes(size, cap)};

    std::string bytes;
    bytes.resize(static_cast<std::size_t>(size));
    std::size_t filled = 0;
    for (;;) {
        // One byte more than expected tells a file that grew, or one that says 0 and has content (as in /proc).
        if (filled == bytes.size()) bytes.resize(filled + (filled == size ? 1 : 65536));
        auto const got = ::read(file.value(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return from_errno(errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > cap) return LoadFailure{LoadError::TooBig, sizes(filled, cap)};
    }
    bytes.resize(filled);
    return bytes;
}

fs::path DiskLoader::resolve(fs::path const& path) const {
    std::error_code error;
    auto resolved = fs::weakly_canonical(path, error);
    return error ? path.lexically_normal() : resolved;
}

bool DiskLoader::is_file(fs::path const& path) const {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

bool DiskLoader::is_folder(fs::path const& path) const {
    std::error_code error;
    return fs::is_directory(path.empty() ? fs::path(".") : path, error);
}

std::vector<std::string> DiskLoader::names(fs::path const& folder) const {
    std::vector<std::string> out;
    std::error_code error;
    for (fs::directory_iterator entry(folder.empty() ? fs::path(".") : folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (out.size() >= kMaxNames) return {};
        std::error_code unknown;
        if (entry->is_regular_file(unknown)) out.push_back(entry->path().filename().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

void MemoryLoader::add(fs::path const& path, std::string bytes) {
    files_[path.lexically_normal().string()] = std::move(bytes);
}

void MemoryLoader::add_link(fs::path const& path, fs::path const& target) {
    links_[path.lexically_normal().string()] = target.lexically_normal().string();
}

fs::path MemoryLoader::resolve(fs::path const& path) const {
    auto name = path.lexically_normal();
    for (int hops = 0; hops < 8; ++hops) { // links to files, and folders that are links
        bool moved = false;
        fs::path done;
        for (auto part = name.begin(); part != name.end(); ++part) {
            done /= *part;
            auto const link = links_.find(done.string());
            if (link == links_.end()) continue;
            fs::path target{link->second};
            for (auto rest = std::next(part); rest != name.end(); ++rest)
                target /= *rest;
            name = target.lexically_normal();
            moved = true;
            break;
        }
        if (!moved) break;
    }
    return name;
}

Loaded MemoryLoader::load(fs::path const& path, std::uint64_t cap) const {
    auto const found = files_.find(resolve(path).string());
    if (found == files_.end()) return LoadFailure{LoadError::Missing, "not in memory"};
    if (found->second.size() > cap) return LoadFailure{LoadError::TooBig, sizes(found->second.size(), cap)};
    return found->second;
}

bool MemoryLoader::is_file(fs::path const& path) const { return files_.contains(resolve(path).string()); }

bool MemoryLoader::is_folder(fs::path const& path) const { return !names(path).empty(); }

std::vector<std::string> MemoryLoader::names(fs::path const& folder) const {
    std::vector<std::string> out;
    auto const wanted = resolve(folder);
    for (auto const& [name, bytes] : files_)
        if (fs::path(name).parent_path() == wanted) out.push_back(fs::path(name).filename().string());
    return out;
}

} // namespace kumihan::source
