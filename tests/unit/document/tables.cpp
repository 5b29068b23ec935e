// Tables: cells joined, heads of several rows, cells with blocks, and CSV files as spreadsheets write them. Shown as one
// line: rows parted by " / ", heads before " // ", cells by " | ", joined cells as "2x3:text" and "." for what they cover.
#include "fixture.h"
#include "support/catch.h"

using namespace kumihan;
using namespace kumihan::document;

namespace {

std::string cell(TableCell const& one) {
    if (one.columns == 0) return ".";
    std::string out;
    if (one.columns * one.rows > 1) out = std::to_string(one.columns) + "x" + std::to_string(one.rows) + ":";
    if (one.blocks.size() == 1)
        if (auto const* p = std::get_if<Paragraph>(&one.blocks[0].what)) return out + shown::rich(p->text);
    return out + shown::blocks(one.blocks);
}

std::string table(Table const& one) {
    std::string out;
    for (auto const* rows : {&one.head, &one.rows}) {
        bool first = true;
        for (auto const& row : *rows) {
            if (!first) out += " / ";
            first = false;
            for (std::size_t c = 0; c < row.size(); ++c)
                out += (c > 0 ? " | " : "") + cell(row[c]);
        }
        if (rows == &one.head) out += " // ";
    }
    return out;
}

std::string const kHead = "kind: text\ntitle: x\ntables:\n";

struct Csv {
    Plan plan;
    explicit Csv(std::string bytes, std::string const& more = "") {
        plan.loader.add("plan/plan.yaml", "title: x\nchapters: [a.yaml]\n");
        plan.loader.add("plan/a.yaml", kHead + "  - file: t.csv\n" + more);
        plan.loader.add("plan/t.csv", std::move(bytes));
        plan.read();
    }
    std::string shown() { return table(plan.chapter().tables.at(0)); }
};

} // namespace

TEST_CASE("joined cells: across, down, both, and in heads of two rows") {
    Plan const plan(Files{{"a.yaml", kHead + "  - head:\n      - [甲, 乙, <]\n      - [^, 丙, 丁]\n    rows:\n      - [一, 二, <]\n"
                                             "      - [三, ^, <]\n      - [四, ＜, '＾']\n"}});
    // The last row's third cell stands under 二 and is none of its own: two cells that do not fit together.
    CHECK(plan.problems() == Problems{"a.yaml:8:13 TableJoinShape"});
    CHECK(table(plan.chapter().tables.at(0)) == "1x2:甲 | 2x1:乙 | . / . | 丙 | 丁 // 一 | 二 |  / 三 |  |  / 2x1:四 | . | ");
}

TEST_CASE("joins that have nothing to join") {
    Plan const plan(Files{{"a.yaml", kHead + "  - head: [甲, 乙]\n    rows:\n      - [<, ^]\n      - ['\\<', '\\^']\n"}});
    CHECK(plan.problems() == Problems{"a.yaml:6:10 TableJoin", "a.yaml:6:13 TableJoin"});
    CHECK(table(plan.chapter().tables.at(0)) == "甲 | 乙 //  |  / < | ^");
}

TEST_CASE("cells as objects, with blocks, and what does not belong in them") {
    Plan const plan(Files{{"a.yaml", kHead + "  - columns: [{width: 8字, align: decimal}, {width: 3cm}, {width: 2}]\n"
                                             "    rows:\n      - [{文: 甲, 揃え: 右, 見出し: はい}, 乙, 丙]\n      - - |\n          一。\n\n"
                                             "          - 二\n          - 三\n        - |\n          # 見出し\n        - {text: [x]}\n"
                                             "    note: [注一, 注二]\n    source: 出どころ\n"}});
    CHECK(plan.problems() == Problems{"a.yaml:13:11 TableCellBlock", "a.yaml:14:18 ExpectedText"});
    auto const& one = plan.chapter().tables.at(0);
    CHECK(table(one) == " // 甲 | 乙 | 丙 / p(一。) ul(li(p(二)) li(p(三))) |  | ");
    CHECK(one.rows[0][0].head);
    CHECK(one.rows[0][0].align == ColumnAlign::End);
    CHECK(one.columns[0].unit == WidthUnit::Character);
    CHECK(one.columns[0].align == ColumnAlign::Decimal);
    CHECK(one.columns[1].width == 30);
    CHECK(one.columns[1].unit == WidthUnit::Millimetre);
    CHECK(one.columns[2].unit == WidthUnit::Share);
    CHECK(one.notes.size() == 2);
    CHECK(one.source.text == "出どころ");
}

TEST_CASE("rows, file, widths: what contradicts itself or cannot be read") {
    Plan const plan(Files{{"a.yaml", kHead + "  - rows:\n      - [甲]\n    file: ../t.csv\n    columns: [{width: 3尺}]\n  - id: t\n"}});
    CHECK(plan.problems() == Problems{"a.yaml:6:11 PathOutsidePlan", "a.yaml:6:11 TableRowsTwice",
                                      "a.yaml:7:23 TableColumnWidth", "a.yaml:8:5 MissingKey"});
}

TEST_CASE("CSV: the first row is the head; quotes, line breaks, empty ends") {
    Csv csv("\xEF\xBB\xBF品目,\"数, 個\",,\r\n\"湯\r\nのみ\",\"\"\"大\"\"\",,\r\n<,^,,\r\n,,,\r\n\r\n");
    // Quotes that hold nothing but text, and joins as in YAML.
    CHECK(csv.plan.problems() == Problems{"t.csv:4:1 TableJoin"});
    CHECK(csv.shown() == "品目 | 数, 個 // 湯[br]のみ | 1x2:\"大\" /  | .");
    Csv plain("甲;乙\r1;\"2\"", "    head_rows: 0\n");
    CHECK(plain.plan.problems().empty());
    CHECK(plain.shown() == " // 甲 | 乙 / 1 | 2");
    Csv tabs("甲\t乙, 丙\n**一**\t[[二]]\n");
    CHECK(tabs.shown() == "甲 | 乙, 丙 // **一** | [[二]]"); // no markup
    Csv wide("数\n１，２３４．５\n－３\nＡ１\n");
    CHECK(wide.shown() == "数 // 1,234.5 / -3 / Ａ１");
}

TEST_CASE("CSV in Shift_JIS and UTF-16") {
    Csv sjis("\x8E\x81\x96\xBC,\x96\xF0\r\n\xFB\xFC\x8D\xE8,\x87\x40\r\n"); // 氏名,役 / 髙崎,①
    CHECK(sjis.plan.problems().empty());
    CHECK(sjis.shown() == "氏名 | 役 // 髙崎 | ①");
    Csv utf16(std::string("\xFF\xFE\x32\x75\t\0\x59\x4E\n\0\x31\0\t\0\x32\0", 16)); // 甲⇥乙⏎1⇥2
    CHECK(utf16.plan.problems().empty());
    CHECK(utf16.shown() == "甲 | 乙 // 1 | 2");
    Csv broken("\x8E\x81,\x81\n");
    CHECK(broken.plan.problems() == Problems{"t.csv:1:3 CsvEncoding"});
}

TEST_CASE("CSV: what is wrong is told with its place in that file") {
    CHECK(Csv("甲,乙\n1\n2,3,4\n").plan.problems() == Problems{"t.csv:2:1 TableRowLength", "t.csv:3:1 TableRowLength"});
    CHECK(Csv("甲,乙\n1,\"2\n3,4\n").plan.problems() == Problems{"t.csv:2:3 CsvQuoteOpen"});
    CHECK(Csv("甲,乙\n1,\"2\"x\n").plan.problems() == Problems{"t.csv:2:3 CsvQuoteText"});
    CHECK(Csv("甲\n1\x01\n").plan.problems() == Problems{"t.csv:2:2 YamlControlCharacter"});
    CHECK(Csv("").plan.problems() == Problems{"a.yaml:4:11 FileEmpty"});
    std::string many;
    for (int i = 0; i < 61; ++i)
        many += ",x";
    CHECK(Csv(many + "\n").plan.problems() == Problems{"t.csv:1:1 CsvTooLarge"});
    std::string rows;
    for (int i = 0; i < 5001; ++i)
        rows += "x\n";
    CHECK(Csv(rows).plan.problems() == Problems{"t.csv:5001:1 CsvTooLarge"});
    CHECK(Csv(std::string(3 << 20, 'x')).plan.problems() == Problems{"a.yaml:4:11 FileTooBig"});
}

TEST_CASE("CSV files lie within the plan") {
    Plan const plan(Files{{"a.yaml", kHead + "  - file: ../t.csv\n  - file: no.csv\n  - file: no.csv\n"}});
    CHECK(plan.problems() == Problems{"a.yaml:4:11 PathOutsidePlan", "a.yaml:5:11 FileMissing"});
}
