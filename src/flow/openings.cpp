// What a chapter or the book begins with: heads of chapters (with a portrait or without) and the cover. Each is one box of
// whole slots, so that the text after it stands on the grid; a cover is a page of its own, measured from its trim.
#include "flow/draft.h"

#include <algorithm>

namespace kumihan::flow {

// As high as in other chapters, where lines stand closer.
int Builder::opening_slots(int lines) const {
    Length const usual = vertical() ? frames_.pitch : layout_.area.pitch;
    return static_cast<int>((usual * lines + frames_.pitch / 2) / frames_.pitch);
}

void Builder::opening(style::OpeningBlock const& block) {
    sequence().has_opening = true;
    std::vector<ParagraphIndex> paragraphs;
    for (auto const& p : block.paragraphs)
        paragraphs.push_back(paragraphs_.at(&p));
    Box box;
    box.is_heading = true;
    box.mode = frames_.mode;
    Length top;
    spec::Opening const& look = layout_.opening;
    if (look.bar > Length{}) {
        box.pieces.push_back(RulePiece{{}, {}, look.bar_width, look.bar, layout_.decoration.accent});
        top = look.bar + frames_.size.scaled(0.9);
    }
    top = stack(paragraphs, {}, top, box);
    if (look.rule > Length{}) {
        top += frames_.size;
        box.pieces.push_back(RulePiece{{}, top, frames_.whole(), look.rule, layout_.decoration.accent});
        top += look.rule;
    }
    Length const pitch = frames_.pitch;
    box.slots = opening_slots(block.span_lines);
    while (pitch * box.slots - frames_.line_gap() < top + frames_.size)
        ++box.slots;
    box.extent = pitch * box.slots - frames_.line_gap();
    Item item{std::move(box), {}, {}, block.span};
    item.spacing.keep_next = 2;
    item.spans = true;
    if (block.anchor) item.anchors.push_back(*block.anchor);
    push(std::move(item));
}

void Builder::portrait_head(style::PortraitHead const& block) {
    sequence().has_opening = true;
    Box box;
    box.is_heading = true;
    box.mode = frames_.mode;
    Length const pitch = frames_.pitch;
    Length top;
    spec::Opening const& look = layout_.opening;
    if (look.bar > Length{}) {
        box.pieces.push_back(RulePiece{{}, {}, look.bar_width, look.bar, layout_.decoration.accent});
        top = look.bar + frames_.size.scaled(0.9);
    }
    std::vector<ParagraphIndex> paragraphs;
    for (auto const& p : block.paragraphs)
        paragraphs.push_back(paragraphs_.at(&p));
    Length end = stack(paragraphs, {}, top, box);
    if (block.portrait) {
        Length const width = layout_.figures.portrait_width;
        PicturePiece picture = picture_of(*block.portrait);
        picture.width = width;
        picture.height = std::min(width.scaled(block.portrait->aspect), layout_.area.height() / 3);
        picture.at = frames_.whole() - (vertical() ? picture.height : width);
        end = std::max(end, vertical() ? width : picture.height);
        box.pieces.push_back(picture);
    }
    box.slots = opening_slots(block.span_lines);
    while (pitch * box.slots - frames_.line_gap() < end + frames_.size)
        ++box.slots;
    box.extent = pitch * box.slots - frames_.line_gap();
    Item item{std::move(box), {}, {}, {}};
    item.spacing.keep_next = 2;
    item.spans = true;
    for (auto const& p : block.paragraphs)
        if (p.anchor) item.anchors.push_back(*p.anchor);
    push(std::move(item));
}

void Builder::cover(style::CoverBlock const& block) {
    if (vertical()) return upright_cover(block);
    CoverPage page;
    Box box;
    spec::Cover const& look = layout_.cover;
    Length const photo_height = block.photo ? layout_.trim.height.scaled(look.photo_height) : layout_.trim.height / 4;
    if (block.photo) {
        PicturePiece picture = picture_of(*block.photo);
        picture.at = picture.top = -layout_.bleed;
        picture.width = layout_.trim.width + layout_.bleed * 2;
        picture.height = photo_height + layout_.bleed;
        box.pieces.push_back(picture);
    }
    std::vector<ParagraphIndex> title, foot;
    for (auto const& p : block.title)
        title.push_back(paragraphs_.at(&p));
    for (auto const& p : block.foot)
        foot.push_back(paragraphs_.at(&p));
    Length const top = photo_height + look.title_top;
    if (layout_.opening.bar > Length{})
        box.pieces.push_back(RulePiece{look.margin, top - layout_.opening.bar - layout_.area.size.scaled(1.2),
                                       layout_.opening.bar_width * 2, layout_.opening.bar, layout_.decoration.accent});
    stack(title, look.margin, top, box);
    Box measured;
    Length const foot_height = stack(foot, look.margin, {}, measured);
    stack(foot, look.margin, layout_.trim.height - look.margin - foot_height, box);
    page.pieces = std::move(box.pieces);
    push({std::move(page), {}, {}, {}});
}

// Vertical lines: the title runs down a white strip at the right edge (the middle of the page where there is no photo), the
// photo fills the head of what is left, and publisher and date end at the foot of the left edge.
void Builder::upright_cover(style::CoverBlock const& block) {
    Box box;
    spec::Cover const& look = layout_.cover;
    auto indices = [&](std::vector<style::ParagraphBlock> const& paragraphs) {
        std::vector<ParagraphIndex> out;
        for (auto const& p : paragraphs)
            out.push_back(paragraphs_.at(&p));
        return out;
    };
    std::vector<ParagraphIndex> const title = indices(block.title), foot = indices(block.foot);
    Length const em = layout_.area.size;
    Length const bar = layout_.opening.bar > Length{} ? layout_.opening.bar + em.scaled(1.2) : Length{};
    Box measured;
    Length const lines = bar + stack(title, {}, {}, measured);
    Length const top = block.photo ? look.margin : (layout_.trim.width - lines) / 2;
    Length const at = block.photo ? look.margin : look.margin + look.title_top;
    if (block.photo) {
        PicturePiece picture = picture_of(*block.photo);
        picture.at = -layout_.bleed;
        picture.top = top + lines + look.margin;
        picture.width = layout_.trim.width + layout_.bleed - picture.top;
        picture.height = layout_.trim.height.scaled(look.photo_height) + layout_.bleed;
        box.pieces.push_back(picture);
    }
    if (bar > Length{})
        box.pieces.push_back(RulePiece{at, top, layout_.opening.bar_width * 2, layout_.opening.bar, layout_.decoration.accent});
    stack(title, at, top + bar, box);
    Length longest;
    for (ParagraphIndex const p : foot)
        for (line::SetLine const& one : set(p).current())
            longest = std::max(longest, one.fit.set);
    Length const extent = stack(foot, {}, {}, measured);
    stack(foot, layout_.trim.height - look.margin - longest, layout_.trim.width - look.margin - extent, box);
    CoverPage page;
    page.pieces = std::move(box.pieces);
    push({std::move(page), {}, {}, {}});
}

} // namespace kumihan::flow
