// Reads a photo's file without ever waiting for a device, a pipe or an endless file.
// Input: a path. Output: Identity, or Identity and bytes. Invariants: only regular files are opened; no more is read
// than kMaxFile. The bytes are copied, not mapped: a file cut short by another program would otherwise end the process.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace kumihan::image {

// The same identity means the same content: whoever changes a file changes its ctime, which no program can set.
struct Identity {
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t mtime_ns = 0, ctime_ns = 0;
    bool operator==(Identity const&) const = default;
};

enum class FileProblem : std::uint8_t { None, Missing, NotRegular, TooBig, Unreadable };

inline constexpr std::uint64_t kMaxFile = 512'000'000;

struct FileBytes {
    FileProblem problem = FileProblem::None;
    int error = 0; // errno of Unreadable
    Identity identity;
    std::vector<std::uint8_t> bytes;
};

FileBytes identify(std::filesystem::path const& path); // no bytes
FileBytes read_file(std::filesystem::path const& path, std::uint64_t limit = kMaxFile);

// Written in full under a name of its own, then renamed: other processes see the old file, the new one, or none.
// Gives 0 or an errno.
int write_file(std::filesystem::path const& path, std::vector<std::uint8_t> const& bytes);

} // namespace kumihan::image
