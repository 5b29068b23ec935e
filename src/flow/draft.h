// Internal to `flow`: blocks after measures are known and before their lines are. Phase one walks the blocks and adds
// every paragraph with its measure; phase two composes all paragraphs in parallel; phase three places the lines.
#pragma once

#include "flow/compose.h"
#include "flow/material.h"
#include "font/library.h"
#include "spec/model.h"

#include <map>
#include <set>

namespace kumihan::flow {

struct FigureDraft {
    style::FigureBlock const* block = nullptr;
    Length at, width, height;
    std::optional<ParagraphIndex> caption;
    Length caption_width;
    bool spans = false; // all columns or tiers
    std::optional<std::uint32_t> wrap; // index into Material::wraps
    bool at_start = true;              // of the lines beside it
    Length shared;                     // by an upright picture and those lines, without the gap between them; else 0
    bool beside = false;               // the caption stands at its side
};
using RowsDraft = std::vector<std::vector<FigureDraft>>; // rows of photos side by side
struct CellDraft {
    style::Cell const* cell = nullptr;
    std::vector<ParagraphIndex> paragraphs, again; // again: on the next page, where that says something else
    Length at; // of the text, from the start of the cell
};
using RowDraft = std::vector<CellDraft>;
struct TableDraft {
    style::TableBlock const* block = nullptr;
    Length room, extent;                // along its lines, and across them on a page of its own
    Length at, width;                   // of the table within the room
    bool spans = false;                 // all columns or tiers
    std::vector<Length> starts, widths; // of columns, with the padding of cells
    std::vector<RowDraft> head, rows;
    std::optional<ParagraphIndex> caption, continued, continues;
    std::vector<ParagraphIndex> notes;
    // Figures that stand under each other: room before and after their decimal point, by column.
    struct Point {
        Length before, after;
    };
    std::vector<Point> points;
};
// Rows of a table, one box each, or one for all rows that a cell joins.
struct GridRows {
    std::vector<Box> boxes;
    std::vector<char> keeps; // by box: a joined cell has only this row before the next, or only the next one after it
};
// What can be said of a cell's text before it is set.
struct CellWidth {
    Length least, most;   // longest unbreakable part, all on one line
    Length before, after; // of a figure: its decimal point
};

// Where a figure is aligned: the byte of its decimal point, or the one behind its last digit.
std::size_t decimal_point(std::string_view text);

class Builder {
public:
    Builder(style::StyledDocument const& document, spec::LayoutSpec const& layout, font::FontLibrary const& fonts,
            diag::Sink& sink, int jobs)
        : document_(document), layout_(layout), fonts_(fonts), sink_(sink), jobs_(jobs) {}

    Material run(Before const& before);

private:
    // ---- compose.cpp
    void compose_all(Before const& before);
    void compare(Sequence& sequence);
    ParagraphIndex add(style::ParagraphBlock const& block, Length measure);
    void draft(style::Block const& block);
    void assemble(style::Block const& block);
    void text(style::ParagraphBlock const& block);
    int opening_slots(int lines) const;
    void opening(style::OpeningBlock const& block);
    void portrait_head(style::PortraitHead const& block);
    void cover(style::CoverBlock const& block);
    void upright_cover(style::CoverBlock const& block);
    void note(style::Note const& note);
    Sequence& sequence();
    void set_frames(style::SequenceStart start);
    Item& push(Item item);

    // A stack of paragraphs from `top` downwards; returns the end. Used inside boxes.
    Length stack(std::vector<ParagraphIndex> const& paragraphs, Length at, Length top, Box& box) const;
    Length stack(ParagraphIndex paragraph, Length at, Length top, Box& box) const;
    Length height(ParagraphIndex paragraph) const;
    bool vertical() const { return frames_.mode == WritingMode::Vertical; }
    // A horizontal box of this width among vertical lines: its height lies along the line.
    void stand_upright(Box& box, Length width) const {
        box.along = box.extent;
        box.extent = width;
    }
    SetParagraph const& set(ParagraphIndex index) const { return material_.paragraphs[index]; }
    ParagraphIndex next() { return next_++; }

    // ---- sheet.cpp: figures that ask for a place
    FigureDraft draft_placed(style::FigureBlock const& block);
    FigureDraft draft_side_caption(style::FigureBlock const& block);
    void place_side_caption(FigureDraft const& draft, Box& box) const;
    void place_page(FigureDraft const& draft, Box& box) const;
    void place_spread(FigureDraft const& draft, Box& box) const;
    void place_bleeding(FigureDraft const& draft, Box& box) const;
    bool has_own_page(style::FigureBlock const& block) const;

    // ---- wrap.cpp: text beside pictures
    std::optional<FigureDraft> draft_wrap(style::FigureBlock const& block);
    std::optional<FigureDraft> draft_upright_wrap(style::FigureBlock const& block);
    FigureDraft open_wrap(FigureDraft draft, Wrap wrap);
    void gather_beside(style::Block const& block);
    void begin_wraps(); // after lines are known: which of them stand beside pictures

    // ---- photos.cpp
    ParagraphIndex add_narrow(style::ParagraphBlock const& block, Length measure);
    void draft_group(style::PhotoGroupBlock const& block);
    void arranged_group(style::PhotoGroupBlock const& block);

    // ---- figure.cpp
    PicturePiece picture_of(style::FigureBlock const& block) const;
    FigureDraft draft_figure(style::FigureBlock const& block, Length at, Length measure, Length max_height);
    FigureDraft draft_upright_figure(style::FigureBlock const& block);
    Length place_figure(FigureDraft const& draft, Length top, Box& box) const; // end of the caption
    void figure(style::FigureBlock const& block);
    void photo_group(style::PhotoGroupBlock const& block);
    std::vector<RowsDraft> draft_rows(style::PhotoGroupBlock const& block); // by page
    std::vector<FigureDraft> draft_row(style::PhotoGroupBlock const& block, std::size_t begin, std::size_t end,
                                       Length height);
    Length row_height(style::PhotoGroupBlock const& block, std::size_t begin, std::size_t end, Length narrower = {}) const;
    Length narrower_by(style::PhotoGroupBlock const& block, std::vector<std::size_t> const& pattern, std::size_t first,
                       Length over) const;
    Length caption_height(style::PhotoGroupBlock const& block, std::size_t begin, std::size_t end, Length narrower) const;

    // ---- table.cpp
    void table(style::TableBlock const& block);
    std::vector<Item> table_parts(TableDraft const& draft);
    std::vector<Item> ruled_parts(TableDraft const& draft);
    std::vector<Item> plain_parts(TableDraft const& draft);
    void split_tall(GridRows& rows, Length extent, style::TableBlock const& block) const;
    std::optional<Box> split_row(Box& whole, Length limit) const;
    static Item joined(std::vector<Item> parts); // one box in place of several
    std::vector<Box> paged(std::vector<Item> parts, Length extent) const;
    Box row_box(TableDraft const& draft, RowDraft const& row, bool head, bool first, bool last) const;

    // ---- table_draft.cpp
    TableDraft draft_table(style::TableBlock const& block);
    void draft_columns(TableDraft& draft, std::map<style::Cell const*, CellWidth> const& known, bool trial) const;
    Length estimated_height(TableDraft const& draft, std::map<style::Cell const*, CellWidth> const& known) const;
    void fit_room(TableDraft& draft, bool parts) const; // parts: it goes on behind a page, and its caption says so
    CellDraft draft_cell(TableDraft const& draft, style::Cell const& cell, bool in_head,
                         std::map<style::Cell const*, CellWidth> const& known, std::vector<Length> const& spread);
    void say_again(CellDraft& cell); // with the layout's word that it goes on
    std::map<style::Cell const*, CellWidth> cell_widths(style::TableBlock const& block) const;

    // ---- table_grid.cpp
    GridRows grid_boxes(TableDraft const& draft, std::vector<RowDraft> const& rows, bool head) const;
    Length ruby_room(RowDraft const& row, Length pad) const;
    TableRun table_run(TableDraft const& draft, Box const* head) const;
    void place_points(TableDraft& draft) const;
    Length point_shift(TableDraft const& draft, CellDraft const& cell) const;
    Length caption_at(TableDraft const& draft, ParagraphIndex caption) const;

    style::StyledDocument const& document_;
    spec::LayoutSpec const& layout_;
    font::FontLibrary const& fonts_;
    diag::Sink& sink_;
    int jobs_;
    Material material_;
    Frames frames_ = columns(layout_, 1); // of the chapter at hand
    style::SequenceStart start_;          // what they follow from
    std::map<NoteId, Length> note_measure_;
    std::vector<char> taken_over_; // by paragraph: its lines are those of the pass before
    std::map<style::FigureBlock const*, FigureDraft> figures_;
    std::map<style::PhotoGroupBlock const*, std::vector<RowsDraft>> groups_;
    std::map<style::PhotoGroupBlock const*, ParagraphIndex> group_captions_;
    std::set<style::PhotoGroupBlock const*> spanning_groups_; // all tiers
    std::optional<std::uint32_t> open_wrap_; // paragraphs that come stand beside its picture
    std::map<style::TableBlock const*, TableDraft> tables_;
    std::map<style::ParagraphBlock const*, ParagraphIndex> paragraphs_, labels_;
    ParagraphIndex next_ = 0;
};

// Lines of a contents entry: the title keeps clear of the folio; leader and folio end the last line.
void finish_contents_line(SetParagraph& paragraph, spec::LayoutSpec const& layout, font::FontLibrary const& fonts,
                          diag::Sink& sink);
void cut_contents_tail(SetParagraph& paragraph); // the title's lines again, for another folio
// Room that the folio and its gap take at the end of a contents line.
Length contents_reserve(style::ParagraphBlock const& block);

double fraction(document::FigureWidth width); // of the measure

} // namespace kumihan::flow
