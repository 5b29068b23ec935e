#include "document/blocks.h"

#include "base/utf8.h"
#include "document/clauses.h"
#include "document/line_blocks.h"
#include "document/line_start.h"
#include "document/paragraph_form.h"
#include "document/wide_marks.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace kumihan::document {
namespace {

using diag::Code;

constexpr std::string_view kWideSpace = "\xE3\x80\x80";
constexpr std::size_t kNone = std::string_view::npos;

class BlockParser {
public:
    BlockParser(MappedText const& text, BlockContext const& context, int depth)
        : mapped_(text), text_(text.text()), context_(context), depth_(depth) {
        for (std::size_t at = 0; at < text_.size();) {
            auto const end = std::min(text_.find('\n', at), text_.size());
            auto first = at;
            while (first < end && (text_[first] == ' ' || text_[first] == '\t'))
                ++first;
            auto last = end;
            while (last > first && (text_[last - 1] == ' ' || text_[last - 1] == '\t'))
                --last;
            lines_.push_back({at, first, last});
            at = end + 1;
        }
    }

    Blocks run() {
        while (next_ < lines_.size())
            block();
        return std::move(blocks_);
    }

private:
    using Start = LineStart;

    // [first, end) is the content: indentation and trailing blanks left out.
    struct Line {
        std::size_t begin, first, end;
        std::size_t indent() const { return first - begin; }
        bool blank() const { return first == end; }
    };

    std::string_view content(Line const& line) const { return text_.substr(line.first, line.end - line.first); }
    Span span(std::size_t begin, std::size_t end) const { return mapped_.span(begin, end); }
    void report(Code code, std::size_t begin, std::size_t end, std::vector<std::string> args = {}) const {
        context_.markup.sink.report(code, span(begin, end), std::move(args));
    }
    void add(decltype(Block::what) what, Span where) { blocks_.push_back({std::move(what), where}); }

    Start start_of(Line const& line) const { return line.blank() ? Start::Blank : line_start(content(line)); }

    void block() {
        auto const& line = lines_[next_];
        switch (start_of(line)) {
        case Start::Blank:
            ++next_;
            break;
        case Start::Heading:
            heading(line);
            break;
        case Start::Quote:
            quote();
            break;
        case Start::Rule:
            add(Rule{}, span(line.first, line.end));
            ++next_;
            break;
        case Start::Item:
            list();
            break;
        case Start::PageBreak:
            add(PageBreak{}, span(line.first, line.end));
            ++next_;
            break;
        case Start::Columns:
            columns(line);
            break;
        case Start::Figure:
        case Start::Table:
        case Start::Photos:
            placed(line);
            break;
        case Start::Image:
            image(line);
            break;
        case Start::Note:
            note();
            break;
        case Start::Roster:
            roster();
            break;
        case Start::Statute:
            statute();
            break;
        case Start::Text:
            paragraph();
            break;
        }
    }

    // ---- blocks of lines: a roster up to the next blank line, a statute up to a heading, its end, or other text
    void roster() {
        auto const from = next_++;
        std::vector<LineRange> lines;
        for (; next_ < lines_.size() && !lines_[next_].blank(); ++next_)
            lines.push_back({lines_[next_].first, lines_[next_].end});
        auto out = read_roster(mapped_, lines, context_.markup);
        if (!out.rows.empty()) add(std::move(out), span(lines_[from].first, lines_[next_ - 1].end));
    }
    void statute() {
        auto const from = next_++;
        std::vector<LineRange> lines;
        bool blank = false;
        for (; next_ < lines_.size(); ++next_) {
            auto const& line = lines_[next_];
            auto first = line.first;
            while (text_.substr(first, line.end - first).starts_with(kWideSpace)) first += kWideSpace.size();
            if (first >= line.end) {
                blank = true;
                continue;
            }
            auto const words = text_.substr(first, line.end - first);
            if (blank && !clause_marker(words) && !title_line(words) && !ends_statute(content(line))) break; // other text
            blank = false;
            auto const start = start_of(line);
            if (start == Start::Heading || start == Start::Statute || start == Start::PageBreak || start == Start::Columns) break;
            if (ends_statute(content(line))) {
                ++next_;
                break;
            }
            lines.push_back({first, line.end});
        }
        auto out = read_statute(mapped_, lines, context_.markup, article_);
        if (!out.clauses.empty()) add(std::move(out), span(lines_[from].first, lines_[next_ - 1].end));
    }
    void columns(Line const& line) {
        ++next_;
        auto const word = *columns_word(content(line));
        SetColumns out;
        if (!word.empty()) {
            std::string digits; // １ to ３ as well
            for (std::size_t at = 0; at < word.size();) {
                auto const one = utf8::decode(word, at);
                char32_t const c = one.code_point;
                digits += c >= U'０' && c <= U'９' ? static_cast<char>('0' + (c - U'０')) : c < 0x80 ? static_cast<char>(c) : '?';
                at += one.length;
            }
            if (digits.find_first_not_of("0123456789") != kNone || digits.size() > 6)
                return report(Code::ExpectedInteger, line.first, line.end, {"段組み", std::string{word}});
            out.count = std::stoi(digits);
            if (out.count < 1 || out.count > 3)
                return report(Code::OutOfRange, line.first, line.end, {"段組み", digits, "1", "3"});
        }
        add(out, span(line.first, line.end));
    }

    // ---- paragraphs
    void paragraph() {
        auto const from = next_;
        auto const first = content(lines_[from]);
        if (first[0] == '#')
            report(Code::HeadingNoSpace, lines_[from].first, lines_[from].first + first.find_first_not_of('#'));
        do
            ++next_;
        while (next_ < lines_.size() && goes_on(lines_[next_]));
        add_paragraph(from, next_);
    }
    bool goes_on(Line const& line) const {
        auto const start = start_of(line);
        if (start == Start::Item) { // as in Markdown, only a list that begins with 1 interrupts: 「…は\n2019. …」
            auto const marker = list_marker(content(line));
            return marker->ordered && marker->number != 1;
        }
        return start == Start::Text && !content(line).starts_with(kWideSpace);
    }
    void add_paragraph(std::size_t from, std::size_t to) {
        MappedText flat;
        for (auto i = from; i < to; ++i) {
            auto first = lines_[i].first;
            while (i == from && text_.substr(first).starts_with(kWideSpace) && first < lines_[i].end)
                first += kWideSpace.size();
            if (i > from) flat.append(mapped_, lines_[i].begin - 1, lines_[i].begin); // the line end before it
            flat.append(mapped_, first, lines_[i].end);
            warn_of_block_inside(lines_[i]);
            warn_of_wide_mark(lines_[i]);
        }
        auto found = find_form(flat.text());
        if (found.end < flat.size()) {
            for (auto const& word : found.unknown) {
                auto const typed = flat.text().substr(word.begin, word.end - word.begin);
                context_.markup.sink.report(Code::FormUnknown, flat.span(word.begin, word.end), {std::string{typed}});
            }
            MappedText cut;
            cut.append(flat, 0, found.end);
            flat = std::move(cut);
        }
        auto rich = parse_inline(flat, context_.markup);
        if (!rich.empty())
            add(Paragraph{std::move(rich), std::move(found.form)}, span(lines_[from].first, lines_[to - 1].end));
    }
    void warn_of_wide_mark(Line const& line) const {
        auto const text = content(line);
        if (auto const mark = find_wide_mark(text))
            report(Code::WideMark, line.first + mark->begin, line.first + mark->end,
                   {std::string{text.substr(mark->begin, mark->end - mark->begin)}, std::string{mark->narrow}});
    }
    // [図:…] and [改ページ] within a sentence would be printed as they are.
    void warn_of_block_inside(Line const& line) const {
        auto const text = content(line);
        for (std::string_view const word :
             {"[図:", "[図：", "[figure:", "[表:", "[表：", "[table:", "[写真:", "[写真：",
              "[photos:", "[改ページ]", "[pagebreak]", "[段組み:", "[段組み：",
              "[段組み終わり]", "[columns:", "[/columns]"}) {
            auto const at = text.find(word);
            if (at == kNone || (at > 0 && (text[at - 1] == '\\' || text[at - 1] == '['))) continue;
            auto const close = text.find(']', at);
            if (close == kNone) continue;
            report(Code::BlockInline, line.first + at, line.first + close + 1,
                   {std::string{text.substr(at, close + 1 - at)}});
        }
    }

    // ---- headings: `## 題 {#id}`, `{-}`, `{段抜き}`
    void heading(Line const& line) {
        ++next_;
        auto const text = content(line);
        auto const marks = heading_marks(text);
        Heading out;
        out.level = static_cast<int>(std::min<std::size_t>(marks, 3));
        if (marks > 3) report(Code::HeadingTooDeep, line.first, line.first + marks);
        auto begin = line.first + marks;
        auto end = line.end;
        while (begin < end && (text_[begin] == ' ' || text_.substr(begin).starts_with(kWideSpace)))
            begin += text_[begin] == ' ' ? 1 : kWideSpace.size();
        while (end > begin && text_[end - 1] == '}') {
            auto const open = text_.rfind('{', end - 1);
            if (open == kNone || open < begin) break;
            auto const inside = text_.substr(open + 1, end - open - 2);
            if (inside == "-") {
                out.numbered = false;
            } else if (inside == "段抜き" || inside == "span") {
                out.spans = true;
            } else if (inside.starts_with('#')) {
                bool const unnumbered = inside.ends_with(" -");
                auto const id = inside.substr(1, inside.size() - 1 - (unnumbered ? 2 : 0));
                out.id = id;
                out.id_span = span(open + 2, open + 2 + id.size());
                if (unnumbered) out.numbered = false;
            } else {
                break;
            }
            end = open;
            while (end > begin && text_[end - 1] == ' ')
                --end;
        }
        MappedText flat;
        flat.append(mapped_, begin, end);
        out.text = parse_inline(flat, context_.markup);
        if (out.text.empty()) return report(Code::HeadingEmpty, line.first, line.end);
        add(std::move(out), span(line.first, line.end));
    }

    // ---- containers: the lines within, without their marks, read by a parser of their own
    Blocks inside(MappedText const& text, std::size_t begin, std::size_t end) {
        if (depth_ + 1 >= kMaxMarkupDepth) {
            report(Code::MarkupTooDeep, begin, end, {std::to_string(kMaxMarkupDepth)});
            return {};
        }
        return BlockParser(text, context_, depth_ + 1).run();
    }
    void append_line(MappedText& text, std::size_t begin, Line const& line) {
        if (!text.empty() || started_) text.append(mapped_, line.begin - 1, line.begin);
        started_ = true;
        text.append(mapped_, std::min(begin, line.end), line.end);
    }

    void append_blank_lines(MappedText& text, std::size_t from) {
        for (auto i = from; i < next_; ++i)
            append_line(text, lines_[i].end, lines_[i]);
    }
    // A line that is not indented still belongs to the item before it when it can only be text.
    bool is_lazy(Line const& line) const {
        return start_of(line) == Start::Text && !content(line).starts_with(kWideSpace);
    }

    void quote() {
        MappedText text;
        started_ = false;
        auto const from = next_;
        bool in_paragraph = false; // a line without `>` goes on with a paragraph only
        for (; next_ < lines_.size(); ++next_) {
            auto const& line = lines_[next_];
            if (start_of(line) == Start::Quote) {
                auto begin = line.first + 1;
                if (begin < line.end && text_[begin] == ' ') ++begin;
                append_line(text, begin, line);
                in_paragraph = begin < line.end;
            } else if (in_paragraph && is_lazy(line)) {
                append_line(text, line.first, line);
            } else {
                break;
            }
        }
        auto const& first = lines_[from];
        auto const end = lines_[next_ - 1].end;
        auto blocks = inside(text, first.first, end);
        if (!blocks.empty()) add(Quote{std::move(blocks)}, span(first.first, end));
    }

    void list() {
        auto const from = next_;
        auto const marker = list_marker(content(lines_[from]));
        List out;
        out.ordered = marker->ordered;
        out.start = marker->number;
        auto const indent = lines_[from].indent();
        while (next_ < lines_.size()) {
            auto const& line = lines_[next_];
            if (start_of(line) != Start::Item || line.indent() > indent + 1) break;
            auto const here = list_marker(content(line));
            if (here->ordered != out.ordered) break;
            item(out, *here);
            // Blank lines between items do not end the list.
            auto after = next_;
            while (after < lines_.size() && lines_[after].blank())
                ++after;
            if (after < lines_.size() && start_of(lines_[after]) == Start::Item) next_ = after;
        }
        auto const end = lines_[next_ - 1].end;
        add(std::move(out), span(lines_[from].first, end));
    }

    void item(List& out, ListMarker const& marker) {
        auto const& first = lines_[next_];
        auto const indent = first.indent();
        MappedText text;
        started_ = false;
        append_line(text, std::min(first.first + marker.width, first.end), first);
        auto last = next_++;
        bool blank_before = false;
        for (; next_ < lines_.size(); ++next_) {
            auto const& line = lines_[next_];
            if (line.blank()) {
                blank_before = true;
                continue;
            }
            bool const deeper = line.indent() >= indent + 2;
            if (!deeper && (blank_before || !is_lazy(line))) break;
            append_blank_lines(text, last + 1);
            // Two columns of indentation belong to the item, or as many as its marker is wide.
            auto const own = std::min(line.indent(), indent + (marker.ordered ? marker.width : 2));
            append_line(text, line.begin + own, line);
            last = next_;
            blank_before = false;
        }
        next_ = last + 1;
        auto const end = lines_[last].end;
        out.items.push_back({inside(text, first.first, end), span(first.first, end)});
    }

    // `[^1]: …`, more lines and paragraphs indented
    void note() {
        auto const& first = lines_[next_];
        auto const text = content(first);
        auto const length = note_definition(text);
        auto const label = text.substr(2, text.find(']') - 2);
        MappedText body;
        started_ = false;
        auto begin = first.first + length;
        while (begin < first.end && text_[begin] == ' ')
            ++begin;
        append_line(body, begin, first);
        auto last = next_++;
        bool blank_before = false;
        for (; next_ < lines_.size(); ++next_) {
            auto const& line = lines_[next_];
            if (line.blank()) {
                blank_before = true;
                continue;
            }
            if (line.indent() < first.indent() + 2 && (blank_before || !is_lazy(line))) break;
            append_blank_lines(body, last + 1);
            append_line(body, line.first, line);
            last = next_;
            blank_before = false;
        }
        next_ = last + 1;
        auto blocks = inside(body, first.first, lines_[last].end);
        if (context_.define_note)
            context_.define_note(label, span(first.first, first.first + length), std::move(blocks));
    }

    // ---- figures and tables in place
    void placed(Line const& line) {
        ++next_;
        auto const text = content(line);
        auto const where = span(line.first, line.end);
        std::uint32_t index = 0;
        if (auto const id = placed_id(text, "figure", "図")) {
            if (context_.place_figure && context_.place_figure(*id, where, index)) add(FigureUse{index}, where);
        } else if (auto const table = placed_id(text, "table", "表")) {
            if (context_.place_table && context_.place_table(*table, where, index)) add(TableUse{index}, where);
        } else if (auto const photos = placed_id(text, "photos", "写真")) {
            if (context_.place_photos && context_.place_photos(*photos, where, index)) add(PhotosUse{index}, where);
        }
    }

    // ![alt](file "caption")
    void image(Line const& line) {
        ++next_;
        auto const middle = text_.find("](", line.first);
        Figure figure;
        figure.span = span(line.first, line.end);
        figure.alt = text_.substr(line.first + 2, middle - line.first - 2);
        auto begin = middle + 2;
        auto end = line.end - 1;
        if (end > begin && text_[end - 1] == '"') {
            auto const open = text_.find('"', begin);
            if (open < end - 1) {
                MappedText caption;
                caption.append(mapped_, open + 1, end - 1);
                figure.caption = parse_inline(caption, context_.markup);
                end = open;
            }
        }
        while (begin < end && text_[begin] == ' ')
            ++begin;
        while (end > begin && text_[end - 1] == ' ')
            --end;
        figure.file = text_.substr(begin, end - begin);
        figure.file_span = span(begin, end);
        if (context_.add_figure) add(FigureUse{context_.add_figure(figure)}, figure.span);
    }

    MappedText const& mapped_;
    std::string_view text_;
    BlockContext const& context_;
    int depth_;
    std::vector<Line> lines_;
    std::size_t next_ = 0;
    int article_ = 0;      // the last of the statutes above
    bool started_ = false; // the text of a container has its first line
    Blocks blocks_;
};

} // namespace

Blocks parse_blocks(MappedText const& text, BlockContext const& context) { return BlockParser(text, context, 0).run(); }

} // namespace kumihan::document
