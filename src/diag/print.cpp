#include "diag/print.h"

#include "base/utf8.h"
#include "source/display_width.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace kumihan::diag {
namespace {

constexpr std::size_t kExcerptWidth = 100; // columns of source shown; longer lines are cut around the place
constexpr std::size_t kValueLength = 200;  // characters of a value shown within a message

// What a terminal would obey instead of showing: C0 and C1 controls, and those that turn the direction of writing.
bool is_unseen(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

// What nobody sees and what still makes two names differ.
bool is_hidden(char32_t c) { return c == 0xAD || c == 0x61C || c == 0x200B || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF; }
std::string named(char32_t c) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out = "<U+";
    for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(c >> shift) & 15];
    return out + ">";
}

// A value seen in the sources, as a message may hold it: on one line, not too long, nothing that acts on a terminal.
std::string value(std::string_view text) {
    std::string out;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count) {
        if (count == kValueLength) return out + "…";
        auto const decoded = utf8::decode(text, i);
        auto const bytes = text.substr(i, decoded.length);
        if (utf8::first_invalid(bytes)) {
            out += "\xEF\xBF\xBD";
            ++i;
            continue;
        }
        if (decoded.code_point == '\n' || decoded.code_point == '\t')
            out += ' ';
        else if (is_unseen(decoded.code_point))
            out += "\xEF\xBF\xBD";
        else if (is_hidden(decoded.code_point))
            out += named(decoded.code_point);
        else
            out += bytes;
        i += decoded.length;
    }
    return out;
}

std::string fill(std::string_view pattern, std::vector<std::string> const& args) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        bool const slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                          pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        if (!slot) {
            out += pattern[i];
            continue;
        }
        auto const index = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (index < args.size()) out += value(args[index]);
        i += 2;
    }
    return out;
}

std::string_view severity_word(Severity severity, Language language) {
    bool const english = language == Language::English;
    switch (severity) {
    case Severity::Error:
        return english ? "error" : "エラー";
    case Severity::Warning:
        return english ? "warning" : "警告";
    case Severity::Hint:
        return english ? "hint" : "ヒント";
    }
    return {};
}

class Paint {
public:
    explicit Paint(Colour colour) : on_(colour == Colour::Yes) {}
    std::string severity(Severity severity, std::string_view text) const {
        switch (severity) {
        case Severity::Error:
            return with("1;31", text);
        case Severity::Warning:
            return with("1;33", text);
        case Severity::Hint:
            return with("1;36", text);
        }
        return {};
    }
    std::string bold(std::string_view text) const { return with("1", text); }
    std::string faint(std::string_view text) const { return with("2", text); }

private:
    std::string with(std::string_view code, std::string_view text) const {
        std::string out;
        if (!on_) return out.append(text);
        return out.append("\x1B[").append(code).append("m").append(text).append("\x1B[0m");
    }
    bool on_;
};

std::string place_text(Span span, SourceStore const& sources) {
    if (!span) return {};
    auto const place = sources.place(span);
    std::string out{sources.name(span.file)};
    return out.append(":").append(std::to_string(place.line)).append(":").append(std::to_string(place.column));
}

// A source line as it is shown: tabs as four columns, control characters as blanks, cut to a window around the place.
struct Excerpt {
    std::string text;
    std::size_t caret_column = 0; // displayed columns before the caret
    std::size_t caret_width = 1;
};

Excerpt excerpt(SourceStore::Line const& line, Span span) {
    struct Cell {
        std::string_view bytes;
        std::size_t offset, width;
    };
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < line.text.size();) {
        auto const decoded = utf8::decode(line.text, i);
        auto const length = std::min<std::size_t>(decoded.length, line.text.size() - i);
        auto bytes = line.text.substr(i, length);
        auto width = static_cast<std::size_t>(source::display_width(decoded.code_point));
        if (decoded.code_point == '\t') {
            bytes = "    ";
            width = 4;
        } else if (utf8::first_invalid(bytes)) { // a byte that is no UTF-8
            cells.push_back({"?", line.begin + i, 1});
            ++i;
            continue;
        } else if (is_unseen(decoded.code_point)) {
            bytes = " ";
            width = 1;
        }
        cells.push_back({bytes, line.begin + i, width});
        i += length;
    }
    auto const at = [&](std::uint32_t offset) {
        return static_cast<std::size_t>(
            std::partition_point(cells.begin(), cells.end(), [&](Cell const& c) { return c.offset < offset; }) -
            cells.begin());
    };
    auto const first = at(span.begin);
    auto const last = std::max(at(span.end), first);

    std::size_t from = 0;
    std::size_t total = 0;
    for (auto const& cell : cells)
        total += cell.width;
    if (total > kExcerptWidth) {
        std::size_t before = 0;
        from = first;
        while (from > 0 && before < kExcerptWidth / 2)
            before += cells[--from].width;
    }
    Excerpt out;
    std::size_t column = 0;
    if (from > 0) {
        out.text += "…";
        column = 1;
    }
    out.caret_width = 0;
    out.caret_column = column;
    std::size_t i = from;
    for (; i < cells.size() && column < kExcerptWidth; ++i) {
        if (i == first) out.caret_column = column;
        if (i >= first && i < last) out.caret_width += cells[i].width;
        out.text += cells[i].bytes;
        column += cells[i].width;
    }
    if (first >= i) out.caret_column = column;
    if (i < cells.size()) out.text += "…";
    out.caret_width = std::max<std::size_t>(out.caret_width, 1);
    return out;
}

void append_excerpt(std::string& out, Span span, SourceStore const& sources, Paint const& paint, Severity severity,
                    std::string_view note) {
    auto const place = sources.place(span);
    auto const shown = excerpt(sources.line(span.file, place.line), span);
    auto const number = std::to_string(place.line);
    std::string const margin(number.size() + 1, ' ');
    out += paint.faint(margin + "|") + "\n";
    out += paint.faint(number + " |") + " " + shown.text + "\n";
    out += paint.faint(margin + "|") + " " + std::string(shown.caret_column, ' ');
    out += paint.severity(severity, std::string(shown.caret_width, '^'));
    if (!note.empty()) out.append(" ").append(note);
    out += "\n";
}

std::string page_text(Diagnostic const& diagnostic, Language language) {
    if (diagnostic.page.empty()) return {};
    return language == Language::English ? " (page " + diagnostic.page + ")" : "（" + diagnostic.page + "ページ）";
}

std::string human(Sink::Result const& result, SourceStore const& sources, PrintOptions const& options) {
    Paint const paint(options.colour);
    bool const english = options.language == Language::English;
    std::string out;
    for (auto const& diagnostic : result.shown) {
        auto head = std::string{severity_word(diagnostic.severity, options.language)};
        head.append("[").append(code_text(diagnostic.code)).append("]");
        out += paint.severity(diagnostic.severity, head) + ": ";
        out += paint.bold(message(diagnostic, options.language) + page_text(diagnostic, options.language)) + "\n";
        if (diagnostic.span) {
            out += paint.faint(" --> ") + place_text(diagnostic.span, sources) + "\n";
            append_excerpt(out, diagnostic.span, sources, paint, diagnostic.severity, {});
        }
        for (auto const& label : diagnostic.labels) {
            if (!label.span) continue;
            out += paint.faint(" ::: ") + place_text(label.span, sources) + "\n";
            append_excerpt(out, label.span, sources, paint, Severity::Hint, label.note);
        }
        if (auto const text = hint(diagnostic, options.language); !text.empty())
            out += paint.severity(Severity::Hint, english ? "  hint" : "  ヒント") + ": " + text + "\n";
        out += "\n";
    }
    for (auto const& [code, count] : result.left_out) {
        auto const code_name = code_text(code);
        out += english ? code_name + ": " + std::to_string(count) + " more of the same kind are not shown\n"
                       : code_name + "：同じ種類の問題がほかに " + std::to_string(count) + " 件あります\n";
    }
    return out;
}

std::string short_lines(Sink::Result const& result, SourceStore const& sources, PrintOptions const& options) {
    std::string out;
    for (auto const& diagnostic : result.shown) {
        if (diagnostic.span) out += place_text(diagnostic.span, sources) + ": ";
        // English words here in both languages: editors and scripts match `error` and `warning`.
        out.append(severity_word(diagnostic.severity, Language::English))
            .append(" ")
            .append(code_text(diagnostic.code));
        out += ": " + message(diagnostic, options.language) + page_text(diagnostic, options.language) + "\n";
    }
    for (auto const& [code, count] : result.left_out)
        out += "note " + code_text(code) + ": +" + std::to_string(count) + "\n";
    return out;
}

nlohmann::ordered_json json_place(Span span, SourceStore const& sources) {
    nlohmann::ordered_json out;
    if (!span) return out;
    auto const begin = sources.place(span);
    auto const end = sources.place(span.file, span.end);
    out["file"] = sources.name(span.file);
    out["line"] = begin.line;
    out["column"] = begin.column;
    out["end_line"] = end.line;
    out["end_column"] = end.column;
    return out;
}

std::string json(Sink::Result const& result, SourceStore const& sources, PrintOptions const& options) {
    auto all = nlohmann::ordered_json::array();
    for (auto const& diagnostic : result.shown) {
        nlohmann::ordered_json one;
        one["severity"] = severity_word(diagnostic.severity, Language::English);
        one["code"] = code_text(diagnostic.code);
        one["message"] = message(diagnostic, options.language);
        if (auto const text = hint(diagnostic, options.language); !text.empty()) one["hint"] = text;
        if (diagnostic.span) one.update(json_place(diagnostic.span, sources));
        if (!diagnostic.page.empty()) one["page"] = diagnostic.page;
        for (auto const& label : diagnostic.labels) {
            auto place = json_place(label.span, sources);
            place["note"] = label.note;
            one["labels"].push_back(place);
        }
        all.push_back(one);
    }
    for (auto const& [code, count] : result.left_out)
        all.push_back({{"severity", "note"}, {"code", code_text(code)}, {"left_out", count}});
    // Bytes of a file that is no UTF-8 may stand in a message: they are replaced, never thrown over.
    return all.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace

std::string message(Diagnostic const& diagnostic, Language language) {
    auto const& row = info(diagnostic.code);
    return fill(language == Language::English ? row.message_en : row.message_ja, diagnostic.args);
}

std::string hint(Diagnostic const& diagnostic, Language language) {
    auto const& row = info(diagnostic.code);
    return fill(language == Language::English ? row.hint_en : row.hint_ja, diagnostic.args);
}

std::string print(Sink::Result const& result, SourceStore const& sources, PrintOptions options) {
    switch (options.format) {
    case Format::Human:
        return human(result, sources, options);
    case Format::Short:
        return short_lines(result, sources, options);
    case Format::Json:
        return json(result, sources, options);
    }
    return {};
}

} // namespace kumihan::diag
