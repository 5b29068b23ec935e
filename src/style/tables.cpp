// Tables of a chapter (15.2): cells with their place, role, alignment and tags. What a column holds decides how it is
// aligned where the author did not say: figures under figures, words flush.
#include "style/join_text.h"
#include "style/resolver.h"

#include "base/utf8.h"
#include "document/visit.h"

#include <algorithm>

namespace kumihan::style {

using namespace document;
using spec::Role;

namespace {

enum class Content : std::uint8_t { Empty, Placeholder, Mark, Figure, Words };

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

// A figure: a sign, digits with their separators, and at most two characters of a unit (人, ％).
Content content_of(std::string_view text) {
    std::u32string_view constexpr kSigns = U"+-±△▲−－＋約";
    std::u32string_view constexpr kInside = U",.，．";
    std::u32string_view constexpr kNothing = U"―–—－-…‥・＊*×";
    std::u32string_view constexpr kUnits = U"%％‰人名件円回歳才年月日時分秒点票世帯戸台箇所枚冊万千百億兆倍位度㎡㎞㎏㎝㎜℃";
    std::size_t digits = 0, unit = 0, other = 0;
    bool blank = true;
    for (std::size_t i = 0; i < text.size();) {
        auto const d = utf8::decode(text, i);
        i += d.length;
        char32_t const c = d.code_point;
        if (c == ' ' || c == 0x3000) continue;
        blank = false;
        if (kNothing.find(c) == std::u32string_view::npos) ++other;
        if (is_digit(c)) {
            if (unit > 0) return Content::Words;
            ++digits;
        } else if (digits == 0 ? kSigns.find(c) != std::u32string_view::npos
                               : unit == 0 && kInside.find(c) != std::u32string_view::npos) {
            continue;
        } else if (digits > 0 && ++unit <= 2 && kUnits.find(c) != std::u32string_view::npos) {
            continue;
        } else if (digits > 0 || kNothing.find(c) == std::u32string_view::npos) {
            return Content::Words;
        }
    }
    if (blank) return Content::Empty;
    if (digits > 0) return Content::Figure;
    return other == 0 ? Content::Placeholder : Content::Words;
}

// ○, △, →: how far something is, rather than words.
bool is_mark(std::string_view text) {
    std::u32string_view constexpr kMarks = U"○◯〇◎●△▲✕□■☆★✓✔→⇒←↑↓↗↘";
    bool any = false;
    for (std::size_t i = 0; i < text.size();) {
        auto const d = utf8::decode(text, i);
        i += d.length;
        if (d.code_point == ' ' || d.code_point == 0x3000) continue;
        if (kMarks.find(d.code_point) == std::u32string_view::npos) return false;
        any = true;
    }
    return any;
}

constexpr std::size_t kShortWords = 8; // characters beside which marks stand in the middle of their column

Content content_of(TableCell const& cell) {
    if (cell.blocks.empty()) return Content::Empty;
    auto const* const paragraph = std::get_if<Paragraph>(&cell.blocks.front().what);
    if (!paragraph || cell.blocks.size() > 1 || !paragraph->text.atoms.empty()) return Content::Words;
    return is_mark(paragraph->text.text) ? Content::Mark : content_of(paragraph->text.text);
}

// Words that fit a column of marks.
bool is_short(TableCell const& cell) {
    auto const* const paragraph = std::get_if<Paragraph>(&cell.blocks.front().what);
    return paragraph && cell.blocks.size() == 1 && utf8::count(paragraph->text.text) <= kShortWords;
}

} // namespace

void Resolver::table(Table const& table) {
    TableBlock made;
    made.span = table.span;
    made.style = spec::table_style(layout_, table.look);
    made.fill = table.width ? (*table.width == TableWidth::Full ? 0.0 : 2.0) : made.style.fill;
    made.turned = table.turned;
    made.spans = table.spans;
    made.head_columns = table.head_columns;
    made.tag = out_.tags.add(TagType::Table, sect_);
    if (auto const found = numbering_.tables.find(&table); found != numbering_.tables.end())
        made.anchor = found->second.anchor;
    if (!table.caption.empty()) {
        made.caption = rich_paragraph(Role::Caption, table.caption, TagType::Caption, made.tag, table.span);
        if (auto const found = numbering_.tables.find(&table);
            found != numbering_.tables.end() && !found->second.label.empty())
            prepend_plain(made.caption->text, found->second.label + "　", number_style(Role::Caption));
        made.continued = *made.caption;
        append_plain(made.continued->text, layout_.tables.continued, text_style_of(Role::Caption));
    }
    if (!layout_.tables.continues.empty()) {
        made.continues = paragraph(
            Role::TableNote, styled_plain(layout_.tables.continues, text_style_of(Role::TableNote), {}), table.span);
        made.continues->line.align = Align::End;
    }
    Length const size = style(Role::TableCell).size;
    for (document::TableColumn const& column : table.columns) {
        TableColumn out;
        if (column.unit == WidthUnit::Share) out.weight = column.width;
        if (column.unit == WidthUnit::Millimetre) out.fixed = Length::mm(column.width);
        if (column.unit == WidthUnit::Character) out.fixed = size.scaled(column.width) + made.style.padding.at(size) * 2;
        made.columns.push_back(out);
    }
    table_rows(table, made);
    for (RichText const& note : table.notes)
        made.notes.push_back(rich_paragraph(Role::TableNote, note, TagType::P, sect_, table.span));
    if (!table.source.empty()) {
        made.notes.push_back(rich_paragraph(Role::TableNote, table.source, TagType::P, sect_, table.span));
        prepend_plain(made.notes.back().text, layout_.tables.source, text_style_of(Role::TableNote));
    }
    push(std::move(made));
    push_notes(sect_);
}

void Resolver::table_rows(Table const& table, TableBlock& made) {
    std::size_t const width = table.columns.size();
    std::vector<ColumnAlign> align(width, ColumnAlign::Start);
    std::vector<bool> short_words(width); // and no figures
    for (std::size_t c = 0; c < width; ++c) {
        align[c] = table.columns[c].align;
        if (align[c] != ColumnAlign::Auto) continue;
        align[c] = ColumnAlign::Start;
        bool figures = false, words = c < table.head_columns, marks = false, all_short = true;
        for (auto const& row : table.rows) {
            if (row[c].columns != 1 || row[c].head) continue;
            Content const content = content_of(row[c]);
            figures = figures || content == Content::Figure;
            words = words || content == Content::Words;
            marks = marks || content == Content::Mark;
            all_short = all_short && (content != Content::Words || is_short(row[c]));
        }
        if (figures && !words && !marks) align[c] = ColumnAlign::Decimal;
        short_words[c] = !figures && all_short && c >= table.head_columns;
        if (marks && short_words[c]) align[c] = ColumnAlign::Center;
    }

    // Columns under one head (years) stand alike.
    for (auto const& row : table.head)
        for (std::size_t c = 0; c < row.size(); ++c) {
            std::size_t const end = std::min<std::size_t>(c + row[c].columns, width);
            bool const any = std::find(align.begin() + static_cast<std::ptrdiff_t>(c), align.begin() + static_cast<std::ptrdiff_t>(end),
                                       ColumnAlign::Center) != align.begin() + static_cast<std::ptrdiff_t>(end);
            for (std::size_t k = c; any && k < end; ++k)
                if (short_words[k] && table.columns[k].align == ColumnAlign::Auto) align[k] = ColumnAlign::Center;
        }

    // Which heads a cell has follows from their scopes in a plain table; in others it is said.
    bool say_headers = table.head.size() > 1 || table.head_columns > 1;
    for (auto const* const rows : {&table.head, &table.rows})
        for (auto const& row : *rows)
            for (TableCell const& one : row)
                say_headers = say_headers || one.columns > 1 || one.rows > 1;
    std::vector<std::vector<TagId>> column_heads(width);
    struct RowHead {
        std::size_t end;
        TagId tag;
    };
    std::vector<RowHead> row_heads;

    auto make_row = [&](std::vector<TableCell> const& source, std::size_t r, bool in_head, TagId section) {
        TableRow row;
        row.tag = out_.tags.add(TagType::Tr, section);
        std::erase_if(row_heads, [&](RowHead const& one) { return one.end <= r; });
        for (std::size_t c = 0; c < source.size(); ++c) {
            TableCell const& from = source[c];
            if (from.columns == 0) continue;
            bool const head = in_head || c < table.head_columns || from.head;
            TagNode node;
            node.type = head ? TagType::Th : TagType::Td;
            node.parent = row.tag;
            if (head) node.scope = in_head || c >= std::max<std::size_t>(table.head_columns, 1) ? Scope::Column : Scope::Row;
            node.column_span = from.columns;
            node.row_span = from.rows;
            if (say_headers && !head) {
                for (std::size_t k = c; k < c + from.columns; ++k)
                    for (TagId const tag : column_heads[k])
                        if (std::find(node.headers.begin(), node.headers.end(), tag) == node.headers.end())
                            node.headers.push_back(tag);
                for (RowHead const& one : row_heads)
                    node.headers.push_back(one.tag);
            }
            Cell cell;
            cell.column = static_cast<std::uint32_t>(c);
            cell.columns = from.columns;
            cell.rows = from.rows;
            cell.head = head;
            cell.tag = out_.tags.add(std::move(node));
            if (in_head)
                for (std::size_t k = c; k < c + from.columns; ++k)
                    column_heads[k].push_back(cell.tag);
            else if (c < table.head_columns)
                row_heads.push_back({r + from.rows, cell.tag});
            cell_text(cell, from, align[c], in_head, made.style.spread_heads);
            row.cells.push_back(std::move(cell));
        }
        return row;
    };
    if (!table.head.empty()) {
        TagId const section = out_.tags.add(TagType::THead, made.tag);
        for (std::size_t r = 0; r < table.head.size(); ++r)
            made.head.push_back(make_row(table.head[r], r, true, section));
    }
    row_heads.clear();
    TagId const section = out_.tags.add(TagType::TBody, made.tag);
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        made.rows.push_back(make_row(table.rows[r], r, false, section));
}

// `align`: of the cell's column. Heads keep the alignment of their style unless they have one of their own.
void Resolver::cell_text(Cell& cell, TableCell const& from, ColumnAlign align, bool in_head, bool spread_heads) {
    Role const role = cell.head ? Role::TableHead : Role::TableCell;
    std::size_t const first = out_.blocks.size();
    if (from.blocks.empty()) { // an empty cell is one line high
        TagId const tag = out_.tags.add(TagType::P, cell.tag);
        cell.paragraphs.push_back(paragraph(role, styled_plain("", text_style_of(role), tag), from.span));
    } else {
        blocks(from.blocks, {Em{} - style(Role::ListItem).start_indent, role}, cell.tag);
    }
    for (std::size_t i = first; i < out_.blocks.size(); ++i)
        if (auto* const p = std::get_if<ParagraphBlock>(&out_.blocks[i])) {
            if (!p->label) p->line.start_indent = style(role).start_indent;
            cell.paragraphs.push_back(std::move(*p));
        }
    out_.blocks.resize(first);

    if (!cell.head || from.align) align = from.align.value_or(align);
    else align = ColumnAlign::Auto;
    Content const content = content_of(from);
    bool const figure = content == Content::Figure || content == Content::Placeholder;
    if (align == ColumnAlign::Decimal && !figure) align = ColumnAlign::End;
    cell.decimal = align == ColumnAlign::Decimal && cell.columns == 1;
    cell.spread = align == ColumnAlign::Spread || (align == ColumnAlign::Auto && cell.head && spread_heads);
    if (from.blocks.size() > 1 || (!from.blocks.empty() && !std::holds_alternative<Paragraph>(from.blocks.front().what)))
        cell.spread = false;
    for (ParagraphBlock& p : cell.paragraphs) {
        if (content == Content::Figure)
            for (StyleRun& run : p.text.runs)
                run.style.tabular = true;
        if (p.label) continue; // lists stay flush
        switch (align) {
        case ColumnAlign::Auto:
            if (!in_head) p.line.align = Align::Start;
            break;
        case ColumnAlign::Start:
            p.line.align = cell.head ? Align::Start : Align::Justify;
            break;
        case ColumnAlign::Center:
        case ColumnAlign::Spread:
            p.line.align = Align::Center;
            break;
        case ColumnAlign::End:
            p.line.align = Align::End;
            break;
        case ColumnAlign::Decimal:
            p.line.align = Align::Start; // set in its place by flow
            break;
        }
    }
}

bool check_looks(Document const& document, spec::LayoutSpec const& layout, diag::Sink& sink) {
    std::string known;
    for (spec::TableStyle const& look : layout.tables.looks)
        known += (known.empty() ? "" : ", ") + look.name;
    if (known.empty()) known = layout.tables.look;
    bool good = true;
    for (Chapter const& chapter : document.chapters)
        for (Table const& table : chapter.tables) {
            if (table.look.empty() || spec::table_style(layout, table.look).name == table.look) continue;
            sink.report(diag::Code::TableLookUnknown, table.look_span, {table.look, known});
            good = false;
        }
    return good;
}

} // namespace kumihan::style
