#include "style/join_text.h"

#include <iterator>

namespace kumihan::style {
namespace {

std::uint32_t at32(std::size_t value) { return static_cast<std::uint32_t>(value); }

// All lists of ranges with `begin` and `end` but the runs of style, which cover the text without gap.
template <class Text, class Visit> void each_ranges(Text& text, Visit visit) {
    visit(text.ruby);
    visit(text.dots);
    visit(text.together);
    visit(text.sides);
    visit(text.warichu);
    visit(text.scripts);
    visit(text.links);
    visit(text.notes);
    visit(text.tags);
    visit(text.awaited);
    visit(text.fits);
}

} // namespace

void append_plain(StyledText& text, std::string_view more, TextStyle const& style, Span span) {
    if (more.empty()) return;
    std::uint32_t const begin = at32(text.text.size());
    text.text += more;
    text.pieces.push_back({begin, at32(more.size()), span});
    if (!text.runs.empty() && text.runs.back().style == style)
        text.runs.back().end = at32(text.text.size());
    else
        text.runs.push_back({begin, at32(text.text.size()), style});
}

void prepend_plain(StyledText& text, std::string_view more, TextStyle const& style, Span span) {
    if (more.empty()) return;
    std::uint32_t const shift = at32(more.size());
    text.text.insert(0, more);
    for (auto& piece : text.pieces)
        piece.text_begin += shift;
    text.pieces.insert(text.pieces.begin(), {0, shift, span});
    auto move = [&](auto& ranges) {
        for (auto& range : ranges) {
            range.begin += shift;
            range.end += shift;
        }
    };
    move(text.runs);
    each_ranges(text, move);
    for (auto& tab : text.tabs)
        tab += shift;
    for (auto& anchor : text.anchors)
        anchor.at += shift;
    if (!text.runs.empty() && text.runs.front().style == style)
        text.runs.front().begin = 0;
    else
        text.runs.insert(text.runs.begin(), {0, shift, style});
}

void replace(StyledText& text, std::uint32_t begin, std::uint32_t end, std::string_view words) {
    text.text.replace(begin, end - begin, words);
    std::uint32_t const now = begin + at32(words.size());
    auto const moved = [&](std::uint32_t at) { return at < end ? at : at - end + now; };
    for (auto& piece : text.pieces) {
        std::uint32_t const piece_end = moved(piece.text_begin + piece.length);
        piece.text_begin = moved(piece.text_begin);
        piece.length = piece_end - piece.text_begin;
    }
    auto move = [&](auto& ranges) {
        for (auto& range : ranges) {
            range.begin = moved(range.begin);
            range.end = moved(range.end);
        }
    };
    move(text.runs);
    each_ranges(text, move);
    for (auto& tab : text.tabs)
        tab = moved(tab);
    for (auto& anchor : text.anchors)
        anchor.at = moved(anchor.at);
}

void append(StyledText& text, StyledText more) {
    std::uint32_t const shift = at32(text.text.size());
    text.text += more.text;
    for (auto& piece : more.pieces)
        piece.text_begin += shift;
    text.pieces.insert(text.pieces.end(), more.pieces.begin(), more.pieces.end());
    auto take = [&](auto& to, auto& from) {
        for (auto& range : from) {
            range.begin += shift;
            range.end += shift;
        }
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    take(text.runs, more.runs);
    take(text.ruby, more.ruby);
    take(text.dots, more.dots);
    take(text.sides, more.sides);
    take(text.warichu, more.warichu);
    take(text.scripts, more.scripts);
    take(text.links, more.links);
    take(text.notes, more.notes);
    take(text.tags, more.tags);
    take(text.awaited, more.awaited);
    take(text.fits, more.fits);
    take(text.together, more.together);
    for (auto const tab : more.tabs)
        text.tabs.push_back(tab + shift);
    for (auto anchor : more.anchors) {
        anchor.at += shift;
        text.anchors.push_back(anchor);
    }
}

std::string glued(std::string_view words) {
    constexpr std::string_view kWordJoiner = "\xE2\x81\xA0"; // U+2060
    std::string out;
    bool before = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const byte = static_cast<unsigned char>(words[i]);
        bool const ascii = byte < 0x80;
        if (i > 0 && ascii != before && (byte & 0xC0) != 0x80) out += kWordJoiner;
        if ((byte & 0xC0) != 0x80) before = ascii;
        out += words[i];
    }
    return out;
}

StyledText styled_plain(std::string_view text, TextStyle const& style, TagId tag, Span span) {
    StyledText out;
    out.tag = tag;
    append_plain(out, text, style, span);
    return out;
}

} // namespace kumihan::style
