#include "document/line_blocks.h"

#include "document/clauses.h"

#include <utility>

namespace kumihan::document {
namespace {

using diag::Code;

RichText part(MappedText const& text, std::size_t begin, std::size_t end, MarkupContext const& context) {
    if (begin >= end) return {};
    MappedText cut;
    cut.append(text, begin, end);
    return parse_inline(cut, context);
}

class StatuteReader {
public:
    StatuteReader(MappedText const& mapped, MarkupContext const& context, int& article)
        : mapped_(mapped), text_(mapped.text()), context_(context), article_(article) {}

    Statute run(std::span<LineRange const> lines) {
        for (auto const& line : lines) {
            auto const words = text_.substr(line.begin, line.end - line.begin);
            if (auto const title = title_line(words)) {
                finish();
                title_ = {line.begin + title->first, line.begin + title->second};
            } else if (auto const marker = clause_marker(words)) {
                finish();
                begin(*marker, line);
            } else if (open_) {
                words_.append(mapped_, line.begin - 1, line.begin); // the line end before it
                words_.append(mapped_, line.begin, line.end);
                clause_.span.end = mapped_.span(line.begin, line.end).end;
            } else if (!std::exchange(reported_, true)) {
                context_.sink.report(Code::ClauseNoMarker, mapped_.span(line.begin, line.end), {std::string(words.substr(0, 60))});
            }
        }
        finish();
        if (title_.end > title_.begin) // no article follows
            context_.sink.report(Code::ClauseNoMarker, mapped_.span(title_.begin, title_.end),
                                 {std::string(text_.substr(title_.begin, title_.end - title_.begin))});
        return std::move(out_);
    }

private:
    void begin(ClauseMarker const& marker, LineRange const& line) {
        open_ = true;
        clause_ = {};
        clause_.level = marker.level;
        clause_.branch = marker.branch;
        clause_.span = mapped_.span(line.begin, line.end);
        auto& counter = counters_[static_cast<std::size_t>(marker.level)];
        if (marker.level == ClauseLevel::Article) {
            article_ = marker.number > 0 ? marker.number : article_ + 1;
            clause_.number = article_;
            counters_[1] = 1; // the first paragraph has no number
            counters_[2] = counters_[3] = 0;
        } else {
            counter = marker.number > 0 ? marker.number : counter + 1;
            clause_.number = counter;
            for (auto level = static_cast<std::size_t>(marker.level) + 1; level < 4; ++level) counters_[level] = 0;
        }
        auto title = title_;
        if (marker.title_end > 0) title = {line.begin + marker.title_begin, line.begin + marker.title_end};
        clause_.title = part(mapped_, title.begin, title.end, context_);
        title_ = {};
        words_ = {};
        words_.append(mapped_, line.begin + marker.text, line.end);
    }

    void finish() {
        if (!open_) return;
        open_ = false;
        auto const words = words_.text();
        std::size_t end = words.size();
        if (words.ends_with('}')) { // {#id}
            auto const brace = words.rfind("{#");
            if (brace != std::string_view::npos) {
                clause_.id = words.substr(brace + 2, words.size() - brace - 3);
                clause_.id_span = words_.span(brace + 2, words.size() - 1);
                end = brace;
                while (end > 0 && words[end - 1] == ' ') --end;
            }
        }
        clause_.text = part(words_, 0, end, context_);
        out_.clauses.push_back(std::move(clause_));
        clause_ = {};
    }

    MappedText const& mapped_;
    std::string_view text_;
    MarkupContext const& context_;
    int& article_;
    int counters_[4] = {0, 1, 0, 0};
    Statute out_;
    bool open_ = false, reported_ = false;
    Clause clause_;
    MappedText words_;
    LineRange title_;
};

} // namespace

Roster read_roster(MappedText const& mapped, std::span<LineRange const> lines, MarkupContext const& context) {
    Roster out;
    auto const text = mapped.text();
    for (auto const& line : lines) {
        auto const columns = columns_of(text.substr(line.begin, line.end - line.begin));
        if (columns.size() > 3) {
            context.sink.report(Code::RosterColumns, mapped.span(line.begin, line.end), {std::to_string(columns.size())});
            continue;
        }
        auto const column = [&](std::size_t i) {
            return part(mapped, line.begin + columns[i].first, line.begin + columns[i].second, context);
        };
        RosterRow row;
        row.span = mapped.span(line.begin, line.end);
        if (columns.size() == 1) {
            row.name = column(0);
        } else {
            row.role = column(0);
            row.name = column(1);
            if (columns.size() == 3) row.affiliation = column(2);
        }
        out.rows.push_back(std::move(row));
    }
    return out;
}

Statute read_statute(MappedText const& text, std::span<LineRange const> lines, MarkupContext const& context, int& article) {
    return StatuteReader(text, context, article).run(lines);
}

} // namespace kumihan::document
