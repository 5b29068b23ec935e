// Figures, photos and groups of photos with their captions, numbers and tags (15.1).
#include "style/join_text.h"
#include "style/resolver.h"

namespace kumihan::style {

using namespace document;
using spec::Role;

Boxed<ParagraphBlock> Resolver::figure_caption(Figure const& figure, Numbered const* known, Role role, TagId parent) {
    if (figure.caption.empty() && figure.credit.empty() && !figure.date) return {};
    TagId const tag = out_.tags.add(TagType::Caption, parent);
    StyledText text = rich(role, figure.caption, tag);
    if (known && !known->label.empty()) prepend_plain(text, known->label + "　", number_style(role));
    std::string more;
    if (figure.date) more += date_text(figure.date);
    if (!figure.credit.empty()) more += (more.empty() ? "" : "　") + ("撮影：" + figure.credit);
    if (!more.empty()) append_plain(text, figure.caption.empty() ? more : "（" + more + "）", text_style_of(role));
    return paragraph(role, std::move(text), figure.span);
}

FigureBlock Resolver::figure_block(Figure const& figure, Role caption_role, TagId parent) {
    FigureBlock made;
    made.shown = figure.file;
    made.span = figure.file_span ? figure.file_span : figure.span;
    made.width = figure.width;
    made.spans = figure.spans;
    if (auto const found = pictures_.find(figure.file); found != pictures_.end()) {
        made.image = found->second.image;
        made.placeholder = found->second.placeholder;
        if (found->second.width > 0)
            made.picture_aspect = static_cast<double>(found->second.height) / static_cast<double>(found->second.width);
    } else {
        made.placeholder = true;
        made.picture_aspect = 0.66;
    }
    made.aspect = figure.ratio > 0 ? figure.ratio : made.picture_aspect;
    made.place = figure.place;
    made.wrap = figure.wrap;
    made.caption_side = figure.caption_side;
    made.bleed = figure.bleed;
    made.crop = figure.crop;
    made.focus = figure.focus;
    Numbered const* known = nullptr;
    if (auto const found = numbering_.figures.find(&figure); found != numbering_.figures.end()) known = &found->second;
    if (known) made.anchor = known->anchor;
    if (!figure.decorative) {
        TagNode node;
        node.type = TagType::Figure;
        node.parent = parent;
        node.alt = figure.alt.empty() ? plain(figure.caption) : figure.alt;
        if (node.alt.empty()) node.alt = "図";
        if (known) node.anchor = known->anchor;
        made.tag = out_.tags.add(std::move(node));
    }
    made.caption = figure_caption(figure, known, caption_role, parent);
    return made;
}

void Resolver::figure(Figure const& figure, Span called) {
    TagId const parent = out_.tags.add(TagType::Div, sect_);
    FigureBlock made = figure_block(figure, Role::Caption, parent);
    made.called = called;
    push(std::move(made));
    push_notes(sect_);
}

// Several photos with one number and one caption where the group has its own words, else with one each.
void Resolver::photo_group(PhotoGroup const& group, Span called) {
    TagId const all = out_.tags.add(TagType::Div, sect_);
    PhotoGroupBlock made;
    made.arranged = true;
    made.place = group.whole.place;
    made.crop = group.whole.crop;
    made.ratio = group.whole.ratio;
    made.span = group.span;
    made.called = called;
    for (Figure const& photo : group.photos)
        made.photos.push_back(figure_block(photo, Role::Caption, out_.tags.add(TagType::Div, all)));
    Numbered const& known = numbering_.figures.at(&group.whole);
    made.anchor = known.anchor;
    made.shown = group.whole.id.empty() && !group.photos.empty() ? group.photos.front().file : group.whole.id;
    made.caption = figure_caption(group.whole, &known, Role::Caption, all);
    if (!made.photos.empty()) push(std::move(made));
    push_notes(sect_);
}

void Resolver::photos(std::vector<Figure> const& figures, std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    PhotoGroupBlock group;
    group.columns = end - begin == 1 ? 1 : 2;
    group.arranged = vertical_; // rows found by trial stand among vertical lines too
    for (std::size_t i = begin; i < end; ++i) {
        TagId const parent = out_.tags.add(TagType::Div, sect_);
        group.photos.push_back(figure_block(figures[i], Role::Caption, parent));
    }
    if (group.photos.size() == 1)
        push(std::move(group.photos.front()));
    else
        push(std::move(group));
    push_notes(sect_);
}

void Resolver::unplaced_figures(Chapter const& chapter) {
    for (std::size_t i = 0; i < chapter.figures.size(); ++i)
        if (!placed_figures_[i]) {
            placed_figures_[i] = true;
            figure(chapter.figures[i]);
        }
    for (std::size_t i = 0; i < chapter.tables.size(); ++i)
        if (!placed_tables_[i]) {
            placed_tables_[i] = true;
            table(chapter.tables[i]);
        }
    for (std::size_t i = 0; i < chapter.photo_groups.size(); ++i)
        if (!placed_groups_[i]) {
            placed_groups_[i] = true;
            photo_group(chapter.photo_groups[i]);
        }
}

} // namespace kumihan::style
