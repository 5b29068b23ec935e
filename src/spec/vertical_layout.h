// The layout of vertical chapters: what the layout of the horizontal ones and its `vertical` say together. Input: a layout
// all else of which is read, and the styles that `vertical` changes, in the order of the files. Output: `spec.vertical`, a
// whole layout of its own, whose area stands in the middle of the horizontal pages'. Internal to this folder.
#pragma once

#include "spec/model.h"
#include "spec/value_reader.h"

#include <span>

namespace kumihan::spec {

void make_vertical(LayoutSpec& spec, std::span<yaml::Node const> vertical_styles, Palette const& palette,
                   diag::Sink& sink);

} // namespace kumihan::spec
