// Notes at the foot and in the margin, on material made by hand: a type area of 10 lines, 10 pt on 20 pt, whose last
// line ends at 190. A line of a note is 5 pt high, 10 pt after the one before; k of them are 10 k - 5 high. The notes
// stand 15 below the text (a gap of 10, half a character above them), and 2 apart (0.4 of their size).
#include "maker.h"

#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::flow;

namespace {

struct Maker : test::Maker {
    Maker() { layout.styles[static_cast<std::size_t>(spec::Role::SideNote)].size = Length::pt(10); }
    std::vector<line::SetLine>& text(std::size_t lines) {
        test::Maker::text(lines);
        return material.paragraphs.back().lines;
    }
    NoteId note(int lines, bool side = false) {
        SetNote note;
        for (int i = 0; i < lines; ++i) {
            note.pieces.push_back(LinePiece{});
            note.lines.push_back({static_cast<std::uint32_t>(i + 1), Length::pt(10 * i), Length::pt(10 * i + 5)});
        }
        note.extent = note.lines.back().end;
        note.side = side;
        material.notes.push_back(std::move(note));
        return NoteId{material.notes.size() - 1};
    }
};

// "0-3 n0[0-13]@65 | …": the lines of the first item on each page, the parts of notes and where the first stands.
std::string shape(page::SequencePlan const& plan) {
    std::string out;
    auto const number = [](auto value) { return std::to_string(value); };
    for (auto const& page : plan.pages) {
        if (!out.empty()) out += " | ";
        for (auto const& placed : page.placed)
            out += number(placed.line_begin) + "-" + number(placed.line_end) + " ";
        for (auto const& notes : page.notes) {
            for (auto const& part : notes.notes)
                out += "n" + number(part.note.value) + "[" + number(part.begin) + "-" + number(part.end) + "]";
            out += "@" + number(std::lround(notes.top.to_pt()));
        }
        while (!out.empty() && out.back() == ' ')
            out.pop_back();
    }
    return out;
}

} // namespace

TEST_CASE("a note that fits the page of its mark is not parted") {
    Maker m;
    m.text(10)[2].notes.push_back(m.note(10));
    // 95 high: text ends by 190 - 95 - 15 = 80, so after the fourth line (70).
    CHECK(shape(m.run()) == "0-4 n0[0-10]@95 | 4-10");
}

TEST_CASE("a long note goes on at the foot of the next page") {
    Maker m;
    m.text(10)[2].notes.push_back(m.note(20));
    // The third line ends at 50 and leaves 190 - 50 - 15 = 125: thirteen lines. Seven are left, 65 high, and leave
    // the next page 190 - 65 - 15 = 110: six lines.
    CHECK(shape(m.run()) == "0-3 n0[0-13]@65 | 3-9 n0[13-20]@125 | 9-10");
}

TEST_CASE("two lines of a parted note at least stand on either page") {
    for (auto const& [lines, expected] : {std::pair{5, "0-8 n0[0-3]@165 | 8-10 n0[3-5]@175"},
                                          {4, "0-8 n0[0-2]@175 | 8-10 n0[2-4]@175"},
                                          {3, "0-8 n0[0-3]@165 | 8-10"}}) {
        Maker m;
        m.text(10)[7].notes.push_back(m.note(lines)); // ends at 150: 25 are left, three lines
        CHECK(shape(m.run()) == expected);
    }
    Maker m;
    m.text(10)[8].notes.push_back(m.note(6)); // ends at 170: 5 are left, one line, too few
    CHECK(shape(m.run()) == "0-8 | 8-10 n0[0-6]@135");
}

TEST_CASE("what is left of a note stands before the notes of its page") {
    Maker m;
    auto& lines = m.text(12);
    lines[2].notes.push_back(m.note(20));
    lines[4].notes.push_back(m.note(2));
    // As above; the fifth line's note takes 2 + 15 more: 190 - 65 - 17 - 15 = 93 holds five lines.
    CHECK(shape(m.run()) == "0-3 n0[0-13]@65 | 3-8 n0[13-20]n1[0-2]@108 | 8-12");
}

TEST_CASE("no other note begins behind one that goes on") {
    Maker m;
    auto& lines = m.text(8);
    lines[2].notes.push_back(m.note(12)); // whole: 115 high, 190 - 115 - 15 = 60 holds three lines
    lines[3].notes.push_back(m.note(3));
    CHECK(shape(m.run()) == "0-3 n0[0-12]@75 | 3-8 n1[0-3]@165");
}

TEST_CASE("a note taller than two pages goes on until it ends, and text with it") {
    Maker m;
    m.text(2)[0].notes.push_back(m.note(40));
    // First 190 - 10 - 15 = 165: seventeen lines. A page it goes on to keeps two lines of text: 190 - 30 - 15 = 145,
    // fifteen lines; the last eight follow.
    CHECK(shape(m.run()) == "0-1 n0[0-17]@25 | 1-2 n0[17-32]@45 | n0[32-40]@115");
}

TEST_CASE("a repeated head does not bring its note again") {
    Maker m;
    NoteId const note = m.note(2);
    TableRun run;
    run.head.extent = Length::pt(20);
    m.material.tables.push_back(std::move(run));
    for (int i = 0; i < 12; ++i) {
        Box box;
        box.extent = Length::pt(20);
        if (i > 0) box.table = 0;
        box.last_row = i == 11;
        if (i == 0) box.notes.push_back(note);
        m.sequence().items.push_back({box, {}, {}, {}});
    }
    auto const plan = m.run();
    REQUIRE(plan.pages.size() == 2);
    CHECK(plan.pages[0].notes.size() == 1);
    CHECK(plan.pages[1].placed.front().repeated);
    CHECK(plan.pages[1].notes.empty());
}

TEST_CASE("notes at the end of the chapter take no room on the page of their mark") {
    Maker m;
    m.material.notes.emplace_back();
    m.text(10)[9].notes.push_back(NoteId{std::size_t{0}});
    CHECK(shape(m.run()) == "0-10");
}

TEST_CASE("side notes stand beside their marks and push each other apart") {
    Maker m;
    m.layout.notes.side_width = Length::pt(40);
    auto& lines = m.text(10);
    lines[1].notes.push_back(m.note(4, true)); // 35 high
    lines[2].notes.push_back(m.note(4, true));
    lines[9].notes.push_back(m.note(4, true));
    auto plan = m.run();
    CHECK(shape(plan) == "0-10"); // they take no room below the text
    page::place_side_notes(plan, m.sequence(), m.material, m.layout);
    auto const& side = plan.pages[0].side_notes;
    REQUIRE(side.size() == 3);
    // On one baseline with the second line: its em box begins at 20, the note's, half as high, 0.88 × 5 below.
    CHECK(side[0].top == Length::pt(20) + Length::pt(10).scaled(0.88) - Length::pt(5).scaled(0.88));
    CHECK(side[1].top == side[0].top + Length::pt(35) + Length::pt(5)); // below the one before, half an em apart
    CHECK(side[2].top == Length::pt(190 - 35));                         // up, to end with the page
    CHECK(!side[2].late);
}

TEST_CASE("side notes that a page cannot hold go over, and say so") {
    Maker m;
    m.layout.notes.side_width = Length::pt(40);
    auto& lines = m.text(12);
    lines[1].notes.push_back(m.note(12, true)); // 115 high: two of them need 235
    lines[2].notes.push_back(m.note(12, true));
    auto plan = m.run();
    page::place_side_notes(plan, m.sequence(), m.material, m.layout);
    REQUIRE(plan.pages.size() == 2);
    CHECK(plan.pages[0].side_notes.size() == 1);
    REQUIRE(plan.pages[1].side_notes.size() == 1);
    CHECK(plan.pages[1].side_notes[0].late);
    CHECK(plan.pages[1].side_notes[0].top == Length{});
}
