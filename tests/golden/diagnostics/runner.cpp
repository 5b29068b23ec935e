// Reads broken sources and compares what is printed with <case>.expected.txt: golden_diagnostics FOLDER [--update]
// A case is a chapter <case>.yaml (its plan is made here) or a folder <case>/ with a plan.yaml of its own. The expected
// text is what an editor sees in Japanese, then the short lines in English. --update rewrites what differs: read the
// difference before you commit it. The run also fails when a code of the sources (K01 to K04) has no case at all.

#include "diag/print.h"
#include "document/read.h"
#include "document/readings.h"
#include "source/file_loader.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace kumihan;
using diag::Code;

// Produced by the disk alone; tests/unit/document/plan.cpp has cases with a loader that fails.
constexpr Code kOfTheDisk[] = {Code::FileNotAFile, Code::FileTooBig, Code::FileNotReadable};
// tests/e2e/check_new.py has the cases.
constexpr Code kOfNewPlans[] = {Code::PlanFolderMissing, Code::NewPlanExists};
// Only layouts have numbers that are not whole; tests/e2e/check_codes.py has the case.
constexpr Code kOfLayouts[] = {Code::ExpectedNumber};

std::string read_file(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string printed(fs::path const& path, std::set<Code>& seen) {
    source::MemoryLoader loader;
    if (fs::is_directory(path)) {
        for (auto const& entry : fs::directory_iterator(path))
            loader.add("plan" / entry.path().filename(), read_file(entry.path()));
    } else {
        loader.add("plan/plan.yaml", "title: 計画\nchapters:\n  - " + path.filename().string() + "\n");
        loader.add("plan" / path.filename(), read_file(path));
    }
    SourceStore store;
    diag::Sink sink;
    if (auto document = document::read_plan("plan", loader, store, sink, 1)) document::apply_readings(*document, sink);
    auto const problems = sink.take_ordered();
    for (auto const& one : problems.shown)
        seen.insert(one.code);
    return diag::print(problems, store) +
           diag::print(problems, store, {diag::Language::English, diag::Format::Short, diag::Colour::No});
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    fs::path const folder = argv[1];
    bool const update = argc > 2 && std::string_view{argv[2]} == "--update";
    std::vector<fs::path> cases;
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.is_directory() || entry.path().extension() == ".yaml") cases.push_back(entry.path());
    std::sort(cases.begin(), cases.end());

    int failed = 0;
    std::set<Code> seen;
    for (auto const& path : cases) {
        auto const found = printed(path, seen);
        auto const expected_path = folder / (path.stem().string() + ".expected.txt");
        auto const expected = read_file(expected_path);
        if (found == expected) continue;
        if (update) {
            std::ofstream(expected_path, std::ios::binary) << found;
            std::printf("updated %s\n", path.stem().c_str());
            continue;
        }
        ++failed;
        std::printf("FAILED %s\n---- expected\n%s---- found\n%s\n", path.stem().c_str(), expected.c_str(),
                    found.c_str());
    }
    for (auto const& row : diag::all_codes()) {
        if (static_cast<int>(row.code) >= 500 || seen.contains(row.code)) continue;
        if (std::find(std::begin(kOfTheDisk), std::end(kOfTheDisk), row.code) != std::end(kOfTheDisk)) continue;
        if (std::find(std::begin(kOfNewPlans), std::end(kOfNewPlans), row.code) != std::end(kOfNewPlans)) continue;
        if (std::find(std::begin(kOfLayouts), std::end(kOfLayouts), row.code) != std::end(kOfLayouts)) continue;
        ++failed;
        std::printf("FAILED no case produces %s %s\n", diag::code_text(row.code).c_str(),
                    std::string{row.name}.c_str());
    }
    std::printf("%zu cases, %d failed\n", cases.size(), failed);
    return failed == 0 ? 0 : 1;
}
