#include "document/line_start.h"

#include <algorithm>

namespace kumihan::document {
namespace {

constexpr std::string_view kWideSpace = "\xE3\x80\x80";
constexpr std::size_t kNone = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Three or more stars or dashes and nothing else: a change of scene.
bool is_rule(std::string_view line) {
    std::size_t marks = 0;
    char mark = 0;
    for (char const c : line) {
        if (c == ' ') continue;
        if ((c != '*' && c != '-' && c != '_') || (mark && c != mark)) return false;
        mark = c;
        ++marks;
    }
    return marks >= 3;
}

bool is_page_break(std::string_view line) { return line == "[改ページ]" || line == "[pagebreak]" || line == "[改頁]"; }

bool is_roster(std::string_view line) { return line == "[名簿]" || line == "[roster]"; }
bool is_statute(std::string_view line) { return line == "[条文]" || line == "[articles]"; }

} // namespace

std::optional<ListMarker> list_marker(std::string_view line) {
    auto after = [&](std::size_t length) -> std::optional<std::size_t> {
        if (length == line.size()) return length;
        if (line[length] == ' ' || line[length] == '\t') return length + 1;
        if (line.substr(length).starts_with(kWideSpace)) return length + kWideSpace.size();
        return std::nullopt;
    };
    if (line.starts_with("・") && !line.starts_with("・・")) {
        std::size_t width = 3;
        if (auto const space = after(width)) width = *space;
        return ListMarker{false, 1, width};
    }
    if (line.starts_with('-') || line.starts_with('*') || line.starts_with('+')) {
        if (auto const width = after(1)) return ListMarker{false, 1, *width};
        return std::nullopt;
    }
    std::size_t digits = 0;
    int number = 0;
    while (digits < line.size() && digits < 9 && is_digit(line[digits]))
        number = number * 10 + (line[digits++] - '0');
    if (digits == 0 || digits >= line.size() || (line[digits] != '.' && line[digits] != ')')) return std::nullopt;
    if (auto const width = after(digits + 1)) return ListMarker{true, number, *width};
    return std::nullopt;
}

std::optional<std::string_view> placed_id(std::string_view line, std::string_view english, std::string_view japanese) {
    if (!line.starts_with('[') || !line.ends_with(']') || line.starts_with("[[")) return std::nullopt;
    auto inside = line.substr(1, line.size() - 2);
    for (auto const name : {english, japanese}) {
        if (!inside.starts_with(name)) continue;
        auto id = inside.substr(name.size());
        if (id.starts_with(':'))
            id.remove_prefix(1);
        else if (id.starts_with("："))
            id.remove_prefix(3);
        else
            continue;
        while (id.starts_with(' '))
            id.remove_prefix(1);
        while (id.ends_with(' '))
            id.remove_suffix(1);
        return id;
    }
    return std::nullopt;
}

std::optional<std::string_view> columns_word(std::string_view line) {
    if (line == "[段組み終わり]" || line == "[/段組み]" || line == "[/columns]") return std::string_view{};
    return placed_id(line, "columns", "段組み");
}

bool ends_statute(std::string_view line) { return line == "[条文終わり]" || line == "[/条文]" || line == "[/articles]"; }

std::size_t heading_marks(std::string_view text) {
    auto const marks = std::min(text.find_first_not_of('#'), text.size());
    bool const spaced = marks == text.size() || text[marks] == ' ' || text.substr(marks).starts_with(kWideSpace);
    return spaced ? marks : 0;
}

std::size_t note_definition(std::string_view text) {
    if (!text.starts_with("[^")) return 0;
    auto const close = text.find(']');
    if (close == kNone || close == 2) return 0;
    if (text.substr(close + 1).starts_with(':')) return close + 2;
    return text.substr(close + 1).starts_with("：") ? close + 4 : 0;
}

LineStart line_start(std::string_view text) {
    if (text[0] == '#' && heading_marks(text) > 0) return LineStart::Heading;
    if (text[0] == '>') return LineStart::Quote;
    if (is_rule(text)) return LineStart::Rule;
    if (list_marker(text)) return LineStart::Item;
    if (text[0] == '[') {
        if (is_page_break(text)) return LineStart::PageBreak;
        if (is_roster(text)) return LineStart::Roster;
        if (is_statute(text)) return LineStart::Statute;
        if (columns_word(text)) return LineStart::Columns;
        if (placed_id(text, "figure", "図")) return LineStart::Figure;
        if (placed_id(text, "table", "表")) return LineStart::Table;
        if (placed_id(text, "photos", "写真")) return LineStart::Photos;
        if (note_definition(text) > 0) return LineStart::Note;
    }
    if (text.starts_with("![") && text.ends_with(')') && text.find("](") != kNone) return LineStart::Image;
    return LineStart::Text;
}

} // namespace kumihan::document
