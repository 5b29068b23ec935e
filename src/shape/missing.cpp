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

namespace {

constexpr std::uint32_t kShown = 12; // letters of a passage

std::string point_of(char32_t c) {
    std::array<char, 12> hex{};
    std::snprintf(hex.data(), hex.size(), "U+%04X", static_cast<unsigned>(c));
    return hex.data();
}

} // namespace

bool runs_right_to_left(char32_t c) {
    if (c < 0x590 || (c > 0x8FF && c < 0xFB1D)) return false; // nearly all text
    auto const direction = u_charDirection(static_cast<UChar32>(c));
    return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

void Missing::glyph(std::uint32_t begin, std::uint32_t end, char32_t base, font::FontStack const& stack) {
    auto const c = static_cast<UChar32>(base);
    auto const alone = [&](diag::Code code, std::string const& instead = {}) {
        report(code, begin, end, point_of(base), std::string(bytes(begin, end)), instead);
    };
    if (u_charType(c) == U_PRIVATE_USE_CHAR) return alone(diag::Code::PrivateUse);
    if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) || u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR))
        return alone(diag::Code::EmojiMissing);
    if (auto const plain = plainly_written(bytes(begin, end), stack); !plain.empty())
        return alone(diag::Code::GlyphMissingWrite, plain);
    extend(diag::Code::GlyphMissing, begin, end);
}

void Missing::variant(std::uint32_t begin, std::uint32_t end) {
    std::string points;
    for (std::size_t at = begin; at < end;) {
        auto const d = utf8::decode(text_, at);
        at += d.length;
        if (!points.empty()) points += ' ';
        points += point_of(d.code_point);
    }
    report(diag::Code::VariantMissing, begin, end, points, std::string(bytes(begin, end)));
}

void Missing::right_to_left(std::uint32_t begin, std::uint32_t end) { extend(diag::Code::RightToLeft, begin, end); }

// Words of one passage have a space between them.
void Missing::extend(diag::Code code, std::uint32_t begin, std::uint32_t end) {
    bool const follows = passage_ && passage_->code == code &&
                         (begin == passage_->end || bytes(passage_->end, begin) == " ");
    if (!follows) {
        finish();
        passage_ = {code, begin, begin, 0};
    }
    passage_->end = end;
    ++passage_->letters;
}

void Missing::finish() {
    if (!passage_) return;
    auto const [code, begin, end, letters] = *passage_;
    passage_.reset();
    std::string points = point_of(utf8::decode(text_, begin).code_point);
    std::string shown(bytes(begin, end));
    if (letters > 1) points += " …";
    if (letters > kShown) {
        std::size_t at = begin;
        for (std::uint32_t i = 0; i < kShown; ++i)
            at += utf8::decode(text_, at).length;
        shown = std::string(bytes(begin, static_cast<std::uint32_t>(at))) + "…";
    }
    report(code, begin, end, std::move(points), shown);
}

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

void Missing::report(diag::Code code, std::uint32_t begin, std::uint32_t end, std::string points, std::string const& shown,
                     std::string const& instead) {
    std::string const key = points + shown;
    if (std::find(reported_.begin(), reported_.end(), key) != reported_.end()) return;
    reported_.push_back(key);
    sink_.report(code, place_ ? place_(begin, end) : Span{}, {std::move(points), shown, instead});
}

} // namespace kumihan::shape
