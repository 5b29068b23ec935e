// Figures and groups of photos (15.1): pictures keep their proportions; a caption of one line is centred below its
// picture, a longer one fills the picture's width.
#include "base/utf8.h"
#include "flow/draft.h"

#include <algorithm>

namespace kumihan::flow {

using document::FigureWidth;

namespace {

constexpr double kUprightWidth = 0.62; // of a vertical page's width
constexpr int kCaptionLines = 2;       // for which room is kept below a picture before its caption is set

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

} // namespace

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
    FigureDraft const& draft = figures_.at(&block);
    box.extent = place_figure(draft, {}, box);
    if (vertical()) stand_upright(box, std::max(draft.width, draft.caption_width));
    box.may_float = true;
    box.centre_leftover = true;
    item.what = std::move(box);
    item.spans = draft.spans;
    item.spacing.before = layout_.figures.before;
    item.spacing.after = layout_.figures.after;
    item.span = block.span;
    if (block.anchor) item.anchors.push_back(*block.anchor);
    push(std::move(item));
}

namespace {

// How many photos stand in each row of an album page of `count` photos: a large one above pairs, or pairs alone.
std::vector<std::size_t> album_rows(std::size_t count) {
    switch (count) {
    case 1:
        return {1};
    case 2:
        return {1, 1};
    case 3:
        return {1, 2};
    case 4:
        return {2, 2};
    case 5:
        return {1, 2, 2};
    default:
        return {2, 2, 2};
    }
}

} // namespace

std::vector<RowsDraft> Builder::draft_rows(style::PhotoGroupBlock const& block) {
    std::vector<RowsDraft> pages;
    std::size_t next = 0;
    auto const take = [&](std::vector<std::size_t> const& pattern, Length room) {
        // The rows of two are laid out first; a large photo above them takes what they leave.
        RowsDraft page;
        std::size_t const first = next;
        Length used;
        for (std::size_t const wanted : pattern) {
            std::size_t const end = std::min(block.photos.size(), next + wanted);
            if (next >= end) break;
            Length const height = row_height(block, next, end);
            used += height + caption_height(block, next, end) + layout_.figures.before;
            next = end;
        }
        Length const over = std::max(Length{}, used - layout_.figures.before - room);
        next = first;
        for (std::size_t const wanted : pattern) {
            std::size_t const end = std::min(block.photos.size(), next + wanted);
            if (next >= end) break;
            Length height = row_height(block, next, end);
            if (end - next == 1) height -= over;
            page.push_back(draft_row(block, next, end, height));
            next = end;
        }
        pages.push_back(std::move(page));
    };
    if (!block.fill_page) {
        std::vector<std::size_t> pattern;
        for (std::size_t i = 0; i < block.photos.size(); i += static_cast<std::size_t>(block.columns))
            pattern.push_back(static_cast<std::size_t>(block.columns));
        take(pattern, frames_.extent * 100);
        return pages;
    }
    // The first page has the chapter's head and lead above it, and holds pairs only.
    std::size_t const per_page = static_cast<std::size_t>(std::clamp(block.per_page, 1, 6));
    take(per_page >= 4   ? std::vector<std::size_t>{2, 2}
         : per_page >= 2 ? std::vector<std::size_t>{2}
                         : std::vector<std::size_t>{1},
         frames_.extent * 2 / 3);
    while (next < block.photos.size())
        take(album_rows(std::min(per_page, block.photos.size() - next)), frames_.extent);
    return pages;
}

// Photos of one height that fill the measure together, unless that makes them too tall.
Length Builder::row_height(style::PhotoGroupBlock const& block, std::size_t begin, std::size_t end) const {
    double sum = 0;
    for (std::size_t k = begin; k < end; ++k)
        sum += 1.0 / block.photos[k].aspect;
    Length const room = frames_.measure - layout_.figures.photo_gap * static_cast<std::int64_t>(end - begin - 1);
    double const limit = end - begin == 1 ? layout_.figures.max_height : layout_.figures.max_height / 2 + 0.05;
    return std::min(room.scaled(1.0 / sum), frames_.extent.scaled(limit));
}

// An estimate before lines exist: captions of solid text below pictures of equal share.
Length Builder::caption_height(style::PhotoGroupBlock const& block, std::size_t begin, std::size_t end) const {
    Length most;
    Length const width =
        (frames_.measure - layout_.figures.photo_gap * static_cast<std::int64_t>(end - begin - 1)) /
        static_cast<std::int64_t>(end - begin);
    for (std::size_t k = begin; k < end; ++k) {
        if (!block.photos[k].caption) continue;
        style::ParagraphBlock const& caption = *block.photos[k].caption;
        std::int64_t const per_line = std::max<std::int64_t>(1, width / caption.line.size);
        auto const count = static_cast<std::int64_t>(utf8::count(caption.text.text));
        most = std::max(most, layout_.figures.caption_gap + caption.pitch * ((count + per_line - 1) / per_line));
    }
    return most;
}

std::vector<FigureDraft> Builder::draft_row(style::PhotoGroupBlock const& block, std::size_t begin, std::size_t end,
                                            Length height) {
    std::vector<FigureDraft> row;
    Length used = layout_.figures.photo_gap * static_cast<std::int64_t>(end - begin - 1);
    for (std::size_t k = begin; k < end; ++k)
        used += height.scaled(1.0 / block.photos[k].aspect);
    Length at = (frames_.measure - used) / 2;
    for (std::size_t k = begin; k < end; ++k) {
        FigureDraft draft;
        draft.block = &block.photos[k];
        draft.at = at;
        draft.width = height.scaled(1.0 / block.photos[k].aspect);
        draft.height = height;
        draft.caption_width = draft.width;
        if (block.photos[k].caption) draft.caption = add(*block.photos[k].caption, draft.width);
        at += draft.width + layout_.figures.photo_gap;
        row.push_back(std::move(draft));
    }
    return row;
}

void Builder::photo_group(style::PhotoGroupBlock const& block) {
    auto const& pages = groups_.at(&block);
    for (std::size_t p = 0; p < pages.size(); ++p) {
        if (p > 0) push({PageBreak{}, {}, {}, {}});
        for (auto const& row : pages[p]) {
            Item item;
            Box box;
            Length end;
            for (FigureDraft const& draft : row) {
                end = std::max(end, place_figure(draft, {}, box));
                if (draft.block->anchor) item.anchors.push_back(*draft.block->anchor);
            }
            box.extent = end;
            box.may_float = box.centre_leftover = !block.fill_page;
            item.what = std::move(box);
            item.spacing.before = layout_.figures.before;
            item.spacing.after = layout_.figures.after;
            item.span = row.front().block->span;
            push(std::move(item));
        }
    }
}

} // namespace kumihan::flow
