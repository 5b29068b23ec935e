// A page's content stream, and what else of the page the rest of the file must know: which structure elements have
// content there in which order, the pictures used, the rectangles of figures.
// Consecutive items of one tag share a marked-content sequence; items without a tag are artifacts (ISO
// 32000-1 14.8.2.2).
#pragma once

#include "page/page.h"
#include "pdf/fonts.h"
#include "pdf/write.h"

#include <string>
#include <vector>

namespace kumihan::pdf {

struct ContentEvent { // in the order in which things appear on the page
    enum class Kind : std::uint8_t { Marked, Annotation } kind = Kind::Marked;
    TagId tag;
    std::uint32_t number = 0; // MCID, or index of the item that is the LinkArea
};

struct Box { // user space
    Fixed left = 0, bottom = 0, right = 0, top = 0;
};

struct PageContent {
    std::string stream; // filtered, if asked
    std::vector<ContentEvent> events;
    std::vector<ImageId> images; // ascending, each once
    std::vector<std::pair<TagId, Box>> figures;
    std::uint32_t marked = 0; // MCIDs given
};

struct ContentContext {
    page::Book const& book;
    font::FontLibrary const& library;
    Fonts const& fonts;
    Pictures const& pictures;
    std::vector<bool> const& says_actual_text; // by tag: its ActualText stands in the content too
    bool readable = false;
};

// User space coordinates of the trim's top left corner, y up.
Point trim_corner(page::Page const& page);
Box box_of(page::Page const& page, Point at, Size size);

PageContent page_content(page::Page const& page, ContentContext const& context);

std::string_view standard_type(style::TagType type); // of the structure types of PDF 1.7

} // namespace kumihan::pdf
