// FileLoader: the one way the compiler reads source files; a disk version and one in memory.
// Invariants: load() returns in bounded time and memory whatever the path names: directories, devices, pipes and files
// above the cap are refused, never waited for. All functions may be called from several threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kumihan::source {

enum class LoadError : std::uint8_t { Missing, NotAFile, TooBig, NotReadable };
struct LoadFailure {
    LoadError error = LoadError::Missing;
    std::string detail; // what the system says, or the size and the cap
};
using Loaded = std::variant<std::string, LoadFailure>;

inline constexpr std::uint64_t kYamlCap = std::uint64_t{8} << 20;

class FileLoader {
public:
    virtual ~FileLoader() = default;
    virtual Loaded load(std::filesystem::path const& path, std::uint64_t cap = kYamlCap) const = 0;
    // The path with links and `..` resolved, as far as it exists; lexically normal beyond that.
    virtual std::filesystem::path resolve(std::filesystem::path const& path) const = 0;
    virtual bool is_file(std::filesystem::path const& path) const = 0;
    virtual bool is_folder(std::filesystem::path const& path) const = 0;
    // Names of the files in a folder, in order; a folder that cannot be read, or holds too many to look at, has none.
    virtual std::vector<std::string> names(std::filesystem::path const& folder) const = 0;
};

class DiskLoader final : public FileLoader {
public:
    Loaded load(std::filesystem::path const& path, std::uint64_t cap = kYamlCap) const override;
    std::filesystem::path resolve(std::filesystem::path const& path) const override;
    bool is_file(std::filesystem::path const& path) const override;
    bool is_folder(std::filesystem::path const& path) const override;
    std::vector<std::string> names(std::filesystem::path const& folder) const override;
};

// For tests: files by path; links by path -> target.
class MemoryLoader final : public FileLoader {
public:
    void add(std::filesystem::path const& path, std::string bytes);
    void add_link(std::filesystem::path const& path, std::filesystem::path const& target);

    Loaded load(std::filesystem::path const& path, std::uint64_t cap = kYamlCap) const override;
    std::filesystem::path resolve(std::filesystem::path const& path) const override;
    bool is_file(std::filesystem::path const& path) const override;
    bool is_folder(std::filesystem::path const& path) const override;
    std::vector<std::string> names(std::filesystem::path const& folder) const override;

private:
    std::map<std::string, std::string> files_, links_;
};

} // namespace kumihan::source

namespace kumihan {
using source::FileLoader;
}
