// Signs of markup that were typed full-width, as Japanese keyboards do when nobody thinks of it: ＃ 見出し, ＊＊太字＊＊,
// ［図：…］, ［［…］］, ｛…｜…｝. They mean nothing and would be printed as they stand. Input: a line of text. Output: the first such
// sign and what should stand there. Full-width signs that Japanese text uses for itself (［ ］ around a remark, ＃ before a
// word) are none. A backslash before the sign says that it is meant.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace kumihan::document {

struct WideMark {
    std::size_t begin = 0, end = 0;
    std::string_view narrow;
};
std::optional<WideMark> find_wide_mark(std::string_view line);

} // namespace kumihan::document
