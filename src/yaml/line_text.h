// What the text of one line looks like to YAML, and to a person who mistyped it. Internal to this folder.
#pragma once

#include <cstddef>
#include <string_view>

namespace kumihan::yaml {

inline constexpr std::string_view kWideSpace = "\xE3\x80\x80"; // U+3000
inline constexpr std::string_view kWideColon = "\xEF\xBC\x9A"; // U+FF1A
inline constexpr std::size_t kNone = std::string_view::npos;

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Where a `: ` (or a `:` at the end) stands in a plain text, or kNone; a ` #` before it ends the text.
std::size_t key_colon(std::string_view text);
// Length of the plain text up to a ` #` comment, trailing blanks cut off.
std::size_t plain_length(std::string_view text);
// The place of a `#` that ends a plain text and is followed by a word at once (#小樽): rather part of the text. Or kNone.
std::size_t glued_comment(std::string_view text);
bool comment_or_empty(std::string_view rest);

// A short word before a full-width colon is taken for a key, 題名：… ; a sentence is not. The colon's place, or kNone.
std::size_t wide_colon_after_key(std::string_view text);
// `-日付: …`, `‐ 日付: …`, `・日付: …`: bytes of what stands for the dash of an item that is a key and its value; else 0.
std::size_t false_dash(std::string_view text);
// `題名:はじめに`: a colon without a space after a short word, not the colon of https:// or 13:30; or kNone.
std::size_t tight_colon(std::string_view text);

} // namespace kumihan::yaml
