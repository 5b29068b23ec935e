#include "spec/table_looks.h"

#include "spec/fields.h"

#include <algorithm>

namespace kumihan::spec {
namespace {

TableStyle usual_look(LayoutSpec const& spec) {
    TableStyle look;
    look.name = "standard";
    look.top = look.bottom = spec.decoration.heavy;
    look.head = look.rows = spec.decoration.light;
    look.color = spec.decoration.accent;
    look.light_color = spec.decoration.rule;
    look.head_tint = spec.decoration.tint;
    return look;
}

class LookReader : private ValueReader {
public:
    LookReader(Palette const& palette, diag::Sink& sink) : ValueReader(sink) { palette_ = palette; }

    void read(yaml::Node node, std::string const& name, TableStyle& look) {
        yaml::ObjectReader const r(node, {yaml::Fields(kLookFields)}, sink_, name);
        look.name = name;
        look.span = node.span();
        Length const thickest = Length::pt(6);
        length(r, "top", look.top, {}, thickest);
        length(r, "bottom", look.bottom, {}, thickest);
        length(r, "head", look.head, {}, thickest);
        length(r, "rows", look.rows, {}, thickest);
        length(r, "columns", look.columns, {}, thickest);
        length(r, "stub", look.stub, {}, thickest);
        length(r, "sides", look.sides, {}, thickest);
        color(r, "color", look.color);
        color(r, "light_color", look.light_color);
        tint(r, "head_tint", look.head_tint);
        tint(r, "stub_tint", look.stub_tint);
        tint(r, "stripe_tint", look.stripe_tint);
        em(r, "padding", look.padding);
        em(r, "leading", look.leading);
        look.centred = r.boolean("centred", look.centred);
        look.fill = r.number("fill", look.fill);
        look.spread_heads = r.boolean("spread_heads", look.spread_heads);
        look.middle = r.boolean("middle", look.middle);
    }

private:
    void tint(yaml::ObjectReader const& r, std::string_view key, std::optional<Color>& value) {
        if (!r.has(key)) return;
        std::string const text = r.text(key);
        if (text == "none" || text == "なし") {
            value.reset();
            return;
        }
        Color found = value.value_or(Color{255, 255, 255});
        color(r, key, found);
        value = found;
    }
};

} // namespace

TableStyle table_style(LayoutSpec const& layout, std::string_view name) {
    for (std::string_view const wanted : {name, std::string_view(layout.tables.look)})
        for (TableStyle const& look : layout.tables.looks)
            if (look.name == wanted) return look;
    return usual_look(layout);
}

void read_table_looks(yaml::Node node, Palette const& palette, LayoutSpec& spec, diag::Sink& sink) {
    LookReader reader(palette, sink);
    for (std::size_t i = 0; node.is_map() && i < node.size(); ++i) {
        auto const [key, value] = node.entry(i);
        std::string const name(key.text());
        auto& looks = spec.tables.looks;
        auto found = std::find_if(looks.begin(), looks.end(), [&](TableStyle const& one) { return one.name == name; });
        if (found == looks.end()) {
            looks.push_back(table_style(spec, spec.tables.look));
            found = looks.end() - 1;
        }
        reader.read(value, name, *found);
    }
}

} // namespace kumihan::spec
