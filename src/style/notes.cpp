// Notes (14): where they stand, their numbers and marks, the text of each with a link to its mark and back.
// 脚注 and 傍注 are kept beside the blocks, in StyledDocument::notes; 後注 become blocks of their own at the end of the
// chapter or of the book.
#include "style/awaited.h"
#include "style/join_text.h"
#include "style/resolver.h"

#include "base/utf8.h"

#include <algorithm>

namespace kumihan::style {

using namespace document;
using spec::NoteNumbers;
using spec::Role;

namespace {

constexpr char const* kNotesTitle = "注";

// About the width of a mark, so that notes of one chapter hang alike whatever their own numbers are.
double ems(std::string const& mark) {
    double sum = 0;
    for (char const byte : mark) {
        auto const b = static_cast<unsigned char>(byte);
        if ((b & 0xC0) == 0x80) continue;
        sum += b >= 0x80 ? 1.0 : byte >= '0' && byte <= '9' ? 0.58 : 0.35;
    }
    return sum;
}

} // namespace

style::NotePlace Resolver::place_of_notes(Chapter const& chapter) const {
    // Vertical pages have no foot to put notes at.
    if (vertical_) return NotePlace::Elsewhere;
    switch (chapter.notes_at.value_or(document_.notes_at)) {
    case document::NotePlace::End:
    case document::NotePlace::Book:
        return NotePlace::Elsewhere;
    case document::NotePlace::Side:
        return layout_.notes.side_width > Length{} ? NotePlace::Side : NotePlace::Foot;
    case document::NotePlace::Foot:
        break;
    }
    return NotePlace::Foot;
}

void Resolver::begin_notes(Chapter const& chapter) {
    chapter_notes_.clear();
    pending_notes_.clear();
    end_notes_.clear();
    if (layout_.notes.numbers != NoteNumbers::Book) note_number_ = 0;
    notes_at_ = place_of_notes(chapter);
    book_end_ = chapter.notes_at.value_or(document_.notes_at) == document::NotePlace::Book;
}

Em Resolver::note_hang() const {
    int most = static_cast<int>(chapter_->notes.size());
    if (layout_.notes.numbers == NoteNumbers::Book) most = static_cast<int>(note_count_);
    if (layout_.notes.numbers == NoteNumbers::Page && notes_at_ != NotePlace::Elsewhere) most = std::min(most, 9);
    int hang = 1; // whole ems, with two fifths of one between the mark and the text
    while (hang < ems(note_mark(layout_.notes.mark, most)) + 0.4 && hang < 6)
        ++hang;
    return kOneEm * hang;
}

RichContext::NoteCall Resolver::call_note(std::uint32_t index) {
    if (index >= chapter_notes_.size()) chapter_notes_.resize(index + 1);
    RichContext::NoteCall call;
    if (!chapter_notes_[index]) {
        NoteId const id{out_.notes.size()};
        chapter_notes_[index] = id;
        Note made;
        made.place = notes_at_;
        made.anchor = numbering_.add_anchor();
        made.mark = call.mark = numbering_.add_anchor();
        int number = ++note_number_;
        // Counted on the pages, the numbers are written in when these are known.
        if (layout_.notes.numbers == NoteNumbers::Page && notes_at_ != NotePlace::Elsewhere) {
            number = 1;
            made.number_awaited = context_.awaits_pages = true;
        }
        made.printed = note_mark(layout_.notes.mark, number);
        made.span = index < chapter_->notes.size() ? chapter_->notes[index].span : Span{};
        out_.notes.push_back(std::move(made));
        pending_notes_.push_back(index);
    }
    Note const& note = out_.notes[chapter_notes_[index].value];
    call.note = chapter_notes_[index];
    call.printed = note.printed;
    call.target = note.anchor;
    call.awaited = note.number_awaited;
    return call;
}

// The texts of the notes that the block before called follow it in the structure: read where they are called.
void Resolver::push_notes(TagId parent) {
    while (!pending_notes_.empty()) {
        auto const pending = std::move(pending_notes_);
        pending_notes_.clear();
        for (std::uint32_t const index : pending) {
            if (index >= chapter_->notes.size()) continue;
            if (notes_at_ == NotePlace::Elsewhere) {
                end_notes_.push_back(index);
                continue;
            }
            // A note may call another one, which moves the list.
            auto made = note(index, parent);
            out_.notes[chapter_notes_[index].value].paragraphs = std::move(made);
        }
    }
}

std::vector<ParagraphBlock> Resolver::note(std::uint32_t index, TagId parent) {
    NoteId const id = chapter_notes_[index];
    AnchorId const anchor = out_.notes[id.value].anchor, mark = out_.notes[id.value].mark;
    std::string const printed = out_.notes[id.value].printed;
    bool const awaited = out_.notes[id.value].number_awaited;
    bool const side = notes_at_ == NotePlace::Side;
    Role const role = side ? Role::SideNote : Role::Footnote;
    Em const hang = side ? style(role).start_indent : std::max(style(role).start_indent, note_hang());

    TagNode node;
    node.type = TagType::Note;
    node.parent = parent;
    node.anchor = anchor;
    TagId const tag = out_.tags.add(std::move(node));
    // Paragraphs and lists: what they become is taken out of the blocks again.
    std::size_t const first = out_.blocks.size();
    for (document::Block const& block : chapter_->notes[index].blocks) {
        if (auto const* p = std::get_if<Paragraph>(&block.what)) {
            ParagraphBlock made = rich_paragraph(role, p->text, TagType::P, tag, block.span);
            made.line.start_indent = hang;
            push(std::move(made));
        } else if (auto const* l = std::get_if<List>(&block.what)) {
            list(*l, {hang - style(Role::ListItem).start_indent, role}, tag, 0);
        }
    }
    std::vector<ParagraphBlock> out;
    for (std::size_t i = first; i < out_.blocks.size(); ++i)
        if (auto* p = std::get_if<ParagraphBlock>(&out_.blocks[i])) {
            p->whole_ems = !side;
            out.push_back(std::move(*p));
        }
    out_.blocks.resize(first);
    if (out.empty()) return out;

    // The number leads back to the place that called the note.
    TagId const label_tag = out_.tags.add(TagType::Lbl, tag, Attach::Inline);
    TagId const link_tag = out_.tags.add(TagType::Link, label_tag, Attach::Inline);
    auto const size = static_cast<std::uint32_t>(printed.size());
    out.front().text.anchors.insert(out.front().text.anchors.begin(), {0, anchor});
    TextStyle const look = number_style(role);
    if (hang > Em{} && !out.front().label) {
        out.front().label = styled_plain(printed, look, label_tag);
        out.front().label->tags.push_back({0, size, link_tag});
        out.front().label->links.push_back({0, size, mark, link_tag});
        if (awaited) out.front().label->awaited.push_back({0, size, AwaitedForm::NoteMark, {}, id});
    } else { // no room before the text: the number is part of its first line
        StyledText& text = out.front().text;
        std::string const before = printed + "\xE2\x80\x82"; // U+2002: half an em, no place to part
        prepend_plain(text, before, look);
        text.tags.insert(text.tags.begin(), {{0, static_cast<std::uint32_t>(before.size()), label_tag}, {0, size, link_tag}});
        text.links.insert(text.links.begin(), {0, size, mark, link_tag});
        if (awaited) text.awaited.insert(text.awaited.begin(), {0, size, AwaitedForm::NoteMark, {}, id});
        text.anchors.front().at = 0;
    }
    return out;
}

// 後注: at the end of the chapter, under a small head. A note may call further notes, which follow it.
void Resolver::end_notes(Chapter const& chapter) {
    push_notes(sect_);
    if (end_notes_.empty()) return;
    if (book_end_ && !vertical_) {
        book_notes_.push_back({&chapter, chapter_notes_, end_notes_, note_number_});
        return;
    }
    ParagraphBlock head = paragraph(Role::Heading3, "注", TagType::H2, sect_, chapter.span);
    head.is_heading = true;
    head.keep_next = std::max(head.keep_next, 2);
    head.lines_before = std::max(head.lines_before, 1);
    push(std::move(head));
    put_end_notes();
}

void Resolver::put_end_notes() {
    for (std::size_t i = 0; i < end_notes_.size(); ++i) {
        auto made = note(end_notes_[i], sect_);
        // A little air under the head
        if (i == 0 && !made.empty()) made.front().before = std::max(made.front().before, here().area.size.scaled(0.7));
        for (ParagraphBlock& one : made)
            push(std::move(one));
        push_notes(sect_);
    }
}

// 巻末の注: a section of its own, the notes of each chapter under its title.
void Resolver::book_notes() {
    if (book_notes_.empty()) return;
    AnchorId const anchor = numbering_.book_notes;
    vertical_ = false;
    columns_ = 0;
    sect_ = out_.tags.add(TagType::Sect, TagId{0u});
    SequenceStart start;
    start.kind = layout_.chapter_break == spec::ChapterBreak::Recto ? BreakKind::Recto : BreakKind::Page;
    start.head_even = start.head_odd = kNotesTitle;
    start.chapter_file = book_notes_.front().chapter->file;
    push(std::move(start));
    OpeningBlock opening;
    opening.span_lines = layout_.opening.lines;
    opening.anchor = anchor;
    opening.paragraphs.push_back(paragraph(Role::ChapterTitle, kNotesTitle, TagType::H1, sect_));
    TagId const head_tag = opening.paragraphs.back().text.tag;
    out_.tags[head_tag].anchor = anchor;
    out_.tags[head_tag].title = kNotesTitle;
    push(std::move(opening));
    out_.outline.push_back({1, kNotesTitle, anchor});
    for (BookNotes const& one : book_notes_) {
        chapter_ = one.chapter;
        chapter_notes_ = one.ids;
        end_notes_ = one.used;
        note_number_ = one.last;
        notes_at_ = NotePlace::Elsewhere;
        Numbered const& known = numbering_.chapters.at(one.chapter);
        std::string const title = known.label.empty() ? known.title : known.label + "　" + known.title;
        ParagraphBlock head = paragraph(Role::Heading2, title, TagType::H2, sect_, one.chapter->title_span);
        head.is_heading = true;
        head.keep_next = std::max(head.keep_next, 2);
        push(std::move(head));
        put_end_notes();
    }
    book_notes_.clear();
    has_book_notes_ = true;
}

} // namespace kumihan::style
