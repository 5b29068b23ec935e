// PDF syntax as text: numbers, strings, names, dates. Everything is appended to a std::string.
// Numbers are fixed point with at most four decimals, made from integers, so that no locale and no rounding of a
// library can enter; a number that is none (NaN, infinite, beyond what viewers hold) is refused with BadNumber.
#pragma once

#include "base/length.h"
#include "document/model.h"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace kumihan::pdf {

struct BadNumber : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// 1/10000 of a PDF unit (1 unit = 1 pt in page space).
using Fixed = std::int64_t;
inline constexpr Fixed kFixedOne = 10000;

constexpr Fixed to_fixed(Length length) { return (length.units() * 625 + 2048) >> 12; } // 10000/65536 = 625/4096
Fixed to_fixed(double value);                                                           // throws BadNumber
constexpr Fixed to_coordinate(Length length) { // three decimals are enough for a place on the page: 0.0005 pt
    return ((length.units() * 125 + 4096) >> 13) * 10;
}

void put_integer(std::string& out, std::int64_t value);
void put_fixed(std::string& out, Fixed value);

void put_name(std::string& out, std::string_view name);      // /Name, with #xx where needed
void put_bytes(std::string& out, std::string_view bytes);    // ( … ), escaped
void put_hex(std::string& out, std::string_view bytes);      // < … >
void put_hex16(std::string& out, unsigned value);            // four digits
void put_utf16_hex(std::string& out, std::string_view utf8); // digits of UTF-16BE without mark or brackets
void put_text(std::string& out, std::string_view utf8);      // text string (ISO 32000-1 7.9.2.2)
void put_xml(std::string& out, std::string_view utf8);       // escaped for XML content
void put_uri(std::string& out, std::string_view utf8);       // ( … ) in ASCII: other bytes as %XX

// Dates at 00:00:00+09:00; what is not known of month and day counts as 1.
std::string pdf_date(document::Date const& date);
std::string xmp_date(document::Date const& date);

} // namespace kumihan::pdf
