// Internal to `style`: the state of one resolve() run. blocks.cpp turns paragraphs, lists, figures and tables into
// blocks; chapters.cpp knows the chapter kinds; contents.cpp the contents and lists.
#pragma once

#include "style/number.h"
#include "style/resolve.h"

#include <span>

namespace kumihan::style {

class Resolver {
public:
    Resolver(document::Document const& document, spec::LayoutSpec const& layout, StackIds const& stacks,
             Pictures const& pictures, Hyphenation const* hyphenation);
    StyledDocument run();

private:
    struct Indent {
        Em start = {};
        spec::Role role = spec::Role::Body;
    };

    // ---- chapters.cpp
    void chapter(document::Chapter const& chapter);
    void begin_sequence(document::Chapter const& chapter, bool furniture = true);
    void opening(document::Chapter const& chapter, std::string_view label);
    void cover(document::Chapter const& chapter, document::CoverChapter const& kind);
    void foreword(document::Chapter const& chapter, document::ForewordChapter const& kind);
    void text(document::Chapter const& chapter);
    void workshop(document::Chapter const& chapter, document::WorkshopChapter const& kind);
    void workshop_group(document::Group const& group);
    void history(document::Chapter const& chapter, document::HistoryChapter const& kind);
    void essay(document::Chapter const& chapter, document::EssayChapter const& kind);
    void album(document::Chapter const& chapter, document::AlbumChapter const& kind);
    void colophon(document::Chapter const& chapter, document::ColophonChapter const& kind);
    void lead(document::Chapter const& chapter);
    void signature(document::Date const& date, std::string const& role, std::string const& name);
    std::string date_text(document::Date const& date) const;

    // ---- contents.cpp
    void contents(document::Chapter const& chapter, document::ContentsChapter const& kind);
    void contents_entry(spec::Role role, std::string const& label, document::RichText const& title,
                        std::string const& suffix, AnchorId anchor, TagId list, Em title_at);

    // ---- blocks.cpp
    void blocks(document::Blocks const& blocks) { this->blocks(blocks, Indent{}, TagId{}); }
    // The blocks themselves, not copies: numbers of headings are found by their address.
    void blocks(std::span<document::Block const> blocks, Indent indent, TagId parent);
    void heading(document::Heading const& heading);
    void list(document::List const& list, Indent indent, TagId parent, int depth);
    // ---- line_blocks.cpp
    static TabStop tab_stop(document::TabStop const& stop);
    void apply(document::ParagraphForm const& form, ParagraphBlock& block);
    static std::vector<document::ParagraphPlace> letter_places(std::span<document::Block const> blocks);
    void roster(document::Roster const& roster, Indent indent, TagId parent);
    void statute(document::Statute const& statute, Indent indent, TagId parent);

    // ---- tables.cpp
    void table(document::Table const& table);
    void table_rows(document::Table const& table, TableBlock& made);
    void cell_text(Cell& cell, document::TableCell const& from, document::ColumnAlign align, bool in_head,
                   bool spread_heads);

    // ---- blocks.cpp
    // Key and value rows: the facts of a workshop, the colophon.
    struct Fact {
        std::string label;
        document::RichText const* rich = nullptr;
        std::string plain;
        Span span;
        std::string mark = {}; // before the words, in the colour of numbers
    };
    void labelled(std::vector<Fact> const& rows, spec::Role label, spec::Role value, Em label_at = {}); // in vertical chapters
    void facts(std::vector<Fact> const& rows, spec::Role label, spec::Role value, TableLook look, Length label_width,
               bool align_labels_start = true);

    // ---- figures.cpp
    // `called`: the line that calls for it.
    void figure(document::Figure const& figure, Span called = {});
    void photo_group(document::PhotoGroup const& group, Span called = {});
    void photos(std::vector<document::Figure> const& figures, std::size_t begin, std::size_t end);
    void unplaced_figures(document::Chapter const& chapter);
    FigureBlock figure_block(document::Figure const& figure, spec::Role caption_role, TagId parent);
    Boxed<ParagraphBlock> figure_caption(document::Figure const& figure, Numbered const* known, spec::Role role,
                                         TagId parent);

    ParagraphBlock paragraph(spec::Role role, StyledText text, Span span = {}) const;
    ParagraphBlock paragraph(spec::Role role, std::string_view text, TagType type, TagId parent, Span span = {});
    ParagraphBlock rich_paragraph(spec::Role role, document::RichText const& text, TagType type, TagId parent,
                                  Span span = {});
    StyledText rich(spec::Role role, document::RichText const& text, TagId tag);
    void push(Block block) { out_.blocks.push_back(std::move(block)); }
    // ---- notes.cpp
    void push_notes(TagId parent);
    void begin_notes(document::Chapter const& chapter);
    void book_notes(); // 巻末の注
    void put_end_notes();
    RichContext::NoteCall call_note(std::uint32_t index); // the first call gives the note its number
    Em note_hang() const; // of the notes of this chapter behind their marks
    NotePlace place_of_notes(document::Chapter const& chapter) const;
    std::vector<ParagraphBlock> note(std::uint32_t index, TagId parent);
    void end_notes(document::Chapter const& chapter);          // 後注, under a head of their own
    // The layout of the chapter at hand.
    spec::LayoutSpec const& here() const { return vertical_ && layout_.vertical ? *layout_.vertical : layout_; }
    // From line to line of running text, also in columns.
    Length pitch() const {
        return !vertical_ && columns_ > 1 ? layout_.columns.pitch(layout_.area) : here().area.pitch;
    }
    spec::Style const& style(spec::Role role) const { return here().style(role); }
    TextStyle text_style_of(spec::Role role) const { return text_style(style(role), stacks_); }
    TextStyle number_style(spec::Role role) const;
    document::Numerals numerals(spec::Role role) const; // of this chapter's text
    Numbered const& numbered(document::Heading const& h) const { return numbering_.headings.at(&h); }

    document::Document const& document_;
    spec::LayoutSpec const& layout_;
    StackIds const& stacks_;
    Pictures const& pictures_;
    Hyphenation const* hyphenation_;
    Numbering numbering_;
    StyledDocument out_;
    RichContext context_;
    document::Chapter const* chapter_ = nullptr;
    TagId sect_;                        // of the current chapter
    std::vector<std::uint32_t> end_notes_; // those used, in their order
    std::vector<NoteId> chapter_notes_; // of the current chapter, by index; none until used
    std::vector<bool> placed_figures_, placed_tables_, placed_groups_;
    int note_number_ = 0;
    std::vector<std::uint32_t> pending_notes_; // used by the block being made, tags to be added after it
    bool after_heading_ = false;
    bool vertical_ = false;     // the chapter at hand has vertical lines
    int columns_ = 0;           // of its horizontal lines, from here on
    NotePlace notes_at_ = NotePlace::Foot;
    bool book_end_ = false; // this chapter's notes stand at the end of the book
    // Those of the chapters whose notes stand at the end of the book, with what a chapter's notes need.
    struct BookNotes {
        document::Chapter const* chapter = nullptr;
        std::vector<NoteId> ids;
        std::vector<std::uint32_t> used;
        int last = 0; // number
    };
    std::vector<BookNotes> book_notes_;
    bool has_book_notes_ = false;
    std::vector<std::size_t> entries_of_book_notes_; // blocks: of no use where nothing calls such a note
    std::size_t note_count_ = 0; // of the whole book
};

// ---- labelled.cpp: times of the clock as they stand in vertical lines
std::string clock_words(std::string_view text);

} // namespace kumihan::style
