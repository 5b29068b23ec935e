#include "page/line_problems.h"

#include <cstdlib>

namespace kumihan::page {
namespace {

std::string points(Length length) {
    std::int64_t const tenths = length.units() * 10 / Length::kPerPoint;
    return std::to_string(tenths / 10) + "." + std::to_string(std::abs(tenths % 10));
}

} // namespace

void report_line(line::SetLine const& line, std::string const& folio, diag::Sink& sink) {
    // Nearly every line: no words are gathered for a message that is not sent.
    if (line.fit.kind != line::FitKind::Overfull && line.fit.kind != line::FitKind::Loose) return;
    std::string start;
    for (line::GlyphRun const& run : line.runs)
        if (start.size() < 45) start += run.text;
    if (start.size() > 45) {
        std::size_t cut = 45;
        while (cut > 0 && (static_cast<unsigned char>(start[cut]) & 0xC0) == 0x80)
            --cut;
        start.resize(cut);
    }
    if (line.fit.kind == line::FitKind::Overfull)
        sink.report(diag::Code::LineOverfull, line.span, {points(line.fit.overfull), points(line.fit.measure), start},
                    folio);
    else
        sink.report(diag::Code::LineStretched, line.span, {points(line.fit.measure - line.fit.natural), start}, folio);
}

} // namespace kumihan::page
