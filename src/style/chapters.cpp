// The chapter kinds: each becomes a sequence of blocks with its own head.
#include "base/overloaded.h"
#include "document/dates.h"
#include "style/join_text.h"
#include "style/kanji_numerals.h"
#include "style/resolver.h"

namespace kumihan::style {

using namespace document;
using spec::Role;

namespace {

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// What is read page by page, whatever side the next one lies on.
bool stands_page_by_page(Chapter const& chapter) {
    return std::holds_alternative<CoverChapter>(chapter.kind) || std::holds_alternative<AlbumChapter>(chapter.kind) ||
           std::holds_alternative<ColophonChapter>(chapter.kind);
}

} // namespace

StyledDocument Resolver::run() {
    TagNode root;
    root.type = TagType::Document;
    root.language = document_.language;
    out_.tags.add(root);
    out_.metadata.title = document_.subtitle.empty() ? document_.title : document_.title + "　" + document_.subtitle;
    out_.metadata.author = document_.editor.empty() ? document_.publisher : document_.editor;
    out_.metadata.subject = document_.description;
    out_.metadata.language = document_.language;
    out_.metadata.keywords = document_.keywords;
    out_.metadata.date = document_.date;
    out_.right_bound = layout_.binding == spec::Binding::Right ||
                       (layout_.binding == spec::Binding::Auto && document_.writing == Writing::Vertical);
    for (std::size_t i = 0; i < document_.chapters.size(); ++i) {
        // A colophon that ends the book stays its last page.
        bool const last = i + 1 == document_.chapters.size();
        if (last && std::holds_alternative<ColophonChapter>(document_.chapters[i].kind)) book_notes();
        chapter(document_.chapters[i]);
    }
    book_notes();
    if (!has_book_notes_)
        for (auto at = entries_of_book_notes_.rbegin(); at != entries_of_book_notes_.rend(); ++at)
            out_.blocks.erase(out_.blocks.begin() + static_cast<std::ptrdiff_t>(*at));
    out_.anchor_count = numbering_.anchor_count;
    out_.needs_references = context_.awaits_pages;
    out_.note_mark = layout_.notes.mark;
    return std::move(out_);
}

StyledDocument resolve(Document const& document, spec::LayoutSpec const& layout, StackIds const& stacks,
                       Pictures const& pictures, Hyphenation const* hyphenation) {
    return Resolver(document, layout, stacks, pictures, hyphenation).run();
}

void Resolver::chapter(Chapter const& chapter) {
    chapter_ = &chapter;
    vertical_ = has_vertical_lines(document_, chapter);
    begin_notes(chapter);
    placed_figures_.assign(chapter.figures.size(), false);
    placed_tables_.assign(chapter.tables.size(), false);
    placed_groups_.assign(chapter.photo_groups.size(), false);
    sect_ = out_.tags.add(TagType::Sect, TagId{0u});
    std::visit(overloaded{
                   [&](CoverChapter const& kind) { cover(chapter, kind); },
                   [&](ForewordChapter const& kind) { foreword(chapter, kind); },
                   [&](ContentsChapter const& kind) { contents(chapter, kind); },
                   [&](TextChapter const&) { text(chapter); },
                   [&](WorkshopChapter const& kind) { workshop(chapter, kind); },
                   [&](HistoryChapter const& kind) { history(chapter, kind); },
                   [&](EssayChapter const& kind) { essay(chapter, kind); },
                   [&](AlbumChapter const& kind) { album(chapter, kind); },
                   [&](ColophonChapter const& kind) { colophon(chapter, kind); },
               },
               chapter.kind);
    end_notes(chapter);
}

void Resolver::begin_sequence(Chapter const& chapter, bool furniture) {
    SequenceStart start;
    start.kind = layout_.chapter_break == spec::ChapterBreak::Recto ? BreakKind::Recto : BreakKind::Page;
    Numbered const& known = numbering_.chapters.at(&chapter);
    std::string const title = chapter.short_title.empty() ? known.title : chapter.short_title;
    // 両柱 (15.4): the chapter on even pages, its section on odd ones; a chapter without sections on both.
    start.head_even = start.head_odd = known.label.empty() ? title : known.label + "　" + title;
    start.furniture = furniture;
    start.front = std::holds_alternative<CoverChapter>(chapter.kind) ||
                  std::holds_alternative<ForewordChapter>(chapter.kind) ||
                  std::holds_alternative<ContentsChapter>(chapter.kind);
    start.chapter_file = chapter.file;
    start.mode = vertical_ ? WritingMode::Vertical : WritingMode::Horizontal;
    start.columns = columns_ = chapter.columns;
    start.runs_on = !stands_page_by_page(chapter);
    start.span = chapter.title_span ? chapter.title_span : chapter.span;
    push(std::move(start));
}

void Resolver::opening(Chapter const& chapter, std::string_view label) {
    Numbered const& known = numbering_.chapters.at(&chapter);
    OpeningBlock block;
    block.span_lines = layout_.opening.lines;
    block.anchor = known.anchor;
    block.span = chapter.title_span;
    TagId const tag = out_.tags.add(TagType::H1, sect_);
    out_.tags[tag].anchor = known.anchor;
    out_.tags[tag].title = known.title;
    if (!label.empty()) {
        // The number is part of the heading's text: read out as "第1章 …".
        StyledText text = styled_plain(with_kanji_numbers(label, numerals(Role::ChapterLabel)),
                                       text_style_of(Role::ChapterLabel), tag);
        block.paragraphs.push_back(paragraph(Role::ChapterLabel, std::move(text), chapter.title_span));
    }
    block.paragraphs.push_back(
        paragraph(Role::ChapterTitle, rich(Role::ChapterTitle, chapter.title, tag), chapter.title_span));
    push(std::move(block));
    out_.outline.push_back({1, known.label.empty() ? known.title : known.label + " " + known.title, known.anchor});
    push_notes(sect_);
}

void Resolver::lead(Chapter const& chapter) {
    if (chapter.lead.empty()) return;
    push(rich_paragraph(Role::Lead, chapter.lead, TagType::P, sect_));
    push_notes(sect_);
}

std::string Resolver::date_text(Date const& date) const {
    return format_date(date, document_.date_style, document_.weekdays ? Weekdays::Yes : Weekdays::No);
}

void Resolver::cover(Chapter const& chapter, CoverChapter const& kind) {
    begin_sequence(chapter, false);
    CoverBlock block;
    if (kind.photo) block.photo = figure_block(*kind.photo, Role::Caption, sect_);
    block.title.push_back(paragraph(Role::CoverTitle, document_.title, TagType::Title, sect_, document_.title_span));
    if (!document_.subtitle.empty())
        block.title.push_back(paragraph(Role::CoverSubtitle, document_.subtitle, TagType::P, sect_));
    std::string edition = document_.edition;
    if (!document_.printing.empty()) edition += (edition.empty() ? "" : "　") + document_.printing;
    if (document_.date)
        edition += (edition.empty() ? "" : "　") + format_date(document_.date, document_.date_style, Weekdays::No);
    if (!edition.empty()) block.foot.push_back(paragraph(Role::CoverEdition, edition, TagType::P, sect_));
    if (!document_.publisher.empty())
        block.foot.push_back(paragraph(Role::CoverPublisher, document_.publisher, TagType::P, sect_));
    push(std::move(block));
}

void Resolver::signature(Date const& date, std::string const& role, std::string const& name) {
    std::vector<std::string> lines;
    if (date) lines.push_back(format_date(date, document_.date_style, Weekdays::No));
    std::string who = role;
    if (!name.empty()) who += (who.empty() ? "" : "　") + name;
    if (!who.empty()) lines.push_back(who);
    // A signature is never alone on a page: the end of the text goes with it.
    if (!out_.blocks.empty())
        if (auto* last = std::get_if<ParagraphBlock>(&out_.blocks.back())) last->keep_next = static_cast<int>(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        ParagraphBlock made = paragraph(Role::Signature, lines[i], TagType::P, sect_);
        if (i > 0) made.lines_before = 0;
        if (i + 1 < lines.size()) made.keep_next = 1;
        push(std::move(made));
    }
}

void Resolver::foreword(Chapter const& chapter, ForewordChapter const& kind) {
    begin_sequence(chapter);
    opening(chapter, {});
    lead(chapter);
    if (kind.photo) figure(*kind.photo);
    blocks(chapter.body);
    unplaced_figures(chapter);
    signature(kind.date, kind.role, kind.name);
}

void Resolver::text(Chapter const& chapter) {
    begin_sequence(chapter);
    opening(chapter, numbering_.chapters.at(&chapter).label);
    lead(chapter);
    blocks(chapter.body);
    unplaced_figures(chapter);
}

void Resolver::workshop(Chapter const& chapter, WorkshopChapter const& kind) {
    begin_sequence(chapter);
    std::string above = numbering_.chapters.at(&chapter).label;
    if (std::string const which = workshop_name(kind, layout_.numbering); !which.empty()) above += (above.empty() ? "" : "　") + which;
    opening(chapter, above);
    lead(chapter);

    std::vector<Fact> rows;
    auto add = [&](std::string_view label, std::string value) {
        if (!value.empty()) rows.push_back({std::string(label), nullptr, std::move(value), chapter.span});
    };
    if (!kind.theme.empty()) rows.push_back({"テーマ", &kind.theme, {}, chapter.span});
    std::string when = kind.date ? date_text(kind.date) : std::string();
    auto clock = [&](std::string const& time) { return vertical_ ? clock_words(time) : time; };
    if (!kind.time.empty()) when += (when.empty() ? "" : "　") + clock(kind.time);
    add("開催日時", when);
    add("会場", kind.venue);
    add("主催", kind.organizer);
    add("進行", kind.facilitator);
    add("参加者", all_digits(kind.participants) ? kind.participants + "名" : kind.participants);
    Length const label_width = style(Role::FactLabel).size * 6;
    if (!rows.empty() && vertical_) labelled(rows, Role::FactLabel, Role::FactValue);
    if (!rows.empty() && !vertical_) facts(rows, Role::FactLabel, Role::FactValue, TableLook::Facts, label_width);

    if (!kind.program.empty()) {
        ParagraphBlock head = paragraph(Role::Heading3, "プログラム", TagType::H2, sect_);
        head.is_heading = true;
        push(std::move(head));
        std::vector<Fact> program;
        for (ProgramItem const& item : kind.program)
            program.push_back({clock(item.time), &item.item, {}, item.span});
        if (vertical_)
            labelled(program, Role::FactLabel, Role::FactValue);
        else
            facts(program, Role::FactLabel, Role::FactValue, TableLook::Plain, label_width);
    }
    blocks(chapter.body);
    unplaced_figures(chapter);
    // Photos: a pair before the groups, the others before the summary, so that no page is all text or all pictures.
    std::size_t const split = std::min<std::size_t>(kind.photos.size(), 2);
    photos(kind.photos, 0, split);
    for (Group const& group : kind.groups)
        workshop_group(group);
    photos(kind.photos, split, kind.photos.size());
    if (!kind.summary.empty()) {
        ParagraphBlock head = paragraph(Role::Heading1, "全体のまとめ", TagType::H2, sect_);
        head.is_heading = true;
        head.anchor = numbering_.add_anchor();
        out_.tags[head.text.tag].anchor = *head.anchor;
        out_.outline.push_back({2, "全体のまとめ", *head.anchor});
        if (layout_.decoration.heading1_bar > Length{}) {
            head.rule_below = layout_.decoration.heading1_bar;
            head.rule_color = layout_.decoration.accent;
            head.rule_gap = style(Role::Heading1).size / 3;
        }
        push(SectionMark{"全体のまとめ"});
        push(std::move(head));
        blocks(kind.summary);
    }
}

void Resolver::workshop_group(Group const& group) {
    std::string name = group.name;
    if (group.people > 0) name += "（" + std::to_string(group.people) + "名）";
    ParagraphBlock head = paragraph(Role::GroupName, name, TagType::H2, sect_, group.span);
    head.is_heading = true;
    head.anchor = numbering_.add_anchor();
    out_.tags[head.text.tag].anchor = *head.anchor;
    out_.outline.push_back({2, name, *head.anchor});
    push(SectionMark{name});
    push(std::move(head));
    if (!group.feature.empty()) {
        ParagraphBlock feature = rich_paragraph(Role::GroupFeature, group.feature, TagType::P, sect_, group.span);
        TextStyle label = number_style(Role::GroupFeature);
        prepend_plain(feature.text, "特色　", label, group.span);
        push(std::move(feature));
    }
    if (!group.opinions.empty() && vertical_) {
        std::vector<Fact> rows;
        for (auto const& opinion : group.opinions)
            rows.push_back({"・", &opinion, {}, group.span});
        labelled(rows, Role::Opinion, Role::Opinion, kOneEm); // the bullet where those of other lists stand
    } else if (!group.opinions.empty()) {
        TableBlock notes;
        notes.look = TableLook::Notes;
        notes.span = group.span;
        notes.columns.resize(2);
        notes.columns[0].weight = notes.columns[1].weight = 1;
        TagNode list_node;
        list_node.type = TagType::L;
        list_node.parent = sect_;
        notes.tag = out_.tags.add(list_node);
        for (std::size_t i = 0; i < group.opinions.size(); i += 2) {
            TableRow row;
            for (std::size_t k = i; k < std::min(i + 2, group.opinions.size()); ++k) {
                Cell cell;
                TagId const item = out_.tags.add(TagType::Li, notes.tag);
                cell.tag = out_.tags.add(TagType::LBody, item);
                cell.paragraphs.push_back(rich_paragraph(Role::Opinion, group.opinions[k], TagType::P, cell.tag));
                row.add(std::move(cell));
            }
            notes.rows.push_back(std::move(row));
        }
        push(std::move(notes));
        push_notes(sect_);
    }
    blocks(group.body);
}

void Resolver::history(Chapter const& chapter, HistoryChapter const& kind) {
    begin_sequence(chapter);
    opening(chapter, numbering_.chapters.at(&chapter).label);
    lead(chapter);
    blocks(chapter.body);
    if (vertical_) {
        std::vector<Fact> rows;
        for (HistoryEvent const& event : kind.events)
            rows.push_back({date_text(event.date), &event.text, {}, event.span,
                            event.category.empty() ? "" : "［" + event.category + "］"});
        if (!rows.empty()) labelled(rows, Role::HistoryDate, Role::HistoryText);
        return unplaced_figures(chapter);
    }
    TableBlock made;
    made.look = TableLook::History;
    made.span = chapter.span;
    made.tag = out_.tags.add(TagType::Table, sect_);
    TableColumn date, what;
    date.fixed = style(Role::HistoryDate).size * 13;
    what.weight = 1;
    made.columns = {date, what};
    TagId const head_tag = out_.tags.add(TagType::THead, made.tag);
    TagId const body = out_.tags.add(TagType::TBody, made.tag);
    auto head_cell = [&](std::string_view text, TagId row) {
        TagNode node;
        node.type = TagType::Th;
        node.parent = row;
        node.scope = Scope::Column;
        Cell cell;
        cell.tag = out_.tags.add(node);
        cell.paragraphs.push_back(paragraph(Role::TableHead, text, TagType::P, cell.tag));
        cell.paragraphs.back().line.align = Align::Start;
        return cell;
    };
    TableRow head;
    head.tag = out_.tags.add(TagType::Tr, head_tag);
    head.add(head_cell("年月日", head.tag));
    head.add(head_cell("できごと", head.tag));
    made.head.push_back(std::move(head));
    for (HistoryEvent const& event : kind.events) {
        TableRow row;
        row.tag = out_.tags.add(TagType::Tr, body);
        TagNode node;
        node.type = TagType::Th;
        node.parent = row.tag;
        node.scope = Scope::Row;
        Cell when, text;
        when.tag = out_.tags.add(node);
        when.paragraphs.push_back(
            paragraph(Role::HistoryDate, date_text(event.date), TagType::P, when.tag, event.span));
        text.tag = out_.tags.add(TagType::Td, row.tag);
        text.paragraphs.push_back(rich_paragraph(Role::HistoryText, event.text, TagType::P, text.tag, event.span));
        if (!event.category.empty())
            prepend_plain(text.paragraphs.back().text, "［" + event.category + "］", number_style(Role::HistoryText),
                          event.span);
        row.add(std::move(when));
        row.add(std::move(text));
        made.rows.push_back(std::move(row));
    }
    if (!kind.events.empty()) push(std::move(made));
    push_notes(sect_);
    unplaced_figures(chapter);
}

void Resolver::essay(Chapter const& chapter, EssayChapter const& kind) {
    begin_sequence(chapter);
    Numbered const& known = numbering_.chapters.at(&chapter);
    PortraitHead head;
    head.span_lines = layout_.opening.lines;
    TagId const tag = out_.tags.add(TagType::H1, sect_);
    out_.tags[tag].anchor = known.anchor;
    out_.tags[tag].title = known.title;
    head.paragraphs.push_back(paragraph(Role::EssayLabel, "寄稿", TagType::P, sect_));
    head.paragraphs.back().anchor = known.anchor;
    head.paragraphs.push_back(
        paragraph(Role::EssayTitle, rich(Role::EssayTitle, chapter.title, tag), chapter.title_span));
    std::string author = kind.role;
    if (!kind.term.empty()) author += (author.empty() ? "" : "（") + kind.term + (author.empty() ? "" : "）");
    if (!kind.name.empty()) author += (author.empty() ? "" : "　") + kind.name;
    if (!author.empty()) head.paragraphs.push_back(paragraph(Role::EssayAuthor, author, TagType::P, sect_));
    if (kind.portrait) {
        head.portrait = figure_block(*kind.portrait, Role::Caption, sect_);
        head.portrait->caption.reset(); // the author line says who it is
    }
    push(std::move(head));
    out_.outline.push_back({1, known.title, known.anchor});
    lead(chapter);
    blocks(chapter.body);
    unplaced_figures(chapter);
    if (kind.date) signature(kind.date, {}, {});
}

void Resolver::album(Chapter const& chapter, AlbumChapter const& kind) {
    begin_sequence(chapter);
    opening(chapter, {});
    lead(chapter);
    blocks(chapter.body);
    PhotoGroupBlock group;
    group.columns = kind.per_page <= 2 ? 1 : 2;
    group.fill_page = true;
    group.per_page = kind.per_page;
    for (Figure const& photo : kind.photos) {
        TagId const parent = out_.tags.add(TagType::Div, sect_);
        group.photos.push_back(figure_block(photo, Role::AlbumCaption, parent));
    }
    if (!group.photos.empty()) push(std::move(group));
    push_notes(sect_);
    unplaced_figures(chapter);
}

void Resolver::colophon(Chapter const& chapter, ColophonChapter const& kind) {
    begin_sequence(chapter, false);
    push(FillPage{});
    Numbered const& known = numbering_.chapters.at(&chapter);
    TagId const tag = out_.tags.add(TagType::H1, sect_);
    out_.tags[tag].anchor = known.anchor;
    StyledText title = chapter.title.empty() ? styled_plain("奥付", text_style_of(Role::ColophonTitle), tag)
                                             : rich(Role::ColophonTitle, chapter.title, tag);
    ParagraphBlock head = paragraph(Role::ColophonTitle, std::move(title), chapter.title_span);
    head.anchor = known.anchor;
    head.is_heading = true;
    push(std::move(head));
    out_.outline.push_back({1, known.title.empty() ? "奥付" : known.title, known.anchor});

    std::vector<Fact> rows;
    auto add = [&](std::string_view label, std::string value) {
        if (!value.empty()) rows.push_back({std::string(label), nullptr, std::move(value), document_.title_span});
    };
    add("書名", document_.title);
    std::string issued = document_.date ? format_date(document_.date, DateStyle::Both, Weekdays::No) : std::string();
    std::string edition = document_.edition + document_.printing;
    if (!edition.empty()) issued += (issued.empty() ? "" : "　") + edition + "発行";
    add("発行日", issued);
    add("編集", document_.editor);
    add("発行", document_.publisher);
    for (ColophonItem const& item : kind.items)
        rows.push_back({item.label, &item.value, {}, item.span});
    facts(rows, Role::ColophonLabel, Role::ColophonValue, TableLook::Plain, style(Role::ColophonLabel).size * 7);
    blocks(chapter.body, {{}, Role::ColophonNote}, sect_);
}

} // namespace kumihan::style
