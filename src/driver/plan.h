// 台割: the plan of the pages as a table, one row for each page. Output of `kumihan plan`; a reader of what `page` decided.
#pragma once

#include "diag/print.h"
#include "flow/material.h"
#include "page/book.h"
#include "spec/model.h"
#include "style/model.h"

#include <string>
#include <vector>

namespace kumihan::driver {

struct PlanOptions {
    diag::Language language = diag::Language::Japanese;
    bool json = false;
    int signature = 0; // pages of one folded sheet (折); 0: not marked
};

std::string page_plan(page::Imprint const& imprint, std::vector<page::SequencePlan> const& plans,
                      flow::Material const& material, style::StyledDocument const& document,
                      spec::LayoutSpec const& layout, PlanOptions const& options);

} // namespace kumihan::driver
