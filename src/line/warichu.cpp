#include "line/set.h"

#include "para/warichu.h"

#include <algorithm>

namespace kumihan::line {

namespace {

constexpr Em kCentreAboveBaseline = Em::ratio(38, 100), kEmBoxBelow = Em::ratio(12, 100);

} // namespace

// The two lines stand one on the other, their seam on the middle of the host line's em boxes (digest 10.6).
std::uint32_t Setter::warichu(ChosenLine const& line, std::uint32_t box, Pen& pen) {
    auto const& notes = paragraph_.warichu;
    while (next_note_of_ < notes.size() && notes[next_note_of_].last < box) ++next_note_of_;
    if (next_note_of_ >= notes.size() || notes[next_note_of_].first > box) return box;
    auto const& note = notes[next_note_of_];
    std::uint32_t const last = std::min(note.last, line.last);
    auto const part = para::part_of(paragraph_, note, box, last);
    auto const& letters = paragraph_.letters;
    bool const vertical = style_.mode == WritingMode::Vertical;
    Length const host = Length::from_units(paragraph_.boxes[box].em);
    Length const small = Length::from_units(letters[part.begin].em);
    Length const seam = kCentreAboveBaseline.at(host);
    Length const above = vertical ? small / 2 : seam + kEmBoxBelow.at(small);
    Length const below = vertical ? -(small / 2) : above - small;

    std::int64_t x = at_[box - line.first];
    for (std::uint32_t k = part.begin; k < part.end; ++k) {
        if (k == part.split) x = at_[box - line.first];
        pen.lift = k < part.split ? above : below;
        auto const& letter = letters[k];
        std::int64_t at = x + letter.ink;
        std::uint32_t const next = k + 1 < part.end ? letters[k + 1].cluster : letter.cluster_end;
        for (std::uint32_t c = letter.cluster; c < next; ++c) { // with the spaces behind it
            auto const& cluster = shaped_.clusters[c];
            if (cluster.invisible) continue;
            if (cluster.continues) {
                pen.carry(cluster);
                continue;
            }
            advance_tag(cluster.begin);
            pen.begin(cluster.setting, tags_[next_tag_].tag, at, part.end - k);
            pen.draw(cluster, at);
            at = x + letter.width;
        }
        x += letter.width + letter.gap.natural;
    }
    pen.lift = Length{};
    return last + 1;
}

} // namespace kumihan::line
