// The end of a contents line (15.6): the folio flush with the end of the measure, before it the leader on a phase grid
// counted from the end, so that the dots of all lines stand under each other.
#include "flow/draft.h"
#include "line/compose.h"

#include <algorithm>

namespace kumihan::flow {

namespace {

// Three figures: what a folio needs in any report; entries of one list keep one reserve.
constexpr int kFolioFigures = 3;

// All measures of the tail are of the folio's size, which the lines of a list share: so their leaders share one phase.
Length folio_size(style::ParagraphBlock const& block) {
    return block.tail->folio.runs.empty() ? block.line.size : block.tail->folio.runs.front().style.size;
}

} // namespace

Length contents_reserve(style::ParagraphBlock const& block) {
    Length const size = folio_size(block);
    return size * kFolioFigures / 2 + block.tail->gap.at(size) * 2;
}

void finish_contents_line(SetParagraph& paragraph, spec::LayoutSpec const&, font::FontLibrary const& fonts,
                          diag::Sink& sink) {
    if (paragraph.lines.empty()) return;
    style::ContentsTail const& tail = *paragraph.source->tail;
    style::LineStyle plain = paragraph.source->line;
    plain.align = style::Align::Start;
    plain.first_indent = plain.start_indent = plain.end_indent = {};
    line::SetLine& last = paragraph.lines.back();
    std::size_t const own_runs = last.runs.size(), own_links = last.links.size();
    Length const measure = paragraph.measure;
    Length const gap = tail.gap.at(folio_size(*paragraph.source));

    auto folio = line::compose(tail.folio, plain, measure, fonts, sink);
    if (folio.empty()) return;
    Length const folio_width = folio.front().fit.set;

    Length const title_end = last.end;

    // The leader's own advance from its composed glyph; it is repeated, never stretched.
    auto leader = line::compose(tail.leader, plain, measure, fonts, sink);
    if (!leader.empty() && !leader.front().runs.empty() && leader.front().fit.set > Length{}) {
        line::GlyphRun run = leader.front().runs.front();
        Length const step = leader.front().fit.set;
        // The phase grid counts from where the widest folio begins, so that all lines of the list share it.
        Length const grid_end = measure - contents_reserve(*paragraph.source) + gap;
        // Clear of the title by twice the room it keeps from the folio (15.6).
        std::int64_t const room = (grid_end - (title_end + gap * 2)) / step;
        if (room >= 2) {
            std::vector<line::GlyphAt> const one = run.glyphs;
            std::string const word = run.text;
            run.glyphs.clear();
            run.text.clear();
            run.at = grid_end - step * room + run.at;
            for (std::int64_t i = 0; i < room; ++i)
                for (line::GlyphAt glyph : one) {
                    glyph.at += static_cast<std::int32_t>((step * i).units());
                    glyph.text = static_cast<std::uint32_t>(run.text.size());
                    run.glyphs.push_back(glyph);
                    if (glyph.text == run.text.size()) run.text += word;
                }
            run.tag = {};
            last.runs.push_back(std::move(run));
        }
    }
    Length const shift = measure - folio_width;
    for (line::GlyphRun run : folio.front().runs) {
        run.at += shift;
        last.runs.push_back(std::move(run));
    }
    for (line::LinkSpan link : folio.front().links) {
        // One area from the title's start over the leader to the folio.
        link.begin = last.links.empty() ? link.begin + shift : last.links.back().end;
        link.end = measure;
        last.links.push_back(std::move(link));
    }
    paragraph.tail_runs = static_cast<std::uint32_t>(last.runs.size() - own_runs);
    paragraph.tail_links = static_cast<std::uint32_t>(last.links.size() - own_links);
}

void cut_contents_tail(SetParagraph& paragraph) {
    if (paragraph.lines.empty()) return;
    line::SetLine& last = paragraph.lines.back();
    last.runs.resize(last.runs.size() - std::min<std::size_t>(paragraph.tail_runs, last.runs.size()));
    last.links.resize(last.links.size() - std::min<std::size_t>(paragraph.tail_links, last.links.size()));
    paragraph.tail_runs = paragraph.tail_links = 0;
}

} // namespace kumihan::flow
