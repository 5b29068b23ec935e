#include "style/join_text.h"

#include <iterator>

namespace kumihan::style {
namespace {

std::uint32_t at32(std::size_t value) { return static_cast<std::uint32_t>(value); }

// Each list of ranges with `begin` and `end`, of all texts together.
template <class Visit, class... Texts> void each_ranges(Visit visit, Texts&... texts) {
    visit(texts.runs...);
    visit(texts.ruby...);
    visit(texts.dots...);
    visit(texts.together...);
    visit(texts.sides...);
    visit(texts.warichu...);
    visit(texts.scripts...);
    visit(texts.links...);
    visit(texts.notes...);
    visit(texts.tags...);
    visit(texts.awaited...);
    visit(texts.fits...);
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
    each_ranges(move, text);
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
    each_ranges(move, text);
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
    each_ranges(take, text, more);
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
