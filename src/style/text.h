// StyledText: one paragraph's text with every value resolved. References are already words ("図2-3"), note marks are
// digits. Input of composition (shape, para, line).
#pragma once

#include "base/geometry.h"
#include "base/ids.h"
#include "base/language_tag.h"
#include "document/model.h"
#include "spec/switches.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kumihan::style {

enum class Script : std::uint8_t { None, Superior, Inferior };

struct TextStyle {
    FontStackId stack;
    Length size;
    Color color;
    Length rise; // baseline shift, positive away from the line below (note marks)
    Em tracking; // added after every cluster, heads only (字送り)
    // 添え字: the font's own superior or inferior figures at `size`, where it has them all; else set at `script_size` on `rise`.
    Script script = Script::None;
    Length script_size;
    bool tabular = false; // figures of one width: tables
    LanguageTag language; // none: the paragraph's
    bool operator==(TextStyle const&) const = default;
};

struct StyleRun {
    std::uint32_t begin = 0, end = 0; // runs cover the text without gap
    TextStyle style;
};
struct RubyMark {
    std::uint32_t begin = 0, end = 0;
    std::vector<std::string> reading; // one: group (or mono over one character); several: one per character
    TagId tag, base_tag, reading_tag; // Ruby, RB, RT
    Length size = {};                 // of the readings; 0: half of the base
    FontStackId stack = {};           // of the readings; none: that of the base
    bool below = false;               // the second reading of 両側ルビ: below, or on the left of vertical lines
};
struct DotsMark {
    std::uint32_t begin = 0, end = 0;
    std::string sign = {}; // empty: the usual one
    Length size = {};      // 0: half of the letters
};
struct SideMark { // 傍線・下線
    std::uint32_t begin = 0, end = 0;
    document::SideKind kind = document::SideKind::Solid;
    Length thickness = {};
};
struct WarichuMark { // without its brackets, which stand before `begin` and at `end`
    std::uint32_t begin = 0, end = 0;
    Length size = {}; // of its letters
};
struct ScriptMark { // 添え字
    std::uint32_t begin = 0, end = 0;
};
struct Together { // 縦中横: one cell of a vertical line
    std::uint32_t begin = 0, end = 0;
};
using LinkTarget = std::variant<std::string, AnchorId>; // URL, or a place in this document
struct LinkMark {
    std::uint32_t begin = 0, end = 0;
    LinkTarget target;
    TagId tag;
};
struct NoteMark {
    std::uint32_t begin = 0, end = 0; // the mark's digits
    NoteId note; // none: the note was called before
};
struct TagRun { // inline element; what no run covers carries the paragraph's own tag. Innermost last.
    std::uint32_t begin = 0, end = 0;
    TagId tag;
};
struct AnchorMark {
    std::uint32_t at = 0;
    AnchorId anchor;
};

// 10.5: text set to a width of whole ems (字取り).
struct FitMark {
    std::uint32_t begin = 0, end = 0;
    Em width;
};

// Words that wait for the pages (style/awaited.h): until then a stand-in.
enum class AwaitedForm : std::uint8_t { Folio, Page, NoteMark }; // "12", "12ページ", "3)"
struct Awaited {
    std::uint32_t begin = 0, end = 0;
    AwaitedForm form = AwaitedForm::Folio;
    AnchorId anchor; // whose page
    NoteId note;     // whose number
    document::Numerals numerals = document::Numerals::Arabic;
};

// U+2028 in the text is a forced line break; it is never drawn.
struct StyledText {
    std::string text;
    std::vector<document::TextPiece> pieces; // text byte -> source byte, for messages
    std::vector<StyleRun> runs;
    std::vector<RubyMark> ruby;
    std::vector<DotsMark> dots;
    std::vector<Together> together;
    std::vector<SideMark> sides;
    std::vector<WarichuMark> warichu;
    std::vector<ScriptMark> scripts;
    std::vector<LinkMark> links;
    std::vector<NoteMark> notes;
    std::vector<TagRun> tags;
    std::vector<AnchorMark> anchors;
    std::vector<Awaited> awaited;
    std::vector<FitMark> fits;       // ordered, apart from each other
    std::vector<std::uint32_t> tabs; // bytes that hold a space and mean a tab
    TagId tag; // of the paragraph; none: artifact (running head, folio, leader)
};

// Where the words of a language may part at a line end. Given by the driver; composition asks for words near line ends only.
class Hyphenation {
public:
    virtual ~Hyphenation() = default;
    // `word`: letters in lower case, UTF-8. out[i] != 0: it may part after byte i.
    virtual void points(std::string_view word, std::string_view language, std::vector<std::uint8_t>& out) const = 0;
};

// JLReq 3.6: where text goes on after a tab, from the start of the measure.
enum class TabKind : std::uint8_t { Start, Center, End, Decimal };
struct TabStop {
    Em at;
    TabKind kind = TabKind::Start;
    std::string leader; // repeated in the room before the stop
    bool operator==(TabStop const&) const = default;
};

using spec::Align;
using spec::BracketIndent;
using spec::BreakUnit;
using spec::Hang;
using spec::Kinsoku;
using spec::LineEndPunctuation;
using spec::RubyAlign;
using spec::RubyOverhang;

// How lines are made of it. japanese-composition.md names the clause of each switch.
struct LineStyle {
    Length size; // the paragraph's own size: unit of the indents
    Align align = Align::Justify;
    Em first_indent; // 字下げ of the first line, beyond start_indent; may be negative (hanging)
    Em start_indent, end_indent;
    Kinsoku kinsoku = Kinsoku::Strict;
    Hang hang = Hang::None;
    LineEndPunctuation line_end = LineEndPunctuation::Continuous;
    BreakUnit break_unit = BreakUnit::Character;
    BracketIndent bracket_indent = BracketIndent::FullAndFlush;
    Em western_gap = kQuarterEm; // 和欧間
    bool solid_kerning = false;  // heads: allow the font's kern and palt (never in body)
    WritingMode mode = WritingMode::Horizontal;
    std::string language = "en"; // of its Western words
    RubyOverhang ruby_overhang = RubyOverhang::Kana;
    RubyAlign ruby_align = RubyAlign::Centre; // of single characters in vertical lines
    Hyphenation const* hyphenation = nullptr; // none: words stay whole but for their soft hyphens
    std::vector<TabStop> tabs;   // ascending; without one every fourth em
};

} // namespace kumihan::style
