// The paginator on material made by hand: a type area of 10 lines, 10 pt on 20 pt, so that every position can be
// checked by head. Slot i begins at 20 i; the last line of a full page ends at 9 × 20 + 10 = 190.
#include "page/paginate.h"

#include "maker.h"
#include "page/book.h"
#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::flow;
using kumihan::page::paginate;
using kumihan::test::Maker;
using kumihan::test::shape;

TEST_CASE("lines fill the slots and part between pages") {
    Maker m;
    m.text(7);
    m.text(6);
    CHECK(shape(m.run()) == "0[0-7]@0 1[0-3]@140 | 1[3-6]@0");
}

TEST_CASE("a heading takes its lines and keeps two lines with it") {
    Maker m;
    m.text(5);
    m.heading(3, 2);
    m.text(4);
    CHECK(shape(m.run()) == "0[0-5]@0 1@100 2[0-2]@160 | 2[2-4]@0");
}

TEST_CASE("a heading without room for its lines opens the next page") {
    Maker m;
    m.text(6);
    m.heading(3, 2); // slots 6-8, one line left: too few
    m.text(4);
    CHECK(shape(m.run()) == "0[0-6]@0 | 1@0 2[0-4]@60");
}

TEST_CASE("blank lines before a heading vanish at the head of a page") {
    Maker m;
    m.text(10);
    m.heading(2, 2).spacing.lines_before = 1;
    m.text(2);
    CHECK(shape(m.run()) == "0[0-10]@0 | 1@0 2[0-2]@40");
}

TEST_CASE("a single last line at the head of a page is reported") {
    Maker m;
    m.text(7);
    m.text(4);
    auto const plan = m.run();
    CHECK(shape(plan) == "0[0-7]@0 1[0-3]@140 | 1[3-4]@0");
    REQUIRE(plan.widows.size() == 1);
    CHECK(plan.widows[0].page == 1);
    CHECK(plan.widows[0].item == 1);
    SECTION("and cured by leaving the page one line short") {
        std::get<Text>(m.sequence().items[1].what).push_penultimate = true;
        auto const cured = m.run();
        CHECK(shape(cured) == "0[0-7]@0 1[0-2]@140 | 1[2-4]@0");
        CHECK(cured.widows.empty());
    }
}

TEST_CASE("where the last line goes over with a signature, the one before goes with it") {
    Maker m;
    m.text(5);
    Item& text = m.text(5);
    text.spacing.keep_next = 1;
    std::get<Text>(text.what).push_penultimate = true;
    m.text(1); // the signature: all ten slots are taken
    CHECK(shape(m.run()) == "0[0-5]@0 1[0-3]@100 | 1[3-5]@0 2[0-1]@40");
}

TEST_CASE("a head keeps what stands under it, not what stands under the next head") {
    Maker m;
    m.text(5);
    m.heading(1, 2); // slot 5
    m.text(1);       // slot 6: all that there is
    m.heading(1, 3); // slot 7, and only two lines left below
    m.text(5);
    CHECK(shape(m.run()) == "0[0-5]@0 1@100 2[0-1]@120 | 3@0 4[0-5]@20");
}

TEST_CASE("a figure without room moves to the head of the next page, text goes on") {
    Maker m;
    m.text(6);
    m.figure(90);
    m.text(7);
    // Lines 6-9 are filled by the text that follows; the figure ends at 90, the next slot begins at 100.
    CHECK(shape(m.run()) == "0[0-6]@0 2[0-4]@120 | 1@0 2[4-7]@100");
}

TEST_CASE("figures keep their order and come before the sequence ends") {
    Maker m;
    m.text(8);
    m.figure(150);
    m.figure(20);
    CHECK(shape(m.run()) == "0[0-8]@0 | 1@0 2@150");
}

TEST_CASE("a figure stands between lines with its room shared before and after") {
    Maker m;
    m.text(2);
    Item& figure = m.figure(32);
    std::get<Box>(figure.what).centre_leftover = true;
    figure.spacing.before = figure.spacing.after = Length::pt(10);
    m.text(1);
    // Text ends at 30, +10 = 40, figure 40-72, +10 = 82, next slot 100: 18 left over, 9 before and 9 after.
    CHECK(shape(m.run()) == "0[0-2]@0 1@49 2[0-1]@100");
}

TEST_CASE("notes take room at the foot of the page of their mark") {
    Maker m;
    NoteId const note = m.note(20);
    ParagraphIndex const index = std::get<Text>(m.text(10).what).paragraph;
    m.material.paragraphs[index].lines[2].notes.push_back(note);
    // Notes need 20 plus 10 (gap) and 5 (half a character) above: text must end by 155. The eighth line ends at
    // 7 × 20 + 10 = 150, the ninth would end at 170.
    auto const plan = m.run();
    CHECK(shape(plan) == "0[0-8]@0 | 0[8-10]@0");
    REQUIRE(plan.pages[0].notes.size() == 1);
    CHECK(plan.pages[0].notes[0].top == Length::pt(170));
    CHECK(plan.pages[0].notes[0].notes.size() == 1);
    CHECK(plan.pages[1].notes.empty());
}

TEST_CASE("a line whose note does not fit goes over with it") {
    Maker m;
    NoteId const note = m.note(40);
    ParagraphIndex const index = std::get<Text>(m.text(10).what).paragraph;
    m.material.paragraphs[index].lines[8].notes.push_back(note);
    auto const plan = m.run();
    CHECK(shape(plan) == "0[0-8]@0 | 0[8-10]@0");
    CHECK(plan.pages[0].notes.empty());
    CHECK(plan.pages[1].notes.size() == 1);
}

namespace {

// A head of 20 and rows of 20; `foot`: what closes a part.
void table(Maker& m, int rows, double foot) {
    TableRun run;
    run.head.extent = Length::pt(20);
    run.foot.extent = Length::pt(foot);
    if (foot > 0) run.foot.pieces.push_back(RulePiece{});
    m.material.tables.push_back(std::move(run));
    m.box(20).spacing.keep_next = 1;
    for (int i = 0; i < rows; ++i) {
        Item& item = m.box(20);
        auto& box = std::get<Box>(item.what);
        box.table = static_cast<std::uint32_t>(m.material.tables.size() - 1);
        box.last_row = i + 1 == rows;
        if (i == 0 || i + 2 == rows) item.spacing.keep_next = 1;
    }
}

} // namespace

TEST_CASE("the head of a table is repeated on its next page") {
    Maker m;
    m.text(6);
    table(m, 5, 0);
    // Text ends at 110; head 110, rows 130, 150 and 170 end at 190; the last two go over together under a second head.
    CHECK(shape(m.run()) == "0[0-6]@0 1@110 2@130 3@150 4@170 | 5r@0 5@20 6@40");
}

TEST_CASE("joined cells say again what they hold where their table goes on, with a head or without") {
    Maker m;
    m.text(6);
    table(m, 5, 0);
    for (Item& item : m.sequence().items)
        if (auto* box = std::get_if<Box>(&item.what); box && box->table) box->joined.push_back(LinePiece{});
    auto const plan = m.run();
    CHECK(shape(plan) == "0[0-6]@0 1@110 2@130 3@150 4@170 | 5r@0 5@20 5r@20 6@40");
    CHECK(plan.pages[1].placed[2].part == page::Placement::Part::Joined);
    m.material.tables[0].head.extent = {};
    CHECK(shape(m.run()) == "0[0-6]@0 1@110 2@130 3@150 4@170 | 5@0 5r@0 6@20");
}

TEST_CASE("a part of a table that goes on keeps room for what closes it") {
    Maker m;
    m.text(6);
    table(m, 6, 10);
    // Rows at 130 and 150 end at 170, the foot at 180; a third row would leave it no room.
    CHECK(shape(m.run()) == "0[0-6]@0 1@110 2@130 3@150 4r@170 | 4r@0 4@20 5@40 6@60 7@80");
}

TEST_CASE("a table moves on as a whole where two rows and the foot do not fit") {
    Maker m;
    m.text(7);
    table(m, 6, 10);
    // Text ends at 130; head 130, rows at 150 and 170 end at 190: nothing can close them.
    CHECK(shape(m.run()) == "0[0-7]@0 | 1@0 2@20 3@40 4@60 5@80 6@100 7@120");
}

TEST_CASE("a turned table has the pages after the one that it is called on") {
    Maker m;
    m.text(4);
    m.sequence().items.push_back({TurnedPages{std::vector<Box>(2)}, {}, {}, {}});
    m.text(10);
    CHECK(shape(m.run()) == "0[0-4]@0 2[0-6]@80 | 1[0-1]@0 | 1[1-2]@0 | 2[6-10]@0");
    Maker last;
    last.text(4);
    last.sequence().items.push_back({TurnedPages{std::vector<Box>(1)}, {}, {}, {}});
    CHECK(shape(last.run()) == "0[0-4]@0 | 1[0-1]@0");
}

TEST_CASE("what follows a fill stands at the foot") {
    Maker m;
    m.text(1);
    m.sequence().items.push_back({Fill{}, {}, {}, {}});
    m.box(30);
    m.box(40);
    CHECK(shape(m.run()) == "0[0-1]@0 2@120 3@150");
}

TEST_CASE("a box taller than the page is placed once and the paginator goes on") {
    Maker m;
    m.text(1);
    m.box(500);
    m.text(1);
    CHECK(shape(m.run()) == "0[0-1]@0 | 1@0 | 2[0-1]@0");
}

TEST_CASE("roman folios count the front, page 1 is a right-hand page") {
    Maker m;
    m.layout.folios.front = spec::FrontNumbers::Roman;
    m.sequence().start.front = true;
    m.text(1);
    m.material.sequences.emplace_back();
    m.sequence().frames = flow::columns(m.layout, 1);
    m.text(12);
    std::vector<page::SequencePlan> plans;
    for (auto const& sequence : m.material.sequences) plans.push_back(paginate(sequence, m.material, m.layout));
    auto const imprint = page::imprint(plans, m.material, m.layout, 0);
    std::string folios;
    for (std::size_t i = 0; i < imprint.folios.size(); ++i)
        folios += imprint.folios[i].printed + (imprint.order[i].blank ? "(blank) " : " ");
    CHECK(folios == "i ii(blank) 1 2 ");
    CHECK(page::roman(1994) == "mcmxciv");
}

// Two columns: 20 characters of 10 pt less a gap of 20 pt, 9 characters each; the second begins at 110.
TEST_CASE("columns fill one after the other, the last page's are equally long") {
    Maker m;
    m.columns(2);
    m.text(10);
    m.text(15);
    // 25 lines: 20 fill the first page, five are left: three and two.
    CHECK(shape(m.run()) == "0[0-10]@0 1[0-10]+110@0 | 1[10-13]@0 1[13-15]+110@0");
}

TEST_CASE("a head that spans the columns parts them: what is above is balanced, what is below begins anew") {
    Maker m;
    m.columns(2);
    m.text(5);
    m.heading(2, 2).spans = true;
    m.text(4);
    // Three and two lines, the head in slots 3 and 4, then two and two from slot 5.
    CHECK(shape(m.run()) == "0[0-3]@0 0[3-5]+110@0 1@60 2[0-2]@100 2[2-4]+110@100");
}

TEST_CASE("columns begin below a spanning head at the head of the page") {
    Maker m;
    m.columns(2);
    m.heading(3, 2).spans = true;
    m.text(20);
    // Slots 3 to 9: seven lines a column, 14 on the page; six lines are left.
    CHECK(shape(m.run()) == "0@0 1[0-7]@60 1[7-14]+110@60 | 1[14-17]@0 1[17-20]+110@0");
}

TEST_CASE("a chapter may change between one and two columns") {
    Maker m;
    m.columns(1);
    m.text(3);
    m.sequence().items.push_back({NewFrames{flow::columns(m.layout, 2)}, {}, {}, {}});
    m.text(4);
    m.sequence().items.push_back({NewFrames{flow::columns(m.layout, 1)}, {}, {}, {}});
    m.text(2);
    // One blank line between the parts: slot 3 stays free, and so does slot 6.
    CHECK(shape(m.run()) == "0[0-3]@0 2[0-2]@80 2[2-4]+110@80 4[0-2]@140");
}

TEST_CASE("columns may have a grid of their own, counted from the head of the area like the other") {
    Maker m;
    m.layout.columns.lines = 13; // 190 pt high: from line to line (190 − 10) / 12 = 15
    m.columns(1);
    m.text(3);
    m.sequence().items.push_back({NewFrames{flow::columns(m.layout, 2)}, {}, {}, {}});
    std::get<Text>(m.text(4).what).pitch = Length::pt(15);
    m.sequence().items.push_back({NewFrames{flow::columns(m.layout, 1)}, {}, {}, {}});
    m.text(2);
    // Text ends at 50; with 5 between lines and two thirds of a blank one, 65: the next of the closer lines stands at 75.
    // They end at 100; in the same way 120 is the first of the wider ones.
    CHECK(shape(m.run()) == "0[0-3]@0 2[0-2]@75 2[2-4]+110@75 4[0-2]@120");
}

TEST_CASE("a figure over all columns stands below what they hold") {
    Maker m;
    m.columns(2);
    m.text(5);
    m.figure(50).spans = true;
    m.text(4);
    // Three and two lines end at 50; the figure ends at 100.
    CHECK(shape(m.run()) == "0[0-3]@0 0[3-5]+110@0 1@50 2[0-2]@100 2[2-4]+110@100");
}

TEST_CASE("a figure over all columns that has no room waits for the head of the next page, the columns go on") {
    Maker m;
    m.columns(2);
    m.text(10);
    m.figure(150).spans = true;
    m.text(14);
    // Below the figure slots 8 and 9 are left.
    CHECK(shape(m.run()) == "0[0-10]@0 2[0-10]+110@0 | 1@0 2[10-12]@160 2[12-14]+110@160");
    SECTION("or stands on a page of its own where the text has ended") {
        m.sequence().items.pop_back();
        CHECK(shape(m.run()) == "0[0-5]@0 0[5-10]+110@0 | 1@0");
    }
}

namespace {

// Sequences of so many pages each, "v" for vertical lines; the order of pages as sequence.page, "-" for blank ones.
std::string order_of(bool right_bound, std::vector<std::pair<WritingMode, std::size_t>> const& sequences,
                     page::Imprint& imprint) {
    Maker m;
    m.material.sequences.clear();
    m.material.right_bound = right_bound;
    for (auto const& [mode, pages] : sequences) {
        m.material.sequences.emplace_back();
        m.sequence().frames = flow::columns(m.layout, 1);
        m.sequence().start.mode = mode;
        m.text(10 * pages);
    }
    std::vector<page::SequencePlan> plans;
    for (auto const& sequence : m.material.sequences) plans.push_back(paginate(sequence, m.material, m.layout));
    imprint = page::imprint(plans, m.material, m.layout, 0);
    std::string out;
    for (auto const& ref : imprint.order)
        out += ref.blank ? "- " : std::to_string(ref.sequence) + "." + std::to_string(ref.page) + " ";
    return out;
}

} // namespace

TEST_CASE("a vertical piece of two pages in a left-bound book begins on the right one of two facing pages") {
    auto const h = WritingMode::Horizontal, v = WritingMode::Vertical;
    page::Imprint imprint;
    // Page 1 is a right-hand page; 2 and 3 face each other, and the piece begins on 3.
    CHECK(order_of(false, {{h, 1}, {v, 2}, {h, 1}}, imprint) == "0.0 1.1 1.0 2.0 ");
    CHECK(imprint.reading == std::vector<std::uint32_t>{0, 2, 1, 3});
    CHECK(imprint.turned.empty());
    // Pages 3 and 4 do not face each other.
    CHECK(order_of(false, {{h, 2}, {v, 2}}, imprint) == "0.0 0.1 - 1.1 1.0 ");
    CHECK(imprint.reading == std::vector<std::uint32_t>{0, 1, 2, 4, 3});
    // One page fits anywhere; three cannot be exchanged and are named.
    CHECK(order_of(false, {{v, 1}, {h, 1}}, imprint) == "0.0 1.0 ");
    CHECK(imprint.reading.empty());
    CHECK(order_of(false, {{h, 1}, {v, 3}}, imprint) == "0.0 1.0 1.1 1.2 ");
    CHECK(imprint.turned == std::vector<std::uint32_t>{1});
}

TEST_CASE("in a right-bound book it is the horizontal piece that turns the other way") {
    auto const h = WritingMode::Horizontal, v = WritingMode::Vertical;
    page::Imprint imprint;
    CHECK(order_of(true, {{v, 5}, {h, 2}}, imprint) == "0.0 0.1 0.2 0.3 0.4 1.1 1.0 ");
    CHECK(imprint.turned.empty());
    CHECK(order_of(true, {{v, 1}, {h, 3}}, imprint) == "0.0 1.0 1.1 1.2 ");
    CHECK(imprint.turned == std::vector<std::uint32_t>{1});
}

TEST_CASE("notes stand at the foot of the column of their mark") {
    Maker m;
    m.columns(2);
    NoteId const note = m.note(20);
    ParagraphIndex const index = std::get<Text>(m.text(25).what).paragraph;
    m.material.paragraphs[index].lines[12].notes.push_back(note);
    // The second column ends at 150 (see above) and has eight lines.
    auto const plan = m.run();
    CHECK(shape(plan) == "0[0-10]@0 0[10-18]+110@0 | 0[18-22]@0 0[22-25]+110@0");
    REQUIRE(plan.pages[0].notes.size() == 1);
    CHECK(plan.pages[0].notes[0].at == Length::pt(110));
    CHECK(plan.pages[0].notes[0].top == Length::pt(170));
}

TEST_CASE("vertical tiers stop where the text ends") {
    Maker m;
    m.columns(2);
    m.sequence().frames.mode = WritingMode::Vertical;
    m.text(13);
    CHECK(shape(m.run()) == "0[0-10]@0 0[10-13]+110@0");
}

TEST_CASE("a figure that fits under a heading keeps it from being alone") {
    Maker m;
    m.text(4);
    m.heading(2, 2);
    m.figure(75);
    m.text(5);
    // Text ends at 70, the heading takes slots 4 and 5 and ends at 110, the figure fits from there to 185; no text would.
    CHECK(shape(m.run()) == "0[0-4]@0 1@80 2@110 | 3[0-5]@0");
}

TEST_CASE("a figure that moves on keeps no heading") {
    Maker m;
    m.text(6);
    m.heading(2, 2);
    m.figure(70);
    m.text(5);
    // Slots 6 and 7 end at 150: neither the figure nor two lines and the figure fit; two lines do, and stand there.
    CHECK(shape(m.run()) == "0[0-6]@0 1@120 3[0-2]@160 | 2@0 3[2-5]@80");
}

TEST_CASE("columns that were balanced in vain are as before, with the last line that stood alone in them") {
    Maker m;
    m.columns(2);
    m.box(10);
    m.text(10); // with the box eleven lines: the last one begins the second column
    m.figure(150).spans = true;
    m.text(20);
    // Balanced the columns end at 110, and the figure does not fit below: they stay as they were.
    auto const plan = m.run();
    CHECK(shape(plan).starts_with("0@0 1[0-9]@20 1[9-10]+110@0"));
    REQUIRE(plan.widows.size() == 1);
    CHECK(plan.widows[0].item == 1);
    CHECK(plan.widows[0].frame == 1);
}

TEST_CASE("a figure that waited for the page stands at its head in balanced columns too") {
    Maker m;
    m.columns(2);
    m.text(17);
    m.figure(100); // three lines are left
    m.text(10);
    // Five slots of the figure and seven lines: six a column. The text does not begin above the figure.
    CHECK(shape(m.run()) == "0[0-10]@0 0[10-17]+110@0 2[0-3]+110@140 | 1@0 2[3-4]@100 2[4-10]+110@0");
}

TEST_CASE("the last line that goes over below a figure at the page's head stays there when columns are balanced") {
    Maker m;
    m.columns(2);
    m.text(17);
    m.figure(100);
    m.text(4);
    m.text(6);
    auto const plan = m.run();
    // Of the second paragraph three lines end the page; above its last one stands the figure.
    CHECK(shape(plan) == "0[0-10]@0 0[10-17]+110@0 2[0-3]+110@140 | 1@0 2[3-4]@100 3[0-6]+110@0");
    CHECK(plan.widows.empty());
}
