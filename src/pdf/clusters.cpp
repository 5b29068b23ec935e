#include "pdf/clusters.h"

#include "base/utf8.h"

#include <algorithm>

namespace kumihan::pdf {
namespace {

bool is_space(char32_t c) { return c == U' ' || c == U'\u00A0' || c == U'\u3000'; }

// By the last bytes of the three.
bool may_end_in_space(std::string_view text) {
    if (text.size() < 2) return false;
    char const last = text.back();
    return last == ' ' || last == '\xA0' || last == '\x80';
}

// Bytes of the spaces at the end of `text`, when something else stands before them.
std::size_t trailing_spaces(std::string_view text) {
    if (!may_end_in_space(text)) return 0;
    std::size_t body = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const [code_point, length] = utf8::decode(text, at);
        at += length;
        if (!is_space(code_point)) body = at;
    }
    return body == 0 ? 0 : text.size() - body;
}

bool one_to_one(line::GlyphRun const& run, font::FontLibrary const& fonts, std::size_t first, std::size_t last,
                std::string_view text) {
    std::size_t at = 0, i = first;
    for (; i < last && at < text.size(); ++i) {
        auto const [code_point, length] = utf8::decode(text, at);
        if (fonts.glyph(run.font, code_point) != run.glyphs[i].glyph || run.glyphs[i].glyph == 0) return false;
        at += length;
    }
    return i == last && at == text.size();
}

} // namespace

void lay_text(line::GlyphRun const& run, font::FontLibrary const& fonts, std::vector<Shown>& out) {
    auto const& glyphs = run.glyphs;
    std::string_view const all = run.text;
    auto const size = static_cast<std::uint32_t>(all.size());

    // Clusters normally ascend; where they do not (right to left), ends are looked up among the sorted beginnings.
    bool ascending = true;
    for (std::size_t i = 1; i < glyphs.size() && ascending; ++i)
        ascending = glyphs[i - 1].text <= glyphs[i].text;
    std::vector<std::uint32_t> begins;
    if (!ascending) {
        for (auto const& glyph : glyphs)
            begins.push_back(glyph.text);
        std::sort(begins.begin(), begins.end());
    }
    std::uint32_t const lowest = glyphs.empty() ? 0 : ascending ? glyphs.front().text : begins.front();

    for (std::size_t i = 0, next; i < glyphs.size(); i = next) {
        next = i + 1;
        if (ascending && (next == glyphs.size() || glyphs[next].text != glyphs[i].text)) { // nearly always
            std::uint32_t const begin = i == 0 ? 0 : std::min(glyphs[i].text, size);
            std::uint32_t const end = next == glyphs.size() ? size : std::min(glyphs[next].text, size);
            std::string_view const text = all.substr(begin, end - begin);
            if (!text.empty() && !may_end_in_space(text)) {
                out.push_back({glyphs[i].glyph, glyphs[i].at, glyphs[i].rise, false, 0, text, text});
                continue;
            }
        }
        while (next < glyphs.size() && glyphs[next].text == glyphs[i].text)
            ++next;
        std::uint32_t begin = std::min(glyphs[i].text, size), end = size;
        if (ascending) {
            if (next < glyphs.size()) end = std::min(glyphs[next].text, size);
        } else {
            auto const after = std::upper_bound(begins.begin(), begins.end(), glyphs[i].text);
            if (after != begins.end()) end = std::min(*after, size);
        }
        if (glyphs[i].text == lowest) begin = 0; // nothing before the first glyph may be lost
        std::string_view text = all.substr(begin, end - begin);

        std::size_t const spaces = trailing_spaces(text);
        std::string_view tail;
        if (spaces > 0 && fonts.glyph(run.font, U' ') != 0) {
            tail = text.substr(text.size() - spaces);
            text.remove_suffix(spaces);
        }

        auto const count = static_cast<std::uint32_t>(next - i);
        // Side by side across a vertical line: what they say is one word.
        bool const abreast = count > 1 && glyphs[i].at == glyphs[i + 1].at && glyphs[i].rise != glyphs[i + 1].rise;
        if (count > 1 && !abreast && one_to_one(run, fonts, i, next, text)) {
            std::size_t at = 0;
            for (std::size_t k = i; k < next; ++k) {
                auto const length = utf8::decode(text, at).length;
                out.push_back({glyphs[k].glyph, glyphs[k].at, glyphs[k].rise, false, 0, text.substr(at, length), {}});
                at += length;
            }
        } else {
            std::uint32_t const covered = count > 1 || text.empty() ? count : 0;
            out.push_back({glyphs[i].glyph, glyphs[i].at, glyphs[i].rise, false, covered, text, text});
            for (std::size_t k = i + 1; k < next; ++k)
                out.push_back({glyphs[k].glyph, glyphs[k].at, glyphs[k].rise, false, 0, {}, {}});
        }

        for (std::size_t at = 0; at < tail.size();) {
            auto const [code_point, length] = utf8::decode(tail, at);
            std::uint32_t glyph = fonts.glyph(run.font, code_point);
            if (glyph == 0) glyph = fonts.glyph(run.font, U' ');
            out.push_back({glyph, 0, glyphs[next - 1].rise, true, 0, tail.substr(at, length), {}});
            at += length;
        }
    }
}

} // namespace kumihan::pdf
