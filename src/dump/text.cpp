#include "dump/text.h"

#include <cstdio>

namespace kumihan::dump {

namespace {

std::string thousandths(std::int64_t value) {
    std::string out = value < 0 ? "-" : "";
    std::uint64_t const magnitude = static_cast<std::uint64_t>(value < 0 ? -value : value);
    out += std::to_string(magnitude / 1000);
    std::uint64_t rest = magnitude % 1000;
    if (rest > 0) {
        std::string digits = std::to_string(1000 + rest).substr(1);
        while (digits.back() == '0')
            digits.pop_back();
        out += "." + digits;
    }
    return out;
}

} // namespace

std::string points(Length length) {
    std::int64_t const scaled = length.units() * 1000;
    std::int64_t const half = scaled < 0 ? -Length::kPerPoint / 2 : Length::kPerPoint / 2;
    return thousandths((scaled + half) / Length::kPerPoint);
}

std::string number(double value) { return thousandths(std::llround(value * 1000)); }

std::string color(Color c) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "#%02x%02x%02x", c.r, c.g, c.b);
    return buffer;
}

std::string bracketed(std::string_view text) {
    std::string out = "「";
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            char buffer[8];
            std::snprintf(buffer, sizeof buffer, "\\x%02x", byte);
            out += buffer;
        } else {
            out += c;
        }
    }
    return out + "」";
}

} // namespace kumihan::dump
