// Descriptor: an open file of POSIX, closed at the end of its scope; below 0: none.
#pragma once

#include <unistd.h>
#include <utility>

namespace kumihan {

class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    int value() const { return value_; }
    int close() { return ::close(std::exchange(value_, -1)); } // for whom its failure counts

private:
    int value_;
};

} // namespace kumihan
