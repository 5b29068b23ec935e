// InlineParser: the parser of markup.h, in the parts its files are named after. Input: the text of one paragraph. Output:
// its RichText. A method that reads a mark at `i` gives the place behind it, or `i` where there is none; `plain` is where
// the unmarked run before it began, which the method writes first. `limit_` is the end of the innermost range that is
// being read: no mark reaches beyond it. Internal to this folder.
//   markup.cpp        the main loop: plain runs, line ends, escapes
//   inline_marks.cpp  what lies around text: bold, 圏点, 傍線, 割注, figures above and below, 縦中横
//   inline_ruby.cpp   readings, and what shares their braces
//   inline_links.cpp  what leads elsewhere: notes, references, links, addresses
#pragma once

#include "document/markup.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kumihan::document {

class InlineParser {
public:
    InlineParser(MappedText const& mapped, MarkupContext const& context)
        : mapped_(mapped), text_(mapped.text()), context_(context) {}

    RichText run();

private:
    using Code = diag::Code;
    static constexpr std::size_t kNone = std::string_view::npos;
    // Ruby and links are short: a bracket that closes further away than this is no mark. It also bounds the search.
    static constexpr std::size_t kRubyReach = 400, kLinkReach = 2000;

    // What may stand around a parsed range: a mark does not occur within itself.
    struct Within {
        bool strong = false, dots = false, link = false, side = false, warichu = false, script = false;
    };

    static bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
    static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
    static std::string_view trimmed(std::string_view text) {
        while (!text.empty() && is_space(text.front()))
            text.remove_prefix(1);
        while (!text.empty() && is_space(text.back()))
            text.remove_suffix(1);
        return text;
    }

    bool at(std::size_t i, std::string_view what) const {
        return i + what.size() <= limit_ && text_.compare(i, what.size(), what) == 0;
    }
    std::uint32_t here() const { return static_cast<std::uint32_t>(out_.text.size()); }
    Span span(std::size_t begin, std::size_t end) const { return mapped_.span(begin, end); }
    void report(Code code, std::size_t begin, std::size_t end, std::vector<std::string> args = {}) const {
        context_.sink.report(code, span(begin, end), std::move(args));
    }

    void literal(std::size_t begin, std::size_t end) {
        if (begin < end) mapped_.copy_to(out_, begin, end);
    }
    void atom(decltype(Atom::what) what, std::size_t begin, std::size_t end);
    void mark(std::uint32_t begin, decltype(Mark::what) what, std::size_t source_begin, std::size_t source_end) {
        if (here() > begin) out_.marks.push_back({begin, here(), std::move(what), span(source_begin, source_end)});
    }

    // ---- markup.cpp
    void range(std::size_t i, std::size_t end, Within within);
    std::size_t special(std::size_t i, std::size_t end, Within within, std::size_t plain);
    std::size_t line_break(std::size_t i, std::size_t end, std::size_t plain);
    char32_t before_break() const;
    char32_t after_break(std::size_t i, std::size_t end) const;
    std::size_t escape(std::size_t i, std::size_t end, std::size_t plain);
    std::size_t break_tag(std::size_t i, std::size_t end, std::size_t plain);
    std::size_t find(std::string_view closer, std::size_t from, std::size_t end) const;

    // ---- inline_marks.cpp
    std::size_t strong(std::size_t i, std::size_t end, Within within, std::size_t plain);
    std::size_t angle(std::size_t i, std::size_t end, Within within, std::size_t plain);
    std::pair<std::string, std::size_t> dots_sign(std::size_t from, std::size_t close) const;
    std::size_t script(std::size_t i, std::size_t end, Within within, std::size_t plain);
    std::size_t inline_style(std::size_t i, std::size_t p, std::size_t end, Within within, std::size_t plain);
    void warichu(std::size_t i, std::size_t p, std::size_t end, Within within);
    void not_in_warichu(Within const& within, std::size_t begin, std::size_t end) const;
    std::size_t tate_chu_yoko(std::size_t i, std::size_t end, std::size_t plain);

    // ---- inline_ruby.cpp
    void ruby(std::size_t base_begin, std::size_t base_end, std::vector<std::string> reading, std::size_t begin,
              std::size_t end, std::vector<std::string> second = {});
    std::string unescaped(std::size_t begin, std::size_t end) const;
    std::size_t bar(std::size_t i, std::size_t end, std::size_t length, std::size_t plain);
    std::size_t brace(std::size_t i, std::size_t end, Within within, std::size_t plain);
    static std::optional<decltype(Mark::what)> measure(std::string_view word);

    // ---- inline_links.cpp
    std::size_t bracket(std::size_t i, std::size_t end, Within within, std::size_t plain);
    void reference(std::size_t i, std::size_t close);
    std::size_t text_link(std::size_t i, std::size_t end, Within within, std::size_t plain);
    std::size_t bare_link(std::size_t i, std::size_t end, std::size_t plain);
    std::size_t link_as_typed(std::size_t begin, std::size_t end, std::string url, std::size_t plain);

    MappedText const& mapped_;
    std::string_view text_;
    MarkupContext const& context_;
    RichText out_;
    std::size_t limit_ = 0;             // end of the range that is being read: no mark reaches beyond it
    bool in_warichu_ = false;
    std::size_t no_dots_after_ = kNone; // no 》》 stands after this place
};

} // namespace kumihan::document
