#include "driver/compile.h"

#include "document/near_file.h"
#include "document/read.h"
#include "document/readings.h"
#include "driver/pictures.h"
#include "driver/settle.h"
#include "dump/dump.h"
#include "flow/compose.h"
#include "page/book.h"
#include "para/hyphenator.h"
#include "pdf/write.h"
#include "spec/read.h"
#include "style/awaited.h"
#include "style/resolve.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>

namespace kumihan::driver {

namespace {

// Page numbers reach the contents in the second pass; a third one follows only where they changed the number of lines.
constexpr int kMaxPasses = 5;
constexpr std::string_view kDefaultLayout = "a4-report";

class Clock {
public:
    Clock(Result& result, Options const& options) : result_(result), options_(options) {}
    ~Clock() { stop(); }
    void start(std::string_view stage) {
        stop();
        stage_ = stage;
        begin_ = std::chrono::steady_clock::now();
        if (options_.progress) options_.progress(stage);
    }
    void stop() {
        if (stage_.empty()) return;
        double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
        for (auto& [name, sum] : result_.seconds)
            if (name == stage_) {
                sum += seconds;
                stage_ = {};
                return;
            }
        result_.seconds.emplace_back(stage_, seconds);
        stage_ = {};
    }

private:
    Result& result_;
    Options const& options_;
    std::string_view stage_;
    std::chrono::steady_clock::time_point begin_;
};

style::StackIds load_fonts(spec::LayoutSpec const& layout, font::FontLibrary& fonts, diag::Sink& sink) {
    style::StackIds ids;
    for (spec::StackSpec const& stack : layout.stacks) {
        auto make = [&](std::string name, std::vector<spec::FaceSpec> const& japanese) {
            font::FontStack made;
            made.name = name;
            auto add = [&](std::vector<spec::FaceSpec> const& faces, font::Coverage coverage) {
                for (spec::FaceSpec const& face : faces)
                    if (FontId const id = fonts.load(face.file, face.index, face.span, sink))
                        made.entries.push_back({id, coverage, face.scale, face.centre_in_em});
            };
            add(japanese, font::Coverage::Japanese);
            add(stack.latin, font::Coverage::Latin);
            add(stack.emoji, font::Coverage::Emoji);
            add(stack.fallback, font::Coverage::Fallback);
            ids.emplace(std::move(name), fonts.add_stack(std::move(made)));
        };
        make(stack.name, stack.japanese);
        if (!stack.ruby.empty()) make(style::ruby_stack_name(stack.name), stack.ruby);
    }
    return ids;
}

bool asks_for_side_notes(document::Document const& document) {
    return std::any_of(document.chapters.begin(), document.chapters.end(), [&](document::Chapter const& chapter) {
        return !chapter.notes.empty() &&
               chapter.notes_at.value_or(document.notes_at) == document::NotePlace::Side;
    });
}

// Millions of small parts, of no use any more. Taking them apart is left to the caller.
struct Remains {
    document::Document document;
    style::StyledDocument styled;
    std::vector<flow::Material> materials; // of every pass
    page::Book book;
};

// An edition of its own beside the usual one.
void make_furigana(document::Document& document) {
    document.furigana = true;
    std::filesystem::path const name(document.output);
    document.output = name.stem().string() + "-furigana" + name.extension().string();
}

// The words that still need a reading, in a form that can be completed and copied to the plan.
bool list_unknown(std::vector<document::UnknownWord> const& words, document::Document const& document, Options const& options,
                  SourceStore const& store, diag::Sink& sink) {
    std::filesystem::path const path =
        options.output / (std::filesystem::path(document.output).stem().string() + "-readings.yaml");
    std::error_code ignored;
    if (words.empty()) {
        std::filesystem::remove(path, ignored); // that of an earlier run says nothing any more
        return true;
    }
    std::ofstream file(path, std::ios::binary);
    file << "# 読みの分からない語です。\"\" の中に読みを書き、plan.yaml の 読み へ写してください（例：小樽: お|たる）。\n読み:\n";
    for (auto const& word : words) {
        auto const place = store.place(word.first);
        auto const name = std::filesystem::path(store.name(word.first.file)).filename().string();
        file << "  " << word.word << ": \"\" # " << word.count << " 回、" << name << ":" << place.line << ":" << place.column << "\n";
    }
    file.close();
    if (!file) {
        sink.report(diag::Code::OutputNotWritable, {}, {path.string(), std::strerror(errno)});
        return false;
    }
    sink.report(diag::Code::ReadingsUnknown, document.span, {std::to_string(words.size()), path.string()});
    return true;
}

Outcome outcome_of(diag::Sink const& sink) { return sink.has_errors() ? Outcome::SourceProblems : Outcome::Done; }

} // namespace

Result compile(Options const& options, FileLoader const& loader, SourceStore& store, diag::Sink& sink) {
    Result result;
    Clock clock(result, options);
    auto stop = [&](Outcome outcome) {
        clock.stop();
        result.outcome = outcome;
        return std::move(result);
    };

    clock.start("sources");
    auto document = document::read_plan(options.folder, loader, store, sink, options.jobs);
    if (!document) return stop(Outcome::SourceProblems);
    if (options.furigana) make_furigana(*document);
    auto const unknown = document::apply_readings(*document, sink);
    if (options.dump == Stage::Document) {
        result.dump = dump::document(*document);
        return stop(outcome_of(sink));
    }

    clock.start("layout");
    std::string const layout_name = !options.layout.empty()     ? options.layout
                                    : !document->layout.empty() ? document->layout
                                                                : std::string(kDefaultLayout);
    auto layout = spec::read_layout(
        layout_name, options.layout.empty() ? document->layout_span : Span{},
        {options.layout.empty() ? options.folder : std::filesystem::path("."), options.layouts, options.fonts}, loader,
        store, sink);
    if (!layout) return stop(Outcome::SourceProblems);
    if (options.dump == Stage::Layout) {
        result.dump = dump::layout(*layout);
        return stop(outcome_of(sink));
    }

    style::check_looks(*document, *layout, sink);

    clock.start("fonts");
    font::FontLibrary fonts;
    style::StackIds const stacks = load_fonts(*layout, fonts, sink);

    para::Hyphenator hyphenator(para::hyphenation_folders(options.hyphenation), sink);
    if (options.jobs != 1) hyphenator.expect(style::LineStyle{}.language);

    clock.start("photos");
    image::Options image_options;
    image_options.cache = options.cache;
    image_options.draft = options.draft ? image::Draft::Yes : image::Draft::No;
    image_options.jobs = options.jobs;
    image_options.near = [&](std::string const& shown) { return document::near_file(options.folder, shown, loader); };
    image::ImageStore images(image_options, sink);
    style::Pictures const pictures = find_pictures(*document, options.folder, loader, images);

    if (layout->notes.side_width == Length{} && asks_for_side_notes(*document))
        sink.report(diag::Code::SideNotesNoColumn, document->span, {});

    // Problems of the sources end here: nothing is set from what is known to be wrong.
    if (sink.has_errors()) return stop(Outcome::SourceProblems);

    clock.start("style");
    auto styled = style::resolve(*document, *layout, stacks, pictures, &hyphenator);
    if (options.dump == Stage::Styled) {
        result.dump = dump::styled(styled);
        return stop(outcome_of(sink));
    }

    // Numbers of pages reach contents and references in the next pass, until they stand still.
    style::References references;
    Remains past;
    std::optional<flow::Material> material;
    std::vector<page::SequencePlan> plans;
    page::Imprint imprint;
    for (result.passes = 1;; ++result.passes) {
        clock.start("lines");
        flow::Before before;
        if (material) before = {&*material, style::fill_in(styled, references)};
        flow::Material composed = flow::compose(styled, *layout, fonts, sink, {options.jobs}, before);
        if (material) past.materials.push_back(std::move(*material));
        material = std::move(composed);
        clock.start("pages");
        plans = settle(*material, *layout, fonts, sink, options.jobs, std::move(plans));
        imprint = page::imprint(plans, *material, *layout, styled.anchor_count);
        style::References const known{imprint.folio_of_anchor, layout->notes.numbers == spec::NoteNumbers::Page
                                                                   ? imprint.number_of_note
                                                                   : std::vector<int>()};
        if (!styled.needs_references || known == references) break;
        if (result.passes == kMaxPasses) {
            sink.report(diag::Code::ReferencesNotSettled, document->span,
                        {std::to_string(kMaxPasses), moved(references, imprint.folio_of_anchor)});
            break;
        }
        references = known;
    }
    if (options.dump == Stage::Lines) {
        result.dump = dump::lines(*material);
        return stop(outcome_of(sink));
    }

    if (options.dump == Stage::Breaks) {
        result.dump = flow::breakable(*material, fonts);
        return stop(outcome_of(sink));
    }

    if (options.plan) {
        result.pages = imprint.order.size();
        result.dump = page_plan(imprint, plans, *material, styled, *layout, *options.plan);
        return stop(outcome_of(sink));
    }

    if (options.report) result.lines = report_lines(imprint, plans, *material);
    clock.start("pages");
    page::report_turned(imprint, plans, *material, sink);
    page::Book book =
        page::build(imprint, plans, std::move(*material), std::move(styled), *layout, stacks, fonts, sink, options.jobs);
    result.pages = book.pages.size();
    if (options.dump == Stage::Pages) {
        result.dump = dump::pages(book, fonts);
        return stop(outcome_of(sink));
    }

    clock.start("photos");
    auto const prepared = prepare_pictures(book, *document, images, pictures, sink);
    if (sink.has_errors()) return stop(Outcome::SourceProblems);
    if (!options.write) return stop(Outcome::Done);

    clock.start("pdf");
    // A folder that cannot be made is reported by the writer, with the reason.
    std::error_code ignored;
    std::filesystem::create_directories(options.output, ignored);
    if (document->furigana && !list_unknown(unknown, *document, options, store, sink)) return stop(Outcome::MachineProblems);
    pdf::Options pdf_options;
    pdf_options.jobs = options.jobs;
    pdf_options.readable = options.readable_pdf;
    pdf::WriteStats stats;
    result.file = options.output / document->output;
    if (!pdf::write_file(book, fonts, prepared, pdf_options, result.file, sink, &stats))
        return stop(Outcome::MachineProblems);
    result.bytes = stats.bytes;
    past.document = std::move(*document);
    past.styled = std::move(styled);
    past.materials.push_back(std::move(*material));
    past.book = std::move(book);
    result.remains = std::make_shared<Remains>(std::move(past));
    return stop(Outcome::Done);
}

} // namespace kumihan::driver
