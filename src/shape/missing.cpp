#include "shape/missing.h"

#include "base/utf8.h"
#include "shape/choose_font.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace kumihan::shape {

void Missing::glyph(std::string_view cluster, char32_t base, font::FontStack const& stack, Span place) {
    auto const c = static_cast<UChar32>(base);
    if (u_charType(c) == U_PRIVATE_USE_CHAR) return report(diag::Code::PrivateUse, cluster, place);
    if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) || u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR))
        return report(diag::Code::EmojiMissing, cluster, place);
    auto const plain = plainly_written(cluster, stack);
    report(plain.empty() ? diag::Code::GlyphMissing : diag::Code::GlyphMissingWrite, cluster, place, plain);
}

void Missing::variant(std::string_view cluster, Span place) { report(diag::Code::VariantMissing, cluster, place); }

// Compatibility signs in ordinary characters, where the fonts have all of them: 𝐀 is A, ㋀ is 1月.
std::string Missing::plainly_written(std::string_view cluster, font::FontStack const& stack) const {
    UErrorCode status = U_ZERO_ERROR;
    auto const* const forms = icu::Normalizer2::getNFKCInstance(status);
    std::string out;
    if (U_FAILURE(status)) return out;
    auto const from = icu::UnicodeString::fromUTF8(icu::StringPiece(cluster.data(), static_cast<std::int32_t>(cluster.size())));
    auto const plain = forms->normalize(from, status);
    if (U_FAILURE(status) || plain == from) return out;
    plain.toUTF8String(out);
    for (std::size_t at = 0; at < out.size();) {
        auto const d = utf8::decode(out, at);
        at += d.length;
        if (choose_font(fonts_, stack, Wanted::Japanese, d.code_point, {}, true).glyph == 0) return {};
    }
    return out;
}

void Missing::report(diag::Code code, std::string_view cluster, Span place, std::string const& instead) {
    std::string points;
    for (std::size_t at = 0; at < cluster.size();) {
        auto const d = utf8::decode(cluster, at);
        at += d.length;
        std::array<char, 12> hex{};
        std::snprintf(hex.data(), hex.size(), "U+%04X", static_cast<unsigned>(d.code_point));
        if (!points.empty()) points += ' ';
        points += hex.data();
        if (code != diag::Code::VariantMissing) break;
    }
    if (std::find(reported_.begin(), reported_.end(), points) != reported_.end()) return;
    reported_.push_back(points);
    sink_.report(code, place, {points, std::string(cluster), instead});
}

} // namespace kumihan::shape
