// Groups of photos: rows of one height that fill the measure together, without cutting where that is not allowed.
#include "base/utf8.h"
#include "flow/draft.h"
#include "flow/photo_rows.h"

#include <algorithm>
#include <cmath>

namespace kumihan::flow {

namespace {

constexpr double kNearly = 1.04; // as high as it should be
constexpr int kRounds = 4; // of narrowing the rows of an album page

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

double widths_per_height(style::PhotoGroupBlock const& block, std::size_t begin, std::size_t end) {
    double sum = 0;
    for (std::size_t k = begin; k < end; ++k)
        sum += 1.0 / block.photos[k].aspect;
    return sum;
}

} // namespace

std::vector<RowsDraft> Builder::draft_rows(style::PhotoGroupBlock const& block) {
    std::vector<RowsDraft> pages;
    std::size_t next = 0;
    auto const take = [&](std::vector<std::size_t> const& pattern, Length room) {
        // Rows that a page does not hold become narrower, all by as much, so that their edges still stand under each other.
        // Where one is no full row anyway, a large photo takes what the rows of two leave.
        RowsDraft page;
        std::size_t const first = next;
        auto const too_high = [&](Length narrower) { // by how much
            Length used;
            std::size_t from = first;
            for (std::size_t const wanted : pattern) {
                std::size_t const end = std::min(block.photos.size(), from + wanted);
                if (from >= end) break;
                used += row_height(block, from, end, narrower) + caption_height(block, from, end, narrower) +
                        layout_.figures.before;
                from = end;
            }
            return std::max(Length{}, used - layout_.figures.before - room);
        };
        Length over = too_high({}), narrower;
        for (int round = 0; round < kRounds && over > Length{}; ++round) { // narrower captions may have more lines
            Length const step = narrower_by(block, pattern, first, over);
            if (step == Length{}) break;
            narrower += step;
            over = too_high(narrower);
        }
        for (std::size_t const wanted : pattern) {
            std::size_t const end = std::min(block.photos.size(), next + wanted);
            if (next >= end) break;
            Length height = row_height(block, next, end, narrower);
            if (end - next == 1 && narrower == Length{}) height -= over;
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

// Photos of one height that fill the measure together, less `narrower`, unless that makes them too tall.
Length Builder::row_height(style::PhotoGroupBlock const& block, std::size_t begin, std::size_t end, Length narrower) const {
    double const sum = widths_per_height(block, begin, end);
    Length const room = frames_.measure - narrower - layout_.figures.photo_gap * static_cast<std::int64_t>(end - begin - 1);
    double const limit = end - begin == 1 ? layout_.figures.max_height : layout_.figures.max_height / 2 + 0.05;
    Length const full = room.scaled(1.0 / sum), most = frames_.extent.scaled(limit);
    // Edges that miss those of the text by a hair look like an error: a little too tall is better.
    return full <= most.scaled(kNearly) ? full : most;
}

// How much narrower rows must be to be `over` less high together; 0 where one of them does not fill the measure.
Length Builder::narrower_by(style::PhotoGroupBlock const& block, std::vector<std::size_t> const& pattern,
                            std::size_t first, Length over) const {
    double heights = 0; // of all rows, for each unit of their width
    for (std::size_t const wanted : pattern) {
        std::size_t const end = std::min(block.photos.size(), first + wanted);
        if (first >= end) break;
        double const sum = widths_per_height(block, first, end);
        Length const gaps = layout_.figures.photo_gap * static_cast<std::int64_t>(end - first - 1);
        if (row_height(block, first, end).scaled(sum) + gaps + Length::pt(1) < frames_.measure) return {};
        heights += 1.0 / sum;
        first = end;
    }
    return heights > 0 ? over.scaled(1.0 / heights) : Length{};
}

// An estimate before lines exist: captions of solid text.
Length Builder::caption_height(style::PhotoGroupBlock const& block, std::size_t begin, std::size_t end,
                               Length narrower) const {
    Length most;
    Length const height = row_height(block, begin, end, narrower);
    for (std::size_t k = begin; k < end; ++k) {
        if (!block.photos[k].caption) continue;
        style::ParagraphBlock const& caption = *block.photos[k].caption;
        Length const width = height.scaled(1.0 / block.photos[k].aspect);
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
    if (block.arranged) return arranged_group(block);
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

namespace {

constexpr int kNarrowCaption = 12; // characters
constexpr int kSmallPhoto = 8;     // ems: narrower ones in a tier make their group span all tiers

} // namespace

// Lines of a few characters are not filled.
ParagraphIndex Builder::add_narrow(style::ParagraphBlock const& block, Length measure) {
    if (block.line.align != style::Align::Justify || measure >= block.line.size * kNarrowCaption) return add(block, measure);
    auto own = std::make_unique<style::ParagraphBlock>(block);
    own->line.align = style::Align::Start;
    ParagraphIndex const index = add(*own, measure);
    material_.owned.push_back(std::move(own));
    return index;
}

void Builder::draft_group(style::PhotoGroupBlock const& block) {
    bool const own_page = block.place == document::FigurePlace::Page || block.place == document::FigurePlace::Spread;
    Size const area = frames_.area();
    std::size_t const count = std::min(block.photos.size(), document::kMostPhotos);
    PhotoRows rows;
    double logs = 0;
    for (std::size_t k = 0; k < count; ++k) {
        rows.aspects.push_back(std::clamp(block.photos[k].aspect, 0.125, 8.0));
        logs += std::log(rows.aspects.back());
    }
    // Cut to one shape, they make an even grid: the shape asked for, or their own middle one.
    if (block.crop || block.ratio > 0) {
        double const shape =
            block.ratio > 0 ? block.ratio : std::clamp(std::exp(logs / static_cast<double>(count)), 0.6, 1.4);
        std::fill(rows.aspects.begin(), rows.aspects.end(), shape);
    }
    rows.captions.resize(count);
    for (std::size_t k = 0; k < count; ++k)
        if (block.photos[k].caption) {
            style::ParagraphBlock const& caption = *block.photos[k].caption;
            rows.captions[k] = {static_cast<std::int64_t>(utf8::count(caption.text.text)), caption.line.size,
                                caption.pitch, layout_.figures.caption_gap};
        }
    rows.gap = layout_.figures.photo_gap;
    rows.below_caption = frames_.size / 2;
    Length const words = block.caption ? layout_.figures.caption_gap + block.caption->pitch * 2 : Length{};
    // `along`: what a line, a tier or all tiers hold.
    auto const arranged = [&](Length along) {
        rows.measure = own_page     ? area.width
                       : vertical() ? std::min(along, frames_.extent.scaled(0.62))
                                    : along;
        rows.limit = (own_page ? area.height : vertical() ? along : frames_.extent.scaled(0.96)) - words;
        rows.sensible = own_page || vertical() ? rows.limit : frames_.extent.scaled(0.9) - words;
        rows.wanted = std::min(layout_.figures.photo_height, rows.measure.scaled(0.45));
        return arrange(rows);
    };
    Arrangement found = arranged(frames_.measure);
    // In a tier several photos come out small: they take all tiers.
    bool const elsewhere = block.place == document::FigurePlace::Top || block.place == document::FigurePlace::Bottom;
    if (vertical() && frames_.count > 1 && !own_page && !elsewhere &&
        found.least_width(rows) < frames_.size * kSmallPhoto) {
        Arrangement wide = arranged(frames_.whole());
        if (wide.least_width(rows) > found.least_width(rows)) {
            found = std::move(wide);
            spanning_groups_.insert(&block);
        } else {
            found = arranged(frames_.measure);
        }
    }
    if (block.caption) group_captions_[&block] = add(*block.caption, found.measure);
    if (auto const [letters, lines] = found.longest_caption(rows); lines > kManyLines)
        sink_.report(diag::Code::GroupCaptionsLong, block.span, {block.shown, std::to_string(letters), std::to_string(lines)});

    Length const start = vertical() ? Length{} : (rows.measure - found.measure) / 2;
    RowsDraft drafts;
    std::size_t next = 0;
    for (std::size_t r = 0; r < found.rows.size(); ++r) {
        Length const height = found.heights[r];
        std::size_t const end = next + found.rows[r];
        std::vector<FigureDraft> row;
        Length at = start;
        for (; next < end; ++next) {
            FigureDraft draft;
            draft.block = &block.photos[next];
            draft.at = at;
            // The last one ends where the measure ends, whatever was rounded.
            draft.width = next + 1 == end ? start + found.measure - at : height.scaled(1 / rows.aspects[next]);
            draft.height = height;
            draft.caption_width = draft.width;
            if (block.photos[next].caption) draft.caption = add_narrow(*block.photos[next].caption, draft.width);
            at += draft.width + rows.gap;
            row.push_back(std::move(draft));
        }
        drafts.push_back(std::move(row));
    }
    groups_[&block] = {std::move(drafts)};
}

// One box: a group and its caption are never parted.
void Builder::arranged_group(style::PhotoGroupBlock const& block) {
    Item item;
    Box box;
    Sheet sheet;
    sheet.place = block.place == document::FigurePlace::Spread ? document::FigurePlace::Page : block.place;
    sheet.shown = block.shown;
    sheet.called = block.called;
    box.sheet = std::move(sheet);
    Length top, end, width;
    if (block.anchor) item.anchors.push_back(*block.anchor);
    for (auto const& row : groups_.at(&block).front()) {
        bool words = false;
        end = top;
        for (FigureDraft const& draft : row) {
            end = std::max(end, place_figure(draft, top, box));
            words = words || draft.caption;
            width = std::max(width, draft.at + draft.width);
            if (draft.block->anchor) item.anchors.push_back(*draft.block->anchor);
        }
        top = end + layout_.figures.photo_gap + (words ? frames_.size / 2 : Length{});
    }
    if (auto const caption = group_captions_.find(&block); caption != group_captions_.end()) {
        Length const at = groups_.at(&block).front().front().front().at;
        width = std::max(width, at + set(caption->second).measure);
        end = stack(caption->second, at, end + layout_.figures.caption_gap, box);
    }
    bool const own_page = box.sheet->place == document::FigurePlace::Page;
    Size const area = frames_.area();
    box.extent = own_page ? area.height : end;
    box.may_float = block.place != document::FigurePlace::Here;
    box.centre_leftover = true;
    if (vertical()) stand_upright(box, own_page ? area.width : width);
    item.what = std::move(box);
    item.spans = spanning_groups_.contains(&block);
    item.spacing.before = layout_.figures.before;
    item.spacing.after = layout_.figures.after;
    item.span = block.span;
    push(std::move(item));
}

} // namespace kumihan::flow
