// Checks over the whole document: ids unique, references resolvable, heading levels in order, weekdays in the text
// true. Input: a Document as read. Output: diagnostics only.
#pragma once

#include "diag/sink.h"
#include "document/model.h"

namespace kumihan::document {

// When a chapter could not be read, references may point into it: then undefined ones are not reported.
enum class Chapters : std::uint8_t { Complete, SomeMissing };

void check(Document const& document, Chapters chapters, diag::Sink& sink, int jobs);

bool is_valid_id(std::string_view id); // a-z 0-9 - and Japanese letters

} // namespace kumihan::document
