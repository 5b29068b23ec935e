#include "base/overloaded.h"
#include "dump/dump.h"
#include "dump/text.h"

#include <filesystem>

namespace kumihan::dump {

namespace {

std::string line_text(line::SetLine const& line) {
    std::string text;
    for (auto const& run : line.runs)
        text += run.text;
    return text;
}

std::string fit(line::LineFit const& fit) {
    static constexpr char const* kKinds[] = {"natural", "shrunk", "stretched", "hung", "overfull", "loose"};
    std::string out = "measure " + points(fit.measure) + "  natural " + points(fit.natural) + "  set " +
                      points(fit.set) + "  " + kKinds[static_cast<int>(fit.kind)];
    if (fit.stage > 0) out += " stage " + std::to_string(fit.stage);
    if (fit.overfull > Length{}) out += " by " + points(fit.overfull);
    return out;
}

} // namespace

std::string lines(flow::Material const& material) {
    Out out;
    for (std::size_t i = 0; i < material.paragraphs.size(); ++i) {
        auto const& paragraph = material.paragraphs[i];
        out.line(0, "paragraph " + std::to_string(i) + "  measure " + points(paragraph.measure));
        std::size_t number = 0;
        for (auto const& line : paragraph.current())
            out.line(1, "line " + std::to_string(++number) + "  " + fit(line.fit) + "  " + bracketed(line_text(line)));
    }
    return out.take();
}

std::string pages(page::Book const& book, font::FontLibrary const& fonts) {
    Out out;
    std::size_t number = 0;
    for (page::Page const& page : book.pages) {
        out.line(0, "page " + std::to_string(++number) + "  folio " + page.folio.printed + "  " +
                        points(page.trim.width) + " x " + points(page.trim.height));
        for (page::PageItem const& item : page.items) {
            std::string const at = points(item.at.x) + "," + points(item.at.y) + "  ";
            std::string const tag = item.tag ? "" : "  artifact";
            std::visit(overloaded{
                           [&](page::PlacedText const& t) {
                               out.line(1, "text " + points(item.at.x + t.run.at) + "," +
                                               points(item.at.y - t.run.rise) + "  " + std::filesystem::path(fonts.file_name(t.run.font)).filename().string() +
                                               " " + points(t.run.size) + "  " + bracketed(t.run.text) + tag);
                           },
                           [&](page::PlacedRule const& r) {
                               out.line(1, "rule " + at + points(r.size.width) + " x " + points(r.size.height) + "  " +
                                               color(r.color));
                           },
                           [&](page::PlacedPath const& p) {
                               out.line(1, "path " + at + std::to_string(p.points.size()) + " points");
                           },
                           [&](page::PlacedImage const& i) {
                               out.line(1, "image " + at + points(i.size.width) + " x " + points(i.size.height) + tag);
                           },
                           [&](page::LinkArea const& l) {
                               out.line(1, "link " + at + points(l.size.width) + " x " + points(l.size.height) + "  " +
                                               std::visit(overloaded{
                                                              [](std::string const& url) { return url; },
                                                              [](AnchorId anchor) {
                                                                  return "anchor " + std::to_string(anchor.value);
                                                              },
                                                          },
                                                          l.target));
                           },
                           [&](page::Anchor const& a) { out.line(1, "anchor " + at + std::to_string(a.id.value)); },
                       },
                       item.what);
        }
    }
    return out.take();
}

} // namespace kumihan::dump
