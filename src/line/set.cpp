#include "line/set.h"

#include "line/pen.h"
#include "shape/shape.h"

#include "text/char_class.h"

#include <algorithm>
#include <utility>

namespace kumihan::line {

using shape::Cluster;

Setter::Setter(shape::ShapedText const& shaped, para::Paragraph const& paragraph, style::StyledText const& text,
               style::LineStyle const& style, std::vector<TagSegment> const& tags)
    : shaped_(shaped), paragraph_(paragraph), text_(text), style_(style), tags_(tags) {
    auto const& units = paragraph.ruby;
    auto const below = std::find_if(units.begin(), units.end(), [&](auto const& unit) { return text.ruby[unit.mark].below; });
    first_below_ = static_cast<std::size_t>(below - units.begin());
    next_unit_[1] = first_below_;
}

SetLine Setter::set(ChosenLine const& line, Length start_first, Length start_rest) {
    auto const& boxes = paragraph_.boxes;
    SetLine out;
    place(line, at_);
    Length const start = line.first == 0 ? start_first : start_rest;
    for (auto& at : at_) at += start.units();
    lay_out_parts(line);

    if (!at_.empty()) {
        out.begin = Length::from_units(at_.front());
        out.end = Length::from_units(at_.back() + boxes[line.last].width);
    }
    bool const ends = line.last + 1 == boxes.size();
    std::uint32_t const cluster_begin = line.first == 0 ? 0 : boxes[line.first].cluster;
    auto const cluster_end = ends ? static_cast<std::uint32_t>(shaped_.clusters.size()) : boxes[line.last + 1].cluster;
    auto byte_at = [&](std::uint32_t cluster) {
        return cluster < shaped_.clusters.size() ? shaped_.clusters[cluster].begin : static_cast<std::uint32_t>(text_.text.size());
    };
    out.text_begin = byte_at(cluster_begin);
    out.text_end = byte_at(cluster_end);
    out.ends_paragraph = ends;
    out.span = shape::source_of(text_.pieces, out.text_begin, out.text_end);

    LinePlan const& plan = line.plan;
    out.fit.kind = plan.kind;
    out.fit.stage = plan.stage;
    out.fit.measure = Length::from_units(plan.room);
    out.fit.natural = Length::from_units(plan.natural);
    out.fit.set = Length::from_units(style_.align == style::Align::Spread ? std::max(plan.set, plan.room) : plan.set);
    if (plan.looseness > 0) out.fit.stretch_per_gap = Em::from_units(std::int64_t{plan.looseness} * Em::kPerEm / 4096);
    out.fit.inner = !line.final && style_.align == style::Align::Justify;
    if (boxes[line.last].gap.address && plan.set < plan.room) out.fit.inner = false; // left short
    out.fit.hyphen = !line.final && boxes[line.last].gap.hyphen >= 0;
    if (auto const opened = plan.stretch[static_cast<std::size_t>(text::Expand::WordSpace)]; opened > 0 && paragraph_.western) {
        std::int64_t spaces = 0;
        for (auto b = line.first; b < line.last; ++b) spaces += boxes[b].gap.expand == text::Expand::WordSpace;
        std::int64_t const em = std::max(1, boxes[line.first].em);
        if (spaces > 0) out.fit.stretch_per_space = Em::from_units(opened / spaces * Em::kPerEm / em);
    }
    if (plan.set > plan.room) out.fit.overfull = Length::from_units(plan.set - plan.room);

    text_runs(line, cluster_begin, cluster_end, out);
    readings(line, out);
    dots(line, out);
    strokes(line, out);
    if (!paragraph_.leaders.empty()) leaders(line, out);
    marks(line, out.text_begin, out.text_end, out);
    return out;
}

void Setter::text_runs(ChosenLine const& line, std::uint32_t cluster_begin, std::uint32_t cluster_end, SetLine& out) {
    auto const& boxes = paragraph_.boxes;
    Pen pen{out, shaped_, text_.text};
    std::uint32_t box = line.first;
    std::int64_t space_at = at_[0]; // of a space: where the body before it ends

    for (std::uint32_t c = cluster_begin; c < cluster_end; ++c) {
        Cluster const& cluster = shaped_.clusters[c];
        if (cluster.invisible) continue;
        bool const said = cluster.begin < said_until_; // by the hyphen of the line before
        if (cluster.continues) {
            if (pen.open && !said) pen.carry(cluster);
            continue;
        }
        while (next_fit_ < text_.fits.size() && text_.fits[next_fit_].end <= cluster.begin) ++next_fit_;
        bool const spread = next_fit_ < text_.fits.size() && text_.fits[next_fit_].begin <= cluster.begin;
        std::size_t const piece = said ? kSaid : spread ? next_fit_ : kPlain;
        if (std::exchange(last_piece_, piece) != piece) pen.open = false;
        bool const body = box <= line.last && boxes[box].cluster == c;
        if (body && next_note_of_ < paragraph_.warichu.size()) {
            if (auto const after = warichu(line, box, pen); after > box) {
                space_at = at_[after - 1 - line.first] + boxes[after - 1].width;
                c = boxes[after - 1].cluster_end - 1;
                box = after;
                continue;
            }
        }
        advance_tag(cluster.begin);
        if (spread && !body && pen.open) { // the space within a name
            pen.carry(cluster);
            continue;
        }
        std::int64_t const at = body ? at_[box - line.first] + boxes[box].ink : space_at;
        std::uint32_t same = c + 1; // what will stand in the run, so that it allocates once
        std::uint32_t const tag_end = next_tag_ + 1 < tags_.size() ? tags_[next_tag_ + 1].begin : 0xFFFFFFFFu;
        if (!pen.open || cluster.setting != pen.setting || tags_[next_tag_].tag != pen.tag)
            while (same < cluster_end && shaped_.clusters[same].setting == cluster.setting && shaped_.clusters[same].begin < tag_end)
                ++same;
        pen.begin(cluster.setting, tags_[next_tag_].tag, at, same - c);
        pen.line.runs.back().one_word = spread;
        pen.draw(cluster, at, !said);
        if (!body) continue;
        space_at = at_[box - line.first] + boxes[box].width;
        ++box;
        while (box <= line.last && boxes[box].cluster == boxes[box].cluster_end) ++box; // an empty line's body
    }
    if (!line.final && boxes[line.last].gap.hyphen >= 0) hyphen(line, pen.tag, out);
}

// The sign of a break within a word says the rest of the word, and the rest itself nothing: whoever reads the text out of
// the PDF gets the word whole, without a hyphen that nobody wrote.
void Setter::hyphen(ChosenLine const& line, TagId tag, SetLine& out) {
    auto const& last = paragraph_.boxes[line.last];
    Cluster const& sign = paragraph_.readings.clusters[paragraph_.hyphens[static_cast<std::size_t>(last.gap.hyphen)].sign];
    // MuPDF reads at most eight characters out of one glyph: what the hyphen cannot say the letter before it does.
    constexpr std::size_t kMost = 8;
    std::size_t room = kMost; // of that letter
    for (auto c = last.cluster; c < last.cluster_end && room > 0; ++c) --room;
    if (out.runs.empty() || out.runs.back().tag != tag) room = 0; // a reading stands between
    std::vector<std::string_view> letters;
    std::uint32_t said = shaped_.clusters[last.cluster].end;
    for (auto c = last.cluster_end; c < shaped_.clusters.size() && letters.size() < room + kMost; ++c) {
        Cluster const& letter = shaped_.clusters[c];
        if (letter.base == 0xAD) continue;
        if (!text::is_latin_letter(letter.base)) break;
        letters.push_back(std::string_view(text_.text).substr(letter.begin, letter.end - letter.begin));
        said = letter.end;
    }
    if (said <= said_until_) letters.clear(); // the word is parted once more
    said_until_ = std::max(said_until_, said);
    std::size_t const before = letters.size() > kMost ? letters.size() - kMost : 0;
    std::string rest;
    for (std::size_t i = 0; i < letters.size(); ++i) (i < before ? out.runs.back().text : rest) += letters[i];
    Pen pen{out, paragraph_.readings, rest};
    std::int64_t const at = at_.back() + last.width;
    pen.begin(sign.setting, tag, at, 1);
    Cluster drawn = sign;
    drawn.begin = 0;
    drawn.end = static_cast<std::uint32_t>(rest.size());
    pen.draw(drawn, at);
}

// Leaders stand on a grid that begins at the line's own start, so that those of neighbouring lines stand under each other.
void Setter::leaders(ChosenLine const& line, SetLine& out) const {
    auto const& boxes = paragraph_.boxes;
    for (auto const& leader : paragraph_.leaders) {
        if (leader.box < line.first || leader.box >= line.last) continue;
        std::int64_t width = 0;
        for (auto c = leader.begin; c < leader.end; ++c) width += paragraph_.readings.clusters[c].advance;
        if (width <= 0) continue;
        std::int64_t const room = boxes[leader.box].em / 4;
        std::int64_t const from = at_[leader.box - line.first] + boxes[leader.box].width + room;
        std::int64_t const until = at_[leader.box + 1 - line.first] - room;
        Pen pen{out, paragraph_.readings, paragraph_.reading_text};
        for (std::int64_t at = (from + width - 1) / width * width; at + width <= until; at += width) {
            std::int64_t x = at;
            for (auto c = leader.begin; c < leader.end; ++c) {
                Cluster const& sign = paragraph_.readings.clusters[c];
                if (sign.invisible) continue;
                pen.begin(sign.setting, TagId{}, x, leader.end - leader.begin);
                pen.draw(sign, x);
                x += sign.advance;
            }
        }
    }
}

// Position of the body that holds a byte of this line.
std::int64_t Setter::at_byte(ChosenLine const& line, std::uint32_t byte) const {
    auto const begin = paragraph_.boxes.begin() + line.first, end = paragraph_.boxes.begin() + line.last + 1;
    auto const found = std::find_if(begin, end, [&](para::Box const& box) {
        return box.cluster >= shaped_.clusters.size() || shaped_.clusters[box.cluster].end > byte;
    });
    if (found == end) return at_.back() + std::prev(end)->width;
    return at_[static_cast<std::size_t>(found - begin)];
}

void Setter::marks(ChosenLine const& line, std::uint32_t byte_begin, std::uint32_t byte_end, SetLine& out) {
    auto const& boxes = paragraph_.boxes;
    while (next_link_ < text_.links.size() && text_.links[next_link_].end <= byte_begin) ++next_link_;
    for (std::size_t k = next_link_; k < text_.links.size() && text_.links[k].begin < byte_end; ++k) {
        auto const& link = text_.links[k];
        if (link.end <= byte_begin) continue;
        // From the first body of the link on this line to the end of its last one
        bool any = false;
        LinkSpan span;
        for (std::uint32_t b = line.first; b <= line.last; ++b) {
            if (boxes[b].cluster >= shaped_.clusters.size()) continue;
            auto const byte = shaped_.clusters[boxes[b].cluster].begin;
            if (byte < link.begin || byte >= link.end || boxes[b].cluster == boxes[b].cluster_end) continue;
            std::int64_t const at = at_[b - line.first];
            if (!std::exchange(any, true)) span.begin = Length::from_units(at);
            span.end = Length::from_units(at + boxes[b].width);
        }
        if (!any) continue;
        span.target = link.target;
        span.tag = link.tag;
        out.links.push_back(std::move(span));
    }
    bool const ends = out.ends_paragraph;
    for (; next_anchor_ < text_.anchors.size(); ++next_anchor_) {
        auto const& anchor = text_.anchors[next_anchor_];
        if (anchor.at >= byte_end && !ends) break;
        out.anchors.push_back({Length::from_units(at_byte(line, anchor.at)), anchor.anchor});
    }
    for (; next_note_ < text_.notes.size() && text_.notes[next_note_].begin < byte_end; ++next_note_)
        if (text_.notes[next_note_].note) out.notes.push_back(text_.notes[next_note_].note);
}

} // namespace kumihan::line
