// Span: a half-open range of bytes in one source file. It travels with everything made from that text, down to the
// placed line, so that every message can name file, line and column.
#pragma once

#include "base/ids.h"

#include <cstdint>

namespace kumihan {

struct Span {
    FileId file;
    std::uint32_t begin = 0, end = 0;
    bool operator==(Span const&) const = default;
    explicit operator bool() const { return static_cast<bool>(file); }
};

} // namespace kumihan
