#include "font/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace kumihan::font {

std::optional<MappedFile> MappedFile::open(std::filesystem::path const& path, std::string& why) {
    // O_NONBLOCK: a named pipe in place of a font must not hold the program up.
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    auto failed = [&](int error) {
        why = std::generic_category().message(error);
        if (file >= 0) ::close(file);
        return std::nullopt;
    };
    if (file < 0) return failed(errno);
    struct stat info {};
    if (::fstat(file, &info) != 0) return failed(errno);
    if (!S_ISREG(info.st_mode) || info.st_size <= 0) return failed(EINVAL);
    auto const size = static_cast<std::size_t>(info.st_size);
    void* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (data == MAP_FAILED) return failed(errno);
    ::close(file);
    return MappedFile(static_cast<std::byte const*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

MappedFile::~MappedFile() {
    if (data_) ::munmap(const_cast<std::byte*>(data_), size_);
}

} // namespace kumihan::font
