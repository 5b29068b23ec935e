// What every fuzz target demands beside not crashing. A broken promise aborts, so that the fuzzer keeps the input.
#pragma once

#include "diag/sink.h"
#include "document/model.h"
#include "source/source_store.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kumihan::fuzz {

void demand(bool promise, char const* what);

// Every diagnostic can be printed in every form and stands within its file.
void check_diagnostics(diag::Sink const& sink, SourceStore const& store);

// Marks lie within the text, ordered and properly nested; every atom stands at its U+FFFC; pieces are ordered and lie
// within the file; the text is UTF-8.
void check_rich(document::RichText const& text, SourceStore const& store);

std::string_view text_of(std::uint8_t const* data, std::size_t size);

// A chapter whose body is `text`: each line indented, so that the bytes reach the markup and not the YAML reader.
std::string chapter_with_body(std::string_view text);

} // namespace kumihan::fuzz
