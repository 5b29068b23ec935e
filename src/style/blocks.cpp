// Paragraphs, headings, lists, quotes and tables: what every chapter kind may hold.
#include "base/overloaded.h"
#include "style/join_text.h"
#include "style/kanji_numerals.h"
#include "style/resolver.h"

#include <algorithm>

namespace kumihan::style {

using namespace document;
using spec::Role;

Resolver::Resolver(Document const& document, spec::LayoutSpec const& layout, StackIds const& stacks,
                   Pictures const& pictures, Hyphenation const* hyphenation)
    : document_(document), layout_(layout), stacks_(stacks), pictures_(pictures),
      hyphenation_(layout.hyphenation ? hyphenation : nullptr),
      numbering_(number(document, layout)), context_{numbering_, stacks, out_.tags, {}} {
    context_.call_note = [this](std::uint32_t note) { return call_note(note); };
    context_.marks_before_stops = layout.notes.before_stops;
    for (Chapter const& chapter : document.chapters)
        note_count_ += chapter.notes.size();
}

namespace {

// Captions and tables stand upright among vertical lines (11.6); a history and the facts of a workshop are no tables there.
bool runs_vertically(Role role) {
    switch (role) {
    case Role::Caption:
    case Role::AlbumCaption:
    case Role::TableHead:
    case Role::TableCell:
    case Role::TableNote:
        return false;
    default:
        return true;
    }
}

} // namespace

Numerals Resolver::numerals(Role role) const {
    bool const vertical = vertical_ && runs_vertically(role);
    return vertical ? chapter_->numerals.value_or(document_.numerals) : Numerals::Arabic;
}

namespace {

// 5.4: marks hang in running text, not in notes, tables and captions.
bool is_running_text(Role role) {
    return role == Role::Body || role == Role::Lead || role == Role::Quote || role == Role::ListItem;
}

} // namespace

TextStyle Resolver::number_style(Role role) const {
    TextStyle out = text_style_of(role);
    out.color = style(role).number_color;
    return out;
}

ParagraphBlock Resolver::paragraph(Role role, StyledText text, Span span) const {
    spec::Style const& s = style(role);
    ParagraphBlock block;
    block.text = std::move(text);
    block.span = span;
    block.line.size = s.size;
    block.line.align = s.align;
    block.line.first_indent = s.indent;
    block.line.start_indent = s.start_indent;
    block.line.end_indent = s.end_indent;
    block.line.kinsoku = layout_.kinsoku;
    block.line.hang = s.hang == Hang::None && is_running_text(role) ? layout_.hang : s.hang;
    block.line.line_end = layout_.line_end;
    block.line.bracket_indent = layout_.bracket_indent;
    block.line.western_gap = layout_.western_gap;
    block.line.ruby_overhang = layout_.interlinear.ruby_overhang;
    block.line.ruby_align = layout_.interlinear.ruby_align;
    for (document::TabStop const& stop : s.tabs) block.line.tabs.push_back(tab_stop(stop));
    block.line.hyphenation = s.phrase ? nullptr : hyphenation_;
    block.line.break_unit = s.phrase ? BreakUnit::Phrase : BreakUnit::Character;
    block.line.mode = vertical_ && runs_vertically(role) ? WritingMode::Vertical : WritingMode::Horizontal;
    block.on_grid = s.pitch == Length{} || s.pitch == here().area.pitch;
    block.pitch = block.on_grid ? pitch() : s.pitch;
    block.span_lines = s.lines;
    block.lines_before = s.lines_before;
    block.lines_after = s.lines_after;
    block.before = s.before;
    block.after = s.after;
    block.keep_next = s.keep_next;
    return block;
}

ParagraphBlock Resolver::paragraph(Role role, std::string_view text, TagType type, TagId parent, Span span) {
    TagId const tag = out_.tags.add(type, parent);
    return paragraph(role, styled_plain(with_kanji_numbers(text, numerals(role)), text_style_of(role), tag, span), span);
}

StyledText Resolver::rich(Role role, RichText const& text, TagId tag) {
    context_.numerals = numerals(role);
    context_.interlinear = &here().interlinear;
    context_.vertical = vertical_ && runs_vertically(role);
    return styled(text, style(role), layout_.strong_font, tag, context_);
}

ParagraphBlock Resolver::rich_paragraph(Role role, RichText const& text, TagType type, TagId parent, Span span) {
    TagId const tag = out_.tags.add(type, parent);
    StyledText made = rich(role, text, tag);
    if (!span && !made.pieces.empty()) span = made.pieces.front().source;
    return paragraph(role, std::move(made), span);
}

void Resolver::blocks(std::span<document::Block const> list_of_blocks, Indent indent, TagId parent) {
    if (!parent) parent = sect_;
    auto const places = letter_places(list_of_blocks);
    for (document::Block const& block : list_of_blocks) {
        std::visit(overloaded{
                       [&](Paragraph const& p) {
                           ParagraphBlock made = rich_paragraph(indent.role, p.text, TagType::P, parent, block.span);
                           made.line.start_indent = made.line.start_indent + indent.start;
                           ParagraphForm form = p.form;
                           if (!places.empty() && form.place == ParagraphPlace::Usual) {
                               form.place = places[static_cast<std::size_t>(&block - list_of_blocks.data())];
                               if (form.place == ParagraphPlace::End) form.raise = 1;
                           }
                           apply(form, made);
                           push(std::move(made));
                       },
                       [&](Heading const& h) { heading(h); },
                       [&](List const& l) { list(l, indent, parent, 0); },
                       [&](Quote const& quote) {
                           TagId const tag = out_.tags.add(TagType::BlockQuote, parent);
                           std::size_t const first = out_.blocks.size();
                           Indent inner{indent.start, Role::Quote};
                           blocks(quote.blocks, inner, tag);
                           int const around = style(Role::Quote).lines_before;
                           for (std::size_t i = first; i < out_.blocks.size(); ++i)
                               if (auto* p = std::get_if<ParagraphBlock>(&out_.blocks[i])) {
                                   p->lines_before = i == first ? around : 0;
                                   p->lines_after = i + 1 == out_.blocks.size() ? around : 0;
                               }
                       },
                       [&](FigureUse const& use) {
                           if (use.figure < placed_figures_.size() && !placed_figures_[use.figure]) {
                               placed_figures_[use.figure] = true;
                               figure(chapter_->figures[use.figure], block.span);
                           }
                       },
                       [&](TableUse const& use) {
                           if (use.table < placed_tables_.size() && !placed_tables_[use.table]) {
                               placed_tables_[use.table] = true;
                               table(chapter_->tables[use.table]);
                           }
                       },
                       [&](PhotosUse const& use) {
                           if (use.group < placed_groups_.size() && !placed_groups_[use.group]) {
                               placed_groups_[use.group] = true;
                               photo_group(chapter_->photo_groups[use.group], block.span);
                           }
                       },
                       [&](PageBreak const&) { push(BreakBlock{BreakKind::Page}); },
                       [&](Roster const& one) { roster(one, indent, parent); },
                       [&](Statute const& one) { statute(one, indent, parent); },
                       [&](SetColumns const& columns) {
                           columns_ = columns.count > 0 ? columns.count : chapter_->columns;
                           push(ColumnsBlock{columns_});
                       },
                       [&](Rule const&) {
                           StyledText mark = styled_plain("＊", text_style_of(Role::Body), {});
                           ParagraphBlock made = paragraph(Role::Body, std::move(mark), block.span);
                           made.line.align = Align::Center;
                           made.line.first_indent = {};
                           made.lines_before = made.lines_after = 1;
                           push(std::move(made));
                       },
                   },
                   block.what);
        push_notes(sect_);
    }
}

void Resolver::heading(Heading const& heading) {
    static constexpr Role kRoles[] = {Role::Heading1, Role::Heading2, Role::Heading3};
    static constexpr TagType kTags[] = {TagType::H2, TagType::H3, TagType::H4};
    std::size_t const level = static_cast<std::size_t>(std::clamp(heading.level, 1, 3)) - 1;
    Role const role = kRoles[level];
    Numbered const& known = numbered(heading);
    ParagraphBlock made = rich_paragraph(role, heading.text, kTags[level], sect_);
    if (!known.label.empty())
        prepend_plain(made.text, with_kanji_numbers(known.label, numerals(role)) + "　", number_style(role));
    out_.tags[made.text.tag].anchor = known.anchor;
    out_.tags[made.text.tag].title = known.title;
    made.anchor = known.anchor;
    made.is_heading = true;
    made.spans = heading.spans || (level == 0 && layout_.columns.heads_span);
    if (level == 0 && layout_.decoration.heading1_bar > Length{}) {
        made.rule_below = layout_.decoration.heading1_bar;
        made.rule_color = layout_.decoration.accent;
        made.rule_gap = style(role).size / 3;
    }
    // A head right under another head stands close to it: they belong together.
    if (!out_.blocks.empty())
        if (auto const* before = std::get_if<ParagraphBlock>(&out_.blocks.back()); before && before->is_heading)
            made.lines_before = 0;
    if (level == 0) push(SectionMark{known.title});
    push(std::move(made));
    out_.outline.push_back({static_cast<int>(level) + 2,
                            known.label.empty() ? known.title : known.label + " " + known.title, known.anchor});
}

void Resolver::list(List const& list, Indent indent, TagId parent, int depth) {
    TagNode node;
    node.type = TagType::L;
    node.parent = parent;
    node.ordered_list = list.ordered;
    TagId const list_tag = out_.tags.add(node);
    Role const role = indent.role == Role::Body ? Role::ListItem : indent.role;
    // The text hangs by whole ems, so that its measure holds whole characters: one for a bullet, two for a number, which
    // stands half an em in while it has one digit.
    int const last = list.start + static_cast<int>(list.items.size()) - 1;
    Em const hang = list.ordered ? kOneEm * 2 : kOneEm;
    Em const inset = list.ordered && last < 10 && !vertical_ ? kHalfEm : Em{};
    // In vertical lines the number stands upright in a cell of its own; a stop under it would only hang there.
    std::string_view const stop = vertical_ ? "" : ".";
    Em const outer = indent.start + style(Role::ListItem).start_indent;
    int number = list.start;
    for (ListItem const& item : list.items) {
        TagId const item_tag = out_.tags.add(TagType::Li, list_tag);
        TagId const label_tag = out_.tags.add(TagType::Lbl, item_tag);
        TagId const body_tag = out_.tags.add(TagType::LBody, item_tag);
        bool first = true;
        for (document::Block const& block : item.blocks) {
            if (auto const* nested = std::get_if<List>(&block.what)) {
                this->list(*nested, {outer + hang - style(Role::ListItem).start_indent, indent.role}, body_tag,
                           depth + 1);
                continue;
            }
            auto const* p = std::get_if<Paragraph>(&block.what);
            if (!p) {
                blocks({&block, 1}, {outer + hang, indent.role}, body_tag);
                continue;
            }
            ParagraphBlock made = rich_paragraph(role, p->text, TagType::P, body_tag, block.span);
            made.line.start_indent = outer + hang;
            made.line.first_indent = {};
            if (first) {
                std::string const mark = list.ordered ? std::to_string(number).append(stop) : depth % 2 == 0 ? "・" : "‐";
                TextStyle const mark_style = number_style(role == Role::TableCell || role == Role::TableHead ? role : Role::ListItem);
                made.label = styled_plain(mark, mark_style, label_tag);
                made.label_at = outer + inset;
                first = false;
            }
            push(std::move(made));
        }
        ++number;
    }
}

void Resolver::facts(std::vector<Fact> const& rows, Role label, Role value, TableLook look, Length label_width,
                     bool align_labels_start) {
    TableBlock made;
    if (!rows.empty()) made.span = rows.front().span;
    made.look = look;
    made.tag = out_.tags.add(TagType::Table, sect_);
    TableColumn first, second;
    first.fixed = label_width;
    second.weight = 1;
    made.columns = {first, second};
    TagId const body = out_.tags.add(TagType::TBody, made.tag);
    for (Fact const& fact : rows) {
        TableRow row;
        row.tag = out_.tags.add(TagType::Tr, body);
        TagNode head;
        head.type = TagType::Th;
        head.parent = row.tag;
        head.scope = Scope::Row;
        Cell left, right;
        left.tag = out_.tags.add(head);
        left.paragraphs.push_back(paragraph(label, fact.label, TagType::P, left.tag, fact.span));
        if (!align_labels_start) left.paragraphs.back().line.align = Align::End;
        right.tag = out_.tags.add(TagType::Td, row.tag);
        if (fact.rich)
            right.paragraphs.push_back(rich_paragraph(value, *fact.rich, TagType::P, right.tag, fact.span));
        else
            right.paragraphs.push_back(paragraph(value, fact.plain, TagType::P, right.tag, fact.span));
        row.add(std::move(left));
        row.add(std::move(right));
        made.rows.push_back(std::move(row));
    }
    push(std::move(made));
    push_notes(sect_);
}

} // namespace kumihan::style
