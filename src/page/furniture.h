// Furniture: running heads (15.4), folios (15.5) and the marked field that stands for a picture that could not be used.
// All of it is artifact.
#pragma once

#include "diag/sink.h"
#include "font/library.h"
#include "page/page.h"
#include "page/paginate.h"
#include "spec/model.h"
#include "style/rich.h"

#include <map>
#include <string>

namespace kumihan::page {

class Furniture {
public:
    Furniture(spec::LayoutSpec const& layout, style::StackIds const& stacks, font::FontLibrary const& fonts,
              diag::Sink& sink)
        : layout_(layout), stacks_(stacks), fonts_(fonts), sink_(sink) {}

    // `area`: the type area on the page.
    void put(Page& page, PagePlan const& plan, bool recto, bool right_hand, Rect const& area,
             std::string const& head_even);
    // A page left blank has only what the layout asks for there.
    void put_blank(Page& page, bool right_hand, Rect const& area, std::string const& head);
    void sign(Page& page, spec::Role role, std::string const& text, Point at); // an artifact beside the text
    void placeholder(Page& page, Point at, Size size, std::string const& shown, TagId tag);

private:
    static Length outer(line::SetLine const& line, bool right_hand, Rect const& area) {
        return right_hand ? area.right() - line.fit.set : area.x;
    }
    void put_head(Page& page, std::string const& head, bool right_hand, Rect const& area);
    void put_folio(Page& page, bool right_hand, Rect const& area);
    line::SetLine const& set(spec::Role role, std::string const& text);
    void put_line(Page& page, line::SetLine const& line, Point at, ArtifactKind kind, TagId tag = {});

    spec::LayoutSpec const& layout_;
    style::StackIds const& stacks_;
    font::FontLibrary const& fonts_;
    diag::Sink& sink_;
    std::map<std::pair<spec::Role, std::string>, line::SetLine> lines_;
};

} // namespace kumihan::page
