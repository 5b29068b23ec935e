#include "page/furniture.h"

#include "line/compose.h"
#include "style/join_text.h"

namespace kumihan::page {

using spec::Role;

line::SetLine const& Furniture::set(Role role, std::string const& text) {
    auto const key = std::make_pair(role, text);
    if (auto const found = lines_.find(key); found != lines_.end()) return found->second;
    spec::Style const& style = layout_.style(role);
    style::StyledText styled = style::styled_plain(text, style::text_style(style, stacks_), {});
    style::LineStyle line_style;
    line_style.size = style.size;
    line_style.align = style::Align::Start;
    line_style.western_gap = layout_.western_gap;
    auto lines = line::compose(styled, line_style, layout_.area.width(), fonts_, sink_);
    line::SetLine line;
    if (!lines.empty()) line = std::move(lines.front()); // a head that is too long for one line loses its end
    return lines_.emplace(key, std::move(line)).first->second;
}

void Furniture::put_line(Page& page, line::SetLine const& line, Point at, ArtifactKind kind, TagId tag) {
    for (line::GlyphRun const& run : line.runs) {
        PlacedText placed;
        placed.run = run;
        placed.run.tag = tag;
        page.items.push_back({at, std::move(placed), tag, kind, {}});
    }
}

void Furniture::put_head(Page& page, std::string const& head, bool right_hand, Rect const& area) {
    if (head.empty()) return;
    spec::RunningHeads const& heads = layout_.heads;
    line::SetLine const& line = set(Role::RunningHead, head);
    put_line(page, line, {outer(line, right_hand, area), area.y - heads.distance}, ArtifactKind::Header);
    if (!heads.rule) return;
    Length const drop = layout_.style(Role::RunningHead).size.scaled(0.6);
    page.items.push_back({{area.x, area.y - heads.distance + drop},
                          PlacedRule{{area.width, layout_.decoration.light}, layout_.decoration.rule},
                          {},
                          ArtifactKind::Header,
                          {}});
}

void Furniture::put_folio(Page& page, bool right_hand, Rect const& area) {
    line::SetLine const& line = set(Role::FolioText, page.folio.printed);
    put_line(page, line, {outer(line, right_hand, area), area.bottom() + layout_.folios.distance}, ArtifactKind::Footer);
}

void Furniture::put(Page& page, PagePlan const& plan, bool recto, bool right_hand, Rect const& area,
                    std::string const& head_even) {
    if (layout_.heads.shown && !plan.bare_head && (layout_.heads.on_openings || !plan.opening))
        put_head(page, recto ? plan.head_odd : head_even, right_hand, area);
    if (layout_.folios.shown && !plan.bare_foot && (layout_.folios.on_openings || !plan.opening))
        put_folio(page, right_hand, area);
}

void Furniture::put_blank(Page& page, bool right_hand, Rect const& area, std::string const& head) {
    if (layout_.heads.shown && layout_.heads.on_blanks) put_head(page, head, right_hand, area);
    if (layout_.folios.shown && layout_.folios.on_blanks) put_folio(page, right_hand, area);
}

void Furniture::sign(Page& page, Role role, std::string const& text, Point at) {
    put_line(page, set(role, text), at, ArtifactKind::Layout);
}

void Furniture::placeholder(Page& page, Point at, Size size, std::string const& shown, TagId tag) {
    if (tag) // without a picture the field itself is the figure's content
        page.items.push_back({at, PlacedRule{size, layout_.decoration.tint}, tag, ArtifactKind::Layout, {}});
    line::SetLine const& line = set(Role::Placeholder, "画像なし：" + shown);
    put_line(page, line, {at.x + layout_.area.size, at.y + size.height / 2}, ArtifactKind::Layout, tag);
}

} // namespace kumihan::page
