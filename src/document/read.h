// read_plan(): the folder of a plan -> Document. Reads plan.yaml and the chapter files it names, reports every problem
// of every file, and returns what could be read; no value only where there is no usable plan.yaml. Chapters are parsed
// in parallel; files are numbered and chapters stand in the order of plan.yaml, so results and messages do not depend
// on the threads. Whether the document may be printed is for the sink to say (has_errors).
#pragma once

#include "diag/sink.h"
#include "document/model.h"
#include "source/file_loader.h"
#include "source/source_store.h"

#include <filesystem>
#include <optional>

namespace kumihan::document {

// `jobs`: threads at most, 0 for as many as there are processors.
std::optional<Document> read_plan(std::filesystem::path const& folder, FileLoader const& loader, SourceStore& store,
                                  diag::Sink& sink, int jobs = 0);

} // namespace kumihan::document
