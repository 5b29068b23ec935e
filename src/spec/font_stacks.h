// The chains of faces of a layout by name (`fonts`). A list that is given takes the place of the one that the layout it
// extends gave; the others stay. A file's name without a folder is looked for beside the layout, then among the fonts.
// Internal to this folder.
#pragma once

#include "source/file_loader.h"
#include "spec/model.h"
#include "spec/value_reader.h"

#include <filesystem>

namespace kumihan::spec {

struct FontFolders {
    std::filesystem::path layout, fonts;
};

void read_font_stacks(yaml::Node node, FontFolders const& folders, FileLoader const& loader, LayoutSpec& spec,
                      diag::Sink& sink);

} // namespace kumihan::spec
