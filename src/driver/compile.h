// compile: the pipeline in one readable function. Input: a plan folder and options; output: the PDF (or a dump), facts
// about the run, diagnostics in the sink. Nothing is printed here.
#pragma once

#include "diag/sink.h"
#include "driver/line_report.h"
#include "driver/plan.h"
#include "source/file_loader.h"
#include "source/source_store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kumihan::driver {

enum class Stage : std::uint8_t { None, Document, Layout, Styled, Lines, Breaks, Pages };

struct Options {
    std::filesystem::path folder = "plan-sources";
    std::filesystem::path output = "output"; // folder; the file's name comes from the plan
    std::filesystem::path cache;             // of prepared photos; empty: no cache
    std::filesystem::path layouts, fonts;    // that come with the program
    std::filesystem::path hyphenation;       // patterns beside them; those of the system follow
    std::string layout;                      // in place of the plan's
    int jobs = 0;
    bool furigana = false; // 総ルビ版, whatever the plan says
    bool draft = false; // go on with placeholders for photos that cannot be used
    bool write = true;  // false: check only
    bool readable_pdf = false;
    bool report = false; // gather Result::lines
    Stage dump = Stage::None;
    std::optional<PlanOptions> plan; // the page plan into Result::dump, and nothing written
    // Called when a stage begins, for progress; may be empty.
    std::function<void(std::string_view stage)> progress;
};

enum class Outcome : std::uint8_t { Done, SourceProblems, MachineProblems };

struct Result {
    Outcome outcome = Outcome::Done;
    std::filesystem::path file; // what was written
    std::size_t pages = 0, bytes = 0;
    int passes = 0;                                      // until page numbers stood still
    std::optional<LineReport> lines;
    std::string dump;                                    // text of the stage asked for
    std::vector<std::pair<std::string, double>> seconds; // per stage, in order
    std::shared_ptr<void> remains; // what the PDF was made of: who is about to exit need not take it apart
};

Result compile(Options const& options, FileLoader const& loader, SourceStore& store, diag::Sink& sink);

} // namespace kumihan::driver
