#include "yaml/scalar.h"

#include "base/utf8.h"

#include <algorithm>

namespace kumihan::yaml {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_white(char c) { return is_blank(c) || c == '\n' || c == '\r'; }

// Grows the last piece where text and source both go on, else starts a new one.
void add_piece(std::vector<SourcePiece>& pieces, std::size_t text, std::size_t length, std::size_t source,
               std::size_t source_length) {
    if (length == 0) return;
    if (!pieces.empty()) {
        auto& last = pieces.back();
        bool const follows =
            last.text_begin + last.text_length == text && last.source_begin + last.source_length == source;
        if (follows && last.text_length == last.source_length && length == source_length) {
            last.text_length += u32(length);
            last.source_length += u32(length);
            return;
        }
    }
    pieces.push_back({u32(text), u32(length), u32(source), u32(source_length)});
}

// A run of white space with a line end in the source stands for one space, or for its line ends less one (7.3).
struct Fold {
    std::size_t source_end;
    bool has_line_end;
};
Fold fold_at(std::string_view source, std::size_t at) {
    Fold fold{at, false};
    while (fold.source_end < source.size() && is_white(source[fold.source_end]))
        fold.has_line_end |= source[fold.source_end++] == '\n';
    return fold;
}

std::size_t escape_length(std::string_view source, std::size_t at) {
    switch (at + 1 < source.size() ? source[at + 1] : ' ') {
    case 'x':
        return 4;
    case 'u':
        return 6;
    case 'U':
        return 10;
    default:
        return 2;
    }
}

} // namespace

std::optional<BlockHeader> block_header(std::string_view rest) {
    if (rest.empty() || (rest[0] != '|' && rest[0] != '>')) return std::nullopt;
    BlockHeader header;
    header.style = rest[0] == '|' ? ScalarStyle::Literal : ScalarStyle::Folded;
    std::size_t i = 1;
    for (; i < rest.size() && !is_blank(rest[i]); ++i) {
        if ((rest[i] == '-' || rest[i] == '+') && header.chomp == ' ')
            header.chomp = rest[i];
        else if (rest[i] >= '1' && rest[i] <= '9' && header.indent == 0)
            header.indent = rest[i] - '0';
        else
            return std::nullopt;
    }
    auto const after = i;
    while (i < rest.size() && is_blank(rest[i]))
        ++i;
    if (i < rest.size() && (rest[i] != '#' || i == after)) return std::nullopt;
    return header;
}

ScalarText join_block(std::string_view source, std::uint32_t begin, BlockHeader const& header,
                      std::vector<BlockLine> const& lines) {
    ScalarText out;
    out.style = header.style;
    out.begin = begin;
    auto count = lines.size();
    while (count > 0 && lines[count - 1].length == 0)
        --count;
    auto const content = count;
    if (header.chomp == '+') count = lines.size();

    std::size_t total = 0;
    for (std::size_t i = 0; i < count; ++i)
        total += lines[i].length + 1;
    out.text.reserve(total);
    out.pieces.reserve(count);

    auto more_indented = [&](BlockLine const& line) { return line.length > 0 && is_blank(source[line.begin]); };
    for (std::size_t i = 0; i < count; ++i) {
        auto const& line = lines[i];
        add_piece(out.pieces, out.text.size(), line.length, line.begin, line.length);
        out.text.append(source.substr(line.begin, line.length));
        bool const last = i + 1 >= content;
        if (last && header.chomp == '-') break;
        std::size_t const line_end = line.begin + line.length;
        std::size_t const source_length = line.end - line_end;
        bool folds = false;
        if (header.style == ScalarStyle::Folded && !last && line.length > 0 && !more_indented(line)) {
            // The line end before the next text line becomes a space, before empty lines it vanishes (8.1.3).
            auto next = i + 1;
            while (next < content && lines[next].length == 0)
                ++next;
            if (!more_indented(lines[next])) {
                if (next > i + 1) continue;
                folds = true;
            }
        }
        // A line end at the end of the file is implied where the last line has none.
        add_piece(out.pieces, out.text.size(), 1, line_end, source_length);
        out.text.push_back(folds ? ' ' : '\n');
    }
    out.end = content > 0 ? lines[content - 1].begin + lines[content - 1].length : begin + 1;
    return out;
}

std::optional<std::uint32_t> quoted_end(std::string_view source, std::uint32_t begin) {
    char const quote = source[begin];
    for (std::size_t i = begin + 1; i < source.size(); ++i) {
        if (quote == '"' && source[i] == '\\') {
            ++i;
        } else if (source[i] == quote) {
            if (quote == '"' || i + 1 >= source.size() || source[i + 1] != '\'') return u32(i + 1);
            ++i;
        }
    }
    return std::nullopt;
}

ScalarText align_scalar(std::string_view source, std::uint32_t begin, std::string_view value) {
    ScalarText out;
    out.begin = begin;
    char const first = begin < source.size() ? source[begin] : ' ';
    bool const quoted = first == '"' || first == '\'';
    std::size_t p = begin;
    std::size_t limit = source.size();
    if (quoted) {
        out.style = first == '"' ? ScalarStyle::DoubleQuoted : ScalarStyle::SingleQuoted;
        auto const end = quoted_end(source, begin);
        limit = end ? *end - 1 : source.size();
        out.end = end ? *end : u32(source.size());
        ++p;
    }
    std::size_t i = 0;
    bool aligned = true;
    while (aligned && i < value.size()) {
        if (p >= limit) {
            aligned = false;
        } else if (first == '"' && source[p] == '\\') {
            auto const fold = fold_at(source, p + 1);
            bool const breaks_line = fold.has_line_end && (source[p + 1] == '\n' || source[p + 1] == '\r');
            if (breaks_line) {
                p = fold.source_end; // an escaped line break means nothing
                continue;
            }
            auto const length = std::min<std::size_t>(utf8::decode(value, i).length, value.size() - i);
            auto const source_length = escape_length(source, p);
            add_piece(out.pieces, i, length, p, source_length);
            i += length;
            p += source_length;
        } else if (first == '\'' && source[p] == '\'') {
            add_piece(out.pieces, i, 1, p, 2);
            ++i;
            p += 2;
        } else if (is_white(source[p]) && fold_at(source, p).has_line_end) {
            auto const fold = fold_at(source, p);
            std::size_t length = 0;
            if (value[i] == ' ') length = 1;
            while (value[i] != ' ' && i + length < value.size() && value[i + length] == '\n')
                ++length;
            if (length == 0) {
                aligned = false;
                break;
            }
            add_piece(out.pieces, i, length, p, fold.source_end - p);
            i += length;
            p = fold.source_end;
        } else if (source[p] == value[i]) {
            add_piece(out.pieces, i, 1, p, 1);
            ++i;
            ++p;
        } else {
            aligned = false;
        }
    }
    if (!quoted) out.end = u32(std::max<std::size_t>(p, begin));
    if (!aligned) {
        out.end = std::max(out.end, begin);
        out.pieces.assign(1, {0, u32(value.size()), begin, out.end - begin});
    }
    return out;
}

} // namespace kumihan::yaml
