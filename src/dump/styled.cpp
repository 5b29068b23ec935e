#include "base/overloaded.h"
#include "dump/dump.h"
#include "dump/text.h"

namespace kumihan::dump {

std::string layout(spec::LayoutSpec const& spec) {
    Out out;
    out.line(0, "layout " + bracketed(spec.name));
    out.line(1, "trim " + points(spec.trim.width) + " x " + points(spec.trim.height) + "  bleed " + points(spec.bleed));
    out.line(1, "type area " + std::to_string(spec.area.chars) + " x " + std::to_string(spec.area.lines) + "  size " +
                    points(spec.area.size) + "  pitch " + points(spec.area.pitch) + "  top " + points(spec.area.top) +
                    "  gutter " + points(spec.area.gutter) + "  = " + points(spec.area.width()) + " x " +
                    points(spec.area.height()));
    for (spec::StackSpec const& stack : spec.stacks) {
        out.line(1, "fonts " + stack.name);
        auto faces = [&](std::string_view name, std::vector<spec::FaceSpec> const& list) {
            for (auto const& face : list)
                out.line(2, std::string(name) + " " + face.file.filename().string() + "  scale " + number(face.scale));
        };
        faces("japanese", stack.japanese);
        faces("latin", stack.latin);
        faces("emoji", stack.emoji);
        faces("fallback", stack.fallback);
        faces("ruby", stack.ruby);
    }
    for (std::size_t i = 0; i < spec::kRoleCount; ++i) {
        spec::Style const& s = spec.styles[i];
        out.line(1, "style " + std::string(spec::kRoles[i].english) + "  " + s.font + " " + points(s.size) + "/" +
                        points(s.pitch) + "  " + color(s.color) + "  indent " + number(s.indent.value()) + " " +
                        number(s.start_indent.value()) + " " + number(s.end_indent.value()) + "  lines " +
                        std::to_string(s.lines) + " " + std::to_string(s.lines_before) + " " +
                        std::to_string(s.lines_after) + "  keep " + std::to_string(s.keep_next));
    }
    return out.take();
}

std::string styled(style::StyledDocument const& document) {
    Out out;
    auto paragraph = [&](int depth, std::string_view name, style::ParagraphBlock const& p) {
        out.line(depth, std::string(name) + " " + points(p.line.size) + "/" + points(p.pitch) +
                            (p.on_grid ? " grid" : "") +
                            (p.span_lines ? " lines " + std::to_string(p.span_lines) : "") +
                            (p.label ? " label " + bracketed(p.label->text) : "") + " " + bracketed(p.text.text) +
                            (p.tail ? " … " + bracketed(p.tail->folio.text) : ""));
        for (auto const& ruby : p.text.ruby) {
            std::string line = "ruby " + std::to_string(ruby.begin) + "-" + std::to_string(ruby.end);
            for (auto const& part : ruby.reading)
                line += " " + bracketed(part);
            out.line(depth + 1, line);
        }
        for (auto const& link : p.text.links)
            out.line(depth + 1,
                     "link " + std::to_string(link.begin) + "-" + std::to_string(link.end) + " " +
                         std::visit(overloaded{
                                        [](std::string const& url) { return url; },
                                        [](AnchorId anchor) { return "anchor " + std::to_string(anchor.value); },
                                    },
                                    link.target));
        for (auto const& note : p.text.notes)
            if (note.note)
            out.line(depth + 1, "note " + std::to_string(note.note.value) + " at " + std::to_string(note.begin));
    };
    auto figure = [&](int depth, style::FigureBlock const& f) {
        out.line(depth, "figure " + f.shown + "  aspect " + number(f.aspect));
        if (f.caption) paragraph(depth + 1, "caption", *f.caption);
    };
    for (style::Block const& block : document.blocks)
        std::visit(overloaded{
                       [&](style::ParagraphBlock const& b) { paragraph(0, b.is_heading ? "heading" : "paragraph", b); },
                       [&](style::FigureBlock const& b) { figure(0, b); },
                       [&](style::PhotoGroupBlock const& b) {
                           out.line(0, "photos in " + std::to_string(b.columns) + " columns");
                           for (auto const& photo : b.photos)
                               figure(1, photo);
                       },
                       [&](style::TableBlock const& b) {
                           out.line(0, "table of " + std::to_string(b.columns.size()) + " columns");
                           if (b.caption) paragraph(1, "caption", *b.caption);
                           for (auto const* rows : {&b.head, &b.rows})
                               for (auto const& row : *rows) {
                                   out.line(1, rows == &b.head ? "head" : "row");
                                   for (auto const& cell : row.cells)
                                       for (auto const& p : cell.paragraphs)
                                           paragraph(2, "cell", p);
                               }
                           for (auto const& p : b.notes)
                               paragraph(1, "note", p);
                       },
                       [&](style::BreakBlock const& b) {
                           out.line(0, b.kind == style::BreakKind::Page ? "page break" : "recto break");
                       },
                       [&](style::SequenceStart const& b) {
                           out.line(0, "sequence " + b.chapter_file + "  heads " + bracketed(b.head_even) +
                                           bracketed(b.head_odd));
                       },
                       [&](style::SectionMark const& b) { out.line(0, "mark " + bracketed(b.head)); },
                       [&](style::CoverBlock const& b) {
                           out.line(0, "cover");
                           if (b.photo) figure(1, *b.photo);
                           for (auto const& p : b.title)
                               paragraph(1, "title", p);
                           for (auto const& p : b.foot)
                               paragraph(1, "foot", p);
                       },
                       [&](style::PortraitHead const& b) {
                           out.line(0, "essay head");
                           for (auto const& p : b.paragraphs)
                               paragraph(1, "line", p);
                           if (b.portrait) figure(1, *b.portrait);
                       },
                       [&](style::OpeningBlock const& b) {
                           out.line(0, "opening of " + std::to_string(b.span_lines) + " lines");
                           for (auto const& p : b.paragraphs)
                               paragraph(1, "line", p);
                       },
                       [&](style::FillPage const&) { out.line(0, "fill page"); },
                       [&](style::ColumnsBlock const& b) { out.line(0, "columns " + std::to_string(b.count)); },
                   },
                   block);
    for (auto const& note : document.notes) {
        out.line(0, "note " + note.printed);
        for (auto const& p : note.paragraphs)
            paragraph(1, "paragraph", p);
    }
    return out.take();
}

} // namespace kumihan::dump
