// Page objects in a balanced tree (fan-out 32, so that page 40,000 is four steps away), their boxes, pictures, and the
// page labels, which say what is printed on the page.
#pragma once

#include "pdf/content.h"

#include <map>
#include <vector>

namespace kumihan::pdf {

struct PageObjects {
    std::vector<Ref> pages;    // reserved
    std::vector<Ref> contents; // reserved
};

PageObjects reserve_pages(Store& store, std::size_t count);

struct PageParts {
    PageContent content;
    std::vector<Ref> annotations;
};

// Moves the streams out of `parts`.
void write_pages(Store& store, page::Book const& book, PageObjects const& objects, std::vector<PageParts>& parts,
                 Ref fonts, std::map<ImageId, Ref> const& images, bool compress);

std::map<ImageId, Ref> write_images(Store& store, std::vector<PageParts> const& parts, Pictures const& pictures);

Ref write_page_labels(Store& store, page::Book const& book);

} // namespace kumihan::pdf
