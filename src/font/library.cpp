#include "font/library.h"

#include "base/lazy.h"
#include "font/handles.h"
#include "font/mapped_file.h"

#include <hb-ot.h>
#include <hb.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

#include <array>
#include <cstring>
#include <deque>
#include <map>
#include <optional>

namespace kumihan::font {

namespace {

using FtLibrary = std::unique_ptr<std::remove_pointer_t<FT_Library>, Destroyer<FT_Done_FreeType>>;
using FtFace = std::unique_ptr<std::remove_pointer_t<FT_Face>, Destroyer<FT_Done_Face>>;

constexpr int kScale = 65536; // HarfBuzz units per em, so that an advance is an Em as it stands

char const* reason(FT_Error error) {
    char const* const text = FT_Error_String(error);
    return text ? text : "unknown format";
}

// OS/2 fsType, bit 1: restricted licence, no embedding without leave (OpenType 1.9, OS/2). Bit 8 forbids subsetting and
// bit 9 allows bitmaps only; we embed nothing but subset outlines.
bool forbids_embedding(FT_Face face) {
    auto const* os2 = static_cast<TT_OS2 const*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    if (!os2 || os2->version == 0xFFFF) return false;
    unsigned const usage = os2->fsType & 0x000Fu;
    bool const restricted = usage == 0x0002u; // any more permissive bit beside it wins
    return restricted || (os2->fsType & 0x0100u) || (os2->fsType & 0x0200u);
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, 256> buffer{};
    auto size = static_cast<unsigned>(buffer.size());
    hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, buffer.data());
    return {buffer.data(), size};
}

} // namespace

struct FontLibrary::Impl {
    struct Face {
        MappedFile file;
        HbFace face;
        HbFont font;
        std::string file_name, postscript_name;
        unsigned units_per_em = 0;

        // Flat tables, made when first asked for: most faces of the chains never are.
        Lazy<std::vector<std::uint16_t>> cmap;    // nominal glyphs of the BMP
        Lazy<std::vector<std::int32_t>> advances; // by glyph
        // By glyph: shaping replaces it even when it stands alone; in a reading
        Lazy<std::vector<bool>> changing, changing_ruby;

        Face(MappedFile mapped, HbFace hb_face, HbFont hb_font)
            : file(std::move(mapped)), face(std::move(hb_face)), font(std::move(hb_font)) {}
        std::vector<std::uint16_t> const& bmp() const {
            return cmap.get([this] { return make_bmp(); });
        }
        std::vector<std::uint16_t> make_bmp() const {
            std::vector<std::uint16_t> glyphs(0x10000, 0);
            HbSet const covered{hb_set_create()};
            hb_face_collect_unicodes(face.get(), covered.get());
            hb_codepoint_t c = HB_SET_VALUE_INVALID;
            while (hb_set_next(covered.get(), &c) && c < 0x10000) {
                hb_codepoint_t glyph = 0;
                if (hb_font_get_nominal_glyph(font.get(), c, &glyph)) glyphs[c] = static_cast<std::uint16_t>(glyph);
            }
            return glyphs;
        }

        std::vector<std::int32_t> const& glyph_advances() const {
            return advances.get([this] {
                std::vector<std::int32_t> made(hb_face_get_glyph_count(face.get()));
                for (std::size_t g = 0; g < made.size(); ++g)
                    made[g] = hb_font_get_glyph_h_advance(font.get(), static_cast<hb_codepoint_t>(g));
                return made;
            });
        }

        std::vector<bool> const& changing_glyphs(bool ruby) const {
            return (ruby ? changing_ruby : changing).get([this, ruby] { return make_changing(ruby); });
        }
        std::vector<bool> make_changing(bool ruby) const {
            hb_feature_t const with_ruby{HB_TAG('r', 'u', 'b', 'y'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
            std::vector<bool> result(hb_face_get_glyph_count(face.get()), false);
            hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;
            properties.direction = HB_DIRECTION_LTR;
            properties.script = HB_SCRIPT_HAN;
            properties.language = hb_language_from_string("ja", 2);
            auto* const plan = hb_shape_plan_create(face.get(), &properties, &with_ruby, ruby ? 1 : 0, nullptr);
            HbSet const lookups{hb_set_create()}, inputs{hb_set_create()};
            hb_ot_shape_plan_collect_lookups(plan, HB_OT_TAG_GSUB, lookups.get());
            hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
            while (hb_set_next(lookups.get(), &lookup)) {
                hb_set_clear(inputs.get());
                hb_ot_layout_lookup_collect_glyphs(face.get(), HB_OT_TAG_GSUB, lookup, nullptr, inputs.get(), nullptr,
                                                   nullptr);
                hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
                while (hb_set_next(inputs.get(), &glyph))
                    if (glyph < result.size() && hb_ot_layout_lookup_would_substitute(face.get(), lookup, &glyph, 1, true))
                        result[glyph] = true;
            }
            hb_shape_plan_destroy(plan);
            return result;
        }
    };

    FtLibrary freetype;
    std::map<std::pair<std::string, unsigned>, FontId> loaded;
    std::deque<Face> faces; // a deque, because a face never moves
    std::deque<FontStack> stacks;

    Impl() {
        FT_Library library = nullptr;
        if (FT_Init_FreeType(&library) == 0) freetype.reset(library);
    }
    Face const& at(FontId id) const { return faces[id.value]; }
};

FontLibrary::FontLibrary() : impl_(std::make_unique<Impl>()) {}
FontLibrary::~FontLibrary() = default;

FontId FontLibrary::load(std::filesystem::path const& file, unsigned index, Span span, diag::Sink& sink) {
    std::pair<std::string, unsigned> const key{file.lexically_normal().string(), index};
    if (auto const known = impl_->loaded.find(key); known != impl_->loaded.end()) return known->second;

    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        sink.report(diag::Code::FontMissing, span, {file.string()});
        return {};
    }
    auto unusable = [&](std::string why) {
        sink.report(diag::Code::FontUnusable, span, {file.string(), std::move(why)});
        return FontId{};
    };
    std::string why;
    auto mapped = MappedFile::open(file, why);
    if (!mapped) return unusable(why);

    // FreeType reads every header table and refuses what HarfBuzz would take for an empty font.
    auto const bytes = mapped->bytes();
    {
        FT_Face raw = nullptr;
        auto const error =
            impl_->freetype ? FT_New_Memory_Face(impl_->freetype.get(), reinterpret_cast<FT_Byte const*>(bytes.data()),
                                                 static_cast<FT_Long>(bytes.size()), static_cast<FT_Long>(index), &raw)
                            : FT_Err_Invalid_Library_Handle;
        if (error) return unusable(reason(error));
        FtFace const checked{raw};
        if (!FT_IS_SCALABLE(raw) || !FT_IS_SFNT(raw)) return unusable("not a TrueType or OpenType outline font");
        if (forbids_embedding(raw)) {
            sink.report(diag::Code::FontEmbedding, span, {file.string()});
            return {};
        }
    }

    HbBlob const blob{hb_blob_create(reinterpret_cast<char const*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr)};
    HbFace face{hb_face_create(blob.get(), index)};
    if (hb_face_get_glyph_count(face.get()) == 0) return unusable("no glyphs");
    hb_face_make_immutable(face.get());
    HbFont font{hb_font_create(face.get())};
    hb_font_set_scale(font.get(), kScale, kScale);
    hb_font_make_immutable(font.get());

    auto& entry = impl_->faces.emplace_back(std::move(*mapped), std::move(face), std::move(font));
    entry.file_name = file.string();
    entry.postscript_name = name_of(entry.face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME);
    if (entry.postscript_name.empty()) entry.postscript_name = file.stem().string();
    entry.units_per_em = hb_face_get_upem(entry.face.get());

    FontId const id{impl_->faces.size() - 1};
    impl_->loaded.emplace(key, id);
    return id;
}

FontStackId FontLibrary::add_stack(FontStack stack) {
    impl_->stacks.push_back(std::move(stack));
    return FontStackId{impl_->stacks.size() - 1};
}

FontStack const& FontLibrary::stack(FontStackId id) const { return impl_->stacks[id.value]; }
std::size_t FontLibrary::face_count() const { return impl_->faces.size(); }
hb_face_t* FontLibrary::face(FontId id) const { return impl_->at(id).face.get(); }
hb_font_t* FontLibrary::hb_font(FontId id) const { return impl_->at(id).font.get(); }
std::string const& FontLibrary::file_name(FontId id) const { return impl_->at(id).file_name; }
std::string const& FontLibrary::postscript_name(FontId id) const { return impl_->at(id).postscript_name; }
unsigned FontLibrary::units_per_em(FontId id) const { return impl_->at(id).units_per_em; }

std::uint32_t FontLibrary::glyph(FontId id, char32_t code_point, char32_t variation) const {
    auto const& face = impl_->at(id);
    if (variation == 0 && code_point < 0x10000) return face.bmp()[code_point];
    hb_codepoint_t glyph = 0;
    bool const found = variation ? hb_font_get_variation_glyph(face.font.get(), code_point, variation, &glyph)
                                 : hb_font_get_nominal_glyph(face.font.get(), code_point, &glyph);
    return found ? glyph : 0;
}

std::int32_t FontLibrary::advance(FontId id, std::uint32_t glyph) const {
    auto const& advances = impl_->at(id).glyph_advances();
    return glyph < advances.size() ? advances[glyph] : 0;
}

bool FontLibrary::shapes_to_itself(FontId id, std::uint32_t glyph, bool ruby) const {
    auto const& changing = impl_->at(id).changing_glyphs(ruby);
    return glyph < changing.size() && !changing[glyph];
}

} // namespace kumihan::font
