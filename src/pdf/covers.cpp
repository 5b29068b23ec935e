#include "pdf/covers.h"

#include <algorithm>

namespace kumihan::pdf {
namespace {

bool ends_in_space(std::string_view text) {
    return text.empty() || text.back() == ' ' || (text.size() >= 3 && text.substr(text.size() - 3) == "\u3000") ||
           (text.size() >= 2 && text.substr(text.size() - 2) == "\u00A0");
}
bool begins_in_space(std::string_view text) {
    return text.empty() || text.front() == ' ' || text.substr(0, 3) == "\u3000" || text.substr(0, 2) == "\u00A0";
}

enum class Step : std::uint8_t { Plain, Back, Gap }; // how a glyph follows the one before

Step step(TextGlyph const& last, TextGlyph const& next) {
    if (last.at_pen || next.at_pen || next.axis != last.axis || next.across != last.across) return Step::Plain;
    std::int64_t const gap = next.along - last.end();
    std::int64_t const hundredth = std::min(last.em(), next.em()) / 100;
    if (gap < -40 * hundredth) return Step::Back;
    if (gap > 9 * hundredth && gap < 75 * hundredth && !ends_in_space(last.text) && !begins_in_space(next.text))
        return Step::Gap;
    return Step::Plain;
}

bool is_turned_letter(TextGlyph const& glyph) {
    return glyph.axis == Axis::Turned && !begins_in_space(glyph.text); // which is true of no text, too
}

class Finder {
public:
    Finder(std::span<TextGlyph const> glyphs, TextGlyph const* last, std::optional<TextStart> const& next,
           Pitches const& pitches, Spaces const& spaces)
        : glyphs_(glyphs), last_(last), next_(next), pitches_(pitches), spaces_(spaces) {}

    std::vector<Cover> find() {
        std::vector<Cover> found;
        for (std::size_t i = 0; i < glyphs_.size();) {
            Cover cover;
            cover.begin = i;
            bool const needed = gather(cover);
            i = cover.end;
            if (!needed) continue;
            for (std::size_t k = cover.begin; k < cover.end; k = unit_end(k))
                cover.text += glyphs_[k].covered > 0 ? glyphs_[k].actual : glyphs_[k].text;
            found.push_back(std::move(cover));
        }
        return found;
    }

private:
    std::size_t unit_end(std::size_t i) const {
        return std::min(glyphs_.size(), i + std::max<std::size_t>(1, glyphs_[i].covered));
    }
    TextGlyph const* before(std::size_t i) const { return i > 0 ? &glyphs_[i - 1] : last_; }

    // What follows in the same font is covered together, and so becomes one string. Across fonts, or across elements of
    // structure, over which no ActualText can reach, the next glyph is covered alone, behind a space that begins where
    // the viewer's pen is: then nothing seems to lie between. PDFium measures along a line from the first string under
    // an ActualText, therefore never two under one that is followed in its line.
    bool gather(Cover& cover) {
        TextGlyph const& first = glyphs_[cover.begin];
        cover.end = unit_end(cover.begin);
        auto const* const last = before(cover.begin);
        if (last && step(*last, first) != Step::Plain) cover.place = spaces_.at(last->end(), first, first.axis);
        bool needed = cover.place || first.covered > 0;
        needed = (first.vertical() && gather_vertical(cover)) || needed;
        while (cover.end < glyphs_.size() && belongs_to_last(cover.end)) {
            cover.end = unit_end(cover.end);
            needed = true;
        }
        if (first.vertical()) end_early(cover);
        return needed || cover.place || cover.end_place;
    }

    bool belongs_to_last(std::size_t i) const {
        TextGlyph const &last = glyphs_[i - 1], &next = glyphs_[i];
        return next.resource == last.resource && next.size == last.size &&
               (step(last, next) != Step::Plain || (next.word != 0 && next.word == last.word));
    }

    bool gather_vertical(Cover& cover) {
        std::size_t const i = cover.begin;
        TextGlyph const& first = glyphs_[i];
        std::size_t const unit = cover.end;
        cover.ends_at_size = size_of_line(i);
        // Signs abreast at the head of a line: else the base of the line is where the first of them stands.
        if (cover.ends_at_size > 0 && first.axis == Axis::Down && first.across != first.column) {
            cover.place = spaces_.at(first.along, first, Axis::Down);
            if (cover.place) {
                cover.place->across = first.column;
                cover.place->scale = kWholeScale;
            }
        }
        cover.end = std::max(cover.end, stretched_end(i));
        // The full-width space behind a label: else what follows is of another block.
        while (cover.end < glyphs_.size() && glyphs_[cover.end].axis == Axis::Down &&
               glyphs_[cover.end].column == first.column && glyphs_[cover.end].text == "\u3000")
            ++cover.end;
        if (i >= turned_.past) turned_ = turned_run(i);
        if (i == turned_.first) cover.place = place_of_turned();
        if (turned_.end > 0 && i <= turned_.tail && cover.end > turned_.tail)
            cover.end = std::max(cover.end, turned_.end);
        return cover.end > unit || cover.ends_at_size > 0 || i == turned_.first || i == turned_.tail;
    }

    bool begins_line(std::size_t i) const {
        auto const* const last = before(i);
        return !last || last->column != glyphs_[i].column;
    }

    // Poppler takes lines for one text whose distance is at most 1½ times the size of their letters; else it guesses
    // their order from where they lie, and tiers get mixed up. The size to say then is a little larger, or somewhat
    // larger than the letters, as gaps that pass for none grow with it; with a larger one still, blocks are soon taken
    // for the cells of a table, and readings beside a line, ¾ em from its middle, for a part of it. 0: none.
    Fixed size_to_say(TextGlyph const& glyph) const {
        for (auto const& [size, pitch] : pitches_)
            if (10 * std::abs(size - glyph.size) < size && 100 * pitch > 140 * size && 10 * pitch < 21 * size)
                return std::max(pitch * 68 / 100, glyph.size * 115 / 100);
        return 0;
    }

    // At the beginning of a line.
    Fixed size_of_line(std::size_t i) const {
        TextGlyph const& glyph = glyphs_[i];
        bool const raised = glyph.axis == Axis::Down && glyph.across != glyph.column && glyph.covered < 2;
        return raised || !begins_line(i) ? 0 : size_to_say(glyph);
    }

    // Where the glyphs of one font and one vertical line from `begin` end, if gaps between them are so wide that
    // Poppler takes them for spaces: beyond 3/100 of the size of the line. Else `begin`.
    std::size_t stretched_end(std::size_t begin) const {
        if (glyphs_[begin].axis != Axis::Down) return begin;
        Fixed const size = std::max(glyphs_[begin].size, size_to_say(glyphs_[begin]));
        std::int64_t const enough = size * kNanosPerFixed * 28 / 1000;
        bool wide = false;
        std::size_t end = begin + 1;
        for (; end < glyphs_.size(); ++end) {
            TextGlyph const &last = glyphs_[end - 1], &next = glyphs_[end];
            if (next.resource != last.resource || next.size != last.size || next.axis != last.axis ||
                next.across != last.across)
                break;
            wide = wide || next.along - last.end() > enough;
        }
        return wide ? end : begin;
    }

    // What is turned in one line: the first letter, where the last em begins, behind the last letter, behind its
    // spaces.
    struct TurnedRun {
        static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
        std::size_t first = kNone, tail = kNone, end = 0, past = 0;
    };

    TurnedRun turned_run(std::size_t begin) const {
        TurnedRun run;
        run.past = begin;
        for (; run.past < glyphs_.size() && glyphs_[run.past].axis == Axis::Turned &&
               glyphs_[run.past].column == glyphs_[begin].column;
             ++run.past)
            if (is_turned_letter(glyphs_[run.past])) {
                run.first = std::min(run.first, run.past);
                run.end = run.past + 1;
            }
        run.past = std::max(run.past, begin + 1);
        if (run.end == 0) return run;
        std::int64_t const tail = glyphs_[run.end - 1].end() - em_of_line(begin);
        for (run.tail = run.end - 1; run.tail > run.first; --run.tail)
            if (glyphs_[run.tail].along <= tail && is_turned_letter(glyphs_[run.tail])) break;
        return run;
    }

    // What is turned begins where a vertical letter in its place would seem to.
    std::optional<TextGlyph> place_of_turned() const {
        TextGlyph const& first = glyphs_[turned_.first];
        std::int64_t const em = em_of_line(turned_.first), end = glyphs_[turned_.end - 1].end();
        // A bracket behind the small figures of a note: before what follows, but not before them.
        bool const narrow = 2 * (end - first.along) < em;
        return spaces_.at(narrow ? end - em - em / 50 : first.along - em, first, Axis::Down);
    }

    // A word that begins too far before the end of the one before is no longer of its line to Poppler, and a vertical
    // letter seems to begin an em early.
    void end_early(Cover& cover) const {
        TextGlyph const &first = glyphs_[cover.begin], &last = glyphs_[cover.end - 1];
        auto const label = cover.end == glyphs_.size() ? end_of_label() : std::nullopt;
        if (cover.end == turned_.end)
            cover.end_place =
                spaces_.before(label.value_or(last.end() - em_of_line(cover.end - 1) * 6 / 10), last, Axis::Turned);
        else if (label && !cover.place && first.axis == Axis::Down && first.along == last.along &&
                 begins_line(cover.begin))
            cover.place = spaces_.at(*label, first, Axis::Down);
        else if (last.axis == Axis::Down && cover.end - cover.begin > 2 && first.along == last.along)
            cover.end_place = spaces_.before(last.along + last.advance() / 2, last, Axis::Down); // three signs abreast
    }

    // Where a label must end for the text that follows it in its line at some distance to be of one block with it.
    std::optional<std::int64_t> end_of_label() const {
        TextGlyph const& last = glyphs_.back();
        if (!next_ || next_->column != last.column) return std::nullopt;
        std::int64_t const em = next_->em(), gap = next_->along - last.end();
        if (gap <= em / 2 || gap >= 3 * em) return std::nullopt;
        return next_->along - em - em * 4 / 10;
    }

    // Of its letters, and of the text that follows: 1e-9 pt.
    std::int64_t em_of_line(std::size_t i) const {
        std::int64_t em = next_ ? next_->em() : 0;
        for (auto const& glyph : glyphs_)
            if (glyph.column == glyphs_[i].column) em = std::max(em, glyph.em());
        return em;
    }

    std::span<TextGlyph const> glyphs_;
    TextGlyph const* last_;
    std::optional<TextStart> const& next_;
    Pitches const& pitches_;
    Spaces const& spaces_;
    TurnedRun turned_;
};

} // namespace

std::optional<TextGlyph> Spaces::at(std::int64_t along, TextGlyph const& like, Axis axis) const {
    auto const glyph = library_.glyph(like.font, U' ');
    if (glyph == 0) return std::nullopt;
    auto const found = fonts_.find(like.font, glyph, " ", axis == Axis::Down);
    if (found.resource == 0) return std::nullopt;
    TextGlyph space = like;
    space.as_before = false;
    space.along = along;
    if (axis != like.axis) {
        space.axis = axis;
        space.across = like.column;
        space.scale = kWholeScale;
    }
    space.code = found.code;
    space.resource = found.resource;
    space.width = axis == Axis::Down ? found.vertical : scaled_width(found.width, like.scale);
    return space;
}

std::optional<TextGlyph> Spaces::before(std::int64_t end, TextGlyph const& like, Axis axis) const {
    auto space = at(end, like, axis);
    if (space) space->along -= space->advance();
    return space;
}

std::vector<Cover> find_covers(std::span<TextGlyph const> glyphs, TextGlyph const* last,
                               std::optional<TextStart> const& next, Pitches const& pitches, Spaces const& spaces) {
    return Finder(glyphs, last, next, pitches, spaces).find();
}

} // namespace kumihan::pdf
