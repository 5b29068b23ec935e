#include "style/join_text.h"

#include <iterator>

namespace kumihan::style {
namespace {

std::uint32_t at32(std::size_t value) { return static_cast<std::uint32_t>(value); }

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
    move(text.ruby);
    move(text.dots);
    move(text.together);
    move(text.sides);
    move(text.warichu);
    move(text.scripts);
    move(text.links);
    move(text.notes);
    move(text.tags);
    move(text.fits);
    for (auto& tab : text.tabs)
        tab += shift;
    for (auto& anchor : text.anchors)
        anchor.at += shift;
    if (!text.runs.empty() && text.runs.front().style == style)
        text.runs.front().begin = 0;
    else
        text.runs.insert(text.runs.begin(), {0, shift, style});
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
    take(text.fits, more.fits);
    take(text.together, more.together);
    for (auto const tab : more.tabs)
        text.tabs.push_back(tab + shift);
    for (auto anchor : more.anchors) {
        anchor.at += shift;
        text.anchors.push_back(anchor);
    }
}

StyledText styled_plain(std::string_view text, TextStyle const& style, TagId tag, Span span) {
    StyledText out;
    out.tag = tag;
    append_plain(out, text, style, span);
    return out;
}

} // namespace kumihan::style
