// Text beside a picture (回り込み, 15.1): the picture takes whole ems of the measure, the lines beside it the rest, so that
// both keep the grid. Room beside is used when more than a quarter of the measure and more than eight characters are left.
// Horizontal lines: the picture is as wide as its ems, and what its height leaves of the last slot stays free below it.
// Vertical ones: it stands at the head or the foot of its tier and is as wide as its lines, from the edge of the first one
// to that of the last; what its height and its caption leave of an em widens the gap.
#include "base/utf8.h"
#include "flow/compose.h"
#include "flow/draft.h"
#include "line/compose.h"

#include <algorithm>

namespace kumihan::flow {

using document::FigureWidth;
using document::FigureWrap;

namespace {

constexpr std::int64_t kLeastBeside = 8;      // characters; more than these
constexpr std::int64_t kLeastLines = 3;       // that an upright picture is wide
constexpr std::size_t kMostParagraphs = 100;  // that are looked at for one picture
constexpr std::size_t kLeastFilled = 2;       // the room beside is filled to one part of so many at least

bool is_room(std::int64_t beside, std::int64_t all) { return beside * 4 > all && beside > kLeastBeside; }
bool stands_at_start(FigureWrap wrap) { return wrap == FigureWrap::Left || wrap == FigureWrap::Top; }
FigureWidth wrap_width(style::FigureBlock const& block) {
    return block.width == FigureWidth::Full ? FigureWidth::Half : block.width;
}

bool may_stand_beside(style::ParagraphBlock const& block, Frames const& frames) {
    return block.on_grid && block.span_lines == 0 && block.lines_before == 0 && block.rule_below == Length{} &&
           !block.is_heading && !block.label && !block.tail && block.line.mode == frames.mode &&
           block.pitch == frames.pitch && block.line.size <= frames.size;
}

} // namespace

std::optional<FigureDraft> Builder::draft_wrap(style::FigureBlock const& block) {
    bool const across = block.wrap == FigureWrap::Left || block.wrap == FigureWrap::Right;
    if (across == vertical()) sink_.report(diag::Code::WrapSide, block.span, {block.shown});
    if (vertical()) return draft_upright_wrap(block);
    Length const em = frames_.size, gap = layout_.figures.wrap_gap.at(em);
    std::int64_t const all = frames_.measure / em;
    Length const wanted = em * static_cast<std::int64_t>(static_cast<double>(all) * fraction(wrap_width(block)));
    std::int64_t const beside = (frames_.measure - wanted - gap) / em;
    if (!is_room(beside, all)) {
        sink_.report(diag::Code::WrapTooNarrow, block.span, {block.shown, std::to_string(beside)});
        return std::nullopt;
    }
    FigureDraft draft;
    draft.block = &block;
    draft.at_start = stands_at_start(block.wrap);
    draft.width = frames_.measure - em * beside - gap;
    draft.height = draft.width.scaled(block.aspect);
    if (Length const most = frames_.extent.scaled(layout_.figures.max_height); draft.height > most) {
        draft.height = most; // a tower: narrower than its place, in the middle of it
        draft.width = most.scaled(1 / block.aspect);
    }
    Length const column = frames_.measure - em * beside - gap;
    draft.at = (draft.at_start ? Length{} : frames_.measure - column) + (column - draft.width) / 2;
    Wrap wrap;
    wrap.measure = em * beside;
    return open_wrap(std::move(draft), std::move(wrap));
}

// A fraction of the type area's width, in whole lines: as many as leave room for the text above or below it.
std::optional<FigureDraft> Builder::draft_upright_wrap(style::FigureBlock const& block) {
    Length const em = frames_.size, gap = layout_.figures.wrap_gap.at(em);
    std::int64_t const all = frames_.measure / em;
    auto width_of = [&](std::int64_t lines) { return frames_.pitch * lines - frames_.line_gap(); };
    auto beside = [&](Length width) {
        Length taken = width.scaled(block.aspect) + gap;
        if (block.caption) { // before it is set
            style::ParagraphBlock const& caption = *block.caption;
            auto const letters = static_cast<std::int64_t>(utf8::count(caption.text.text));
            std::int64_t const per_line = std::max<std::int64_t>(1, width / caption.line.size);
            taken += layout_.figures.caption_gap + caption.pitch * ((letters + per_line - 1) / per_line);
        }
        return (frames_.measure - taken) / em;
    };
    Length const wanted = frames_.extent.scaled(fraction(wrap_width(block)));
    std::int64_t lines = ((wanted + frames_.line_gap()).units() + frames_.pitch.units() / 2) / frames_.pitch.units();
    lines = std::max(lines, kLeastLines);
    while (lines > kLeastLines && !is_room(beside(width_of(lines)), all))
        --lines;
    if (std::int64_t const room = beside(width_of(lines)); !is_room(room, all)) {
        sink_.report(diag::Code::WrapTooNarrow, block.span, {block.shown, std::to_string(std::max<std::int64_t>(0, room))});
        return std::nullopt;
    }
    FigureDraft draft;
    draft.block = &block;
    draft.at_start = stands_at_start(block.wrap);
    draft.width = width_of(lines);
    draft.height = draft.width.scaled(block.aspect);
    draft.shared = frames_.measure - gap;
    Wrap wrap;
    wrap.em = em; // the measure beside it follows when its caption is set
    return open_wrap(std::move(draft), std::move(wrap));
}

FigureDraft Builder::open_wrap(FigureDraft draft, Wrap wrap) {
    if (draft.block->caption) {
        Length const size = draft.block->caption->line.size;
        draft.caption_width = std::max(size, size * (draft.width / size));
        draft.caption = add(*draft.block->caption, draft.caption_width);
    }
    wrap.whole = frames_.measure;
    wrap.at_start = !draft.at_start;
    wrap.pitch = frames_.pitch;
    wrap.line_gap = frames_.line_gap();
    draft.wrap = static_cast<std::uint32_t>(material_.wraps.size());
    material_.wraps.push_back(std::move(wrap));
    open_wrap_ = draft.wrap;
    return draft;
}

// Called for every block before it is drafted: what follows a picture stands beside it until something else comes.
void Builder::gather_beside(style::Block const& block) {
    if (!open_wrap_) return;
    auto const* paragraph = std::get_if<style::ParagraphBlock>(&block);
    auto& gathered = material_.wraps[*open_wrap_].paragraphs;
    if (paragraph && may_stand_beside(*paragraph, frames_) && gathered.size() < kMostParagraphs)
        gathered.push_back(static_cast<ParagraphIndex>(material_.paragraphs.size())); // the next one to be added
    else
        open_wrap_.reset();
}

void Builder::begin_wraps() {
    for (auto& [block, draft] : figures_) {
        if (!draft.wrap) continue;
        Wrap& wrap = material_.wraps[*draft.wrap];
        Length tall = draft.height;
        if (draft.caption) tall += layout_.figures.caption_gap + height(*draft.caption);
        wrap.extent = tall;
        if (draft.shared > Length{}) {
            wrap.extent = draft.width;
            std::int64_t const beside = (draft.shared - tall) / wrap.em;
            if (beside <= kLeastBeside) { // its caption is longer than it seemed
                sink_.report(diag::Code::WrapTooNarrow, block->span,
                             {block->shown, std::to_string(std::max<std::int64_t>(0, beside))});
                wrap.paragraphs.clear();
                continue;
            }
            wrap.measure = wrap.em * beside;
        }
        // The first line below keeps the distance of lines.
        Length const needed = wrap.extent + wrap.line_gap;
        wrap.lines = static_cast<std::size_t>((needed.units() + wrap.pitch.units() - 1) / wrap.pitch.units());
    }
    for (std::uint32_t i = 0; i < material_.wraps.size(); ++i)
        set_wrap(material_, i, fonts_, sink_);
    // Where lines stand beside pictures is found anew in every pass.
    for (Wrap const& wrap : material_.wraps)
        for (ParagraphIndex const p : wrap.paragraphs)
            taken_over_[p] = 0;
    for (auto& [block, draft] : figures_) {
        if (!draft.wrap) continue;
        Wrap& wrap = material_.wraps[*draft.wrap];
        if (wrap.all * kLeastFilled >= wrap.lines && wrap.all >= 2) continue;
        if (wrap.lines == 0) continue; // reported
        sink_.report(diag::Code::WrapWithoutText, block->span, {block->shown});
        wrap.lines = 0;
        set_wrap(material_, *draft.wrap, fonts_, sink_);
    }
}

void set_wrap(Material& material, std::uint32_t index, font::FontLibrary const& fonts, diag::Sink& sink) {
    Wrap& wrap = material.wraps[index];
    std::size_t const begin = wrap.skip, end = wrap.skip + wrap.lines + (wrap.last_line_too && wrap.lines > 0 ? 1 : 0);
    std::size_t before = 0; // lines of the paragraphs so far
    for (ParagraphIndex const p : wrap.paragraphs) {
        SetParagraph& paragraph = material.paragraphs[p];
        line::Beside beside;
        if (before < end && wrap.lines > 0) {
            beside.begin = begin > before ? begin - before : 0;
            beside.end = end - before;
            beside.measure = wrap.measure;
            beside.start = wrap.start();
        }
        if (!(beside == paragraph.beside)) {
            line::ComposeOptions options;
            options.reach = &paragraph.reach;
            options.beside = beside;
            paragraph.lines =
                line::compose(paragraph.source->text, paragraph.source->line, paragraph.measure, fonts, sink, options);
            paragraph.beside = beside;
            paragraph.looseness = 0;
            paragraph.relaxed.clear();
        }
        before += paragraph.lines.size();
    }
    wrap.all = before;
}

} // namespace kumihan::flow
