// Figures and groups of photos (15.1): pictures keep their proportions; a caption of one line is centred below its
// picture, a longer one fills the picture's width.
#include "flow/draft.h"

#include <algorithm>

namespace kumihan::flow {

using document::FigureWidth;

namespace {

double fraction(FigureWidth width) {
    switch (width) {
    case FigureWidth::Full:
    case FigureWidth::Natural: return 1.0;
    case FigureWidth::ThreeQuarters: return 0.75;
    case FigureWidth::TwoThirds: return 2.0 / 3.0;
    case FigureWidth::Half: return 0.5;
    case FigureWidth::Third: return 1.0 / 3.0;
    }
    return 1.0;
}

} // namespace

FigureDraft Builder::draft_figure(style::FigureBlock const& block, Length at, Length measure, Length max_height) {
    FigureDraft draft;
    draft.block = &block;
    draft.width = measure.scaled(fraction(block.width));
    draft.height = draft.width.scaled(block.aspect);
    if (draft.height > max_height) {
        draft.height = max_height;
        draft.width = max_height.scaled(1.0 / block.aspect);
    }
    draft.at = at + (measure - draft.width) / 2;
    if (block.caption) {
        // A narrow picture lends its caption more room than its own width.
        draft.caption_width = std::min(measure, std::max(draft.width, measure / 2));
        draft.caption = add(*block.caption, draft.caption_width);
    }
    return draft;
}

Length Builder::place_figure(FigureDraft const& draft, Length top, Box& box) const {
    PicturePiece picture;
    picture.image = draft.block->image;
    picture.placeholder = draft.block->placeholder;
    picture.at = draft.at;
    picture.top = top;
    picture.width = draft.width;
    picture.height = draft.height;
    picture.aspect = draft.block->aspect;
    picture.tag = draft.block->tag;
    picture.shown = draft.block->shown;
    picture.span = draft.block->span;
    box.pieces.push_back(picture);
    Length end = top + draft.height;
    if (draft.caption) {
        Length at = draft.at + (draft.width - draft.caption_width) / 2;
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

void Builder::figure(style::FigureBlock const& block) {
    Item item;
    Box box;
    box.extent = place_figure(figures_.at(&block), {}, box);
    box.may_float = true;
    box.centre_leftover = true;
    item.what = std::move(box);
    item.spacing.before = layout_.figures.before;
    item.spacing.after = layout_.figures.after;
    item.span = block.span;
    if (block.anchor) item.anchors.push_back(*block.anchor);
    push(std::move(item));
}

std::vector<std::vector<FigureDraft>> Builder::draft_rows(style::PhotoGroupBlock const& block) {
    Length const width = layout_.area.width(), gap = layout_.figures.photo_gap;
    std::vector<std::vector<FigureDraft>> rows;
    auto const columns = static_cast<std::size_t>(std::max(block.columns, 1));
    std::size_t const per_page_rows =
        std::max<std::size_t>(1, (static_cast<std::size_t>(std::max(block.per_page, 1)) + columns - 1) / columns);
    Length const caption_room = layout_.figures.caption_gap + layout_.area.size * 3;
    Length const row_height = layout_.area.height() / static_cast<std::int64_t>(per_page_rows);
    for (std::size_t i = 0; i < block.photos.size(); i += columns) {
        std::size_t const end = std::min(i + columns, block.photos.size());
        auto const count = static_cast<std::int64_t>(end - i);
        std::vector<FigureDraft> row;
        if (block.fill_page) {
            // Cells of one size on every page; each picture as large as its cell allows.
            Length const cell = (width - gap * static_cast<std::int64_t>(columns - 1)) / static_cast<std::int64_t>(columns);
            for (std::size_t k = i; k < end; ++k)
                row.push_back(draft_figure(block.photos[k], (cell + gap) * static_cast<std::int64_t>(k - i), cell,
                                           row_height - caption_room));
        } else {
            // Equal height, widths as the proportions ask, together exactly the measure.
            double sum = 0;
            for (std::size_t k = i; k < end; ++k) sum += 1.0 / block.photos[k].aspect;
            Length const room = width - gap * (count - 1);
            Length const limit = layout_.area.height().scaled(layout_.figures.max_height / 2 + 0.05);
            Length const height = std::min(room.scaled(1.0 / sum), limit);
            Length used = gap * (count - 1);
            for (std::size_t k = i; k < end; ++k) used += height.scaled(1.0 / block.photos[k].aspect);
            Length at = (width - used) / 2;
            for (std::size_t k = i; k < end; ++k) {
                Length const cell = height.scaled(1.0 / block.photos[k].aspect);
                FigureDraft draft;
                draft.block = &block.photos[k];
                draft.at = at;
                draft.width = cell;
                draft.height = height;
                draft.caption_width = cell;
                if (block.photos[k].caption) draft.caption = add(*block.photos[k].caption, cell);
                row.push_back(std::move(draft));
                at += cell + gap;
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void Builder::photo_group(style::PhotoGroupBlock const& block) {
    auto const& rows = groups_.at(&block);
    for (auto const& row : rows) {
        Item item;
        Box box;
        Length end, tallest;
        for (FigureDraft const& draft : row) tallest = std::max(tallest, draft.height);
        for (FigureDraft const& draft : row) {
            // Pictures of a row stand on one line, so that their captions begin together.
            end = std::max(end, place_figure(draft, tallest - draft.height, box));
            if (draft.block->anchor) item.anchors.push_back(*draft.block->anchor);
        }
        box.extent = end;
        box.may_float = !block.fill_page;
        box.centre_leftover = !block.fill_page;
        item.what = std::move(box);
        item.spacing.before = layout_.figures.before;
        item.spacing.after = layout_.figures.after;
        item.span = row.front().block->span;
        push(std::move(item));
    }
}

} // namespace kumihan::flow
