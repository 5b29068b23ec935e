#include "text/resolve.h"

#include "text/char_class.h"

#include <array>
#include <cstddef>

namespace kumihan::text {

namespace {

using C = JlreqClass;

enum class Kind : std::uint8_t {
    Japanese, // the same everywhere
    Latin,    // letters, figures, ASCII signs, Western punctuation
    Space,
    Quote,   // ‘ ’ “ ”
    Dash,    // — ― ‥ … ‐ –
    Neutral, // signs that both kinds of text use: § ± × © …
    Alphabet // Greek and Cyrillic
};

constexpr Kind kind_of(char32_t c) {
    if (c >= 0x2100) return Kind::Japanese;
    if (c == ' ' || c == 0xA0 || c == '\t') return Kind::Space;
    if (c < 0x7F || is_latin_letter(c)) return Kind::Latin;
    switch (c) {
    case 0x2018: case 0x2019: case 0x201C: case 0x201D: return Kind::Quote;
    case 0x2010: case 0x2013: case 0x2014: case 0x2015: case 0x2025: case 0x2026: return Kind::Dash;
    case 0xA2: case 0xA3: case 0xA5: case 0xA7: case 0xA9: case 0xAB: case 0xAE: case 0xB0: case 0xB1: case 0xB6:
    case 0xBB: case 0xBC: case 0xBD: case 0xBE: case 0xD7: case 0xF7: case 0x2016: case 0x2020: case 0x2021: case 0x2022:
    case 0x2030: case 0x2032: case 0x2033: case 0x2042: case 0x2051: case 0x20AC: return Kind::Neutral;
    default: break;
    }
    if (is_greek_or_cyrillic(c)) return Kind::Alphabet;
    return japanese_class(c) == C::Western ? Kind::Latin : Kind::Japanese;
}

constexpr bool is_opening_quote(char32_t c) { return c == 0x2018 || c == 0x201C; }

class Resolver {
public:
    Resolver(std::span<char32_t const> text, std::span<Resolved> out) : text_(text), out_(out) {}

    void run() {
        std::size_t const n = text_.size();
        for (std::size_t i = 0; i < n;) {
            char32_t const c = text_[i];
            Kind const kind = kind_of(c);
            switch (kind) {
            case Kind::Japanese: out_[i++] = {japanese_class(c)}; break;
            case Kind::Latin: i = is_digit(c) ? number(i) : latin(i); break;
            case Kind::Space: out_[i++] = {C::WordSpace, true}; break;
            case Kind::Alphabet: i = alphabet(i); break;
            case Kind::Quote:
            case Kind::Dash:
            case Kind::Neutral: i = ambiguous(i); break;
            }
        }
    }

private:
    static constexpr Kind kEdge = Kind::Space; // outside the paragraph: neither Latin nor Japanese

    Kind kind_at(std::size_t i) const { return i < text_.size() ? kind_of(text_[i]) : kEdge; }
    bool digit_at(std::size_t i) const { return i < text_.size() && is_digit(text_[i]); }

    std::size_t latin(std::size_t i) {
        char32_t const c = text_[i];
        Resolved resolved{C::Western, true};
        switch (c) {
        case '(': case '[': case '{': resolved.opens = true; break;
        case ')': case ']': case '}': case '!': case '?': case ',': case '.': case ':': case ';': case '%':
            resolved.closes = true;
            break;
        default: break;
        }
        out_[i] = resolved;
        return i + 1;
    }

    // 2.3 rule 2: [0-9]([0-9]|[.,](?=[0-9])|[ ](?=[0-9]{3}))*, where a space groups figures only between one to three
    // figures and exactly three. A hyphen between figures (0134-32-4111) stays within the number as well.
    std::size_t number(std::size_t i) {
        std::size_t group = 0;
        bool spaced_before = false;
        for (;; ++i) {
            if (digit_at(i)) {
                ++group;
                out_[i] = {C::GroupedNumeral, true};
                continue;
            }
            char32_t const c = i < text_.size() ? text_[i] : 0;
            bool const joins = (c == '.' || c == ',' || c == '-') && digit_at(i + 1);
            bool const groups = c == ' ' && group <= 3 && (!spaced_before || group == 3) && digit_at(i + 1) &&
                                digit_at(i + 2) && digit_at(i + 3) && !digit_at(i + 4);
            if (!joins && !groups) return i;
            spaced_before = groups;
            group = 0;
            out_[i] = {C::GroupedNumeral, true};
        }
    }

    std::size_t alphabet(std::size_t begin) {
        std::size_t end = begin;
        while (kind_at(end) == Kind::Alphabet) ++end;
        bool const beside_latin = (begin > 0 && kind_of(text_[begin - 1]) == Kind::Latin) || kind_at(end) == Kind::Latin;
        bool const western = end - begin > 1 || beside_latin;
        for (std::size_t i = begin; i < end; ++i) out_[i] = western ? Resolved{C::Western, true} : Resolved{C::Ideograph};
        return end;
    }

    // A run of signs and the spaces among them: what stands before and after the run decides.
    std::size_t ambiguous(std::size_t begin) {
        Kind const left = strong_before(begin);
        std::size_t end = begin;
        auto in_run = [&](std::size_t i) {
            if (i >= text_.size()) return false;
            Kind const kind = kind_of(text_[i]);
            return kind == Kind::Quote || kind == Kind::Dash || kind == Kind::Neutral || kind == Kind::Space;
        };
        while (in_run(end)) ++end;
        Kind const right = end < text_.size() ? strong(kind_of(text_[end])) : kEdge;
        for (std::size_t i = begin; i < end; ++i) {
            char32_t const c = text_[i];
            switch (kind_of(c)) {
            case Kind::Quote: quote(i, left, right); break;
            case Kind::Dash: dash(i, left, right); break;
            case Kind::Neutral: neutral(i, left, right); break;
            default: out_[i] = {C::WordSpace, true}; break;
            }
        }
        return end;
    }

    static Kind strong(Kind kind) { return kind == Kind::Alphabet ? Kind::Latin : kind; }
    Kind strong_before(std::size_t i) const {
        while (i > 0 && kind_of(text_[i - 1]) == Kind::Space) --i;
        return i > 0 ? strong(kind_of(text_[i - 1])) : kEdge;
    }

    // Rule 6. The dashes of the Latin font have side bearings and another height: ―― and …… come from the Japanese one.
    void dash(std::size_t i, Kind left, Kind right) {
        char32_t const c = text_[i];
        bool const western = left == Kind::Latin && right == Kind::Latin;
        bool const hyphen = c == 0x2010 || c == 0x2013;
        out_[i] = {western ? C::Western : japanese_class(c), western || hyphen};
        if (western && hyphen) out_[i].closes = true;
    }

    void neutral(std::size_t i, Kind left, Kind right) {
        char32_t const c = text_[i];
        C const cls = japanese_class(c);
        bool const beside_figure = (i > 0 && is_digit(text_[i - 1])) || digit_at(i + 1);
        if (cls == C::MathOperator && beside_figure) { // 210×297: the full-width sign, solid
            out_[i] = {cls};
            return;
        }
        bool const western = (left == Kind::Latin || right == Kind::Latin) && left != Kind::Japanese && right != Kind::Japanese;
        bool const degrees = c == 0xB0 || c == 0x2032 || c == 0x2033; // as wide as they are, from the Latin font
        out_[i] = {western ? C::Western : cls, western || degrees};
        if (western) {
            out_[i].opens = c == 0xAB;
            out_[i].closes = c == 0xBB || cls == C::Postfix;
        }
    }

    // Rule 5. A pair of quotation marks is decided together: Japanese when the quoted text or what stands outside is.
    void quote(std::size_t i, Kind left, Kind right) {
        char32_t const c = text_[i];
        auto latin_letter = [&](std::size_t at) { return at < text_.size() && is_latin_letter(text_[at]); };
        if (c == 0x2019 && i > 0 && latin_letter(i - 1) && latin_letter(i + 1)) { // apostrophe
            out_[i] = {C::Western, true};
            return;
        }
        auto& open = open_[c <= 0x2019 ? 0 : 1];
        bool const around_japanese = left == Kind::Japanese || right == Kind::Japanese;
        bool const around_latin = left == Kind::Latin || right == Kind::Latin;
        if (is_opening_quote(c)) {
            open = {i, around_japanese, true};
            set_quote(i, around_japanese || !around_latin);
            return;
        }
        if (open.waiting) {
            bool const japanese = open.japanese || around_japanese || !around_latin;
            set_quote(open.at, japanese);
            set_quote(i, japanese);
            open.waiting = false;
        } else {
            set_quote(i, around_japanese || !around_latin);
        }
    }
    void set_quote(std::size_t i, bool japanese) {
        bool const opening = is_opening_quote(text_[i]);
        out_[i] = japanese ? Resolved{japanese_class(text_[i])} : Resolved{C::Western, true, !opening, opening};
    }

    struct OpenQuote {
        std::size_t at = 0;
        bool japanese = false, waiting = false;
    };

    std::span<char32_t const> text_;
    std::span<Resolved> out_;
    std::array<OpenQuote, 2> open_{}; // single, double
};

} // namespace

Resolved in_western_text(char32_t c, Resolved resolved) {
    switch (kind_of(c)) {
    case Kind::Quote: return {C::Western, true, !is_opening_quote(c), is_opening_quote(c)};
    case Kind::Dash: return {C::Western, true, c != 0x2014 && c != 0x2015, false};
    case Kind::Neutral: return {C::Western, true, c == 0xBB || japanese_class(c) == C::Postfix, c == 0xAB};
    case Kind::Alphabet: return {C::Western, true};
    case Kind::Japanese:
    case Kind::Latin:
    case Kind::Space: break;
    }
    return resolved;
}

void resolve(std::span<char32_t const> bases, std::span<Resolved> out) { Resolver(bases, out).run(); }

} // namespace kumihan::text
