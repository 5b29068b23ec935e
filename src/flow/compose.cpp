#include "flow/compose.h"

#include "base/overloaded.h"
#include "base/parallel.h"
#include "flow/draft.h"
#include "line/compose.h"

#include <algorithm>
#include <functional>

namespace kumihan::flow {

using style::ParagraphBlock;

namespace {

// Marks of list items and notes are texts made anew in each pass.
bool same_text(style::StyledText const& a, style::StyledText const& b) {
    return a.text == b.text && a.tag == b.tag && a.runs.size() == b.runs.size();
}

// A single character in the last line, with its full stop or without (JLReq 3.5.4).
bool ends_alone(std::vector<line::SetLine> const& lines, Length size) {
    return lines.size() > 1 && lines.back().end - lines.back().begin < size * 2;
}

} // namespace

Material compose(style::StyledDocument const& document, spec::LayoutSpec const& layout, font::FontLibrary const& fonts,
                 diag::Sink& sink, Options options, Before const& before) {
    return Builder(document, layout, fonts, sink, options.jobs).run(before);
}

bool relax(Material& material, ParagraphIndex index, int looseness, font::FontLibrary const& fonts, diag::Sink& sink) {
    SetParagraph& paragraph = material.paragraphs[index];
    if (looseness == 0) {
        paragraph.looseness = 0;
        paragraph.relaxed.clear();
        return true;
    }
    if (paragraph.beside.any()) return false; // its lines and those of its neighbours stand beside a picture
    if (paragraph.source->tail) return false; // a line of the contents keeps its leaders and page number
    auto const wanted = static_cast<std::ptrdiff_t>(paragraph.lines.size()) + looseness;
    if (!paragraph.reach.may_fill(wanted)) return false;
    auto lines = line::compose(paragraph.source->text, paragraph.source->line, paragraph.measure, fonts, sink,
                               line::ComposeOptions{looseness, paragraph.lines.size(), nullptr});
    if (lines.empty() || ends_alone(lines, paragraph.source->line.size)) return false;
    paragraph.relaxed = std::move(lines);
    paragraph.looseness = looseness;
    return true;
}

std::string breakable(Material const& material, font::FontLibrary const& fonts) {
    std::string out;
    diag::Sink unheard; // said when the lines were made
    for (SetParagraph const& paragraph : material.paragraphs) {
        if (paragraph.source->tail || paragraph.looseness != 0) continue;
        line::ComposeOptions options;
        options.beside = paragraph.beside;
        options.breakable = &out;
        (void)line::compose(paragraph.source->text, paragraph.source->line, paragraph.measure, fonts, unheard, options);
    }
    return out;
}

Material Builder::run(Before const& before) {
    for (style::Block const& block : document_.blocks)
        draft(block);
    for (std::size_t i = 0; i < document_.notes.size(); ++i) {
        auto const known = note_measure_.find(NoteId{i});
        Length measure = known == note_measure_.end() ? layout_.area.width() : known->second;
        if (document_.notes[i].place == style::NotePlace::Side) {
            Length const size = layout_.style(spec::Role::SideNote).size;
            measure = size * std::max<std::int64_t>(1, layout_.notes.side_width / size);
        }
        for (ParagraphBlock const& paragraph : document_.notes[i].paragraphs)
            add(paragraph, measure);
    }
    compose_all(before);
    begin_wraps();
    set_frames({});
    for (style::Block const& block : document_.blocks)
        assemble(block);
    for (style::Note const& one : document_.notes)
        note(one);
    if (before.material && before.material->sequences.size() == material_.sequences.size())
        for (Sequence& one : material_.sequences)
            compare(one);
    material_.right_bound = document_.right_bound;
    return std::move(material_);
}

// A sequence all of whose lines are those of the pass before keeps what its pages asked of them; any other starts anew.
void Builder::compare(Sequence& sequence) {
    bool same = true;
    auto each = [&](auto const& visit) {
        auto pieces = [&](std::vector<Piece> const& all) {
            for (Piece const& piece : all)
                if (auto const* line = std::get_if<LinePiece>(&piece)) visit(line->paragraph);
        };
        auto notes = [&](std::vector<NoteId> const& ids) {
            for (NoteId const id : ids)
                pieces(material_.notes[id.value].pieces);
        };
        for (Item const& item : sequence.items) {
            if (auto const* text = std::get_if<Text>(&item.what)) {
                visit(text->paragraph);
                if (text->label) visit(*text->label);
                for (line::SetLine const& line : set(text->paragraph).current())
                    notes(line.notes);
            } else if (auto const* box = std::get_if<Box>(&item.what)) {
                pieces(box->pieces);
                if (box->sheet) pieces(box->sheet->facing);
                notes(box->notes);
            } else if (auto const* cover = std::get_if<CoverPage>(&item.what)) {
                pieces(cover->pieces);
            }
        }
    };
    each([&](ParagraphIndex index) { same = same && taken_over_[index] != 0; });
    sequence.as_before = same;
    if (!same) each([&](ParagraphIndex index) {
        material_.paragraphs[index].looseness = 0;
        material_.paragraphs[index].relaxed.clear();
    });
}

void Builder::compose_all(Before const& before) {
    auto& all = material_.paragraphs;
    bool const reuse = before.material && before.material->paragraphs.size() == all.size();
    taken_over_.assign(all.size(), 0);
    parallel_for(all.size(), jobs_, 8, [&](std::size_t i) {
        SetParagraph& paragraph = all[i];
        auto const taken_over = [&](SetParagraph& old) {
            if (old.measure != paragraph.measure || old.beside.any()) return false;
            bool const changed =
                old.source == paragraph.source
                    ? std::binary_search(before.changed.begin(), before.changed.end(), old.source, std::less<>())
                    : !same_text(old.source->text, paragraph.source->text);
            // In a line of the contents only the number at its end can change.
            if (changed && !paragraph.source->tail) return false;
            paragraph.lines = std::move(old.lines);
            paragraph.reach = old.reach;
            paragraph.relaxed = std::move(old.relaxed);
            paragraph.looseness = old.looseness;
            paragraph.tail_runs = old.tail_runs;
            paragraph.tail_links = old.tail_links;
            taken_over_[i] = !changed;
            if (changed) {
                cut_contents_tail(paragraph);
                finish_contents_line(paragraph, layout_, fonts_, sink_);
            }
            return true;
        };
        if (reuse && taken_over(before.material->paragraphs[i])) return;
        Length measure = paragraph.measure;
        if (paragraph.source->tail) measure -= contents_reserve(*paragraph.source);
        paragraph.lines = line::compose(paragraph.source->text, paragraph.source->line, measure, fonts_, sink_,
                                        line::ComposeOptions{0, 0, &paragraph.reach});
        if (paragraph.source->tail) finish_contents_line(paragraph, layout_, fonts_, sink_);
    });
}

ParagraphIndex Builder::add(ParagraphBlock const& block, Length measure) {
    auto const index = static_cast<ParagraphIndex>(material_.paragraphs.size());
    Length inset;
    if (block.whole_ems) {
        Length const size = block.line.size;
        Length const room = measure - (block.line.start_indent + block.line.end_indent).at(size);
        if (room > size) inset = room - size * (room / size);
    }
    material_.paragraphs.push_back({&block, measure - inset, inset, {}, {}, 0, 0, 0, {}, {}});
    paragraphs_[&block] = index;
    for (auto const& mark : block.text.notes)
        note_measure_[mark.note] = frames_.measure;
    if (block.label) {
        // The mark is a line of its own, at the place the style gives.
        auto label = std::make_unique<ParagraphBlock>();
        label->text = *block.label;
        label->line = block.line;
        label->line.align = style::Align::Start;
        label->line.first_indent = label->line.start_indent = label->line.end_indent = {};
        labels_[&block] = static_cast<ParagraphIndex>(material_.paragraphs.size());
        material_.paragraphs.push_back({label.get(), measure, {}, {}, {}, 0, 0, 0, {}, {}});
        material_.owned.push_back(std::move(label));
    }
    return index;
}

void Builder::draft(style::Block const& block) {
    gather_beside(block);
    Length const width = frames_.measure;
    std::visit(overloaded{
                   [&](ParagraphBlock const& b) { add(b, b.spans ? frames_.whole() : width); },
                   [&](style::FigureBlock const& b) {
                       figures_[&b] = draft_placed(b);
                   },
                   [&](style::PhotoGroupBlock const& b) {
                       if (b.arranged)
                           draft_group(b);
                       else
                           groups_[&b] = draft_rows(b);
                   },
                   [&](style::TableBlock const& b) { tables_[&b] = draft_table(b); },
                   [&](style::CoverBlock const& b) {
                       Length const across = vertical() ? layout_.trim.height : layout_.trim.width;
                       Length const room = across - layout_.cover.margin * 2;
                       for (auto const& p : b.title)
                           add(p, room);
                       // Upright, it stands below the photo.
                       Length const photo = vertical() && b.photo ? across.scaled(layout_.cover.photo_height) : Length{};
                       for (auto const& p : b.foot)
                           add(p, photo > Length{} ? std::max(room / 4, room - photo) : room);
                   },
                   [&](style::PortraitHead const& b) {
                       Length beside;
                       if (b.portrait) {
                           Length const wide = layout_.figures.portrait_width;
                           beside = frames_.size * 2 + (vertical() ? wide.scaled(b.portrait->aspect) : wide);
                       }
                       for (auto const& p : b.paragraphs)
                           add(p, frames_.whole() - beside);
                   },
                   [&](style::OpeningBlock const& b) {
                       for (auto const& p : b.paragraphs)
                           add(p, frames_.whole());
                   },
                   [](style::BreakBlock const&) {},
                   [&](style::SequenceStart const& b) { set_frames(b); },
                   [](style::SectionMark const&) {},
                   [](style::FillPage const&) {},
                   [&](style::ColumnsBlock const& b) {
                       start_.columns = b.count;
                       set_frames(start_);
                   },
               },
               block);
}

void Builder::set_frames(style::SequenceStart start) {
    frames_ = frames_of(start, layout_);
    start_ = std::move(start);
}

Sequence& Builder::sequence() {
    if (material_.sequences.empty()) {
        material_.sequences.emplace_back();
        material_.sequences.back().frames = frames_;
    }
    return material_.sequences.back();
}

Item& Builder::push(Item item) {
    auto& items = sequence().items;
    items.push_back(std::move(item));
    return items.back();
}

void Builder::assemble(style::Block const& block) {
    std::visit(overloaded{
                   [&](ParagraphBlock const& b) { text(b); },
                   [&](style::FigureBlock const& b) { figure(b); },
                   [&](style::PhotoGroupBlock const& b) { photo_group(b); },
                   [&](style::TableBlock const& b) { table(b); },
                   [&](style::CoverBlock const& b) { cover(b); },
                   [&](style::PortraitHead const& b) { portrait_head(b); },
                   [&](style::OpeningBlock const& b) { opening(b); },
                   [&](style::BreakBlock const& b) {
                       push({PageBreak{b.kind}, {}, {}, {}});
                   },
                   [&](style::SequenceStart const& b) {
                       material_.sequences.emplace_back();
                       material_.sequences.back().start = b;
                       set_frames(b);
                       material_.sequences.back().frames = frames_;
                   },
                   [&](style::SectionMark const& b) {
                       push({Mark{b.head}, {}, {}, {}});
                   },
                   [&](style::FillPage const&) {
                       push({Fill{}, {}, {}, {}});
                   },
                   [&](style::ColumnsBlock const& b) {
                       start_.columns = b.count;
                       set_frames(start_);
                       push({NewFrames{frames_}, {}, {}, {}});
                   },
               },
               block);
}

Length Builder::height(ParagraphIndex index) const {
    SetParagraph const& p = set(index);
    auto const lines = static_cast<std::int64_t>(p.current().size());
    return lines == 0 ? Length{} : p.source->pitch * (lines - 1) + p.source->line.size;
}

Length Builder::stack(ParagraphIndex index, Length at, Length top, Box& box) const {
    SetParagraph const& p = set(index);
    Length const size = p.source->line.size;
    Length const origin = line_origin(size, p.source->line.mode);
    if (p.source->label) {
        auto const label = labels_.at(p.source);
        if (!set(label).current().empty())
            box.pieces.push_back(LinePiece{label, 0, at + p.source->label_at.at(size), top + origin});
    }
    for (std::size_t i = 0; i < p.current().size(); ++i) {
        Length const line_top = top + p.source->pitch * static_cast<std::int64_t>(i);
        box.pieces.push_back(LinePiece{index, static_cast<std::uint32_t>(i), at + p.inset, line_top + origin});
        for (NoteId const id : p.current()[i].notes)
            box.notes.push_back(id);
    }
    return top + height(index);
}

Length Builder::stack(std::vector<ParagraphIndex> const& paragraphs, Length at, Length top, Box& box) const {
    bool first = true;
    Length after;
    for (ParagraphIndex const index : paragraphs) {
        ParagraphBlock const& source = *set(index).source;
        // Paragraphs stand apart by what their styles ask for, and without that by their own line gap.
        if (!first) {
            Length const asked = std::max(after, source.before);
            top += asked > Length{} ? asked : source.pitch - source.line.size;
        }
        top = stack(index, at, top, box);
        after = source.after;
        first = false;
    }
    return top;
}

void Builder::text(ParagraphBlock const& block) {
    ParagraphIndex const index = paragraphs_.at(&block);
    Item item;
    item.span = block.span;
    item.spacing = {block.lines_before, block.lines_after, block.before, block.after, block.keep_next};
    if (block.anchor) item.anchors.push_back(*block.anchor);
    item.spans = block.spans;
    if (block.span_lines == 0 && block.rule_below == Length{}) {
        Text made;
        made.paragraph = index;
        made.on_grid = block.on_grid;
        made.pitch = block.pitch;
        made.size = block.line.size;
        made.at = set(index).inset;
        if (block.label) {
            made.label = labels_.at(&block);
            made.label_at = block.label_at.at(block.line.size);
        }
        item.what = std::move(made);
        push(std::move(item));
        return;
    }
    // 行取り: k lines of the grid, the text (and the rule under it) in their middle (13.1). More lines grow k.
    Box box;
    box.mode = frames_.mode;
    box.is_heading = block.is_heading;
    Length const rule = block.rule_below > Length{} ? block.rule_gap + block.rule_below : Length{};
    Length const content = height(index) + rule;
    Length const pitch = frames_.pitch, gap = frames_.line_gap();
    int slots = std::max(block.span_lines, 1);
    while (pitch * slots - gap < content)
        ++slots;
    box.slots = slots;
    box.extent = pitch * slots - gap;
    Length const top = (box.extent - content) / 2;
    Length const end = stack(index, {}, top, box);
    if (rule > Length{})
        box.pieces.push_back(
            RulePiece{{}, end + block.rule_gap, set(index).measure, block.rule_below, block.rule_color});
    item.what = std::move(box);
    push(std::move(item));
}

void Builder::note(style::Note const& note) {
    SetNote made;
    made.side = note.place == style::NotePlace::Side;
    Box box;
    std::vector<ParagraphIndex> paragraphs;
    for (auto const& p : note.paragraphs)
        paragraphs.push_back(paragraphs_.at(&p));
    made.extent = stack(paragraphs, {}, {}, box);
    made.pieces = std::move(box.pieces);
    for (std::uint32_t i = 0; i < made.pieces.size(); ++i) {
        auto const& piece = std::get<LinePiece>(made.pieces[i]);
        if (std::find(paragraphs.begin(), paragraphs.end(), piece.paragraph) == paragraphs.end()) continue; // a label
        Length const size = set(piece.paragraph).source->line.size;
        Length const top = piece.baseline - ascent(size);
        made.lines.push_back({i + 1, top, top + size});
    }
    material_.notes.push_back(std::move(made));
}

} // namespace kumihan::flow
