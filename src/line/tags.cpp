#include "line/set.h"

#include <algorithm>

namespace kumihan::line {

void tag_segments(style::StyledText const& text, std::vector<TagSegment>& out) {
    out.clear();
    out.push_back({0, text.tag});
    if (text.tags.empty() && text.ruby.empty()) return;

    // Elements are properly nested: sorted by begin, outer first, a stack holds those that are open.
    std::vector<style::TagRun> elements(text.tags.begin(), text.tags.end());
    for (auto const& ruby : text.ruby)
        if (ruby.base_tag) elements.push_back({ruby.begin, ruby.end, ruby.base_tag});
    std::stable_sort(elements.begin(), elements.end(), [](style::TagRun const& a, style::TagRun const& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<style::TagRun> open;
    auto change = [&](std::uint32_t at) {
        TagId const tag = open.empty() ? text.tag : open.back().tag;
        if (out.back().begin == at) out.back().tag = tag;
        else if (out.back().tag != tag) out.push_back({at, tag});
    };
    auto close_until = [&](std::uint32_t at) {
        while (!open.empty() && open.back().end <= at) {
            auto const end = open.back().end;
            open.pop_back();
            change(end);
        }
    };
    for (auto const& element : elements) {
        if (element.begin >= element.end) continue;
        close_until(element.begin);
        open.push_back(element);
        change(element.begin);
    }
    close_until(0xFFFFFFFFu);
}

} // namespace kumihan::line
