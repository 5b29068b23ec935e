#include "line/set.h"

#include "shape/shape.h"

#include "text/char_class.h"

#include <algorithm>
#include <utility>

namespace kumihan::line {

namespace {

using shape::Cluster;
using shape::Setting;
using shape::ShapedText;

bool draws_alike(Setting const& a, Setting const& b) {
    return a.font == b.font && a.size == b.size && a.color == b.color && a.rise == b.rise && a.turn == b.turn &&
           a.x_scale == b.x_scale;
}

constexpr Em kCentreAboveBaseline = Em::ratio(38, 100);

std::int32_t at_size(std::int32_t em_units, Length size) {
    return static_cast<std::int32_t>(std::int64_t{em_units} * size.units() / Em::kPerEm);
}

} // namespace

// Appends clusters to the last run of a line, or to a new one where font, size, colour, height or element change.
struct Setter::Pen {
    SetLine& line;
    ShapedText const& shaped;
    std::string_view text; // of the clusters
    std::uint32_t setting = 0xFFFFFFFFu;
    TagId tag;
    bool open = false;

    void begin(std::uint32_t new_setting, TagId new_tag, std::int64_t at, std::size_t clusters) {
        Setting const& s = shaped.settings[new_setting];
        bool const same = open && new_tag == tag && (new_setting == setting || draws_alike(s, shaped.settings[setting]));
        setting = new_setting;
        if (same) return;
        open = true;
        tag = new_tag;
        auto& run = line.runs.emplace_back();
        run.font = s.font;
        run.size = s.size;
        run.color = s.color;
        run.tag = new_tag;
        run.at = Length::from_units(at);
        run.rise = s.rise;
        run.x_scale = s.x_scale;
        if (s.turn == shape::Turn::Rotated) {
            // The origin of vertical lines is the centre of the em boxes, 0.38 em above the baseline (11.1)
            run.orientation = Orientation::Rotated;
            run.rise -= kCentreAboveBaseline.at(s.em);
        }
        run.glyphs.reserve(clusters);
        run.text.reserve(clusters * 3);
    }
    void draw(Cluster const& c, std::int64_t at, bool says = true) {
        auto& run = line.runs.back();
        auto const offset = static_cast<std::uint32_t>(run.text.size());
        std::int64_t x = at - run.at.units();
        for (std::uint32_t g = 0; g < c.glyph_count; ++g) {
            auto const& glyph = shaped.glyphs[c.first_glyph + g];
            run.glyphs.push_back({glyph.id, static_cast<std::int32_t>(x + at_size(glyph.along, run.size)),
                                  at_size(glyph.rise, run.size), offset});
            x += at_size(glyph.advance, run.size);
        }
        if (says) run.text.append(text.substr(c.begin, c.end - c.begin));
    }
    void carry(Cluster const& c) { line.runs.back().text.append(text.substr(c.begin, c.end - c.begin)); } // part of a ligature
};

SetLine Setter::set(ChosenLine const& line, Length start_first, Length start_rest) {
    auto const& boxes = paragraph_.boxes;
    SetLine out;
    place(line, at_);
    Length const start = line.first == 0 ? start_first : start_rest;
    for (auto& at : at_) at += start.units();

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
    out.fit.hyphen = !line.final && boxes[line.last].gap.hyphen >= 0;
    if (auto const opened = plan.stretch[static_cast<std::size_t>(text::Expand::WordSpace)]; opened > 0 && paragraph_.western) {
        std::int64_t spaces = 0;
        for (auto b = line.first; b < line.last; ++b) spaces += boxes[b].gap.expand == text::Expand::WordSpace;
        std::int64_t const em = std::max(1, boxes[line.first].em);
        if (spaces > 0) out.fit.stretch_per_space = Em::from_units(opened / spaces * Em::kPerEm / em);
    }
    if (plan.set > plan.room) out.fit.overfull = Length::from_units(plan.set - plan.room);

    text_runs(line, cluster_begin, cluster_end, out);
    dots(line, out);
    if (!paragraph_.leaders.empty()) leaders(line, out);
    marks(line, out.text_begin, out.text_end, out);
    return out;
}

void Setter::text_runs(ChosenLine const& line, std::uint32_t cluster_begin, std::uint32_t cluster_end, SetLine& out) {
    auto const& boxes = paragraph_.boxes;
    auto const& units = paragraph_.ruby;
    Pen pen{out, shaped_, text_.text, 0xFFFFFFFFu, TagId{}, false};
    std::uint32_t box = line.first;
    std::int64_t space_at = at_[0]; // of a space: where the body before it ends
    while (next_unit_ < units.size() && units[next_unit_].last < line.first) ++next_unit_;
    std::size_t first_unit = next_unit_;

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
        while (next_tag_ + 1 < tags_.size() && tags_[next_tag_ + 1].begin <= cluster.begin) ++next_tag_;
        bool const body = box <= line.last && boxes[box].cluster == c;
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
        if (next_unit_ < units.size() && units[next_unit_].last == box) {
            // Readings of one mark stand together behind all of its base that is on this line
            bool const more = next_unit_ + 1 < units.size() && units[next_unit_ + 1].mark == units[next_unit_].mark &&
                              units[next_unit_ + 1].last <= line.last;
            ++next_unit_;
            if (!more) {
                readings(static_cast<std::uint32_t>(first_unit), static_cast<std::uint32_t>(next_unit_), line.first, out);
                first_unit = next_unit_;
                pen.open = false;
            }
        }
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
    Pen pen{out, paragraph_.readings, rest, 0xFFFFFFFFu, TagId{}, false};
    std::int64_t const at = at_.back() + last.width;
    pen.begin(sign.setting, tag, at, 1);
    Cluster drawn = sign;
    drawn.begin = 0;
    drawn.end = static_cast<std::uint32_t>(rest.size());
    pen.draw(drawn, at);
}

void Setter::readings(std::uint32_t first_unit, std::uint32_t last_unit, std::uint32_t first_box, SetLine& out) const {
    for (std::uint32_t u = first_unit; u < last_unit; ++u) {
        auto const& unit = paragraph_.ruby[u];
        auto const& mark = text_.ruby[unit.mark];
        if (unit.first < first_box) continue;
        std::int64_t at = at_[unit.first - first_box] + unit.offset;
        // Texts of readings are kept in the order of the marks in Paragraph::readings
        Pen pen{out, paragraph_.readings, paragraph_.reading_text, 0xFFFFFFFFu, TagId{}, false};
        for (std::uint32_t c = unit.reading_begin; c < unit.reading_end; ++c) {
            Cluster const& cluster = paragraph_.readings.clusters[c];
            if (cluster.invisible) continue;
            if (cluster.continues) {
                if (pen.open) pen.carry(cluster);
                continue;
            }
            pen.begin(cluster.setting, mark.reading_tag, at, unit.reading_end - c);
            pen.draw(cluster, at);
            at += cluster.advance + unit.between;
        }
    }
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
        Pen pen{out, paragraph_.readings, paragraph_.reading_text, 0xFFFFFFFFu, TagId{}, false};
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

void Setter::dots(ChosenLine const& line, SetLine& out) {
    auto const& dots = paragraph_.dots;
    while (next_dot_ < dots.size() && dots[next_dot_].box < line.first) ++next_dot_;
    Pen pen{out, paragraph_.readings, paragraph_.reading_text, 0xFFFFFFFFu, TagId{}, false};
    for (; next_dot_ < dots.size() && dots[next_dot_].box <= line.last; ++next_dot_) {
        auto const& dot = dots[next_dot_];
        Cluster const& sign = paragraph_.readings.clusters[dot.sign];
        std::int64_t const at = at_[dot.box - line.first] + (paragraph_.boxes[dot.box].width - sign.advance) / 2;
        pen.begin(sign.setting, TagId{}, at, line.last - dot.box + 1);
        pen.draw(sign, at);
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
