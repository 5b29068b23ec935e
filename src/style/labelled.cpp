// What horizontal chapters print as a table of labels and words (the dates of a history, the facts and the programme of a
// workshop) in vertical chapters: each row is a paragraph on the grid, its label at the head of the first line, its words
// hanging below the longest label. A table would have to be read from left to right among lines that run from right to left.
// Tagged as a list: Lbl, LBody.
#include "base/utf8.h"
#include "style/join_text.h"
#include "style/kanji_numerals.h"
#include "style/resolver.h"

#include <algorithm>

namespace kumihan::style {

using namespace document;
using spec::Role;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// As it will stand upright: two and three digits share one cell (11.4), half an em for each letter of a turned word.
std::int64_t upright_ems(std::string_view text) {
    std::int64_t halves = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t digits = at;
        while (digits < text.size() && is_digit(text[digits]))
            ++digits;
        if (digits > at) {
            halves += digits - at <= 3 ? 2 : 2 * static_cast<std::int64_t>(digits - at);
            at = digits;
            continue;
        }
        auto const decoded = utf8::decode(text, at);
        halves += decoded.code_point < 0x80 ? 1 : 2;
        at += decoded.length;
    }
    return (halves + 1) / 2;
}

} // namespace

// 13:30～15:00 → 13時30分～15時
std::string clock_words(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t hours = at;
        while (hours < text.size() && is_digit(text[hours]))
            ++hours;
        bool const is_time = hours > at && hours - at <= 2 && hours + 2 < text.size() && text[hours] == ':' &&
                             is_digit(text[hours + 1]) && is_digit(text[hours + 2]) &&
                             (hours + 3 == text.size() || !is_digit(text[hours + 3]));
        if (is_time) {
            out.append(text.substr(at, hours - at)).append("時");
            std::string_view const minutes = text.substr(hours + 1, 2);
            if (minutes != "00") out.append(minutes.substr(minutes.front() == '0' ? 1 : 0)).append("分");
            at = hours + 3;
        } else {
            std::size_t const end = std::max(hours, at + 1);
            out.append(text.substr(at, end - at));
            at = end;
        }
    }
    return out;
}

void Resolver::labelled(std::vector<Fact> const& rows, Role label, Role value, Em label_at) {
    TagNode list_node;
    list_node.type = TagType::L;
    list_node.parent = sect_;
    TagId const list_tag = out_.tags.add(list_node);
    std::vector<std::string> labels;
    std::int64_t longest = 0;
    for (Fact const& row : rows) {
        labels.push_back(with_kanji_numbers(row.label, numerals(label)));
        longest = std::max(longest, upright_ems(labels.back()));
    }
    // One em behind the longest label, and whole characters of the words.
    Length const taken = style(label).size * (longest + 1), size = style(value).size;
    std::int64_t const hang = (taken.units() + size.units() - 1) / size.units();
    bool const fits = size * (hang * 2) <= here().area.width(); // else the labels would stand on too much of each line
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Fact const& row = rows[i];
        TagId const item_tag = out_.tags.add(TagType::Li, list_tag);
        TagId const label_tag = fits ? out_.tags.add(TagType::Lbl, item_tag) : TagId{};
        TagId const body_tag = out_.tags.add(TagType::LBody, item_tag);
        std::string const plain = with_kanji_numbers(row.plain, numerals(value));
        ParagraphBlock made = row.rich ? rich_paragraph(value, *row.rich, TagType::P, body_tag, row.span)
                                       : paragraph(value, plain, TagType::P, body_tag, row.span);
        if (!row.mark.empty()) prepend_plain(made.text, row.mark, number_style(value), row.span);
        TextStyle const label_style = text_style_of(label);
        if (fits) {
            made.label = styled_plain(labels[i], label_style, label_tag);
            made.label_at = label_at;
            made.line.start_indent = kOneEm * hang;
            made.line.first_indent = {};
        } else {
            prepend_plain(made.text, labels[i] + "　", label_style, row.span);
            made.line.start_indent = kOneEm;
            made.line.first_indent = Em{} - kOneEm;
        }
        made.whole_ems = true;
        made.pitch = here().area.pitch;
        made.on_grid = true;
        made.lines_before = i == 0 ? 1 : 0;
        made.lines_after = i + 1 == rows.size() ? 1 : 0;
        push(std::move(made));
    }
    push_notes(sect_);
}

} // namespace kumihan::style
