#include "style/number.h"

#include "base/overloaded.h"
#include "base/utf8.h"

#include <algorithm>

namespace kumihan::style {

using namespace document;

std::string kanji_number(int n) {
    static constexpr char const* kDigits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static constexpr char const* kUnits[] = {"千", "百", "十", ""};
    if (n == 0) return "〇";
    std::string out;
    int divisor = 1000;
    for (char const* unit : kUnits) {
        int const digit = n / divisor % 10;
        if (digit > 0) {
            if (digit > 1 || divisor == 1) out += kDigits[digit];
            out += unit;
        }
        divisor /= 10;
    }
    return out;
}

std::string fill_pattern(std::string const& pattern, int n, int chapter) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
            char const what = pattern[i + 1];
            if (what == 'n') out += std::to_string(n);
            if (what == 'k') out += kanji_number(n);
            if (what == 'c') out += std::to_string(chapter);
            i += 2;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

bool is_numbered(Chapter const& chapter) {
    if (chapter.numbered) return *chapter.numbered;
    return std::holds_alternative<TextChapter>(chapter.kind) || std::holds_alternative<WorkshopChapter>(chapter.kind) ||
           std::holds_alternative<HistoryChapter>(chapter.kind);
}

bool is_in_contents(Chapter const& chapter) {
    if (chapter.in_contents) return *chapter.in_contents;
    return !std::holds_alternative<CoverChapter>(chapter.kind) &&
           !std::holds_alternative<ContentsChapter>(chapter.kind) &&
           !std::holds_alternative<ColophonChapter>(chapter.kind);
}

std::string workshop_name(WorkshopChapter const& workshop, spec::Numbering const& words) {
    return workshop.number > 0 ? fill_pattern(words.workshop, workshop.number, 0) : std::string();
}

std::string plain(RichText const& text) {
    std::string out;
    std::size_t atom = 0;
    for (std::size_t i = 0; i < text.text.size();) {
        auto const decoded = utf8::decode(text.text, i);
        if (decoded.code_point == 0xFFFC) {
            // A forced break between Latin words would glue them; Japanese needs nothing.
            if (atom < text.atoms.size() && std::holds_alternative<LineBreak>(text.atoms[atom].what) && !out.empty() &&
                static_cast<unsigned char>(out.back()) < 0x80)
                out += ' ';
            ++atom;
        } else {
            out.append(text.text, i, decoded.length);
        }
        i += decoded.length;
    }
    return out;
}

// Albums and colophons stay horizontal: their words are captions and addresses.
bool has_vertical_lines(Document const& document, Chapter const& chapter) {
    bool const may_be = !std::holds_alternative<AlbumChapter>(chapter.kind) &&
                        !std::holds_alternative<ColophonChapter>(chapter.kind);
    return may_be && chapter.writing.value_or(document.writing) == Writing::Vertical;
}

namespace {

class Walk {
public:
    Walk(Document const& document, spec::LayoutSpec const& layout) : document_(document), layout_(layout) {}

    Numbering run() {
        int number = 0;
        for (Chapter const& chapter : document_.chapters) {
            chapter_number_ = is_numbered(chapter) ? ++number : 0;
            section_ = subsection_ = 0;
            if (chapter_number_ > 0) figure_.in_chapter = table_.in_chapter = 0; // plain ones count on through the book
            visit(chapter);
        }
        notes_of_the_book();
        return std::move(result_);
    }

private:
    void notes_of_the_book() {
        static RichText const title = [] {
            RichText made;
            made.text = "注";
            return made;
        }();
        bool any = false;
        for (Chapter const& chapter : document_.chapters)
            any = any || (!chapter.notes.empty() &&
                          chapter.notes_at.value_or(document_.notes_at) == document::NotePlace::Book &&
                          !has_vertical_lines(document_, chapter));
        if (!any) return;
        result_.book_notes = result_.add_anchor();
        result_.contents.push_back({1, "", &title, "", result_.book_notes});
    }

    void visit(Chapter const& chapter) {
        chapter_ = &chapter;
        Numbered numbered;
        numbered.anchor = result_.add_anchor();
        numbered.title = plain(chapter.title);
        if (chapter_number_ > 0)
            numbered.label = fill_pattern(layout_.numbering.chapter, chapter_number_, chapter_number_);
        remember(chapter.id, numbered);
        if (is_in_contents(chapter)) {
            std::string suffix;
            if (auto const* essay = std::get_if<EssayChapter>(&chapter.kind))
                suffix = essay->name.empty() ? essay->role : essay->role + "　" + essay->name;
            if (auto const* workshop = std::get_if<WorkshopChapter>(&chapter.kind)) 
                suffix = workshop_name(*workshop, layout_.numbering);
            result_.contents.push_back({1, numbered.label, &chapter.title, suffix, numbered.anchor});
        }
        result_.chapters.emplace(&chapter, std::move(numbered));

        placed_.assign(chapter.figures.size(), false);
        placed_tables_.assign(chapter.tables.size(), false);
        placed_groups_.assign(chapter.photo_groups.size(), false);
        std::visit(overloaded{
                       [&](ForewordChapter const& foreword) {
                           if (foreword.photo) visit(*foreword.photo);
                       },
                       [&](EssayChapter const& essay) {
                           if (essay.portrait) result_.figures.emplace(&*essay.portrait, bare(""));
                       },
                       [](auto const&) {},
                   },
                   chapter.kind);
        visit(chapter.body);
        visit_unplaced(chapter);
        std::visit(overloaded{
                       [&](WorkshopChapter const& workshop) {
                           for (Figure const& photo : workshop.photos)
                               visit(photo);
                           for (Group const& group : workshop.groups)
                               visit(group.body);
                           visit(workshop.summary);
                       },
                       [&](AlbumChapter const& album) {
                           for (Figure const& photo : album.photos)
                               result_.figures.emplace(&photo, bare(photo.id));
                       },
                       [](auto const&) {},
                   },
                   chapter.kind);
        for (Note const& note : chapter.notes)
            visit(note.blocks);
    }

    void visit_unplaced(Chapter const& chapter) {
        for (std::size_t i = 0; i < chapter.figures.size(); ++i)
            if (!placed_[i]) visit(chapter.figures[i]);
        for (std::size_t i = 0; i < chapter.tables.size(); ++i)
            if (!placed_tables_[i]) visit(chapter.tables[i]);
        for (std::size_t i = 0; i < chapter.photo_groups.size(); ++i)
            if (!placed_groups_[i]) visit(chapter.photo_groups[i]);
    }

    void visit(Blocks const& blocks) {
        for (Block const& block : blocks)
            std::visit(overloaded{
                           [&](Heading const& heading) { visit(heading); },
                           [&](List const& list) {
                               for (ListItem const& item : list.items)
                                   visit(item.blocks);
                           },
                           [&](Quote const& quote) { visit(quote.blocks); },
                           [&](FigureUse const& use) {
                               if (use.figure < chapter_->figures.size() && !placed_[use.figure]) {
                                   placed_[use.figure] = true;
                                   visit(chapter_->figures[use.figure]);
                               }
                           },
                           [&](TableUse const& use) {
                               if (use.table < chapter_->tables.size() && !placed_tables_[use.table]) {
                                   placed_tables_[use.table] = true;
                                   visit(chapter_->tables[use.table]);
                               }
                           },
                           [&](PhotosUse const& use) {
                               if (use.group < chapter_->photo_groups.size() && !placed_groups_[use.group]) {
                                   placed_groups_[use.group] = true;
                                   visit(chapter_->photo_groups[use.group]);
                               }
                           },
                           [](Paragraph const&) {},
                           [](Roster const&) {},
                           [&](Statute const& statute) { visit(statute); },
                           [](PageBreak const&) {},
                           [](SetColumns const&) {},
                           [](Rule const&) {},
                       },
                       block.what);
    }

    void visit(Heading const& heading) {
        Numbered numbered;
        numbered.anchor = result_.add_anchor();
        numbered.title = plain(heading.text);
        if (heading.level == 1) subsection_ = 0;
        if (heading.numbered && chapter_number_ > 0) {
            if (heading.level == 1)
                numbered.label = fill_pattern(layout_.numbering.section, ++section_, chapter_number_);
            else if (heading.level == 2 && !layout_.numbering.subsection.empty())
                numbered.label = fill_pattern(layout_.numbering.subsection, ++subsection_, chapter_number_);
        }
        remember(heading.id, numbered);
        // An essay's own heads are its author's breathing marks, not places that a reader looks for.
        bool const essay = std::holds_alternative<EssayChapter>(chapter_->kind);
        if (is_in_contents(*chapter_) && heading.level <= 2 && !essay)
            result_.contents.push_back({heading.level + 1, numbered.label, &heading.text, "", numbered.anchor});
        result_.headings.emplace(&heading, std::move(numbered));
    }

    // 第3条 / 第3条第2項 / 第3条第2項第一号 / 第3条第2項第一号イ; the first paragraph counts although it shows no number.
    void visit(Statute const& statute) {
        static constexpr char const* kIroha[] = {"イ", "ロ", "ハ", "ニ", "ホ", "ヘ", "ト", "チ", "リ", "ヌ", "ル", "ヲ",
                                                 "ワ", "カ", "ヨ", "タ", "レ", "ソ", "ツ", "ネ", "ナ", "ラ", "ム", "ウ"};
        std::string article, paragraph, item;
        for (Clause const& clause : statute.clauses) {
            Numbered numbered;
            numbered.anchor = result_.add_anchor();
            numbered.title = plain(clause.title);
            switch (clause.level) {
            case ClauseLevel::Article:
                numbered.mark = fill_pattern(layout_.numbering.article, clause.number, chapter_number_);
                if (clause.branch > 0) numbered.mark += "の" + std::to_string(clause.branch);
                numbered.label = article = numbered.mark;
                paragraph.clear();
                item.clear();
                break;
            case ClauseLevel::Paragraph:
                numbered.mark = std::to_string(clause.number);
                numbered.mark_halves = static_cast<int>(numbered.mark.size());
                paragraph = "第" + numbered.mark + "項";
                item.clear();
                numbered.label = article + paragraph;
                break;
            case ClauseLevel::Item:
                numbered.mark = kanji_number(clause.number);
                numbered.mark_halves = static_cast<int>(numbered.mark.size() / 3 * 2);
                item = "第" + numbered.mark + "号";
                numbered.label = article + paragraph + item;
                break;
            case ClauseLevel::SubItem:
                numbered.mark = kIroha[static_cast<std::size_t>(std::clamp(clause.number, 1, 24)) - 1];
                numbered.mark_halves = 2;
                numbered.label = article + paragraph + item + numbered.mark;
                break;
            }
            remember(clause.id, numbered);
            result_.clauses.emplace(&clause, std::move(numbered));
        }
    }

    struct Counter {
        std::string const &pattern, &plain_pattern; // plain: in chapters without a number
        int in_chapter = 0, outside = 0;
        std::string next(int chapter) {
            return chapter > 0 ? fill_pattern(pattern, ++in_chapter, chapter) : fill_pattern(plain_pattern, ++outside, 0);
        }
    };

    // Figures and tables: numbered when they have a caption and did not ask to go without.
    template <class Thing, class Map>
    void visit_captioned(Thing const& thing, Counter& counter, std::vector<FigureEntry>& list, Map& map) {
        if (!thing.numbered || thing.caption.empty()) {
            map.emplace(&thing, bare(thing.id, plain(thing.caption)));
            return;
        }
        Numbered numbered;
        numbered.anchor = result_.add_anchor();
        numbered.title = plain(thing.caption);
        numbered.label = counter.next(chapter_number_);
        remember(thing.id, numbered);
        list.push_back({numbered.label, &thing.caption, numbered.anchor});
        map.emplace(&thing, std::move(numbered));
    }
    void visit(Figure const& figure) { visit_captioned(figure, figure_, result_.figure_list, result_.figures); }
    // What a group says of all its photos is numbered once; photos under it that have words of their own are not.
    void visit(PhotoGroup const& group) {
        visit(group.whole);
        for (Figure const& photo : group.photos)
            if (group.whole.caption.empty())
                visit(photo);
            else
                result_.figures.emplace(&photo, bare(photo.id, plain(photo.caption)));
    }
    void visit(Table const& table) { visit_captioned(table, table_, result_.table_list, result_.tables); }

    Numbered bare(std::string const& id, std::string title = {}) {
        Numbered numbered;
        numbered.anchor = result_.add_anchor();
        numbered.title = std::move(title);
        remember(id, numbered);
        return numbered;
    }

    void remember(std::string const& id, Numbered const& numbered) {
        if (!id.empty()) result_.by_id.emplace(id, numbered);
    }

    Document const& document_;
    spec::LayoutSpec const& layout_;
    Numbering result_;
    Chapter const* chapter_ = nullptr;
    std::vector<bool> placed_, placed_tables_, placed_groups_;
    int chapter_number_ = 0, section_ = 0, subsection_ = 0;
    Counter figure_{layout_.numbering.figure, layout_.numbering.figure_plain};
    Counter table_{layout_.numbering.table, layout_.numbering.table_plain};
};

} // namespace

Numbering number(Document const& document, spec::LayoutSpec const& layout) { return Walk(document, layout).run(); }

} // namespace kumihan::style
