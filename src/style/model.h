// StyledDocument: flat blocks whose every value is resolved, in reading order, with numbers, words of references and
// the structure tree. Output of `style`, input of `flow`. No lines, no pages yet.
#pragma once

#include "base/boxed.h"
#include "base/geometry.h"
#include "base/ids.h"
#include "spec/model.h"
#include "style/metadata.h"
#include "style/tags.h"
#include "style/text.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kumihan::style {

// The end of a contents line: leader and folio, flush with the end of the measure.
struct ContentsTail {
    StyledText folio;
    StyledText leader; // one leader character
    Em gap;            // least room between title and leader
};

struct ParagraphBlock {
    StyledText text;
    LineStyle line;
    Length pitch;        // between its lines
    bool on_grid = true; // its lines stand on the slots of the type area
    int span_lines = 0;  // 行取り: 0 none
    int lines_before = 0, lines_after = 0;
    Length before, after; // off the grid
    int keep_next = 0;
    bool whole_ems = false; // the measure holds whole characters: what is left over widens the start indent (14.2)
    bool is_heading = false;
    bool spans = false; // over all columns (段抜き)
    Boxed<StyledText> label; // list mark or note number, set at the start of the first line
    Em label_at;                     // from the start of the measure
    Boxed<ContentsTail> tail;
    std::optional<AnchorId> anchor;
    Length rule_below; // thickness; 0 none
    Color rule_color;
    Length rule_gap;
    Span span;
};

struct FigureBlock {
    ImageId image;
    bool placeholder = false;
    double aspect = 1.0;         // height / width that it is shown in
    double picture_aspect = 1.0; // of the whole picture; where they differ it is cut around its focus
    document::FigureWidth width = document::FigureWidth::Full;
    bool spans = false; // over all columns (段抜き)
    document::FigurePlace place = document::FigurePlace::Auto;
    document::FigureWrap wrap = document::FigureWrap::None;
    document::CaptionSide caption_side = document::CaptionSide::Below;
    bool bleed = false, crop = false;
    document::Focus focus;
    Boxed<ParagraphBlock> caption;
    TagId tag; // Figure; none: decorative
    std::optional<AnchorId> anchor;
    std::string shown; // file name for messages and placeholders
    Span span, called; // its description; the line of the text that calls for it
};

// Photos that stand together: rows of equal height that fill the measure, captions below each.
struct PhotoGroupBlock {
    std::vector<FigureBlock> photos;
    int columns = 2;
    bool fill_page = false; // album: one page each
    int per_page = 4;
    // A group that the editor put together: rows found by trial, one caption below them all or one for each.
    bool arranged = false;
    bool crop = false;
    double ratio = 0; // with crop: the shape of all; 0: from the photos
    document::FigurePlace place = document::FigurePlace::Auto;
    Boxed<ParagraphBlock> caption;
    std::optional<AnchorId> anchor;
    std::string shown;
    Span span, called;
};

struct Cell {
    std::vector<ParagraphBlock> paragraphs;
    TagId tag;
    std::uint32_t column = 0, columns = 1, rows = 1; // where it begins, and how far it spans
    bool head = false;
    bool spread = false;  // a head of one line that is spread over the width of its column (均等割り)
    bool decimal = false; // its figure stands with its decimal point under those of its column
};
enum class TableLook : std::uint8_t { Ruled, Facts, History, Notes, Plain }; // Notes: opinions as tinted cards
struct TableRow {
    std::vector<Cell> cells; // those that no other covers
    TagId tag;
    void add(Cell cell) { // beside the last one
        if (!cells.empty()) cell.column = cells.back().column + cells.back().columns;
        cells.push_back(std::move(cell));
    }
};
struct TableColumn {
    Length fixed;      // 0: from the content
    double weight = 0; // 0: from the content
};
struct TableBlock {
    TableLook look = TableLook::Ruled;
    spec::TableStyle style; // of Ruled ones
    std::vector<TableColumn> columns;
    std::vector<TableRow> head, rows;
    std::uint32_t head_columns = 0;
    Boxed<ParagraphBlock> caption;
    Boxed<ParagraphBlock> continues, continued; // 「つづく」 below a part, the caption above the next one
    std::vector<ParagraphBlock> notes;          // under the table, the source last
    double fill = 0;                            // a table wider than this share of the measure fills it
    bool turned = false;                        // 横倒し
    bool spans = false;                         // over all columns (段抜き)
    std::optional<AnchorId> anchor;
    TagId tag;
    Span span;
};

enum class BreakKind : std::uint8_t { Page, Recto };
struct BreakBlock {
    BreakKind kind = BreakKind::Page;
};

// Starts a sequence of pages: the composer begins a new page here.
struct SequenceStart {
    BreakKind kind = BreakKind::Page;
    std::string head_even, head_odd; // running heads
    bool furniture = true;           // no head and folio: cover
    bool front = false;              // front matter, for roman folios
    WritingMode mode = WritingMode::Horizontal;
    int columns = 0; // or tiers; 0: the layout's
    bool runs_on = true; // its text goes on from page to page; else any order of its pages reads as well
    std::string chapter_file; // for messages
    Span span;
};
struct ColumnsBlock { // from here on
    int count = 0;    // as SequenceStart::columns
};
struct SectionMark {
    std::string head; // running head of odd pages from here on
};
struct CoverBlock {
    Boxed<FigureBlock> photo;
    std::vector<ParagraphBlock> title, foot;
};
// An essay's head: title lines at the start, portrait at the end side.
struct PortraitHead {
    std::vector<ParagraphBlock> paragraphs;
    Boxed<FigureBlock> portrait;
    int span_lines = 8;
};
// Chapter opening: label and title in a block of grid lines, with a rule below.
struct OpeningBlock {
    std::vector<ParagraphBlock> paragraphs;
    int span_lines = 8;
    std::optional<AnchorId> anchor;
    Span span;
};
// Pushes what follows to the foot of the page.
struct FillPage {};

using Block = std::variant<ParagraphBlock, FigureBlock, PhotoGroupBlock, TableBlock, BreakBlock, SequenceStart,
                           SectionMark, CoverBlock, PortraitHead, OpeningBlock, FillPage, ColumnsBlock>;

enum class NotePlace : std::uint8_t { Foot, Side, Elsewhere }; // Elsewhere: its text is among the blocks (後注)
struct Note {
    std::vector<ParagraphBlock> paragraphs;
    std::string printed; // the mark
    bool number_awaited = false; // counted page by page
    NotePlace place = NotePlace::Foot;
    AnchorId anchor, mark; // of the note and of the first place that calls it
    Span span;
};

struct StyledDocument {
    std::vector<Block> blocks;
    std::vector<Note> notes; // by NoteId
    TagTree tags;
    std::vector<OutlineEntry> outline;
    Metadata metadata;
    std::size_t anchor_count = 0;
    bool needs_references = false; // some words wait for the pages
    std::string note_mark;         // pattern of the marks of notes
    bool right_bound = false;      // 右綴じ: pages follow each other from right to left
};

} // namespace kumihan::style
