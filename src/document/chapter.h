// One chapter file -> Chapter. Internal to this folder; read.h is the entry.
#pragma once

#include "diag/sink.h"
#include "document/model.h"
#include "document/paths.h"
#include "document/table.h"
#include "yaml/node.h"

#include <string>

namespace kumihan::document {

Chapter read_chapter(yaml::Node root, std::string const& file, PlanPaths const& paths, TableFiles const& files,
                     diag::Sink& sink);

} // namespace kumihan::document
