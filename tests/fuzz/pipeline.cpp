// Text of a chapter down to placed pages: the first byte chooses the layout, the rest is the body. No photo is read:
// the plan's folder is not there, so every figure is a placeholder.
#include "check.h"

#include "driver/compile.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace kumihan;

namespace {

std::filesystem::path const kRoot = KUMIHAN_SOURCE_DIR;

source::MemoryLoader const& with_layouts() {
    static source::MemoryLoader const kLoader = [] {
        source::MemoryLoader loader;
        for (char const* name : {"a4-report.yaml", "b5-booklet.yaml"}) {
            std::ifstream in(kRoot / "layouts" / name, std::ios::binary);
            loader.add(kRoot / "layouts" / name, {std::istreambuf_iterator<char>(in), {}});
        }
        loader.add("plan-of-the-fuzzer/plan.yaml", "title: 試験\nchapters: [a.yaml]\n");
        return loader;
    }();
    return kLoader;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    auto loader = with_layouts();
    loader.add("plan-of-the-fuzzer/a.yaml", fuzz::chapter_with_body(fuzz::text_of(data, size).substr(1)));
    driver::Options options;
    options.folder = "plan-of-the-fuzzer";
    options.layouts = kRoot / "layouts";
    options.fonts = kRoot / "fonts";
    options.layout = data[0] % 2 == 0 ? "a4-report" : "b5-booklet";
    options.jobs = 1;
    options.draft = true;
    options.write = false;
    options.dump = driver::Stage::Pages;
    SourceStore store;
    diag::Sink sink;
    auto const result = driver::compile(options, loader, store, sink);
    fuzz::demand(result.outcome != driver::Outcome::MachineProblems, "a text is no problem of the machine");
    fuzz::demand((result.outcome == driver::Outcome::Done) == !sink.has_errors(),
                 "the outcome says what the sink says");
    fuzz::demand(result.outcome != driver::Outcome::Done || (result.pages > 0 && !result.dump.empty()),
                 "a chapter without errors has a page");
    fuzz::check_diagnostics(sink, store);
    return 0;
}
