#include "style/kanji_numerals.h"

#include "base/utf8.h"

#include <array>

namespace kumihan::style {

using document::Numerals;

namespace {

constexpr std::array<std::string_view, 10> kFigures{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 4> kWithinMyriad{"", "十", "百", "千"};
constexpr std::array<std::string_view, 4> kMyriads{"", "万", "億", "兆"};
constexpr std::size_t kLongestCount = 4 * kMyriads.size(); // longer ones have no reading: by position

constexpr int figure(char32_t c) {
    if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
    if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
    return -1;
}
constexpr bool is_comma(char32_t c) { return c == U',' || c == 0xFF0C; }
constexpr bool is_point(char32_t c) { return c == U'.' || c == 0xFF0E; }
constexpr bool is_latin(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c <= 0x24F) ||
           (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

// Beside a number these make it a part of a formula, an address, a code or a time.
constexpr bool ties(char32_t c) {
    switch (c) {
    case U'-': case U'/': case U':': case U'@': case U'#': case U'_': case U'=': case U'&': case U'+': case U'~': case U'*':
    case U'.': case U',': case U'\'': case U'^': case U'<': case U'>': case 0x2010: case 0x2011: case 0x2013: case 0x2212:
    case 0xB1: case 0xD7: case 0xF7: case 0xFF0B: case 0xFF0D: case 0xFF0F: case 0xFF1A: case 0xFF1D: case 0x2044:
        return true;
    default:
        return false;
    }
}
constexpr bool is_prefix(char32_t c) {
    return c == U'$' || c == 0xA3 || c == 0xA5 || c == 0x20AC || c == 0x2116 || c == 0xFF04 || c == 0xFFE1 || c == 0xFFE5 ||
           c == 0x2121; // № ℡
}
// Signs of units and degrees, which stand with Arabic figures.
constexpr bool is_unit_sign(char32_t c) {
    return c == 0xB0 || (c >= 0x2030 && c <= 0x2034) || (c >= 0x2100 && c <= 0x2115) || (c >= 0x3300 && c <= 0x3357) ||
           (c >= 0x3371 && c <= 0x33DF);
}
constexpr bool is_range_sign(char32_t c) { return c == 0x301C || c == 0xFF5E || c == U'、' || c == U'・' || c == 0x2015 || c == 0x2014; }
constexpr bool is_large_unit(char32_t c) { return c == U'千' || c == U'万' || c == U'億' || c == U'兆'; }

struct Letter {
    char32_t c;
    std::uint32_t at;
};

std::string by_position(std::string_view figures) {
    std::string out;
    for (char const f : figures) out += kFigures[static_cast<std::size_t>(f - '0')];
    return out;
}

// 12345 -> 一万二千三百四十五
std::string with_units(std::string_view figures) {
    if (figures.size() > kLongestCount || (figures.size() > 1 && figures.front() == '0')) return by_position(figures);
    if (figures == "0") return std::string(kFigures[0]);
    std::string out;
    bool in_myriad = false; // something was said of the present group of four
    for (std::size_t i = 0; i < figures.size(); ++i) {
        std::size_t const place = figures.size() - 1 - i;
        auto const f = static_cast<std::size_t>(figures[i] - '0');
        if (f > 0) {
            // 十 and 百 take no 一; 千 does within a larger number: 千円, but 一万一千円, 一千万円
            bool const one = f > 1 || place % 4 == 0 || (place % 4 == 3 && (!out.empty() || place > 3));
            if (one) out += kFigures[f];
            out += kWithinMyriad[place % 4];
            in_myriad = true;
        }
        if (place % 4 == 0) {
            if (in_myriad) out += kMyriads[place / 4];
            in_myriad = false;
        }
    }
    return out;
}

class Finder {
public:
    Finder(std::string_view text, Numerals how) : how_(how) {
        letters_.reserve(text.size() / 2);
        for (std::size_t at = 0; at < text.size();) {
            auto const d = utf8::decode(text, at);
            letters_.push_back({d.code_point, static_cast<std::uint32_t>(at)});
            at += d.length;
        }
        end_ = static_cast<std::uint32_t>(text.size());
    }

    std::vector<KanjiNumber> run() {
        for (std::size_t i = 0; i < letters_.size();) {
            if (figure(letters_[i].c) < 0)
                ++i;
            else
                i = number(i);
        }
        return std::move(found_);
    }

private:
    char32_t at(std::size_t i) const { return i < letters_.size() ? letters_[i].c : 0; }
    char32_t before(std::size_t i) const { return i > 0 ? letters_[i - 1].c : 0; }
    std::uint32_t byte(std::size_t i) const { return i < letters_.size() ? letters_[i].at : end_; }

    std::size_t number(std::size_t begin) {
        std::string whole, fraction;
        std::vector<std::size_t> commas; // figures before each
        bool decimal = false, odd = false;
        std::size_t i = begin;
        for (; i < letters_.size(); ++i) {
            char32_t const c = at(i);
            if (int const f = figure(c); f >= 0) {
                (decimal ? fraction : whole) += static_cast<char>('0' + f);
                continue;
            }
            bool const thousands = is_comma(c) && !decimal && figure(at(i + 2)) >= 0 && figure(at(i + 3)) >= 0 && figure(at(i + 4)) < 0;
            if (figure(at(i + 1)) < 0 || (!thousands && !is_point(c))) break;
            if (decimal) odd = true; // 1.2.3
            if (is_comma(c)) commas.push_back(whole.size());
            if (is_point(c)) decimal = true;
        }
        if (odd || !in_japanese(begin, i)) return i;
        bool const percent = at(i) == U'%' || at(i) == 0xFF05;
        std::string kanji = integer(whole, commas, begin, i);
        if (decimal) kanji += "・" + by_position(fraction);
        if (percent) kanji += "％";
        std::size_t const end = percent ? i + 1 : i;
        found_.push_back({byte(begin), byte(end), std::move(kanji)});
        return end;
    }

    bool in_japanese(std::size_t begin, std::size_t end) const {
        char32_t const b = before(begin), a = at(end);
        if (is_latin(b) || is_latin(a) || ties(b) || ties(a) || is_prefix(b) || is_unit_sign(a)) return false;
        if (b == U' ' && begin > 1 && (is_latin(letters_[begin - 2].c) || ties(letters_[begin - 2].c))) return false;
        return !(a == U' ' && is_latin(at(end + 1)));
    }

    std::string integer(std::string const& whole, std::vector<std::size_t> const& commas, std::size_t begin, std::size_t end) const {
        if (how_ == Numerals::Kanji && !is_year(whole, commas, begin, end)) return with_units(whole);
        std::string out;
        std::size_t from = 0;
        for (std::size_t const comma : commas) {
            out += by_position(std::string_view(whole).substr(from, comma - from)) + "、";
            from = comma;
        }
        return out + by_position(std::string_view(whole).substr(from));
    }

    // 2019年, 2019〜2021年, 西暦2019; but 1000年間.
    bool is_year(std::string const& whole, std::vector<std::size_t> const& commas, std::size_t begin, std::size_t end) const {
        if (whole.size() != 4 || !commas.empty() || is_large_unit(before(begin))) return false;
        if (before(begin) == U'暦') return true;
        for (std::size_t i = end; i < letters_.size();) {
            if (at(i) == U'年') return at(i + 1) != U'間';
            if (!is_range_sign(at(i))) return false;
            std::size_t figures = 0;
            while (figure(at(i + 1 + figures)) >= 0) ++figures;
            if (figures != 4) return false;
            i += 1 + figures;
        }
        return false;
    }

    Numerals how_;
    std::vector<Letter> letters_;
    std::uint32_t end_ = 0;
    std::vector<KanjiNumber> found_;
};

} // namespace

std::vector<KanjiNumber> kanji_numbers(std::string_view text, Numerals how) {
    if (how == Numerals::Arabic) return {};
    return Finder(text, how).run();
}

std::string with_kanji_numbers(std::string_view text, Numerals how) {
    std::string out;
    std::size_t from = 0;
    for (auto const& number : kanji_numbers(text, how)) {
        out += text.substr(from, number.begin - from);
        out += number.kanji;
        from = number.end;
    }
    return out += text.substr(from);
}

} // namespace kumihan::style
