#include "base/overloaded.h"
#include "page/book.h"
#include "page/furniture.h"

#include <algorithm>

namespace kumihan::page {

using namespace flow;

namespace {

std::string points(Length length) {
    std::int64_t const tenths = length.units() * 10 / Length::kPerPoint;
    return std::to_string(tenths / 10) + "." + std::to_string(std::abs(tenths % 10));
}

class Builder {
public:
    Builder(Imprint const& imprint, std::vector<SequencePlan> const& plans, Material&& material,
            style::StyledDocument&& document, spec::LayoutSpec const& layout, style::StackIds const& stacks,
            font::FontLibrary const& fonts, diag::Sink& sink)
        : imprint_(imprint), plans_(plans), material_(std::move(material)), document_(std::move(document)),
          layout_(layout), furniture_(layout, stacks, fonts, sink), sink_(sink) {}

    Book run() {
        Book book;
        book.pages.reserve(imprint_.order.size());
        for (std::size_t i = 0; i < imprint_.order.size(); ++i)
            book.pages.push_back(page(i));
        book.outline = std::move(document_.outline);
        book.metadata = std::move(document_.metadata);
        book.anchor_count = document_.anchor_count;
        book.tags = std::move(document_.tags);
        return book;
    }

private:
    Page page(std::size_t index) {
        PageRef const ref = imprint_.order[index];
        Page out;
        out.trim = layout_.trim;
        out.bleed = layout_.bleed;
        out.folio = imprint_.folios[index];
        if (ref.blank) return out; // no head, no folio (15.5)
        PagePlan const& plan = plans_[ref.sequence].pages[ref.page];
        bool const recto = index % 2 == 0; // the first page is a right-hand one
        origin_.x = recto ? layout_.area.gutter : layout_.trim.width - layout_.area.gutter - layout_.area.width();
        origin_.y = layout_.area.top;
        page_ = &out;
        for (Placement const& placed : plan.placed)
            place(material_.sequences[ref.sequence].items[placed.item], placed);
        notes(plan);
        if (plan.furniture)
            furniture_.put(out, plan, recto, origin_, material_.sequences[ref.sequence].start.head_even);
        return out;
    }

    void add(Point at, decltype(PageItem::what) what, TagId tag, Span span = {}) {
        page_->items.push_back({at, std::move(what), tag, ArtifactKind::Layout, span});
    }

    void place(Item const& item, Placement const& placed) {
        if (placed.line_begin == 0 && !placed.repeated)
            for (AnchorId const anchor : item.anchors)
                add({origin_.x, origin_.y + placed.top}, Anchor{anchor}, {});
        std::visit(overloaded{
                       [&](Text const& text) { place_text(text, placed); },
                       [&](Box const& box) {
                           if (box.extent > layout_.area.height())
                    sink_.report(diag::Code::FigureDoesNotFit, item.span, {}, page_->folio.printed);
                keep_lines_ = box.table_head; // may be repeated on later pages
                           place_pieces(box.pieces, {origin_.x, origin_.y + placed.top}, placed.repeated);
                           keep_lines_ = false;
                       },
                       [&](CoverPage const& cover) { place_pieces(cover.pieces, {}, false); },
                       [](PageBreak const&) {},
                       [](Fill const&) {},
                       [](Mark const&) {},
                   },
                   item.what);
    }

    void place_text(Text const& text, Placement const& placed) {
        // On the grid a line's em boxes are centred in the slot of the body's size (12.3).
        Length const slack = text.on_grid ? (layout_.area.size - text.size) / 2 : Length{};
        for (std::uint32_t l = placed.line_begin; l < placed.line_end; ++l) {
            Length const top = placed.top + text.pitch * static_cast<std::int64_t>(l - placed.line_begin);
            Point const at{origin_.x, origin_.y + top + slack + ascent(text.size)};
            if (l == 0 && text.label && !material_.paragraphs[*text.label].current().empty())
                place_line(*text.label, 0, {at.x + text.label_at, at.y}, false);
            place_line(text.paragraph, l, at, false);
        }
    }

    void place_pieces(std::vector<Piece> const& pieces, Point origin, bool repeated) {
        for (Piece const& piece : pieces)
            std::visit(
                overloaded{
                    [&](LinePiece const& line) {
                        place_line(line.paragraph, line.line, {origin.x + line.at, origin.y + line.baseline}, repeated);
                    },
                    [&](RulePiece const& rule) {
                        add({origin.x + rule.at, origin.y + rule.top},
                            PlacedRule{{rule.width, rule.height}, rule.color}, {});
                    },
                    [&](PicturePiece const& picture) { place_picture(picture, origin); },
                },
                piece);
    }

    void place_picture(PicturePiece const& picture, Point origin) {
        Point const at{origin.x + picture.at, origin.y + picture.top};
        if (!picture.image) {
            furniture_.placeholder(*page_, at, {picture.width, picture.height}, picture.shown, picture.tag);
            return;
        }
        PlacedImage placed;
        placed.image = picture.image;
        placed.size = {picture.width, picture.height};
        double const frame = ratio(picture.height, picture.width);
        if (picture.aspect > frame * 1.002) { // taller than its frame: the middle of its height
            placed.crop_height = frame / picture.aspect;
            placed.crop_y = (1 - placed.crop_height) / 2;
        } else if (picture.aspect < frame * 0.998) {
            placed.crop_width = picture.aspect / frame;
            placed.crop_x = (1 - placed.crop_width) / 2;
        }
        add(at, placed, picture.tag, picture.span);
        if (picture.placeholder) furniture_.placeholder(*page_, at, {picture.width, picture.height}, picture.shown, {});
    }

    void place_line(ParagraphIndex index, std::uint32_t number, Point at, bool repeated) {
        SetParagraph& paragraph = material_.paragraphs[index];
        if (number >= paragraph.current().size()) return;
        line::SetLine& line = paragraph.current()[number];
        if (!repeated) report(line);
        Length const size = paragraph.source->line.size;
        for (line::AnchorAt const& anchor : line.anchors)
            if (!repeated) add({at.x + anchor.at, at.y - ascent(size)}, Anchor{anchor.anchor}, {});
        for (line::GlyphRun& run : line.runs) {
            TagId const tag = repeated ? TagId{} : run.tag;
            PlacedText placed;
            placed.run = keep_lines_ ? run : std::move(run);
            placed.mode = paragraph.source->line.mode;
            add(at, std::move(placed), tag, line.span);
        }
        // After the text: a link takes its place in the structure where its words stand.
        for (line::LinkSpan const& link : line.links)
            if (!repeated && link.end > link.begin)
                add({at.x + link.begin, at.y - ascent(size)},
                    LinkArea{{link.end - link.begin, size.scaled(1.04)}, link.target, description(link.target)},
                    link.tag);
    }

    std::string description(style::LinkTarget const& target) const {
        if (auto const* url = std::get_if<std::string>(&target)) return *url;
        AnchorId const anchor = std::get<AnchorId>(target);
        std::string const& folio = imprint_.folio_of_anchor[anchor.value];
        return folio.empty() ? "本文中の参照先" : folio + "ページへ";
    }

    void report(line::SetLine const& line) {
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
            sink_.report(diag::Code::LineOverfull, line.span,
                         {points(line.fit.overfull), points(line.fit.measure), start}, page_->folio.printed);
        else
            sink_.report(diag::Code::LineStretched, line.span, {points(line.fit.measure - line.fit.natural), start},
                         page_->folio.printed);
    }

    void notes(PagePlan const& plan) {
        if (plan.notes.empty()) return;
        Length const gap = layout_.style(spec::Role::Footnote).size.scaled(0.4);
        // A rule of a third of the measure stands above the notes (14.3).
        add({origin_.x, origin_.y + plan.notes_top - layout_.area.size.scaled(0.5)},
            PlacedRule{{layout_.area.width() / 3, layout_.decoration.light}, layout_.decoration.rule}, {});
        Length top = plan.notes_top;
        for (NoteId const id : plan.notes) {
            place_pieces(material_.notes[id.value].pieces, {origin_.x, origin_.y + top}, false);
            top += material_.notes[id.value].extent + gap;
        }
    }

    Imprint const& imprint_;
    std::vector<SequencePlan> const& plans_;
    Material material_;
    style::StyledDocument document_;
    spec::LayoutSpec const& layout_;
    Furniture furniture_;
    diag::Sink& sink_;
    Page* page_ = nullptr;
    Point origin_;
    bool keep_lines_ = false;
};

} // namespace

Book build(Imprint const& imprint, std::vector<SequencePlan> const& plans, Material&& material,
           style::StyledDocument&& document, spec::LayoutSpec const& layout, style::StackIds const& stacks,
           font::FontLibrary const& fonts, diag::Sink& sink) {
    return Builder(imprint, plans, std::move(material), std::move(document), layout, stacks, fonts, sink).run();
}

} // namespace kumihan::page
