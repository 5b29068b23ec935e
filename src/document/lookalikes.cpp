#include "document/lookalikes.h"

#include "base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace kumihan::document {

using diag::Code;

namespace {

using Letters = std::vector<std::pair<char32_t, std::uint32_t>>;

// CJK radicals that Unicode does not decompose, as far as Japanese fonts draw them like the kanji.
constexpr std::array kRadicals{
    std::pair{U'\u2E81', U'厂'}, std::pair{U'\u2E8B', U'卩'}, std::pair{U'\u2E8E', U'兀'}, std::pair{U'\u2E92', U'巳'},
    std::pair{U'\u2E94', U'彑'}, std::pair{U'\u2E95', U'ヨ'}, std::pair{U'\u2EA0', U'民'}, std::pair{U'\u2EA9', U'王'},
    std::pair{U'\u2EAC', U'示'}, std::pair{U'\u2EB7', U'羊'}, std::pair{U'\u2EC4', U'西'}, std::pair{U'\u2EC5', U'见'},
    std::pair{U'\u2ED1', U'長'}, std::pair{U'\u2ED8', U'青'}, std::pair{U'\u2EDD', U'食'}, std::pair{U'\u2EE4', U'鬼'},
    std::pair{U'\u2EE8', U'麦'}, std::pair{U'\u2EE9', U'黄'}, std::pair{U'\u2EEB', U'斉'}, std::pair{U'\u2EED', U'歯'},
    std::pair{U'\u2EEF', U'竜'}};

constexpr bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC; }
constexpr bool is_halfwidth_katakana(char32_t c) { return c >= 0xFF66 && c <= 0xFF9F; }
constexpr bool is_halfwidth_sound_mark(char32_t c) { return c == 0xFF9E || c == 0xFF9F; }
constexpr bool is_dash(char32_t c) { return c == 0x2014 || c == 0x2015 || c == 0x2500 || c == U'-' || c == 0x2010; }
constexpr bool is_minus(char32_t c) { return c == 0x2212 || c == 0xFF0D; }
constexpr bool is_counter_kana(char32_t c) { return c == U'カ' || c == U'ヵ' || c == U'ヶ' || c == U'ケ' || c == U'コ'; }
constexpr bool is_circle(char32_t c) { return c == 0x25CB || c == 0x25EF; }
constexpr std::u32string_view kFigures = U"〇一二三四五六七八九";
constexpr std::u32string_view kAfterFigures = U"年月日人名円歳時分回号";
constexpr bool is_plain(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }
constexpr bool is_wide(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E && is_plain(c - 0xFEE0); }
constexpr bool is_figure(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= 0xFF10 && c <= 0xFF19); }

std::string code_point_name(char32_t c) {
    std::array<char, 12> name{};
    std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(c));
    return name.data();
}

// The kanji that a radical looks like, or nothing.
char32_t kanji_of_radical(char32_t c) {
    auto const listed = std::find_if(kRadicals.begin(), kRadicals.end(), [&](auto const& row) { return row.first == c; });
    if (listed != kRadicals.end()) return listed->second;
    UErrorCode status = U_ZERO_ERROR;
    auto const* const forms = icu::Normalizer2::getNFKCInstance(status);
    icu::UnicodeString found;
    if (U_FAILURE(status) || !forms->getRawDecomposition(static_cast<UChar32>(c), found)) return 0;
    return static_cast<char32_t>(found.char32At(0));
}

char32_t composed(char32_t kana, char32_t mark) {
    UErrorCode status = U_ZERO_ERROR;
    auto const* const forms = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return 0;
    auto const found = forms->composePair(static_cast<UChar32>(kana), static_cast<UChar32>(mark));
    return found < 0 ? 0 : static_cast<char32_t>(found);
}

std::string full_width(std::string const& words) {
    UErrorCode status = U_ZERO_ERROR;
    auto const* const forms = icu::Normalizer2::getNFKCInstance(status);
    std::string out;
    if (U_FAILURE(status)) return words;
    forms->normalize(icu::UnicodeString::fromUTF8(words), status).toUTF8String(out);
    return U_SUCCESS(status) ? out : words;
}

Span source_span(RichText const& text, std::uint32_t begin, std::uint32_t end) {
    auto piece = std::upper_bound(text.pieces.begin(), text.pieces.end(), begin,
                                  [](std::uint32_t at, TextPiece const& p) { return at < p.text_begin; });
    if (piece == text.pieces.begin()) return {};
    --piece;
    Span span = piece->source;
    if (piece->length == span.end - span.begin) {
        span.begin += begin - piece->text_begin;
        span.end = std::min(span.end, span.begin + (end - begin));
    }
    return span;
}

} // namespace

class LookalikesReader {
public:
    LookalikesReader(RichText const& text, Letters const& letters, Lookalikes& all)
        : text_(text), letters_(letters), all_(all) {}

    void run() {
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            char32_t const c = letters_[i].first;
            if (is_plain(c) || is_wide(c)) i = widths(i);
            else if (c >= 0x2E80 && c < 0x2FE0) radical(i);
            else if (c == 0x3099 || c == 0x309A) sound_mark(i);
            else if (is_halfwidth_katakana(c)) i = halfwidth(i);
            else if (is_circle(c)) i = circles(i);
            else if (c == 0xFFFD) replacement(i);
            else if (c == U'一' || is_minus(c) || is_dash(c)) long_vowel(i);
        }
    }

private:
    char32_t at(std::size_t i) const { return i < letters_.size() ? letters_[i].first : 0; }
    char32_t before(std::size_t i) const { return i > 0 ? letters_[i - 1].first : 0; }
    std::uint32_t byte(std::size_t i) const {
        return i < letters_.size() ? letters_[i].second : static_cast<std::uint32_t>(text_.text.size());
    }
    std::string words(std::size_t begin, std::size_t end) const { return text_.text.substr(byte(begin), byte(end) - byte(begin)); }

    void say(Code code, std::size_t begin, std::size_t end, std::vector<std::string> args) {
        if (all_.said_.insert(args.front()).second) all_.found_.push_back({code, source_span(text_, byte(begin), byte(end)), std::move(args)});
    }

    void radical(std::size_t i) {
        if (char32_t const kanji = kanji_of_radical(at(i)))
            say(Code::RadicalForKanji, i, i + 1, {words(i, i + 1), code_point_name(at(i)), utf8::encode(kanji)});
    }

    // With what stands beside it, by which the place is found in the original.
    void replacement(std::size_t i) {
        std::size_t begin = i, end = i + 1;
        for (int k = 0; k < 3 && begin > 0 && at(begin - 1) > 0x20; ++k) --begin;
        for (int k = 0; k < 3 && at(end) > 0x20; ++k) ++end;
        say(Code::ReplacementSign, i, i + 1, {words(begin, end)});
    }

    void sound_mark(std::size_t i) {
        if (i == 0) return;
        if (char32_t const whole = composed(before(i), at(i)))
            say(Code::SoundMarkApart, i - 1, i + 1, {words(i - 1, i + 1), utf8::encode(whole)});
    }

    std::size_t halfwidth(std::size_t begin) {
        std::size_t end = begin, letters = 0;
        for (; is_halfwidth_katakana(at(end)); ++end) letters += !is_halfwidth_sound_mark(at(end));
        if (letters > 1) say(Code::HalfwidthKatakana, begin, end, {words(begin, end), full_width(words(begin, end))});
        return end - 1;
    }

    // Figures among figures, letters among letters: A４ is a house style.
    std::size_t widths(std::size_t begin) {
        bool plain[2] = {false, false}, wide[2] = {false, false};
        std::size_t end = begin;
        for (; is_plain(at(end)) || is_wide(at(end)); ++end) (is_wide(at(end)) ? wide : plain)[is_figure(at(end))] = true;
        if ((plain[0] && wide[0]) || (plain[1] && wide[1])) say(Code::MixedWidths, begin, end, {words(begin, end)});
        return end - 1;
    }

    std::size_t circles(std::size_t begin) {
        std::size_t end = begin;
        while (is_circle(at(end))) ++end;
        auto const among = [](std::u32string_view list, char32_t c) { return c && list.find(c) != list.npos; };
        bool const after = among(kFigures, at(end)) || among(kAfterFigures, at(end));
        if (among(kFigures, before(begin)) && after)
            say(Code::LookalikeSign, begin - 1, end + 1, {words(begin - 1, end + 1), words(begin, begin + 1), "〇"});
        return end - 1;
    }

    // Between katakana. A minus never stands there; 一 and dashes may (ペン一セット, オムスク―モスクワ), so only beside a
    // single letter, which is no word: ワ一クショップ, デ―タ, グル一プ; but not 一カ所, ア―エ.
    void long_vowel(std::size_t i) {
        std::size_t begin = i, end = i + 1;
        while (begin > 0 && is_katakana(at(begin - 1))) --begin;
        while (is_katakana(at(end))) ++end;
        std::size_t const left = i - begin, right = end - i - 1;
        if (left == 0 || right == 0 || before(i) == U'ー') return;
        if (!is_minus(at(i))) {
            if (is_counter_kana(at(i + 1)) && right < 3) return;
            if ((left == 1) == (right == 1)) return;
        }
        say(Code::LookalikeSign, begin, end, {words(begin, end), words(i, i + 1), "ー"});
    }

    RichText const& text_;
    Letters const& letters_;
    Lookalikes& all_;
};

void Lookalikes::check(RichText const& text) {
    letters_.clear();
    for (std::size_t at = 0; at < text.text.size();) {
        auto const d = utf8::decode(text.text, at);
        letters_.push_back({d.code_point, static_cast<std::uint32_t>(at)});
        at += d.length;
    }
    LookalikesReader(text, letters_, *this).run();
}

void Lookalikes::report(std::vector<Lookalikes> const& all, diag::Sink& sink) {
    std::set<std::string_view> said;
    for (Lookalikes const& one : all)
        for (Found const& found : one.found_)
            if (said.insert(found.args.front()).second) sink.report(found.code, found.span, found.args);
}

} // namespace kumihan::document
