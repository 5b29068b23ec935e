#include "image/file_bytes.h"

#include "base/descriptor.h"

#include <atomic>
#include <cerrno>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kumihan::image {

namespace {

constexpr std::int64_t nanoseconds(timespec const& time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

FileBytes with_error(int error) {
    FileBytes result;
    result.problem = error == ENOENT || error == ENOTDIR ? FileProblem::Missing : FileProblem::Unreadable;
    result.error = error;
    return result;
}

FileBytes judge(struct stat const& status) {
    FileBytes result;
    result.identity = {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino),
                       static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
                       nanoseconds(status.st_ctim)};
    if (!S_ISREG(status.st_mode)) result.problem = FileProblem::NotRegular;
    return result;
}

int write_all(int descriptor, std::vector<std::uint8_t> const& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        ssize_t const count = ::write(descriptor, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno != EINTR) return errno;
        if (count > 0) done += static_cast<std::size_t>(count);
    }
    return 0;
}

} // namespace

FileBytes identify(std::filesystem::path const& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return with_error(errno);
    return judge(status);
}

FileBytes read_file(std::filesystem::path const& path, std::uint64_t limit) {
    // Asked before opening, as the mere opening of a device may do something, and of a pipe may wait.
    if (FileBytes first = identify(path); first.problem != FileProblem::None) return first;
    Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
    if (file.value() < 0) return with_error(errno);
    struct stat status {};
    if (::fstat(file.value(), &status) != 0) return with_error(errno);
    FileBytes result = judge(status);
    if (result.problem != FileProblem::None) return result;
    if (result.identity.size > limit) {
        result.problem = FileProblem::TooBig;
        return result;
    }
    result.bytes.resize(result.identity.size);
    std::size_t done = 0;
    while (done < result.bytes.size()) {
        ssize_t const count = ::read(file.value(), result.bytes.data() + done, result.bytes.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return with_error(errno);
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    result.bytes.resize(done);
    return result;
}

int write_file(std::filesystem::path const& path, std::vector<std::uint8_t> const& bytes) {
    static std::atomic<unsigned> counter{0};
    std::filesystem::path temporary = path;
    temporary += ".tmp-" + std::to_string(::getpid()) + "-" + std::to_string(counter++);
    Descriptor file{::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)};
    if (file.value() < 0) return errno;
    int error = write_all(file.value(), bytes);
    if (file.close() != 0 && error == 0) error = errno;
    if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
    if (error != 0) ::unlink(temporary.c_str());
    return error;
}

} // namespace kumihan::image
