// Numbered tables that may part keep their order among all that floats. A type area of 10 lines, 10 pt on 20 pt: slot i
// begins at 20 i, a full page ends at 190.
#include "maker.h"
#include "page/paginate.h"
#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::flow;
using test::shape;

namespace {

struct Pages : test::Maker {
    std::vector<Item>& items() { return sequence().items; }
    Box& at(std::size_t i) { return std::get<Box>(items()[i].what); }
    // A caption of 10 and so many rows of 20.
    void table(std::uint32_t rows) {
        std::size_t const first = items().size();
        box(10).spacing.keep_next = 1;
        for (std::uint32_t i = 0; i < rows; ++i)
            box(20);
        at(first).parts = rows + 1;
        at(items().size() - 1).ends_table = true;
    }
    void turned() { items().push_back({TurnedPages{std::vector<Box>(1)}, {}, {}, {}}); }
};

} // namespace

TEST_CASE("a table that may part waits behind a figure that waits, and the text goes on") {
    Pages p;
    p.text(7);
    p.figure(80); // from 130 to 210
    p.table(6);
    p.text(5);
    CHECK(shape(p.run()) == "0[0-7]@0 9[0-3]@140 | 1@0 2@80 3@90 4@110 5@130 6@150 7@170 | 8@0 9[3-5]@20");
    SECTION("another figure behind it waits for it") {
        p.items().pop_back();
        p.figure(30); // from 20 to 50 below the table's last row
        p.text(5);
        CHECK(shape(p.run()) == "0[0-7]@0 10[0-3]@140 | 1@0 2@80 3@90 4@110 5@130 6@150 7@170 | 8@0 9@20 10[3-5]@60");
    }
    SECTION("and two tables come one after the other") {
        p.items().pop_back();
        p.table(3);
        p.text(5);
        CHECK(shape(p.run()) == "0[0-7]@0 13[0-3]@140 | 1@0 2@80 3@90 4@110 5@130 6@150 7@170 | "
                                "8@0 9@20 10@30 11@50 12@70 13[3-5]@100");
    }
}

TEST_CASE("where no text can go on, what waits is placed before the table") {
    Pages p;
    p.text(7);
    p.figure(80);
    p.table(5);
    CHECK(shape(p.run()) == "0[0-7]@0 | 1@0 2@80 3@90 4@110 5@130 6@150 7@170");
    SECTION("and the head above the table goes with it") {
        p.items().clear();
        p.text(7);
        p.figure(80);
        p.heading(1, 1);
        p.table(4);
        p.heading(1, 1);
        p.text(2);
        CHECK(shape(p.run()) == "0[0-7]@0 | 1@0 2@80 3@90 4@100 5@120 6@140 7@160 | 8@0 9[0-2]@20");
    }
}

TEST_CASE("columns that are made equally long keep the table that waited for them") {
    Pages p;
    p.columns(2);
    p.text(17); // ten lines and seven
    p.figure(80);
    p.table(8); // 80 to 190 holds the caption and five rows
    p.text(7);
    // Three lines fill the page; on the next one stand the figure, the table that parts between the columns, and the rest.
    auto const plan = p.run();
    REQUIRE(plan.pages.size() == 2);
    std::vector<std::uint32_t> order;
    for (auto const& placed : plan.pages[1].placed)
        order.push_back(placed.item);
    CHECK(order == std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
}

TEST_CASE("what is called behind a table turned on its side comes behind it") {
    Pages p;
    p.text(3);
    p.turned();
    p.figure(20);
    p.text(9);
    CHECK(shape(p.run()) == "0[0-3]@0 3[0-7]@60 | 1[0-1]@0 | 2@0 3[7-9]@20");
    SECTION("and it comes behind the figure that waited before it") {
        p.items().clear();
        p.text(7);
        p.figure(80);
        p.turned();
        p.text(12); // three lines, then two from 80, then one page more
        CHECK(shape(p.run()) == "0[0-7]@0 3[0-3]@140 | 1@0 3[3-9]@80 | 2[0-1]@0 | 3[9-12]@0");
    }
    SECTION("a table that may part waits as well") {
        p.items().clear();
        p.text(3);
        p.turned();
        p.table(2);
        p.text(9);
        CHECK(shape(p.run()) == "0[0-3]@0 5[0-7]@60 | 1[0-1]@0 | 2@0 3@10 4@30 5[7-9]@60");
    }
}
