// Paragraphs of a form of their own: what {…} says, letters (拝啓, 敬具), rosters (名簿), rules and statutes (条文).
#include "base/utf8.h"
#include "style/join_text.h"
#include "style/kanji_numerals.h"
#include "style/resolver.h"

#include <algorithm>
#include <array>

namespace kumihan::style {

using namespace document;
using spec::Role;

namespace {

// Width that words will take, near enough to choose a column by.
Em width_of(RichText const& text, bool letters_only = false) {
    std::int64_t halves = 0;
    std::string const words = plain(text);
    for (std::size_t i = 0; i < words.size();) {
        auto const decoded = utf8::decode(words, i);
        bool const space = decoded.code_point == U' ' || decoded.code_point == U'　';
        if (!space || !letters_only) halves += decoded.code_point < 0x300 ? 1 : 2;
        i += decoded.length;
    }
    return kHalfEm * halves;
}

constexpr std::array<std::string_view, 9> kOpenings{"拝啓", "謹啓", "拝復", "前略", "冠省", "恭啓", "粛啓", "謹復", "急啓"};
constexpr std::array<std::string_view, 8> kClosings{"敬具", "敬白", "謹白", "拝具", "草々", "早々", "不一", "かしこ"};

bool is_closing(document::Block const& block) {
    auto const* p = std::get_if<Paragraph>(&block.what);
    return p && std::find(kClosings.begin(), kClosings.end(), p->text.text) != kClosings.end();
}
bool is_opening(document::Block const& block) {
    auto const* p = std::get_if<Paragraph>(&block.what);
    return p && std::any_of(kOpenings.begin(), kOpenings.end(), [&](std::string_view word) {
               std::string_view const text = p->text.text;
               return text.starts_with(word) && (text.size() == word.size() || text.substr(word.size()).starts_with("　"));
           });
}

} // namespace

void Resolver::apply(ParagraphForm const& form, ParagraphBlock& block) {
    if (!form.language.empty()) {
        out_.tags[block.text.tag].language = form.language;
        block.line.language = form.language;
        for (StyleRun& run : block.text.runs)
            if (!run.style.language) run.style.language = LanguageTag(form.language);
    }
    if (form.place != ParagraphPlace::Usual) block.line.first_indent = {};
    if (form.place == ParagraphPlace::Center) block.line.align = Align::Center;
    if (form.place == ParagraphPlace::End) {
        block.line.align = Align::End;
        block.line.end_indent = block.line.end_indent + Em::of(form.raise);
    }
    if (!form.tabs.empty()) block.line.tabs.clear();
    for (auto const& stop : form.tabs)
        block.line.tabs.push_back(tab_stop(stop));
}

TabStop Resolver::tab_stop(document::TabStop const& stop) {
    return {Em::of(stop.em), static_cast<TabKind>(stop.align), stop.leader};
}

// A letter: its salutation stands at the line's head, its closing word one em from the line's end.
std::vector<ParagraphPlace> Resolver::letter_places(std::span<document::Block const> blocks) {
    std::vector<ParagraphPlace> out;
    for (std::size_t i = 0, opening = blocks.size(); i < blocks.size(); ++i) {
        if (is_opening(blocks[i])) opening = i;
        if (!is_closing(blocks[i])) continue;
        if (out.empty()) out.resize(blocks.size(), ParagraphPlace::Usual);
        out[i] = ParagraphPlace::End;
        if (opening < i) out[opening] = ParagraphPlace::Flush;
        opening = blocks.size();
    }
    return out;
}

// One person a line: roles and names spread over the width of the longest (均等割り), affiliations in a column that hangs.
void Resolver::roster(Roster const& roster, Indent indent, TagId parent) {
    Em role, name = kOneEm * 5; // 五字取り; longer names give up their space, and then widen the column
    for (RosterRow const& row : roster.rows) {
        role = std::max(role, width_of(row.role));
        name = std::max(name, width_of(row.name, true));
    }
    Em const gap = kOneEm * 2;
    Em const name_at = role > Em{} ? role + gap : Em{};
    Em const rest_at = name_at + name + gap;
    TagId const list = out_.tags.add(TagType::L, parent);
    bool first = true;
    for (RosterRow const& row : roster.rows) {
        TagId const item = out_.tags.add(TagType::Li, list);
        TagId const body = out_.tags.add(TagType::LBody, item);
        TagId const tag = out_.tags.add(TagType::P, body);
        StyledText text = styled_plain("", text_style_of(indent.role), tag);
        auto column = [&](RichText const& words, Em width) {
            StyledText part = rich(indent.role, words, tag);
            if (width > Em{} && !part.text.empty())
                part.fits.push_back({0, static_cast<std::uint32_t>(part.text.size()), width});
            append(text, std::move(part));
        };
        auto tab = [&] {
            text.tabs.push_back(static_cast<std::uint32_t>(text.text.size()));
            append_plain(text, " ", text_style_of(indent.role), row.span);
        };
        if (role > Em{}) {
            column(row.role, role);
            tab();
        }
        column(row.name, name);
        if (!row.affiliation.empty()) {
            tab();
            column(row.affiliation, {});
        }
        ParagraphBlock made = paragraph(indent.role, std::move(text), row.span);
        made.line.start_indent = made.line.start_indent + indent.start;
        // What goes on in the next line hangs below the last column.
        Em const hang = row.affiliation.empty() ? name_at : rest_at;
        Em const from = made.line.start_indent + kOneEm;
        made.line.start_indent = from + hang;
        made.line.first_indent = Em{} - hang;
        made.line.tabs = {{from + name_at, TabKind::Start, {}}, {from + rest_at, TabKind::Start, {}}};
        if (name_at == Em{}) made.line.tabs.erase(made.line.tabs.begin());
        made.lines_before = first ? made.lines_before : 0;
        first = false;
        push(std::move(made));
    }
}

// As in the law gazette: the title one em in, 第1条 at the line's head, its number an em before its words; what goes on
// hangs by one em. Each level stands one em further in.
void Resolver::statute(Statute const& statute, Indent indent, TagId parent) {
    TextStyle strong = text_style_of(indent.role);
    if (auto const found = stacks_.find(layout_.strong_font); found != stacks_.end()) strong.stack = found->second;
    TagId article, list, item_body, sub_list;
    for (Clause const& clause : statute.clauses) {
        Numbered const& known = numbering_.clauses.at(&clause);
        Em const base = indent.start;
        if (clause.level == ClauseLevel::Article || !article) {
            article = out_.tags.add(TagType::Div, parent);
            list = item_body = sub_list = {};
        }
        if (!clause.title.empty()) {
            ParagraphBlock title = rich_paragraph(indent.role, clause.title, TagType::P, article, clause.span);
            prepend_plain(title.text, "（", text_style_of(indent.role), clause.span);
            append_plain(title.text, "）", text_style_of(indent.role), clause.span);
            title.line.first_indent = {};
            title.line.start_indent = title.line.start_indent + base + kOneEm;
            title.keep_next = std::max(title.keep_next, 2);
            push(std::move(title));
        }
        TagId holder = article, label_tag;
        int const depth = static_cast<int>(clause.level) - 1; // 2: 0, 一: 1, イ: 2
        if (clause.level == ClauseLevel::Paragraph) list = item_body = sub_list = {};
        if (clause.level == ClauseLevel::Item) sub_list = {};
        if (clause.level >= ClauseLevel::Item) {
            TagId& in = clause.level == ClauseLevel::Item ? list : sub_list;
            if (!in) {
                TagNode node;
                node.type = TagType::L;
                node.parent = clause.level == ClauseLevel::SubItem && item_body ? item_body : article;
                node.ordered_list = true;
                in = out_.tags.add(node);
            }
            TagId const item = out_.tags.add(TagType::Li, in);
            label_tag = out_.tags.add(TagType::Lbl, item);
            holder = out_.tags.add(TagType::LBody, item);
            if (clause.level == ClauseLevel::Item) item_body = holder;
        }
        if (clause.level == ClauseLevel::Paragraph) label_tag = out_.tags.add(TagType::Span, article);
        ParagraphBlock made = rich_paragraph(indent.role, clause.text, TagType::P, holder, clause.span);
        made.anchor = known.anchor;
        out_.tags[made.text.tag].anchor = known.anchor;
        if (clause.level == ClauseLevel::Article) {
            prepend_plain(made.text, with_kanji_numbers(known.mark, numerals(indent.role)) + "　", strong, clause.span);
            made.line.start_indent = made.line.start_indent + base + kOneEm;
            made.line.first_indent = Em{} - kOneEm;
        } else {
            Em const label = std::max(kOneEm, kHalfEm * static_cast<std::int64_t>(known.mark_halves));
            made.label = styled_plain(known.mark, text_style_of(indent.role), label_tag, clause.span);
            made.label_at = made.line.start_indent + base + kOneEm * depth +
                            (known.mark_halves == 1 ? kQuarterEm : Em{}); // one figure in the middle of its cell
            made.line.start_indent = made.line.start_indent + base + kOneEm * (depth + 1);
            made.line.first_indent = label;
        }
        push(std::move(made));
    }
}

} // namespace kumihan::style
