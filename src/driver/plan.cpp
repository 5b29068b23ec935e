#include "driver/plan.h"

#include "driver/page_ends.h"
#include "source/display_width.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace kumihan::driver {

using namespace flow;
using page::PagePlan;

namespace {

using Json = nlohmann::ordered_json;

struct Row {
    std::string folio, chapter;
    bool recto = false, blank = false, opening = false;
    std::vector<std::string> heads; // of sections that begin here
    int figures = 0, tables = 0, notes = 0;
    std::int64_t lines = 0, of = 0; // used, of the grid
};

class Table {
public:
    Table(page::Imprint const& imprint, std::vector<page::SequencePlan> const& plans, Material const& material,
          style::StyledDocument const& document, PlanOptions const& options)
        : imprint_(imprint), plans_(plans), material_(material), document_(document), options_(options) {}

    std::vector<Row> rows() const {
        std::vector<Row> out;
        for (std::size_t i = 0; i < imprint_.order.size(); ++i)
            out.push_back(row(i));
        for (style::OutlineEntry const& entry : document_.outline) {
            if (entry.level < 2 || entry.anchor.value >= imprint_.page_of_anchor.size()) continue;
            std::uint32_t const at = imprint_.page_of_anchor[entry.anchor.value];
            if (at < out.size() && entry.level <= 3) out[at].heads.push_back(entry.title);
        }
        return out;
    }

private:
    Row row(std::size_t index) const {
        page::PageRef const ref = imprint_.order[index];
        Row out;
        out.folio = imprint_.folios[index].printed;
        out.recto = (index % 2 == 0) != imprint_.right_bound; // on the right
        out.blank = ref.blank;
        if (ref.blank) return out;
        Sequence const& sequence = material_.sequences[ref.sequence];
        PagePlan const& plan = plans_[ref.sequence].pages[ref.page];
        out.chapter = sequence.start.head_even.empty() ? sequence.start.chapter_file : sequence.start.head_even;
        out.opening = ref.page == 0;
        count(sequence, plan, out);
        for (page::NotesPlan const& notes : plan.notes)
            out.notes += static_cast<int>(notes.notes.size());
        out.notes += static_cast<int>(plan.side_notes.size());
        return out;
    }

    void count(Sequence const& sequence, PagePlan const& plan, Row& out) const {
        for (page::Placement const& placed : plan.placed) {
            Item const& item = sequence.items[placed.item];
            auto const pictures = [](std::vector<Piece> const& pieces) {
                return static_cast<int>(std::count_if(pieces.begin(), pieces.end(), [](Piece const& piece) {
                    return std::holds_alternative<PicturePiece>(piece);
                }));
            };
            if (placed.repeated) continue;
            if (auto const* box = std::get_if<Box>(&item.what)) {
                out.figures += pictures(box->pieces);
                // A spread's picture is counted where it begins.
                if (box->sheet && placed.line_begin == 0) out.figures += pictures(box->sheet->on_trim);
                if (begins_table(sequence, placed.item)) ++out.tables;
            } else if (std::holds_alternative<TurnedPages>(item.what)) {
                if (placed.line_begin == 0) ++out.tables;
            } else if (auto const* cover = std::get_if<CoverPage>(&item.what)) {
                out.figures += pictures(cover->pieces);
            }
        }
        out.lines = lines_used(plan, sequence);
        out.of = (plan.frames.extent - plan.frames.size).units() / plan.frames.pitch.units() + 1;
    }

    static bool is_table_part(Item const& item) {
        auto const* box = std::get_if<Box>(&item.what);
        return box && box->table;
    }
    static bool begins_table(Sequence const& sequence, std::uint32_t item) {
        return is_table_part(sequence.items[item]) && (item == 0 || !is_table_part(sequence.items[item - 1]));
    }

    page::Imprint const& imprint_;
    std::vector<page::SequencePlan> const& plans_;
    Material const& material_;
    style::StyledDocument const& document_;
    PlanOptions const& options_;
};

std::size_t missing(std::size_t pages, std::size_t multiple) { return (multiple - pages % multiple) % multiple; }

double tenths(double value) { return std::round(value * 10) / 10; }

std::string cut(std::string const& text, std::size_t width) {
    if (source::display_width(text) <= width) return text;
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t next = i + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80)
            ++next;
        if (source::display_width(out) + source::display_width(text.substr(i, next - i)) + 2 > width) break;
        out.append(text, i, next - i);
        i = next;
    }
    return out + "…";
}

std::string padded(std::string const& text, std::size_t width, bool right) {
    std::size_t const used = source::display_width(text);
    std::string const space(width > used ? width - used : 0, ' ');
    return right ? space + text : text + space;
}

std::string json(std::vector<Row> const& rows, spec::LayoutSpec const& layout, style::StyledDocument const& document,
                 PlanOptions const& options) {
    Json pages = Json::array();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Row const& row = rows[i];
        Json one = {{"page", i + 1}, {"folio", row.folio}, {"side", row.recto ? "right" : "left"}, {"blank", row.blank}};
        if (options.signature > 0) one["signature"] = i / static_cast<std::size_t>(options.signature) + 1;
        if (!row.blank) {
            one["chapter"] = row.chapter;
            one["opening"] = row.opening;
            one["heads"] = row.heads;
            one["figures"] = row.figures;
            one["tables"] = row.tables;
            one["notes"] = row.notes;
            one["lines"] = row.lines;
            one["lines_of_page"] = row.of;
        }
        pages.push_back(std::move(one));
    }
    Json to_add;
    for (std::size_t const multiple : {std::size_t{4}, std::size_t{8}, std::size_t{16}})
        to_add[std::to_string(multiple)] = missing(rows.size(), multiple);
    Json const all = {{"title", document.metadata.title},
                      {"trim_mm", {tenths(layout.trim.width.to_mm()), tenths(layout.trim.height.to_mm())}},
                      {"pages_total", rows.size()},
                      {"to_add_for_multiple_of", to_add},
                      {"pages", pages}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

constexpr std::size_t kChapterWidth = 30, kHeadsWidth = 40;

std::string table(std::vector<Row> const& rows, spec::LayoutSpec const& layout, style::StyledDocument const& document,
                  PlanOptions const& options) {
    bool const japanese = options.language == diag::Language::Japanese;
    struct Column {
        std::string head;
        std::size_t least;
        bool right;
    };
    std::vector<Column> columns;
    if (options.signature > 0) columns.push_back({japanese ? "折" : "sig.", 2, true});
    for (Column const& column : std::vector<Column>{{japanese ? "ページ" : "page", 4, true},
                                                    {japanese ? "面" : "side", 2, false},
                                                    {japanese ? "章" : "chapter", 2, false},
                                                    {japanese ? "始まる見出し" : "heads", 2, false},
                                                    {japanese ? "図" : "figures", 2, true},
                                                    {japanese ? "表" : "tables", 2, true},
                                                    {japanese ? "注" : "notes", 2, true},
                                                    {japanese ? "行" : "lines", 5, true}})
        columns.push_back(column);

    auto const number = [](int n) { return n > 0 ? std::to_string(n) : std::string(); };
    std::vector<std::vector<std::string>> cells;
    std::string chapter;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Row const& row = rows[i];
        std::vector<std::string> line;
        if (options.signature > 0) {
            auto const size = static_cast<std::size_t>(options.signature);
            line.push_back(i % size == 0 ? std::to_string(i / size + 1) : "");
        }
        line.push_back(row.folio);
        line.push_back(japanese ? (row.recto ? "右" : "左") : (row.recto ? "right" : "left"));
        if (row.blank) {
            line.insert(line.end(), {japanese ? "（白）" : "(blank)", "", "", "", "", ""});
        } else {
            std::string heads;
            for (std::string const& head : row.heads)
                heads += (heads.empty() ? "" : japanese ? "／" : " / ") + head;
            line.push_back(row.chapter == chapter && !row.opening ? "" : cut(row.chapter, kChapterWidth));
            line.push_back(cut(heads, kHeadsWidth));
            line.push_back(number(row.figures));
            line.push_back(number(row.tables));
            line.push_back(number(row.notes));
            line.push_back(std::to_string(row.lines) + "/" + std::to_string(row.of));
            chapter = row.chapter;
        }
        cells.push_back(std::move(line));
    }
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        widths.push_back(std::max(columns[c].least, source::display_width(columns[c].head)));
        for (auto const& line : cells)
            widths[c] = std::max(widths[c], source::display_width(line[c]));
    }
    auto const put = [&](std::vector<std::string> const& line) {
        std::string out;
        for (std::size_t c = 0; c < columns.size(); ++c)
            out += (c > 0 ? "  " : "") + padded(line[c], widths[c], columns[c].right);
        out.erase(out.find_last_not_of(' ') + 1);
        return out + "\n";
    };
    auto const mm = [](Length length) { return std::to_string(std::lround(length.to_mm())); };
    std::string out = document.metadata.title + (japanese ? "　台割（" : ": page plan (") + mm(layout.trim.width) +
                      " × " + mm(layout.trim.height) + (japanese ? " mm）\n\n" : " mm)\n\n");
    std::vector<std::string> heads;
    for (Column const& column : columns)
        heads.push_back(column.head);
    out += put(heads);
    std::size_t whole = 2 * (columns.size() - 1);
    for (std::size_t const width : widths)
        whole += width;
    std::string const rule(whole, '-');
    out += rule + "\n";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (options.signature > 0 && i > 0 && i % static_cast<std::size_t>(options.signature) == 0) out += rule + "\n";
        out += put(cells[i]);
    }
    auto const blank = std::count_if(rows.begin(), rows.end(), [](Row const& row) { return row.blank; });
    std::string const pages = std::to_string(rows.size()), blanks = std::to_string(blank);
    out += japanese ? "\n全 " + pages + " ページ" + (blank > 0 ? "（うち白 " + blanks + "）" : "") + "\n"
                    : "\n" + pages + " pages" + (blank > 0 ? " (" + blanks + " blank)" : "") + "\n";
    for (std::size_t const multiple : {std::size_t{4}, std::size_t{8}, std::size_t{16}}) {
        std::string const n = std::to_string(multiple), add = std::to_string(missing(rows.size(), multiple));
        if (add == "0")
            out += japanese ? n + " の倍数です\n" : "a multiple of " + n + "\n";
        else
            out += japanese ? n + " の倍数にするには、あと " + add + " ページ\n"
                            : add + " more for a multiple of " + n + "\n";
    }
    return out;
}

} // namespace

std::string page_plan(page::Imprint const& imprint, std::vector<page::SequencePlan> const& plans,
                      Material const& material, style::StyledDocument const& document, spec::LayoutSpec const& layout,
                      PlanOptions const& options) {
    auto const rows = Table(imprint, plans, material, document, options).rows();
    return options.json ? json(rows, layout, document, options) : table(rows, layout, document, options);
}

} // namespace kumihan::driver
