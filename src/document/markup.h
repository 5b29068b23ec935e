// Markup inside a run of text: bold, ruby, 圏点, tate-chu-yoko, links, notes, references, line breaks, escapes.
// Input: MappedText of one paragraph (its lines, already without block marks). Output: RichText whose marks are
// properly nested. Nothing throws: what cannot be read is reported at its place and stands in the text as typed. A
// mark's meaning never depends on spaces around it, as Japanese has none: これは**重要。**です is bold.
#pragma once

#include "diag/sink.h"
#include "document/mapped_text.h"
#include "document/model.h"

#include <functional>
#include <string_view>

namespace kumihan::document {

struct MarkupContext {
    diag::Sink& sink;
    // The index of the note with this label, counted from its first mention; `span` is that of the mark. Without it
    // (captions, titles, cells: nothing there can carry a note) [^1] is reported and stays text.
    std::function<std::uint32_t(std::string_view label, Span span)> note;
};

RichText parse_inline(MappedText const& text, MarkupContext const& context);

} // namespace kumihan::document
