#include "style/awaited.h"

#include "base/overloaded.h"
#include "style/join_text.h"
#include "style/kanji_numerals.h"

#include <algorithm>
#include <functional>

namespace kumihan::style {
namespace {

constexpr std::string_view kNumber = "{n}";
constexpr char const* kUnknownPage = "00"; // two digits: about the room the number will need

class Filler {
public:
    Filler(StyledDocument& document, References const& known) : document_(document), known_(known) {}

    std::vector<ParagraphBlock const*> run() {
        for (Block& block : document_.blocks)
            visit(block);
        for (std::size_t i = 0; i < document_.notes.size(); ++i) {
            Note& note = document_.notes[i];
            if (note.number_awaited)
                note.printed = awaited_words({0, 0, AwaitedForm::NoteMark, {}, NoteId{i}}, document_.note_mark, known_);
            paragraphs(note.paragraphs);
        }
        std::sort(changed_.begin(), changed_.end(), std::less<>());
        return std::move(changed_);
    }

private:
    bool text(StyledText& text) {
        bool changed = false;
        for (std::size_t i = 0; i < text.awaited.size(); ++i) {
            Awaited const awaited = text.awaited[i];
            std::string const words = awaited_words(awaited, document_.note_mark, known_);
            if (std::string_view(text.text).substr(awaited.begin, awaited.end - awaited.begin) == words) continue;
            replace(text, awaited.begin, awaited.end, words);
            changed = true;
        }
        return changed;
    }
    void paragraph(ParagraphBlock& block) {
        bool changed = text(block.text);
        if (block.label) changed = text(*block.label) || changed;
        if (block.tail) changed = text(block.tail->folio) || changed;
        if (changed) changed_.push_back(&block);
    }
    void paragraph(Boxed<ParagraphBlock>& block) {
        if (block) paragraph(*block);
    }
    void paragraphs(std::vector<ParagraphBlock>& blocks) {
        for (ParagraphBlock& block : blocks)
            paragraph(block);
    }
    void figure(Boxed<FigureBlock>& block) {
        if (block) paragraph(block->caption);
    }
    void rows(std::vector<TableRow>& rows) {
        for (TableRow& row : rows)
            for (Cell& cell : row.cells)
                paragraphs(cell.paragraphs);
    }
    void visit(Block& block) {
        std::visit(overloaded{
                       [&](ParagraphBlock& b) { paragraph(b); },
                       [&](FigureBlock& b) { paragraph(b.caption); },
                       [&](PhotoGroupBlock& b) {
                           for (FigureBlock& photo : b.photos)
                               paragraph(photo.caption);
                           paragraph(b.caption);
                       },
                       [&](TableBlock& b) {
                           rows(b.head);
                           rows(b.rows);
                           paragraph(b.caption);
                           paragraph(b.continues);
                           paragraph(b.continued);
                           paragraphs(b.notes);
                       },
                       [&](CoverBlock& b) {
                           figure(b.photo);
                           paragraphs(b.title);
                           paragraphs(b.foot);
                       },
                       [&](PortraitHead& b) {
                           paragraphs(b.paragraphs);
                           figure(b.portrait);
                       },
                       [&](OpeningBlock& b) { paragraphs(b.paragraphs); },
                       [](BreakBlock&) {},
                       [](SequenceStart&) {},
                       [](SectionMark&) {},
                       [](FillPage&) {},
                       [](ColumnsBlock&) {},
                   },
                   block);
    }

    StyledDocument& document_;
    References const& known_;
    std::vector<ParagraphBlock const*> changed_;
};

} // namespace

std::string note_mark(std::string pattern, int number) {
    if (pattern.empty()) pattern = "{n})";
    if (auto const at = pattern.find(kNumber); at != std::string::npos)
        return pattern.replace(at, kNumber.size(), std::to_string(number));
    std::string out;
    for (int i = 0; i < number; ++i)
        out += pattern;
    return out;
}

std::string awaited_words(Awaited const& awaited, std::string const& pattern, References const& known) {
    if (awaited.form == AwaitedForm::NoteMark) {
        // In the first pass all are taken for the first on their page.
        auto const i = awaited.note.value;
        bool const counted = i < known.note_numbers.size() && known.note_numbers[i] > 0;
        return note_mark(pattern, counted ? known.note_numbers[i] : 1);
    }
    auto const i = awaited.anchor.value;
    std::string const page = awaited.anchor && i < known.folio.size() && !known.folio[i].empty() ? known.folio[i] : kUnknownPage;
    if (awaited.form == AwaitedForm::Folio) return page;
    return glued(with_kanji_numbers(page, awaited.numerals) + "ペ") + "ージ";
}

std::vector<ParagraphBlock const*> fill_in(StyledDocument& document, References const& known) {
    return Filler(document, known).run();
}

} // namespace kumihan::style
