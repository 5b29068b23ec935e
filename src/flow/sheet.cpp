// Figures that ask for a place: a page or a spread of their own, the edges of the paper, a caption at their side.
// Pictures that reach the paper's edges must be cut to its shape; all others are cut only where the editor allows it.
#include "flow/draft.h"

#include <algorithm>

namespace kumihan::flow {

using document::CaptionSide;
using document::FigurePlace;
using document::FigureWidth;

namespace {

constexpr int kLeastCaption = 8, kMostCaption = 20; // characters of a line at the picture's side
constexpr int kUsualCaptionLines = 2;               // for which room is kept before a caption is set

} // namespace

bool Builder::has_own_page(style::FigureBlock const& block) const {
    return block.place == FigurePlace::Page || block.place == FigurePlace::Spread;
}

FigureDraft Builder::draft_placed(style::FigureBlock const& block) {
    if (has_own_page(block)) {
        FigureDraft draft;
        draft.block = &block;
        Size const area = frames_.area();
        Length const caption =
            block.caption ? layout_.figures.caption_gap + block.caption->pitch * kUsualCaptionLines : Length{};
        bool const fills = block.crop || block.bleed || block.place == FigurePlace::Spread;
        draft.width = fills ? area.width : std::min(area.width, (area.height - caption).scaled(1 / block.aspect));
        draft.caption_width = std::max(draft.width, area.width / 2);
        if (block.caption) draft.caption = add(*block.caption, draft.caption_width);
        return draft;
    }
    if (block.bleed && (vertical() || frames_.count > 1)) sink_.report(diag::Code::BleedNotHere, block.span, {block.shown});
    if (block.wrap != document::FigureWrap::None)
        if (auto draft = draft_wrap(block)) return *draft;
    if (vertical()) return draft_upright_figure(block);
    if (block.caption_side != CaptionSide::Below && block.caption && !block.bleed && !block.spans) {
        FigureDraft draft = draft_side_caption(block);
        if (draft.beside) return draft;
    }
    FigureDraft draft = draft_figure(block, {}, block.spans ? frames_.whole() : frames_.measure, frames_.extent.scaled(layout_.figures.max_height));
    if (block.bleed && frames_.count == 1 && draft.caption) {
        draft.caption_width = frames_.measure;
        material_.paragraphs[*draft.caption].measure = draft.caption_width;
    }
    return draft;
}

FigureDraft Builder::draft_side_caption(style::FigureBlock const& block) {
    FigureDraft draft;
    draft.block = &block;
    Length const size = block.caption->line.size, gap = frames_.size;
    draft.width = frames_.measure.scaled(block.width == FigureWidth::Full ? 2.0 / 3 : fraction(block.width));
    draft.width = std::min(draft.width, frames_.measure - gap - size * kLeastCaption);
    Length const most = frames_.extent.scaled(layout_.figures.max_height);
    draft.width = std::min(draft.width, most.scaled(1 / block.aspect));
    if (draft.width < frames_.measure / 4) return draft;
    draft.height = draft.width.scaled(block.aspect);
    std::int64_t const letters = std::min<std::int64_t>((frames_.measure - draft.width - gap) / size, kMostCaption);
    draft.caption_width = size * letters;
    draft.caption = add(*block.caption, draft.caption_width);
    draft.beside = true;
    return draft;
}

// The last line of the caption stands at the foot of the picture.
void Builder::place_side_caption(FigureDraft const& draft, Box& box) const {
    Length const words = height(*draft.caption), gap = frames_.size;
    box.extent = std::max(draft.height, words);
    PicturePiece picture = picture_of(*draft.block);
    picture.width = draft.width;
    picture.height = draft.height;
    picture.top = box.extent - draft.height;
    auto const put = [&](bool caption_right, Box& into) {
        // The picture stands flush with the text on its side, the caption close to it.
        picture.at = caption_right ? Length{} : frames_.measure - draft.width;
        into.pieces.push_back(picture);
        Length const at = caption_right ? draft.width + gap : picture.at - gap - draft.caption_width;
        stack(*draft.caption, at, box.extent - words, into);
    };
    bool const outer = draft.block->caption_side == CaptionSide::Outer;
    put(outer, box); // a right-hand page's outer side is the right one
    Box left;
    put(!outer, left);
    box.sheet->on_left = std::move(left.pieces);
}

void Builder::place_page(FigureDraft const& draft, Box& box) const {
    style::FigureBlock const& block = *draft.block;
    Size const area = frames_.area();
    Length const words = draft.caption ? height(*draft.caption) : Length{};
    Length const caption = draft.caption ? layout_.figures.caption_gap + words : Length{};
    PicturePiece picture = picture_of(block);
    box.extent = area.height;
    if (block.bleed) {
        picture.at = picture.top = -layout_.bleed;
        picture.width = layout_.trim.width + layout_.bleed * 2;
        picture.height = draft.caption ? layout_.bleed + frames_.top + area.height - caption
                                       : layout_.trim.height + layout_.bleed * 2;
        box.sheet->on_trim.push_back(picture);
        box.sheet->bleeds = true;
        if (draft.caption) stack(*draft.caption, {}, area.height - words, box);
        return;
    }
    Length const room = area.height - caption;
    picture.width = block.crop ? area.width : std::min(area.width, room.scaled(1 / block.aspect));
    picture.height = block.crop ? room : picture.width.scaled(block.aspect);
    picture.at = (area.width - picture.width) / 2;
    picture.top = (room - picture.height) / 2;
    box.pieces.push_back(picture);
    if (!draft.caption) return;
    Length const at = std::min(picture.at, area.width - draft.caption_width);
    stack(*draft.caption, at, picture.top + picture.height + layout_.figures.caption_gap, box);
}

// Cut at the fold exactly: each page shows its half up to the edge of the trim, and the caption stands on the second one.
void Builder::place_spread(FigureDraft const& draft, Box& box) const {
    Size const area = frames_.area();
    Length const words = draft.caption ? height(*draft.caption) : Length{};
    PicturePiece picture = picture_of(*draft.block);
    picture.top = -layout_.bleed;
    picture.at = -layout_.bleed;
    picture.width = layout_.trim.width + layout_.bleed;
    picture.height = draft.caption
                         ? layout_.bleed + frames_.top + area.height - words - layout_.figures.caption_gap
                         : layout_.trim.height + layout_.bleed * 2;
    picture.half = 1;
    box.extent = area.height;
    box.sheet->bleeds = true;
    box.sheet->on_trim.push_back(picture);
    picture.at = {};
    picture.half = 2;
    box.sheet->facing_on_trim.push_back(picture);
    if (!draft.caption) return;
    Box second;
    stack(*draft.caption, {}, area.height - words, second);
    box.sheet->facing = std::move(second.pieces);
}

// Over the whole width of the paper, at its head with the caption below, or at its foot with the caption above.
void Builder::place_bleeding(FigureDraft const& draft, Box& box) const {
    PicturePiece picture = picture_of(*draft.block);
    picture.at = -layout_.bleed;
    picture.width = layout_.trim.width + layout_.bleed * 2;
    picture.height = std::min(picture.width.scaled(draft.block->aspect), layout_.trim.height / 2 + layout_.bleed);
    Length const gap = draft.caption ? layout_.figures.caption_gap : Length{};
    box.sheet->bleeds = true;
    if (box.sheet->place == FigurePlace::Bottom) {
        picture.top = layout_.trim.height + layout_.bleed - picture.height;
        Length const end = draft.caption ? stack(*draft.caption, {}, {}, box) + gap : Length{};
        box.extent = end + std::max(Length{}, frames_.extent - (picture.top - frames_.top));
    } else {
        box.sheet->place = FigurePlace::Top;
        picture.top = -layout_.bleed;
        Length const end = std::max(Length{}, picture.top + picture.height - frames_.top);
        box.extent = draft.caption ? stack(*draft.caption, {}, end + gap, box) : end;
    }
    box.sheet->on_trim.push_back(picture);
}

} // namespace kumihan::flow
