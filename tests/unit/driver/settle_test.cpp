// settle() with the real fonts: paragraphs of random length, so that many pages would begin with a single last line.
#include "book.h"
#include "driver/settle.h"
#include "support/catch.h"

#include <random>

using namespace kumihan;

namespace {

struct Book : test::Book {
    Book() = default;
    Book(unsigned seed, std::size_t paragraphs) {
        document.blocks.push_back(style::SequenceStart{});
        std::mt19937 random(seed);
        for (std::size_t i = 0; i < paragraphs; ++i) {
            std::string text;
            std::size_t const characters = 20 + random() % 160;
            for (std::size_t c = 0; c < characters; ++c)
                text += c + 1 == characters ? "。" : random() % 12 == 0 ? "、" : random() % 3 == 0 ? "雪" : "の";
            add(std::move(text));
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

// Two columns of 12 lines, 12 letters each.
TEST_CASE("a short last line at a column's head moves on where a paragraph behind it can spare the line") {
    std::string plain; // the indent and 143 letters: 12 lines, and two signs for the next column
    for (int k = 0; k < 144; ++k) plain += "雪";
    plain += "。";
    // Lines with commas take one letter more by closing them up: ten lines or eleven.
    auto const run = [&](bool with_commas) {
        for (std::size_t letters = 110; letters < 150; ++letters) {
            Book book;
            book.layout.columns.gap = Length::pt(10);
            style::SequenceStart start;
            start.columns = 2;
            book.document.blocks.push_back(start);
            book.add(plain);
            std::string text;
            for (std::size_t c = 0; c < letters; ++c) text += with_commas && c % 5 == 4 ? "、" : "の";
            book.add(text + "る。");
            auto material = flow::compose(book.document, book.layout, book.fonts, book.sink);
            REQUIRE(material.paragraphs[0].lines.size() == 13);
            if (material.paragraphs[1].lines.size() != 11) continue;
            auto const before = page::paginate(material.sequences[0], material, book.layout);
            REQUIRE(before.pages.size() == 1);
            REQUIRE(before.widows.size() == 1);
            bool const may_spare = flow::relax(material, 1, -1, book.fonts, book.sink);
            flow::relax(material, 1, 0, book.fonts, book.sink);
            if (may_spare != with_commas) continue;
            auto const plans = driver::settle(material, book.layout, book.fonts, book.sink, 1);
            CHECK(plans[0].pages.size() == 1); // no page more in any case
            return plans[0].widows.size();
        }
        return std::size_t{99};
    };
    CHECK(run(true) == 0);
    CHECK(run(false) == 1);
}

TEST_CASE("a short last line stays at a column's head only where the chapter would need another page") {
    std::size_t before = 0, left = 0;
    std::vector<unsigned> seeds{297, 321, 459, 508}; // here a page more is needed for another reason, found out later
    for (unsigned seed = 1; seed <= 40; ++seed) seeds.push_back(seed);
    for (unsigned const seed : seeds) {
        Book book(seed, 40);
        book.layout.columns.gap = Length::pt(10);
        std::get<style::SequenceStart>(book.document.blocks.front()).columns = 2;
        auto material = flow::compose(book.document, book.layout, book.fonts, book.sink);
        auto const short_ones = [](page::SequencePlan const& plan) {
            std::vector<std::uint32_t> items;
            for (auto const& widow : plan.widows)
                if (widow.frame > 0 && widow.is_short) items.push_back(widow.item);
            return items;
        };
        before += short_ones(page::paginate(material.sequences[0], material, book.layout)).size();
        auto const plans = driver::settle(material, book.layout, book.fonts, book.sink, 1);
        for (std::uint32_t const item : short_ones(plans[0])) {
            ++left;
            auto& text = std::get<flow::Text>(material.sequences[0].items[item].what);
            text.push_penultimate = true;
            INFO("seed " << seed << ", item " << item);
            CHECK(page::paginate(material.sequences[0], material, book.layout).pages.size() > plans[0].pages.size());
            text.push_penultimate = false;
        }
    }
    CHECK(before > 30);
    CHECK(left < before / 10);
}

TEST_CASE("a chapter in columns does not end with a page of one line that a paragraph can spare") {
    auto const pages = [](bool with_commas) {
        for (std::size_t letters = 110; letters < 160; ++letters) {
            Book book;
            book.layout.columns.gap = Length::pt(10);
            style::SequenceStart start;
            start.columns = 2;
            book.document.blocks.push_back(start);
            std::string plain, text, last;
            for (int k = 0; k < 142; ++k) plain += "雪"; // the indent and 143 signs: a column
            for (std::size_t c = 0; c < letters; ++c) text += with_commas && c % 5 == 4 ? "、" : "の";
            book.add(plain + "。");
            book.add(text + "る。");
            book.add("おわり。");
            auto material = flow::compose(book.document, book.layout, book.fonts, book.sink);
            REQUIRE(material.paragraphs[0].lines.size() == 12);
            if (material.paragraphs[1].lines.size() != 12) continue;
            REQUIRE(page::paginate(material.sequences[0], material, book.layout).pages.size() == 2);
            bool const may_spare = flow::relax(material, 1, -1, book.fonts, book.sink);
            flow::relax(material, 1, 0, book.fonts, book.sink);
            if (may_spare != with_commas) continue;
            return driver::settle(material, book.layout, book.fonts, book.sink, 1)[0].pages.size();
        }
        return std::size_t{99};
    };
    CHECK(pages(true) == 1);
    CHECK(pages(false) == 2);
}
