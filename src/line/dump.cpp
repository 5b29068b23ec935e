#include "line/dump.h"

#include <array>
#include <charconv>

namespace kumihan::line {

namespace {

// Two decimals whatever the locale; -0.00 is 0.00.
std::string points(std::int64_t units) {
    std::int64_t const hundredths = (units * 100 + (units < 0 ? -32768 : 32768)) / Length::kPerPoint;
    std::string text = hundredths < 0 ? "-" : "";
    std::int64_t const positive = hundredths < 0 ? -hundredths : hundredths;
    text += std::to_string(positive / 100) + '.';
    auto const rest = positive % 100;
    if (rest < 10) text += '0';
    return text + std::to_string(rest);
}
std::string points(Length length) { return points(length.units()); }

char const* name(FitKind kind) {
    switch (kind) {
    case FitKind::Natural: return "natural";
    case FitKind::Shrunk: return "shrunk";
    case FitKind::Stretched: return "stretched";
    case FitKind::Hung: return "hung";
    case FitKind::Overfull: return "overfull";
    case FitKind::Loose: return "loose";
    }
    return "";
}

} // namespace

std::string dump(std::vector<SetLine> const& lines, Detail detail) {
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const& line = lines[i];
        out += "line " + std::to_string(i + 1) + "  measure " + points(line.fit.measure) + "  natural " +
               points(line.fit.natural) + "  set " + points(line.fit.set) + "  " + name(line.fit.kind);
        if (line.fit.stage > 0) out += ' ' + std::to_string(line.fit.stage);
        if (line.fit.overfull > Length{}) out += " by " + points(line.fit.overfull);
        out += "  ";
        for (auto const& run : line.runs)
            if (run.rise == Length{} || run.tag) out += run.text;
        out += '\n';
        if (detail == Detail::Lines) continue;
        for (auto const& run : line.runs) {
            out += "  font " + std::to_string(run.font.value) + " size " + points(run.size) + " at " + points(run.at) +
                   " rise " + points(run.rise) + (run.orientation == Orientation::Rotated ? " rotated" : "") + "  " + run.text +
                   "\n   ";
            for (auto const& g : run.glyphs) {
                out += ' ' + std::to_string(g.glyph) + '=' + std::to_string(g.text) + '@' + points(g.at);
                if (g.rise != 0) out += ',' + points(g.rise);
            }
            out += '\n';
        }
        for (auto const& link : line.links) out += "  link " + points(link.begin) + " to " + points(link.end) + '\n';
        for (auto const& anchor : line.anchors)
            out += "  anchor " + std::to_string(anchor.anchor.value) + " at " + points(anchor.at) + '\n';
    }
    return out;
}

} // namespace kumihan::line
