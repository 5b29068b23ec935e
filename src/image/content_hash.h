// ContentHash: XXH3 with 128 bits, from the maintained header of libxxhash. It names contents in a cache that belongs
// to the user alone, so it guards against accident (2^64 photos before two are likely to meet), not against an
// attacker.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kumihan::image {

struct ContentHash {
    std::uint64_t high = 0, low = 0;
    auto operator<=>(ContentHash const&) const = default;

    std::string hex() const; // 32 digits
    static std::optional<ContentHash> from_hex(std::string_view digits);
};

struct ContentHashOf { // for unordered containers: it is evenly spread already
    std::size_t operator()(ContentHash const& hash) const { return static_cast<std::size_t>(hash.low); }
};

ContentHash hash_of(std::span<std::uint8_t const> bytes);
ContentHash hash_of(std::string_view text);

} // namespace kumihan::image
