#include "document/inline_parser.h"

#include "base/utf8.h"
#include "document/characters.h"

#include <algorithm>

namespace kumihan::document {
namespace {

constexpr std::string_view kObject = "\xEF\xBF\xBC"; // U+FFFC, where an atom stands

bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

} // namespace

void InlineParser::atom(decltype(Atom::what) what, std::size_t begin, std::size_t end) {
    out_.atoms.push_back({here(), std::move(what), span(begin, end)});
    mapped_.copy_as(out_, kObject, begin, end);
}

RichText InlineParser::run() {
    range(0, text_.size(), {});
    std::reverse(out_.marks.begin(), out_.marks.end()); // inner marks ended first: of equal ranges the outer leads
    std::stable_sort(out_.marks.begin(), out_.marks.end(), [](Mark const& a, Mark const& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return std::move(out_);
}

// ---- the main loop: [i, end) of the text, plain runs copied whole
void InlineParser::range(std::size_t i, std::size_t end, Within within) {
    auto const outer_limit = std::exchange(limit_, end);
    std::size_t plain = i;
    while (i < end) {
        auto const next = special(i, end, within, plain);
        if (next == i) {
            i += utf8::decode(text_, i).length;
        } else {
            i = next;
            plain = i;
        }
    }
    literal(plain, end);
    limit_ = outer_limit;
}

// Reads the mark at i, or returns i where there is none. The plain run before it is written first.
std::size_t InlineParser::special(std::size_t i, std::size_t end, Within within, std::size_t plain) {
    auto const c = static_cast<std::uint8_t>(text_[i]);
    switch (c) {
    case '\n':
        return line_break(i, end, plain);
    case '\\':
        return escape(i, end, plain);
    case '*':
        return within.strong ? i : strong(i, end, within, plain);
    case '[':
        return bracket(i, end, within, plain);
    case '{':
        return brace(i, end, within, plain);
    case '|':
        return bar(i, end, 1, plain);
    case '^':
        return at(i, "^{") ? script(i, end, within, plain) : tate_chu_yoko(i, end, plain);
    case '_':
        return at(i, "_{") ? script(i, end, within, plain) : i;
    case '<':
        return break_tag(i, end, plain);
    case 0xEF:
        return at(i, "｜") ? bar(i, end, 3, plain) : i;
    case 0xE3:
        return at(i, "《") ? angle(i, end, within, plain) : i;
    default:
        return !within.link && is_alnum(static_cast<char>(c)) ? bare_link(i, end, plain) : i;
    }
}

std::size_t InlineParser::line_break(std::size_t i, std::size_t end, std::size_t plain) {
    literal(plain, i);
    if (at(i, "\n\n")) { // an empty line within a field that is one run of text
        atom(LineBreak{}, i, i + 1);
        return i + 2;
    }
    auto const before = before_break();
    auto const after = after_break(i + 1, end);
    if (before && after && line_break_is_space(before, after)) mapped_.copy_as(out_, " ", i, i + 1);
    return i + 1;
}

// The character a joined line ends with, or 0 where nothing is to be joined. A note's mark is looked through; a
// reference will be Japanese words (図2-3).
char32_t InlineParser::before_break() const {
    auto length = out_.text.size();
    for (auto found = out_.atoms.rbegin(); found != out_.atoms.rend() && found->at + kObject.size() == length;
         ++found) {
        if (std::holds_alternative<LineBreak>(found->what)) return 0;
        if (std::holds_alternative<CrossRef>(found->what)) return U'図';
        length = found->at;
    }
    return last_character(std::string_view{out_.text}.substr(0, length));
}

// The character the next line begins with, its marks looked through.
char32_t InlineParser::after_break(std::size_t i, std::size_t end) const {
    while (i < end) {
        if (at(i, "[[")) return U'図';
        auto const c = utf8::decode(text_, i);
        if (c.code_point != U'｜' && c.code_point != U'《' &&
            !(c.length == 1 && std::string_view{"*{[|\\^"}.find(text_[i]) != kNone))
            return c.code_point;
        i += c.length;
    }
    return 0;
}

std::size_t InlineParser::escape(std::size_t i, std::size_t end, std::size_t plain) {
    if (i + 1 >= end) return i;
    if (text_[i + 1] == '\n') {
        literal(plain, i);
        atom(LineBreak{}, i, i + 2);
        return i + 2;
    }
    bool wide = false;
    for (std::string_view const sign : {"｜", "《", "》", "・", "＃", "＊", "［", "｛"}) // marks, and what looks like them
        wide = wide || at(i + 1, sign);
    if (!wide && !is_ascii_punctuation(text_[i + 1])) return i;
    auto const length = utf8::decode(text_, i + 1).length;
    literal(plain, i);
    literal(i + 1, i + 1 + length);
    return i + 1 + length;
}

std::size_t InlineParser::break_tag(std::size_t i, std::size_t end, std::size_t plain) {
    for (std::string_view const tag : {"<br>", "<br/>", "<br />"})
        if (at(i, tag) && i + tag.size() <= end) {
            auto next = i + tag.size();
            if (next < end && text_[next] == '\n') ++next; // one break, not two
            literal(plain, i);
            atom(LineBreak{}, i, i + tag.size());
            return next;
        }
    return i;
}

// Position of `closer` in [from, end), escapes skipped.
std::size_t InlineParser::find(std::string_view closer, std::size_t from, std::size_t end) const {
    for (auto p = from; p + closer.size() <= end;) {
        if (text_[p] == '\\' && p + 1 < end)
            p += 1 + utf8::decode(text_, p + 1).length;
        else if (at(p, closer))
            return p;
        else
            ++p;
    }
    return kNone;
}

RichText parse_inline(MappedText const& text, MarkupContext const& context) { return InlineParser(text, context).run(); }

} // namespace kumihan::document
