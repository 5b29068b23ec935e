#include "pdf/content.h"

#include "base/overloaded.h"
#include "pdf/deflate.h"
#include "pdf/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace kumihan::pdf {
namespace {

std::string_view artifact_properties(page::ArtifactKind kind) {
    switch (kind) {
    case page::ArtifactKind::Header:
        return "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n";
    case page::ArtifactKind::Footer:
        return "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
    case page::ArtifactKind::Background:
        return "/Artifact<</Type/Background>>BDC\n";
    case page::ArtifactKind::Layout:
        break;
    }
    return "/Artifact<</Type/Layout>>BDC\n";
}

bool is_vertical_text(page::PageItem const& item) {
    auto const* const text = std::get_if<page::PlacedText>(&item.what);
    return text && item.tag && text->mode == WritingMode::Vertical;
}

class PageWriter {
public:
    PageWriter(page::Page const& page, ContentContext const& context)
        : page_(page), context_(context), corner_(trim_corner(page)),
          text_(content_.stream, paint_, context.fonts, context.library, context.readable),
          vertical_(std::any_of(page.items.begin(), page.items.end(), is_vertical_text)) {}

    PageContent write() {
        if (vertical_) text_.set_pitches(vertical_pitches());
        for (std::size_t i = 0; i < page_.items.size(); ++i) {
            auto const& item = page_.items[i];
            drawn_ = i;
            std::visit(overloaded{[&](page::PlacedText const& text) { draw(item, text); },
                                  [&](page::PlacedRule const& rule) { draw(item, rule); },
                                  [&](page::PlacedPath const& path) { draw(item, path); },
                                  [&](page::PlacedImage const& image) { draw(item, image); },
                                  [&](page::LinkArea const&) {
                                      content_.events.push_back(
                                          {ContentEvent::Kind::Annotation, item.tag, static_cast<std::uint32_t>(i)});
                                  },
                                  [](page::Anchor const&) {}},
                       item.what);
        }
        drawn_ = page_.items.size();
        close();
        std::sort(content_.images.begin(), content_.images.end());
        content_.images.erase(std::unique(content_.images.begin(), content_.images.end()), content_.images.end());
        return std::move(content_);
    }

private:
    std::string& out() { return content_.stream; }

    // By size, the least distance of vertical lines.
    Pitches vertical_pitches() const {
        std::map<Fixed, std::set<Fixed>> lines;
        for (auto const& item : page_.items)
            if (is_vertical_text(item)) {
                auto const& run = std::get<page::PlacedText>(item.what).run;
                if (run.orientation == line::Orientation::Upright && run.rise == Length{})
                    lines[to_fixed(run.size)].insert(pdf::to_coordinate(item.at.x));
            }
        Pitches pitches;
        for (auto const& [size, places] : lines) {
            Fixed least = 0;
            for (auto at = std::next(places.begin()); at != places.end(); ++at)
                if (Fixed const step = *at - *std::prev(at); step > size && (least == 0 || step < least)) least = step;
            pitches.emplace_back(size, least);
        }
        return pitches;
    }

    void open(page::PageItem const& item) {
        if (open_ && item.tag == tag_ && (item.tag || item.artifact == artifact_)) return;
        close();
        open_ = true;
        tag_ = item.tag;
        artifact_ = item.artifact;
        if (!tag_) {
            out() += artifact_properties(artifact_);
            covered_ = false;
            return;
        }
        covered_ = context_.says_actual_text[tag_.value];
        auto const& node = context_.book.tags[tag_];
        out() += '/';
        out() += standard_type(node.type);
        out() += "<</MCID ";
        put_integer(out(), content_.marked);
        out() += ">>BDC\n";
        if (covered_) {
            out() += "/Span<</ActualText ";
            put_text(out(), node.actual_text);
            out() += ">>BDC\n";
        }
        content_.events.push_back({ContentEvent::Kind::Marked, tag_, content_.marked++});
    }

    void close() {
        if (!open_) return;
        flush_text();
        if (covered_) out() += "EMC\n";
        out() += "EMC\n";
        open_ = false;
    }

    // Before what stands at `drawn_`.
    void flush_text() {
        std::optional<TextStart> next;
        for (std::size_t i = drawn_; i < page_.items.size() && !next; ++i) {
            auto const* const text = std::get_if<page::PlacedText>(&page_.items[i].what);
            if (text && !text->run.glyphs.empty()) next = TextWriter::start(*text, page_.items[i].at, corner_);
        }
        text_.flush(next, covered_);
    }

    void draw(page::PageItem const& item, page::PlacedText const& text) {
        if (text.run.glyphs.empty()) return;
        open(item);
        text_.add(text, item.at, corner_);
    }

    void draw(page::PageItem const& item, page::PlacedRule const& rule) {
        open(item);
        flush_text();
        paint_.fill(out(), rule.color);
        put_coordinate(corner_.x + item.at.x);
        put_coordinate(corner_.y - item.at.y - rule.size.height);
        put_coordinate(rule.size.width);
        put_coordinate(rule.size.height);
        out() += "re f\n";
        note_figure(item, rule.size);
    }

    void draw(page::PageItem const& item, page::PlacedPath const& path) {
        bool const stroked = path.stroke > Length{};
        if (path.points.empty() || (!path.fill && !stroked)) return;
        open(item);
        flush_text();
        if (path.fill) paint_.fill(out(), path.fill_color);
        if (stroked) {
            paint_.stroke(out(), path.stroke_color);
            if (path.stroke != line_width_) {
                line_width_ = path.stroke;
                put_coordinate(line_width_);
                out() += "w\n";
            }
        }
        int controls = 0; // points of the curve gathered so far
        Point low = path.points.front().point, high = low;
        for (auto const& [kind, point] : path.points) {
            using Kind = page::PathPoint::Kind;
            if (kind == Kind::Close) {
                out() += "h\n";
                continue;
            }
            put_point(item.at, point);
            low = {std::min(low.x, point.x), std::min(low.y, point.y)};
            high = {std::max(high.x, point.x), std::max(high.y, point.y)};
            if (kind == Kind::Move) out() += "m\n";
            if (kind == Kind::Line) out() += "l\n";
            if (kind == Kind::Curve && ++controls == 3) {
                out() += "c\n";
                controls = 0;
            }
        }
        out() += path.fill && stroked ? "B\n" : path.fill ? "f\n" : "S\n";
        page::PageItem moved = {
            {item.at.x + low.x, item.at.y + low.y}, page::Anchor{}, item.tag, item.artifact, item.span};
        note_figure(moved, {high.x - low.x, high.y - low.y});
    }

    void draw(page::PageItem const& item, page::PlacedImage const& image) {
        auto const picture = context_.pictures.by_id.find(image.image);
        if (picture == context_.pictures.by_id.end() || !picture->second) return; // reported where it was prepared
        if (image.crop_width <= 0 || image.crop_height <= 0) return;
        open(item);
        flush_text();
        content_.images.push_back(image.image);

        Length const left = corner_.x + item.at.x, bottom = corner_.y - item.at.y - image.size.height;
        // The whole picture is as large as makes its visible part fill the place.
        Fixed const width = to_fixed(image.size.width.to_pt() / image.crop_width);
        Fixed const height = to_fixed(image.size.height.to_pt() / image.crop_height);
        Fixed const x = to_fixed(left) - to_fixed(static_cast<double>(width) / kFixedOne * image.crop_x);
        double const below = 1 - image.crop_y - image.crop_height; // crop_y counts from the top
        Fixed const y = to_fixed(bottom) - to_fixed(static_cast<double>(height) / kFixedOne * below);
        bool const cropped = image.crop_x != 0 || image.crop_y != 0 || image.crop_width != 1 || image.crop_height != 1;
        out() += "q\n";
        if (cropped) {
            put_coordinate(left);
            put_coordinate(bottom);
            put_coordinate(image.size.width);
            put_coordinate(image.size.height);
            out() += "re W n\n";
        }
        put_fixed(out(), width);
        out() += " 0 0 ";
        for (Fixed const value : {height, x, y}) {
            put_fixed(out(), value);
            out() += ' ';
        }
        out() += "cm\n/I";
        put_integer(out(), image.image.value);
        out() += " Do\nQ\n";
        note_figure(item, image.size);
    }

    void note_figure(page::PageItem const& item, Size size) {
        if (!item.tag || context_.book.tags[item.tag].type != style::TagType::Figure) return;
        Box const box = box_of(page_, item.at, size);
        for (auto& [tag, whole] : content_.figures)
            if (tag == item.tag) {
                whole = {std::min(whole.left, box.left), std::min(whole.bottom, box.bottom),
                         std::max(whole.right, box.right), std::max(whole.top, box.top)};
                return;
            }
        content_.figures.emplace_back(item.tag, box);
    }

    void put_coordinate(Length value) {
        put_fixed(out(), pdf::to_coordinate(value));
        out() += ' ';
    }
    void put_point(Point at, Point point) {
        put_coordinate(corner_.x + at.x + point.x);
        put_coordinate(corner_.y - at.y - point.y);
    }

    page::Page const& page_;
    ContentContext const& context_;
    Point const corner_;
    PageContent content_;
    Paint paint_;
    TextWriter text_;

    bool const vertical_;                 // the page has vertical text
    std::size_t drawn_ = 0;               // index of the item
    bool open_ = false, covered_ = false; // covered_: by an ActualText
    TagId tag_;
    page::ArtifactKind artifact_ = page::ArtifactKind::Layout;
    Length line_width_ = Length::pt(1); // the default
};

} // namespace

Point trim_corner(page::Page const& page) {
    Length const around = page.bleed + page.marks;
    return {around, around + page.trim.height};
}

Box box_of(page::Page const& page, Point at, Size size) {
    Point const corner = trim_corner(page);
    return {to_coordinate(corner.x + at.x), to_coordinate(corner.y - at.y - size.height),
            to_coordinate(corner.x + at.x + size.width), to_coordinate(corner.y - at.y)};
}

PageContent page_content(page::Page const& page, ContentContext const& context) {
    PageContent content = PageWriter(page, context).write();
    if (!context.readable) content.stream = deflate(content.stream);
    return content;
}

// ISO 32000-1 14.8.4. Title and Strong are of PDF 2.0; RoleMap names what they are here.
std::string_view standard_type(style::TagType type) {
    using style::TagType;
    switch (type) {
    case TagType::Document:
        return "Document";
    case TagType::Part:
        return "Part";
    case TagType::Sect:
        return "Sect";
    case TagType::H1:
        return "H1";
    case TagType::H2:
        return "H2";
    case TagType::H3:
        return "H3";
    case TagType::H4:
        return "H4";
    case TagType::P:
        return "P";
    case TagType::L:
        return "L";
    case TagType::Li:
        return "LI";
    case TagType::Lbl:
        return "Lbl";
    case TagType::LBody:
        return "LBody";
    case TagType::BlockQuote:
        return "BlockQuote";
    case TagType::Toc:
        return "TOC";
    case TagType::Toci:
        return "TOCI";
    case TagType::Reference:
        return "Reference";
    case TagType::Figure:
        return "Figure";
    case TagType::Caption:
        return "Caption";
    case TagType::Table:
        return "Table";
    case TagType::THead:
        return "THead";
    case TagType::TBody:
        return "TBody";
    case TagType::Tr:
        return "TR";
    case TagType::Th:
        return "TH";
    case TagType::Td:
        return "TD";
    case TagType::Note:
        return "Note";
    case TagType::Link:
        return "Link";
    case TagType::Span:
        return "Span";
    case TagType::Strong:
        return "Strong";
    case TagType::Ruby:
        return "Ruby";
    case TagType::Rb:
        return "RB";
    case TagType::Rt:
        return "RT";
    case TagType::Warichu:
        return "Warichu";
    case TagType::Wt:
        return "WT";
    case TagType::Wp:
        return "WP";
    case TagType::Div:
        return "Div";
    case TagType::Index:
        return "Index";
    case TagType::Title:
        return "Title";
    }
    return "Span";
}

} // namespace kumihan::pdf
