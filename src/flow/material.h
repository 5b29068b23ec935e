// Material: the document as things to be stacked on pages, in order. Output of `flow`, input of `page`.
// Axes are logical and relative: inline from the start edge of the type area, block from the top of the item.
// Two kinds of things: Text, whose lines may part between pages, and Box, which never parts.
#pragma once

#include "base/boxed.h"
#include "base/geometry.h"
#include "base/ids.h"
#include "flow/frames.h"
#include "line/line.h"
#include "style/model.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kumihan::flow {

// A composed paragraph. `relaxed` replaces `lines` when a page asked for one line more or fewer.
struct SetParagraph {
    style::ParagraphBlock const* source = nullptr; // alive as long as the StyledDocument
    Length measure;
    Length inset; // before the measure, so that it holds whole ems (14.2)
    std::vector<line::SetLine> lines;
    std::vector<line::SetLine> relaxed;
    int looseness = 0;
    std::uint32_t tail_runs = 0, tail_links = 0; // of the last line, that its leader and folio brought
    line::Reach reach; // which numbers of lines `relaxed` may have
    line::Beside beside; // lines that stand beside a picture; such a paragraph is not relaxed
    std::vector<line::SetLine> const& current() const { return looseness == 0 ? lines : relaxed; }
    std::vector<line::SetLine>& current() { return looseness == 0 ? lines : relaxed; }
};
using ParagraphIndex = std::uint32_t;

// What stands inside an item, at a place of its own.
struct LinePiece {
    ParagraphIndex paragraph = 0;
    std::uint32_t line = 0;
    Length at;       // inline: start of the measure
    Length baseline; // block
    enum class Use : std::uint8_t { Once, First, Again } use = Use::Once; // First: it stands elsewhere Again, as artifact
};
struct RulePiece {
    Length at, top, width, height;
    Color color;
    bool ground = false; // a tint: painted before all else on the page, so that it covers no rule of its neighbours
};
struct PicturePiece {
    ImageId image;
    bool placeholder = false;
    Length at, top, width, height;
    double aspect = 1.0; // of the whole picture, height / width; where the frame has another one, it is cut around `focus`
    document::Focus focus;
    int half = 0; // 1, 2: what of a frame twice as wide stands left and right of the fold
    TagId tag;
    std::string shown;
    Span span;
};
using Piece = std::variant<LinePiece, RulePiece, PicturePiece>;

struct Spacing {
    int lines_before = 0, lines_after = 0; // blank grid lines; before: dropped at the head of a page
    Length before, after;                  // off the grid
    int keep_next = 0;                     // lines or boxes of what follows that must be on the same page
};

// Lines of one paragraph, one under the other.
struct Text {
    ParagraphIndex paragraph = 0;
    bool on_grid = true;
    Length pitch;
    Length size;
    Length at; // inline: where its lines begin
    std::optional<ParagraphIndex> label; // one line, set on the first line
    Length label_at;
    bool push_penultimate = false; // the last two lines go over together, the page stays one line short
};

// What a figure asks for beyond a place in the text.
struct Sheet {
    document::FigurePlace place = document::FigurePlace::Auto;
    bool bleeds = false;                // its pieces on_trim reach the edges of the paper
    std::optional<std::uint32_t> wrap;  // index into Material::wraps: stands beside lines and takes no room of its own
    std::vector<Piece> on_trim;         // measured from the trim's corner
    std::vector<Piece> on_left;         // the pieces on left-hand pages, where they differ
    std::vector<Piece> facing, facing_on_trim; // of a spread's second page
    std::string shown;                  // for messages
    Span called;                        // the line that calls for it
};

struct Box {
    Boxed<Sheet> sheet; // figures only
    Length extent;
    WritingMode mode = WritingMode::Horizontal; // of its pieces' axes; horizontal things may stand between vertical lines
    Length along;                               // inline extent, where the two differ
    Length at;                                  // inline start, of those
    int slots = 0;                // > 0: stands on the grid and takes so many lines (行取り)
    bool may_float = false;       // may move to the head of the next page while text goes on
    bool centre_leftover = false; // share the room up to the next grid line before and after
    std::vector<Piece> pieces;    // paint order
    bool tinted = false;          // some of them are grounds
    std::vector<NoteId> notes;
    std::optional<std::uint32_t> table; // a row: index of its TableRun
    std::uint32_t parts = 0; // > 0: the first item of so many that are a numbered table which may part
    bool ends_table = false; // the last of those
    std::vector<Piece> joined; // of a row at the head of a page: what joined cells hold that began further up
    bool last_row = false;
    bool is_heading = false;
};

// What stands around the break of a table that goes on: under its last row on a page (the closing rule, 「つづく」), and
// above its next row (its caption, its heads). Not part of the text.
struct TableRun {
    Box head, foot;
};

// A table on pages of its own, turned a quarter to the left (横倒し): the head of its pages lies at their left edge.
struct TurnedPages {
    std::vector<Box> pages; // along their own lines, that is up the page
};

struct CoverPage {
    std::vector<Piece> pieces; // from the trim's top left corner
};

struct PageBreak {
    style::BreakKind kind = style::BreakKind::Page;
};
// From here on the page goes on in other frames, below what stands there.
struct NewFrames {
    Frames frames;
};
struct Fill {}; // what follows, up to the end of the sequence, stands at the foot
struct Mark {
    std::string head; // running head of odd pages from here on
};

struct Item {
    std::variant<Text, Box, TurnedPages, CoverPage, PageBreak, NewFrames, Fill, Mark> what;
    Spacing spacing;
    std::vector<AnchorId> anchors; // at the item's top
    Span span;
    bool spans = false; // all columns or tiers (段抜き)
};

// What begins on a new page and ends where the next one begins.
struct Sequence {
    style::SequenceStart start;
    Frames frames;
    bool as_before = false;   // all its lines are those of the pass before: so are its pages
    bool has_opening = false; // its first page shows a chapter's head
    std::vector<Item> items;
};

// A note may part between two of its lines; the pieces of a line are those behind the line before it.
struct NoteLine {
    std::uint32_t pieces_end = 0;
    Length top, end;
};
struct SetNote {
    std::vector<Piece> pieces;
    Length extent;               // none: the note's text stands elsewhere (後注)
    std::vector<NoteLine> lines; // none: in one piece
    bool side = false;           // 傍注: beside the line of its mark
};

// 回り込み: a picture and the paragraphs that may stand beside it, in order. Lines are counted through all of them: `lines`
// of them, after the first `skip`, are set to the measure beside the picture.
struct Wrap {
    std::vector<ParagraphIndex> paragraphs;
    Length extent;         // across the lines: of the picture with its caption
    Length measure, whole; // of the lines beside it, and of all others
    bool at_start = true;  // of the measure they stand
    Length pitch, line_gap, em;
    std::size_t lines = 0, skip = 0;
    std::size_t all = 0; // lines of the paragraphs together
    bool last_line_too = false; // one line more, where it would stand alone below
    Length start() const { return at_start ? Length{} : whole - measure; }
};

struct Material {
    std::vector<Sequence> sequences;
    std::vector<Wrap> wraps;
    std::vector<SetParagraph> paragraphs;
    std::vector<std::unique_ptr<style::ParagraphBlock>> owned; // sources made here: the marks of list items and notes
    std::vector<SetNote> notes;                                // by NoteId
    std::vector<TableRun> tables;                              // those that may go on over pages
    bool right_bound = false;
};

// Em box of a Japanese face: 0.88 above the baseline, 0.12 below (fonts.md section 1).
inline Length ascent(Length size) { return size.scaled(0.88); }

// From the head of a line's em boxes to its origin: the baseline, or the centre line of vertical text.
inline Length line_origin(Length size, WritingMode mode) {
    return mode == WritingMode::Horizontal ? ascent(size) : size / 2;
}

} // namespace kumihan::flow
