// A table of a chapter: rows written in YAML, or a CSV file beside it. Joined cells are marked where they would stand:
// `<` belongs to the cell on its left, `^` to the one above. Internal to this folder.
#pragma once

#include "diag/sink.h"
#include "document/markup.h"
#include "document/model.h"
#include "document/paths.h"
#include "source/file_loader.h"
#include "source/source_store.h"
#include "yaml/node.h"

#include <map>
#include <string>

namespace kumihan::document {

// The CSV files that tables name, by the name as written. Loaded before the chapters are read on several threads, so
// that files are numbered in the same order in every run; read-only from then on.
class TableFiles {
public:
    // Loads what the tables of a chapter name.
    void load(yaml::Node chapter, PlanPaths const& paths, FileLoader const& loader, SourceStore& store,
              diag::Sink& sink);
    FileId find(std::string_view name) const; // none: it could not be used, which was reported
    SourceStore const* store() const { return store_; }

private:
    std::map<std::string, FileId, std::less<>> files_;
    SourceStore const* store_ = nullptr;
};

Table read_table(yaml::Node node, TableFiles const& files, MarkupContext const& markup);

} // namespace kumihan::document
