#include "document/csv.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace kumihan::document {
namespace {

using diag::Code;

constexpr std::string_view kObject = "\xEF\xBF\xBC"; // U+FFFC, where an atom stands

// The sign that parts the fields: the one that occurs most on the first line, outside quotes. Tabs are typed for nothing
// else, and a semicolon may stand in a text.
char separator_of(std::string_view text) {
    constexpr std::array kSigns{'\t', ',', ';'};
    std::array<std::size_t, kSigns.size()> count{};
    bool quoted = false;
    for (char const c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        for (std::size_t i = 0; i < kSigns.size(); ++i)
            count[i] += kSigns[i] == c ? 1u : 0u;
    }
    return kSigns[static_cast<std::size_t>(std::max_element(count.begin(), count.end()) - count.begin())];
}

bool blank(std::string_view text) {
    while (!text.empty()) {
        if (text.front() == ' ' || text.front() == '\t' || text.front() == '\n')
            text.remove_prefix(1);
        else if (text.starts_with("\u3000"))
            text.remove_prefix(3);
        else
            return false;
    }
    return true;
}

class CsvReader {
public:
    CsvReader(FileId file, std::string_view text, diag::Sink& sink)
        : file_(file), text_(text), separator_(separator_of(text)), sink_(sink) {}

    std::optional<std::vector<CsvRow>> run() {
        while (at_ < text_.size()) {
            if (at_line_end()) { // an empty line is no row
                skip_line_end();
                continue;
            }
            if (!row()) return std::nullopt;
            if (rows_.size() > kCsvRows || rows_.back().cells.size() > kCsvColumns) {
                report(Code::CsvTooLarge, rows_.back().span.begin, rows_.back().span.end,
                       {std::to_string(kCsvRows), std::to_string(kCsvColumns)});
                return std::nullopt;
            }
        }
        drop_empty();
        return std::move(rows_);
    }

private:
    void report(Code code, std::size_t begin, std::size_t end, std::vector<std::string> args = {}) {
        sink_.report(code, span(begin, end), std::move(args));
    }
    Span span(std::size_t begin, std::size_t end) const {
        return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    bool at_line_end() const { return at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r'); }
    void skip_line_end() { at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1; }

    bool row() {
        CsvRow row;
        std::size_t const begin = at_;
        for (;;) {
            if (!field(row)) return false;
            if (at_ >= text_.size() || text_[at_] != separator_) break;
            ++at_;
        }
        row.span = span(begin, at_);
        if (at_line_end()) skip_line_end();
        rows_.push_back(std::move(row));
        return true;
    }

    bool field(CsvRow& row) {
        if (at_ < text_.size() && text_[at_] == '"') return quoted(row);
        std::size_t const begin = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && !at_line_end())
            ++at_;
        auto field = text_.substr(begin, at_ - begin);
        std::size_t first = 0;
        while (first < field.size() && field[first] == ' ')
            ++first;
        while (field.size() > first && field.back() == ' ')
            field.remove_suffix(1);
        row.cells.push_back({std::string(field.substr(first)), span(begin + first, begin + field.size())});
        return true;
    }

    // "…", with "" for the quote itself
    bool quoted(CsvRow& row) {
        std::size_t const open = at_++;
        CsvCell cell;
        for (;; ++at_) {
            if (at_ >= text_.size()) {
                report(Code::CsvQuoteOpen, open, open + 1);
                return false;
            }
            if (text_[at_] == '"') {
                if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
                ++at_;
            } else if (text_[at_] == '\r') {
                if (at_ + 1 >= text_.size() || text_[at_ + 1] != '\n') cell.text += '\n';
                continue;
            }
            cell.text += text_[at_];
        }
        cell.span = span(open + 1, at_);
        ++at_;
        while (at_ < text_.size() && text_[at_] == ' ')
            ++at_;
        if (at_ < text_.size() && text_[at_] != separator_ && !at_line_end()) {
            report(Code::CsvQuoteText, open, at_);
            return false;
        }
        while (!cell.text.empty() && (cell.text.back() == '\n' || cell.text.back() == ' '))
            cell.text.pop_back();
        row.cells.push_back(std::move(cell));
        return true;
    }

    // Rows and columns without any text at the end: where a spreadsheet had been formatted and never filled.
    void drop_empty() {
        auto const empty = [](CsvCell const& cell) { return blank(cell.text); };
        while (!rows_.empty() && std::all_of(rows_.back().cells.begin(), rows_.back().cells.end(), empty))
            rows_.pop_back();
        std::size_t width = 0;
        for (auto const& row : rows_)
            for (std::size_t c = width; c < row.cells.size(); ++c)
                if (!empty(row.cells[c])) width = c + 1;
        for (auto& row : rows_)
            if (row.cells.size() > width) row.cells.resize(width);
    }

    FileId file_;
    std::string_view text_;
    char separator_;
    diag::Sink& sink_;
    std::size_t at_ = 0;
    std::vector<CsvRow> rows_;
};

// １２３，４５６．７ -> 123,456.7; nothing where other characters stand among them.
std::optional<std::string> half_width_number(std::string_view text) {
    std::string out;
    bool digit = false, wide = false;
    for (std::size_t i = 0; i < text.size();) {
        auto const d = utf8::decode(text, i);
        i += d.length;
        char32_t c = d.code_point;
        if (c >= 0xFF0B && c <= 0xFF19 && c != 0xFF0F) { // ＋ ， － ． ０ … ９
            c -= 0xFEE0;
            wide = true;
        }
        bool const is_digit = c >= '0' && c <= '9';
        digit = digit || is_digit;
        if (!is_digit && c != '+' && c != '-' && c != ',' && c != '.') return std::nullopt;
        utf8::append(out, c);
    }
    if (!digit || !wide) return std::nullopt;
    return out;
}

} // namespace

std::optional<std::vector<CsvRow>> read_csv(FileId file, SourceStore const& store, diag::Sink& sink) {
    std::string_view const text = store.bytes(file);
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 ? byte != 0x7F : byte == '\t' || byte == '\n' || byte == '\r') continue;
        constexpr char kDigits[] = "0123456789ABCDEF";
        sink.report(Code::YamlControlCharacter,
                    {file, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1)},
                    {{'0', 'x', kDigits[byte >> 4], kDigits[byte & 15]}});
        return std::nullopt;
    }
    return CsvReader(file, text, sink).run();
}

RichText plain_text(CsvCell const& cell) {
    RichText out;
    if (auto const number = half_width_number(cell.text)) {
        out.text = *number;
    } else {
        for (char const c : cell.text) {
            if (c == '\n') {
                out.atoms.push_back({static_cast<std::uint32_t>(out.text.size()), LineBreak{}, cell.span});
                out.text += kObject;
            } else {
                out.text += c == '\t' ? ' ' : c;
            }
        }
    }
    if (!out.text.empty()) out.pieces.push_back({0, static_cast<std::uint32_t>(out.text.size()), cell.span});
    return out;
}

} // namespace kumihan::document
