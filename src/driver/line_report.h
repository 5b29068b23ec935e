// line_report: how well the lines of a book are set (--report). Input: the material and its plans, before the pages are
// built. Output: totals and the worst lines, in the order of how bad they are. Lines that end a paragraph are not opened
// and therefore only counted.
#pragma once

#include "flow/material.h"
#include "page/book.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kumihan::driver {

struct WorstLine {
    line::FitKind kind = line::FitKind::Natural;
    double stretch = 0;    // ems that a solid gap was opened by; in Western paragraphs a word space
    bool word_spaces = false;
    double overfull = 0;   // ems that it sticks out
    double slack = 0;      // ems that were to be filled
    std::string page;      // as printed
    Span span;             // of its first character
    std::string text, next; // of the line; the beginning of the one after it
};

struct LineReport {
    std::size_t lines = 0;   // set
    std::size_t inner = 0;   // of them justified: those that do not end a paragraph
    std::size_t solid = 0;   // inner lines none of whose letters was moved apart (ベタ)
    std::size_t reduced = 0; // whose punctuation or spaces gave way
    std::size_t hyphens = 0, hung = 0, loose = 0, overfull = 0;
    double mean_stretch = 0, most_stretch = 0; // ems per solid gap, over the inner lines
    std::vector<WorstLine> worst;
};

inline constexpr std::size_t kWorstLines = 20;

LineReport report_lines(page::Imprint const& imprint, std::vector<page::SequencePlan> const& plans,
                        flow::Material const& material);

} // namespace kumihan::driver
