// Walks over every rich text and every block of a document, in reading order. One place knows where they are.
#pragma once

#include "base/overloaded.h"
#include "document/model.h"

#include <variant>

namespace kumihan::document {

template <class F> void each_block(Blocks const& blocks, F&& f) {
    for (auto const& block : blocks) {
        f(block);
        std::visit(overloaded{[&](List const& list) {
                                  for (auto const& item : list.items)
                                      each_block(item.blocks, f);
                              },
                              [&](Quote const& quote) { each_block(quote.blocks, f); }, [](auto const&) {}},
                   block.what);
    }
}

// f(Figure const&) for all figures, those of the chapter's kind included.
template <class F> void each_figure(Chapter const& chapter, F&& f) {
    for (auto const& figure : chapter.figures)
        f(figure);
    for (auto const& group : chapter.photo_groups) {
        f(group.whole); // no picture of its own, but a caption and a name
        for (auto const& figure : group.photos)
            f(figure);
    }
    auto optional = [&](std::optional<Figure> const& figure) {
        if (figure) f(*figure);
    };
    std::visit(overloaded{[&](CoverChapter const& kind) { optional(kind.photo); },
                          [&](ForewordChapter const& kind) { optional(kind.photo); },
                          [&](EssayChapter const& kind) { optional(kind.portrait); },
                          [&](WorkshopChapter const& kind) {
                              for (auto const& figure : kind.photos)
                                  f(figure);
                          },
                          [&](AlbumChapter const& kind) {
                              for (auto const& figure : kind.photos)
                                  f(figure);
                          },
                          [](auto const&) {}},
               chapter.kind);
}

// f(Blocks const&) for each body-like field.
template <class F> void each_body(Chapter const& chapter, F&& f) {
    f(chapter.body);
    if (auto const* const workshop = std::get_if<WorkshopChapter>(&chapter.kind)) {
        for (auto const& group : workshop->groups)
            f(group.body);
        f(workshop->summary);
    }
    for (auto const& note : chapter.notes)
        f(note.blocks);
}

template <class F> void each_rich_text(Chapter const& chapter, F&& f) {
    f(chapter.title);
    f(chapter.lead);
    each_body(chapter, [&](Blocks const& blocks) {
        each_block(blocks, [&](Block const& block) {
            std::visit(overloaded{[&](Paragraph const& paragraph) { f(paragraph.text); },
                                  [&](Heading const& heading) { f(heading.text); },
                                  [&](Roster const& roster) {
                                      for (auto const& row : roster.rows) {
                                          f(row.role);
                                          f(row.name);
                                          f(row.affiliation);
                                      }
                                  },
                                  [&](Statute const& statute) {
                                      for (auto const& clause : statute.clauses) {
                                          f(clause.title);
                                          f(clause.text);
                                      }
                                  },
                                  [](auto const&) {}},
                       block.what);
        });
    });
    each_figure(chapter, [&](Figure const& figure) { f(figure.caption); });
    for (auto const& table : chapter.tables) {
        f(table.caption);
        for (auto const* const rows : {&table.head, &table.rows})
            for (auto const& row : *rows)
                for (auto const& cell : row)
                    each_block(cell.blocks, [&](Block const& block) {
                        if (auto const* const paragraph = std::get_if<Paragraph>(&block.what)) f(paragraph->text);
                    });
        for (auto const& note : table.notes)
            f(note);
        f(table.source);
    }
    std::visit(overloaded{[&](WorkshopChapter const& kind) {
                              f(kind.theme);
                              for (auto const& item : kind.program)
                                  f(item.item);
                              for (auto const& group : kind.groups) {
                                  f(group.feature);
                                  for (auto const& opinion : group.opinions)
                                      f(opinion);
                              }
                          },
                          [&](HistoryChapter const& kind) {
                              for (auto const& event : kind.events)
                                  f(event.text);
                          },
                          [&](ColophonChapter const& kind) {
                              for (auto const& item : kind.items)
                                  f(item.value);
                          },
                          [](auto const&) {}},
               chapter.kind);
}

} // namespace kumihan::document
