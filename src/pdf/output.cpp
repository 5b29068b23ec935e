#include "pdf/output.h"

#include <cerrno>
#include <fcntl.h>
#include <new>
#include <sys/stat.h>
#include <unistd.h>

namespace kumihan::pdf {

bool MemoryOutput::write(char const* bytes, std::size_t count) noexcept {
    try {
        bytes_.append(bytes, count);
        return true;
    } catch (std::bad_alloc const&) {
        return false;
    }
}

FileOutput::FileOutput(std::filesystem::path target) : target_(std::move(target)) {}

FileOutput::~FileOutput() {
    if (file_ >= 0) ::close(file_);
    if (!beside_.empty()) ::unlink(beside_.c_str());
}

bool FileOutput::fail() noexcept {
    if (error_ == 0) error_ = errno != 0 ? errno : EIO;
    return false;
}

bool FileOutput::open() noexcept {
    try {
        // A link stays a link: the file it points to is the one that is replaced.
        std::error_code no_error;
        auto const resolved = std::filesystem::canonical(target_, no_error);
        if (!no_error) target_ = resolved;

        mode_t mode = 0666;
        struct stat status {};
        if (::stat(target_.c_str(), &status) == 0) {
            if (S_ISDIR(status.st_mode)) {
                errno = EISDIR;
                return fail();
            }
            if (!S_ISREG(status.st_mode)) {
                direct_ = true;
                file_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
                return file_ >= 0 || fail();
            }
            mode = status.st_mode & 07777;
        }
        auto const stem = "." + target_.filename().string() + "." + std::to_string(::getpid()) + ".";
        for (int attempt = 0; attempt < 100; ++attempt) {
            auto const path = target_.parent_path() / (stem + std::to_string(attempt));
            file_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
            if (file_ >= 0) {
                beside_ = path;
                return true;
            }
            if (errno != EEXIST) return fail();
        }
        return fail();
    } catch (std::exception const&) {
        errno = ENOMEM;
        return fail();
    }
}

bool FileOutput::write(char const* bytes, std::size_t count) noexcept {
    while (count > 0) {
        ssize_t const written = ::write(file_, bytes, count);
        if (written < 0) {
            if (errno == EINTR) continue;
            return fail();
        }
        bytes += written;
        count -= static_cast<std::size_t>(written);
    }
    return true;
}

bool FileOutput::commit() noexcept {
    if (error_ != 0) return false;
    // Pipes and terminals cannot be synced, and say so with EINVAL.
    if (::fsync(file_) != 0 && !(direct_ && (errno == EINVAL || errno == EROFS))) return fail();
    int const file = file_;
    file_ = -1;
    if (::close(file) != 0) return fail();
    if (direct_) return true;
    if (::rename(beside_.c_str(), target_.c_str()) != 0) return fail();
    beside_.clear();
    return true;
}

} // namespace kumihan::pdf
