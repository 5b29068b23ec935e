#include "document/chapter.h"

#include "base/overloaded.h"
#include "document/blocks.h"
#include "document/dates.h"
#include "document/figures.h"
#include "document/keys.h"
#include "document/mapped_text.h"
#include "document/markup.h"
#include "yaml/decode.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace kumihan::document {
namespace {

using diag::Code;
using keys::Kind;
using yaml::Node;
using yaml::ObjectReader;

constexpr Kind kAllKinds[] = {Kind::Cover,   Kind::Foreword, Kind::Contents, Kind::Text,    Kind::Workshop,
                              Kind::History, Kind::Essay,    Kind::Album,    Kind::Colophon};

// Titles that a chapter has without being given one; empty: it must be given.
std::string_view usual_title(Kind kind) {
    switch (kind) {
    case Kind::Foreword:
        return "ごあいさつ";
    case Kind::Contents:
        return "目次";
    case Kind::History:
        return "沿革";
    case Kind::Colophon:
        return "奥付";
    case Kind::Cover:
    case Kind::Text:
    case Kind::Workshop:
    case Kind::Essay:
    case Kind::Album:
        return {};
    }
    return {};
}

class ChapterReader {
public:
    ChapterReader(std::string const& file, PlanPaths const& paths, TableFiles const& files, diag::Sink& sink)
        : paths_(paths), files_(files), sink_(sink) {
        chapter_.file = file;
        markup_here_ = [this](std::string_view label, Span span) { return note_index(label, span); };
    }

    Chapter read(Node root) {
        chapter_.span = root.span();
        auto const kind = kind_of(root);
        std::vector<yaml::Fields> fields{keys::common()}, elsewhere;
        for (auto const other : kAllKinds) {
            if (!kind || *kind == other)
                fields.push_back(keys::of_kind(other));
            else
                elsewhere.push_back(keys::of_kind(other));
        }
        auto const used = kind.value_or(Kind::Text);
        ObjectReader const reader(root, fields, sink_, chapter_.file,
                                  {elsewhere, keys::kinds()[static_cast<std::size_t>(used)].japanese});
        if (!root.is_map()) return std::move(chapter_);
        (void)reader.choice_index("kind"); // reports a kind that does not exist

        common(reader, used);
        read_kind(reader, used);
        finish();
        return std::move(chapter_);
    }

private:
    static std::optional<Kind> kind_of(Node root) {
        if (!root.is_map()) return std::nullopt;
        for (std::size_t i = 0; i < root.size(); ++i) {
            auto const [key, value] = root.entry(i);
            if (!key.is_scalar() || (key.text() != "kind" && key.text() != "種類")) continue;
            if (auto const found = yaml::find_choice(keys::kinds(), value.text())) return static_cast<Kind>(*found);
            return std::nullopt;
        }
        return std::nullopt;
    }

    // ---- text
    MarkupContext plain_markup() const { return {sink_, {}}; }
    MarkupContext noted_markup() const { return {sink_, markup_here_}; }

    RichText rich_node(Node node, std::string_view key, MarkupContext const& context) {
        if (node.is_null()) return {};
        if (!node.is_scalar()) {
            (void)yaml::as_text(node, key, sink_); // reports
            return {};
        }
        return parse_inline(MappedText::run_of(node), context);
    }
    RichText rich(ObjectReader const& reader, std::string_view field) {
        return reader.has(field) ? rich_node(reader.value(field), reader.key(field), plain_markup()) : RichText{};
    }
    RichText rich_with_notes(ObjectReader const& reader, std::string_view field) {
        return reader.has(field) ? rich_node(reader.value(field), reader.key(field), noted_markup()) : RichText{};
    }
    Date date(ObjectReader const& reader, std::string_view field) {
        return reader.has(field) ? read_date(reader.value(field), reader.key(field), sink_) : Date{};
    }

    Blocks blocks(ObjectReader const& reader, std::string_view field) {
        if (!reader.has(field)) return {};
        auto const node = reader.value(field);
        if (!node.is_scalar()) {
            (void)yaml::as_text(node, reader.key(field), sink_);
            return {};
        }
        BlockContext const context{
            noted_markup(),
            [this](std::string_view id, Span span, std::uint32_t& index) { return place_figure(id, span, index); },
            [this](std::string_view id, Span span, std::uint32_t& index) { return place_table(id, span, index); },
            [this](std::string_view id, Span span, std::uint32_t& index) { return place_photos(id, span, index); },
            [this](Figure figure) { return add_figure(std::move(figure)); },
            [this](std::string_view label, Span span, Blocks content) {
                define_note(label, span, std::move(content));
            }};
        return parse_blocks(MappedText(node), context);
    }

    // ---- notes: numbered by their first mention, whether the mark or the text comes first
    std::uint32_t note_index(std::string_view label, Span span) {
        auto& state = note(label);
        if (!state.mentioned) state.mention = span;
        state.mentioned = true;
        return state.index;
    }
    void define_note(std::string_view label, Span span, Blocks content) {
        auto& state = note(label);
        if (state.defined) {
            diag::Diagnostic twice{
                Code::NoteDuplicate, diag::info(Code::NoteDuplicate).severity, span, {std::string{label}}, {}, {}};
            twice.labels.push_back({state.definition, std::string{label}});
            sink_.report(std::move(twice));
            return;
        }
        state.defined = true;
        state.definition = span;
        chapter_.notes[state.index].blocks = std::move(content);
        chapter_.notes[state.index].span = span;
    }
    struct NoteState {
        std::uint32_t index = 0;
        bool mentioned = false, defined = false;
        Span mention, definition;
    };
    NoteState& note(std::string_view label) {
        auto const [found, fresh] = notes_.try_emplace(std::string{label});
        if (fresh) {
            found->second.index = static_cast<std::uint32_t>(chapter_.notes.size());
            chapter_.notes.push_back({std::string{label}, {}, {}});
        }
        return found->second;
    }

    // ---- figures and tables
    bool usable(Figure& figure) {
        if (figure.file.empty()) return false;
        if (!paths_.locate(figure.file, figure.file_span, sink_)) return false;
        if (figure.alt.empty() && !figure.decorative) sink_.report(Code::PhotoNoAlt, figure.file_span, {figure.file});
        return true;
    }

    // No value where the figure names no file that may be used (reported): it is left out.
    std::optional<Figure> figure(Node node) {
        if (!node) return std::nullopt;
        ObjectReader const reader(node, {keys::figure()}, sink_);
        Figure out;
        out.span = reader.span();
        out.file = reader.text("file");
        out.file_span = reader.has("file") ? reader.value("file").span() : reader.span();
        out.id = reader.text("id");
        out.id_span = reader.has("id") ? reader.value("id").span() : reader.span();
        out.caption = rich_with_notes(reader, "caption");
        out.alt = reader.text("alt");
        out.decorative = reader.boolean("decorative");
        out.credit = reader.text("credit");
        out.date = date(reader, "date");
        constexpr FigureWidth kWidths[] = {FigureWidth::Full, FigureWidth::ThreeQuarters, FigureWidth::TwoThirds,
                                           FigureWidth::Half, FigureWidth::Third,         FigureWidth::Natural,
                                           FigureWidth::Half};
        if (auto const width = reader.choice_index("width")) out.width = kWidths[*width];
        out.numbered = reader.boolean("numbered", true);
        out.spans = reader.boolean("spans", false);
        read_placing(reader, out);
        if (!usable(out)) return std::nullopt;
        return out;
    }
    PhotoGroup photo_group(Node node) {
        ObjectReader const reader(node, {keys::photo_group()}, sink_);
        PhotoGroup out;
        out.span = out.whole.span = out.whole.file_span = reader.span();
        out.whole.id = reader.text("id");
        out.whole.id_span = reader.has("id") ? reader.value("id").span() : reader.span();
        out.whole.caption = rich(reader, "caption");
        out.whole.credit = reader.text("credit");
        out.whole.date = date(reader, "date");
        out.whole.numbered = reader.boolean("numbered", true);
        read_shared_placing(reader, out.whole);
        out.photos = figures(reader, "photos");
        auto const count = reader.list("photos").size();
        if (reader.has("photos") && (count < kLeastPhotos || count > kMostPhotos))
            sink_.report(Code::PhotoGroupSize, reader.value("photos").span(),
                         {std::to_string(count), std::to_string(kLeastPhotos), std::to_string(kMostPhotos)});
        return out;
    }
    std::optional<Figure> figure(ObjectReader const& reader, std::string_view field) {
        return figure(reader.object(field));
    }
    std::vector<Figure> figures(ObjectReader const& reader, std::string_view field) {
        std::vector<Figure> out;
        for (auto const node : reader.object_list(field))
            if (auto one = figure(node)) out.push_back(std::move(*one));
        return out;
    }

    std::uint32_t add_figure(Figure one) {
        (void)usable(one); // a file that may not be used is an error, so nothing is printed anyway
        chapter_.figures.push_back(std::move(one));
        figure_placed_.push_back(true);
        return static_cast<std::uint32_t>(chapter_.figures.size() - 1);
    }

    bool place_figure(std::string_view id, Span span, std::uint32_t& index) {
        auto const found =
            std::find_if(chapter_.figures.begin(), chapter_.figures.end(), [&](Figure const& f) { return f.id == id; });
        if (found != chapter_.figures.end()) {
            index = static_cast<std::uint32_t>(found - chapter_.figures.begin());
            return place(figure_placed_, index, id, span);
        }
        // A photo of a workshop may be called into the text: it then leaves the photos at the end.
        auto const photo = std::find_if(photos_.begin(), photos_.end(), [&](Figure const& f) { return f.id == id; });
        if (id.empty() || photo == photos_.end()) {
            sink_.report(Code::FigureUnknown, span, {std::string{id}});
            return false;
        }
        chapter_.figures.push_back(std::move(*photo));
        photos_.erase(photo);
        figure_placed_.push_back(true);
        index = static_cast<std::uint32_t>(chapter_.figures.size() - 1);
        return true;
    }
    bool place_table(std::string_view id, Span span, std::uint32_t& index) {
        auto const found =
            std::find_if(chapter_.tables.begin(), chapter_.tables.end(), [&](Table const& t) { return t.id == id; });
        if (id.empty() || found == chapter_.tables.end()) {
            sink_.report(Code::TableUnknown, span, {std::string{id}});
            return false;
        }
        index = static_cast<std::uint32_t>(found - chapter_.tables.begin());
        return place(table_placed_, index, id, span);
    }
    bool place_photos(std::string_view id, Span span, std::uint32_t& index) {
        auto const& all = chapter_.photo_groups;
        auto const found = std::find_if(all.begin(), all.end(), [&](PhotoGroup const& g) { return g.whole.id == id; });
        if (id.empty() || found == all.end()) {
            sink_.report(Code::PhotosUnknown, span, {std::string{id}});
            return false;
        }
        index = static_cast<std::uint32_t>(found - all.begin());
        return place(photos_placed_, index, id, span);
    }
    bool place(std::vector<bool>& placed, std::uint32_t index, std::string_view id, Span span) {
        if (placed[index]) {
            sink_.report(Code::FigurePlacedTwice, span, {std::string{id}});
            return false;
        }
        placed[index] = true;
        return true;
    }

    // ---- fields of every chapter
    void common(ObjectReader const& reader, Kind kind) {
        chapter_.title = rich(reader, "title");
        chapter_.title_span = reader.has("title") ? reader.value("title").span()
                                                  : Span{chapter_.span.file, chapter_.span.begin, chapter_.span.begin};
        if (chapter_.title.empty() && kind != Kind::Cover) {
            chapter_.title.text = usual_title(kind);
            auto const length = static_cast<std::uint32_t>(chapter_.title.text.size());
            if (length > 0)
                chapter_.title.pieces.push_back({0, length, chapter_.title_span});
            else if (reader.misspelt("title"))
                ; // reported with the key that means it
            else if (!reader.has("title"))
                sink_.report(Code::MissingKey, chapter_.title_span, {reader.key("title")});
            else if (reader.value("title").is_scalar()) // others were reported as no text
                sink_.report(Code::EmptyValue, reader.key_span("title"), {reader.key("title")});
        }
        chapter_.id = reader.text("id");
        chapter_.id_span = reader.has("id") ? reader.value("id").span() : chapter_.title_span;
        chapter_.short_title = reader.text("short_title");
        chapter_.numbered = reader.optional_boolean("numbered");
        chapter_.in_contents = reader.optional_boolean("in_contents");
        if (auto const writing = reader.choice_index("writing")) chapter_.writing = static_cast<Writing>(*writing);
        if (auto const how = reader.choice_index("numerals")) chapter_.numerals = static_cast<Numerals>(*how);
        chapter_.columns = reader.integer("columns", 0);
        if (auto const place = reader.choice_index("notes")) chapter_.notes_at = static_cast<NotePlace>(*place);
        chapter_.use_readings = reader.boolean("readings", true);
        chapter_.figures = figures(reader, "figures");
        figure_placed_.assign(chapter_.figures.size(), false);
        for (auto const node : reader.object_list("tables"))
            chapter_.tables.push_back(read_table(node, files_, noted_markup()));
        table_placed_.assign(chapter_.tables.size(), false);
        for (auto const node : reader.object_list("photo_groups"))
            chapter_.photo_groups.push_back(photo_group(node));
        photos_placed_.assign(chapter_.photo_groups.size(), false);
        if (kind == Kind::Workshop) photos_ = figures(reader, "photos");
        chapter_.lead = rich_with_notes(reader, "lead");
        chapter_.body = blocks(reader, "body");
    }

    void read_kind(ObjectReader const& reader, Kind kind) {
        switch (kind) {
        case Kind::Cover:
            chapter_.kind = CoverChapter{figure(reader, "photo")};
            break;
        case Kind::Foreword:
            chapter_.kind = ForewordChapter{figure(reader, "photo"), reader.text("role"), reader.text("name"),
                                            date(reader, "date")};
            break;
        case Kind::Contents:
            chapter_.kind = ContentsChapter{reader.integer("depth", 2), reader.boolean("list_of_figures"),
                                            reader.boolean("list_of_tables")};
            break;
        case Kind::Text:
            chapter_.kind = TextChapter{};
            for (auto const node : reader.object_list("sections"))
                section(node);
            break;
        case Kind::Workshop:
            workshop(reader);
            break;
        case Kind::History:
            history(reader);
            break;
        case Kind::Essay:
            chapter_.kind = EssayChapter{reader.text("role"), reader.text("name"), reader.text("term"),
                                         figure(reader, "portrait"), date(reader, "date")};
            break;
        case Kind::Album:
            chapter_.kind = AlbumChapter{figures(reader, "photos"), reader.integer("per_page", 4)};
            break;
        case Kind::Colophon:
            colophon(reader);
            break;
        }
    }

    template <class T> void append(T what, Span span) {
        auto& block = chapter_.body.emplace_back();
        block.what = std::move(what);
        block.span = span;
    }

    void section(Node node) {
        ObjectReader const reader(node, {keys::section()}, sink_);
        Heading heading;
        heading.text = rich(reader, "title");
        heading.id = reader.text("id");
        heading.id_span = reader.has("id") ? reader.value("id").span() : reader.span();
        if (!heading.text.empty()) append(std::move(heading), reader.value("title").span());
        auto content = blocks(reader, "body");
        std::move(content.begin(), content.end(), std::back_inserter(chapter_.body));
    }

    void workshop(ObjectReader const& reader) {
        WorkshopChapter out;
        out.number = reader.integer("number");
        out.date = date(reader, "date");
        stated_weekday(reader, out.date);
        out.time = reader.text("time");
        out.venue = reader.text("venue");
        out.organizer = reader.text("organizer");
        out.facilitator = reader.text("facilitator");
        out.participants = reader.text("participants");
        out.theme = rich(reader, "theme");
        for (auto const node : reader.object_list("program")) {
            ObjectReader const item(node, {keys::program_item()}, sink_);
            out.program.push_back({item.text("time"), rich(item, "item"), item.span()});
        }
        for (auto const node : reader.object_list("groups")) {
            ObjectReader const fields(node, {keys::group()}, sink_);
            Group group;
            group.name = fields.text("name");
            group.people = fields.integer("people");
            group.feature = rich_with_notes(fields, "feature");
            for (auto const opinion : fields.list("opinions")) {
                auto text = rich_node(opinion, fields.key("opinions"), noted_markup());
                if (!text.empty()) group.opinions.push_back(std::move(text));
            }
            group.body = blocks(fields, "body");
            group.span = fields.span();
            out.groups.push_back(std::move(group));
        }
        out.summary = blocks(reader, "summary");
        out.photos = std::move(photos_);
        chapter_.kind = std::move(out);
    }

    void stated_weekday(ObjectReader const& reader, Date const& when) {
        if (!reader.has("weekday")) return;
        auto const text = reader.text("weekday");
        auto const stated = parse_weekday(text);
        auto const span = reader.value("weekday").span();
        if (!stated)
            sink_.report(Code::WeekdayUnreadable, span, {text});
        else if (when && when.precision == DatePrecision::Day && *stated != weekday_of(when))
            sink_.report(Code::WeekdayMismatch, span,
                         {iso_date(when), text, std::string{weekday_name(weekday_of(when))}});
    }

    void history(ObjectReader const& reader) {
        HistoryChapter out;
        for (auto const node : reader.object_list("events")) {
            ObjectReader const event(node, {keys::history_event()}, sink_);
            out.events.push_back({date(event, "date"), rich(event, "text"), event.text("category"), event.span()});
        }
        chapter_.kind = std::move(out);
    }

    void colophon(ObjectReader const& reader) {
        ColophonChapter out;
        for (auto const node : reader.object_list("items")) {
            ObjectReader const item(node, {keys::colophon_item()}, sink_);
            out.items.push_back({item.text("label"), rich(item, "value"), item.span()});
        }
        chapter_.kind = std::move(out);
    }

    // What was listed and never placed stands at the end; notes have their texts and their marks.
    void finish() {
        for (std::uint32_t i = 0; i < chapter_.figures.size(); ++i)
            if (!figure_placed_[i]) append(FigureUse{i}, chapter_.figures[i].span);
        for (std::uint32_t i = 0; i < chapter_.tables.size(); ++i)
            if (!table_placed_[i]) append(TableUse{i}, chapter_.tables[i].span);
        for (std::uint32_t i = 0; i < chapter_.photo_groups.size(); ++i)
            if (!photos_placed_[i]) append(PhotosUse{i}, chapter_.photo_groups[i].span);
        for (auto const& [label, state] : notes_) {
            if (!state.defined) sink_.report(Code::NoteUndefined, state.mention, {label});
            if (!state.mentioned) sink_.report(Code::NoteUnused, state.definition, {label});
        }
    }

    PlanPaths const& paths_;
    TableFiles const& files_;
    diag::Sink& sink_;
    Chapter chapter_;
    std::function<std::uint32_t(std::string_view, Span)> markup_here_;
    std::map<std::string, NoteState, std::less<>> notes_;
    std::vector<Figure> photos_; // of a workshop, until its fields are read
    std::vector<bool> figure_placed_, table_placed_, photos_placed_;
};

} // namespace

Chapter read_chapter(Node root, std::string const& file, PlanPaths const& paths, TableFiles const& files,
                     diag::Sink& sink) {
    return ChapterReader(file, paths, files, sink).read(root);
}

} // namespace kumihan::document
