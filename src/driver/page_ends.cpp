#include "driver/page_ends.h"

#include <algorithm>

namespace kumihan::driver {

using namespace flow;
using page::PagePlan;
using page::SequencePlan;

namespace {

constexpr std::int64_t kFewLines = 2;   // so many at most are too few for a last page
constexpr int kMostShort = 2;           // lines that a page may be filled by
constexpr int kMostTrials = 16;         // paginations for a last page
constexpr std::size_t kLeastLines = 3;  // of a paragraph that may be set longer or shorter

bool begins_with_head(PagePlan const& page, Sequence const& sequence) {
    if (page.placed.empty() || page.placed.front().repeated) return false;
    auto const* box = std::get_if<Box>(&sequence.items[page.placed.front().item].what);
    return box && box->is_heading;
}

// Two plans that differ in nothing but where the lines of their pages stand.
bool same_pages(SequencePlan const& a, SequencePlan const& b) {
    if (a.pages.size() != b.pages.size()) return false;
    for (std::size_t p = 0; p < a.pages.size(); ++p) {
        auto const &x = a.pages[p].placed, &y = b.pages[p].placed;
        if (x.empty() != y.empty()) return false;
        if (!x.empty() && (x.front().item != y.front().item || x.front().line_begin != y.front().line_begin)) return false;
    }
    return true;
}

} // namespace

std::int64_t lines_used(PagePlan const& page, Sequence const& sequence) {
    Length end;
    for (page::Placement const& placed : page.placed) {
        Item const& item = sequence.items[placed.item];
        if (auto const* text = std::get_if<Text>(&item.what))
            end = std::max(end, placed.top + text->pitch * (placed.line_end - placed.line_begin - std::int64_t{1}) + text->size);
        else if (auto const* box = std::get_if<Box>(&item.what))
            end = std::max(end, placed.top + box->extent);
        else if (std::holds_alternative<CoverPage>(item.what))
            end = page.frames.extent;
    }
    if (end <= Length{}) return 0;
    return (std::min(end, page.frames.extent) - Length::from_units(1)).units() / page.frames.pitch.units() + 1;
}

bool PageEnds::relax(ParagraphIndex index, int looseness) const {
    return flow::relax(material, index, looseness, fonts, sink);
}

std::vector<ParagraphIndex> PageEnds::candidates(PagePlan const& page) const {
    std::vector<ParagraphIndex> out;
    for (auto it = page.placed.rbegin(); it != page.placed.rend(); ++it) {
        auto const* text = std::get_if<Text>(&sequence.items[it->item].what);
        if (!text || !text->on_grid || it->line_begin != 0) continue;
        SetParagraph const& paragraph = material.paragraphs[text->paragraph];
        if (paragraph.looseness != 0 || it->line_end != paragraph.current().size()) continue;
        if (paragraph.current().size() >= kLeastLines) out.push_back(text->paragraph);
    }
    return out;
}

std::int64_t PageEnds::lines_missing(PagePlan const& page) const {
    auto const* last = std::get_if<Text>(&sequence.items[page.placed.back().item].what);
    if (!last || !last->on_grid) return 0; // below a figure there is no line to miss
    Length const end = page.notes.empty() ? page.frames.extent : page.notes.front().top - page::note_zone(page.frames);
    return (end - page.frames.size).units() / page.frames.pitch.units() + 1 - lines_used(page, sequence);
}

SequencePlan PageEnds::fill_before_heads(SequencePlan plan) const {
    std::vector<ParagraphIndex> with_notes, without;
    for (std::size_t p = 0; p + 1 < plan.pages.size(); ++p) {
        PagePlan const& page = plan.pages[p];
        if (page.frames.count != 1 || page.notes.size() > 1 || page.placed.empty()) continue;
        if (!begins_with_head(plan.pages[p + 1], sequence)) continue;
        std::int64_t missing = lines_missing(page);
        if (missing < 1 || missing > kMostShort) continue;
        // One of two lines is worth having as well.
        for (ParagraphIndex const index : candidates(page)) {
            if (missing == 0) break;
            if (!relax(index, 1)) continue;
            (page.notes.empty() ? without : with_notes).push_back(index);
            --missing;
        }
    }
    if (with_notes.empty() && without.empty()) return plan;
    // The next page begins with the head whatever happens on this one; where it does not after all, nothing is changed.
    // That is less certain above notes, so that the others have a chance of their own.
    for (auto* const set : {&with_notes, &without}) {
        if (set == &without && without.empty()) break;
        SequencePlan next = again();
        if (same_pages(plan, next) && acceptable(next)) return next;
        for (ParagraphIndex const index : *set)
            relax(index, 0);
    }
    return plan;
}

SequencePlan PageEnds::spare_short_last_page(SequencePlan plan) const {
    if (plan.pages.size() < 2) return plan;
    auto const used = [&](SequencePlan const& one) { return lines_used(one.pages.back(), sequence); };
    if (used(plan) > kFewLines || plan.pages.back().placed.empty()) return plan;
    std::size_t const pages = plan.pages.size();
    SequencePlan const before = plan;
    int trials = 0;
    // Shorter until the page is no more; else longer until it has enough.
    for (int const looseness : {-1, 1}) {
        std::vector<ParagraphIndex> set;
        SequencePlan best = before;
        bool done = false;
        for (std::size_t p = pages; p-- > 0 && !done && trials < kMostTrials;) {
            for (ParagraphIndex const index : candidates(before.pages[p])) {
                if (done || trials >= kMostTrials) break;
                if (!relax(index, looseness)) continue;
                SequencePlan next = again();
                ++trials;
                bool const better = next.pages.size() < best.pages.size() ||
                                    (next.pages.size() == best.pages.size() && looseness * used(next) > looseness * used(best));
                if (!better || next.pages.size() > pages || !acceptable(next)) {
                    relax(index, 0);
                    continue;
                }
                set.push_back(index);
                best = std::move(next);
                done = looseness < 0 ? best.pages.size() < pages : used(best) > kFewLines;
            }
        }
        if (done) return best;
        for (ParagraphIndex const index : set)
            relax(index, 0);
    }
    return before;
}

} // namespace kumihan::driver
