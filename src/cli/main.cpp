// kumihan: arguments, one call, diagnostics, exit status.
//   0 done, 1 problems in the sources, 2 usage, 3 the machine (disk full, file not writable)

#include "cli/arguments.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "start/start.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <unistd.h>
#ifdef KUMIHAN_MIMALLOC
#include <mimalloc.h>
#endif
#if defined(__has_feature) && !defined(__SANITIZE_ADDRESS__)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) // Clang's names for them
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

namespace {

using namespace kumihan;

constexpr int kDone = 0, kSourceProblems = 1, kMachineProblems = 3;

void put(std::FILE* file, std::string const& text) { std::fwrite(text.data(), 1, text.size(), file); }

int schemas(cli::Arguments const& arguments) {
    if (arguments.schema) {
        put(stdout, driver::schema(*arguments.schema));
        return std::fflush(stdout) == 0 ? kDone : kMachineProblems;
    }
    std::error_code error;
    std::filesystem::create_directories(arguments.schema_folder, error);
    static constexpr std::pair<driver::FileKind, char const*> kFiles[] = {
        {driver::FileKind::Plan, "plan.schema.json"},
        {driver::FileKind::Chapter, "chapter.schema.json"},
        {driver::FileKind::Layout, "layout.schema.json"},
    };
    for (auto const& [kind, name] : kFiles) {
        std::ofstream file(arguments.schema_folder / name, std::ios::binary);
        file << driver::schema(kind);
        file.close();
        if (!file) {
            put(stderr, (arguments.schema_folder / name).string() + ": cannot write\n");
            return kMachineProblems;
        }
        put(stdout, (arguments.schema_folder / name).string() + "\n");
    }
    return kDone;
}

int new_plan(cli::Arguments const& arguments) {
    SourceStore const store;
    diag::Sink sink;
    std::vector<std::filesystem::path> written;
    auto const outcome = start::new_plan(arguments.templates, arguments.new_folder, sink, written);
    put(arguments.print.format == diag::Format::Json ? stdout : stderr, diag::print(sink.take_ordered(), store, arguments.print));
    if (outcome != start::Outcome::Done) return outcome == start::Outcome::Exists ? kSourceProblems : kMachineProblems;
    if (arguments.print.format == diag::Format::Json) return kDone;
    std::string const folder = arguments.new_folder.string();
    bool const japanese = arguments.print.language == diag::Language::Japanese;
    std::string out;
    for (auto const& file : written)
        out += file.string() + "\n";
    std::string const plan_file = (arguments.new_folder / "plan.yaml").string();
    out += japanese ? "\n新しい計画書のひな形を置きました。\n"
                      "  1. " + plan_file + " の書名と発行者を書きかえます。\n"
                      "  2. 組みます：\n"
                      "       ./build-report.sh " + folder + "   （または kumihan build " + folder + "）\n"
                    : "\nA plan to begin with.\n"
                      "  1. Put your title and publisher into " + plan_file + "\n"
                      "  2. Build it:\n"
                      "       ./build-report.sh " + folder + "   (or kumihan build " + folder + ")\n";
    put(stdout, out);
    return std::fflush(stdout) == 0 ? kDone : kMachineProblems;
}

std::string thousand(std::size_t value) {
    std::string digits = std::to_string(value);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return digits;
}

#ifdef KUMIHAN_MIMALLOC
// A run only grows until its end, by a value for every glyph: in pages of 4 KB the first touch of each of them is an
// eighth of the whole time. Where the system has none of 2 MB to give, they stay small.
// What is freed between two stages is kept: asked for again, it would be touched for the first time once more.
void take_memory_in_large_pages(int, char**, char**) {
    mi_option_enable(mi_option_large_os_pages);
    mi_option_set(mi_option_eager_commit_delay, 0); // the first segments of each thread too
#if MI_MALLOC_VERSION < 210
    mi_option_disable(mi_option_allow_decommit);
#else
    mi_option_set(mi_option_purge_delay, -1);
#endif
}
// Before the constructors of all libraries, the first of which take memory in small pages.
__attribute__((section(".preinit_array"), used)) void (*const kBeforeAll)(int, char**, char**) = take_memory_in_large_pages;
#endif

// Ends the process without taking the values of the run apart: the system has its memory back at once.
// Under a sanitizer everything is freed, so that leaks show, and races are counted into the exit status.
int leave(int status) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return status;
#else
    std::fflush(stderr);
    std::_Exit(status);
#endif
}

int run(cli::Arguments& arguments) {
    if (arguments.command == cli::Command::Schema) return schemas(arguments);
    if (arguments.command == cli::Command::New) return new_plan(arguments);
    bool const japanese = arguments.print.language == diag::Language::Japanese;
    bool const colour = ::isatty(STDERR_FILENO) && !std::getenv("NO_COLOR");
    arguments.print.colour = colour ? diag::Colour::Yes : diag::Colour::No;

    SourceStore store;
    diag::Sink sink;
    source::DiskLoader loader;
    driver::Result result;
    {
        cli::Progress progress(arguments.print.language);
        arguments.options.progress = [&](std::string_view stage) { progress.stage(stage); };
        result = driver::compile(arguments.options, loader, store, sink);
    }
    auto const found = sink.take_ordered();
    bool const json = arguments.print.format == diag::Format::Json;
    bool const plan = arguments.command == cli::Command::Plan;
    // The page plan takes the output for itself.
    bool const output_is_taken = plan && !result.dump.empty();
    if (!output_is_taken || !found.shown.empty()) {
        std::string const problems = diag::print(found, store, arguments.print);
        if (json && result.lines)
            put(stdout, "{\n\"diagnostics\": " + problems + ",\n\"lines\": " + cli::report_json(*result.lines, store) + "\n}\n");
        else
            put(json && !output_is_taken ? stdout : stderr, problems);
    }
    if (plan || arguments.options.dump != driver::Stage::None) put(stdout, result.dump);
    if (arguments.timings) {
        double sum = 0;
        for (auto const& [stage, seconds] : result.seconds) {
            std::fprintf(stderr, "%-8s %8.4f s\n", stage.c_str(), seconds);
            sum += seconds;
        }
        std::fprintf(stderr, "%-8s %8.4f s  (%zu pages, %d passes)\n", "total", sum, result.pages, result.passes);
    }
    if (result.lines && !json) put(stdout, cli::report_text(*result.lines, store, arguments.print.language));
    switch (result.outcome) {
    case driver::Outcome::SourceProblems:
        return kSourceProblems;
    case driver::Outcome::MachineProblems:
        return kMachineProblems;
    case driver::Outcome::Done:
        break;
    }
    if (!json && !plan && arguments.options.dump == driver::Stage::None) {
        std::string const pages = std::to_string(result.pages) + (japanese ? " ページ" : " pages");
        if (arguments.command == cli::Command::Check)
            put(stdout, (japanese ? "誤りはありません（" + pages + "）\n" : "no errors (" + pages + ")\n"));
        else
            put(stdout, result.file.string() + "  " + pages + "  " + thousand((result.bytes + 1023) / 1024) + " KB\n");
    }
    return leave(std::fflush(stdout) == 0 ? kDone : kMachineProblems);
}

} // namespace

int main(int argc, char** argv) {
    // A limit of file size (ulimit -f) then fails the write, which is reported; the signal would end the run wordless
    // and leave half a file behind.
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        auto parsed = cli::parse(argc, argv);
        if (!parsed.arguments) {
            put(parsed.status == 0 ? stdout : stderr, parsed.text);
            return parsed.status;
        }
        return run(*parsed.arguments);
    } catch (std::bad_alloc const&) {
        std::fputs("メモリーが足りません / out of memory\n", stderr);
        return kMachineProblems;
    } catch (std::exception const& error) {
        std::fprintf(stderr, "内部の誤りです。この表示を添えて知らせてください / internal error, please report: %s\n",
                     error.what());
        return kMachineProblems;
    }
}
