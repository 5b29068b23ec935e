// The marker structure of a JPEG (ISO/IEC 10918-1 B.1), without decoding.
// Input: bytes that begin with SOI. Invariants: never reads past the end.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace kumihan::image {

struct JpegScan {
    bool whole = false;       // SOI … EOI, all lengths inside
    bool progressive = false; // SOF2, 6, 10, 14
    bool adobe = false;       // the APP14 segment by which Adobe's programs mark their colours (ISO/IEC 10918-6, 6.5.3)
    bool bare = false; // whole, and nothing but what is needed to decode: no APPn but JFIF without thumbnail, no COM
};

JpegScan scan_jpeg(std::span<std::uint8_t const> bytes);

// The same coded picture without metadata: a whole baseline JPEG, grey or YCbCr with 8 bits and no profile, less its
// APPn and COM segments and what follows the end. Empty for any other.
std::vector<std::uint8_t> bare_copy(std::span<std::uint8_t const> bytes);

} // namespace kumihan::image
