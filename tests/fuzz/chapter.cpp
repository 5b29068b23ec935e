// A chapter file as anyone could write it: YAML reader, decoding by field tables, markup, checks across the plan.
#include "check.h"

#include "document/read.h"
#include "dump/dump.h"

using namespace kumihan;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    source::MemoryLoader loader;
    loader.add("plan/plan.yaml", "title: 試験\nchapters: [a.yaml]\n");
    loader.add("plan/a.yaml", std::string(fuzz::text_of(data, size)));
    SourceStore store;
    diag::Sink sink;
    auto const document = document::read_plan("plan", loader, store, sink, 1);
    fuzz::demand(document.has_value(), "a usable plan.yaml gives a document");
    fuzz::demand(sink.has_errors() || document->chapters.size() == 1, "a chapter is read or an error is reported");
    fuzz::demand(!dump::document(*document).empty(), "a document can be printed");
    fuzz::check_diagnostics(sink, store);
    return 0;
}
