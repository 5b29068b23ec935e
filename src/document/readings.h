// apply_readings: the plan's dictionary of readings becomes ruby in the text. Input: a Document whose chapters are read.
// Output: the same with Ruby marks added, and, for a furigana edition (総ルビ版), the words whose reading is not known.
// Readings stand over body text: paragraphs, lists, quotes, articles, leads, opinions, events, notes. Heads, captions, table
// cells, rosters and the colophon are left as typed, but not in a furigana edition. A word that has a ruby is never touched, and counts as the
// first occurrence. In a furigana edition the editor's own ruby are readings too, where they agree with each other.
// Words whose reading nobody gave stay without: a wrong reading of a name is worse than none.
#pragma once

#include "diag/sink.h"
#include "document/model.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kumihan::document {

struct UnknownWord {
    std::string word;
    std::size_t count = 0;
    Span first;
};

// In the order of their first places; empty without document.furigana.
std::vector<UnknownWord> apply_readings(Document& document, diag::Sink& sink);

} // namespace kumihan::document
