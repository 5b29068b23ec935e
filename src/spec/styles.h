// The styles of a layout by role (`styles`). Each starts from the style that the layout it extends gave its role. In a layout
// that extends none, all start from the body's, which is read first whatever the order of the file. Internal to this folder.
#pragma once

#include "spec/model.h"
#include "spec/value_reader.h"

namespace kumihan::spec {

// `from_nothing`: no layout before gave any.
void read_styles(yaml::Node node, Palette const& palette, LayoutSpec& spec, bool from_nothing, diag::Sink& sink);

} // namespace kumihan::spec
