// How pages end, after the widows are cured (13.4, 13.6): a page that stops a line or two short before a head is filled
// by setting paragraphs of that page one line longer, and a chapter does not end with a page of one or two lines where
// its paragraphs can be set so that there is none, or more on it. Paragraphs are set anew only as well as their reach
// allows; what cannot be done well is left. The number of trials is bounded.
#pragma once

#include "diag/sink.h"
#include "flow/compose.h"
#include "page/paginate.h"
#include "spec/model.h"

#include <functional>

namespace kumihan::driver {

struct PageEnds {
    flow::Material& material;
    flow::Sequence& sequence;
    spec::LayoutSpec const& layout;
    font::FontLibrary const& fonts;
    diag::Sink& sink;
    bool recto; // its first page
    std::function<bool(page::SequencePlan const&)> acceptable; // no widow that was not there before, nor a wrap

    // Gives the plan that holds afterwards.
    page::SequencePlan fill_before_heads(page::SequencePlan plan) const;
    page::SequencePlan spare_short_last_page(page::SequencePlan plan) const;

private:
    page::SequencePlan again() const { return page::paginate(sequence, material, layout, recto); }
    std::int64_t lines_missing(page::PagePlan const& page) const; // up to its foot or its notes
    bool relax(flow::ParagraphIndex index, int looseness) const;
    std::vector<flow::ParagraphIndex> candidates(page::PagePlan const& page) const; // begin and end on it; last first
};

// Grid lines from the head of the area to what stands lowest on the page, its notes left aside.
std::int64_t lines_used(page::PagePlan const& page, flow::Sequence const& sequence);

} // namespace kumihan::driver
