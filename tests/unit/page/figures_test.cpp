// Figures that ask for a place, on a type area of 10 lines, 10 pt on 20 pt: slot i begins at 20 i, a full page ends at 190.
#include "maker.h"
#include "page/book.h"
#include "page/paginate.h"
#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::flow;
using document::FigurePlace;
using test::shape;

namespace {

struct Pages : test::Maker {
    std::vector<Item>& items() { return sequence().items; }
    ParagraphIndex text(std::size_t lines) { return std::get<Text>(Maker::text(lines).what).paragraph; }
    Box& figure(FigurePlace place, double extent) {
        Box& box = std::get<Box>(Maker::box(extent).what);
        box.may_float = place != FigurePlace::Here;
        Sheet sheet;
        sheet.place = place;
        box.sheet = std::move(sheet);
        return box;
    }
    page::SequencePlan run(bool recto = true) { return page::paginate(sequence(), material, layout, recto); }
};

} // namespace

TEST_CASE("a figure for the head of the page goes above what the page holds, which moves by whole lines") {
    Pages p;
    p.text(3);
    p.figure(FigurePlace::Top, 45); // up to 45: the next line begins at 60
    p.text(5);
    CHECK(shape(p.run()) == "1@0 0[0-3]@60 2[0-4]@120 | 2[4-5]@0");
    SECTION("or to the next page, when that holds too much") {
        p.items().clear();
        p.text(8);
        p.figure(FigurePlace::Top, 45);
        p.text(4);
        CHECK(shape(p.run()) == "0[0-8]@0 2[0-2]@160 | 1@0 2[2-4]@60");
    }
}

TEST_CASE("a figure for the foot of the page stands there, the text ends above it") {
    Pages p;
    p.text(3);
    p.figure(FigurePlace::Bottom, 50); // 140 to 190, a line gap above it: lines end at 130, the end of slot 6
    p.text(6);
    CHECK(shape(p.run()) == "0[0-3]@0 2[0-4]@60 1@140 | 2[4-6]@0");
    SECTION("above the notes of the page") {
        SetNote note;
        note.extent = Length::pt(5);
        p.material.notes.push_back(std::move(note));
        p.material.paragraphs[0].lines[0].notes.push_back(NoteId{0u});
        // The notes take their 5 pt and a zone of a line gap and half an em: 190 − 20 − 50 = 120; lines end at 110
        CHECK(shape(p.run()) == "0[0-3]@0 2[0-3]@60 1@120 | 2[3-6]@0");
    }
    SECTION("on the next page, when there is no room") {
        p.items().clear();
        p.text(8);
        p.figure(FigurePlace::Bottom, 50);
        p.text(4);
        CHECK(shape(p.run()) == "0[0-8]@0 2[0-2]@160 | 2[2-4]@0 1@140");
    }
}

TEST_CASE("figures keep their order: what comes after a figure at the foot waits for the next page") {
    Pages p;
    p.text(2);
    p.figure(FigurePlace::Bottom, 50);
    p.figure(FigurePlace::Top, 30);
    p.figure(FigurePlace::Here, 20);
    p.text(5);
    auto const plan = p.run();
    CHECK(shape(plan) == "0[0-2]@0 4[0-5]@40 1@140 | 2@0 3@30");
    REQUIRE(plan.moved.size() == 1); // one page further on is no distance, but 「here」 was asked for
    CHECK(plan.moved[0].item == 3);
    CHECK(plan.moved[0].why == page::Moved::Why::Order);
}

TEST_CASE("a page of its own comes when the page at hand is full; text goes on before and behind it") {
    Pages p;
    p.text(3);
    p.figure(FigurePlace::Page, 190);
    p.text(12);
    CHECK(shape(p.run()) == "0[0-3]@0 2[0-7]@60 | 1@0 | 2[7-12]@0");
    SECTION("at the end of a chapter nothing follows it") {
        p.items().pop_back();
        CHECK(shape(p.run()) == "0[0-3]@0 | 1@0");
    }
}

TEST_CASE("a spread begins on a left-hand page") {
    Pages p;
    p.text(3);
    p.figure(FigurePlace::Spread, 190);
    p.text(20);
    auto const plan = p.run(); // the first page is a right-hand one: the second is right for it
    CHECK(shape(plan) == "0[0-3]@0 2[0-7]@60 | 1@0 | 1@0 | 2[7-17]@0 | 2[17-20]@0");
    CHECK(plan.pages[1].verso);
    CHECK(plan.pages[1].placed[0].line_begin == 0);
    CHECK(plan.pages[2].placed[0].line_begin == 1);
    CHECK(shape(p.run(false)) == "0[0-3]@0 2[0-7]@60 | 2[7-17]@0 | 1@0 | 1@0 | 2[17-20]@0");
    SECTION("and behind a blank page, when no text fills the page before it") {
        p.items().pop_back();
        std::vector<page::SequencePlan> plans{p.run(false)};
        plans.insert(plans.begin(), page::SequencePlan{});
        plans[0].pages.resize(1); // so that this chapter begins on a left-hand page
        p.material.sequences.insert(p.material.sequences.begin(), Sequence{});
        auto const order = page::imprint(plans, p.material, p.layout, 0).order;
        REQUIRE(order.size() == 5); // page 1, the text, a blank page, the spread
        CHECK(order[2].blank);
        CHECK(order[3].page == 1);
    }
}

TEST_CASE("lines stand beside a picture, which takes no room of its own") {
    Pages p;
    auto const first = p.text(2);
    (void)first;
    Box& box = p.figure(FigurePlace::Auto, 50);
    box.sheet->wrap = 0;
    box.may_float = false;
    auto const beside = p.text(5);
    Wrap wrap;
    wrap.paragraphs = {beside};
    wrap.extent = Length::pt(50);
    wrap.lines = 3; // 50 and a line gap of 10 are three lines of 20
    wrap.all = 5;
    p.material.wraps.push_back(wrap);
    CHECK(shape(p.run()) == "0[0-2]@0 1@40 2[0-5]@40");
    SECTION("both move on where the page does not hold it, and the page says how many lines it still has") {
        p.material.paragraphs[0].lines.resize(8);
        auto const plan = p.run();
        CHECK(shape(plan) == "0[0-8]@0 | 1@0 2[0-5]@0");
        REQUIRE(plan.wrap_asks.size() == 1);
        CHECK(plan.wrap_asks[0].lines == 2);
        p.material.wraps[0].skip = 2; // now two lines go before it
        CHECK(shape(p.run()) == "0[0-8]@0 2[0-2]@160 | 1@0 2[2-5]@0");
    }
    SECTION("what cannot stand beside begins below it") {
        p.material.paragraphs[beside].lines.resize(1);
        p.text(2); // not of the wrap's paragraphs: below 40 + 50, on slot 5
        CHECK(shape(p.run()) == "0[0-2]@0 1@40 2[0-1]@40 3[0-2]@100");
    }
    SECTION("lines that go over to the next page together ask not to be short there") {
        p.material.paragraphs[0].lines.resize(6);
        p.material.wraps[0].last_line_too = true; // four lines beside, slots 6 to 9; the last two of five go over
        std::get<Text>(p.items().back().what).push_penultimate = true;
        auto const plan = p.run();
        CHECK(shape(plan) == "0[0-6]@0 1@120 2[0-3]@120 | 2[3-5]@0");
        REQUIRE(plan.wrap_asks.size() == 1);
        CHECK(plan.wrap_asks[0].fewer == 1);
    }
    SECTION("one line alone below asks to stand beside too") {
        p.material.paragraphs[0].lines.resize(6); // lines 6, 7, 8 stand beside, slot 9 is left
        auto const plan = p.run();
        REQUIRE(plan.wrap_asks.size() == 1);
        CHECK(plan.wrap_asks[0].last_line_too);
    }
}

TEST_CASE("a figure over all columns waits behind one that waits for its own page, and the text goes on") {
    Pages p;
    p.columns(2); // twenty lines on a page
    p.text(5);
    p.figure(FigurePlace::Page, 190);
    p.figure(FigurePlace::Auto, 40);
    p.items().back().spans = true;
    p.text(20);
    auto const plan = p.run();
    REQUIRE(plan.pages.size() == 3);
    std::vector<int> times(4);
    for (auto const& page : plan.pages)
        for (auto const& placed : page.placed)
            times[placed.item] += placed.item == 3 ? static_cast<int>(placed.line_end - placed.line_begin) : 1;
    CHECK(times == std::vector<int>{1, 1, 1, 20}); // nothing comes twice where columns are laid once more
    REQUIRE(plan.pages[1].placed.size() == 1);
    CHECK(plan.pages[1].placed[0].item == 1);
    CHECK(plan.pages[2].placed[0].item == 2);
    // Five lines are left: three beside two.
    REQUIRE(plan.pages[2].placed.size() == 3);
    CHECK(plan.pages[2].placed[1].line_end - plan.pages[2].placed[1].line_begin == 3);
}

TEST_CASE("figures over all columns wait in their order to the end of a chapter") {
    Pages p;
    p.columns(2);
    p.text(15);
    p.figure(FigurePlace::Spread, 190);
    p.figure(FigurePlace::Auto, 150);
    p.items().back().spans = true;
    p.figure(FigurePlace::Auto, 150);
    p.items().back().spans = true;
    p.figure(FigurePlace::Auto, 30);
    auto const plan = p.run();
    std::vector<std::uint32_t> order;
    for (auto const& page : plan.pages)
        for (auto const& placed : page.placed)
            if (placed.item > 0) order.push_back(placed.item);
    CHECK(order == std::vector<std::uint32_t>{1, 1, 2, 3, 4});
}

TEST_CASE("a head whose figure moves on, with nothing else under it, goes with the figure") {
    Pages p;
    p.text(7);
    p.heading(1, 2);
    p.figure(FigurePlace::Auto, 60); // from 150 to 210
    p.items().push_back({PageBreak{}, {}, {}, {}});
    p.text(2);
    CHECK(shape(p.run()) == "0[0-7]@0 | 1@0 2@10 | 4[0-2]@0");
    SECTION("not where text goes on under it") {
        p.items().erase(p.items().begin() + 3);
        CHECK(shape(p.run()) == "0[0-7]@0 1@140 3[0-2]@160 | 2@0");
    }
}

TEST_CASE("a figure at the foot stands below its text where other columns begin") {
    Pages p;
    p.text(3); // to 50
    p.figure(FigurePlace::Bottom, 50);
    p.layout.columns.gap = Length::pt(20);
    p.items().push_back({NewFrames{flow::columns(p.layout, 2)}, {}, {}, {}});
    p.text(4);
    auto const plan = p.run();
    REQUIRE(plan.pages.size() == 1);
    REQUIRE(plan.pages[0].placed.size() >= 3);
    CHECK(plan.pages[0].placed[1].item == 1);
    CHECK(plan.pages[0].placed[1].top == Length::pt(60)); // a line gap below the text
    CHECK(plan.pages[0].placed[2].top > Length::pt(110));
}

TEST_CASE("a figure for the head of columns that begin far down waits for the next page") {
    Pages p;
    p.columns(2);
    p.box(130);
    p.items().back().spans = true;
    p.figure(FigurePlace::Top, 70); // from 130 or more to 200
    p.text(4);
    auto const plan = p.run();
    REQUIRE(plan.pages.size() == 2);
    CHECK(plan.pages[1].placed[0].item == 1);
    CHECK(plan.pages[1].placed[0].top == Length{});
}
