#include "driver/line_report.h"

#include "base/overloaded.h"
#include "base/utf8.h"

#include <algorithm>
#include <variant>

namespace kumihan::driver {

namespace {

constexpr double kWorthSaying = 0.02; // ems; less is seen by nobody

class Collector {
public:
    explicit Collector(flow::Material const& material) : material_(material) {}

    void page(page::PagePlan const& plan, flow::Sequence const& sequence, std::string const& printed) {
        printed_ = &printed;
        for (page::Placement const& placed : plan.placed) {
            if (placed.repeated) continue;
            std::visit(overloaded{
                           [&](flow::Text const& text) {
                               for (auto i = placed.line_begin; i < placed.line_end; ++i) line(text.paragraph, i);
                           },
                           [&](flow::Box const& box) { pieces(box.pieces); },
                           [&](flow::CoverPage const& cover) { pieces(cover.pieces); },
                           [](auto const&) {},
                       },
                       sequence.items[placed.item].what);
        }
        for (page::NotesPlan const& notes : plan.notes)
            for (page::NotePart const& part : notes.notes) note(part);
        for (page::SideNotePlan const& side : plan.side_notes) pieces(material_.notes[side.note.value].pieces);
    }

    LineReport take() {
        if (out_.inner > 0) out_.mean_stretch = sum_ / static_cast<double>(out_.inner);
        keep_worst();
        return std::move(out_);
    }

private:
    void pieces(std::vector<flow::Piece> const& pieces) {
        for (flow::Piece const& piece : pieces)
            if (auto const* one = std::get_if<flow::LinePiece>(&piece)) line(one->paragraph, one->line);
    }

    // All of a note, or the lines that this page holds.
    void note(page::NotePart const& part) {
        flow::SetNote const& set = material_.notes[part.note.value];
        if (set.lines.empty()) return pieces(set.pieces);
        for (auto i = part.begin; i < part.end; ++i)
            for (auto k = i > 0 ? set.lines[i - 1].pieces_end : 0; k < set.lines[i].pieces_end; ++k)
                if (auto const* one = std::get_if<flow::LinePiece>(&set.pieces[k])) line(one->paragraph, one->line);
    }

    void line(flow::ParagraphIndex index, std::uint32_t number) {
        flow::SetParagraph const& paragraph = material_.paragraphs[index];
        if (number >= paragraph.current().size()) return;
        line::SetLine const& set = paragraph.current()[number];
        line::LineFit const& fit = set.fit;
        ++out_.lines;
        bool const overfull = fit.kind == line::FitKind::Overfull;
        out_.overfull += overfull;
        if (!fit.inner && !overfull) return;
        double const em = std::max(1.0, static_cast<double>(paragraph.source->line.size.units()));
        double const solid = fit.stretch_per_gap.value();
        double const stretch = std::max(solid, fit.stretch_per_space.value());
        ++out_.inner;
        out_.solid += solid == 0 && fit.kind != line::FitKind::Loose && !overfull;
        out_.reduced += fit.kind == line::FitKind::Shrunk;
        out_.hung += fit.kind == line::FitKind::Hung;
        out_.loose += fit.kind == line::FitKind::Loose;
        out_.hyphens += fit.hyphen;
        sum_ += solid;
        out_.most_stretch = std::max(out_.most_stretch, solid);
        if (stretch < kWorthSaying && !overfull && fit.kind != line::FitKind::Loose) return;
        WorstLine one;
        one.kind = fit.kind;
        one.stretch = stretch;
        one.word_spaces = fit.stretch_per_space > fit.stretch_per_gap;
        one.overfull = static_cast<double>(fit.overfull.units()) / em;
        one.slack = static_cast<double>((fit.measure - fit.natural).units()) / em;
        one.page = *printed_;
        one.span = set.span ? set.span : source_in(*paragraph.source, set);
        if (number + 1 < paragraph.current().size()) {
            line::SetLine const& next = paragraph.current()[number + 1];
            one.next = head_of(std::string_view(paragraph.source->text.text).substr(next.text_begin, next.text_end - next.text_begin));
        }
        one.text = paragraph.source->text.text.substr(set.text_begin, set.text_end - set.text_begin);
        out_.worst.push_back(std::move(one));
        if (out_.worst.size() > 4096) keep_worst(); // a book of a million lines does not keep them all
    }

    // A line may begin with words that the program made (図4-3): then where its first typed words come from.
    static Span source_in(style::ParagraphBlock const& block, line::SetLine const& set) {
        for (document::TextPiece const& piece : block.text.pieces)
            if (piece.source && piece.text_begin < set.text_end && piece.text_begin + piece.length > set.text_begin)
                return piece.source;
        return block.span;
    }
    // Its first letters, a Western word whole: what did not fit into the line before.
    static std::string head_of(std::string_view text) {
        constexpr std::size_t kLetters = 6, kMost = 60;
        std::size_t end = 0, letters = 0;
        while (end < text.size() && end < kMost) {
            auto const d = utf8::decode(text, end);
            bool const western = d.code_point > 0x20 && d.code_point < 0x2000;
            if (d.code_point == 0x2028 || (letters >= kLetters && !western)) break;
            letters += 1;
            end += d.length;
        }
        return std::string(text.substr(0, end));
    }

    void keep_worst() {
        std::stable_sort(out_.worst.begin(), out_.worst.end(), [](WorstLine const& a, WorstLine const& b) {
            return a.overfull != b.overfull ? a.overfull > b.overfull : a.stretch > b.stretch;
        });
        if (out_.worst.size() > kWorstLines) out_.worst.resize(kWorstLines);
    }

    flow::Material const& material_;
    std::string const* printed_ = nullptr;
    LineReport out_;
    double sum_ = 0;
};

} // namespace

LineReport report_lines(page::Imprint const& imprint, std::vector<page::SequencePlan> const& plans,
                        flow::Material const& material) {
    Collector collector(material);
    for (std::size_t i = 0; i < imprint.order.size(); ++i) {
        page::PageRef const& ref = imprint.order[i];
        if (ref.blank) continue;
        collector.page(plans[ref.sequence].pages[ref.page], material.sequences[ref.sequence], imprint.folios[i].printed);
    }
    return collector.take();
}

} // namespace kumihan::driver
