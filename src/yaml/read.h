// read(): one source file -> Tree, the adapter over yaml-cpp. Reports bad UTF-8, control characters, the accidents of
// hand-written YAML (full-width colon, tab or full-width indentation, `: ` inside a value …) each with its own code,
// and goes on where it can, so that one run shows every problem. Bounded: depth kMaxDepth, alias expansion
// kMaxExpansion. No value: nothing usable (reported). Several files may be read in parallel.
#pragma once

#include "diag/sink.h"
#include "source/source_store.h"
#include "yaml/node.h"

#include <optional>

namespace kumihan::yaml {

inline constexpr std::uint64_t kMaxExpansion = 200'000; // nodes and 64-byte units of text that aliases may add

std::optional<Tree> read(FileId file, SourceStore const& store, diag::Sink& sink);

} // namespace kumihan::yaml
