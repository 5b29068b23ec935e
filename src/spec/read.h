// read_layout: a layout file, and the ones it extends, -> LayoutSpec. Every problem is reported at its place; a value
// that cannot be used leaves the one it would replace. Fonts are found beside the layout file, then in the fonts
// folder.
#pragma once

#include "diag/sink.h"
#include "source/file_loader.h"
#include "source/source_store.h"
#include "spec/model.h"
#include "yaml/decode.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kumihan::spec {

struct SearchPaths {
    std::filesystem::path plan;    // a layout named with a path is looked for from here
    std::filesystem::path layouts; // those that come with the program
    std::filesystem::path fonts;
};

// `name`: of a layout that comes with the program ("a4-report"), or a path ending in .yaml. `named_at`: where the plan
// names it.
std::optional<LayoutSpec> read_layout(std::string const& name, Span named_at, SearchPaths const& paths,
                                      FileLoader const& loader, SourceStore& store, diag::Sink& sink);

// For the schema and the documentation: the fields of a layout file.
yaml::Fields layout_fields();
yaml::Fields style_fields();
yaml::Fields role_fields();
yaml::Fields stack_fields();
yaml::Fields face_fields();
yaml::Fields vertical_fields();
yaml::Fields tables_fields();
yaml::Fields look_fields();

} // namespace kumihan::spec
