// From plans to pages: numbering of pages and placing of items.
// imprint() fixes the order of pages (blank ones before 改丁, facing pages that are read against the way pages turn), their
// folios and what page every anchor stands on;
// build() turns plans into display lists and takes the lines out of the Material.
#pragma once

#include "diag/sink.h"
#include "flow/material.h"
#include "font/library.h"
#include "page/page.h"
#include "page/paginate.h"
#include "spec/model.h"
#include "style/model.h"
#include "style/rich.h"

#include <string>
#include <vector>

namespace kumihan::page {

struct PageRef {
    std::uint32_t sequence = 0, page = 0;
    bool blank = false;
};

struct Imprint {
    std::vector<PageRef> order;
    std::vector<Folio> folios;                // by position in `order`
    std::vector<std::string> folio_of_anchor; // by AnchorId
    std::vector<std::uint32_t> page_of_anchor; // by AnchorId, position in `order`; Id<>::kNone: on none
    std::vector<int> number_of_note;          // by NoteId: which of the notes on its page, from 1; 0: on none
    bool right_bound = false;
    std::vector<std::uint32_t> reading; // positions in `order` as they are read; empty: as they lie
    // Sequences that are read against the way the pages turn, and are too long for two facing pages.
    std::vector<std::uint32_t> turned;
};

Imprint imprint(std::vector<SequencePlan> const& plans, flow::Material const& material, spec::LayoutSpec const& layout,
                std::size_t anchor_count);

Book build(Imprint const& imprint, std::vector<SequencePlan> const& plans, flow::Material&& material,
           style::StyledDocument&& document, spec::LayoutSpec const& layout, style::StackIds const& stacks,
           font::FontLibrary const& fonts, diag::Sink& sink, int jobs = 0);

// Says of which chapters the pages do not follow each other as they are read, and the ways out.
void report_turned(Imprint const& imprint, std::vector<SequencePlan> const& plans, flow::Material const& material,
                   diag::Sink& sink);

std::string roman(int number);

} // namespace kumihan::page
