#include "base/overloaded.h"
#include "base/parallel.h"
#include "page/book.h"
#include "page/crop_marks.h"
#include "page/furniture.h"
#include "page/line_problems.h"
#include "page/side_path.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace kumihan::page {

using namespace flow;

namespace {

constexpr std::size_t kPagesWorthAThread = 16;

// What links to notes and to their marks lead to, for readers who are told.
using NoteWords = std::unordered_map<std::uint32_t, std::string>;

NoteWords words_of_notes(style::StyledDocument const& document) {
    NoteWords out;
    for (style::Note const& note : document.notes) {
        if (note.anchor) out.emplace(note.anchor.value, "注 " + note.printed);
        if (note.mark) out.emplace(note.mark.value, "注 " + note.printed + " の本文へ戻る");
    }
    return out;
}

std::string tenths(double value) {
    auto const all = static_cast<std::int64_t>(value * 10 + 0.5);
    return std::to_string(all / 10) + "." + std::to_string(all % 10);
}

// Builds pages, one after the other; several of it may work on one Material, since no two pages share a line but the head
// of a table, which is copied.
class Builder {
public:
    Builder(Imprint const& imprint, std::vector<SequencePlan> const& plans, Material& material,
            NoteWords const& note_words, spec::LayoutSpec const& layout, style::StackIds const& stacks,
            font::FontLibrary const& fonts, diag::Sink& sink)
        : imprint_(imprint), plans_(plans), material_(material), note_words_(note_words), layout_(layout),
          furniture_(layout, stacks, fonts, sink), sink_(sink) {}

    Page page(std::size_t index) {
        PageRef const ref = imprint_.order[index];
        Page out;
        out.trim = layout_.trim;
        out.bleed = layout_.bleed;
        out.folio = imprint_.folios[index];
        PagePlan const& plan = plans_[ref.sequence].pages[ref.page];
        bool const recto = index % 2 == 0;
        bool const right_hand = recto != imprint_.right_bound; // page 1: of a horizontal book
        right_hand_ = right_hand;
        frames_ = &plan.frames;
        Size const area = frames_->area();
        origin_.x = right_hand ? frames_->gutter : layout_.trim.width - frames_->gutter - area.width;
        origin_.y = frames_->top;
        // Heads and folios keep one distance from the fore-edge in the whole book, however wide this page's lines are (15.5).
        Rect furniture_area{origin_.x, origin_.y, area.width, area.height};
        if (!imprint_.right_bound) {
            Length const width = layout_.area.width();
            furniture_area.x = right_hand ? layout_.area.gutter : layout_.trim.width - layout_.area.gutter - width;
            furniture_area.width = width;
        }
        page_ = &out;
        out.items.reserve(items_before_ + items_before_ / 8);
        if (layout_.marks) put_crop_marks(out);
        if (ref.blank) { // no head, no folio (15.5), unless the layout wants them
            // It belongs to what ends before it.
            std::uint32_t const before = ref.page == 0 && ref.sequence > 0 ? ref.sequence - 1 : ref.sequence;
            style::SequenceStart const& start = material_.sequences[before].start;
            if (start.furniture)
                furniture_.put_blank(out, right_hand, furniture_area, start.head_even);
            return out;
        }
        report_figures(index, plan);
        grounds_ = true;
        for (Placement const& placed : plan.placed)
            ground(material_.sequences[ref.sequence].items[placed.item], placed);
        grounds_ = false;
        for (Placement const& placed : plan.placed)
            place(material_.sequences[ref.sequence].items[placed.item], placed);
        for (NotesPlan const& one : plan.notes)
            notes(one);
        for (SideNotePlan const& one : plan.side_notes)
            side_note(one, right_hand);
        for (BandPlan const& band : plan.bands)
            rules(band);
        if (plan.furniture)
            furniture_.put(out, plan, recto, right_hand, furniture_area,
                           material_.sequences[ref.sequence].start.head_even);
        items_before_ = out.items.size();
        return out;
    }

private:
    // Figures of this page that stand far from their call, or behind a page left blank.
    void report_figures(std::size_t index, PagePlan const& plan) {
        PageRef const ref = imprint_.order[index];
        auto const& items = material_.sequences[ref.sequence].items;
        if (plan.verso && index > 0 && imprint_.order[index - 1].blank && imprint_.order[index - 1].page == ref.page)
            report_figure(diag::Code::SpreadBehindBlank, items[plan.placed.front().item]);
        for (Moved const& moved : plans_[ref.sequence].moved) {
            if (moved.to != ref.page || !std::get<Box>(items[moved.item].what).sheet) continue;
            std::size_t from = index;
            while (from > 0 && (imprint_.order[from].blank || imprint_.order[from].page > moved.from))
                --from;
            report_figure(moved.why == Moved::Why::Full ? diag::Code::FigureFarAway : diag::Code::FigureOrderKept,
                          items[moved.item], {page_->folio.printed, imprint_.folios[from].printed});
        }
    }
    void report_too_tall(Item const& item, Box const& box) {
        std::string const over = tenths((box.extent - frames_->extent).to_mm());
        if (box.sheet)
            report_figure(diag::Code::FigureDoesNotFit, item, {over});
        else
            sink_.report(diag::Code::BoxDoesNotFit, item.span, {over}, page_->folio.printed);
    }
    // With the line that calls for it. `more`: what the message says behind its name.
    void report_figure(diag::Code code, Item const& item, std::vector<std::string> more = {}) {
        Sheet const& sheet = *std::get<Box>(item.what).sheet;
        diag::Diagnostic out;
        out.code = code;
        out.severity = diag::info(code).severity;
        out.span = item.span;
        out.args = {sheet.shown};
        out.args.insert(out.args.end(), more.begin(), more.end());
        if (sheet.called && sheet.called != item.span) out.labels.push_back({sheet.called, {}});
        out.page = page_->folio.printed;
        sink_.report(std::move(out));
    }

    // Where logical axes become x and y. Vertical lines follow each other from the right edge of the area to the left.
    bool vertical() const { return frames_->mode == WritingMode::Vertical; }
    Point at(Length along, Length across) const {
        if (turned_) return {origin_.x + across, origin_.y + frames_->measure - along};
        return vertical() ? Point{origin_.x + frames_->extent - across, origin_.y + along}
                          : Point{origin_.x + along, origin_.y + across};
    }
    // The top left corner of what extends `size` from a place.
    Rect rect(Length along, Length across, Length along_size, Length across_size) const {
        if (turned_) {
            Point const corner = at(along + along_size, across);
            return {corner.x, corner.y, across_size, along_size};
        }
        Point const corner = at(along, vertical() ? across + across_size : across);
        return vertical() ? Rect{corner.x, corner.y, across_size, along_size}
                          : Rect{corner.x, corner.y, along_size, across_size};
    }

    void add(Point at, decltype(PageItem::what) what, TagId tag, Span span = {}) {
        page_->items.push_back({at, std::move(what), tag, ArtifactKind::Layout, span});
    }

    void place(Item const& item, Placement const& placed) {
        if (placed.line_begin == 0 && !placed.repeated)
            for (AnchorId const anchor : item.anchors)
                add(at(placed.at, placed.top), Anchor{anchor}, {});
        std::visit(overloaded{
                       [&](Text const& text) { place_text(text, placed); },
                       [&](Box const& box) {
                           if (placed.part == Placement::Part::Joined)
                               return place_pieces(box.joined, placed.at, placed.top, true);
                           if (box.extent > frames_->extent && !placed.repeated) report_too_tall(item, box);
                           place_box(part_of(box, placed.part), placed);
                       },
                       [&](TurnedPages const& table) { place_turned(table.pages[placed.line_begin]); },
                       [&](CoverPage const& cover) { place_on_trim(cover.pieces, frames_->mode); },
                       [](PageBreak const&) {},
                       [](NewFrames const&) {},
                       [](Fill const&) {},
                       [](Mark const&) {},
                   },
                   item.what);
    }

    void ground(Item const& item, Placement const& placed) {
        if (auto const* const box = std::get_if<Box>(&item.what)) {
            Box const& part = part_of(*box, placed.part);
            if (part.tinted && placed.part != Placement::Part::Joined) place_box(part, placed);
        } else if (auto const* const table = std::get_if<TurnedPages>(&item.what)) {
            place_turned(table->pages[placed.line_begin]);
        }
    }

    Box const& part_of(Box const& box, Placement::Part part) const {
        if (part == Placement::Part::Own || part == Placement::Part::Joined) return box;
        TableRun const& run = material_.tables[*box.table];
        return part == Placement::Part::TableHead ? run.head : run.foot;
    }

    // A quarter to the left: its lines run up the page, and follow each other from the left.
    void place_turned(Box const& box) {
        Size const area = frames_->area();
        Frames inside;
        inside.measure = area.height;
        inside.extent = area.width;
        auto const* const frames = std::exchange(frames_, &inside);
        turned_ = true;
        place_pieces(box.pieces, {}, {}, false);
        turned_ = false;
        frames_ = frames;
    }

    // The pieces of a cover, and of pictures that reach the paper's edges, are measured from the trim's corner.
    void place_on_trim(std::vector<Piece> const& pieces, WritingMode mode = WritingMode::Horizontal) {
        Frames trim;
        trim.mode = mode;
        trim.measure = mode == WritingMode::Horizontal ? layout_.trim.width : layout_.trim.height;
        trim.extent = mode == WritingMode::Horizontal ? layout_.trim.height : layout_.trim.width;
        auto const* const frames = std::exchange(frames_, &trim);
        Point const origin = std::exchange(origin_, Point{});
        on_trim_ = true;
        place_pieces(pieces, {}, {}, false);
        on_trim_ = false;
        frames_ = frames;
        origin_ = origin;
    }

    // Horizontal things between vertical lines (pictures with captions, tables): their own axes within their rectangle.
    bool spread_turned(Box const& box) const { return imprint_.right_bound && !box.sheet->facing_on_trim.empty(); }
    void place_box(Box const& box, Placement const& placed) {
        bool const second = box.sheet && placed.line_begin == 1; // page of a spread
        // The second page of a spread is the left one where the book is bound on the right.
        if (box.sheet) place_on_trim(second != spread_turned(box) ? box.sheet->facing_on_trim : box.sheet->on_trim);
        auto const& pieces = second                                             ? box.sheet->facing
                             : box.sheet && !right_hand_ && !box.sheet->on_left.empty() ? box.sheet->on_left
                                                                                  : box.pieces;
        if (!vertical() || box.mode == WritingMode::Vertical)
            return place_pieces(pieces, placed.at, placed.top, placed.repeated);
        Rect const area = rect(placed.at + box.at, placed.top, box.along, box.extent);
        Frames inside;
        inside.measure = area.width;
        inside.extent = area.height;
        auto const* const frames = std::exchange(frames_, &inside);
        Point const origin = std::exchange(origin_, Point{area.x, area.y});
        place_pieces(pieces, {}, {}, placed.repeated);
        frames_ = frames;
        origin_ = origin;
    }

    void place_text(Text const& text, Placement const& placed) {
        // On the grid a line's em boxes are centred in the slot of the body's size (12.3).
        Length const slack = text.on_grid ? (frames_->size - text.size) / 2 : Length{};
        for (std::uint32_t l = placed.line_begin; l < placed.line_end; ++l) {
            Length const top = placed.top + text.pitch * static_cast<std::int64_t>(l - placed.line_begin) + slack;
            Length const across = top + line_origin(text.size, frames_->mode);
            if (l == 0 && text.label && !material_.paragraphs[*text.label].current().empty())
                place_line(*text.label, 0, placed.at + text.label_at, across, false);
            place_line(text.paragraph, l, placed.at + text.at, across, false);
        }
    }

    void place_pieces(std::vector<Piece> const& pieces, Length along, Length across, bool repeated) {
        for (Piece const& piece : pieces)
            std::visit(overloaded{
                           [&](LinePiece const& line) {
                               if (grounds_) return;
                               keep_lines_ = line.use != LinePiece::Use::Once;
                               place_line(line.paragraph, line.line, along + line.at, across + line.baseline,
                                          repeated || line.use == LinePiece::Use::Again);
                               keep_lines_ = false;
                           },
                           [&](RulePiece const& rule) {
                               if (rule.ground != grounds_) return;
                               add_rule(along + rule.at, across + rule.top, rule.width, rule.height, rule.color);
                           },
                           [&](PicturePiece const& picture) {
                               if (!grounds_) place_picture(picture, along, across);
                           },
                       },
                       piece);
    }

    void add_rule(Length along, Length across, Length along_size, Length across_size, Color color) {
        Rect const area = rect(along, across, along_size, across_size);
        add({area.x, area.y}, PlacedRule{{area.width, area.height}, color}, {});
    }

    // Over the spine nothing is cut off: what reaches the paper's edges ends there.
    PicturePiece clear_of_spine(PicturePiece picture) const {
        Length const end = picture.at + picture.width;
        if (right_hand_) {
            picture.at = std::max(picture.at, Length{});
            picture.width = end - picture.at;
        } else {
            picture.width = std::min(end, layout_.trim.width) - picture.at;
        }
        return picture;
    }

    // A picture stands upright whatever runs around it: its width and height are those that the reader sees.
    void place_picture(PicturePiece const& asked, Length along, Length across) {
        PicturePiece const picture = on_trim_ ? clear_of_spine(asked) : asked;
        Rect const area = vertical() ? rect(along + picture.at, across + picture.top, picture.height, picture.width)
                                     : rect(along + picture.at, across + picture.top, picture.width, picture.height);
        Point const at{area.x, area.y};
        if (!picture.image) {
            furniture_.placeholder(*page_, at, {picture.width, picture.height}, picture.shown, picture.tag);
            return;
        }
        PlacedImage placed;
        placed.image = picture.image;
        placed.size = {picture.width, picture.height};
        double const frame = ratio(picture.height, picture.width * (picture.half > 0 ? 2 : 1));
        // Cut with its focus as near to the middle as the picture's edges allow.
        auto begin = [](double focus, double share) { return std::clamp(focus - share / 2, 0.0, 1 - share); };
        if (picture.aspect > frame * 1.002) { // taller than its frame
            placed.crop_height = frame / picture.aspect;
            placed.crop_y = begin(picture.focus.y, placed.crop_height);
        } else if (picture.aspect < frame * 0.998) {
            placed.crop_width = picture.aspect / frame;
            placed.crop_x = begin(picture.focus.x, placed.crop_width);
        }
        if (picture.half > 0) {
            placed.crop_width /= 2;
            if (picture.half == 2) placed.crop_x += placed.crop_width;
        }
        add(at, placed, picture.tag, picture.span);
        if (picture.placeholder) furniture_.placeholder(*page_, at, {picture.width, picture.height}, picture.shown, {});
    }

    void place_line(ParagraphIndex index, std::uint32_t number, Length along, Length across, bool repeated) {
        SetParagraph& paragraph = material_.paragraphs[index];
        if (number >= paragraph.current().size()) return;
        line::SetLine& line = paragraph.current()[number];
        if (!repeated) report_line(line, page_->folio.printed, sink_);
        Length const size = paragraph.source->line.size;
        Length const head = across - line_origin(size, frames_->mode); // of its em boxes
        Point const origin = at(along, across);
        for (line::AnchorAt const& anchor : line.anchors)
            if (!repeated) add(at(along + anchor.at, head), Anchor{anchor.anchor}, {});
        for (line::GlyphRun& run : line.runs) {
            TagId const tag = repeated ? TagId{} : run.tag;
            PlacedText placed;
            placed.run = keep_lines_ ? run : std::move(run);
            placed.mode = frames_->mode;
            placed.turned = turned_;
            add(origin, std::move(placed), tag, line.span);
        }
        for (line::SideStroke const& stroke : line.strokes)
            add_stroke(stroke, along, across);
        // After the text: a link takes its place in the structure where its words stand.
        for (line::LinkSpan const& link : line.links)
            if (!repeated && link.end > link.begin) {
                Rect const area = rect(along + link.begin, head, link.end - link.begin, size.scaled(1.04));
                add({area.x, area.y},
                    LinkArea{{area.width, area.height}, link.target, description(link.target)}, link.tag);
            }
    }

    // 傍線. Its middle runs `rise` away from the line's origin, on the side away from the next line.
    void add_stroke(line::SideStroke const& stroke, Length along, Length across) {
        Length const middle = across - stroke.rise, length = stroke.end - stroke.begin, t = stroke.thickness;
        Length const begin = along + stroke.begin;
        auto rule = [&](Length top) { add_rule(begin, top, length, t, stroke.color); };
        switch (stroke.kind) {
        case document::SideKind::Solid:
            return rule(middle - t / 2);
        case document::SideKind::Double:
            rule(middle - t * 2);
            return rule(middle + t);
        case document::SideKind::Dotted:
        case document::SideKind::Wavy:
            break;
        }
        Point const origin = at(begin, middle);
        add(origin, side_path(stroke, [&](Length from, Length down) {
                Point const there = at(begin + from, middle + down);
                return Point{there.x - origin.x, there.y - origin.y};
            }),
            {});
    }

    std::string description(style::LinkTarget const& target) const {
        if (auto const* url = std::get_if<std::string>(&target)) return *url;
        AnchorId const anchor = std::get<AnchorId>(target);
        if (auto const note = note_words_.find(anchor.value); note != note_words_.end()) return note->second;
        std::string const& folio = imprint_.folio_of_anchor[anchor.value];
        return folio.empty() ? "本文中の参照先" : folio + "ページへ";
    }

    void notes(NotesPlan const& plan) {
        // A rule of a third of the measure stands above the notes (14.3).
        add_rule(plan.at, plan.top - frames_->size.scaled(0.5), plan.measure / 3, layout_.decoration.light,
                 layout_.decoration.rule);
        Length top = plan.top;
        for (NotePart const& part : plan.notes)
            top = note_part(part, plan.at, top, plan.measure) + plan.gap;
    }

    // Gives the end of its last line.
    Length note_part(NotePart const& part, Length along, Length top, Length measure) {
        SetNote const& note = material_.notes[part.note.value];
        if (note.lines.empty()) {
            place_pieces(note.pieces, along, top, false);
            return top + note.extent;
        }
        if (part.end <= part.begin) return top;
        std::uint32_t const first = part.begin > 0 ? note.lines[part.begin - 1].pieces_end : 0;
        NoteLine const& last = note.lines[part.end - 1];
        Length const shift = top - note.lines[part.begin].top;
        for (std::uint32_t i = first; i < last.pieces_end; ++i) {
            auto const& line = std::get<LinePiece>(note.pieces[i]);
            place_line(line.paragraph, line.line, along + line.at, shift + line.baseline, false);
        }
        // Beside its last line the sign that the note goes on overleaf.
        if (part.end < note.lines.size() && !layout_.notes.continued.empty()) {
            auto const& line = std::get<LinePiece>(note.pieces[last.pieces_end - 1]);
            furniture_.sign(*page_, spec::Role::Footnote, layout_.notes.continued,
                            at(along + measure + frames_->size.scaled(0.25), shift + line.baseline));
        }
        return shift + last.end;
    }

    // In the fore-edge margin: right of the area on a right-hand page, left of it on a left-hand one.
    void side_note(SideNotePlan const& plan, bool right_hand) {
        SetNote const& note = material_.notes[plan.note.value];
        if (note.pieces.empty()) return;
        if (plan.late) {
            SetParagraph const& first = material_.paragraphs[std::get<LinePiece>(note.pieces[0]).paragraph];
            sink_.report(diag::Code::SideNoteMoved, first.source->span, {}, page_->folio.printed);
        }
        Length const along = right_hand ? frames_->whole() + layout_.notes.side_gap
                                   : -layout_.notes.side_gap - side_width();
        place_pieces(note.pieces, along, plan.top, false);
    }
    // Whole ems, as their lines were set; on a left-hand page too the gap is beside the text.
    Length side_width() const {
        Length const size = layout_.style(spec::Role::SideNote).size;
        return size * std::max<std::int64_t>(1, layout_.notes.side_width / size);
    }

    // Between columns, from the first line to the last.
    void rules(BandPlan const& band) {
        for (int i = 1; i < band.frames.count; ++i)
            add_rule(band.frames.at(i) - (band.frames.gap + band.frames.rule) / 2, band.begin, band.frames.rule,
                     band.end - band.begin, layout_.decoration.rule);
    }

    Imprint const& imprint_;
    std::vector<SequencePlan> const& plans_;
    Material& material_;
    NoteWords const& note_words_;
    spec::LayoutSpec const& layout_;
    Furniture furniture_;
    diag::Sink& sink_;
    Page* page_ = nullptr;
    std::size_t items_before_ = 0; // of the page before: this one will hold about as many
    Frames const* frames_ = nullptr;
    Point origin_; // of the area
    bool right_hand_ = true;
    bool keep_lines_ = false; // they stand on other pages as well
    bool grounds_ = false;    // only tints, or all but them
    bool turned_ = false;     // within a turned table
    bool on_trim_ = false;    // measured from the trim
};

} // namespace

Book build(Imprint const& imprint, std::vector<SequencePlan> const& plans, Material&& material,
           style::StyledDocument&& document, spec::LayoutSpec const& layout, style::StackIds const& stacks,
           font::FontLibrary const& fonts, diag::Sink& sink, int jobs) {
    Book book;
    std::size_t const count = imprint.order.size();
    book.pages.resize(count);
    NoteWords const note_words = words_of_notes(document);
    // A stretch of pages for every thread: running heads and folios are set once in each.
    std::size_t const parts = std::min(worker_count(jobs), count / kPagesWorthAThread + 1);
    parallel_for(parts, jobs, 1, [&](std::size_t part) {
        Builder builder(imprint, plans, material, note_words, layout, stacks, fonts, sink);
        for (std::size_t i = count * part / parts, end = count * (part + 1) / parts; i < end; ++i)
            book.pages[i] = builder.page(i);
    });
    book.outline = std::move(document.outline);
    book.metadata = std::move(document.metadata);
    book.anchor_count = document.anchor_count;
    book.reading = imprint.reading;
    book.tags = std::move(document.tags);
    return book;
}

} // namespace kumihan::page
