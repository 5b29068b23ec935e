#include "yaml/prescan.h"

#include "base/utf8.h"
#include "yaml/flow_extent.h"
#include "yaml/line_text.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <set>

namespace kumihan::yaml {
namespace {

using diag::Code;

// What is wrong with a line of a block that is not indented enough, and how much of it shows that.
Code stray_code(std::string_view line) {
    if (line[0] == '\t') return Code::YamlTabIndent;
    return line.starts_with(kWideSpace) ? Code::YamlWideSpaceIndent : Code::YamlNotIndented;
}
std::size_t stray_length(std::string_view line) {
    std::size_t length = 0;
    while (length < line.size() && line[length] == '\t')
        ++length;
    while (line.substr(length).starts_with(kWideSpace))
        length += kWideSpace.size();
    return length > 0 ? length : line.size();
}

class Scanner {
public:
    Scanner(std::string_view source, std::uint32_t begin, FileId file, diag::Sink& sink)
        : source_(source), at_(begin), copied_(begin), file_(file), sink_(sink) {}

    Prescan run() {
        while (at_ < source_.size() && out_.readable && !stopped_)
            line();
        if (!stopped_) copy_to(source_.size());
        return std::move(out_);
    }

private:
    // ---- output: source bytes are copied lazily, up to the next place that differs
    void copy_to(std::size_t source_end) {
        if (source_end <= copied_) return;
        out_.segments.push_back({u32(out_.buffer.size()), u32(copied_)});
        out_.buffer.append(source_.substr(copied_, source_end - copied_));
        copied_ = source_end;
    }
    void replace(std::size_t source_end, std::string_view with) {
        out_.segments.push_back({u32(out_.buffer.size()), u32(copied_)});
        out_.buffer.append(with);
        copied_ = source_end;
    }
    void hold(ScalarText scalar, std::size_t source_end) {
        copy_to(scalar.begin);
        out_.held.push_back({u32(out_.buffer.size()), std::move(scalar)});
        replace(source_end, std::string_view{&kPlaceholder, 1});
    }
    // Takes the rest of the line as one plain text, whatever YAML would make of it.
    void hold_line(std::size_t begin) {
        auto const length = std::max<std::size_t>(plain_length(rest(begin)), 1);
        ScalarText scalar;
        scalar.begin = u32(begin);
        scalar.end = u32(begin + length);
        scalar.text = source_.substr(begin, length);
        scalar.pieces = {{0, u32(length), u32(begin), u32(length)}};
        hold(std::move(scalar), begin + length);
    }
    void accident(Code code, std::size_t begin, std::size_t end, std::vector<std::string> args = {}) {
        out_.first_accident = std::min(out_.first_accident, u32(begin));
        sink_.report(code, Span{file_, u32(begin), u32(end)}, std::move(args));
    }
    static std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

    // ---- lines
    std::size_t line_end(std::size_t from) const {
        auto const* const found = std::memchr(source_.data() + from, '\n', source_.size() - from);
        return found ? static_cast<std::size_t>(static_cast<char const*>(found) - source_.data()) : source_.size();
    }
    std::size_t content_end(std::size_t newline) const { // a CR before the LF is no content
        return newline > 0 && newline > at_ && source_[newline - 1] == '\r' ? newline - 1 : newline;
    }
    void next_line() { at_ = std::min(line_end(end_) + 1, source_.size()); }
    std::string_view rest(std::size_t from) const { return source_.substr(from, end_ - from); }
    bool starts(std::size_t from, std::string_view with) const { return rest(from).starts_with(with); }

    void line() {
        end_ = content_end(line_end(at_));
        std::size_t p = at_;
        while (p < end_ && source_[p] == ' ')
            ++p;
        bool const indented_by_spaces = p == end_ || (source_[p] != '\t' && !starts(p, kWideSpace));
        if (!indented_by_spaces) p = mend_indent(p);
        if (p >= end_ || source_[p] == '#') return next_line();
        auto const column = static_cast<int>(p - at_) + indent_growth_;
        indent_growth_ = 0;
        if (column == 0 && document_mark(p)) return;
        if (plain_open_ && column > plain_parent_) {
            continue_plain(p);
            return next_line();
        }
        plain_open_ = false;
        token(p, column);
    }

    // Tabs and full-width spaces before the first character: reported once per line, replaced by spaces.
    std::size_t mend_indent(std::size_t p) {
        auto const begin = p;
        bool wide = false;
        std::string spaces;
        while (p < end_) {
            if (source_[p] == '\t' || source_[p] == ' ') {
                spaces += source_[p] == '\t' ? "  " : " ";
                ++p;
            } else if (starts(p, kWideSpace)) {
                wide = true;
                spaces += "  ";
                p += kWideSpace.size();
            } else {
                break;
            }
        }
        if (p >= end_ || source_[p] == '#') {
            copy_to(begin);
            replace(p, {});
            return p;
        }
        accident(wide ? Code::YamlWideSpaceIndent : Code::YamlTabIndent, begin, p);
        copy_to(begin);
        replace(p, spaces);
        indent_growth_ = static_cast<int>(spaces.size()) - static_cast<int>(p - begin);
        return p;
    }

    bool document_mark(std::size_t p) {
        bool const start = starts(p, "---");
        if (!start && !starts(p, "...")) return false;
        if (p + 3 < end_ && !is_blank(source_[p + 3])) return false;
        if (start && !seen_content_) {
            next_line();
            return true;
        }
        // What follows an end mark is nothing in most files; a second document is content that would be lost.
        auto more = line_end(p);
        while (more < source_.size() && (is_blank(source_[more]) || source_[more] == '\n' || source_[more] == '\r'))
            ++more;
        if (start || more < source_.size()) accident(Code::YamlSeveralDocuments, p, p + 3);
        copy_to(at_);
        stopped_ = true;
        return true;
    }

    void continue_plain(std::size_t p) {
        note_comment(p);
        auto const colon = key_colon(rest(p));
        if (colon == kNone) return;
        // A short word before the colon is a key that stands too far to the right.
        auto const word = source_.substr(p, colon);
        if (utf8::count(word) <= 16 && word.find(' ') == kNone)
            accident(Code::YamlIndent, p, p + colon);
        else
            accident(Code::YamlColonInValue, p + colon, p + colon + 1);
        copy_to(at_);
        replace(end_, {});
    }

    // ---- tokens of a line in block context
    void token(std::size_t p, int column) {
        seen_content_ = true;
        int parent = -1; // column of the dash or key that a value belongs to
        bool in_entry = false;
        while (p < end_ && source_[p] == '-' && (p + 1 == end_ || is_blank(source_[p + 1]))) {
            close_deeper(column);
            if (sequences_.empty() || sequences_.back() != column) sequences_.push_back(column);
            parent = column;
            in_entry = true;
            auto q = p + 1;
            while (q < end_ && source_[q] == ' ')
                ++q;
            if (q >= end_ || source_[q] == '#') return next_line();
            column += static_cast<int>(q - p);
            p = q;
        }
        close_deeper(column);

        if (auto const mark = false_dash(rest(p)); mark > 0 && !in_entry) return false_item(p, mark, column);
        bool const in_mapping = !in_entry && !mappings_.empty() && mappings_.back() == column;
        if (auto const colon = find_key(p); colon != kNone) return value_of_key(p, colon, column);
        auto const wide = wide_colon_after_key(rest(p));
        if (wide != kNone && source_[p] != '"' && (in_mapping || wide_key_expected(column, in_entry))) {
            auto const word = std::string{source_.substr(p, wide)};
            accident(Code::YamlWideColon, p + wide, p + wide + kWideColon.size(), {word});
            copy_to(p + wide);
            auto after = p + wide + kWideColon.size();
            replace(after, ": ");
            return value_of_key(p, after - p - 1, column);
        }
        if (in_mapping || (column == 0 && !in_entry && mappings_.empty() && tight_colon(rest(p)) != kNone)) {
            if (auto const colon = tight_colon(rest(p)); colon != kNone) {
                accident(Code::YamlColonNoSpace, p + colon, p + colon + 1, {std::string{source_.substr(p, colon)}});
                copy_to(p + colon + 1);
                replace(p + colon + 1, " ");
                return value_of_key(p, colon, column);
            }
            accident(Code::YamlNoKey, p, p + std::max<std::size_t>(plain_length(rest(p)), 1));
            copy_to(at_);
            replace(end_, {});
            return next_line();
        }
        if (parent < 0 && !mappings_.empty()) parent = mappings_.back();
        value(p, parent);
    }

    // The item is lost, up to the next line that is not indented more: what it holds cannot be told from what it is in.
    void false_item(std::size_t p, std::size_t mark, int column) {
        accident(Code::YamlDash, p, p + mark, {std::string{source_.substr(p, mark)}});
        copy_to(at_);
        do {
            replace(end_, {});
            next_line();
            end_ = content_end(line_end(at_));
        } while (at_ < source_.size() && indent_of(at_) > column);
    }
    // Columns of the blanks before a line's text; endless for a line without any.
    int indent_of(std::size_t from) const {
        auto const text = source_.substr(from, end_ - from);
        auto const indent = text.find_first_not_of(' ');
        return indent == kNone ? std::numeric_limits<int>::max() : static_cast<int>(indent);
    }

    void close_deeper(int column) {
        while (!mappings_.empty() && mappings_.back() > column)
            mappings_.pop_back();
        while (!sequences_.empty() && sequences_.back() > column)
            sequences_.pop_back();
    }

    // Offset (from p) of the colon of a key that starts at p, or kNone.
    std::size_t find_key(std::size_t p) const {
        char const first = source_[p];
        if (first == '"' || first == '\'') {
            auto const close = quoted_end(source_.substr(0, end_), u32(p));
            if (!close) return kNone;
            std::size_t q = *close;
            while (q < end_ && source_[q] == ' ')
                ++q;
            bool const colon = q < end_ && source_[q] == ':' && (q + 1 == end_ || is_blank(source_[q + 1]));
            return colon ? q - p : kNone;
        }
        if (std::string_view{"[]{},|>*&!%@`"}.find(first) != kNone) return kNone;
        return key_colon(rest(p));
    }

    // A `題名：` line where no mapping is open yet: at the very left, or when the next line is a key of the same
    // column.
    bool wide_key_expected(int column, bool in_entry) const {
        if (column == 0 && !in_entry) return mappings_.empty();
        auto const next = next_content();
        return next.indent == column && in_entry &&
               (key_colon(next.text) != kNone || wide_colon_after_key(next.text) != kNone);
    }

    // The first line below the current one that is neither empty nor a comment.
    struct Content {
        int indent = -1;
        std::string_view text;
    };
    Content next_content() const {
        for (auto from = line_end(end_) + 1; from < source_.size(); from = line_end(from) + 1) {
            auto const text = source_.substr(from, line_end(from) - from);
            auto const indent = text.find_first_not_of(' ');
            if (indent == kNone || text[indent] == '\r' || text[indent] == '#') continue;
            return {static_cast<int>(indent), text.substr(indent)};
        }
        return {};
    }

    void value_of_key(std::size_t p, std::size_t colon, int column) {
        if (mappings_.empty() || mappings_.back() != column) mappings_.push_back(column);
        while (!sequences_.empty() && sequences_.back() >= column)
            sequences_.pop_back();
        auto q = p + colon + 1;
        while (q < end_ && is_blank(source_[q]))
            ++q;
        if (q >= end_) return next_line();
        if (source_[q] == '#') {
            // `color: #1a2b3c` is an empty value and a comment; a comment it is meant to be where the value follows
            // below.
            bool const glued = q + 1 < end_ && !is_blank(source_[q + 1]) && source_[q + 1] != '#';
            auto const next = next_content();
            bool const follows = next.indent > column || (next.indent == column && next.text.starts_with('-'));
            return glued && !follows ? special(q) : next_line();
        }
        value(q, column);
    }

    // A value starts at p; its lines are indented more than `parent`.
    void value(std::size_t p, int parent) {
        char const first = source_[p];
        switch (first) {
        case '&': {
            auto q = p + 1;
            while (q < end_ && !is_blank(source_[q]))
                ++q;
            auto const name = source_.substr(p + 1, q - p - 1);
            while (q < end_ && is_blank(source_[q]))
                ++q;
            anchors_.insert(name);
            return q < end_ && source_[q] != '#' ? value(q, parent) : next_line();
        }
        case '*': {
            auto q = p + 1;
            while (q < end_ && !is_blank(source_[q]))
                ++q;
            bool const known = anchors_.contains(source_.substr(p + 1, q - p - 1));
            if (!known || !comment_or_empty(rest(q))) {
                accident(Code::YamlAliasUnknown, p, q, {std::string{source_.substr(p, q - p)}});
                hold_line(p);
            }
            return next_line();
        }
        case '!': {
            auto q = p + 1;
            while (q < end_ && !is_blank(source_[q]))
                ++q;
            accident(Code::YamlTag, p, q, {std::string{source_.substr(p, q - p)}});
            hold_line(p);
            return next_line();
        }
        case '|':
        case '>':
            if (auto const header = block_header(rest(p))) return block(p, *header, parent);
            return special(p);
        case '"':
        case '\'':
            return quoted(p, parent);
        case '[':
        case '{':
            return flow(p, parent);
        case '@':
        case '`':
        case '%':
        case ',':
        case ']':
        case '}':
            return special(p);
        case '-':
            if (p + 1 == end_ || is_blank(source_[p + 1])) return special(p);
            break;
        default:
            break;
        }
        if (auto const colon = key_colon(rest(p)); colon != kNone) {
            accident(Code::YamlColonInValue, p + colon, p + colon + 1);
            hold_line(p);
        }
        note_comment(p);
        plain_open_ = true;
        plain_parent_ = parent;
        next_line();
    }

    // `テーマ: 会場 #小樽`: the author hardly meant the last word as a remark, but nothing is wrong with the YAML.
    void note_comment(std::size_t p) {
        if (auto const hash = glued_comment(rest(p)); hash != kNone)
            sink_.report(Code::YamlHashComment, Span{file_, u32(p + hash), u32(end_)}, {std::string{rest(p + hash)}});
    }

    void special(std::size_t p) {
        auto const length = utf8::decode(source_, p).length;
        accident(Code::YamlSpecialStart, p, p + length, {std::string{source_.substr(p, length)}});
        hold_line(p);
        next_line();
    }

    void quoted(std::size_t p, int parent) {
        auto const close = quoted_end(source_, u32(p));
        // A quote that runs over a line that is not indented was forgotten: YAML wants such lines indented.
        bool open = !close;
        if (close) {
            for (auto newline = line_end(p); newline < *close && !open; newline = line_end(newline + 1)) {
                auto const first = std::min(source_.find_first_not_of(' ', newline + 1), source_.size() - 1);
                bool const blank = source_[first] == '\n' || source_[first] == '\r';
                open = !blank && static_cast<int>(first - newline) - 1 <= parent;
            }
        }
        if (open) {
            accident(Code::YamlQuoteOpen, p, p + 1, {std::string(1, source_[p])});
            hold_line(p);
            return next_line();
        }
        end_ = content_end(line_end(*close));
        if (*close > end_) end_ = *close;
        if (!comment_or_empty(rest(*close))) {
            end_ = std::max(end_, static_cast<std::size_t>(*close));
            return special(p);
        }
        next_line();
    }

    // Bytes of a flow collection are yaml-cpp's; only its end is needed here, and that it is not deeper than allowed.
    void flow(std::size_t p, int parent) {
        auto const [end, at] = flow_extent(source_, p, parent);
        if (end == FlowExtent::TooDeep) {
            accident(Code::YamlTooDeep, at, at + 1, {std::to_string(kMaxDepth)});
            out_.readable = false;
            return;
        }
        if (end == FlowExtent::Open) {
            accident(Code::YamlBracketOpen, at, at + 1, {std::string(1, source_[at])});
            hold_line(p);
            return next_line();
        }
        auto const close = at + 1;
        end_ = std::max(content_end(line_end(close)), close);
        if (!comment_or_empty(rest(close))) return special(p);
        // Ruby or a reference at the start of a value is a flow collection by accident: {小樽|おたる}, [[id]].
        auto const whole = source_.substr(p, close - p);
        bool const ruby = whole[0] == '{' && whole.find(':') == kNone && whole.find('|') != kNone;
        if (ruby || (whole.starts_with("[[") && whole.ends_with("]]") && whole.find_first_of(",[", 2) == kNone))
            return special(p);
        next_line();
    }

    // ---- block scalars
    void block(std::size_t p, BlockHeader const& header, int parent) {
        std::vector<BlockLine> lines;
        auto from = std::min(line_end(end_) + 1, source_.size());
        int indent = header.indent > 0 ? std::max(parent, 0) + header.indent : 0;
        bool reported = false;
        while (from < source_.size()) {
            auto const newline = line_end(from);
            auto end = newline;
            if (end > from && source_[end - 1] == '\r') --end;
            auto const next = std::min(newline + 1, source_.size());
            std::size_t q = from;
            auto const most = indent > 0 ? from + static_cast<std::size_t>(indent) : source_.size();
            while (q < end && q < most && source_[q] == ' ')
                ++q;
            if (q == end) { // blank
                lines.push_back({u32(q), 0, u32(next)});
                from = next;
                continue;
            }
            auto const spaces = static_cast<int>(q - from);
            if (indent == 0 && spaces > parent) indent = std::max(spaces, 1);
            bool const indented = indent > 0 && spaces >= indent && spaces > parent;
            if (!indented) {
                if (ends_block(q, end, spaces)) break;
                auto const stray = source_.substr(q, end - q);
                if (!reported) accident(stray_code(stray), q, q + stray_length(stray));
                reported = true;
                while (q < end && (is_blank(source_[q])))
                    ++q;
            }
            lines.push_back({u32(q), u32(end - q), u32(next)});
            from = next;
        }
        auto scalar = join_block(source_, u32(p), header, lines);
        copy_to(p);
        out_.held.push_back({u32(out_.buffer.size()), std::move(scalar)});
        replace(from, "x\n");
        at_ = from;
    }

    // Does a line that is indented less than the block begin something else?
    bool ends_block(std::size_t q, std::size_t end, int spaces) const {
        auto const text = source_.substr(q, end - q);
        if (text[0] == '#') return true;
        if (spaces == 0 && (text.starts_with("---") || text.starts_with("...")) &&
            (text.size() == 3 || is_blank(text[3])))
            return true;
        if (text[0] == '\t' || text.starts_with(kWideSpace)) return false;
        auto const open = [&](std::vector<int> const& columns) {
            return std::find(columns.begin(), columns.end(), spaces) != columns.end();
        };
        if (text[0] == '-' && (text.size() == 1 || is_blank(text[1]))) return open(sequences_);
        if (!open(mappings_)) return false;
        return text[0] == '"' || text[0] == '\'' || key_colon(text) != kNone || wide_colon_after_key(text) != kNone;
    }

    std::string_view source_;
    std::size_t at_;      // start of the current line
    std::size_t end_ = 0; // end of its content
    std::size_t copied_;  // source bytes before this are in the buffer
    FileId file_;
    diag::Sink& sink_;
    Prescan out_;
    std::vector<int> mappings_, sequences_; // columns of the collections that are open, outer first
    std::set<std::string_view> anchors_;
    bool plain_open_ = false; // the last value was plain and may go on in the next line
    int plain_parent_ = -1;
    int indent_growth_ = 0; // columns that a mended indentation gained over its bytes
    bool seen_content_ = false;
    bool stopped_ = false;
};

} // namespace

Prescan prescan(std::string_view source, std::uint32_t begin, FileId file, diag::Sink& sink) {
    return Scanner(source, begin, file, sink).run();
}

} // namespace kumihan::yaml
