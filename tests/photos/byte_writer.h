// Appends numbers and text to bytes, for formats written by hand in the tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kumihan::test {

using ByteVector = std::vector<std::uint8_t>;

inline void add_big(ByteVector& out, std::uint64_t value, int bytes) {
    for (int i = bytes; i-- > 0;)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

inline void add_text(ByteVector& out, std::string_view text) {
    for (char const c : text)
        out.push_back(static_cast<std::uint8_t>(c));
}

inline void add_bytes(ByteVector& out, ByteVector const& more) { out.insert(out.end(), more.begin(), more.end()); }

} // namespace kumihan::test
