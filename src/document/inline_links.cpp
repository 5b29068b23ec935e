#include "document/inline_parser.h"

#include "document/keys.h"

#include <algorithm>

namespace kumihan::document {
namespace {

constexpr std::size_t kMaxUrl = 2000; // what browsers take; every line of a link repeats it in the PDF

} // namespace

// ---- brackets: [^note] [[reference]] [text](link)
std::size_t InlineParser::bracket(std::size_t i, std::size_t end, Within within, std::size_t plain) {
    if (at(i, "[^")) {
        auto const close = find("]", i + 2, std::min(end, i + kRubyReach));
        if (close == kNone || close == i + 2) return i;
        auto const label = text_.substr(i + 2, close - i - 2);
        if (std::any_of(label.begin(), label.end(), is_space)) return i;
        if (!context_.note) {
            report(Code::NoteNotHere, i, close + 1, {std::string{label}});
            return i;
        }
        literal(plain, i);
        atom(NoteRef{context_.note(label, span(i, close + 1))}, i, close + 1);
        return close + 1;
    }
    if (at(i, "[[")) {
        auto const close = find("]]", i + 2, std::min(end, i + kRubyReach));
        auto const newline = text_.find('\n', i);
        if (close == kNone || close == i + 2 || newline < close) {
            report(Code::MarkNotClosed, i, i + 2, {"[["});
            literal(plain, i + 2);
            return i + 2;
        }
        literal(plain, i);
        reference(i, close);
        return close + 2;
    }
    for (std::string_view const word : {"[タブ]", "[tab]"})
        if (at(i, word)) {
            literal(plain, i);
            atom(Tab{}, i, i + word.size());
            return i + word.size();
        }
    return text_link(i, end, within, plain);
}

void InlineParser::reference(std::size_t i, std::size_t close) {
    auto const inside = text_.substr(i + 2, close - i - 2);
    auto bar_at = inside.find('|');
    std::size_t bar_length = 1;
    if (bar_at == kNone) {
        bar_at = inside.find("｜");
        bar_length = 3;
    }
    CrossRef out{std::string{trimmed(inside.substr(0, bar_at))}, RefForm::Number};
    if (bar_at != kNone) {
        auto const word = trimmed(inside.substr(bar_at + bar_length));
        if (auto const form = yaml::find_choice(keys::reference_forms(), word))
            out.form = static_cast<RefForm>(*form);
        else
            report(Code::ReferenceForm, i + 2 + bar_at + bar_length, close, {std::string{word}});
    }
    atom(std::move(out), i, close + 2);
}

std::size_t InlineParser::text_link(std::size_t i, std::size_t end, Within within, std::size_t plain) {
    auto const reach = std::min(end, i + kLinkReach);
    int depth = 0;
    auto p = i;
    for (; p < reach; ++p) {
        if (text_[p] == '\\')
            ++p;
        else if (text_[p] == '[')
            ++depth;
        else if (text_[p] == ']' && --depth == 0)
            break;
    }
    if (p + 1 >= reach || p == i + 1) return i;
    if (text_[p + 1] == '{') return inline_style(i, p, end, within, plain);
    if (text_[p + 1] != '(' || within.link) return i;
    int parens = 0;
    auto q = p + 1;
    for (; q < reach && text_[q] != '\n'; ++q) {
        if (text_[q] == '(')
            ++parens;
        else if (text_[q] == ')' && --parens == 0)
            break;
    }
    if (q >= reach || text_[q] != ')') return i;
    auto url = trimmed(text_.substr(p + 2, q - p - 2));
    url = url.substr(0, url.find(' ')); // a title after the address is not printed
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
    literal(plain, i);
    auto const begin = here();
    within.link = true;
    range(i + 1, p, within);
    bool const safe = (url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:")) &&
                      url.size() <= kMaxUrl;
    if (safe)
        mark(begin, Link{std::string{url}}, i, q + 1);
    else
        report(Code::LinkUnsafe, p + 2, q, {std::string{url}});
    return q + 1;
}

// ---- https://… and mail addresses in running text
std::size_t InlineParser::bare_link(std::size_t i, std::size_t end, std::size_t plain) {
    if (i > 0 && (is_alnum(text_[i - 1]) || (i > plain && std::string_view{"._%+-@/"}.find(text_[i - 1]) != kNone)))
        return i;
    if (at(i, "https://") || at(i, "http://")) {
        auto p = i;
        int parens = 0;
        for (; p < end; ++p) {
            char const c = text_[p];
            if (c <= ' ' || c >= 0x7F || std::string_view{"<>\"|\\^`{}"}.find(c) != kNone) break;
            if (c == '(') ++parens;
            if (c == ')' && --parens < 0) break;
            if (c == '*' && at(p, "**")) break;
        }
        while (p > i && std::string_view{".,;:!?'"}.find(text_[p - 1]) != kNone)
            --p;
        auto const host = i + (at(i, "https://") ? 8 : 7);
        return p > host ? link_as_typed(i, p, std::string{text_.substr(i, p - i)}, plain) : i;
    }
    auto p = i;
    while (p < end && (is_alnum(text_[p]) || std::string_view{"._%+-"}.find(text_[p]) != kNone))
        ++p;
    if (p >= end || text_[p] != '@' || p - i > 64) return i;
    auto q = p + 1;
    std::size_t dots = 0;
    while (q < end &&
           (is_alnum(text_[q]) || text_[q] == '-' || (text_[q] == '.' && q + 1 < end && is_alnum(text_[q + 1])))) {
        dots += text_[q] == '.';
        ++q;
    }
    if (dots == 0) return i;
    return link_as_typed(i, q, "mailto:" + std::string{text_.substr(i, q - i)}, plain);
}

std::size_t InlineParser::link_as_typed(std::size_t begin, std::size_t end, std::string url, std::size_t plain) {
    literal(plain, begin);
    auto const from = here();
    literal(begin, end);
    if (url.size() <= kMaxUrl) mark(from, Link{std::move(url)}, begin, end);
    return end;
}

} // namespace kumihan::document
