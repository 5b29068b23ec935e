#include "pdf/syntax.h"

#include "base/utf8.h"

#include <array>
#include <charconv>
#include <cmath>

namespace kumihan::pdf {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";
constexpr double kLargest = 1e9; // beyond it no viewer keeps four decimals, and no page is that large

void put_hex_byte(std::string& out, unsigned char byte) {
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
}

std::string padded(int value, std::size_t width) {
    std::string text = std::to_string(value);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

} // namespace

Fixed to_fixed(double value) {
    if (!std::isfinite(value) || std::fabs(value) > kLargest) throw BadNumber("a number cannot be written");
    return static_cast<Fixed>(std::llround(value * static_cast<double>(kFixedOne)));
}

void put_integer(std::string& out, std::int64_t value) {
    std::array<char, 24> digits{};
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

void put_fixed(std::string& out, Fixed value) {
    if (value < 0) {
        out += '-';
        value = -value;
    }
    Fixed const whole = value / kFixedOne;
    auto fraction = static_cast<unsigned>(value % kFixedOne);
    if (whole != 0 || fraction == 0) put_integer(out, whole);
    if (fraction == 0) return;
    std::array<char, 5> digits{'.'};
    std::size_t length = 1;
    for (unsigned unit = 1000; fraction != 0; unit /= 10) {
        digits[length++] = static_cast<char>('0' + fraction / unit);
        fraction %= unit;
    }
    out.append(digits.data(), length);
}

void put_name(std::string& out, std::string_view name) {
    out += '/';
    for (char const c : name) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || std::string_view("#()<>[]{}/%").find(c) != std::string_view::npos) {
            out += '#';
            put_hex_byte(out, byte);
        } else {
            out += c;
        }
    }
}

void put_bytes(std::string& out, std::string_view bytes) {
    out += '(';
    for (char const c : bytes) {
        if (c == '\r') { // an end of line inside a string is read as \n whatever it was
            out += "\\r";
            continue;
        }
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        out += c;
    }
    out += ')';
}

void put_hex(std::string& out, std::string_view bytes) {
    out += '<';
    for (char const c : bytes)
        put_hex_byte(out, static_cast<unsigned char>(c));
    out += '>';
}

void put_hex16(std::string& out, unsigned value) {
    put_hex_byte(out, static_cast<unsigned char>(value >> 8));
    put_hex_byte(out, static_cast<unsigned char>(value & 0xFF));
}

void put_utf16_hex(std::string& out, std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        auto const [code_point, length] = utf8::decode(utf8, at);
        at += length;
        if (code_point < 0x10000) {
            put_hex16(out, code_point);
        } else {
            unsigned const above = code_point - 0x10000;
            put_hex16(out, 0xD800 + (above >> 10));
            put_hex16(out, 0xDC00 + (above & 0x3FF));
        }
    }
}

void put_text(std::string& out, std::string_view utf8) {
    bool ascii = true;
    for (char const c : utf8)
        ascii = ascii && c >= 0x20 && c < 0x7F;
    if (ascii) return put_bytes(out, utf8);
    out += "<FEFF";
    put_utf16_hex(out, utf8);
    out += '>';
}

void put_xml(std::string& out, std::string_view utf8) {
    for (char const c : utf8) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            // XML 1.0 allows no other control characters, not even as references
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') out += c;
        }
    }
}

void put_uri(std::string& out, std::string_view utf8) {
    std::string ascii;
    for (char const c : utf8) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos) {
            ascii += '%';
            put_hex_byte(ascii, byte);
        } else {
            ascii += c;
        }
    }
    put_bytes(out, ascii);
}

std::string pdf_date(document::Date const& date) {
    return "D:" + padded(date.year, 4) + padded(date.month ? date.month : 1, 2) + padded(date.day ? date.day : 1, 2) +
           "000000+09'00'";
}

std::string xmp_date(document::Date const& date) {
    return padded(date.year, 4) + '-' + padded(date.month ? date.month : 1, 2) + '-' +
           padded(date.day ? date.day : 1, 2) + "T00:00:00+09:00";
}

} // namespace kumihan::pdf
