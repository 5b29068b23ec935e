#include "shape/choose_font.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

#include <array>
#include <span>
#include <utility>

namespace kumihan::shape {

namespace {

using font::Coverage;

constexpr std::array kJapaneseOrder{Coverage::Japanese, Coverage::Fallback, Coverage::Latin, Coverage::Emoji};
constexpr std::array kLatinOrder{Coverage::Latin, Coverage::Japanese, Coverage::Fallback, Coverage::Emoji};
constexpr std::array kEmojiOrder{Coverage::Emoji, Coverage::Fallback, Coverage::Japanese, Coverage::Latin};

constexpr char32_t kTextStyle = 0xFE0E, kEmojiStyle = 0xFE0F, kJoiner = 0x200D;

bool emoji_by_default(char32_t c) {
    if (c < 0x231A || (c > 0x2BFF && c < 0x1F000)) return false;
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI_PRESENTATION);
}

bool needs_glyph(char32_t c) { return c != kJoiner && c != 0x200C && !is_variation_selector(c) && c < 0xE0000; }

struct Contents {
    char32_t variation = 0; // the selector directly after the base
    bool emoji = false;     // asked for as emoji: selector, joiner, skin tone, flag
    bool text = false;      // asked for as text
};

Contents look_into(std::string_view cluster, char32_t base) {
    Contents found;
    bool first = true, second = true;
    for (std::size_t at = 0; at < cluster.size();) {
        auto const d = utf8::decode(cluster, at);
        at += d.length;
        if (std::exchange(first, false)) continue;
        if (std::exchange(second, false) && is_variation_selector(d.code_point)) found.variation = d.code_point;
        if (d.code_point == kEmojiStyle || d.code_point == kJoiner || (d.code_point >= 0x1F1E6 && d.code_point <= 0x1F3FF))
            found.emoji = true;
        if (d.code_point == kTextStyle) found.text = true;
    }
    if (base >= 0x1F1E6 && base <= 0x1F1FF) found.emoji = true;
    return found;
}

bool covers(font::FontLibrary const& fonts, FontId font, std::string_view cluster) {
    for (std::size_t at = 0; at < cluster.size();) {
        auto const d = utf8::decode(cluster, at);
        at += d.length;
        if (needs_glyph(d.code_point) && fonts.glyph(font, d.code_point) == 0) return false;
    }
    return true;
}

} // namespace

Choice choose_font(font::FontLibrary const& fonts, font::FontStack const& stack, Wanted wanted, char32_t base,
                   std::string_view cluster, bool single) {
    auto const& entries = stack.entries;
    // The frequent case: the first face of the wanted kind has the one code point
    auto const leading = wanted == Wanted::Latin ? Coverage::Latin : Coverage::Japanese;
    bool const maybe_emoji = emoji_by_default(base);
    if (single && !maybe_emoji)
        for (std::size_t i = 0; i < entries.size(); ++i)
            if (entries[i].coverage == leading) {
                if (auto const glyph = fonts.glyph(entries[i].font, base)) return {static_cast<std::uint32_t>(i), glyph, false};
                break;
            }

    Contents const contents = single ? Contents{} : look_into(cluster, base);
    bool const emoji = !contents.text && (contents.emoji || maybe_emoji);
    auto const order = std::span<Coverage const>(emoji ? kEmojiOrder : wanted == Wanted::Latin ? kLatinOrder : kJapaneseOrder);
    auto first_that = [&](auto&& has) -> std::uint32_t {
        for (auto const coverage : order)
            for (std::size_t i = 0; i < entries.size(); ++i)
                if (entries[i].coverage == coverage && entries[i].font && has(entries[i].font)) return static_cast<std::uint32_t>(i);
        return FontId::kNone;
    };
    auto chosen = [&](std::uint32_t entry, bool variant_missing) {
        return Choice{entry, fonts.glyph(entries[entry].font, base), variant_missing};
    };

    bool const glyph_variant = contents.variation && contents.variation != kTextStyle && contents.variation != kEmojiStyle;
    if (glyph_variant) {
        auto const entry = first_that([&](FontId f) { return fonts.glyph(f, base, contents.variation) != 0; });
        if (entry != FontId::kNone) return chosen(entry, false);
    }
    auto const whole = first_that([&](FontId f) { return covers(fonts, f, cluster); });
    if (whole != FontId::kNone) return chosen(whole, glyph_variant);
    auto const base_only = first_that([&](FontId f) { return fonts.glyph(f, base) != 0; });
    if (base_only != FontId::kNone) return chosen(base_only, glyph_variant);
    return {};
}

} // namespace kumihan::shape
