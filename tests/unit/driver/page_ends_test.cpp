// How pages end: pages of 12 lines of 25 characters, the first line of a paragraph holds 24.
#include "book.h"
#include "driver/page_ends.h"
#include "support/catch.h"

#include <memory>

using namespace kumihan;

namespace {

// So many characters that can be opened a little and not closed up.
std::string solid(std::size_t characters) {
    std::string out;
    for (std::size_t i = 0; i < characters; ++i)
        out += i % 2 == 0 ? "雪" : "道";
    return out;
}

// The same with a comma in each seven, which give up half an em each.
std::string with_commas(std::size_t characters) {
    std::string out;
    for (std::size_t i = 0; i < characters; ++i)
        out += i % 7 == 5 ? "、" : i % 2 == 0 ? "雪" : "道";
    return out;
}

struct Pages : test::Book {
    flow::Material material;

    explicit Pages(std::vector<std::string> const& texts) {
        document.blocks.push_back(style::SequenceStart{});
        for (auto const& text : texts)
            add(text);
        material = flow::compose(document, layout, fonts, sink);
    }
    flow::Sequence& sequence() { return material.sequences[0]; }
    std::size_t lines(std::size_t item) {
        return material.paragraphs[std::get<flow::Text>(sequence().items[item].what).paragraph].current().size();
    }
    // Behind item `behind`: one line, with two lines of what follows.
    void head(std::size_t behind) {
        flow::Box box;
        box.extent = layout.area.size;
        box.slots = 1;
        box.is_heading = true;
        flow::Item item;
        item.what = std::move(box);
        item.spacing.keep_next = 2;
        sequence().items.insert(sequence().items.begin() + static_cast<std::ptrdiff_t>(behind) + 1, std::move(item));
    }
    page::SequencePlan paginate() { return page::paginate(sequence(), material, layout); }
    driver::PageEnds ends(bool acceptable = true) {
        return {material, sequence(), layout, fonts, sink, true, [acceptable](page::SequencePlan const&) { return acceptable; }};
    }
    std::int64_t used(page::PagePlan const& page) { return driver::lines_used(page, sequence()); }
};

} // namespace

TEST_CASE("lines used: to the lowest thing on the page, whole lines") {
    Pages p({solid(24 + 25 + 10), solid(24)}); // three lines and one
    auto const plan = p.paginate();
    REQUIRE(plan.pages.size() == 1);
    CHECK(p.used(plan.pages[0]) == 4);
    p.head(1);
    CHECK(p.used(p.paginate().pages[0]) == 5);
    CHECK(p.used(page::PagePlan{}) == 0);
}

TEST_CASE("a page that stops a line short before a head is filled by a paragraph that has a line more") {
    // Three full lines and eight; the head and the two lines with it do not fit the one that is left.
    Pages p({solid(24 + 25 + 25), solid(24 + 25 * 6 + 12), solid(60)});
    p.head(1);
    REQUIRE(p.lines(0) == 3);
    REQUIRE(p.lines(1) == 8);
    auto const before = p.paginate();
    REQUIRE(before.pages.size() == 2);
    REQUIRE(p.used(before.pages[0]) == 11);
    SECTION("unless that spoils something") {
        auto const plan = p.ends(false).fill_before_heads(before);
        CHECK(p.used(plan.pages[0]) == 11);
        CHECK(p.lines(0) + p.lines(1) == 11);
    }
    SECTION("and the head still begins the next page") {
        auto const plan = p.ends().fill_before_heads(before);
        CHECK(p.used(plan.pages[0]) == 12);
        CHECK(p.lines(0) + p.lines(1) == 12);
        REQUIRE(plan.pages.size() == 2);
        CHECK(plan.pages[1].placed.front().item == 2);
    }
}

TEST_CASE("a page that is full, or far from it, is left alone") {
    Pages p({solid(24 + 25 + 25), solid(24 + 25 * 8), solid(60)}); // twelve lines
    p.head(1);
    auto const full = p.ends().fill_before_heads(p.paginate());
    CHECK(p.used(full.pages[0]) == 12);
    CHECK(p.lines(0) == 3);
    Pages q({solid(24 + 25 + 25), solid(24 + 25 * 3), solid(24 + 25 * 3)});
    q.head(1);
    flow::Item& head = q.sequence().items[2];
    head.spacing.keep_next = 5; // seven lines, and the head with its four do not fit: four lines are missing
    std::get<flow::Box>(head.what).slots = 2;
    std::get<flow::Box>(head.what).extent = q.layout.area.pitch + q.layout.area.size;
    auto const plan = q.ends().fill_before_heads(q.paginate());
    REQUIRE(plan.pages.size() == 2);
    CHECK(q.used(plan.pages[0]) == 7);
}

TEST_CASE("a last page of a line or two is spared by a paragraph with a line less") {
    Pages p({with_commas(24 + 25 + 25 + 3), solid(24 + 25 * 8)}); // four lines, three letters in the last, and nine
    REQUIRE(p.lines(0) == 4);
    auto const before = p.paginate();
    REQUIRE(before.pages.size() == 2);
    auto const plan = p.ends().spare_short_last_page(before);
    CHECK(plan.pages.size() == 1);
    CHECK(p.lines(0) == 3);
    SECTION("not where that spoils something") {
        Pages q({with_commas(24 + 25 + 25 + 3), solid(24 + 25 * 8)});
        CHECK(q.ends(false).spare_short_last_page(q.paginate()).pages.size() == 2);
        CHECK(q.lines(0) == 4);
    }
}

TEST_CASE("or it gets a third line from a paragraph with a line more") {
    Pages p({solid(24 + 25 * 8), solid(24 + 25 * 3 + 12)}); // nine full lines, which can only be opened, and five
    auto const before = p.paginate();
    REQUIRE(before.pages.size() == 2);
    REQUIRE(p.used(before.pages[1]) == 2);
    auto const plan = p.ends().spare_short_last_page(before);
    REQUIRE(plan.pages.size() == 2);
    CHECK(p.lines(0) == 10);
    CHECK(p.used(plan.pages[1]) == 3);
}

TEST_CASE("a last page of three lines is long enough") {
    Pages p({solid(24 + 25 * 8), solid(24 + 25 * 4 + 12)}); // nine and six
    auto const plan = p.ends().spare_short_last_page(p.paginate());
    CHECK(p.lines(0) == 9);
    CHECK(p.used(plan.pages[1]) == 3);
}
