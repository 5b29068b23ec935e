// Document: what the authors said. Chapters with their fields, blocks and rich text; no sizes, no fonts, no numbers
// that depend on order. Input of `style`. Every value carries the Span it came from.
#pragma once

#include "base/ids.h"
#include "source/span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kumihan::document {

// ---- rich text -----------------------------------------------------------------------------------------------------

// Bytes [text_begin, next piece) of RichText::text come from the source bytes starting at source.begin. When both
// lengths are equal the mapping is byte by byte, else the whole piece maps to the whole span.
struct TextPiece {
    std::uint32_t text_begin = 0;
    std::uint32_t length = 0;
    Span source;
};

struct Strong {};
struct Dots { // 圏点
    std::string sign; // empty: the layout's
};
struct Ruby {
    std::vector<std::string> reading; // one part: the reading of the whole base; several: one per base character
    std::vector<std::string> second;  // 両側ルビ: below the base, or on the left of vertical lines; likewise
};
enum class SideKind : std::uint8_t { Solid, Double, Dotted, Wavy };
struct Sideline { // 傍線・下線
    SideKind kind = SideKind::Solid;
};
struct Warichu { // 割注: set in two small lines between brackets
    std::string opening = "（", closing = "）";
};
struct Script { // 上付き・下付き
    bool superior = true;
};
struct InLanguage { // [Bonjour]{フランス語}
    std::string tag; // BCP 47
};
struct Link {
    std::string url;
};
struct TateChuYoko {}; // typed ^12^ : set upright in vertical text, no effect in horizontal

struct FitWidth { // {山田|字取り5}: set to the width of so many characters
    double em = 0;
};
struct Scaled { // {小さく|80%}
    int percent = 100;
};

struct Mark {
    std::uint32_t begin = 0,
                  end = 0; // bytes of RichText::text; marks are properly nested, ordered by begin, outer first
    std::variant<Strong, Dots, Ruby, Link, TateChuYoko, FitWidth, Scaled, Sideline, Warichu, Script, InLanguage> what;
    Span span;
};

// An atom stands at a U+FFFC in the text.
struct NoteRef {
    std::uint32_t note = 0; // index into Chapter::notes
};
enum class RefForm : std::uint8_t { Number, Page, Title }; // 図2-3 / 12ページ / 「見出し」
struct CrossRef {
    std::string target;
    RefForm form = RefForm::Number;
};
struct LineBreak {};
struct Tab {}; // [タブ]
struct Atom {
    std::uint32_t at = 0;
    std::variant<NoteRef, CrossRef, LineBreak, Tab> what;
    Span span;
};

struct RichText {
    std::string text; // paragraphs never contain a newline; source line breaks are already joined
    std::vector<TextPiece> pieces;
    std::vector<Mark> marks;
    std::vector<Atom> atoms; // ordered by `at`
    bool empty() const { return text.empty(); }
};

// ---- dates ---------------------------------------------------------------------------------------------------------

enum class DatePrecision : std::uint8_t { Year, Month, Day };
struct Date {
    int year = 0, month = 0, day = 0; // month and day 0 when not known
    DatePrecision precision = DatePrecision::Year;
    Span span;
    explicit operator bool() const { return year != 0; }
};

// ---- figures --------------------------------------------------------------------------------------------

enum class FigureWidth : std::uint8_t { Full, ThreeQuarters, TwoThirds, Half, Third, Natural };
// Auto: where the text calls it, or at the head of the next page. Page and Spread: a page, or two facing ones, of its own.
enum class FigurePlace : std::uint8_t { Auto, Here, Top, Bottom, Page, Spread };
// 回り込み: where the picture stands. Left and right are for horizontal lines, top and bottom for vertical ones.
enum class FigureWrap : std::uint8_t { None, Left, Right, Top, Bottom };
enum class CaptionSide : std::uint8_t { Below, Outer, Inner };
struct Focus { // what must stay in a picture that is cropped: shares of its width and height from the top left corner
    double x = 0.5, y = 0.5;
};

struct Figure {
    std::string id;   // empty: cannot be referred to
    std::string file; // path relative to the plan folder, already checked to stay within allowed folders
    RichText caption;
    std::string alt;
    bool decorative = false; // an ornament: artifact, no alt text asked for
    std::string credit;
    Date date;
    FigureWidth width = FigureWidth::Full;
    FigurePlace place = FigurePlace::Auto;
    FigureWrap wrap = FigureWrap::None;
    CaptionSide caption_side = CaptionSide::Below;
    bool bleed = false;  // 裁ち切り: out to the edges of the paper
    bool crop = false;   // may be cut to fill its place
    double ratio = 0;    // height / width that the picture is cut to; 0: its own
    Focus focus;
    bool numbered = true;
    bool spans = false; // 段抜き: over all columns
    Span span, file_span, id_span;
};

// Photos that stand together and fill the measure.
struct PhotoGroup {
    Figure whole; // no file: what they share, caption, number, place and whether they may be cut
    std::vector<Figure> photos;
    Span span;
};
inline constexpr std::size_t kLeastPhotos = 2, kMostPhotos = 9; // of a group

// ---- blocks --------------------------------------------------------------------------------------------------------

struct Block;
using Blocks = std::vector<Block>;

enum class ParagraphPlace : std::uint8_t { Usual, Flush, Center, End }; // 天付き, 中央, 地付き
enum class TabAlign : std::uint8_t { Start, Center, End, Decimal };
struct TabStop {
    double em = 0; // from the start of the measure
    TabAlign align = TabAlign::Start;
    std::string leader;
};
// What `{…}` at the end of a paragraph says about it.
struct ParagraphForm {
    std::string language; // BCP 47; empty: the document's
    ParagraphPlace place = ParagraphPlace::Usual;
    double raise = 0; // 字上げ: this far from the end
    std::vector<TabStop> tabs;
};
struct Paragraph {
    RichText text;
    ParagraphForm form;
};
// [名簿]: one person a line: role, name, affiliation.
struct RosterRow {
    RichText role, name, affiliation;
    Span span;
};
struct Roster {
    std::vector<RosterRow> rows;
};
// [条文]: articles, their paragraphs, items and sub-items, one a line.
enum class ClauseLevel : std::uint8_t { Article, Paragraph, Item, SubItem }; // 第1条 / 2 / 一 / イ
struct Clause {
    ClauseLevel level = ClauseLevel::Article;
    int number = 0; // 0: none (the plain paragraphs of an article)
    int branch = 0; // 第3条の2
    std::string id;
    RichText title, text; // title: of articles, （目的）
    Span span, id_span;
};
struct Statute {
    std::vector<Clause> clauses;
};
struct Heading {
    int level = 1; // 1 節, 2 項, 3 小見出し (the chapter title stands above them)
    std::string id;
    RichText text;
    bool numbered = true;
    bool spans = false; // 段抜き: over all columns
    Span id_span;
};
struct ListItem {
    Blocks blocks;
    Span span;
};
struct List {
    bool ordered = false;
    int start = 1;
    std::vector<ListItem> items;
};
struct Quote {
    Blocks blocks;
};
struct FigureUse {
    std::uint32_t figure = 0; // index into Chapter::figures
};
struct TableUse {
    std::uint32_t table = 0; // index into Chapter::tables
};
struct PhotosUse {
    std::uint32_t group = 0; // index into Chapter::photo_groups
};
struct PageBreak {};
struct SetColumns { // from here on
    int count = 0;  // 0: the chapter's own again
};
struct Rule {}; // `* * *`: a change of scene

struct Block {
    std::variant<Paragraph, Heading, List, Quote, FigureUse, TableUse, PhotosUse, PageBreak, SetColumns, Rule, Roster, Statute> what;
    Span span;
};

// ---- tables --------------------------------------------------------------------------------------------------------

// Auto: figures at the end of the cell, words at its start. Decimal: on the decimal point. Spread: 均等割り.
enum class ColumnAlign : std::uint8_t { Auto, Start, Center, End, Decimal, Spread };
enum class WidthUnit : std::uint8_t { Content, Share, Millimetre, Character };
struct TableColumn {
    ColumnAlign align = ColumnAlign::Auto;
    double width = 0; // of its unit
    WidthUnit unit = WidthUnit::Content;
};
struct TableCell {
    Blocks blocks;                 // paragraphs and lists
    std::optional<ColumnAlign> align; // where it differs from its column
    bool head = false;             // a head among the rows
    std::uint32_t columns = 1, rows = 1; // 0: covered by the cell to its left or above it
    Span span;
};
enum class TableWidth : std::uint8_t { ByContent, Full };
struct Table {
    std::string id;
    RichText caption;
    std::vector<TableColumn> columns;
    std::vector<std::vector<TableCell>> head, rows; // every row has as many cells as there are columns
    std::uint32_t head_columns = 0;                 // columns that hold row heads (TH, Scope Row)
    std::vector<RichText> notes;
    RichText source; // 出典
    std::string look;  // of the layout; empty: its usual one
    std::optional<TableWidth> width; // empty: the layout decides
    bool turned = false;             // 横倒し
    bool spans = false;              // 段抜き: over all columns
    bool numbered = true;
    Span span, id_span, look_span;
};

struct Note {
    std::string label; // as typed: [^label]
    Blocks blocks;
    Span span;
};

// ---- chapters ------------------------------------------------------------------------------------------------------

struct CoverChapter {
    std::optional<Figure> photo;
};
struct ForewordChapter {
    std::optional<Figure> photo;
    std::string role, name;
    Date date;
};
struct ContentsChapter {
    int depth = 2; // 1 chapters only, 2 and sections, 3 and subsections
    bool figures = false, tables = false;
};
struct TextChapter {};

struct ProgramItem {
    std::string time;
    RichText item;
    Span span;
};
struct Group {
    std::string name;
    int people = 0;                 // 0: not said
    RichText feature;               // 特色
    std::vector<RichText> opinions; // 意見
    Blocks body;
    Span span;
};
struct WorkshopChapter {
    int number = 0; // 第n回; 0: not said
    Date date;
    std::string time; // 13:30–16:00, as typed
    std::string venue, organizer, facilitator;
    std::string participants; // "30" is printed 30名; other text as it is
    RichText theme;
    std::vector<ProgramItem> program;
    std::vector<Group> groups;
    Blocks summary; // 全体のまとめ
    std::vector<Figure> photos;
};
struct HistoryEvent {
    Date date;
    RichText text;
    std::string category;
    Span span;
};
struct HistoryChapter {
    std::vector<HistoryEvent> events;
};
struct EssayChapter {
    std::string role, name, term; // 役職, 氏名, 期
    std::optional<Figure> portrait;
    Date date;
};
struct AlbumChapter {
    std::vector<Figure> photos;
    int per_page = 4; // 1 to 6
};
struct ColophonItem {
    std::string label;
    RichText value;
    Span span;
};
struct ColophonChapter {
    std::vector<ColophonItem> items; // beside those that come from plan.yaml
};

enum class Writing : std::uint8_t { Horizontal, Vertical };
// Numbers of vertical text: as typed, as kanji with years by position, as kanji by position throughout.
enum class Numerals : std::uint8_t { Arabic, Kanji, Positional };
enum class NotePlace : std::uint8_t { Foot, End, Book, Side }; // 脚注, 章末の後注, 巻末の後注, 傍注

struct Chapter {
    std::string file; // as named in plan.yaml, for messages and dumps
    std::string id;
    RichText title;                  // empty where the kind has none (cover)
    std::string short_title;         // 柱; empty: the title's text
    std::optional<bool> numbered;    // empty: by kind
    std::optional<bool> in_contents; // empty: by kind
    RichText lead;                   // リード: a paragraph under the title
    std::optional<Writing> writing;  // empty: the plan's
    std::optional<Numerals> numerals; // empty: the plan's
    int columns = 0;                 // columns, or tiers of vertical lines; 0: the layout's
    std::optional<NotePlace> notes_at; // empty: the plan's
    bool use_readings = true;          // the plan's dictionary of readings
    Blocks body;
    std::vector<Figure> figures;
    std::vector<Table> tables;
    std::vector<PhotoGroup> photo_groups;
    std::vector<Note> notes;
    std::variant<CoverChapter, ForewordChapter, ContentsChapter, TextChapter, WorkshopChapter, HistoryChapter,
                 EssayChapter, AlbumChapter, ColophonChapter>
        kind;
    Span span, title_span, id_span;
};

// 読み: a word of the plan's dictionary of readings.
struct ReadingEntry {
    std::string word;
    std::vector<std::string> reading; // one part: of the whole word; several: one per character
    Span span;                        // of the key
};
enum class ReadingScope : std::uint8_t { First, Always }; // 初出（章ごと）, すべて

enum class DateStyle : std::uint8_t {
    Wareki,
    Seireki,
    Both
}; // 令和元年6月15日 / 2019年6月15日 / 2019年（令和元年）6月15日

struct Document {
    std::string title, subtitle, edition, printing, publisher, editor, language = "ja";
    std::string description;
    std::vector<std::string> keywords;
    Date date;          // 発行日
    std::string layout; // name or path; empty: the default layout
    std::string output; // file name of the PDF within output/
    DateStyle date_style = DateStyle::Wareki;
    bool weekdays = true; // print 曜日 with full dates
    int photo_ppi = 200;
    Writing writing = Writing::Horizontal;
    Numerals numerals = Numerals::Arabic; // of vertical chapters
    NotePlace notes_at = NotePlace::Foot; // of horizontal chapters; those of vertical ones stand at their end
    std::vector<ReadingEntry> readings;
    ReadingScope reading_scope = ReadingScope::First;
    bool furigana = false; // 総ルビ: a reading over every word that has one
    std::vector<Chapter> chapters;
    Span span, title_span, layout_span;
};

} // namespace kumihan::document
