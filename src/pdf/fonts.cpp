#include "pdf/fonts.h"

#include "base/parallel.h"
#include "base/utf8.h"

#include <hb.h>

#include <algorithm>

namespace kumihan::pdf {
namespace {

constexpr std::uint64_t kLong = std::uint64_t{0xFF} << 56;
constexpr std::int64_t kPerEm = 10'000'000; // 1e-7 em: four decimals of the 1/1000 em in which PDF counts

struct FreeFont {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

} // namespace

Fonts::TextKey Fonts::known_key(std::string_view text) const {
    auto const byte = [&](std::size_t i) { return TextKey{static_cast<unsigned char>(text[i])}; };
    if (text.size() == 3) return TextKey{3} << 56 | byte(0) << 48 | byte(1) << 40 | byte(2) << 32; // kanji and kana
    if (text.size() <= 7) {
        TextKey key = text.size();
        for (std::size_t i = 0; i < text.size(); ++i)
            key = key << 8 | byte(i);
        return key << 8 * (7 - text.size());
    }
    auto const found = long_texts_.find(text);
    return kLong | (found == long_texts_.end() ? 0xFFFFFFFFu : found->second);
}

Fonts::TextKey Fonts::key(std::string_view text) {
    if (text.size() > 7 && long_texts_.find(text) == long_texts_.end()) {
        long_texts_.emplace(text, static_cast<std::uint32_t>(long_text_list_.size()));
        long_text_list_.emplace_back(text);
    }
    return known_key(text);
}

std::string Fonts::text_of(TextKey key) const {
    if ((key & kLong) == kLong) return long_text_list_.at(key & 0xFFFFFFFFu);
    std::string text(static_cast<std::size_t>(key >> 56), '\0');
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = static_cast<char>(key >> (48 - 8 * i));
    return text;
}

Fonts::Use& Fonts::use_of(FontId font, std::uint32_t glyph, std::string_view text) {
    static thread_local Use nowhere; // a glyph that the face does not have; find() gives .notdef
    if (faces_.size() <= font.value) faces_.resize(font.value + 1);
    auto& face = faces_[font.value];
    if (!face) {
        face = std::make_unique<Face>();
        face->blocks.resize(hb_face_get_glyph_count(library_->face(font)) / 256 + 1);
    }
    if ((glyph >> 8) >= face->blocks.size()) return nowhere;
    auto& block = face->blocks[glyph >> 8];
    if (!block) block = std::make_unique<Block>();

    TextKey const text_key = key(text);
    Use* use = &(*block)[glyph & 255].use;
    if (use->count == 0) {
        use->text = text_key;
        face->glyphs.push_back(glyph);
    }
    while (use->text != text_key) {
        if (use->more < 0) {
            use->more = static_cast<std::int32_t>(face->more.size());
            Use fresh;
            fresh.text = text_key;
            face->more.push_back(fresh);
            use = &face->more.back();
            break;
        }
        use = &face->more[static_cast<std::size_t>(use->more)];
    }
    return *use;
}

void Fonts::use(FontId font, std::uint32_t glyph, std::string_view text, bool vertical) {
    Use& use = use_of(font, glyph, text);
    ++use.count;
    (vertical ? use.vertical : use.horizontal) = true;
}

void Fonts::join(Fonts const& later) {
    for (std::size_t i = 0; i < later.faces_.size(); ++i) {
        if (!later.faces_[i]) continue;
        Face const& face = *later.faces_[i];
        for (std::uint32_t const glyph : face.glyphs)
            later.each_use(face, glyph, [&](Use const& one) {
                Use& use = use_of(FontId{i}, glyph, later.text_of(one.text));
                use.count += one.count;
                use.vertical = use.vertical || one.vertical;
                use.horizontal = use.horizontal || one.horizontal;
            });
    }
}

void Fonts::assign(int jobs) {
    for (std::size_t i = 0; i < faces_.size(); ++i)
        if (faces_[i]) order_.push_back(FontId{i});
    parallel_for(order_.size(), jobs, 1, [&](std::size_t i) {
        try {
            assign_face(order_[i], *faces_[order_[i].value]);
        } catch (FontError const& error) {
            throw FontFailure(library_->file_name(order_[i]), error.what());
        }
    });
    for (FontId const font : order_)
        for (auto& directions : faces_[font.value]->resources)
            for (auto& resource : directions)
                if (resource != 0) resource = next_resource_++;
}

void Fonts::assign_face(FontId font, Face& face) {
    std::sort(face.glyphs.begin(), face.glyphs.end());
    face.file.emplace(library_->face(font), face.glyphs);
    for (std::size_t i = 0; i < face.glyphs.size(); ++i)
        slot(face, face.glyphs[i]).code = face.file->codes()[i];
    measure(font, face);
    for (std::uint32_t const glyph : face.glyphs) {
        order_texts(font, face, glyph);
        each_use(face, glyph, [&](Use const& use) {
            if (face.resources.size() <= use.variant) face.resources.resize(use.variant + std::size_t{1});
            if (use.horizontal) face.resources[use.variant][0] = 1;
            if (use.vertical) face.resources[use.variant][1] = 1;
        });
    }
}

// The text that most places have goes first, so that most text stays in one font; the character whose nominal glyph
// this is goes before all.
void Fonts::order_texts(FontId font, Face& face, std::uint32_t glyph) {
    if (slot(face, glyph).use.more < 0) return;
    struct Ranked {
        bool nominal;
        std::uint32_t count;
        std::string text;
        Use* use;
    };
    std::vector<Ranked> ranked;
    each_use(face, glyph, [&](Use& use) {
        auto text = text_of(use.text);
        bool const nominal = !text.empty() && utf8::decode(text, 0).length == text.size() &&
                             library_->glyph(font, utf8::decode(text, 0).code_point) == glyph;
        ranked.push_back({nominal, use.count, std::move(text), &use});
    });
    std::sort(ranked.begin(), ranked.end(), [](Ranked const& a, Ranked const& b) {
        if (a.nominal != b.nominal) return a.nominal;
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    for (std::size_t i = 0; i < ranked.size(); ++i)
        ranked[i].use->variant = static_cast<std::uint16_t>(i);
}

void Fonts::measure(FontId font, Face& face) {
    std::unique_ptr<hb_font_t, FreeFont> const units{hb_font_create(library_->face(font))};
    auto const upem = static_cast<std::int64_t>(std::max(1u, library_->units_per_em(font)));
    hb_font_set_scale(units.get(), static_cast<int>(upem), static_cast<int>(upem));
    auto const scaled = [&](std::int64_t value) {
        std::int64_t const twice = 2 * value * kPerEm + (value < 0 ? -upem : upem);
        return static_cast<std::int32_t>(twice / (2 * upem));
    };
    for (std::uint32_t const glyph : face.glyphs) {
        Slot& place = slot(face, glyph);
        place.width = scaled(hb_font_get_glyph_h_advance(units.get(), glyph));
        bool vertical = false;
        each_use(face, glyph, [&](Use const& use) { vertical = vertical || use.vertical; });
        if (!vertical) continue;
        hb_position_t x = 0, y = 0;
        hb_font_get_glyph_v_origin(units.get(), glyph, &x, &y);
        place.vertical = -scaled(hb_font_get_glyph_v_advance(units.get(), glyph));
        place.origin_x = scaled(x);
        place.origin_y = scaled(y);
    }
}

Fonts::Glyph Fonts::find(FontId font, std::uint32_t glyph, std::string_view text, bool vertical) const {
    Face const& face = *faces_[font.value];
    if ((glyph >> 8) >= face.blocks.size() || !face.blocks[glyph >> 8]) return {};
    Slot const& place = slot(face, glyph);
    TextKey const text_key = known_key(text);
    Use const* use = &place.use;
    while (use->text != text_key && use->more >= 0)
        use = &face.more[static_cast<std::size_t>(use->more)];
    return {place.code, face.resources[use->variant][vertical ? 1 : 0], place.width, place.vertical};
}

} // namespace kumihan::pdf
