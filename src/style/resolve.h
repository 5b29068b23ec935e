// resolve: what the authors said and what the designer decided become flat blocks. Input: Document, LayoutSpec, the ids
// of font stacks and pictures. Output: StyledDocument. Pure. Words that only the pages know are stand-ins (awaited.h).
#pragma once

#include "diag/sink.h"
#include "document/model.h"
#include "spec/model.h"
#include "style/model.h"
#include "style/rich.h"

#include <map>
#include <string>

namespace kumihan::style {

struct Picture {
    ImageId image;
    int width = 0, height = 0;
    bool placeholder = false;
};
using Pictures = std::map<std::string, Picture>; // by Figure::file; missing: the file could not be used

StyledDocument resolve(document::Document const& document, spec::LayoutSpec const& layout, StackIds const& stacks,
                       Pictures const& pictures, Hyphenation const* hyphenation = nullptr);

// Whether the layout has every look that a table asks for; reports those it has not.
bool check_looks(document::Document const& document, spec::LayoutSpec const& layout, diag::Sink& sink);

} // namespace kumihan::style
