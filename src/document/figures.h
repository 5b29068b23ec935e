// What an editor says about a picture beyond its file and words: where it stands, and how it may be cut.
// Input: the fields of a figure or a group of photos. Output: the members of Figure that they fill in; each value that
// cannot be read is reported at its place and leaves the default (JLReq 4.3; digest 15.1).
#pragma once

#include "document/model.h"
#include "yaml/decode.h"

namespace kumihan::document {

void read_placing(yaml::ObjectReader const& reader, Figure& figure); // of a figure
void read_shared_placing(yaml::ObjectReader const& reader, Figure& figure); // of a group: place, crop, ratio

} // namespace kumihan::document
