// decode_text: the bytes of a file that another program wrote -> UTF-8. UTF-8 with or without a byte order mark, UTF-16
// with one (Excel's "Unicode text"), else Shift_JIS as Windows writes it (CP932).
// Invariant: the result is valid UTF-8 without a byte order mark; what cannot be read stands in it as U+FFFD.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace kumihan::source {

struct DecodedText {
    std::string text;
    std::optional<std::size_t> unreadable; // offset in `text` of the first U+FFFD that stands for bytes without meaning
};
DecodedText decode_text(std::string bytes);

} // namespace kumihan::source
