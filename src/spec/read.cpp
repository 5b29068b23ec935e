#include "spec/read.h"

#include "spec/fields.h"
#include "spec/font_stacks.h"
#include "spec/styles.h"
#include "spec/table_looks.h"
#include "spec/value.h"
#include "spec/value_reader.h"
#include "spec/vertical_layout.h"
#include "yaml/read.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kumihan::spec {

using diag::Code;
using yaml::Node;
using yaml::ObjectReader;

yaml::Fields layout_fields() { return kLayoutFields; }
yaml::Fields style_fields() { return kStyleFields; }
yaml::Fields role_fields() { return kRoleFields; }
yaml::Fields stack_fields() { return kStackFields; }
yaml::Fields face_fields() { return kFaceFields; }
yaml::Fields vertical_fields() { return kVerticalFields; }
yaml::Fields tables_fields() { return kTablesFields; }
yaml::Fields look_fields() { return kLookFields; }

namespace {

constexpr int kMaxExtends = 8;

class Reader : private ValueReader {
public:
    Reader(SearchPaths const& paths, FileLoader const& loader, SourceStore& store, diag::Sink& sink)
        : ValueReader(sink), paths_(paths), loader_(loader), store_(store) {}

    bool load(std::string const& name, Span named_at, std::filesystem::path const& beside) {
        if (std::find(chain_.begin(), chain_.end(), name) != chain_.end() || chain_.size() >= kMaxExtends) {
            std::string circle;
            for (auto const& one : chain_)
                circle += one + " → ";
            sink_.report(Code::LayoutCycle, named_at, {circle + name});
            return false;
        }
        chain_.push_back(name);
        auto const file = find(name, beside);
        source::Loaded loaded = source::LoadFailure{};
        if (file) loaded = loader_.load(*file);
        if (auto const* failure = std::get_if<source::LoadFailure>(&loaded)) {
            if (failure->error == source::LoadError::Missing)
                sink_.report(Code::LayoutMissing, named_at, {name, available()});
            else
                sink_.report(Code::FileNotReadable, named_at, {name, failure->detail});
            return false;
        }
        FileId const id = store_.add(file->string(), std::get<std::string>(std::move(loaded)));
        auto tree = yaml::read(id, store_, sink_);
        if (!tree) return false;
        ObjectReader top(tree->root(), {kLayoutFields}, sink_, name);
        auto const folder = file->parent_path();
        if (top.has("extends") && !load(top.text("extends"), top.value("extends").span(), folder)) return false;
        if (top.has("palette")) palette(top.value("palette"));
        layers_.push_back({std::move(*tree), top, name, folder});
        return true;
    }

    // Only when all palettes are known: a layout that changes a colour changes it in what it extends as well.
    void apply() {
        for (Layer const& layer : layers_) {
            folder_ = layer.folder;
            apply(layer.top, layer.name);
        }
        // Side notes look like footnotes where nothing is said, but without their hanging indent.
        Style& side = spec_.styles[static_cast<std::size_t>(Role::SideNote)];
        if (!side.span) {
            side = spec_.style(Role::Footnote);
            side.start_indent = {};
        }
        if (spec_.notes.side_gap == Length{}) spec_.notes.side_gap = spec_.area.size;
        for (Node const& one : looks_)
            read_table_looks(one, palette_, spec_, sink_);
        make_vertical(spec_, vertical_styles_, palette_, sink_);
    }

    LayoutSpec take() { return std::move(spec_); }

    void check(Span named_at) {
        TypeArea const& area = spec_.area;
        TypeArea const& upright = spec_.vertical->area;
        int const tiers = spec_.vertical_area.tiers;
        Length const tall = upright.width() * tiers + spec_.vertical_area.gaps.gap * (tiers - 1);
        if (area.width() + area.gutter > spec_.trim.width || area.height() + area.top > spec_.trim.height)
            sink_.report(Code::LayoutDoesNotFit, area_span_ ? area_span_ : named_at,
                         {std::to_string(area.chars) + " × " + std::to_string(area.lines)});
        else if (upright.height() + upright.gutter > spec_.trim.width || tall + upright.top > spec_.trim.height)
            sink_.report(Code::LayoutDoesNotFit, vertical_span_ ? vertical_span_ : named_at,
                         {std::to_string(upright.chars) + " × " + std::to_string(upright.lines)});
        Length const fore_edge = spec_.trim.width - area.gutter - area.width();
        if (spec_.notes.side_width > Length{} && spec_.notes.side_gap + spec_.notes.side_width > fore_edge)
            sink_.report(Code::SideNotesDoNotFit, notes_span_ ? notes_span_ : named_at,
                         {millimetres(spec_.notes.side_gap + spec_.notes.side_width), millimetres(fore_edge)});
        if (!spec_.tables.looks.empty() && table_style(spec_, spec_.tables.look).name != spec_.tables.look) {
            std::string names;
            for (TableStyle const& look : spec_.tables.looks)
                names += (names.empty() ? "" : ", ") + look.name;
            sink_.report(Code::TableLookUnknown, named_at, {spec_.tables.look, names});
        }
        auto known = [&](std::string const& font) {
            return std::any_of(spec_.stacks.begin(), spec_.stacks.end(), [&](auto const& s) { return s.name == font; });
        };
        for (Style const& style : spec_.styles) {
            if (!known(style.font))
                sink_.report(Code::LayoutFontUnknown, style.span ? style.span : named_at, {style.font});
            if (!style.strong_font.empty() && !known(style.strong_font))
                sink_.report(Code::LayoutFontUnknown, style.span ? style.span : named_at, {style.strong_font});
        }
        if (!known(spec_.strong_font)) sink_.report(Code::LayoutFontUnknown, named_at, {spec_.strong_font});
    }

private:
    static std::string millimetres(Length length) {
        auto const tenths = std::lround(length.to_mm() * 10);
        return std::to_string(tenths / 10) + "." + std::to_string(std::labs(tenths % 10)) + "mm";
    }
    static bool is_path(std::string const& name) { return name.size() > 5 && name.ends_with(".yaml"); }

    std::optional<std::filesystem::path> find(std::string const& name, std::filesystem::path const& beside) const {
        if (is_path(name)) return beside / name;
        // A name is one word, so that it cannot leave the folder.
        if (name.empty() || name.find('/') != std::string::npos || name.starts_with('.')) return std::nullopt;
        return paths_.layouts / (name + ".yaml");
    }

    std::string available() const {
        std::vector<std::string> names;
        std::error_code error;
        for (auto const& entry : std::filesystem::directory_iterator(paths_.layouts, error))
            if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
        std::sort(names.begin(), names.end());
        std::string out;
        for (auto const& one : names)
            out += (out.empty() ? "" : ", ") + one;
        return out;
    }

    // ---- parts -------------------------------------------------------------------------------------------------

    void apply(ObjectReader const& top, std::string const& name) {
        spec_.name = top.text("name", name);
        if (top.has("page")) page(object(top, "page", kPageFields));
        if (top.has("type_area")) {
            auto r = object(top, "type_area", kAreaFields);
            area_span_ = top.value("type_area").span();
            length(r, "size", spec_.area.size);
            spec_.area.chars = r.integer("chars", spec_.area.chars);
            spec_.area.lines = r.integer("lines", spec_.area.lines);
            length(r, "pitch", spec_.area.pitch);
            length(r, "top", spec_.area.top);
            length(r, "gutter", spec_.area.gutter);
            check_area(r);
        }
        if (top.has("columns")) {
            auto r = object(top, "columns", kColumnsFields);
            length(r, "gap", spec_.columns.gap, Length::pt(6), Length::mm(40));
            length(r, "rule", spec_.columns.rule, {}, Length::pt(4));
            spec_.columns.lines = r.integer("lines", spec_.columns.lines);
            spec_.columns.heads_span = r.boolean("spanning_heads", spec_.columns.heads_span);
        }
        if (top.has("vertical")) vertical_span_ = top.value("vertical").span();
        if (top.has("vertical")) vertical(object(top, "vertical", kVerticalFields));
        if (top.has("fonts")) read_font_stacks(top.value("fonts"), {folder_, paths_.fonts}, loader_, spec_, sink_);
        if (top.has("composition")) {
            auto r = object(top, "composition", kCompositionFields);
            choice(r, "kinsoku", spec_.kinsoku);
            choice(r, "line_end", spec_.line_end);
            if (auto const pattern = r.choice_index("brackets"))
                spec_.bracket_indent = static_cast<BracketIndent>(*pattern + 1);
            choice(r, "hang", spec_.hang);
            em(r, "western_gap", spec_.western_gap);
            spec_.hyphenation = r.boolean("hyphenation", spec_.hyphenation);
            choice(r, "widows", spec_.widows);
            choice(r, "chapter_break", spec_.chapter_break);
            text(r, "strong", spec_.strong_font);
        }
        if (top.has("interlinear")) {
            auto r = object(top, "interlinear", kInterlinearFields);
            em(r, "ruby", spec_.interlinear.ruby);
            length(r, "ruby_least", spec_.interlinear.ruby_least);
            choice(r, "ruby_overhang", spec_.interlinear.ruby_overhang);
            choice(r, "ruby_align", spec_.interlinear.ruby_align);
            text(r, "dots", spec_.interlinear.dots);
            text(r, "dots_vertical", spec_.interlinear.dots_vertical);
            em(r, "dots_size", spec_.interlinear.dots_size);
            length(r, "sideline", spec_.interlinear.sideline);
            em(r, "warichu", spec_.interlinear.warichu);
            em(r, "script", spec_.interlinear.script);
        }
        if (Node const styles = top.value("styles"); styles.is_map())
            read_styles(styles, palette_, spec_, std::exchange(from_nothing_, false), sink_);
        if (top.has("running_heads")) {
            auto r = object(top, "running_heads", kHeadsFields);
            spec_.heads.shown = r.boolean("shown", spec_.heads.shown);
            length(r, "distance", spec_.heads.distance);
            spec_.heads.rule = r.boolean("rule", spec_.heads.rule);
            spec_.heads.on_openings = r.boolean("on_openings", spec_.heads.on_openings);
            spec_.heads.on_blanks = r.boolean("on_blanks", spec_.heads.on_blanks);
        }
        if (top.has("folios")) {
            auto r = object(top, "folios", kFoliosFields);
            spec_.folios.shown = r.boolean("shown", spec_.folios.shown);
            length(r, "distance", spec_.folios.distance);
            spec_.folios.on_openings = r.boolean("on_openings", spec_.folios.on_openings);
            spec_.folios.on_blanks = r.boolean("on_blanks", spec_.folios.on_blanks);
            choice(r, "front", spec_.folios.front);
        }
        if (top.has("opening")) {
            auto r = object(top, "opening", kOpeningFields);
            spec_.opening.lines = r.integer("lines", spec_.opening.lines);
            length(r, "rule", spec_.opening.rule);
            length(r, "bar", spec_.opening.bar);
            length(r, "bar_width", spec_.opening.bar_width);
        }
        if (top.has("decoration")) {
            auto r = object(top, "decoration", kDecorationFields);
            color(r, "accent", spec_.decoration.accent);
            color(r, "tint", spec_.decoration.tint);
            color(r, "rule", spec_.decoration.rule);
            color(r, "rule_light", spec_.decoration.rule_light);
            length(r, "heavy", spec_.decoration.heavy);
            length(r, "light", spec_.decoration.light);
            length(r, "card_padding", spec_.decoration.card_padding, {}, Length::mm(20));
            length(r, "card_gap", spec_.decoration.card_gap, {}, Length::mm(20));
            length(r, "heading_rule", spec_.decoration.heading1_bar);
        }
        if (top.has("figures")) {
            auto r = object(top, "figures", kFiguresFields);
            length(r, "before", spec_.figures.before);
            length(r, "after", spec_.figures.after);
            length(r, "caption_gap", spec_.figures.caption_gap);
            spec_.figures.max_height = r.number("max_height", spec_.figures.max_height);
            length(r, "photo_height", spec_.figures.photo_height, Length::mm(5), Length::mm(400));
            if (r.has("wrap_gap")) spec_.figures.wrap_gap = Em::ratio(std::lround(r.number("wrap_gap", 1) * 100), 100);
            length(r, "photo_gap", spec_.figures.photo_gap, {}, Length::mm(20));
            length(r, "portrait_width", spec_.figures.portrait_width, Length::mm(10), Length::mm(80));
        }
        if (top.has("tables")) {
            auto r = object(top, "tables", kTablesFields);
            text(r, "look", spec_.tables.look);
            text(r, "continues", spec_.tables.continues);
            text(r, "continued", spec_.tables.continued);
            text(r, "joined", spec_.tables.joined);
            text(r, "source", spec_.tables.source);
            if (r.has("looks")) looks_.push_back(r.value("looks"));
        }
        if (top.has("numbering")) {
            auto r = object(top, "numbering", kNumberingFields);
            text(r, "chapter", spec_.numbering.chapter);
            text(r, "section", spec_.numbering.section);
            text(r, "subsection", spec_.numbering.subsection);
            text(r, "article", spec_.numbering.article);
            text(r, "figure", spec_.numbering.figure);
            text(r, "table", spec_.numbering.table);
            text(r, "figure_plain", spec_.numbering.figure_plain);
            text(r, "table_plain", spec_.numbering.table_plain);
            text(r, "workshop", spec_.numbering.workshop);
        }
        if (top.has("notes")) {
            auto r = object(top, "notes", kNotesFields);
            notes_span_ = top.value("notes").span();
            choice(r, "numbering", spec_.notes.numbers);
            text(r, "mark", spec_.notes.mark);
            text(r, "continued", spec_.notes.continued);
            spec_.notes.before_stops = r.boolean("before_stops", spec_.notes.before_stops);
            length(r, "side_width", spec_.notes.side_width, {}, Length::mm(100));
            length(r, "side_gap", spec_.notes.side_gap, {}, Length::mm(40));
        }
        if (top.has("contents")) {
            auto r = object(top, "contents", kContentsFields);
            text(r, "leader", spec_.contents.leader);
            em(r, "leader_gap", spec_.contents.leader_gap);
        }
        if (top.has("cover")) {
            auto r = object(top, "cover", kCoverFields);
            spec_.cover.photo_height = r.number("photo_height", spec_.cover.photo_height);
            length(r, "title_top", spec_.cover.title_top);
            length(r, "margin", spec_.cover.margin, {}, Length::mm(60));
        }
    }

    void page(ObjectReader const& r) {
        length(r, "bleed", spec_.bleed);
        spec_.marks = r.boolean("marks", spec_.marks);
        choice(r, "binding", spec_.binding);
        if (!r.has("trim")) return;
        Node const trim = r.value("trim");
        if (trim.is_sequence() && trim.size() == 2) {
            auto const width = parse_length(trim.at(0).text()), height = parse_length(trim.at(1).text());
            if (width && height && width->to_mm() > 40 && height->to_mm() > 40 && width->to_mm() < 1200 &&
                height->to_mm() < 1200)
                spec_.trim = {*width, *height};
            else
                sink_.report(Code::LayoutLength, trim.span(), {r.key("trim"), "[…]"});
            return;
        }
        if (auto const named = paper_size(std::string(trim.text())))
            spec_.trim = *named;
        else
            sink_.report(Code::LayoutLength, trim.span(), {r.key("trim"), std::string(trim.text())});
    }

    void vertical(ObjectReader const& r) {
        VerticalArea& area = spec_.vertical_area;
        length(r, "size", area.size, Length::pt(4), Length::pt(100));
        length(r, "pitch", area.pitch, Length::pt(4), Length::pt(400));
        area.chars = r.integer("chars", area.chars);
        area.lines = r.integer("lines", area.lines);
        area.tiers = r.integer("tiers", area.tiers);
        length(r, "gap", area.gaps.gap, Length::pt(6), Length::mm(40));
        length(r, "rule", area.gaps.rule, {}, Length::pt(4));
        if (r.has("styles")) vertical_styles_.push_back(r.value("styles"));
    }

    void check_area(ObjectReader const& r) {
        TypeArea& area = spec_.area;
        auto bound = [&](std::string_view key, Length& value, Length low, Length high) {
            if (value >= low && value <= high) return true;
            out_of_range(r, key, low, high);
            value = low;
            return false;
        };
        // A pitch is judged by its size; by one that is wrong itself it would seem wrong too.
        if (bound("size", area.size, Length::pt(4), Length::pt(100)))
            bound("pitch", area.pitch, area.size, area.size * 4);
        else
            area.pitch = area.size * 2;
    }

    void palette(Node node) {
        for (std::size_t i = 0; node.is_map() && i < node.size(); ++i) {
            auto const entry = node.entry(i);
            if (auto const parsed = parse_color(entry.value.text()))
                palette_.insert_or_assign(std::string(entry.key.text()), *parsed);
            else
                sink_.report(Code::LayoutColor, entry.value.span(),
                             {std::string(entry.key.text()), std::string(entry.value.text())});
        }
    }

    // One file of the chain, the one that extends nothing first.
    struct Layer {
        yaml::Tree tree;
        ObjectReader top;
        std::string name;
        std::filesystem::path folder;
    };

    SearchPaths const& paths_;
    FileLoader const& loader_;
    SourceStore& store_;
    LayoutSpec spec_;
    std::vector<std::string> chain_;
    std::vector<Layer> layers_;
    Span area_span_, vertical_span_, notes_span_;
    std::vector<Node> vertical_styles_, looks_;
    std::filesystem::path folder_;
    bool from_nothing_ = true; // no styles read yet
};

} // namespace

std::optional<LayoutSpec> read_layout(std::string const& name, Span named_at, SearchPaths const& paths,
                                      FileLoader const& loader, SourceStore& store, diag::Sink& sink) {
    Reader reader(paths, loader, store, sink);
    if (!reader.load(name, named_at, paths.plan)) return std::nullopt;
    reader.apply();
    reader.check(named_at);
    return reader.take();
}

} // namespace kumihan::spec
