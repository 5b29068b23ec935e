#include "spec/styles.h"

#include "document/paragraph_form.h"
#include "spec/fields.h"

namespace kumihan::spec {
namespace {

using diag::Code;
using yaml::Node;
using yaml::ObjectReader;

class StyleReader : private ValueReader {
public:
    StyleReader(Palette const& palette, LayoutSpec& spec, diag::Sink& sink) : ValueReader(sink), spec_(spec) {
        palette_ = palette;
    }

    void read(Node node, bool from_nothing) {
        if (!node.is_map()) return;
        ObjectReader r(node, {yaml::Fields(kRoleFields)}, sink_, "styles");
        auto const one = [&](std::size_t i) {
            std::string_view const name = kRoles[i].english;
            if (Node const found = r.object(name)) style(found, spec_.styles[i], r.key(name));
        };
        // The body first: it is what the others start from in a layout that extends none.
        one(0);
        if (from_nothing) {
            Style base = spec_.styles[0];
            if (base.size == Length{}) base.size = spec_.area.size;
            spec_.styles[0] = base;
            base.indent = {};
            base.span = {};
            for (std::size_t i = 1; i < kRoleCount; ++i)
                spec_.styles[i] = base;
        }
        for (std::size_t i = 1; i < kRoleCount; ++i)
            one(i);
    }

private:
    void style(Node node, Style& out, std::string_view name) {
        ObjectReader r(node, {yaml::Fields(kStyleFields)}, sink_, name);
        out.span = node.span();
        text(r, "font", out.font);
        text(r, "strong", out.strong_font);
        length(r, "size", out.size, Length::pt(3), Length::pt(144));
        length(r, "pitch", out.pitch); // none: the grid of the body
        if (out.pitch > Length{} && out.pitch < Length::pt(3)) {
            out_of_range(r, "pitch", Length::pt(3), Length::mm(200));
            out.pitch = {};
        }
        color(r, "color", out.color);
        if (r.has("color")) out.number_color = out.color;
        color(r, "number_color", out.number_color);
        choice(r, "align", out.align);
        em(r, "indent", out.indent);
        em(r, "start_indent", out.start_indent);
        em(r, "end_indent", out.end_indent);
        em(r, "tracking", out.tracking);
        out.lines = r.integer("lines", out.lines);
        out.lines_before = r.integer("lines_before", out.lines_before);
        out.lines_after = r.integer("lines_after", out.lines_after);
        length(r, "before", out.before);
        length(r, "after", out.after);
        out.keep_next = r.integer("keep_next", out.keep_next);
        out.phrase = r.boolean("phrase", out.phrase);
        choice(r, "hang", out.hang);
        if (r.has("tabs")) {
            out.tabs.clear();
            for (Node const one : r.list("tabs")) {
                auto const stop = document::read_tab_stop(one.text());
                if (stop)
                    out.tabs.push_back(*stop);
                else
                    sink_.report(Code::LayoutTab, one.span(), {r.key("tabs"), std::string(one.text())});
            }
        }
    }

    LayoutSpec& spec_;
};

} // namespace

void read_styles(Node node, Palette const& palette, LayoutSpec& spec, bool from_nothing, diag::Sink& sink) {
    StyleReader(palette, spec, sink).read(node, from_nothing);
}

} // namespace kumihan::spec
