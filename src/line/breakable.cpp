#include "line/breakable.h"

#include <algorithm>
#include <string_view>

namespace kumihan::line {

namespace {

std::string quoted(std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
        else
            (out += "\\u00") += {kHex[static_cast<unsigned char>(c) >> 4], kHex[c & 15]};
    }
    return out += '"';
}

template <class Members, class Print> std::string list(Members const& members, Print print) {
    std::string out = "[";
    for (auto const& member : members) {
        if (out.size() > 1) out += ',';
        out += print(member);
    }
    return out += ']';
}

std::string number(std::int64_t value) { return std::to_string(value); }

std::string name_of(style::LineEndPunctuation rule) {
    switch (rule) {
    case style::LineEndPunctuation::Continuous: return "continuous";
    case style::LineEndPunctuation::HalfOrSolid: return "half-or-solid";
    case style::LineEndPunctuation::Half: return "half";
    case style::LineEndPunctuation::Solid: break;
    }
    return "solid";
}

} // namespace

void print_breakable(para::Paragraph const& paragraph, shape::ShapedText const& shaped, style::StyledText const& text,
                     style::LineStyle const& style, std::vector<std::int64_t> const& rooms, Chosen const& chosen,
                     std::string& out) {
    if (std::none_of(chosen.lines.begin(), chosen.lines.end(),
                     [](ChosenLine const& line) { return line.plan.kind == FitKind::Loose; }))
        return;
    auto const boolean = [](bool value) { return value ? "true" : "false"; };
    auto const box = [&](para::Box const& b) {
        auto const& gap = b.gap;
        bool const drawn = b.cluster < b.cluster_end;
        std::int64_t const values[] = {drawn ? shaped.clusters[b.cluster].begin : 0,
                                       drawn ? shaped.clusters[b.cluster_end - 1].end : 0,
                                       b.width,
                                       b.em,
                                       gap.natural,
                                       std::int64_t{gap.shrink[0]} + gap.shrink[1],
                                       static_cast<std::int64_t>(gap.expand),
                                       gap.stretch,
                                       static_cast<std::int64_t>(gap.at),
                                       gap.end_space,
                                       gap.end_extra,
                                       gap.head,
                                       gap.hyphen >= 0};
        return list(values, number);
    };
    ((out += "{\"text\":") += quoted(text.text)) += ",\n \"western\":";
    (out += boolean(paragraph.western)) += ",\"justified\":";
    (out += boolean(style.align == style::Align::Justify)) += ",\"hang\":";
    (out += boolean(style.hang != style::Hang::None)) += ",\"end\":";
    (out += quoted(name_of(style.line_end))) += ",\"rooms\":";
    (out += list(rooms, number)) += ",\"ruby\":";
    out += list(text.ruby, [](style::RubyMark const& mark) {
        std::int64_t const values[] = {mark.begin, mark.end, static_cast<std::int64_t>(mark.reading.size())};
        return list(values, number);
    });
    (out += ",\n \"boxes\":") += list(paragraph.boxes, box);
    (out += ",\n \"head\":") += number(paragraph.first_head);
    (out += ",\"lines\":") += list(chosen.lines, [](ChosenLine const& line) { return number(line.last); });
    out += "}\n";
}

} // namespace kumihan::line
