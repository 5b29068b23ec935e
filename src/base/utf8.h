// UTF-8: validation, decoding and encoding. All text inside the program is valid UTF-8: `source` checks it at the door,
// so decode() here may assume validity and never reads past the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kumihan::utf8 {

struct Decoded {
    char32_t code_point;
    std::uint8_t length; // bytes, 1 to 4
};

// Offset of the first byte that does not belong to well-formed UTF-8 (Unicode 3.9, table 3-7), or nothing.
std::optional<std::size_t> first_invalid(std::string_view bytes);

inline Decoded decode(std::string_view text, std::size_t at) {
    auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(i < text.size() ? text[i] : 0x80); };
    std::uint8_t const lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {static_cast<char32_t>((lead & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu)), 2};
    if (lead < 0xF0)
        return {static_cast<char32_t>((lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu)), 3};
    return {static_cast<char32_t>((lead & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12 | (byte(at + 2) & 0x3Fu) << 6 |
                                  (byte(at + 3) & 0x3Fu)),
            4};
}

void append(std::string& out, char32_t code_point);
std::string encode(char32_t code_point);
std::u32string to_utf32(std::string_view text);
std::string from_utf32(std::u32string_view text);
std::size_t count(std::string_view text); // code points

} // namespace kumihan::utf8
