// Diagnostics as text: for people (message, place, excerpt with a caret, hint), short (one line each) and JSON.
// Input: an ordered Sink::Result and the sources. Output: a string; nothing is written to a stream here. The caret
// stands right under full-width text because columns are counted in displayed width (UAX #11); reported columns count
// characters.
#pragma once

#include "diag/sink.h"
#include "source/source_store.h"

#include <string>

namespace kumihan::diag {

enum class Language : std::uint8_t { Japanese, English };
enum class Format : std::uint8_t { Human, Short, Json };
enum class Colour : std::uint8_t { No, Yes };

struct PrintOptions {
    Language language = Language::Japanese;
    Format format = Format::Human;
    Colour colour = Colour::No;
};

std::string print(Sink::Result const& result, SourceStore const& sources, PrintOptions options = {});

// The message and the hint with their values in place.
std::string message(Diagnostic const& diagnostic, Language language);
std::string hint(Diagnostic const& diagnostic, Language language); // empty: none

} // namespace kumihan::diag
