// The charset of a CFF table (Adobe Technical Note 5176): which CID, or which name, each glyph has. Reads untrusted
// bytes: nothing beyond the end is touched, and damage gives no value.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kumihan::pdf {

struct CffCharset {
    bool cid_keyed = false;
    std::vector<std::uint16_t> cids; // by glyph; only when cid_keyed
};

std::optional<CffCharset> cff_charset(std::string_view table);

} // namespace kumihan::pdf
