// 傍注 and 頭注 (14.4): notes in the margin, each beside the line of its mark.
#include "base/overloaded.h"
#include "page/paginate.h"

#include <algorithm>

namespace kumihan::page {

using namespace flow;

namespace {

struct Wanted {
    NoteId note;
    Length top;
    bool late = false;
};

// The marks of side notes on a page, with the place at which the note's first line stands beside the mark's.
class Marks {
public:
    Marks(Sequence const& sequence, Material const& material) : sequence_(sequence), material_(material) {}

    std::vector<Wanted> on(PagePlan const& page) {
        std::vector<Wanted> out;
        for (Placement const& placed : page.placed) {
            if (placed.repeated) continue;
            std::visit(overloaded{
                           [&](Text const& text) { lines(page, placed, text, out); },
                           [&](Box const& box) {
                               for (Piece const& piece : box.pieces)
                                   if (auto const* line = std::get_if<LinePiece>(&piece))
                                       add(*line, placed.top, out);
                           },
                           [](auto const&) {},
                       },
                       sequence_.items[placed.item].what);
        }
        return out;
    }

private:
    void lines(PagePlan const& page, Placement const& placed, Text const& text, std::vector<Wanted>& out) {
        Length const slack = text.on_grid ? (page.frames.size - text.size) / 2 : Length{};
        for (std::uint32_t l = placed.line_begin; l < placed.line_end; ++l) {
            Length const top = placed.top + text.pitch * static_cast<std::int64_t>(l - placed.line_begin) + slack;
            add({text.paragraph, l, {}, ascent(text.size)}, top, out);
        }
    }

    void add(LinePiece const& piece, Length top, std::vector<Wanted>& out) {
        auto const& all = material_.paragraphs[piece.paragraph].current();
        if (piece.line >= all.size()) return;
        for (NoteId const id : all[piece.line].notes) {
            SetNote const& note = material_.notes[id.value];
            if (!note.side || note.lines.empty()) continue;
            // On one baseline with the line that calls it
            Length const first = ascent(note.lines.front().end - note.lines.front().top);
            out.push_back({id, top + piece.baseline - first});
        }
    }

    Sequence const& sequence_;
    Material const& material_;
};

} // namespace

void place_side_notes(SequencePlan& plan, Sequence const& sequence, Material const& material,
                      spec::LayoutSpec const& layout) {
    if (layout.notes.side_width <= Length{}) return;
    if (std::none_of(material.notes.begin(), material.notes.end(), [](SetNote const& note) { return note.side; })) return;
    spec::Style const& style = layout.style(spec::Role::SideNote);
    Length const gap = std::max(style.size, style.pitch) - style.size.scaled(0.5);
    Marks marks(sequence, material);
    std::vector<Wanted> late;
    for (std::size_t p = 0; p < plan.pages.size(); ++p) {
        PagePlan& page = plan.pages[p];
        page.side_notes.clear();
        std::vector<Wanted> all = std::move(late);
        late.clear();
        auto const here = marks.on(page);
        all.insert(all.end(), here.begin(), here.end());
        std::stable_sort(all.begin(), all.end(), [](Wanted const& a, Wanted const& b) { return a.top < b.top; });
        auto const extent = [&](Wanted const& one) { return material.notes[one.note.value].extent; };
        // What all of them need cannot be more than the page has: the last ones wait.
        Length const room = page.frames.extent;
        Length sum;
        std::size_t fit = 0;
        for (; fit < all.size(); ++fit) {
            Length const more = extent(all[fit]) + (fit > 0 ? gap : Length{});
            if (fit > 0 && sum + more > room) break;
            sum += more;
        }
        bool const last_page = p + 1 == plan.pages.size();
        if (last_page) fit = all.size(); // nowhere else to go
        for (std::size_t i = fit; i < all.size(); ++i)
            late.push_back({all[i].note, {}, true});
        // Down, as far as the one before reaches; then up again from the foot of the page.
        for (std::size_t i = 0; i < fit; ++i) {
            Length const least = i == 0 ? Length{} : all[i - 1].top + extent(all[i - 1]) + gap;
            all[i].top = std::max(all[i].top, least);
        }
        Length end = room;
        for (std::size_t i = fit; i-- > 0;) {
            all[i].top = std::min(all[i].top, end - extent(all[i]));
            end = all[i].top - gap;
        }
        for (std::size_t i = 0; i < fit; ++i)
            page.side_notes.push_back({all[i].note, all[i].top, all[i].late});
    }
}

} // namespace kumihan::page
