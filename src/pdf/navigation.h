// Where anchors are, links to them and to the web, and bookmarks.
#pragma once

#include "pdf/content.h"

#include <optional>
#include <string>
#include <vector>

namespace kumihan::pdf {

class Destinations {
public:
    Destinations(page::Book const& book, std::vector<Ref> const& pages);
    // "[12 0 R/XYZ 0 700 null]"; nothing for an anchor that stands on no page.
    std::optional<std::string> find(AnchorId anchor) const;

private:
    struct Place {
        std::size_t page = 0;
        Point at;
        bool known = false;
    };
    page::Book const& book_;
    std::vector<Ref> const& pages_;
    std::vector<Place> places_; // by AnchorId
};

// The entries of a link annotation; empty where its target stands nowhere.
std::string link_entries(page::Page const& page, page::PageItem const& item, Destinations const& destinations);

Ref write_outline(Store& store, std::vector<page::OutlineEntry> const& outline, Destinations const& destinations);

} // namespace kumihan::pdf
