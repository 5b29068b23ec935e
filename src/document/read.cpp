#include "document/read.h"

#include "base/parallel.h"
#include "document/chapter.h"
#include "document/check.h"
#include "document/dates.h"
#include "document/dictionary.h"
#include "document/keys.h"
#include "document/near_file.h"
#include "document/paths.h"
#include "yaml/decode.h"
#include "yaml/read.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace kumihan::document {
namespace {

namespace fs = std::filesystem;
using diag::Code;

constexpr std::size_t kHead = 2000; // bytes of a file within which a chapter says its kind

void report_no_plan(fs::path const& folder, std::string_view shown, FileLoader const& loader, diag::Sink& sink) {
    if (!loader.is_folder(folder)) return sink.report(Code::PlanFolderMissing, {}, {std::string{shown}});
    for (auto const& name : loader.names(folder)) // plan.yml, Plan.yaml, plan.yaml.txt
        if (name.size() > 5 && (name.starts_with("plan.") || name.starts_with("Plan.") || name.starts_with("PLAN.")))
            return sink.report(Code::PlanMisnamed, {}, {std::string{shown}, name});
    sink.report(Code::PlanMissing, {}, {std::string{shown}});
}

// Bytes into the store, or nothing (reported at `span`).
std::optional<FileId> load(fs::path const& folder, fs::path const& path, std::string_view shown, Span span,
                           FileLoader const& loader, SourceStore& store, diag::Sink& sink,
                           Code missing = Code::FileMissing) {
    auto loaded = loader.load(path);
    if (auto* const bytes = std::get_if<std::string>(&loaded))
        return store.add(path.lexically_normal().string(), std::move(*bytes));
    auto const& failure = std::get<source::LoadFailure>(loaded);
    if (failure.error == source::LoadError::Missing) {
        if (missing == Code::FileMissing)
            report_missing(folder, shown, span, loader, sink);
        else
            report_no_plan(folder, shown, loader, sink);
        return std::nullopt;
    }
    // A plan is missed in its folder, but what is wrong is wrong with its file.
    std::string const name{missing == Code::PlanMissing ? path.string() : std::string{shown}};
    switch (failure.error) {
    case source::LoadError::Missing:
        break;
    case source::LoadError::NotAFile:
        sink.report(Code::FileNotAFile, span, {name});
        break;
    case source::LoadError::TooBig:
        sink.report(Code::FileTooBig, span, {name, failure.detail});
        break;
    case source::LoadError::NotReadable:
        sink.report(Code::FileNotReadable, span, {name, failure.detail});
        break;
    }
    return std::nullopt;
}

Document read_fields(yaml::ObjectReader const& fields, diag::Sink& sink) {
    Document out;
    out.title = fields.text("title");
    out.title_span = fields.has("title") ? fields.value("title").span() : fields.span();
    out.subtitle = fields.text("subtitle");
    out.edition = fields.text("edition");
    out.printing = fields.text("printing");
    out.publisher = fields.text("publisher");
    out.editor = fields.text("editor");
    out.language = fields.text("language", "ja");
    out.description = fields.text("description");
    out.keywords = fields.text_list("keywords");
    if (fields.has("date")) out.date = read_date(fields.value("date"), fields.key("date"), sink);
    out.layout = fields.text("layout");
    if (fields.has("layout")) out.layout_span = fields.value("layout").span();
    out.output = fields.text("output");
    out.date_style = fields.choice("date_style", DateStyle::Wareki);
    out.weekdays = fields.boolean("weekdays", true);
    out.photo_ppi = fields.integer("photo_ppi", 200);
    if (auto const writing = fields.choice_index("writing")) out.writing = static_cast<Writing>(*writing);
    out.numerals = fields.choice("numerals", Numerals::Arabic);
    if (auto const place = fields.choice_index("notes")) out.notes_at = static_cast<NotePlace>(*place);
    if (fields.has("readings")) out.readings = read_readings(fields.value("readings"), fields.key("readings"), sink);
    out.reading_scope = fields.choice("readings_scope", ReadingScope::First);
    out.furigana = fields.boolean("furigana");
    out.span = fields.span();
    if (out.output.find_first_of("/\\") != std::string::npos) { // a name within output/, never a way out of it
        sink.report(Code::PathOutsidePlan, fields.value("output").span(), {out.output});
        out.output.clear();
    }
    return out;
}

// The PDF's name where the plan gives none: the folder's.
std::string usual_output(fs::path const& folder, FileLoader const& loader) {
    auto path = loader.resolve(folder);
    if (!path.has_filename()) path = path.parent_path(); // a folder written with a slash at its end
    auto const name = path.filename().string();
    return (name.empty() || name == "." ? "report" : name) + ".pdf";
}

// A file with a kind of chapter in it, which the plan names neither among its chapters nor in a remark, was forgotten.
void hint_at_unlisted(fs::path const& folder, std::string_view plan, std::map<std::string, Span> const& listed, Span span,
                      FileLoader const& loader, diag::Sink& sink) {
    std::string unlisted;
    for (auto const& name : loader.names(folder)) {
        if (!name.ends_with(".yaml") || plan.find(name) != std::string_view::npos) continue;
        auto const path = folder / name;
        if (name == "plan.yaml" || listed.contains(path.lexically_normal().string())) continue;
        auto const loaded = loader.load(path);
        auto const* const bytes = std::get_if<std::string>(&loaded);
        if (!bytes) continue;
        auto const head = "\n" + bytes->substr(0, kHead);
        if (head.find("\n種類:") != std::string::npos || head.find("\nkind:") != std::string::npos)
            unlisted += (unlisted.empty() ? "" : ", ") + name;
    }
    if (!unlisted.empty()) sink.report(Code::ChapterNotListed, span, {unlisted});
}

// Chapters that could be loaded, in the plan's order.
struct Source {
    FileId file;
    std::string name;
};

} // namespace

std::optional<Document> read_plan(fs::path const& folder, FileLoader const& loader, SourceStore& store,
                                  diag::Sink& sink, int jobs) {
    auto const plan_path = folder / "plan.yaml";
    auto const plan_file = load(folder, plan_path, folder.string(), {}, loader, store, sink, Code::PlanMissing);
    if (!plan_file) return std::nullopt;
    auto const tree = yaml::read(*plan_file, store, sink);
    if (!tree) return std::nullopt;

    yaml::ObjectReader const fields(tree->root(), {keys::plan()}, sink, "plan.yaml");
    if (!tree->root().is_map()) return std::nullopt;
    auto out = read_fields(fields, sink);
    if (out.output.empty())
        out.output = usual_output(folder, loader);
    else if (!out.output.ends_with(".pdf"))
        out.output += ".pdf";

    PlanPaths paths(folder, loader);
    for (auto const& allowed : fields.text_list("allow_folders"))
        paths.allow(allowed);
    // A layout named by its path is a file like any other; a bare name is one that comes with the program.
    if (out.layout.ends_with(".yaml") && !paths.locate(out.layout, out.layout_span, sink)) out.layout.clear();

    std::vector<Source> sources;
    std::map<std::string, Span> seen;
    auto missing = Chapters::Complete;
    auto const listed = fields.list("chapters");
    for (auto const node : listed) {
        auto const name = node.is_null() ? std::nullopt : yaml::as_text(node, fields.key("chapters"), sink);
        if (!name) {
            if (node.is_null()) sink.report(Code::EmptyValue, node.span(), {fields.key("chapters")});
            continue;
        }
        auto const path = paths.locate(*name, node.span(), sink);
        if (path && !seen.emplace(path->lexically_normal().string(), node.span()).second) {
            sink.report(Code::FileListedTwice, node.span(), {*name});
            continue;
        }
        auto const file = path ? load(folder, *path, *name, node.span(), loader, store, sink) : std::nullopt;
        if (file)
            sources.push_back({*file, *name});
        else
            missing = Chapters::SomeMissing;
    }
    if (fields.has("chapters") && listed.empty()) sink.report(Code::NoChapters, fields.key_span("chapters"));
    if (fields.has("chapters") && missing == Chapters::Complete)
        hint_at_unlisted(folder, store.bytes(*plan_file), seen, fields.key_span("chapters"), loader, sink);

    std::vector<std::optional<yaml::Tree>> trees(sources.size());
    std::vector<std::optional<Chapter>> chapters(sources.size());
    parallel_for(sources.size(), jobs, 1, [&](std::size_t i) { trees[i] = yaml::read(sources[i].file, store, sink); });
    TableFiles files;
    for (auto const& one : trees)
        if (one) files.load(one->root(), paths, loader, store, sink);
    parallel_for(sources.size(), jobs, 1, [&](std::size_t i) {
        if (trees[i]) chapters[i] = read_chapter(trees[i]->root(), sources[i].name, paths, files, sink);
    });
    for (auto& chapter : chapters) {
        if (chapter)
            out.chapters.push_back(std::move(*chapter));
        else
            missing = Chapters::SomeMissing;
    }
    check(out, missing, sink, jobs);
    return out;
}

} // namespace kumihan::document
