// Numbering: one walk over the document in reading order that gives chapters, headings, figures, tables and notes their
// numbers, and everything that can be referred to its anchor. Pointers are keys into the immutable Document and are
// only looked up, never iterated, so results do not depend on addresses.
#pragma once

#include "document/model.h"
#include "spec/model.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace kumihan::style {

struct Numbered {
    std::string label; // "図2-3", "1.2", "第3章"; empty: no number
    std::string title; // plain text, for 「…」 references and bookmarks
    AnchorId anchor;
    std::string mark;    // of clauses: what stands before the text, 第1条 2 一 イ
    int mark_halves = 0; // its width in half ems
};

struct ContentsEntry {
    int level = 1; // 1 chapter, 2 section, 3 subsection
    std::string label;
    document::RichText const* title = nullptr;
    std::string suffix; // the author's role after an essay's title, which workshop it was
    AnchorId anchor;
};
struct FigureEntry {
    std::string label;
    document::RichText const* caption = nullptr;
    AnchorId anchor;
};

struct Numbering {
    std::unordered_map<document::Chapter const*, Numbered> chapters;
    std::unordered_map<document::Heading const*, Numbered> headings;
    std::unordered_map<document::Figure const*, Numbered> figures;
    std::unordered_map<document::Table const*, Numbered> tables;
    std::unordered_map<document::Clause const*, Numbered> clauses;
    std::map<std::string, Numbered> by_id; // what [[id]] finds
    std::vector<ContentsEntry> contents;   // in order
    std::vector<FigureEntry> figure_list, table_list;
    AnchorId book_notes;                   // of the section at the end of the book; none: there is no such section
    std::size_t anchor_count = 0;
    AnchorId add_anchor() { return AnchorId{anchor_count++}; }
};

Numbering number(document::Document const& document, spec::LayoutSpec const& layout);

// {n} decimal, {k} kanji numerals, {c} the chapter's number.
std::string fill_pattern(std::string const& pattern, int n, int chapter);
std::string kanji_number(int n); // 1 一, 10 十, 21 二十一, 105 百五; up to 9999

bool has_vertical_lines(document::Document const& document, document::Chapter const& chapter);
bool is_numbered(document::Chapter const& chapter);
bool is_in_contents(document::Chapter const& chapter);

// 第1回ワークショップ, as the layout calls it; empty where the plan gives no number.
std::string workshop_name(document::WorkshopChapter const& workshop, spec::Numbering const& words);

// Text without marks and atoms: for bookmarks, running heads, metadata.
std::string plain(document::RichText const& text);

} // namespace kumihan::style
