#include "yaml/flow_extent.h"

#include "yaml/line_text.h"
#include "yaml/node.h"
#include "yaml/scalar.h"

#include <algorithm>
#include <vector>

namespace kumihan::yaml {

FlowExtent flow_extent(std::string_view source, std::size_t begin, int parent) {
    std::vector<std::size_t> open;
    std::size_t i = begin;
    for (; i < source.size(); ++i) {
        char const c = source[i];
        char const before = i > 0 ? source[i - 1] : ' ';
        bool const at_start = is_blank(before) || before == '[' || before == '{' || before == ',' || before == '\n';
        if (c == '\n') {
            auto const next = source.find_first_not_of(' ', i + 1);
            if (next == kNone) break;
            auto const indent = static_cast<int>(next - i - 1);
            bool const inside = indent > parent || source[next] == ']' || source[next] == '}' ||
                                source[next] == '\n' || source[next] == '\r';
            if (!inside) break;
        } else if (c == '#' && is_blank(before)) {
            i = std::min(source.find('\n', i), source.size()) - 1;
        } else if ((c == '"' || c == '\'') && at_start) {
            auto const close = quoted_end(source, static_cast<std::uint32_t>(i));
            if (!close) break;
            i = *close - 1;
        } else if (c == '[' || c == '{') {
            open.push_back(i);
            if (open.size() > kMaxDepth) return {FlowExtent::TooDeep, i};
        } else if (c == ']' || c == '}') {
            bool const pair = source[open.back()] == (c == ']' ? '[' : '{');
            if (!pair) break;
            open.pop_back();
            if (open.empty()) break;
        }
    }
    if (!open.empty()) return {FlowExtent::Open, open.back()};
    return {FlowExtent::Closed, i};
}

} // namespace kumihan::yaml
