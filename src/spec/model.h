// LayoutSpec: what a designer decided and no editor writes. Read from layouts/*.yaml; input of `style` and `page`.
// Lengths are absolute (pt), Em values are of the style's own size, line counts are of the body grid (基本版面).
#pragma once

#include "base/geometry.h"
#include "document/model.h"
#include "source/span.h"
#include "spec/roles.h"
#include "spec/switches.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kumihan::spec {

struct FaceSpec {
    std::filesystem::path file; // resolved: beside the layout, in fonts/, or absolute
    unsigned index = 0;
    double scale = 1.0;
    bool centre_in_em = false;
    Span span;
};
struct StackSpec {
    std::string name;
    std::vector<FaceSpec> japanese, latin, emoji, fallback;
    std::vector<FaceSpec> ruby; // Japanese faces of the readings over its text; none: the same
    Span span;
};

struct Style {
    std::string font = "mincho"; // a stack
    std::string strong_font;     // the stack of **bold**; empty: layout's strong
    Length size;
    Length pitch; // line pitch (行送り); 0: the body's, on the grid
    Color color;
    Color number_color; // of the number that stands before the text
    Align align = Align::Justify;
    Em indent; // 字下げ of the first line
    Em start_indent, end_indent;
    Em tracking;   // 字送り
    int lines = 0; // 行取り: the block takes this many grid lines, text centred in it; 0: as set
    int lines_before = 0, lines_after = 0; // blank grid lines; those before vanish at the head of a page
    Length before, after;                  // for text off the grid
    int keep_next = 0;                     // lines of what follows that must stand on the same page
    bool phrase = false;                   // break between 文節
    Hang hang = Hang::None;
    std::vector<document::TabStop> tabs; // none: every four ems
    Span span;
};

struct TypeArea {
    Length size;   // 文字サイズ of the body
    int chars = 0; // 字詰め
    int lines = 0; // 行数
    Length pitch;  // 行送り
    Length top;    // 天: trim edge to the type area
    Length gutter; // ノド
    Length width() const { return size * chars; }
    Length height() const { return pitch * (lines - 1) + size; }
    Length gap() const { return pitch - size; }
};

enum class ChapterBreak : std::uint8_t { Page, Recto }; // 改ページ, 改丁
enum class WidowPolicy : std::uint8_t { Fill, Avoid };  // 13.4
enum class FrontNumbers : std::uint8_t { OneSequence, Roman };

struct RunningHeads {
    bool shown = true;
    Length distance; // baseline above the type area
    bool rule = false;
    bool on_openings = false;
    bool on_blanks = false; // on the page that is left blank before 改丁
};
struct Folios {
    bool shown = true;
    Length distance; // baseline below the type area
    bool on_openings = true;
    bool on_blanks = false;
    FrontNumbers front = FrontNumbers::OneSequence;
};

struct Opening {      // the head of a chapter's first page
    int lines = 8;    // grid lines it takes at least
    Length rule;      // under the title; 0: none
    Length bar_width; // a short heavy bar above the label; 0: none
    Length bar;       // its thickness
};

struct Decoration {
    Color accent, tint, rule, rule_light;
    Length heavy, light; // 裏罫, 表罫
    Length card_padding, card_gap;
    Length heading1_bar; // thickness of the rule under (or bar beside) 節 heads; 0: none
};

struct Figures {
    Length before, after; // least room between text and figure
    Length caption_gap;
    double max_height = 0.62; // of the type area
    Length photo_gap;         // between photos of a group
    Length photo_height = Length::mm(48); // that rows of a group come near to
    Em wrap_gap = kOneEm;                 // between a picture and the text beside it
    Length portrait_width;
};

// 表の見た目: rules, tints and padding. An editor picks one by its name. Weights of 0: no rule.
struct TableStyle {
    std::string name;
    Length top, bottom, head, rows; // across: above, below, under the heads, between rows
    Length columns, stub, sides;    // down: between columns, after the row heads, at both ends
    Color color, light_color;       // of top, bottom, head and stub; of the others
    std::optional<Color> head_tint, stub_tint, stripe_tint; // heads, row heads, every other row
    Em padding = Em::ratio(6, 10), leading = Em::ratio(45, 100); // beside and above the text of a cell
    bool centred = true;       // a table narrower than the measure
    double fill = 0.7;         // one wider than this share of the measure fills it
    bool spread_heads = false; // short heads: 均等割り
    bool middle = true;        // heads and cells over several rows stand in the middle of their height
    Span span;
};
struct Tables {
    std::string look = "standard";
    std::vector<TableStyle> looks;
    std::string continues = "つづく", continued = "（つづき）"; // at the foot of a part, after the caption of the next
    std::string joined; // after what a joined cell says again on the next page
    std::string source = "出典：";
};

struct Numbering {
    std::string chapter = "第{n}章"; // {n} decimal, {k} kanji
    std::string section = "{c}.{n}"; // {c} chapter
    std::string subsection = "";     // empty: unnumbered
    std::string article = "第{n}条";
    std::string figure = "図{c}-{n}";
    std::string table = "表{c}-{n}";
    std::string figure_plain = "図{n}"; // in chapters without a number
    std::string table_plain = "表{n}";
    std::string workshop = "第{n}回ワークショップ";
};

// Which notes are counted together
enum class NoteNumbers : std::uint8_t { Chapter, Page, Book };
struct Notes {
    NoteNumbers numbers = NoteNumbers::Chapter;
    std::string mark = "{n})";     // without {n}: repeated, ＊ and ＊＊
    std::string continued = "→";   // beside the last line of a part that goes on overleaf; empty: none
    bool before_stops = true;      // a mark typed after 。 or 、 stands before it
    Length side_width, side_gap;   // the column of side notes in the fore-edge margin; no width: none
};

struct Contents {
    std::string leader = "…"; // repeated on a fixed phase grid
    Em leader_gap;
};

struct Cover {
    double photo_height = 0.6; // of the trim height, from the top edge, full bleed
    Length title_top;          // below the photo
    Length margin;             // from the left trim edge
};

struct Interlinear { // 行間に付くもの: ruby, 圏点, 傍線; and 割注, 添え字
    Em ruby = kHalfEm;                  // of the base
    Length ruby_least = Length::pt(4);  // small print is no smaller
    RubyOverhang ruby_overhang = RubyOverhang::Kana;
    RubyAlign ruby_align = RubyAlign::Centre; // in vertical lines
    std::string dots = "•", dots_vertical = "﹅";
    Em dots_size = Em::of(0.9); // of these and other small signs; full ones (●) are as large as ruby
    Length sideline = Length::mm(0.12); // thickness of 傍線 (表罫)
    Em warichu = Em::of(0.6);           // of the line's letters
    Em script = Em::of(0.62);           // 添え字
};

struct Columns { // 段組み
    Length gap;  // between columns at least
    Length rule; // in the gap; 0: none
    bool heads_span = false; // 節の見出し go over all columns (段抜き見出し)
    int lines = 0;           // of a column as high as the type area: short lines stand closer; 0: as many as there
    Length pitch(TypeArea const& area) const {
        return lines > 1 ? std::max(area.size, (area.height() - area.size) / (lines - 1)) : area.pitch;
    }
};

// 縦組み: the area of vertical pages. What is not said follows from the horizontal type area: as many lines and
// characters as its rectangle holds.
struct VerticalArea {
    Length size, pitch;
    int chars = 0, lines = 0; // of one tier
    int tiers = 2;
    Columns gaps; // between tiers
};

struct LayoutSpec {
    std::string name;
    Size trim;
    Length bleed;
    bool marks = false; // トンボ
    Binding binding = Binding::Auto;
    TypeArea area;
    std::vector<StackSpec> stacks;
    std::string strong_font = "gothic-bold";
    std::array<Style, kRoleCount> styles;
    Kinsoku kinsoku = Kinsoku::Strict;
    LineEndPunctuation line_end = LineEndPunctuation::Continuous;
    BracketIndent bracket_indent = BracketIndent::FullAndFlush;
    Hang hang = Hang::None;
    Em western_gap = kQuarterEm;
    bool hyphenation = true; // Western words may part at line ends
    ChapterBreak chapter_break = ChapterBreak::Page;
    WidowPolicy widows = WidowPolicy::Avoid;
    Interlinear interlinear;
    Columns columns;
    VerticalArea vertical_area;
    // The layout of vertical chapters: this one with the vertical area in place of `area` (chars along the line, lines
    // across the page) and the styles that differ. None in a vertical layout itself.
    std::shared_ptr<LayoutSpec const> vertical;
    RunningHeads heads;
    Folios folios;
    Opening opening;
    Decoration decoration;
    Figures figures;
    Tables tables;
    Numbering numbering;
    Notes notes;
    Contents contents;
    Cover cover;

    Style const& style(Role role) const { return styles[static_cast<std::size_t>(role)]; }
};

// The look of that name, or the usual one; made of the decoration where the layout names none.
TableStyle table_style(LayoutSpec const& layout, std::string_view name);

} // namespace kumihan::spec
