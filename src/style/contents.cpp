// The contents (目次), the list of figures and the list of tables: lines with leader and folio (15.6).
#include "style/awaited.h"
#include "style/join_text.h"
#include "style/resolver.h"

#include "base/utf8.h"

#include <algorithm>

namespace kumihan::style {

using namespace document;
using spec::Role;

namespace {

// Titles stand under each other however wide the figures of their numbers are: one em behind the longest number, a figure
// being half an em and the space between Japanese and figures a quarter.
Em titles_at(std::vector<std::string> const& labels) {
    std::int64_t most = 0; // quarters of an em
    for (std::string const& label : labels) {
        std::int64_t quarters = 0;
        bool figures = true;
        for (std::size_t at = 0; at < label.size();) {
            auto const decoded = utf8::decode(label, at);
            bool const is_figure = decoded.code_point < 0x80;
            if (at > 0 && is_figure != figures) ++quarters;
            quarters += is_figure ? 2 : 4;
            figures = is_figure;
            at += decoded.length;
        }
        most = std::max(most, quarters);
    }
    return most > 0 ? Em::ratio(most + 4, 4) : Em{};
}

} // namespace

void Resolver::contents_entry(Role role, std::string const& label, RichText const& title, std::string const& suffix,
                              AnchorId anchor, TagId list, Em title_at) {
    TagId const item = out_.tags.add(TagType::Toci, list);
    TagId const reference = out_.tags.add(TagType::Reference, item);
    TagId const link = out_.tags.add(TagType::Link, reference);

    // Notes and references do not belong into contents lines: the plain words only, with ruby and emphasis dropped.
    TextStyle const base = text_style_of(role);
    StyledText text;
    text.tag = link;
    if (!label.empty() && title_at > Em{}) {
        append_plain(text, label, number_style(role));
        text.tabs.push_back(static_cast<std::uint32_t>(text.text.size()));
        append_plain(text, " ", number_style(role));
    } else if (!label.empty()) {
        append_plain(text, label + "　", number_style(role));
    }
    // Of a caption its first sentence: the list says which figure it is, the caption itself tells the rest.
    std::string words = plain(title);
    if (role == Role::ContentsFigure)
        if (auto const stop = words.find("。"); stop != std::string::npos) words.resize(stop);
    append_plain(text, words, base, title.pieces.empty() ? Span{} : title.pieces.front().source);
    if (!suffix.empty()) {
        TextStyle small = text_style_of(Role::ContentsFolio);
        append_plain(text, "　" + suffix, small);
    }
    text.links.push_back({0, static_cast<std::uint32_t>(text.text.size()), anchor, link});

    ParagraphBlock made = paragraph(role, std::move(text));
    if (title_at > Em{}) made.line.tabs = {{made.line.start_indent + title_at, TabKind::Start, {}}};
    ContentsTail tail;
    tail.gap = layout_.contents.leader_gap;
    tail.leader = styled_plain(layout_.contents.leader, text_style_of(Role::ContentsFolio), {});
    Awaited page;
    page.anchor = anchor;
    tail.folio = styled_plain(awaited_words(page, {}, {}), text_style_of(Role::ContentsFolio), link);
    page.end = static_cast<std::uint32_t>(tail.folio.text.size());
    tail.folio.links.push_back({0, page.end, anchor, link});
    tail.folio.awaited.push_back(page);
    context_.awaits_pages = true;
    made.tail = std::move(tail);
    push(std::move(made));
}

void Resolver::contents(Chapter const& chapter, ContentsChapter const& kind) {
    begin_sequence(chapter);
    opening(chapter, {});
    TagId const list = out_.tags.add(TagType::Toc, sect_);
    static constexpr Role kRoles[] = {Role::Contents1, Role::Contents2, Role::Contents3};
    int level = 0; // of the entry before: one with nothing under it keeps nothing with it
    auto const keep_above = [&](int next) {
        if (level == 0 || next > level) return;
        if (auto* last = std::get_if<ParagraphBlock>(&out_.blocks.back())) last->keep_next = 0;
    };
    // Numbers of chapters and those of vertical lines are words, which an em follows.
    std::vector<std::string> labels[3];
    for (ContentsEntry const& entry : numbering_.contents)
        if (entry.level > 1 && entry.level <= kind.depth && !vertical_) labels[entry.level - 1].push_back(entry.label);
    Em const at[] = {Em{}, titles_at(labels[1]), titles_at(labels[2])};
    for (ContentsEntry const& entry : numbering_.contents) {
        if (entry.level > kind.depth) continue;
        keep_above(entry.level);
        if (entry.anchor == numbering_.book_notes) entries_of_book_notes_.push_back(out_.blocks.size());
        contents_entry(kRoles[entry.level - 1], entry.label, *entry.title, entry.suffix, entry.anchor, list, at[entry.level - 1]);
        level = entry.level;
    }
    keep_above(0);
    auto list_of = [&](std::string_view head, std::vector<FigureEntry> const& entries) {
        if (entries.empty()) return;
        ParagraphBlock title = paragraph(Role::ContentsTitle, head, TagType::H2, sect_);
        title.is_heading = true;
        push(std::move(title));
        TagId const figures = out_.tags.add(TagType::Toc, sect_);
        std::vector<std::string> numbers;
        for (FigureEntry const& entry : entries)
            if (!vertical_) numbers.push_back(entry.label);
        Em const title_at = titles_at(numbers);
        for (FigureEntry const& entry : entries)
            contents_entry(Role::ContentsFigure, entry.label, *entry.caption, {}, entry.anchor, figures, title_at);
    };
    if (kind.figures) list_of("図の一覧", numbering_.figure_list);
    if (kind.tables) list_of("表の一覧", numbering_.table_list);
}

} // namespace kumihan::style
