#include "para/western.h"

#include "text/char_class.h"

namespace kumihan::para {

namespace {

constexpr std::int16_t kAfterSlash = 20, kAfterSeparator = 30, kAfterHyphen = 250;
// Between letters, where the line before would gape otherwise: dearer than any line of stage 3
constexpr std::int16_t kLastResort = 600;
constexpr std::size_t kLeastPart = 4; // letters on either side of a break of last resort

bool is_word_cluster(shape::Cluster const& c) {
    using text::JlreqClass;
    return c.latin && (c.cls == JlreqClass::Western || c.cls == JlreqClass::GroupedNumeral || c.cls == JlreqClass::UnitSymbol);
}

constexpr bool is_url_separator(char32_t c) {
    switch (c) {
    case '/': case '?': case '&': case '=': case '#': case '.': case '_': case '-': case '~': case ':': case ';': case '+':
    case '@': return true;
    default: return false;
    }
}
bool is_letter_or_digit(char32_t c) { return text::is_digit(c) || text::is_latin_letter(c); }

} // namespace

Word classify_word(std::span<shape::Cluster const> clusters, std::size_t begin, std::size_t& end) {
    bool scheme = false, at_sign = false;
    std::size_t slashes = 0, dots = 0;
    auto base = [&](std::size_t i) { return i < clusters.size() ? clusters[i].base : U'\0'; };
    for (end = begin; end < clusters.size() && is_word_cluster(clusters[end]); ++end) {
        char32_t const c = clusters[end].base;
        if (c == ':' && base(end + 1) == '/' && base(end + 2) == '/') scheme = true;
        at_sign |= c == '@';
        slashes += c == '/';
        dots += c == '.';
    }
    bool const www = base(begin) == 'w' && base(begin + 1) == 'w' && base(begin + 2) == 'w' && base(begin + 3) == '.';
    if (scheme || www || (at_sign && dots > 0) || (slashes > 0 && dots > 0 && end - begin > 8)) return Word::Url;
    return slashes > 0 ? Word::Path : Word::Plain;
}

WordBreak break_in_word(Word word, char32_t before, char32_t after) {
    if (word == Word::Url) {
        if (is_url_separator(before)) {
            if (is_url_separator(after)) return {};
            return {true, before == '/' ? kAfterSlash : before == '-' ? kAfterHyphen : kAfterSeparator, false};
        }
        if (after == '%' && is_letter_or_digit(before)) return {true, kLastResort, true};
        if (is_letter_or_digit(before) && is_letter_or_digit(after)) return {true, kLastResort, true};
        return {};
    }
    if (word == Word::Path && before == '/' && text::is_latin_letter(after)) return {true, kAfterSlash, false};
    bool const hyphen = before == '-' || before == 0x2010 || before == 0x2013 || before == 0x2014;
    return {hyphen && is_letter_or_digit(after), 0, false};
}

bool in_escape(std::span<shape::Cluster const> clusters, std::size_t begin, std::size_t i) {
    auto const percent = [&](std::size_t back) { return i >= begin + back && clusters[i - back].base == '%'; };
    return percent(1) || percent(2);
}

bool deep_in_address(std::span<shape::Cluster const> clusters, std::size_t begin, std::size_t end, std::size_t i) {
    auto const base = [&](std::size_t k) { return clusters[k].base; };
    for (std::size_t k = 0; k < kLeastPart; ++k) {
        if (i < begin + k + 1 || is_url_separator(base(i - k - 1))) return false;
        if (i + k >= end || is_url_separator(base(i + k))) return false;
    }
    return true;
}

} // namespace kumihan::para
