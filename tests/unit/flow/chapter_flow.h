// One chapter through the pipeline up to Material, with the A4 report and its fonts: for the tests of `flow`.
#pragma once

#include "flow/compose.h"

#include "document/read.h"
#include "source/file_loader.h"
#include "spec/read.h"
#include "style/resolve.h"
#include "support/catch.h"

#include <filesystem>
#include <string>

namespace kumihan::test {

using namespace flow;

struct Flow {
    spec::LayoutSpec layout;
    font::FontLibrary fonts;
    style::StyledDocument styled;
    Material material;
    diag::Sink sink;
    SourceStore store;

    explicit Flow(std::string const& chapter, style::Pictures const& pictures = {}, std::string const& kind = "text") {
        std::filesystem::path const root = KUMIHAN_SOURCE_DIR;
        source::DiskLoader const disk;
        auto read = spec::read_layout("a4-report", {}, {".", root / "layouts", root / "fonts"}, disk, store, sink);
        REQUIRE(read);
        layout = std::move(*read);
        style::StackIds stacks;
        for (auto const& stack : layout.stacks) {
            font::FontStack made;
            made.name = stack.name;
            for (auto const& face : stack.japanese)
                made.entries.push_back({fonts.load(face.file, face.index, {}, sink), font::Coverage::Japanese, face.scale, false});
            stacks.emplace(stack.name, fonts.add_stack(std::move(made)));
        }
        source::MemoryLoader loader;
        loader.add("plan/plan.yaml", "title: 計画\nchapters: [a.yaml]\n");
        loader.add("plan/a.yaml", "kind: " + kind + "\ntitle: 章\n" + chapter);
        auto const document = document::read_plan("plan", loader, store, sink, 1);
        REQUIRE(document);
        REQUIRE(!sink.has_errors());
        styled = style::resolve(*document, layout, stacks, pictures);
        material = compose(styled, layout, fonts, sink, {1});
    }
};

} // namespace kumihan::test
