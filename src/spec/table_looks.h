// 表の見た目 (15.2): the looks of a layout by name. Each starts from the usual restrained one, which is made of the
// layout's decoration, or from the look of the same name in the layout it extends. Internal to this folder.
#pragma once

#include "spec/model.h"
#include "spec/value_reader.h"

namespace kumihan::spec {

void read_table_looks(yaml::Node node, Palette const& palette, LayoutSpec& spec, diag::Sink& sink);

} // namespace kumihan::spec
