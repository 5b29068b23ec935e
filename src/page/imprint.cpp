#include "base/overloaded.h"
#include "page/book.h"

#include <utility>

namespace kumihan::page {

std::string roman(int number) {
    static constexpr struct {
        int value;
        char const* digits;
    } kSteps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                  {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    std::string out;
    for (auto const& step : kSteps)
        for (; number >= step.value; number -= step.value)
            out += step.digits;
    return out;
}

Imprint imprint(std::vector<SequencePlan> const& plans, flow::Material const& material, spec::LayoutSpec const& layout,
                std::size_t anchor_count) {
    Imprint out;
    out.folio_of_anchor.resize(anchor_count);
    out.right_bound = material.right_bound;
    bool exchanged = false;
    out.page_of_anchor.assign(anchor_count, AnchorId::kNone);
    bool const roman_front = layout.folios.front == spec::FrontNumbers::Roman;
    bool in_front = true;
    int number = 0;
    out.number_of_note.resize(material.notes.size());
    auto add = [&](PageRef ref, bool front) {
        Folio folio;
        folio.number = ++number;
        folio.style = front && roman_front ? FolioStyle::RomanLower : FolioStyle::Decimal;
        folio.printed = folio.style == FolioStyle::RomanLower ? roman(number) : std::to_string(number);
        out.reading.push_back(static_cast<std::uint32_t>(out.order.size()));
        out.order.push_back(ref);
        out.folios.push_back(std::move(folio));
    };
    for (std::uint32_t s = 0; s < plans.size(); ++s) {
        style::SequenceStart const& start = material.sequences[s].start;
        bool const front = in_front && start.front;
        if (in_front && !front) {
            in_front = false;
            if (roman_front) {
                // Page 1 is a right-hand page: an odd number of front pages is followed by a blank one.
                if (out.order.size() % 2 == 1) add({s, 0, true}, true);
                number = 0;
            }
        }
        auto const count = static_cast<std::uint32_t>(plans[s].pages.size());
        // Vertical lines lead from right to left, and so do the pages of a right-bound book; a text that is read the
        // other way than its book fits one page or two that face each other, the second of which then lies first.
        bool const against = start.runs_on && (start.mode == WritingMode::Vertical) != material.right_bound;
        bool const facing = against && count == 2;
        if (facing && out.order.size() % 2 == 0) add({s, 0, true}, front);
        exchanged = exchanged || facing;
        if (against && count > 2) out.turned.push_back(s);
        for (std::uint32_t i = 0; i < count; ++i) {
            std::uint32_t const p = facing ? 1 - i : i;
            PagePlan const& page = plans[s].pages[p];
            bool const wrong_side = out.order.size() % 2 == 1 ? page.recto : page.verso;
            if (wrong_side && !facing) add({s, p, true}, front);
            add({s, p, false}, front);
            std::string const& printed = out.folios.back().printed;
            auto put = [&](AnchorId anchor) {
                if (!anchor || anchor.value >= anchor_count || !out.folio_of_anchor[anchor.value].empty()) return;
                out.folio_of_anchor[anchor.value] = printed;
                out.page_of_anchor[anchor.value] = static_cast<std::uint32_t>(out.order.size() - 1);
            };
            auto put_line = [&](flow::ParagraphIndex paragraph, std::uint32_t line) {
                auto const& lines = material.paragraphs[paragraph].current();
                if (line >= lines.size()) return;
                for (auto const& at : lines[line].anchors)
                    put(at.anchor);
            };
            auto put_pieces = [&](std::vector<flow::Piece> const& pieces, std::size_t begin, std::size_t end) {
                for (std::size_t k = begin; k < end; ++k)
                    if (auto const* line = std::get_if<flow::LinePiece>(&pieces[k])) put_line(line->paragraph, line->line);
            };
            int notes = 0;
            auto put_note = [&](NotePart const& part) {
                flow::SetNote const& note = material.notes[part.note.value];
                auto const ends = [&](std::uint32_t line) { return line > 0 ? note.lines[line - 1].pieces_end : 0; };
                if (part.begin == 0) out.number_of_note[part.note.value] = ++notes;
                if (note.lines.empty())
                    put_pieces(note.pieces, 0, note.pieces.size());
                else
                    put_pieces(note.pieces, ends(part.begin), ends(part.end));
            };
            for (NotesPlan const& plan : page.notes)
                for (NotePart const& part : plan.notes)
                    put_note(part);
            for (SideNotePlan const& plan : page.side_notes)
                put_note({plan.note, 0, static_cast<std::uint32_t>(material.notes[plan.note.value].lines.size())});
            for (Placement const& placed : page.placed) {
                if (placed.repeated) continue;
                flow::Item const& item = material.sequences[s].items[placed.item];
                if (placed.line_begin == 0)
                    for (AnchorId const anchor : item.anchors)
                        put(anchor);
                if (auto const* text = std::get_if<flow::Text>(&item.what)) {
                    for (std::uint32_t l = placed.line_begin; l < placed.line_end; ++l)
                        put_line(text->paragraph, l);
                } else if (auto const* box = std::get_if<flow::Box>(&item.what)) {
                    put_pieces(box->pieces, 0, box->pieces.size());
                    if (box->sheet) put_pieces(box->sheet->facing, 0, box->sheet->facing.size());
                } else if (auto const* table = std::get_if<flow::TurnedPages>(&item.what)) {
                    auto const& pieces = table->pages[placed.line_begin].pieces;
                    put_pieces(pieces, 0, pieces.size());
                }
            }
        }
        if (facing) std::swap(out.reading[out.reading.size() - 2], out.reading.back());
    }
    if (!exchanged) out.reading.clear();
    return out;
}

void report_turned(Imprint const& imprint, std::vector<SequencePlan> const& plans, flow::Material const& material,
                   diag::Sink& sink) {
    for (std::uint32_t const s : imprint.turned) {
        style::SequenceStart const& start = material.sequences[s].start;
        sink.report(start.mode == WritingMode::Vertical ? diag::Code::VerticalPiecePages : diag::Code::HorizontalPiecePages,
                    start.span, {std::to_string(plans[s].pages.size())});
    }
}

} // namespace kumihan::page
