#include "base/utf8.h"

namespace kumihan::utf8 {

std::optional<std::size_t> first_invalid(std::string_view bytes) {
    std::size_t i = 0;
    auto const size = bytes.size();
    auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); };
    auto continues = [&](std::size_t at, std::uint8_t low = 0x80, std::uint8_t high = 0xBF) {
        return at < size && byte(at) >= low && byte(at) <= high;
    };
    while (i < size) {
        std::uint8_t const lead = byte(i);
        if (lead < 0x80) {
            ++i;
        } else if (lead >= 0xC2 && lead <= 0xDF) {
            if (!continues(i + 1)) return i;
            i += 2;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            std::uint8_t const low = lead == 0xE0 ? 0xA0 : 0x80;  // no overlong forms
            std::uint8_t const high = lead == 0xED ? 0x9F : 0xBF; // no surrogates
            if (!continues(i + 1, low, high) || !continues(i + 2)) return i;
            i += 3;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            std::uint8_t const low = lead == 0xF0 ? 0x90 : 0x80;
            std::uint8_t const high = lead == 0xF4 ? 0x8F : 0xBF; // nothing above U+10FFFF
            if (!continues(i + 1, low, high) || !continues(i + 2) || !continues(i + 3)) return i;
            i += 4;
        } else {
            return i;
        }
    }
    return std::nullopt;
}

void append(std::string& out, char32_t c) {
    auto put = [&](char32_t value) { out.push_back(static_cast<char>(static_cast<std::uint8_t>(value))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string encode(char32_t code_point) {
    std::string out;
    append(out, code_point);
    return out;
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        auto const decoded = decode(text, i);
        out.push_back(decoded.code_point);
        i += decoded.length;
    }
    return out;
}

std::string from_utf32(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (char32_t const c : text)
        append(out, c);
    return out;
}

std::size_t count(std::string_view text) {
    std::size_t n = 0;
    for (char const c : text)
        n += (static_cast<std::uint8_t>(c) & 0xC0) != 0x80;
    return n;
}

} // namespace kumihan::utf8
