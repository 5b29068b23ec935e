#include "yaml/line_text.h"

#include "base/utf8.h"

#include <algorithm>

namespace kumihan::yaml {

std::size_t key_colon(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ':' && (i + 1 == text.size() || is_blank(text[i + 1]))) return i;
        if (text[i] == '#' && i > 0 && is_blank(text[i - 1])) return kNone;
    }
    return kNone;
}

std::size_t plain_length(std::string_view text) {
    std::size_t end = text.size();
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] == '#' && is_blank(text[i - 1])) {
            end = i;
            break;
        }
    while (end > 0 && is_blank(text[end - 1]))
        --end;
    return end;
}

std::size_t glued_comment(std::string_view text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text[i] == '#' && is_blank(text[i - 1])) return is_blank(text[i + 1]) || text[i + 1] == '#' ? kNone : i;
    return kNone;
}

bool comment_or_empty(std::string_view rest) {
    std::size_t i = 0;
    while (i < rest.size() && is_blank(rest[i]))
        ++i;
    return i == rest.size() || (rest[i] == '#' && (i > 0 || rest.empty()));
}

std::size_t wide_colon_after_key(std::string_view text) {
    auto const at = text.find(kWideColon);
    if (at == kNone || at == 0) return kNone;
    auto const word = text.substr(0, at);
    if (utf8::count(word) > 12) return kNone;
    for (std::string_view const stop : {"、", "。", "「", "」", "　", " ", "（"})
        if (word.find(stop) != kNone) return kNone;
    return at;
}

std::size_t tight_colon(std::string_view text) {
    if (text.empty() || std::string_view{"[]{},|>*&!%@`\"'"}.find(text[0]) != kNone) return kNone;
    auto const at = text.find(':');
    if (at == kNone || at == 0 || at + 1 >= text.size() || text.substr(at).starts_with("://")) return kNone;
    auto const word = text.substr(0, at);
    if (utf8::count(word) > 16 || word.find(' ') != kNone || (word.back() >= '0' && word.back() <= '9')) return kNone;
    return at;
}

std::size_t false_dash(std::string_view text) {
    std::size_t mark = 0;
    for (std::string_view const sign : {"-", "‐", "‑", "–", "―", "−", "－", "ー", "・", "•"})
        if (text.starts_with(sign)) mark = sign.size();
    if (mark == 0 || mark == text.size()) return 0;
    if (mark == 1 && (is_blank(text[1]) || text[1] == '-')) return 0; // a dash, or a line of them
    auto const colon = key_colon(text);
    return colon != kNone && colon > mark ? mark : 0;
}

} // namespace kumihan::yaml
