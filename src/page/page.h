// Page: a display list of placed items, the hinge between layout and the writers. Physical axes: origin at the top left
// of the trim, y down, in Length. Each item names its node of the structure tree; none means artifact.
// Nothing here refers to earlier stages but by id; a writer makes no layout decision.
#pragma once

#include "base/geometry.h"
#include "base/ids.h"
#include "line/line.h"
#include "style/metadata.h"
#include "style/tags.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace kumihan::page {

struct PlacedText { // origin: PageItem::at plus the run's own at and rise
    line::GlyphRun run;
    WritingMode mode = WritingMode::Horizontal;
    bool turned = false; // a quarter to the left: the line runs upwards
};
struct PlacedRule { // filled rectangle from `at`
    Size size;
    Color color;
};
struct PathPoint {
    enum class Kind : std::uint8_t {
        Move,
        Line,
        Curve,
        Close
    } kind; // Curve: three points in a row (two controls, end)
    Point point;
};
struct PlacedPath { // relative to `at`
    std::vector<PathPoint> points;
    bool fill = false;
    Color fill_color;
    Length stroke; // 0: none
    Color stroke_color;
};
struct PlacedImage { // fills the rectangle from `at`; `crop` is the visible part of the picture in 0..1 of its sides
    ImageId image;
    Size size;
    double crop_x = 0, crop_y = 0, crop_width = 1, crop_height = 1;
};
struct LinkArea {
    Size size;
    style::LinkTarget target;
    std::string description; // Contents of the annotation (PDF/UA 7.18.5)
};
struct Anchor {
    AnchorId id;
};

enum class ArtifactKind : std::uint8_t { Layout, Header, Footer, Background };

struct PageItem {
    Point at;
    std::variant<PlacedText, PlacedRule, PlacedPath, PlacedImage, LinkArea, Anchor> what;
    TagId tag;
    ArtifactKind artifact = ArtifactKind::Layout; // when tag is none
    Span span;
};

enum class FolioStyle : std::uint8_t { Decimal, RomanLower, None };
struct Folio {
    FolioStyle style = FolioStyle::Decimal;
    int number = 1;
    std::string printed; // as on the page; also where it is not printed (blind folio)
};

struct Page {
    Size trim;
    Length bleed;
    Length marks; // room outside the bleed for crop marks
    Folio folio;
    std::vector<PageItem> items; // in painting order
};

using OutlineEntry = style::OutlineEntry;
using Metadata = style::Metadata;

struct Book {
    std::vector<Page> pages;
    style::TagTree tags;
    std::vector<OutlineEntry> outline;
    Metadata metadata;
    std::size_t anchor_count = 0;
    std::vector<std::uint32_t> reading; // pages in the order in which they are read; empty: as they lie
};

} // namespace kumihan::page
