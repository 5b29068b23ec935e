// Block and inline markup alone, without YAML in the way.
#include "check.h"

#include "document/blocks.h"
#include "document/markup.h"
#include "yaml/read.h"

#include <map>

using namespace kumihan;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    SourceStore store;
    diag::Sink sink;
    auto const file = store.add("a.yaml", fuzz::chapter_with_body(fuzz::text_of(data, size)));
    auto const tree = yaml::read(file, store, sink);
    if (tree && tree->root().is_map() && tree->root().size() == 3) {
        auto const body = tree->root().entry(2).value;
        std::map<std::string, std::uint32_t, std::less<>> notes;
        std::uint32_t figures = 0;
        document::BlockContext const context{
            {sink,
             [&](std::string_view label, Span) {
                 return notes.emplace(std::string(label), static_cast<std::uint32_t>(notes.size())).first->second;
             }},
            [](std::string_view, Span, std::uint32_t& index) {
                index = 0;
                return true;
            },
            [](std::string_view, Span, std::uint32_t&) { return false; },
            [](std::string_view, Span, std::uint32_t&) { return false; },
            [&](document::Figure figure) {
                fuzz::check_rich(figure.caption, store);
                return figures++;
            },
            [](std::string_view, Span, document::Blocks) {}};
        document::parse_blocks(document::MappedText(body), context);
        fuzz::check_rich(document::parse_inline(document::MappedText::run_of(body), context.markup), store);
        fuzz::check_rich(document::parse_inline(document::MappedText::run_of(body), {sink, nullptr}), store);
    }
    fuzz::check_diagnostics(sink, store);
    return 0;
}
