#include "document/table.h"

#include "document/blocks.h"
#include "document/csv.h"
#include "document/keys.h"
#include "document/mapped_text.h"
#include "document/markup.h"
#include "document/near_file.h"
#include "source/decode_text.h"
#include "yaml/decode.h"

#include <algorithm>
#include <charconv>

namespace kumihan::document {
namespace {

using diag::Code;
using yaml::Node;
using yaml::ObjectReader;

enum class Join : std::uint8_t { None, Left, Up };
using Grid = std::vector<std::vector<TableCell>>;
using Joins = std::vector<std::vector<Join>>;

std::optional<Join> join_of(std::string_view text) {
    if (text == "<" || text == "＜") return Join::Left;
    if (text == "^" || text == "＾") return Join::Up;
    return std::nullopt;
}

class TableReader {
public:
    TableReader(TableFiles const& files, MarkupContext const& markup) : files_(files), markup_(markup), sink_(markup.sink) {}

    Table read(Node node) {
        ObjectReader const reader(node, {keys::table()}, sink_);
        out_.span = reader.span();
        out_.id = reader.text("id");
        out_.id_span = reader.has("id") ? reader.value("id").span() : reader.span();
        out_.caption = rich(reader, "caption");
        for (auto const node_of_column : reader.object_list("columns"))
            out_.columns.push_back(column(node_of_column));
        head(reader);
        rows(reader);
        out_.head_columns = static_cast<std::uint32_t>(
            reader.integer("head_columns", reader.boolean("row_heads") ? 1 : 0));
        out_.look = reader.text("look");
        if (reader.has("look")) out_.look_span = reader.value("look").span();
        if (auto const width = reader.choice_index("width"); width && *width > 0)
            out_.width = static_cast<TableWidth>(*width == 1);
        out_.turned = reader.boolean("turned");
        out_.spans = reader.boolean("spans");
        for (auto const note : reader.list("note"))
            if (auto text = rich(note, reader.key("note"), {sink_, {}}); !text.empty()) out_.notes.push_back(std::move(text));
        if (reader.has("source")) out_.source = rich(reader.value("source"), reader.key("source"), {sink_, {}});
        out_.numbered = reader.boolean("numbered", true);
        finish();
        return std::move(out_);
    }

private:
    RichText rich(Node node, std::string_view key, MarkupContext const& markup) {
        if (node.is_null()) return {};
        if (node.is_scalar()) return parse_inline(MappedText::run_of(node), markup);
        (void)yaml::as_text(node, key, sink_); // reports
        return {};
    }
    RichText rich(ObjectReader const& reader, std::string_view field) {
        return reader.has(field) ? rich(reader.value(field), reader.key(field), markup_) : RichText{};
    }

    TableColumn column(Node node) {
        ObjectReader const fields(node, {keys::table_column()}, sink_);
        TableColumn out;
        out.align = fields.choice("align", ColumnAlign::Auto);
        if (fields.has("width")) width(out, fields);
        return out;
    }

    // 30mm, 3cm, 8字: as it says; a number alone: a share of what is left over.
    void width(TableColumn& column, ObjectReader const& fields) {
        std::string const text = fields.text("width");
        if (text.empty()) return;
        double value = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
        while (unit.starts_with(' '))
            unit.remove_prefix(1);
        column.unit = WidthUnit::Share;
        if (unit == "mm" || unit == "ミリ") column.unit = WidthUnit::Millimetre;
        if (unit == "字" || unit == "em") column.unit = WidthUnit::Character;
        if (unit == "cm") {
            column.unit = WidthUnit::Millimetre;
            value *= 10;
        }
        bool const known = unit.empty() || column.unit != WidthUnit::Share;
        if (error == std::errc{} && known && value > 0 && value <= 1000) {
            column.width = value;
            return;
        }
        column = {column.align, 0, WidthUnit::Content};
        if (error == std::errc{} && unit.empty() && value == 0) return; // as wide as its content
        sink_.report(Code::TableColumnWidth, fields.value("width").span(), {text});
    }

    // ---- cells

    TableCell cell(Node node, std::string const& key, Join& join) {
        TableCell out;
        out.span = node.span();
        join = Join::None;
        Node text = node;
        std::string name = key;
        std::optional<ObjectReader> fields;
        if (node.is_map()) {
            fields.emplace(node, std::initializer_list<yaml::Fields>{keys::table_cell()}, sink_);
            text = fields->value("text");
            name = fields->key("text");
            if (auto const align = fields->choice_index("align")) out.align = static_cast<ColumnAlign>(*align);
            out.head = fields->boolean("head");
        }
        if (!text || text.is_null()) return out;
        if (!text.is_scalar()) {
            (void)yaml::as_text(text, name, sink_);
            return out;
        }
        if (auto const found = join_of(text.text()); found && !node.is_map()) {
            join = *found;
            return out;
        }
        bool const prose =
            text.style() == yaml::ScalarStyle::Literal || text.style() == yaml::ScalarStyle::Folded;
        if (prose)
            out.blocks = prose_blocks(text);
        else if (auto words = rich(text, name, markup_); !words.empty())
            out.blocks.push_back({Paragraph{std::move(words), {}}, text.span()});
        return out;
    }

    Blocks prose_blocks(Node text) {
        auto refuse = [&](Span span) { sink_.report(Code::TableCellBlock, span); };
        auto place = [&](std::string_view, Span span, std::uint32_t&) {
            refuse(span);
            return false;
        };
        BlockContext const context{markup_, place, place, place, {},
                                   [&](std::string_view, Span span, Blocks const&) { refuse(span); }};
        Blocks made = parse_blocks(MappedText(text), context);
        check(made, refuse);
        return made;
    }
    // Whatever is no paragraph and no list is refused, in lists as well.
    template <class Refuse> void check(Blocks& blocks, Refuse const& refuse) {
        std::erase_if(blocks, [&](Block& block) {
            if (std::holds_alternative<Paragraph>(block.what)) return false;
            if (auto* const list = std::get_if<List>(&block.what)) {
                for (auto& item : list->items)
                    check(item.blocks, refuse);
                return false;
            }
            refuse(block.span);
            return true;
        });
    }

    void row(Node node, std::string const& key, Grid& grid, Joins& joins) {
        auto& cells = grid.emplace_back();
        auto& marks = joins.emplace_back();
        for (std::size_t i = 0; i < node.size(); ++i)
            cells.push_back(cell(node.at(i), key, marks.emplace_back()));
        spans_.push_back(node.span());
    }

    // One row of cells, or several.
    void head(ObjectReader const& reader) {
        if (!reader.has("head")) return;
        Node const node = reader.value("head");
        std::string const key = reader.key("head");
        bool const several = node.is_sequence() && node.size() > 0 && node.at(0).is_sequence();
        if (!node.is_sequence()) {
            sink_.report(Code::ExpectedList, node.span(), {key});
        } else if (!several) {
            row(node, key, out_.head, head_joins_);
        } else {
            for (std::size_t i = 0; i < node.size(); ++i)
                one_row(node.at(i), key, out_.head, head_joins_);
        }
    }
    void one_row(Node node, std::string const& key, Grid& grid, Joins& joins) {
        if (node.is_sequence())
            row(node, key, grid, joins);
        else
            sink_.report(Code::ExpectedList, node.span(), {key});
    }

    void rows(ObjectReader const& reader) {
        bool const from_file = reader.has("file");
        head_given_ = out_.head.size();
        if (reader.value("rows")) {
            if (from_file) sink_.report(Code::TableRowsTwice, reader.value("file").span());
            if (reader.value("rows").is_null())
                sink_.report(Code::EmptyValue, reader.key_span("rows"), {reader.key("rows")});
            for (auto const node : reader.list("rows"))
                one_row(node, reader.key("rows"), out_.rows, joins_);
        } else if (from_file) {
            file(reader);
        } else {
            sink_.report(Code::MissingKey, reader.span(), {reader.key("rows")});
        }
        // The first rows are heads: of a CSV file one, where the head is not given by itself.
        auto const heads = std::min<std::size_t>(
            static_cast<std::size_t>(reader.integer("head_rows", from_file && out_.head.empty() ? 1 : 0)),
            out_.rows.size());
        auto const move = [heads](auto& from, auto& to) {
            auto const end = from.begin() + static_cast<std::ptrdiff_t>(heads);
            std::move(from.begin(), end, std::back_inserter(to));
            from.erase(from.begin(), end);
        };
        move(out_.rows, out_.head);
        move(joins_, head_joins_);
    }

    void file(ObjectReader const& reader) {
        auto const file = files_.find(reader.text("file"));
        if (!file || !files_.store()) return;
        auto const rows = read_csv(file, *files_.store(), sink_);
        if (!rows) return;
        for (auto const& source : *rows) {
            auto& cells = out_.rows.emplace_back();
            auto& marks = joins_.emplace_back();
            for (CsvCell const& one : source.cells) {
                TableCell made;
                made.span = one.span;
                auto const join = join_of(one.text);
                marks.push_back(join.value_or(Join::None));
                if (!join && !one.text.empty()) made.blocks.push_back({Paragraph{plain_text(one), {}}, one.span});
                cells.push_back(std::move(made));
            }
            spans_.push_back(source.span);
        }
    }

    // ---- the grid

    void finish() {
        // Columns that nothing was said about need not be listed.
        Grid const& first = out_.head.empty() ? out_.rows : out_.head;
        std::size_t const width = std::max(out_.columns.size(), first.empty() ? 0 : first.front().size());
        std::size_t number = 0;
        auto const fit = [&](Grid& grid, Joins& joins, bool numbered) {
            for (std::size_t r = 0; r < grid.size(); ++r, ++number) {
                if (grid[r].size() != width)
                    sink_.report(Code::TableRowLength, spans_[number],
                                 {numbered ? std::to_string(number - head_given_ + 1) : "0",
                                  std::to_string(grid[r].size()), std::to_string(width)});
                grid[r].resize(width);
                joins[r].resize(width);
            }
        };
        bool const from_rows = out_.head.size() > head_given_;
        fit(out_.head, head_joins_, from_rows);
        fit(out_.rows, joins_, true);
        out_.columns.resize(width);
        out_.head_columns = std::min<std::uint32_t>(out_.head_columns, static_cast<std::uint32_t>(width));
        join(out_.head, head_joins_);
        join(out_.rows, joins_);
    }

    void join(Grid& grid, Joins const& joins) {
        if (grid.empty()) return;
        std::size_t const width = grid.front().size();
        std::vector<std::size_t> owner(grid.size() * width);
        struct Extent {
            std::size_t right = 0, bottom = 0, count = 0;
        };
        std::map<std::size_t, Extent> extents; // of the owners of joined cells
        for (std::size_t r = 0; r < grid.size(); ++r)
            for (std::size_t c = 0; c < width; ++c) {
                std::size_t const here = r * width + c;
                owner[here] = here;
                Join const mark = joins[r][c];
                if (mark == Join::None) continue;
                if (mark == Join::Left ? c == 0 : r == 0) {
                    sink_.report(Code::TableJoin, grid[r][c].span, {mark == Join::Left ? "<" : "^"});
                    continue;
                }
                owner[here] = owner[mark == Join::Left ? here - 1 : here - width];
                auto& extent = extents[owner[here]];
                extent.right = std::max(extent.right, c);
                extent.bottom = std::max(extent.bottom, r);
                ++extent.count;
            }
        for (auto const& [at, extent] : extents) {
            std::size_t const top = at / width, left = at % width;
            std::size_t const columns = std::max(extent.right, left) - left + 1;
            std::size_t const rows = std::max(extent.bottom, top) - top + 1;
            bool const whole = extent.right >= left && columns * rows == extent.count + 1;
            if (!whole) {
                sink_.report(Code::TableJoinShape, grid[top][left].span);
                continue;
            }
            for (std::size_t r = top; r < top + rows; ++r)
                for (std::size_t c = left; c < left + columns; ++c)
                    grid[r][c].columns = grid[r][c].rows = 0;
            grid[top][left].columns = static_cast<std::uint32_t>(columns);
            grid[top][left].rows = static_cast<std::uint32_t>(rows);
        }
    }

    TableFiles const& files_;
    MarkupContext const& markup_; // of caption and cells, which may carry notes
    diag::Sink& sink_;
    Table out_;
    Joins head_joins_, joins_;
    std::vector<Span> spans_; // of the rows, heads first
    std::size_t head_given_ = 0;
};

Node value_of(Node map, std::string_view english, std::string_view japanese) {
    for (std::size_t i = 0; map.is_map() && i < map.size(); ++i) {
        auto const [key, value] = map.entry(i);
        if (key.is_scalar() && (key.text() == english || key.text() == japanese)) return value;
    }
    return {};
}

} // namespace

void TableFiles::load(Node chapter, PlanPaths const& paths, FileLoader const& loader, SourceStore& store,
                      diag::Sink& sink) {
    store_ = &store;
    Node const tables = value_of(chapter, "tables", "表");
    for (std::size_t i = 0; tables.is_sequence() && i < tables.size(); ++i) {
        Node const file = value_of(tables.at(i), "file", "ファイル");
        if (!file.is_scalar() || files_.contains(file.text())) continue;
        std::string const name(file.text());
        files_[name] = {};
        auto const path = paths.locate(name, file.span(), sink);
        if (!path) continue;
        auto loaded = loader.load(*path, kCsvCap);
        if (auto const* const failure = std::get_if<source::LoadFailure>(&loaded)) {
            switch (failure->error) {
            case source::LoadError::Missing:
                report_missing(paths.folder(), name, file.span(), loader, sink);
                break;
            case source::LoadError::NotAFile:
                sink.report(Code::FileNotAFile, file.span(), {name});
                break;
            case source::LoadError::TooBig:
                sink.report(Code::FileTooBig, file.span(), {name, failure->detail});
                break;
            case source::LoadError::NotReadable:
                sink.report(Code::FileNotReadable, file.span(), {name, failure->detail});
                break;
            }
            continue;
        }
        auto decoded = source::decode_text(std::get<std::string>(std::move(loaded)));
        if (decoded.text.empty()) {
            sink.report(Code::FileEmpty, file.span(), {name});
            continue;
        }
        FileId const id = store.add(path->lexically_normal().string(), std::move(decoded.text));
        if (decoded.unreadable) {
            auto const at = static_cast<std::uint32_t>(*decoded.unreadable);
            sink.report(Code::CsvEncoding, {id, at, at + 3}, {name});
            continue;
        }
        files_[name] = id;
    }
}

FileId TableFiles::find(std::string_view name) const {
    auto const found = files_.find(name);
    return found == files_.end() ? FileId{} : found->second;
}

Table read_table(Node node, TableFiles const& files, MarkupContext const& markup) {
    return TableReader(files, markup).read(node);
}

} // namespace kumihan::document
