// settle: pages of one styled document. Runs the paginator for every sequence and answers what it reports: a last line
// alone at the head of a page is cured by setting its paragraph, or a neighbour on the page before, one line shorter or
// longer (japanese-composition.md 13.4, 6.5); where none can, the page before stays one line short.
#pragma once

#include "diag/sink.h"
#include "flow/compose.h"
#include "page/paginate.h"
#include "spec/model.h"

#include <vector>

namespace kumihan::driver {

// `previous`: the plans of the pass before; sequences that are as before keep theirs.
std::vector<page::SequencePlan> settle(flow::Material& material, spec::LayoutSpec const& layout,
                                       font::FontLibrary const& fonts, diag::Sink& sink, int jobs,
                                       std::vector<page::SequencePlan> previous = {});

} // namespace kumihan::driver
