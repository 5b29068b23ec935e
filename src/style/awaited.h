// Words that wait for the pages: page numbers in contents and references, numbers of notes that are counted page by page.
// `style` writes stand-ins of about their width and marks them (StyledText::awaited); when `page` knows the numbers they
// are written in their places. Every range of the text keeps its words. Blocks, tags and anchors stay what they were.
#pragma once

#include "style/model.h"

#include <string>
#include <vector>

namespace kumihan::style {

// What the pages of a pass said.
struct References {
    std::vector<std::string> folio; // printed, by AnchorId; empty: on no page
    std::vector<int> note_numbers;  // by NoteId, where notes are counted page by page; 0: on no page
    bool operator==(References const&) const = default;
};

std::string awaited_words(Awaited const& awaited, std::string const& note_mark, References const& known);

// The mark of a note: `pattern` with {n} replaced; without it repeated (*, **, ***).
std::string note_mark(std::string pattern, int number);

// Gives the paragraphs whose words changed, ordered by address.
std::vector<ParagraphBlock const*> fill_in(StyledDocument& document, References const& known);

} // namespace kumihan::style
