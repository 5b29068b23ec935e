#include "document/inline_parser.h"

#include "base/utf8.h"
#include "document/characters.h"
#include "document/keys.h"
#include "document/paragraph_form.h"

#include <algorithm>

namespace kumihan::document {

std::size_t InlineParser::strong(std::size_t i, std::size_t end, Within within, std::size_t plain) {
    if (!at(i, "**") || i + 2 >= end || is_space(text_[i + 2])) return i;
    if (at(i, "****")) { // a row of stars is no mark
        auto p = i;
        while (p < end && text_[p] == '*')
            ++p;
        literal(plain, p);
        return p;
    }
    auto const close = find("**", i + 2, end);
    if (close == kNone || close == i + 2) {
        if (close == kNone) report(Code::MarkNotClosed, i, i + 2, {"**"});
        literal(plain, i + 2);
        return i + 2;
    }
    literal(plain, i);
    auto const begin = here();
    within.strong = true;
    range(i + 2, close, within);
    mark(begin, Strong{}, i, close + 2);
    return close + 2;
}

// ---- 《《圏点》》, and 《 without a base
std::size_t InlineParser::angle(std::size_t i, std::size_t end, Within within, std::size_t plain) {
    constexpr std::string_view kOpen = "《《", kClose = "》》";
    if (at(i, kOpen) && !within.dots) {
        auto const from = i + kOpen.size();
        auto const close = no_dots_after_ <= i ? kNone : find(kClose, from, end);
        if (close == kNone) {
            no_dots_after_ = std::min(no_dots_after_, i);
            report(Code::MarkNotClosed, i, from, {std::string{kOpen}});
            literal(plain, from);
            return from;
        }
        literal(plain, i);
        auto const begin = here();
        auto const sign = dots_sign(from, close);
        within.dots = true;
        range(sign.second, close, within);
        not_in_warichu(within, i, from);
        mark(begin, Dots{sign.first}, i, close + kClose.size());
        return close + kClose.size();
    }
    // Kana in 《》 after kanji is ruby whose ｜ was forgotten; it is printed as typed, so say so.
    auto const close = find("》", i + 3, std::min(end, i + kRubyReach));
    if (close != kNone && i > 0 && is_han(last_character(text_.substr(0, i)))) {
        auto const reading = text_.substr(i + 3, close - i - 3);
        if (all_kana(reading)) report(Code::RubyNoBase, i, close + 3, {std::string{reading}});
    }
    return i;
}

// 《《○|…》》: the sign, and where the text begins.
std::pair<std::string, std::size_t> InlineParser::dots_sign(std::size_t from, std::size_t close) const {
    constexpr std::string_view kSigns = "﹅﹆●○◎▲△•・";
    auto const length = utf8::decode(text_, from).length;
    auto const sign = text_.substr(from, length);
    auto const bar = from + length;
    if (bar >= close || length < 3 || kSigns.find(sign) == kNone) return {{}, from};
    if (text_[bar] == '|') return {std::string{sign}, bar + 1};
    if (at(bar, "｜")) return {std::string{sign}, bar + 3};
    return {{}, from};
}

// ---- ^{上} _{下}
std::size_t InlineParser::script(std::size_t i, std::size_t end, Within within, std::size_t plain) {
    auto const close = find("}", i + 2, std::min(end, i + kRubyReach));
    if (close == kNone || within.script) return i;
    if (close == i + 2) {
        report(Code::InlineEmpty, i, close + 1, {std::string{text_.substr(i, 3)}});
        return i;
    }
    literal(plain, i);
    auto const begin = here();
    within.script = true;
    range(i + 2, close, within);
    mark(begin, Script{text_[i] == '^'}, i, close + 1);
    return close + 1;
}

// ---- [文]{傍線}: `p` is the place of the ], or i where the braces hold no name
std::size_t InlineParser::inline_style(std::size_t i, std::size_t p, std::size_t end, Within within, std::size_t plain) {
    auto const close = find("}", p + 2, std::min(end, p + kRubyReach));
    if (close == kNone) return i;
    auto const word = trimmed(text_.substr(p + 2, close - p - 2));
    if (word.empty() || word.find_first_of("|{\n") != kNone || word.find("｜") != kNone) return i; // a ruby
    if (auto const language = language_named(word)) {
        literal(plain, i);
        auto const begin = here();
        range(i + 1, p, within);
        mark(begin, InLanguage{*language}, i, close + 1);
        return close + 1;
    }
    auto const found = yaml::find_choice(keys::inline_names(), word);
    if (!found) {
        std::string known;
        for (auto const& name : keys::inline_names())
            known += (known.empty() ? "" : "・") + std::string{name.japanese};
        report(Code::InlineUnknown, p + 2, close, {std::string{word}, known});
        return i;
    }
    using keys::InlineName;
    auto const name = static_cast<InlineName>(*found);
    bool const side = name <= InlineName::WavyLine, script = name >= InlineName::Superior;
    if ((side && within.side) || (script && within.script) || (name == InlineName::Warichu && within.warichu)) return i;
    literal(plain, i);
    auto const begin = here();
    within.side |= side;
    within.script |= script;
    if (side) {
        range(i + 1, p, within);
        not_in_warichu(within, i, close + 1);
        mark(begin, Sideline{static_cast<SideKind>(*found)}, i, close + 1);
    } else if (script) {
        range(i + 1, p, within);
        mark(begin, Script{name == InlineName::Superior}, i, close + 1);
    } else {
        warichu(i, p, close + 1, within);
    }
    return close + 1;
}

// Brackets that the author typed around the note take the place of the usual ones.
void InlineParser::warichu(std::size_t i, std::size_t p, std::size_t end, Within within) {
    Warichu note;
    std::size_t from = i + 1, to = p;
    for (std::string_view const pair : {"（）", "〔〕", "［］", "【】", "〈〉"}) {
        if (to - from <= 6 || !at(from, pair.substr(0, 3)) || text_.compare(to - 3, 3, pair.substr(3)) != 0) continue;
        note.opening = pair.substr(0, 3);
        note.closing = pair.substr(3);
        from += 3;
        to -= 3;
        break;
    }
    auto const begin = here();
    within.warichu = in_warichu_ = true;
    auto const atoms = out_.atoms.size();
    range(from, to, within);
    in_warichu_ = false;
    if (out_.atoms.size() > atoms) report(Code::WarichuPlain, i, end);
    mark(begin, std::move(note), i, end);
}

void InlineParser::not_in_warichu(Within const& within, std::size_t begin, std::size_t end) const {
    if (within.warichu) report(Code::WarichuPlain, begin, end);
}

// ^12^ : one to four letters or digits
std::size_t InlineParser::tate_chu_yoko(std::size_t i, std::size_t end, std::size_t plain) {
    auto p = i + 1;
    while (p < end && p - i <= 4 && (is_alnum(text_[p]) || text_[p] == '!' || text_[p] == '?'))
        ++p;
    if (p == i + 1 || p >= end || text_[p] != '^') return i;
    literal(plain, i);
    auto const begin = here();
    literal(i + 1, p);
    mark(begin, TateChuYoko{}, i, p + 1);
    return p + 1;
}

} // namespace kumihan::document
