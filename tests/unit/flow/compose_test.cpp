// Blocks to Material, with the A4 report: type area 444 × 684 pt (37 characters of 12 pt, 33 lines of 21 pt). What
// stands where follows from those numbers and the layout's styles; nothing here is taken from an output.

#include "chapter_flow.h"
#include "flow/table_widths.h"

#include <algorithm>
#include <string>

using namespace kumihan;
using namespace kumihan::flow;

namespace {

struct Flow : test::Flow {
    using test::Flow::Flow;

    // Items of one kind, in order; the chapter's opening is the first box.
    template <class T> std::vector<std::pair<Item const*, T const*>> all() const {
        std::vector<std::pair<Item const*, T const*>> out;
        for (auto const& item : material.sequences.at(0).items)
            if (auto const* one = std::get_if<T>(&item.what)) out.emplace_back(&item, one);
        return out;
    }
    std::string words(ParagraphIndex index) const { return material.paragraphs.at(index).source->text.text; }
    // The first line of the paragraph that says this, among a box's pieces.
    LinePiece const* piece(Box const& box, std::string const& text) const {
        for (auto const& one : box.pieces)
            if (auto const* line = std::get_if<LinePiece>(&one); line && line->line == 0 && words(line->paragraph) == text)
                return line;
        return nullptr;
    }
    LinePiece const& cell(std::string const& text) const {
        for (auto const& [item, box] : all<Box>())
            if (auto const* found = piece(*box, text)) return *found;
        FAIL("no cell " << text);
        throw;
    }
};

template <class T> std::vector<T> pieces(Box const& box) {
    std::vector<T> out;
    for (auto const& one : box.pieces)
        if (auto const* found = std::get_if<T>(&one)) out.push_back(*found);
    return out;
}

double at(Length length) { return length.to_pt(); }

style::Pictures picture(int width, int height) {
    return {{"p.jpg", {ImageId{0u}, width, height, false}}};
}
std::string const kFigure = "figures:\n  - {file: p.jpg, id: f, alt: 絵, width: ";

} // namespace

TEST_CASE("columns with weights share the measure by their weights") {
    Flow const flow("tables:\n  - {id: t, columns: [{width: 1}, {width: 2}], rows: [[甲, 乙]]}\nbody: |\n  [表:t]\n");
    // 444 / 3 = 148; cells of 9.5 pt are padded alike, so their texts stand as far apart as their columns.
    CHECK(at(flow.cell("乙").at - flow.cell("甲").at) == Approx(148).margin(0.01));
}

TEST_CASE("columns without widths fill the measure in proportion to their contents") {
    Flow const flow("tables:\n  - {id: t, width: full, rows: [[四文字の語を, 四文字の語を]]}\nbody: |\n  [表:t]\n");
    for (auto const& [item, box] : flow.all<Box>()) {
        if (!flow.piece(*box, "四文字の語を")) continue;
        auto const rules = pieces<RulePiece>(*box);
        REQUIRE(!rules.empty());
        CHECK(at(rules[0].width) == Approx(444).margin(0.01));
        auto const lines = pieces<LinePiece>(*box);
        REQUIRE(lines.size() == 2);
        CHECK(at(lines[1].at - lines[0].at) == Approx(222).margin(0.01)); // equal contents: half each
    }
}

TEST_CASE("columns of a table without rows stay within the measure") {
    Flow const flow("tables:\n  - {id: t, caption: 表, columns: [{width: 1}, {align: right}], rows: []}\nbody: |\n  [表:t]\n");
    for (auto const& [item, box] : flow.all<Box>())
        for (auto const& rule : pieces<RulePiece>(*box)) {
            CHECK(at(rule.at) >= -0.01);
            CHECK(at(rule.at + rule.width) <= 444.01);
        }
}

TEST_CASE("the head of a table that may part is repeated, its rows are not") {
    // More than six rows: the table is no single box any more.
    Flow const flow("tables:\n  - {id: t, head: [甲, 乙], rows: [[一, 二], [三, 四], [五, 六], [七, 八], [九, 十], "
                    "[百, 千], [万, 億]]}\nbody: |\n  [表:t]\n");
    int heads = 0, rows = 0;
    for (auto const& [item, box] : flow.all<Box>()) {
        if (auto const* line = flow.piece(*box, "甲")) heads += line->use == LinePiece::Use::First;
        if (flow.piece(*box, "三")) rows += box->table.has_value();
    }
    CHECK(heads == 1);
    CHECK(rows == 1);
    REQUIRE(flow.material.tables.size() == 1);
    auto const* again = flow.piece(flow.material.tables[0].head, "甲");
    REQUIRE(again);
    CHECK(again->use == LinePiece::Use::Again);
    CHECK(flow.piece(flow.material.tables[0].foot, "つづく"));
}

TEST_CASE("a table with little in it is as wide as that, in the middle of the measure") {
    Flow const flow("tables:\n  - {id: t, rows: [[一二三四, 甲]]}\nbody: |\n  [表:t]\n");
    // Characters of 9.5 pt, 0.6 em on each side of a cell: 5 × 9.5 + 4 × 5.7 = 70.3; (444 − 70.3) / 2 + 5.7 = 192.55.
    CHECK(at(flow.cell("一二三四").at) == Approx(192.55).margin(0.02));
    CHECK(at(flow.cell("甲").at - flow.cell("一二三四").at) == Approx(4 * 9.5 + 2 * 5.7).margin(0.02));
}

TEST_CASE("a short column stays on one line, the long one takes what is left") {
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += "雪";
    Flow const flow("tables:\n  - {id: t, rows: [[一二三四五六七八, " + text + "]]}\nbody: |\n  [表:t]\n");
    CHECK(at(flow.cell(text).at - flow.cell("一二三四五六七八").at) == Approx(8 * 9.5 + 2 * 5.7).margin(0.02));
    auto const& long_one = flow.material.paragraphs[flow.cell(text).paragraph];
    // 444 − 87.4 − 11.4 = 345.2: 36 whole characters.
    CHECK(at(long_one.measure) == Approx(36 * 9.5).margin(0.01));
}

TEST_CASE("two long columns share the measure by the fourth root of the cubes of what they hold") {
    std::string a, b;
    for (int i = 0; i < 160; ++i)
        a += "雪";
    for (int i = 0; i < 10; ++i)
        b += "夏";
    b += b; // 20
    b += b; // 40
    b += b; // 80
    Flow const flow("tables:\n  - {id: t, rows: [[" + a + ", " + b + "]]}\nbody: |\n  [表:t]\n");
    // 2^(3/4) = 1.682 : 1; 444 × 1.682 / 2.682 = 278.4
    CHECK(at(flow.cell(b).at - flow.cell(a).at) == Approx(278.4).margin(0.2));
}

TEST_CASE("figures of a column stand with their decimal points under each other") {
    Flow const flow("tables:\n  - {id: t, rows: [[甲, '1.5'], [乙, '12.25'], [丙, '100']]}\nbody: |\n  [表:t]\n");
    auto const width = [&](std::string const& text) {
        auto const& line = flow.material.paragraphs[flow.cell(text).paragraph].current().front();
        return at(line.end - line.begin);
    };
    // A digit of this face is half an em: 4.75 pt. The integers end together.
    double const digit = width("100") / 3;
    CHECK(at(flow.cell("1.5").at - flow.cell("12.25").at) == Approx(digit).margin(0.02));
    CHECK(at(flow.cell("12.25").at - flow.cell("100").at) == Approx(digit).margin(0.02));
}

TEST_CASE("cells joined down and across: heights, and no rule within") {
    Flow const flow("tables:\n  - {id: t, look: grid, rows: [[甲, 乙, <], [^, 丙, 丁]]}\nbody: |\n  [表:t]\n");
    for (auto const& [item, box] : flow.all<Box>()) {
        if (!flow.piece(*box, "甲")) continue;
        // Two rows of 9.5 + 2 × 4.275 = 18.05.
        CHECK(at(box->extent) == Approx(36.1).margin(0.02));
        Length const line = flow.cell("丙").baseline - flow.cell("乙").baseline;
        CHECK(at(line) == Approx(18.05).margin(0.02));
        // 甲 stands in the middle of both.
        CHECK(at(flow.cell("甲").baseline - flow.cell("乙").baseline) == Approx(9.025).margin(0.02));
        int down = 0, across = 0;
        for (auto const& rule : pieces<RulePiece>(*box)) {
            bool const light = rule.color == flow.layout.tables.looks[2].light_color;
            if (light && rule.width < rule.height) ++down;
            if (light && rule.width > rule.height) ++across;
        }
        CHECK(down == 2);   // behind 甲 over both rows, behind 丙 in the second
        CHECK(across == 1); // under 乙 only
    }
}

TEST_CASE("readings over a row's first line are clear of the rule above it, for all its cells") {
    Flow const flow("tables:\n  - {id: t, rows: [[甲, 乙], [｜丙《へい》, 丁], [戊, 己]]}\nbody: |\n  [表:t]\n");
    // Rows of 18.05; readings of 4.75 and a quarter of that, less the padding of 4.275, are 1.6625 more.
    CHECK(at(flow.cell("丁").baseline - flow.cell("乙").baseline) == Approx(18.05 + 1.6625).margin(0.02));
    CHECK(flow.cell("丙").baseline == flow.cell("丁").baseline);
    CHECK(at(flow.cell("己").baseline - flow.cell("丁").baseline) == Approx(18.05).margin(0.02));
}

TEST_CASE("a paragraph is not set longer or shorter where that leaves a character alone in its last line") {
    std::string body;
    for (int n = 36; n < 120; ++n) { // sentences of one clause more each
        body += "  ";
        for (int i = 0; i < n; ++i)
            body += i % 7 == 6 ? "、" : "字";
        body += "。\n\n";
    }
    Flow flow("body: |\n" + body);
    int done = 0;
    for (auto const& [item, text] : flow.all<Text>())
        for (int const lines : {-1, 1}) {
            if (!relax(flow.material, text->paragraph, lines, flow.fonts, flow.sink)) continue;
            ++done;
            auto const& last = flow.material.paragraphs[text->paragraph].current().back();
            CHECK(at(last.end - last.begin) >= 24);
            relax(flow.material, text->paragraph, 0, flow.fonts, flow.sink);
        }
    CHECK(done > 0);
}

TEST_CASE("a table over all columns has the measure of the page") {
    auto const widest = [](std::string const& more) {
        Flow const flow("columns: 2\ntables:\n  - {id: t, width: full" + more + ", rows: [[甲, 乙], [丙, 丁]]}\nbody: |\n  [表:t]\n");
        for (auto const& [item, box] : flow.all<Box>()) {
            if (!flow.piece(*box, "甲")) continue;
            CHECK(item->spans == !more.empty());
            Length out;
            for (auto const& rule : pieces<RulePiece>(*box)) out = std::max(out, rule.width);
            return at(out);
        }
        return 0.0;
    };
    CHECK(widest("") == Approx(204).margin(0.01)); // 17 characters of 12 pt
    CHECK(widest(", spans: true") == Approx(444).margin(0.01));
}

TEST_CASE("marks and short words stand in the middle of their column, with those under the same head") {
    Flow const flow("tables:\n  - {id: t, head: [[項目, 年度, <, 備考], [^, 一年め, 二年め, ^]], rows: [[甲, 検討, 準備, ○は済み], "
                    "[乙, 実施, →, 長い言葉なので中央には置きません]]}\nbody: |\n  [表:t]\n");
    auto const align = [&](std::string const& text) {
        return flow.material.paragraphs[flow.cell(text).paragraph].source->line.align;
    };
    CHECK(align("→") == style::Align::Center);
    CHECK(align("準備") == style::Align::Center);
    CHECK(align("検討") == style::Align::Center);
    CHECK(align("乙") != style::Align::Center);
    CHECK(align("○は済み") != style::Align::Center);
}

TEST_CASE("columns that can not all have what is fair keep the words of their rows before those of their heads") {
    auto const need = [](double least, double rows, double fair) {
        ColumnNeed out;
        out.least = Length::pt(least);
        out.word = Length::pt(20);
        out.rows = Length::pt(rows);
        out.fair = out.tight = Length::pt(fair);
        out.most = Length::pt(200);
        out.weight = 1;
        return out;
    };
    // 40 + 20 + 20 for the rows; what is left of 100 goes to the heads that want more, alike.
    auto const made = column_widths({need(10, 40, 40), need(10, 20, 60), need(10, 20, 60)}, Length::pt(100), 0, {});
    REQUIRE(made.widths.size() == 3);
    CHECK(at(made.widths[0]) == Approx(40).margin(0.01));
    CHECK(at(made.widths[1]) == Approx(30).margin(0.01));
    CHECK(at(made.widths[2]) == Approx(30).margin(0.01));
}

TEST_CASE("what a cell joined over many rows says stands at the head of each page, as an artifact") {
    // Half a page is 342 pt, 18 rows of 18.05: 20 rows may part.
    std::string rows = "[甲, 一1, 乙]";
    for (int i = 2; i <= 20; ++i)
        rows += ", [^, 一" + std::to_string(i) + ", " + (i == 20 ? "丙" : "^") + "]";
    Flow const flow("tables:\n  - {id: t, rows: [" + rows + "]}\nbody: |\n  [表:t]\n");
    CHECK(flow.cell("甲").use == LinePiece::Use::First);
    for (auto const& [item, box] : flow.all<Box>()) {
        if (flow.piece(*box, "一1")) {
            CHECK(box->joined.empty());
            CHECK(item->spacing.keep_next == 1);
        }
        if (flow.piece(*box, "一18")) CHECK(item->spacing.keep_next == 1); // 乙 has one row more
        if (flow.piece(*box, "一10")) {
            CHECK(item->spacing.keep_next == 0);
            REQUIRE(box->joined.size() == 2);
            auto const& again = std::get<LinePiece>(box->joined[0]);
            CHECK(flow.words(again.paragraph) == "甲");
            CHECK(again.use == LinePiece::Use::Again);
            CHECK(at(again.baseline) == Approx(at(flow.piece(*box, "一10")->baseline)));
        }
        if (flow.piece(*box, "一20")) {
            CHECK(box->joined.size() == 1); // 丙 stands where 乙 has ended
            CHECK(item->spacing.keep_next == 0);
        }
    }
}

TEST_CASE("a tint of a joined cell ends with the page") {
    std::string rows = "[甲, 一1]";
    for (int i = 2; i <= 20; ++i)
        rows += ", [^, 一" + std::to_string(i) + "]";
    Flow const flow("tables:\n  - {id: t, look: grid, head_columns: 1, rows: [" + rows + "]}\nbody: |\n  [表:t]\n");
    int rows_with_tint = 0;
    for (auto const& [item, box] : flow.all<Box>())
        for (auto const& rule : pieces<RulePiece>(*box))
            if (rule.ground) {
                ++rows_with_tint;
                CHECK(at(rule.top + rule.height) <= at(box->extent) + 0.01);
            }
    CHECK(rows_with_tint == 20);
}

TEST_CASE("a row that no page holds is split between its lines") {
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += "雪";
    Flow const flow("tables:\n  - {id: t, rows: [[甲, " + text + "], [乙, 丙]]}\nbody: |\n  [表:t]\n");
    auto const told = flow.sink.take_ordered().shown;
    REQUIRE(told.size() == 1);
    CHECK(told[0].code == diag::Code::TableRowSplit);
    int parts = 0;
    std::size_t lines = 0;
    double whole = 0;
    auto const& cell = flow.layout.style(spec::Role::TableCell);
    for (auto const& [item, box] : flow.all<Box>()) {
        if (!box->table) continue;
        // Four lines, or at the end up to six: they fill what a page has left.
        CHECK(at(box->extent) <= at(cell.pitch) * 7);
        ++parts;
        std::size_t of_part = 0;
        for (auto const& line : pieces<LinePiece>(*box))
            of_part += flow.words(line.paragraph) == text;
        lines += of_part;
        if (of_part > 0) whole += at(box->extent);
    }
    CHECK(parts >= 3);
    // Set on one page the parts are as high as the row was.
    CHECK(whole >= at(cell.pitch) * static_cast<double>(lines));
    CHECK(whole <= at(cell.pitch) * static_cast<double>(lines + 1));
    CHECK(lines == flow.material.paragraphs[flow.cell(text).paragraph].current().size());
}

TEST_CASE("a turned table has the height of the page for its measure") {
    Flow const flow("tables:\n  - {id: t, turned: true, width: full, rows: [[甲, 乙], [丙, 丁]]}\nbody: |\n  [表:t]\n");
    auto const found = flow.all<TurnedPages>();
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].second->pages.size() == 1);
    auto const rules = pieces<RulePiece>(found[0].second->pages[0]);
    REQUIRE(!rules.empty());
    CHECK(at(rules[0].width) == Approx(at(flow.layout.area.height())).margin(0.01));
}

TEST_CASE("a figure has the width asked for and the height of its picture") {
    Flow const flow(kFigure + "2/3}\nbody: |\n  [図:f]\n", picture(1200, 600));
    std::vector<PicturePiece> found;
    for (auto const& [item, box] : flow.all<Box>())
        for (auto const& one : pieces<PicturePiece>(*box))
            found.push_back(one);
    REQUIRE(found.size() == 1);
    CHECK(at(found[0].width) == Approx(296).margin(0.01)); // 444 × 2/3
    CHECK(at(found[0].height) == Approx(148).margin(0.01));
    CHECK(at(found[0].at) == Approx(74).margin(0.01)); // centred
}

TEST_CASE("a figure too tall for its share of the page becomes smaller, not squashed") {
    Flow const flow(kFigure + "full}\nbody: |\n  [図:f]\n", picture(1000, 2000));
    for (auto const& [item, box] : flow.all<Box>())
        for (auto const& one : pieces<PicturePiece>(*box)) {
            CHECK(at(one.height) == Approx(684 * 0.48).margin(0.5)); // figures.max_height
            CHECK(at(one.height) == Approx(at(one.width) * 2).margin(0.01));
        }
}

TEST_CASE("items of a list hang: the bullet one em in, the text another em") {
    Flow const flow("body: |\n  - 雪かき\n");
    auto const texts = flow.all<Text>();
    REQUIRE(texts.size() == 1);
    REQUIRE(texts[0].second->label);
    CHECK(flow.words(*texts[0].second->label) == "・");
    CHECK(at(texts[0].second->label_at) == Approx(12)); // list-item: start_indent 1
    auto const& runs = flow.material.paragraphs[texts[0].second->paragraph].lines.at(0).runs;
    CHECK(at(runs.at(0).at) == Approx(24)); // and a bullet's em
}

TEST_CASE("a number stands half an em in while it has one digit, its text hangs by two ems") {
    Flow const flow("body: |\n  1. 一\n  2. 二\n");
    auto const texts = flow.all<Text>();
    REQUIRE(texts.size() == 2);
    CHECK(flow.words(*texts[1].second->label) == "2.");
    CHECK(at(texts[0].second->label_at) == Approx(18));
    CHECK(at(flow.material.paragraphs[texts[0].second->paragraph].lines.at(0).runs.at(0).at) == Approx(36));
}

TEST_CASE("headings take whole lines and keep what follows") {
    Flow const flow("body: |\n  # 節\n\n  雪の朝。\n");
    bool found = false;
    for (auto const& [item, box] : flow.all<Box>()) {
        if (!box->is_heading || item == &flow.material.sequences[0].items[0]) continue; // the opening is one too
        found = true;
        CHECK(box->slots == 2); // heading-1: lines 2, lines_before 1, keep_next 2
        CHECK(item->spacing.lines_before == 1);
        CHECK(item->spacing.keep_next == 2);
    }
    CHECK(found);
}

TEST_CASE("a paragraph is indented by one em, after an opening bracket too") {
    Flow const flow("body: |\n  雪の朝。\n\n  「雪」の朝。\n");
    auto const texts = flow.all<Text>();
    REQUIRE(texts.size() == 2);
    auto const first = [&](std::size_t i) -> line::GlyphRun const& {
        return flow.material.paragraphs[texts[i].second->paragraph].lines.at(0).runs.at(0);
    };
    CHECK(at(first(0).at) == Approx(12));
    // 全角天付き: the bracket's ink, the right half of its em, stands one em in; its glyph begins half an em before.
    CHECK(at(first(1).at) == Approx(6));
}

TEST_CASE("notes belong to the item that calls them and are numbered within the chapter") {
    Flow const flow("body: |\n  雪[^a]と坂[^b]。\n\n  [^a]: 一つめ。\n  [^b]: 二つめ。\n");
    CHECK(flow.material.notes.size() == 2);
    auto const texts = flow.all<Text>();
    REQUIRE(texts.size() == 1);
    std::size_t called = 0;
    for (auto const& line : flow.material.paragraphs[texts[0].second->paragraph].lines)
        called += line.notes.size();
    CHECK(called == 2);
    // The number first, then the words: the order in which a screen reader speaks them.
    auto const& note = flow.material.notes[0].pieces;
    REQUIRE(note.size() >= 2);
    CHECK(flow.words(std::get<LinePiece>(note[0]).paragraph) == "1)");
    CHECK(flow.words(std::get<LinePiece>(note[1]).paragraph) == "一つめ。");
}

TEST_CASE("a forced page break and the end of a chapter are items of their own") {
    Flow const flow("body: |\n  一。\n\n  [改ページ]\n\n  二。\n");
    CHECK(flow.all<PageBreak>().size() == 1);
    CHECK(flow.material.sequences.size() == 1);
}

TEST_CASE("the result does not depend on the number of threads") {
    Flow one("body: |\n  雪の朝、玄関の戸を開けると、道がもう空いていることがあります。\n\n  坂の上から港を望む。\n");
    auto const many = compose(one.styled, one.layout, one.fonts, one.sink, {4});
    REQUIRE(many.paragraphs.size() == one.material.paragraphs.size());
    for (std::size_t p = 0; p < many.paragraphs.size(); ++p) {
        REQUIRE(many.paragraphs[p].lines.size() == one.material.paragraphs[p].lines.size());
        for (std::size_t l = 0; l < many.paragraphs[p].lines.size(); ++l)
            CHECK(many.paragraphs[p].lines[l].fit.set == one.material.paragraphs[p].lines[l].fit.set);
    }
}
