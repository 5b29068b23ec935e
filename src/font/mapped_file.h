// MappedFile: the bytes of a file, read-only, mapped for as long as the object lives. Input: a path. Output: a view.
// A mapping costs nothing for the parts of a font that a run does not touch; several compilers share the pages.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace kumihan::font {

class MappedFile {
public:
    // Nothing when the file cannot be opened, is no regular file, or is empty; `why` then holds the system's reason.
    static std::optional<MappedFile> open(std::filesystem::path const& path, std::string& why);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(MappedFile const&) = delete;
    MappedFile& operator=(MappedFile const&) = delete;
    ~MappedFile();

    std::span<std::byte const> bytes() const { return {data_, size_}; }

private:
    MappedFile(std::byte const* data, std::size_t size) : data_(data), size_(size) {}
    std::byte const* data_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace kumihan::font
