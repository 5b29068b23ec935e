// Groups of photos: rows of one height that fill the measure together, without cutting where that is not allowed.
#include "base/utf8.h"
#include "flow/draft.h"

#include <algorithm>
#include <cmath>

namespace kumihan::flow {

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

// Rows as numbers of photos, found by trying all: at most 2^8 ways to part nine photos, three rows at most, five in a row.
// The cost of a way is how far its rows are from the wanted height and from each other; ways that are too tall cost more
// than all others.
struct Arrangement {
    std::vector<std::size_t> rows;
    std::vector<Length> heights;
    Length others; // captions and gaps
};

constexpr std::size_t kMostRows = 3, kMostInRow = 5;
constexpr int kNarrowCaption = 12; // characters
constexpr double kLeastScale = 0.8, kCostOfScale = 1.5, kCostOfHeight = 0.3;
constexpr std::int64_t kFewLines = 3; // of a caption; more of them cost

struct CaptionNeed {
    std::int64_t letters = 0;
    Length size, pitch, gap;
    std::int64_t lines(Length width) const {
        std::int64_t const per_line = std::max<std::int64_t>(1, width / size);
        return (letters + per_line - 1) / per_line;
    }
};

// `sensible`: as much of the page as a group should take; `limit`: all that it can.
Arrangement arrange(std::vector<double> const& aspects, Length measure, Length gap, Length wanted, Length sensible,
                    Length limit, std::vector<CaptionNeed> const& captions) {
    Arrangement best;
    double best_cost = 1e300;
    std::size_t const count = aspects.size();
    for (std::uint32_t cuts = 0; cuts < 1u << (count - 1); ++cuts) {
        Arrangement made;
        Length total, others;
        double cost = 0, mean = 0;
        bool possible = true;
        for (std::size_t begin = 0; begin < count && possible;) {
            std::size_t end = begin + 1;
            while (end < count && (cuts >> (end - 1) & 1u) == 0)
                ++end;
            double widths = 0; // of the row, in its height
            for (std::size_t k = begin; k < end; ++k)
                widths += 1 / aspects[k];
            Length const height = (measure - gap * static_cast<std::int64_t>(end - begin - 1)).scaled(1 / widths);
            Length caption;
            for (std::size_t k = begin; k < end && height > Length{}; ++k) {
                if (captions[k].letters == 0) continue;
                std::int64_t const lines = captions[k].lines(height.scaled(1 / aspects[k]));
                caption = std::max(caption, captions[k].gap + captions[k].pitch * lines);
                cost += 0.2 * static_cast<double>(std::max<std::int64_t>(0, lines - kFewLines));
            }
            double const off = std::log(ratio(height, wanted));
            cost += off * off * static_cast<double>(end - begin);
            mean += std::log(ratio(height, wanted));
            total += height + caption + gap;
            others += caption + gap;
            made.rows.push_back(end - begin);
            made.heights.push_back(height);
            possible = made.rows.size() <= kMostRows && end - begin <= kMostInRow && height > Length{};
            begin = end;
        }
        if (!possible) continue;
        made.others = others;
        mean /= static_cast<double>(made.rows.size());
        for (Length const height : made.heights) {
            double const off = std::log(ratio(height, wanted)) - mean;
            cost += off * off * 2;
        }
        if (total - gap > sensible) cost += kCostOfHeight;
        // What fits no page is made smaller, and then its rows do not fill the measure.
        if (Length const pictures = total - others; total - gap > limit && pictures > Length{}) {
            double const scale = ratio(limit - others, pictures);
            cost += scale < kLeastScale ? 1000 - scale : kCostOfScale + (1 - scale) * 6;
        }
        if (cost < best_cost) {
            best_cost = cost;
            best = std::move(made);
        }
    }
    return best;
}

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
    Length const measure = !vertical() ? (own_page ? area.width : frames_.measure)
                           : own_page  ? area.width
                                       : std::min(frames_.measure, frames_.extent.scaled(0.62));
    Length limit = own_page ? area.height : vertical() ? frames_.measure : frames_.extent.scaled(0.96);
    Length sensible = own_page || vertical() ? limit : frames_.extent.scaled(0.9);
    if (block.caption) {
        group_captions_[&block] = add(*block.caption, measure);
        Length const words = layout_.figures.caption_gap + block.caption->pitch * 2;
        limit -= words;
        sensible -= words;
    }
    std::size_t const count = std::min(block.photos.size(), document::kMostPhotos);
    std::vector<double> aspects;
    double logs = 0;
    for (std::size_t k = 0; k < count; ++k) {
        aspects.push_back(std::clamp(block.photos[k].aspect, 0.125, 8.0));
        logs += std::log(aspects.back());
    }
    // Cut to one shape, they make an even grid: the shape asked for, or their own middle one.
    if (block.crop || block.ratio > 0) {
        double const shape =
            block.ratio > 0 ? block.ratio : std::clamp(std::exp(logs / static_cast<double>(count)), 0.6, 1.4);
        std::fill(aspects.begin(), aspects.end(), shape);
    }
    std::vector<CaptionNeed> captions(count);
    for (std::size_t k = 0; k < count; ++k)
        if (block.photos[k].caption) {
            style::ParagraphBlock const& caption = *block.photos[k].caption;
            captions[k] = {static_cast<std::int64_t>(utf8::count(caption.text.text)), caption.line.size, caption.pitch,
                           layout_.figures.caption_gap};
        }
    Length const gap = layout_.figures.photo_gap;
    Length const wanted = std::min(layout_.figures.photo_height, measure.scaled(0.45));
    Arrangement const found = arrange(aspects, measure, gap, wanted, sensible, limit, captions);

    // What fits no page is made smaller; only then do rows not fill the measure.
    Length pictures;
    for (Length const height : found.heights)
        pictures += height;
    double scale = 1;
    if (pictures + found.others > limit && pictures > Length{})
        scale = std::max(0.1, ratio(limit - found.others, pictures));

    RowsDraft rows;
    std::size_t next = 0;
    for (std::size_t r = 0; r < found.rows.size(); ++r) {
        Length const height = scale < 1 ? found.heights[r].scaled(scale) : found.heights[r];
        std::size_t const end = next + found.rows[r];
        Length used = gap * static_cast<std::int64_t>(found.rows[r] - 1);
        for (std::size_t k = next; k < end; ++k)
            used += height.scaled(1 / aspects[k]);
        std::vector<FigureDraft> row;
        Length at = std::max(Length{}, (measure - used) / 2);
        for (; next < end; ++next) {
            FigureDraft draft;
            draft.block = &block.photos[next];
            draft.at = at;
            // The last one ends where the measure ends, whatever was rounded.
            draft.width = next + 1 == end && scale >= 1 ? measure - at : height.scaled(1 / aspects[next]);
            draft.height = height;
            draft.caption_width = draft.width;
            if (block.photos[next].caption) draft.caption = add_narrow(*block.photos[next].caption, draft.width);
            at += draft.width + gap;
            row.push_back(std::move(draft));
        }
        rows.push_back(std::move(row));
    }
    groups_[&block] = {std::move(rows)};
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
        width = std::max(width, set(caption->second).measure);
        end = stack(caption->second, {}, end + layout_.figures.caption_gap, box);
    }
    bool const own_page = box.sheet->place == document::FigurePlace::Page;
    Size const area = frames_.area();
    box.extent = own_page ? area.height : end;
    box.may_float = block.place != document::FigurePlace::Here;
    box.centre_leftover = true;
    if (vertical()) stand_upright(box, own_page ? area.width : width);
    item.what = std::move(box);
    item.spacing.before = layout_.figures.before;
    item.spacing.after = layout_.figures.after;
    item.span = block.span;
    push(std::move(item));
}

} // namespace kumihan::flow
