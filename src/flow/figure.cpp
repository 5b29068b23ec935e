// Figures and groups of photos (15.1): pictures keep their proportions; a caption of one line is centred below its
// picture, a longer one fills the picture's width.
#include "base/utf8.h"
#include "flow/draft.h"

#include <algorithm>

namespace kumihan::flow {

using document::FigureWidth;

namespace {

constexpr double kUprightWidth = 0.62; // of a vertical page's width
constexpr int kLeastCaption = 12;      // characters in its lines
constexpr int kCaptionLines = 2;       // for which room is kept below a picture before its caption is set

} // namespace

double fraction(FigureWidth width) {
    switch (width) {
    case FigureWidth::Full:
    case FigureWidth::Natural:
        return 1.0;
    case FigureWidth::ThreeQuarters:
        return 0.75;
    case FigureWidth::TwoThirds:
        return 2.0 / 3.0;
    case FigureWidth::Half:
        return 0.5;
    case FigureWidth::Third:
        return 1.0 / 3.0;
    }
    return 1.0;
}

// All but its place and size.
PicturePiece Builder::picture_of(style::FigureBlock const& block) const {
    PicturePiece picture;
    picture.image = block.image;
    picture.placeholder = block.placeholder;
    picture.aspect = block.picture_aspect;
    picture.focus = block.focus;
    picture.tag = block.tag;
    picture.shown = block.shown;
    picture.span = block.span;
    return picture;
}

FigureDraft Builder::draft_figure(style::FigureBlock const& block, Length at, Length measure, Length max_height) {
    FigureDraft draft;
    draft.block = &block;
    draft.spans = block.spans;
    draft.width = measure.scaled(fraction(block.width));
    draft.height = draft.width.scaled(block.aspect);
    if (draft.height > max_height) {
        draft.height = max_height;
        draft.width = max_height.scaled(1.0 / block.aspect);
    }
    draft.at = at + (measure - draft.width) / 2;
    if (block.caption) {
        // A very narrow picture lends its caption more room than its own width.
        draft.caption_width = std::min(measure, std::max(draft.width, block.caption->line.size * kLeastCaption));
        draft.caption = add(*block.caption, draft.caption_width);
    }
    return draft;
}

Length Builder::place_figure(FigureDraft const& draft, Length top, Box& box) const {
    PicturePiece picture = picture_of(*draft.block);
    picture.at = draft.at;
    picture.top = top;
    picture.width = draft.width;
    picture.height = draft.height;
    box.pieces.push_back(picture);
    Length end = top + draft.height;
    if (draft.caption) {
        // Whole ems that do not fill the picture's width begin at its edge.
        Length at = draft.at + std::min(Length{}, (draft.width - draft.caption_width) / 2);
        auto const& lines = set(*draft.caption).current();
        Length const set_width = lines.size() == 1 ? lines.front().fit.set : draft.caption_width;
        if (lines.size() == 1 && set(*draft.caption).source->line.align == style::Align::Center)
            at = draft.at + (draft.width - draft.caption_width) / 2;
        else if (lines.size() == 1 && set_width < draft.width)
            at = draft.at;
        end = stack(*draft.caption, at, end + layout_.figures.caption_gap, box);
    }
    return end;
}

// Among vertical lines a picture is at most as tall as a tier, with its caption, and leaves room for text beside it.
FigureDraft Builder::draft_upright_figure(style::FigureBlock const& block) {
    Length caption;
    if (block.caption) caption = layout_.figures.caption_gap + block.caption->pitch * kCaptionLines;
    Length const tall = block.spans ? frames_.whole() : frames_.measure;
    Length const width = std::min(tall, frames_.extent.scaled(kUprightWidth));
    FigureDraft draft = draft_figure(block, {}, width, tall - caption);
    Length const whole = std::max(draft.width, draft.caption_width);
    draft.at = (whole - draft.width) / 2;
    // One that a tier holds leaves the other tiers to the text.
    draft.spans = block.spans && draft.height + caption > frames_.measure;
    return draft;
}

void Builder::figure(style::FigureBlock const& block) {
    Item item;
    Box box;
    FigureDraft& draft = figures_.at(&block);
    Sheet sheet;
    sheet.place = block.place;
    sheet.shown = block.shown;
    sheet.called = block.called;
    if (draft.wrap && material_.wraps[*draft.wrap].lines == 0) { // nothing can stand beside it
        draft.wrap.reset();
        draft.at = vertical() ? Length{} : (frames_.measure - draft.width) / 2;
    }
    sheet.wrap = draft.wrap;
    box.sheet = std::move(sheet);
    box.may_float = !draft.wrap && block.place != document::FigurePlace::Here;
    box.centre_leftover = !draft.wrap;
    if (block.place == document::FigurePlace::Spread)
        place_spread(draft, box);
    else if (block.place == document::FigurePlace::Page)
        place_page(draft, box);
    else if (block.bleed && !vertical() && frames_.count == 1)
        place_bleeding(draft, box);
    else if (draft.beside)
        place_side_caption(draft, box);
    else
        box.extent = place_figure(draft, {}, box);
    if (vertical()) stand_upright(box, has_own_page(block) ? frames_.extent : std::max(draft.width, draft.caption_width));
    if (vertical() && draft.wrap && !draft.at_start) box.at = frames_.measure - box.along;
    item.what = std::move(box);
    item.spans = draft.spans && !draft.wrap && !has_own_page(block);
    item.spacing.before = layout_.figures.before;
    item.spacing.after = layout_.figures.after;
    item.span = block.span;
    if (block.anchor) item.anchors.push_back(*block.anchor);
    push(std::move(item));
}

} // namespace kumihan::flow
