#include "para/warichu.h"

#include <algorithm>

namespace kumihan::para {

namespace {

constexpr std::int16_t kWithinNote = 20; // of a break, as within a jukugo word

bool may_part(Box const& letter) { return letter.gap.at == Break::Allowed || letter.gap.at == Break::Forced; }

// Of letters [begin, end) in one line, without what follows the last.
std::int64_t length_of(std::vector<Box> const& letters, std::uint32_t begin, std::uint32_t end) {
    std::int64_t length = 0;
    for (std::uint32_t k = begin; k < end; ++k) length += letters[k].width + (k + 1 < end ? letters[k].gap.natural : 0);
    return length;
}

} // namespace

WarichuPart part_of(Paragraph const& paragraph, WarichuNote const& note, std::uint32_t first_box, std::uint32_t last_box) {
    auto const& letters = paragraph.letters;
    WarichuPart part;
    part.begin = paragraph.columns[note.column + (first_box - note.first)];
    part.end = paragraph.columns[note.column + (last_box - note.first) + 1];
    part.split = part.end;
    std::int64_t upper = 0, lower = length_of(letters, part.begin, part.end);
    part.width = static_cast<std::int32_t>(lower);
    for (std::uint32_t k = part.begin; k + 1 < part.end; ++k) {
        upper += letters[k].width;
        lower -= letters[k].width + letters[k].gap.natural;
        if (upper >= lower && may_part(letters[k])) {
            part.split = k + 1;
            part.width = static_cast<std::int32_t>(upper);
            break;
        }
        upper += letters[k].gap.natural;
    }
    return part;
}

void fit_columns(Paragraph& paragraph, std::uint32_t first_box, std::uint32_t last_box, std::int32_t width) {
    auto const count = static_cast<std::int32_t>(last_box - first_box + 1);
    for (std::uint32_t b = first_box; b <= last_box; ++b) paragraph.boxes[b].width = width / count;
    paragraph.boxes[last_box].width += width % count;
}

void fold_warichu(style::StyledText const& text, shape::ShapedText const& shaped, Paragraph& out) {
    if (text.warichu.empty()) return;
    std::vector<Box> boxes;
    boxes.reserve(out.boxes.size());
    std::size_t mark = 0;
    auto const byte_of = [&](Box const& box) {
        return box.cluster < shaped.clusters.size() ? shaped.clusters[box.cluster].begin : 0xFFFFFFFFu;
    };
    auto const solid = [](Gap& gap) { gap = Gap{}; };
    for (std::size_t b = 0; b < out.boxes.size();) {
        while (mark < text.warichu.size() && text.warichu[mark].end <= byte_of(out.boxes[b])) ++mark;
        if (mark == text.warichu.size() || byte_of(out.boxes[b]) < text.warichu[mark].begin) {
            boxes.push_back(out.boxes[b++]);
            continue;
        }
        WarichuNote note;
        note.first = static_cast<std::uint32_t>(boxes.size());
        note.column = static_cast<std::uint32_t>(out.columns.size());
        auto const host_em = boxes.empty() ? out.boxes[b].em : boxes.back().em;
        if (!boxes.empty()) solid(boxes.back().gap); // the bracket before
        auto const first_letter = static_cast<std::uint32_t>(out.letters.size());
        std::uint32_t in_column = 0;
        for (; b < out.boxes.size() && byte_of(out.boxes[b]) < text.warichu[mark].end; ++b) {
            auto const& letter = out.boxes[b];
            auto const index = static_cast<std::uint32_t>(out.letters.size());
            out.letters.push_back(letter);
            if (in_column++ == 0) {
                out.columns.push_back(index);
                Box column;
                column.cluster = letter.cluster;
                column.em = host_em;
                boxes.push_back(column);
            }
            boxes.back().cluster_end = letter.cluster_end;
            boxes.back().width += (letter.width + letter.gap.natural) / 2;
            if (in_column >= 2 && may_part(letter)) {
                in_column = 0;
                boxes.back().gap.at = Break::Allowed;
                boxes.back().gap.penalty = kWithinNote;
            }
        }
        solid(boxes.back().gap);
        note.last = static_cast<std::uint32_t>(boxes.size() - 1);
        auto const end_letter = static_cast<std::uint32_t>(out.letters.size());
        out.columns.push_back(end_letter);
        // The last letter's own space stands before a bracket no more
        if (end_letter > first_letter) out.letters.back().gap.natural = 0;
        out.warichu.push_back(note);
        std::swap(out.boxes, boxes); // part_of reads the paragraph
        fit_columns(out, note.first, note.last, part_of(out, note, note.first, note.last).width);
        std::swap(out.boxes, boxes);
    }
    out.boxes = std::move(boxes);
}

} // namespace kumihan::para
