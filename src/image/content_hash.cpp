#include "image/content_hash.h"

#include <charconv>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace kumihan::image {

namespace {

void append_hex(std::string& out, std::uint64_t value) {
    for (int shift = 60; shift >= 0; shift -= 4)
        out += "0123456789abcdef"[value >> shift & 15u];
}

ContentHash hash_of_memory(void const* data, std::size_t size) {
    XXH128_hash_t const hash = XXH3_128bits(data, size);
    return {hash.high64, hash.low64};
}

} // namespace

std::string ContentHash::hex() const {
    std::string out;
    append_hex(out, high);
    append_hex(out, low);
    return out;
}

std::optional<ContentHash> ContentHash::from_hex(std::string_view digits) {
    ContentHash hash;
    if (digits.size() != 32) return std::nullopt;
    char const* const begin = digits.data();
    auto const first = std::from_chars(begin, begin + 16, hash.high, 16);
    auto const second = std::from_chars(begin + 16, begin + 32, hash.low, 16);
    if (first.ptr != begin + 16 || second.ptr != begin + 32) return std::nullopt;
    return hash;
}

ContentHash hash_of(std::span<std::uint8_t const> bytes) { return hash_of_memory(bytes.data(), bytes.size()); }
ContentHash hash_of(std::string_view text) { return hash_of_memory(text.data(), text.size()); }

} // namespace kumihan::image
