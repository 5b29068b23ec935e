#include "text/vertical.h"

#include "text/char_class.h"

#include <algorithm>
#include <cstddef>

namespace kumihan::text {

namespace {

constexpr std::size_t kJoinedFigures = 3, kUprightCapitals = 4;

constexpr bool is_capital(char32_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool in_word(char32_t c) { return is_digit(c) || is_latin_letter(c); }
constexpr bool is_mark(char32_t c) { return c == '!' || c == '?' || c == 0xFF01 || c == 0xFF1F; }

// Signs that hold a Western run together when a letter or figure follows.
constexpr bool is_joint(char32_t c) {
    switch (c) {
    case '.': case ',': case ':': case '/': case '-': case '_': case '@': case '&': case '+': case '\'': case '#':
    case '~': case '=': case 0x2019:
        return true;
    default:
        return false;
    }
}

class Standings {
public:
    Standings(std::span<char32_t const> text, std::span<Standing> out) : text_(text), out_(out) {}

    void run() {
        std::fill(out_.begin(), out_.end(), Standing{});
        for (std::size_t i = 0; i < text_.size();) {
            if (in_word(text_[i]))
                i = word(i);
            else if (is_mark(text_[i]))
                i = marks(i);
            else
                ++i;
        }
    }

private:
    std::size_t word_end(std::size_t i) const {
        std::size_t end = i;
        while (end < text_.size() &&
               (in_word(text_[end]) || (is_joint(text_[end]) && end + 1 < text_.size() && in_word(text_[end + 1]))))
            ++end;
        return end;
    }
    bool has_small_letter(std::size_t begin, std::size_t end) const {
        return std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end),
                           [](char32_t c) { return is_latin_letter(c) && !is_capital(c); });
    }
    // Next to a word in small letters, across a space: part of a Western phrase.
    bool in_phrase(std::size_t begin, std::size_t end) const {
        if (phrase_end_ > 0 && begin == phrase_end_ + 1 && text_[begin - 1] == ' ') return true;
        return end + 1 < text_.size() && text_[end] == ' ' && in_word(text_[end + 1]) &&
               has_small_letter(end + 1, word_end(end + 1));
    }

    std::size_t word(std::size_t begin) {
        std::size_t const end = word_end(begin), length = end - begin;
        auto const first = text_.begin() + static_cast<std::ptrdiff_t>(begin), last = text_.begin() + static_cast<std::ptrdiff_t>(end);
        bool const phrase = in_phrase(begin, end);
        bool const figures = std::all_of(first, last, is_digit);
        bool const capitals = std::all_of(first, last, [](char32_t c) { return is_capital(c) || is_digit(c); });
        if (phrase) {
            phrase_end_ = end;
        } else if (figures && length > 1 && length <= kJoinedFigures) {
            join(begin, length);
        } else if (figures || (length == 1 && text_[begin] < 0x7F) || (capitals && length <= kUprightCapitals)) {
            for (std::size_t i = begin; i < end; ++i) out_[i] = {Stand::Cell, 1};
        } else if (has_small_letter(begin, end)) {
            phrase_end_ = end;
        }
        if (figures && !phrase && end < text_.size() && text_[end] == '%') {
            out_[end] = {Stand::Cell, 1};
            return end + 1;
        }
        return end;
    }

    std::size_t marks(std::size_t begin) {
        std::size_t end = begin;
        while (end < text_.size() && is_mark(text_[end])) ++end;
        bool const western = begin > 0 && in_word(text_[begin - 1]) && out_[begin - 1].stand == Stand::Flow;
        if (western) return end;
        if (end - begin == 2) {
            join(begin, 2);
        } else {
            for (std::size_t i = begin; i < end; ++i)
                if (text_[i] < 0x7F) out_[i] = {Stand::Cell, 1};
        }
        return end;
    }

    void join(std::size_t begin, std::size_t count) {
        for (std::size_t i = begin; i < begin + count; ++i) out_[i] = {Stand::Joined, 0};
        out_[begin].count = static_cast<std::uint8_t>(count);
    }

    std::span<char32_t const> text_;
    std::span<Standing> out_;
    std::size_t phrase_end_ = 0; // of the last word of a Western phrase
};

} // namespace

void stand_in_vertical(std::span<char32_t const> text, std::span<Standing> out) { Standings(text, out).run(); }

} // namespace kumihan::text
