#include "document/markup.h"

#include "base/utf8.h"
#include "document/characters.h"
#include "document/keys.h"
#include "document/paragraph_form.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace kumihan::document {
namespace {

using diag::Code;

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kObject = "\xEF\xBF\xBC"; // U+FFFC, where an atom stands
// Ruby and links are short: a bracket that closes further away than this is no mark. It also bounds the search.
constexpr std::size_t kRubyReach = 400, kLinkReach = 2000;
constexpr std::size_t kMaxUrl = 2000; // what browsers take; every line of a link repeats it in the PDF

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

// What may stand around a parsed range: a mark does not occur within itself.
struct Within {
    bool strong = false, dots = false, link = false, side = false, warichu = false, script = false;
};

class Parser {
public:
    Parser(MappedText const& mapped, MarkupContext const& context)
        : mapped_(mapped), text_(mapped.text()), context_(context) {}

    RichText run() {
        range(0, text_.size(), {});
        std::reverse(out_.marks.begin(), out_.marks.end()); // inner marks ended first: of equal ranges the outer leads
        std::stable_sort(out_.marks.begin(), out_.marks.end(), [](Mark const& a, Mark const& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        return std::move(out_);
    }

private:
    bool at(std::size_t i, std::string_view what) const {
        return i + what.size() <= limit_ && text_.compare(i, what.size(), what) == 0;
    }
    std::uint32_t here() const { return static_cast<std::uint32_t>(out_.text.size()); }
    Span span(std::size_t begin, std::size_t end) const { return mapped_.span(begin, end); }
    void report(Code code, std::size_t begin, std::size_t end, std::vector<std::string> args = {}) const {
        context_.sink.report(code, span(begin, end), std::move(args));
    }

    // ---- text
    void literal(std::size_t begin, std::size_t end) {
        if (begin < end) mapped_.copy_to(out_, begin, end);
    }
    void atom(decltype(Atom::what) what, std::size_t begin, std::size_t end) {
        out_.atoms.push_back({here(), std::move(what), span(begin, end)});
        mapped_.copy_as(out_, kObject, begin, end);
    }
    void mark(std::uint32_t begin, decltype(Mark::what) what, std::size_t source_begin, std::size_t source_end) {
        if (here() > begin) out_.marks.push_back({begin, here(), std::move(what), span(source_begin, source_end)});
    }

    // ---- the main loop: [i, end) of the text, plain runs copied whole
    void range(std::size_t i, std::size_t end, Within within) {
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
    std::size_t special(std::size_t i, std::size_t end, Within within, std::size_t plain) {
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

    std::size_t line_break(std::size_t i, std::size_t end, std::size_t plain) {
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
    char32_t before_break() const {
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
    char32_t after_break(std::size_t i, std::size_t end) const {
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

    std::size_t escape(std::size_t i, std::size_t end, std::size_t plain) {
        if (i + 1 >= end) return i;
        if (text_[i + 1] == '\n') {
            literal(plain, i);
            atom(LineBreak{}, i, i + 2);
            return i + 2;
        }
        bool const wide = at(i + 1, "｜") || at(i + 1, "《") || at(i + 1, "》") || at(i + 1, "・");
        if (!wide && !is_ascii_punctuation(text_[i + 1])) return i;
        auto const length = utf8::decode(text_, i + 1).length;
        literal(plain, i);
        literal(i + 1, i + 1 + length);
        return i + 1 + length;
    }

    std::size_t break_tag(std::size_t i, std::size_t end, std::size_t plain) {
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
    std::size_t find(std::string_view closer, std::size_t from, std::size_t end) const {
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

    std::size_t strong(std::size_t i, std::size_t end, Within within, std::size_t plain) {
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
    std::size_t angle(std::size_t i, std::size_t end, Within within, std::size_t plain) {
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
    std::pair<std::string, std::size_t> dots_sign(std::size_t from, std::size_t close) const {
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
    std::size_t script(std::size_t i, std::size_t end, Within within, std::size_t plain) {
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
    std::size_t inline_style(std::size_t i, std::size_t p, std::size_t end, Within within, std::size_t plain) {
        auto const close = find("}", p + 2, std::min(end, p + kRubyReach));
        if (close == kNone) return i;
        auto const word = trimmed(text_.substr(p + 2, close - p - 2));
        if (word.empty() || word.find_first_of("|{\n") != kNone || word.find("｜") != kNone) return i; // a ruby
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
    void warichu(std::size_t i, std::size_t p, std::size_t end, Within within) {
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
    void not_in_warichu(Within const& within, std::size_t begin, std::size_t end) const {
        if (within.warichu) report(Code::WarichuPlain, begin, end);
    }

    // ---- ruby
    void ruby(std::size_t base_begin, std::size_t base_end, std::vector<std::string> reading, std::size_t begin,
              std::size_t end, std::vector<std::string> second = {}) {
        auto const from = here();
        for (auto i = base_begin; i < base_end;) { // the base is text with escapes and joined lines, no other marks
            if (text_[i] == '\\' && i + 1 < base_end && text_[i + 1] != '\n') ++i;
            auto const length = utf8::decode(text_, i).length;
            if (text_[i] != '\n') literal(i, i + length);
            i += length;
        }
        auto const base = std::string_view{out_.text}.substr(from);
        for (auto* const side : {&reading, &second}) {
            side->erase(std::remove_if(side->begin(), side->end(), [](auto const& part) { return part.empty(); }), side->end());
            if (side->size() <= 1) continue;
            auto const characters = count_characters(base);
            if (characters == side->size()) continue;
            report(Code::RubyParts, begin, end,
                   {std::string{base}, std::to_string(side->size()), std::to_string(characters)});
            std::string whole;
            for (auto const& part : *side)
                whole += part;
            side->assign(1, whole);
        }
        if (reading.empty()) return report(Code::RubyEmpty, begin, end, {std::string{base}});
        if (in_warichu_) return report(Code::WarichuPlain, begin, end);
        mark(from, Ruby{std::move(reading), std::move(second), false}, begin, end);
    }

    std::string unescaped(std::size_t begin, std::size_t end) const {
        std::string out;
        for (auto i = begin; i < end; ++i) {
            if (text_[i] == '\\' && i + 1 < end) ++i;
            if (text_[i] != '\n') out += text_[i];
        }
        return out;
    }

    // ｜親文字《よみ》; a bar with no 《 soon after it is a bar.
    std::size_t bar(std::size_t i, std::size_t end, std::size_t length, std::size_t plain) {
        auto const from = i + length;
        auto const reach = std::min(end, from + kRubyReach);
        std::size_t open = kNone;
        for (auto p = from; p < reach; p += utf8::decode(text_, p).length) {
            if (text_[p] == '\\' && p + 1 < reach) {
                ++p;
                continue;
            }
            if (at(p, "｜") || text_[p] == '|' || at(p, "》") || at(p, "。") || at(p, "、")) return i;
            if (at(p, "《")) {
                open = p;
                break;
            }
        }
        if (open == kNone || open == from || at(open, "《《")) return i;
        auto const close = find("》", open + 3, std::min(end, open + kRubyReach));
        if (close == kNone) {
            report(Code::MarkNotClosed, open, open + 3, {"《"});
            literal(plain, from); // the base is text like any other: its lines are joined, its marks read
            return from;
        }
        literal(plain, i);
        ruby(from, open, {unescaped(open + 3, close)}, i, close + 3);
        return close + 3;
    }

    // {親文字|よみ}, {親文字|お|や} and, with a second reading on the other side, {親文字|よみ||よみ}; a brace without a bar
    // is a brace.
    std::size_t brace(std::size_t i, std::size_t end, Within within, std::size_t plain) {
        auto const close = find("}", i + 1, std::min(end, i + kRubyReach));
        if (close == kNone) return i;
        std::vector<std::pair<std::size_t, std::size_t>> parts; // between bars
        auto from = i + 1;
        for (auto p = i + 1; p < close; p += utf8::decode(text_, p).length) {
            if (text_[p] == '\\' && p + 1 < close) {
                ++p;
            } else if (text_[p] == '{') {
                return i;
            } else if (text_[p] == '|' || at(p, "｜")) {
                parts.emplace_back(from, p);
                from = p + (text_[p] == '|' ? 1 : 3);
            }
        }
        if (parts.empty() || parts[0].first == parts[0].second) return i;
        parts.emplace_back(from, close);
        std::vector<std::string> reading, second;
        auto* side = &reading;
        for (std::size_t k = 1; k < parts.size(); ++k) {
            auto part = unescaped(parts[k].first, parts[k].second);
            if (part.empty() && !reading.empty() && k + 1 < parts.size()) side = &second; // ||
            else side->push_back(std::move(part));
        }
        literal(plain, i);
        if (reading.size() == 1 && second.empty())
            if (auto what = measure(reading[0])) { // the text within has marks of its own
                auto const begin = here();
                range(parts[0].first, parts[0].second, within);
                mark(begin, std::move(*what), i, close + 1);
                return close + 1;
            }
        ruby(parts[0].first, parts[0].second, std::move(reading), i, close + 1, std::move(second));
        return close + 1;
    }

    // {山田|字取り5} and {小さく|80%}: no reading looks like these.
    static std::optional<decltype(Mark::what)> measure(std::string_view word) {
        for (std::string_view const name : {"字取り", "jidori"})
            if (word.starts_with(name)) {
                word.remove_prefix(name.size());
                if (word.starts_with('=')) word.remove_prefix(1);
                double em = 0;
                if (read_ems(word, em) && em > 0) return FitWidth{em};
                return std::nullopt;
            }
        if (!word.ends_with('%')) return std::nullopt;
        double percent = 0;
        auto const digits = word.substr(0, word.size() - 1);
        if (digits.size() > 3 || digits.find_first_not_of("0123456789") != kNone || digits.empty()) return std::nullopt;
        for (char const c : digits) percent = percent * 10 + (c - '0');
        if (percent < 30 || percent > 300) return std::nullopt;
        return Scaled{static_cast<int>(percent)};
    }

    // ^12^ : one to four letters or digits
    std::size_t tate_chu_yoko(std::size_t i, std::size_t end, std::size_t plain) {
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

    // ---- brackets: [^note] [[reference]] [text](link)
    std::size_t bracket(std::size_t i, std::size_t end, Within within, std::size_t plain) {
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

    void reference(std::size_t i, std::size_t close) {
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

    std::size_t text_link(std::size_t i, std::size_t end, Within within, std::size_t plain) {
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
    std::size_t bare_link(std::size_t i, std::size_t end, std::size_t plain) {
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

    std::size_t link_as_typed(std::size_t begin, std::size_t end, std::string url, std::size_t plain) {
        literal(plain, begin);
        auto const from = here();
        literal(begin, end);
        if (url.size() <= kMaxUrl) mark(from, Link{std::move(url)}, begin, end);
        return end;
    }

    MappedText const& mapped_;
    std::string_view text_;
    MarkupContext const& context_;
    RichText out_;
    std::size_t limit_ = 0;             // end of the range that is being read: no mark reaches beyond it
    bool in_warichu_ = false;
    std::size_t no_dots_after_ = kNone; // no 》》 stands after this place
};

} // namespace

RichText parse_inline(MappedText const& text, MarkupContext const& context) { return Parser(text, context).run(); }

} // namespace kumihan::document
