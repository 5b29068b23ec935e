// Facts about the whole document that writers need beside the pages: bookmarks and metadata.
#pragma once

#include "base/ids.h"
#include "document/model.h"

#include <string>
#include <vector>

namespace kumihan::style {

struct OutlineEntry {
    int level = 1;
    std::string title;
    AnchorId anchor;
};

struct Metadata {
    std::string title, author, subject, language, creator;
    std::vector<std::string> keywords;
    document::Date date; // of publication; fixes CreationDate and ModDate
};

} // namespace kumihan::style
