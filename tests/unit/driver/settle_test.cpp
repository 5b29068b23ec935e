// settle() with the real fonts: paragraphs of random length, so that many pages would begin with a single last line.
#include "driver/settle.h"

#include "support/catch.h"

#include <random>

using namespace kumihan;

namespace {

struct Book {
    diag::Sink sink;
    font::FontLibrary fonts;
    spec::LayoutSpec layout;
    style::StyledDocument document;

    explicit Book(unsigned seed, std::size_t paragraphs) {
        std::filesystem::path const folder = std::filesystem::path(KUMIHAN_SOURCE_DIR) / "fonts";
        FontId const face = fonts.load(folder / "BIZUDMincho_400Regular.ttf", 0, {}, sink);
        FontStackId const stack = fonts.add_stack({"mincho", {{face, font::Coverage::Japanese, 1.0, false}}});
        layout.area = {Length::pt(10), 25, 12, Length::pt(17), Length::pt(50), Length::pt(40)};
        layout.trim = {Length::pt(350), Length::pt(350)};
        document.blocks.push_back(style::SequenceStart{});
        std::mt19937 random(seed);
        for (std::size_t i = 0; i < paragraphs; ++i) {
            style::ParagraphBlock block;
            std::size_t const characters = 20 + random() % 160;
            for (std::size_t c = 0; c < characters; ++c)
                block.text.text += c + 1 == characters ? "。" : random() % 12 == 0 ? "、" : random() % 3 == 0 ? "雪" : "の";
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
    }
};

std::size_t single_lines_at_heads(flow::Material const& material, std::vector<page::SequencePlan> const& plans) {
    std::size_t found = 0;
    for (std::size_t s = 0; s < plans.size(); ++s)
        for (std::size_t p = 1; p < plans[s].pages.size(); ++p) {
            auto const& first = plans[s].pages[p].placed.front();
            auto const* text = std::get_if<flow::Text>(&material.sequences[s].items[first.item].what);
            if (!text) continue;
            std::size_t const count = material.paragraphs[text->paragraph].current().size();
            if (count > 1 && first.line_begin + 1 == count) ++found;
        }
    return found;
}

} // namespace

TEST_CASE("no paragraph leaves its last line alone at the head of a page") {
    for (unsigned const seed : {1u, 2u, 3u}) {
        Book book(seed, 150);
        auto material = flow::compose(book.document, book.layout, book.fonts, book.sink);
        auto const before = page::paginate(material.sequences[0], material, book.layout);
        REQUIRE(before.widows.size() > 3); // without settling there are some: the test can fail
        auto const plans = driver::settle(material, book.layout, book.fonts, book.sink, 1);
        CHECK(single_lines_at_heads(material, plans) == 0);
        // Every line of every paragraph stands on some page, once and in order.
        std::vector<std::uint32_t> next(material.sequences[0].items.size(), 0);
        for (auto const& page : plans[0].pages)
            for (auto const& placed : page.placed) {
                CHECK(placed.line_begin == next[placed.item]);
                next[placed.item] = placed.line_end;
            }
        for (std::size_t i = 0; i < next.size(); ++i) {
            auto const& text = std::get<flow::Text>(material.sequences[0].items[i].what);
            CHECK(next[i] == material.paragraphs[text.paragraph].current().size());
        }
    }
}

TEST_CASE("where a layout fills its pages, single lines stay") {
    Book book(1, 150);
    book.layout.widows = spec::WidowPolicy::Fill;
    auto material = flow::compose(book.document, book.layout, book.fonts, book.sink);
    auto const plans = driver::settle(material, book.layout, book.fonts, book.sink, 1);
    CHECK(single_lines_at_heads(material, plans) > 0);
    for (std::size_t p = 0; p + 1 < plans[0].pages.size(); ++p) {
        std::uint32_t lines = 0;
        for (auto const& placed : plans[0].pages[p].placed) lines += placed.line_end - placed.line_begin;
        CHECK(lines == 12);
    }
}
