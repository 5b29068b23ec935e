#include "document/readings.h"

#include "base/overloaded.h"
#include "base/utf8.h"
#include "document/dictionary.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace kumihan::document {

namespace {

using diag::Code;

Span source_of(RichText const& text, std::size_t begin, std::size_t end) {
    auto piece = std::upper_bound(text.pieces.begin(), text.pieces.end(), begin,
                                  [](std::size_t at, TextPiece const& p) { return at < p.text_begin; });
    if (piece == text.pieces.begin()) return {};
    --piece;
    if (piece->length != piece->source.end - piece->source.begin) return piece->source;
    auto const from = piece->source.begin + static_cast<std::uint32_t>(begin - piece->text_begin);
    return {piece->source.file, from, std::min(piece->source.end, from + static_cast<std::uint32_t>(end - begin))};
}

// Every text of a chapter, in reading order; `plain`: body text, where readings always stand.
template <class F> void each_block_text(Blocks& blocks, F&& f) {
    for (auto& block : blocks)
        std::visit(overloaded{[&](Paragraph& paragraph) { f(paragraph.text, true); },
                              [&](Heading& heading) { f(heading.text, false); },
                              [&](List& list) {
                                  for (auto& item : list.items) each_block_text(item.blocks, f);
                              },
                              [&](Quote& quote) { each_block_text(quote.blocks, f); },
                              [&](Roster& roster) {
                                  for (auto& row : roster.rows)
                                      for (auto* const cell : {&row.role, &row.name, &row.affiliation}) f(*cell, false);
                              },
                              [&](Statute& statute) {
                                  for (auto& clause : statute.clauses) {
                                      f(clause.title, false);
                                      f(clause.text, true);
                                  }
                              },
                              [](auto&) {}},
                   block.what);
}
template <class F> void each_text(Chapter& chapter, F&& f) {
    f(chapter.title, false);
    f(chapter.lead, true);
    if (auto* const workshop = std::get_if<WorkshopChapter>(&chapter.kind)) {
        f(workshop->theme, false);
        for (auto& item : workshop->program) f(item.item, false);
    }
    each_block_text(chapter.body, f);
    std::visit(overloaded{[&](WorkshopChapter& kind) {
                              for (auto& group : kind.groups) {
                                  f(group.feature, true);
                                  for (auto& opinion : group.opinions) f(opinion, true);
                                  each_block_text(group.body, f);
                              }
                              each_block_text(kind.summary, f);
                              for (auto& figure : kind.photos) f(figure.caption, false);
                          },
                          [&](HistoryChapter& kind) {
                              for (auto& event : kind.events) f(event.text, true);
                          },
                          [&](AlbumChapter& kind) {
                              for (auto& figure : kind.photos) f(figure.caption, false);
                          },
                          [&](ColophonChapter& kind) {
                              for (auto& item : kind.items) f(item.value, false);
                          },
                          [](auto&) {}},
               chapter.kind);
    for (auto& figure : chapter.figures) f(figure.caption, false);
    for (auto& table : chapter.tables) {
        f(table.caption, false);
        for (auto* const rows : {&table.head, &table.rows})
            for (auto& row : *rows)
                for (auto& cell : row)
                    each_block_text(cell.blocks, [&](RichText& text, bool) { f(text, false); });
        for (auto& table_note : table.notes) f(table_note, false);
        f(table.source, false);
    }
    for (auto& note : chapter.notes) each_block_text(note.blocks, f);
}

class Applier {
public:
    Applier(Document& document, diag::Sink& sink) : document_(document), sink_(sink) {}

    std::vector<UnknownWord> run() {
        entries_ = document_.readings;
        from_plan_ = entries_.size();
        if (document_.furigana) collect_typed();
        Dictionary const dictionary(entries_);
        dictionary_ = &dictionary;
        used_.assign(entries_.size(), false);
        for (auto const& entry : entries_) parts_.push_back(reading_parts(entry));
        bool const always = document_.furigana || document_.reading_scope == ReadingScope::Always;
        for (auto& chapter : document_.chapters) {
            seen_.assign(entries_.size(), false);
            each_text(chapter, [&](RichText& text, bool plain) {
                if (text.empty()) return;
                bool const here = chapter.use_readings && (plain || document_.furigana);
                read(text, here, always);
            });
        }
        for (std::size_t k = 0; k < from_plan_; ++k)
            if (!used_[k]) sink_.report(Code::ReadingUnused, entries_[k].span, {entries_[k].word});
        return std::move(unknown_);
    }

private:
    // Words with ruby by the editor's hand; those with two readings are left to the plan.
    void collect_typed() {
        std::map<std::string, std::pair<std::vector<std::string>, Span>> typed;
        std::map<std::string, bool> differ;
        for (auto& chapter : document_.chapters)
            each_text(chapter, [&](RichText& text, bool) {
                for (auto const& mark : text.marks) {
                    auto const* const ruby = std::get_if<Ruby>(&mark.what);
                    if (!ruby) continue;
                    auto const word = text.text.substr(mark.begin, mark.end - mark.begin);
                    auto const [found, fresh] = typed.emplace(word, std::pair{ruby->reading, mark.span});
                    if (fresh) continue;
                    auto& known = found->second.first;
                    if (joined_reading(known) != joined_reading(ruby->reading)) differ[word] = true;
                    else if (ruby->reading.size() > known.size()) known = ruby->reading; // the divided one says more
                }
            });
        for (auto& [word, reading] : typed)
            if (!differ.contains(word)) entries_.push_back({word, std::move(reading.first), reading.second});
    }

    // What a ruby, a cell of 縦中横, a script or a warichu holds is not looked into; other marks may stand around or within a
    // word, not across its ends.
    void take_marks(RichText const& text) {
        closed_.clear();
        edges_.clear();
        for (auto const& mark : text.marks) {
            bool const closed = std::holds_alternative<Ruby>(mark.what) || std::holds_alternative<TateChuYoko>(mark.what) ||
                                std::holds_alternative<document::Script>(mark.what) || std::holds_alternative<InLanguage>(mark.what) || std::holds_alternative<Warichu>(mark.what);
            if (closed && (closed_.empty() || closed_.back()->end <= mark.begin)) closed_.push_back(&mark);
            edges_.push_back(mark.begin);
            edges_.push_back(mark.end);
        }
        std::sort(edges_.begin(), edges_.end());
    }
    bool crosses(std::size_t begin, std::size_t end) const {
        auto const edge = std::upper_bound(edges_.begin(), edges_.end(), begin);
        return edge != edges_.end() && *edge < end;
    }

    void read(RichText& text, bool here, bool always) {
        take_marks(text);
        std::vector<Mark> added;
        std::size_t closed = 0;
        std::size_t word_end = std::string::npos; // of the last word with a reading
        std::size_t loose = std::string::npos;    // begin of kanji without one
        auto const end_loose = [&](std::size_t end) {
            if (loose != std::string::npos && here) miss(text, loose, end);
            loose = std::string::npos;
        };
        std::string_view const all = text.text;
        for (std::size_t i = 0; i < all.size();) {
            if (closed < closed_.size() && closed_[closed]->begin <= i) {
                end_loose(i);
                Mark const& mark = *closed_[closed++];
                if (auto const* const ruby = std::get_if<Ruby>(&mark.what)) typed(text, mark, *ruby);
                i = std::max<std::size_t>(i, mark.end);
                word_end = i;
                continue;
            }
            auto const c = utf8::decode(all, i);
            auto const begins_closed = [&](std::size_t at) { return closed < closed_.size() && closed_[closed]->begin == at; };
            auto const match = dictionary_->match(all, i, word_end == i, begins_closed);
            if (match && !crosses(i, match->end) && (closed == closed_.size() || closed_[closed]->begin >= match->end)) {
                end_loose(i);
                if (here) put(text, i, match->end, match->entry, always, added);
                i = word_end = match->end;
                continue;
            }
            if (document_.furigana) {
                if (is_kanji(c.code_point)) loose = std::min(loose, i);
                else end_loose(i);
            }
            i += c.length;
        }
        end_loose(all.size());
        if (added.empty()) return;
        text.marks.insert(text.marks.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
        std::stable_sort(text.marks.begin(), text.marks.end(), [](Mark const& a, Mark const& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
    }

    void put(RichText const& text, std::size_t begin, std::size_t end, std::size_t entry, bool always, std::vector<Mark>& added) {
        used_[entry] = true;
        if (seen_[entry] && !always) return;
        seen_[entry] = true;
        for (auto const& part : parts_[entry])
            added.push_back({static_cast<std::uint32_t>(begin + part.begin), static_cast<std::uint32_t>(begin + part.end),
                             Ruby{part.reading, {}}, source_of(text, begin, end)});
    }

    void typed(RichText const& text, Mark const& mark, Ruby const& ruby) {
        auto const entry = dictionary_->find(std::string_view(text.text).substr(mark.begin, mark.end - mark.begin));
        if (!entry) return;
        used_[*entry] = true;
        seen_[*entry] = true;
        auto const by_hand = joined_reading(ruby.reading), in_plan = joined_reading(entries_[*entry].reading);
        if (by_hand == in_plan || *entry >= from_plan_) return;
        diag::Diagnostic differs{Code::ReadingDiffers, diag::info(Code::ReadingDiffers).severity, mark.span,
                                 {entries_[*entry].word, by_hand, in_plan}, {}, {}};
        differs.labels.push_back({entries_[*entry].span, in_plan});
        sink_.report(std::move(differs));
    }

    void miss(RichText const& text, std::size_t begin, std::size_t end) {
        std::string word = text.text.substr(begin, end - begin);
        auto const [found, fresh] = unknown_at_.emplace(word, unknown_.size());
        if (fresh) unknown_.push_back({std::move(word), 0, source_of(text, begin, end)});
        ++unknown_[found->second].count;
    }

    Document& document_;
    diag::Sink& sink_;
    std::vector<ReadingEntry> entries_; // the plan's, then those typed as ruby
    std::size_t from_plan_ = 0;
    Dictionary const* dictionary_ = nullptr;
    std::vector<std::vector<ReadingPart>> parts_;
    std::vector<bool> used_, seen_; // ever; in the chapter at hand
    std::vector<Mark const*> closed_;
    std::vector<std::uint32_t> edges_;
    std::vector<UnknownWord> unknown_;
    std::unordered_map<std::string, std::size_t> unknown_at_;
};

} // namespace

std::vector<UnknownWord> apply_readings(Document& document, diag::Sink& sink) {
    if (document.readings.empty() && !document.furigana) return {};
    return Applier(document, sink).run();
}

} // namespace kumihan::document
