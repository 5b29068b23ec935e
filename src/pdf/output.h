// Where the bytes of a PDF go. FileOutput writes a file beside the target, syncs it and puts it in the target's place
// in one step, so that the earlier file stays whole until the new one is. A target that is no regular file (a device, a
// pipe) is written directly and never removed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace kumihan::pdf {

class Output {
public:
    virtual ~Output() = default;
    virtual bool write(char const* bytes, std::size_t count) noexcept = 0; // false: no more can be written
};

class MemoryOutput final : public Output {
public:
    bool write(char const* bytes, std::size_t count) noexcept override;
    std::string& bytes() { return bytes_; }

private:
    std::string bytes_;
};

class FileOutput final : public Output {
public:
    explicit FileOutput(std::filesystem::path target);
    ~FileOutput() override; // without commit: the new file is removed
    FileOutput(FileOutput const&) = delete;
    FileOutput& operator=(FileOutput const&) = delete;

    bool open() noexcept;
    bool write(char const* bytes, std::size_t count) noexcept override;
    bool commit() noexcept; // synced, closed, renamed

    int error() const { return error_; } // errno of the first failure, 0: none

private:
    bool fail() noexcept;

    std::filesystem::path target_, beside_;
    int file_ = -1;
    int error_ = 0;
    bool direct_ = false;
};

} // namespace kumihan::pdf
