// Texts to rich text and blocks, both shown as one line, so that a case reads as source -> meaning:
//   strong <b>…</b>, dots <d>…</d>, ruby <r おたる>小樽</r>, link <a url>…</a>, tate-chu-yoko <t>12</t>, sideline <s 0>…</s>, warichu
//   <w （）>…</w>, scripts <^>2</-> <_>2</->,
//   note [^0], reference [[id number]], line break [br].
#pragma once

#include "base/overloaded.h"
#include "diag/sink.h"
#include "document/blocks.h"
#include "document/markup.h"
#include "document/read.h"
#include "source/file_loader.h"
#include "source/source_store.h"
#include "yaml/read.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace shown {

using namespace kumihan;
using namespace kumihan::document;

inline std::string open_tag(Mark const& mark) {
    return std::visit(overloaded{[](Strong const&) { return std::string{"<b>"}; },
                                 [](Dots const& dots) { return dots.sign.empty() ? std::string{"<d>"} : "<d " + dots.sign + ">"; },
                                 [](Sideline const& side) {
                                     return "<s " + std::to_string(static_cast<int>(side.kind)) + ">";
                                 },
                                 [](Warichu const& note) { return "<w " + note.opening + note.closing + ">"; },
                                 [](Script const& script) { return std::string(script.superior ? "<^>" : "<_>"); },
                                 [](Ruby const& ruby) {
                                     std::string out = "<r";
                                     for (auto const& part : ruby.reading)
                                         out += " " + part;
                                     for (auto const& part : ruby.second)
                                         out += " /" + part;
                                     return out + ">";
                                 },
                                 [](Link const& link) { return "<a " + link.url + ">"; },
                                 [](TateChuYoko const&) { return std::string{"<t>"}; },
                                 [](FitWidth const&) { return std::string{"<fit>"}; },
                                 [](InLanguage const& one) { return "<l " + one.tag + ">"; },
                                 [](Scaled const&) { return std::string{"<scaled>"}; }},
                      mark.what);
}
inline std::string close_tag(Mark const& mark) {
    constexpr char const* kNames[] = {"b", "d", "r", "a", "t", "fit", "scaled", "s", "w", "-", "l"};
    return std::string("</") + kNames[mark.what.index()] + ">";
}

inline std::string rich(RichText const& text) {
    std::string out;
    std::vector<Mark const*> open;
    std::size_t next_mark = 0, next_atom = 0;
    for (std::uint32_t at = 0;; ++at) {
        while (!open.empty() && open.back()->end == at) {
            out += close_tag(*open.back());
            open.pop_back();
        }
        while (next_mark < text.marks.size() && text.marks[next_mark].begin == at) {
            open.push_back(&text.marks[next_mark++]);
            out += open_tag(*open.back());
        }
        if (at >= text.text.size()) break;
        if (next_atom < text.atoms.size() && text.atoms[next_atom].at == at) {
            constexpr char const* kForms[] = {"number", "page", "title"};
            out += std::visit(overloaded{[](NoteRef const& note) { return "[^" + std::to_string(note.note) + "]"; },
                                         [&](CrossRef const& reference) {
                                             return "[[" + reference.target + " " +
                                                    kForms[static_cast<int>(reference.form)] + "]]";
                                         },
                                         [](LineBreak const&) { return std::string{"[br]"}; },
                                         [](Tab const&) { return std::string{"[tab]"}; }},
                              text.atoms[next_atom++].what);
            at += 2; // U+FFFC
        } else {
            out += text.text[at];
        }
    }
    return open.empty() && next_mark == text.marks.size() ? out : out + " <badly nested>";
}

// Blocks as a nested list: p(…) h1(…) h2#id(…) ul(li(…)) ol3(…) quote(…) figure0 table0 break rule
inline std::string blocks(Blocks const& all) {
    std::string out;
    for (auto const& block : all) {
        if (!out.empty()) out += " ";
        out += std::visit(overloaded{[](Paragraph const& p) { return "p(" + rich(p.text) + ")"; },
                                     [](Heading const& h) {
                                         return "h" + std::to_string(h.level) + (h.id.empty() ? "" : "#" + h.id) +
                                                (h.numbered ? "" : "-") + "(" + rich(h.text) + ")";
                                     },
                                     [](List const& list) {
                                         std::string items;
                                         for (auto const& item : list.items)
                                             items += (items.empty() ? "" : " ") + std::string("li(") +
                                                      blocks(item.blocks) + ")";
                                         return (list.ordered ? "ol" + std::to_string(list.start) : std::string("ul")) +
                                                "(" + items + ")";
                                     },
                                     [](Quote const& quote) { return "quote(" + blocks(quote.blocks) + ")"; },
                                     [](FigureUse const& use) { return "figure" + std::to_string(use.figure); },
                                     [](TableUse const& use) { return "table" + std::to_string(use.table); },
                                     [](PhotosUse const& use) { return "photos" + std::to_string(use.group); },
                                     [](PageBreak const&) { return std::string{"break"}; },
                                     [](SetColumns const& columns) { return "columns " + std::to_string(columns.count); },
                                     [](Rule const&) { return std::string{"rule"}; },
                                     [](Roster const& roster) {
                                         std::string shown = "roster(";
                                         for (auto const& row : roster.rows)
                                             shown += "[" + rich(row.role) + "|" + rich(row.name) + "|" + rich(row.affiliation) + "]";
                                         return shown + ")";
                                     },
                                     [](Statute const& statute) {
                                         constexpr char const* kLevels[] = {"a", "p", "i", "s"};
                                         std::string shown = "statute(";
                                         for (auto const& one : statute.clauses)
                                             shown += std::string(kLevels[static_cast<std::size_t>(one.level)]) +
                                                    std::to_string(one.number) +
                                                    (one.branch > 0 ? "-" + std::to_string(one.branch) : "") +
                                                    (one.id.empty() ? "" : "#" + one.id) +
                                                    (one.title.empty() ? "" : "<" + rich(one.title) + ">") + "[" + rich(one.text) + "]";
                                         return shown + ")";
                                     }},
                          block.what);
    }
    return out;
}

} // namespace shown

// A body under `body: |`, each line indented by two: place L:C of the body is L+1:C+2 of the file.
struct Body {
    kumihan::SourceStore store;
    kumihan::diag::Sink sink;
    kumihan::FileId file;
    kumihan::document::Blocks blocks;
    std::vector<std::string> notes; // labels in the order of their numbers
    std::map<std::string, std::string> note_text;
    std::vector<kumihan::document::Figure> figures; // from ![alt](file)
    std::vector<std::string> placed;                // ids asked for

    explicit Body(std::string_view text) {
        std::string yaml = "body: |\n";
        for (std::size_t at = 0; at < text.size();) {
            auto const end = std::min(text.find('\n', at), text.size());
            if (end > at) yaml.append("  ").append(text.substr(at, end - at));
            yaml += '\n';
            at = end + 1;
        }
        file = store.add("a.yaml", yaml);
        auto const tree = kumihan::yaml::read(file, store, sink);
        auto note_number = [this](std::string_view label) {
            auto const found = std::find(notes.begin(), notes.end(), label);
            if (found != notes.end()) return static_cast<std::uint32_t>(found - notes.begin());
            notes.emplace_back(label);
            return static_cast<std::uint32_t>(notes.size() - 1);
        };
        kumihan::document::BlockContext const context{
            {sink, [=](std::string_view label, kumihan::Span) { return note_number(label); }},
            [this](std::string_view id, kumihan::Span, std::uint32_t& index) {
                placed.push_back("figure " + std::string(id));
                index = 7;
                return true;
            },
            [this](std::string_view id, kumihan::Span, std::uint32_t& index) {
                placed.push_back("table " + std::string(id));
                index = 8;
                return true;
            },
            [this](std::string_view id, kumihan::Span, std::uint32_t& index) {
                placed.push_back("photos " + std::string(id));
                index = 9;
                return true;
            },
            [this](kumihan::document::Figure figure) {
                figures.push_back(std::move(figure));
                return static_cast<std::uint32_t>(figures.size() - 1);
            },
            [=, this](std::string_view label, kumihan::Span, kumihan::document::Blocks content) {
                (void)note_number(label);
                note_text[std::string(label)] = shown::blocks(content);
            }};
        blocks = kumihan::document::parse_blocks(kumihan::document::MappedText(tree->root().entry(0).value), context);
    }

    std::string shown() const { return ::shown::blocks(blocks); }
    // The rich text of the first paragraph.
    std::string rich() const { return ::shown::rich(text()); }
    kumihan::document::RichText const& text() const {
        return std::get<kumihan::document::Paragraph>(blocks.at(0).what).text;
    }

    // "line:column Name" within the body.
    std::vector<std::string> problems() const {
        std::vector<std::string> out;
        for (auto const& one : sink.take_ordered().shown)
            out.push_back(place(one.span) + " " + std::string{kumihan::diag::info(one.code).name});
        return out;
    }
    std::string place(kumihan::Span span) const {
        auto const at = store.place(span);
        return std::to_string(at.line - 1) + ":" + std::to_string(at.column - 2);
    }
    std::string source(kumihan::Span span) const { return std::string{store.text(span)}; }
};

using Files = std::vector<std::pair<std::string, std::string>>; // name, text

// A plan in memory, read.
struct Plan {
    kumihan::source::MemoryLoader loader;
    kumihan::SourceStore store;
    kumihan::diag::Sink sink;
    std::optional<kumihan::document::Document> document;

    Plan() = default;
    // plan.yaml with a title that lists the given chapters, each a file.
    explicit Plan(Files const& chapters) {
        std::string plan = "title: 計画\nchapters:\n";
        for (auto const& [name, text] : chapters) {
            plan += "  - " + name + "\n";
            loader.add("plan/" + name, text);
        }
        loader.add("plan/plan.yaml", plan);
        read();
    }
    void read() { document = kumihan::document::read_plan("plan", loader, store, sink, 2); }

    kumihan::document::Chapter const& chapter(std::size_t i = 0) const { return document->chapters.at(i); }
    // "file:line:column Name"
    std::vector<std::string> problems() const {
        std::vector<std::string> out;
        for (auto const& one : sink.take_ordered(1000).shown) {
            auto const at = store.place(one.span);
            auto const name = std::string{kumihan::diag::info(one.code).name};
            if (!one.span)
                out.push_back(name);
            else
                out.push_back(std::string{store.name(one.span.file)}.substr(5) + ":" + std::to_string(at.line) + ":" +
                              std::to_string(at.column) + " " + name);
        }
        return out;
    }
};

using Problems = std::vector<std::string>;
