#include "document/mapped_text.h"

#include <algorithm>

namespace kumihan::document {
namespace {

using yaml::SourcePiece;

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

bool verbatim(SourcePiece const& piece) { return piece.text_length == piece.source_length; }

// The part of `piece` for its bytes [into, into + length).
SourcePiece part(SourcePiece const& piece, std::size_t into, std::size_t length) {
    if (!verbatim(piece)) return {0, u32(length), piece.source_begin, piece.source_length};
    return {0, u32(length), piece.source_begin + u32(into), u32(length)};
}

// Calls f(piece, into, length) for each piece of [begin, end).
template <class F> void each_piece(std::vector<SourcePiece> const& pieces, std::size_t begin, std::size_t end, F&& f) {
    auto at = std::upper_bound(pieces.begin(), pieces.end(), begin,
                               [](std::size_t value, SourcePiece const& piece) { return value < piece.text_begin; });
    if (at != pieces.begin()) --at;
    for (; at != pieces.end() && at->text_begin < end; ++at) {
        std::size_t const from = std::max<std::size_t>(begin, at->text_begin);
        std::size_t const to = std::min<std::size_t>(end, at->text_begin + at->text_length);
        if (from < to) f(*at, from - at->text_begin, to - from);
    }
}

} // namespace

MappedText::MappedText(yaml::Node scalar)
    : text_(scalar.text()), pieces_(scalar.pieces().begin(), scalar.pieces().end()), file_(scalar.span().file),
      whole_(scalar.span()) {
    if (scalar.style() == yaml::ScalarStyle::Literal) return;
    // A single space from several source bytes is a folded line break (an escaped \x20 has the same shape: harmless).
    for (auto const& piece : pieces_)
        if (piece.text_length == 1 && piece.source_length > 1 && text_[piece.text_begin] == ' ')
            text_[piece.text_begin] = '\n';
    // In a folded block the line end is one byte, just as the space: the style alone tells.
    if (scalar.style() == yaml::ScalarStyle::Folded)
        for (std::size_t i = 1; i < pieces_.size(); ++i) {
            auto const& before = pieces_[i - 1];
            std::size_t const last = before.text_begin + before.text_length - 1;
            if (before.text_length > 0 && text_[last] == ' ') text_[last] = '\n';
        }
}

MappedText MappedText::run_of(yaml::Node scalar) {
    MappedText const all(scalar);
    MappedText out;
    auto const text = all.text();
    constexpr std::string_view kWideSpace = "\xE3\x80\x80";
    std::size_t pending = 0; // line ends since the last line with text; the first of them starts at `pending_at`
    std::size_t pending_at = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        auto first = at;
        auto last = end;
        while (first < last && (text[first] == ' ' || text[first] == '\t'))
            ++first;
        while (out.empty() && text.substr(first, last - first).starts_with(kWideSpace))
            first += kWideSpace.size();
        while (last > first && (text[last - 1] == ' ' || text[last - 1] == '\t'))
            --last;
        if (first < last) {
            if (!out.empty()) { // an empty line between is kept as a second line end
                out.append(all, pending_at, pending_at + 1);
                if (pending > 1) out.append(all, pending_at, pending_at + 1);
            }
            out.append(all, first, last);
            pending = 0;
        }
        if (pending++ == 0) pending_at = end;
        at = end + 1;
    }
    if (out.pieces_.empty()) {
        out.file_ = all.file_;
        out.whole_ = all.whole_;
    }
    return out;
}

Span MappedText::span(std::size_t begin, std::size_t end) const {
    Span out{file_, 0, 0};
    bool found = false;
    each_piece(pieces_, begin, std::max(end, begin + 1),
               [&](SourcePiece const& piece, std::size_t into, std::size_t length) {
                   auto const cut = part(piece, into, length);
                   if (!found) out.begin = cut.source_begin;
                   out.end = cut.source_begin + cut.source_length;
                   found = true;
               });
    if (!found) {
        if (pieces_.empty()) return whole_;
        auto const& last = pieces_.back();
        out.begin = out.end = last.source_begin + last.source_length;
    }
    if (end <= begin) out.end = out.begin;
    return out;
}

void MappedText::append(MappedText const& from, std::size_t begin, std::size_t end) {
    file_ = from.file_;
    if (!whole_) whole_ = from.span(begin, end);
    each_piece(from.pieces_, begin, end, [&](SourcePiece const& piece, std::size_t into, std::size_t length) {
        auto cut = part(piece, into, length);
        cut.text_begin = u32(text_.size() + (piece.text_begin + into - begin));
        pieces_.push_back(cut);
    });
    text_.append(from.text_, begin, end - begin);
}

void MappedText::copy_to(RichText& out, std::size_t begin, std::size_t end) const {
    each_piece(pieces_, begin, end, [&](SourcePiece const& piece, std::size_t into, std::size_t length) {
        auto const cut = part(piece, into, length);
        auto const text_begin = u32(out.text.size() + (piece.text_begin + into - begin));
        Span const source{file_, cut.source_begin, cut.source_begin + cut.source_length};
        if (!out.pieces.empty()) { // most runs go on where the last one ended
            auto& last = out.pieces.back();
            bool const whole = last.length == last.source.end - last.source.begin && length == cut.source_length;
            if (whole && last.text_begin + last.length == text_begin && last.source.end == source.begin) {
                last.length += u32(length);
                last.source.end = source.end;
                return;
            }
        }
        out.pieces.push_back({text_begin, u32(length), source});
    });
    out.text.append(text_, begin, end - begin);
}

void MappedText::copy_as(RichText& out, std::string_view words, std::size_t begin, std::size_t end) const {
    out.pieces.push_back({u32(out.text.size()), u32(words.size()), span(begin, end)});
    out.text.append(words);
}

} // namespace kumihan::document
