// A plan of paragraphs made by hand for the tests of `driver`, with the real fonts: 25 characters of 10 pt × 12 lines.
#pragma once

#include "flow/compose.h"
#include "spec/model.h"
#include "style/model.h"

#include <filesystem>
#include <string>

namespace kumihan::test {

struct Book {
    diag::Sink sink;
    font::FontLibrary fonts;
    spec::LayoutSpec layout;
    style::StyledDocument document;

    FontStackId stack;

    Book() {
        std::filesystem::path const folder = std::filesystem::path(KUMIHAN_SOURCE_DIR) / "fonts";
        FontId const face = fonts.load(folder / "BIZUDMincho_400Regular.ttf", 0, {}, sink);
        stack = fonts.add_stack({"mincho", {{face, font::Coverage::Japanese, 1.0, false}}});
        layout.area = {Length::pt(10), 25, 12, Length::pt(17), Length::pt(50), Length::pt(40)};
        layout.trim = {Length::pt(350), Length::pt(350)};
    }
    void add(std::string text) {
        style::ParagraphBlock block;
        block.text.text = std::move(text);
        auto const end = static_cast<std::uint32_t>(block.text.text.size());
        style::TextStyle style;
        style.stack = stack;
        style.size = layout.area.size;
        block.text.runs.push_back({0, end, style});
        block.text.pieces.push_back({0, end, {}});
        block.line.size = layout.area.size;
        block.line.first_indent = kOneEm;
        block.pitch = layout.area.pitch;
        document.blocks.push_back(std::move(block));
    }
};

} // namespace kumihan::test
