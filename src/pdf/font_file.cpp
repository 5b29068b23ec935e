#include "pdf/font_file.h"

#include "pdf/cff.h"

#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <string_view>

namespace kumihan::pdf {
namespace {

struct FreeBlob {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct FreeInput {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
struct FreeFace {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};

// A table of a face, read in big-endian pieces; what lies beyond its end reads as zero.
class Table {
public:
    Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
        unsigned length = 0;
        char const* const data = hb_blob_get_data(blob_.get(), &length);
        bytes_ = {data, length};
    }
    std::string_view bytes() const { return bytes_; }
    bool empty() const { return bytes_.empty(); }
    unsigned u8(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0u; }
    unsigned u16(std::size_t at) const { return u8(at) << 8 | u8(at + 1); }
    int i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    std::int32_t i32(std::size_t at) const { return static_cast<std::int32_t>(u16(at) << 16 | u16(at + 2)); }

private:
    std::unique_ptr<hb_blob_t, FreeBlob> blob_;
    std::string_view bytes_;
};

// Layout, names, hints and whatever else a viewer does not read. Variation tables go too: what stays is the default
// instance, the one that was shaped.
constexpr hb_tag_t kDropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('J', 'S', 'T', 'F'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('O', 'S', '/', '2'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'),
    HB_TAG('V', 'O', 'R', 'G'), HB_TAG('D', 'S', 'I', 'G'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'v', 'a', 'r'), HB_TAG('a', 'v', 'a', 'r'), HB_TAG('H', 'V', 'A', 'R'),
    HB_TAG('V', 'V', 'A', 'R'), HB_TAG('M', 'V', 'A', 'R'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('c', 'v', 'a', 'r'),
    HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'), HB_TAG('S', 'V', 'G', ' '), HB_TAG('m', 'e', 't', 'a'),
};

std::uint64_t hash_of(std::vector<std::uint32_t> const& values) {
    std::uint64_t hash = 0xCBF29CE484222325u; // FNV-1a
    for (std::uint32_t const value : values)
        for (unsigned shift = 0; shift < 32; shift += 8)
            hash = (hash ^ ((value >> shift) & 0xFF)) * 0x100000001B3u;
    return hash;
}

} // namespace

void FontFile::FreePlan::operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
FontFile::~FontFile() = default;
FontFile::FontFile(FontFile&&) noexcept = default;

FontFile::FontFile(hb_face_t* face, std::vector<std::uint32_t> glyphs) : face_(face), glyphs_(std::move(glyphs)) {
    std::unique_ptr<hb_subset_input_t, FreeInput> const input{hb_subset_input_create_or_fail()};
    if (!input) throw FontError("out of memory");
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE |
                                               HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t* const wanted = hb_subset_input_glyph_set(input.get());
    for (std::uint32_t const glyph : glyphs_)
        hb_set_add(wanted, glyph);
    hb_set_t* const dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (hb_tag_t const tag : kDropped)
        hb_set_add(dropped, tag);
    plan_.reset(hb_subset_plan_create_or_fail(face_, input.get()));
    if (!plan_) throw FontError("cannot be subset");

    std::vector<std::uint16_t> charset;
    if (Table const cff(face_, HB_TAG('C', 'F', 'F', ' ')); !cff.empty()) {
        auto const found = cff_charset(cff.bytes());
        if (!found) throw FontError("damaged CFF table");
        kind_ = found->cid_keyed ? Kind::CidKeyed : Kind::NameKeyed;
        charset = found->cids;
    } else if (Table(face_, HB_TAG('g', 'l', 'y', 'f')).empty()) {
        throw FontError("neither TrueType nor CFF outlines");
    }

    std::uint16_t dense = 1; // CID 0 stays .notdef
    for (std::uint32_t const glyph : glyphs_) {
        switch (kind_) {
        case Kind::TrueType:
            codes_.push_back(glyph == 0 ? std::uint16_t{0} : dense++);
            break;
        case Kind::CidKeyed:
            codes_.push_back(glyph < charset.size() ? charset[glyph] : std::uint16_t{0});
            break;
        case Kind::NameKeyed:
            codes_.push_back(static_cast<std::uint16_t>(new_glyph(glyph)));
            break;
        }
    }
}

// The subsetter gives back more glyphs than were asked for, so the place in the sorted list is not the new id.
std::uint32_t FontFile::new_glyph(std::uint32_t old_glyph) const {
    hb_codepoint_t const found = hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(plan_.get()), old_glyph);
    if (found == HB_MAP_VALUE_INVALID) throw FontError("a glyph is lost in the subset");
    return found;
}

std::string FontFile::program() const {
    std::unique_ptr<hb_face_t, FreeFace> const subset{hb_subset_plan_execute_or_fail(plan_.get())};
    if (!subset) throw FontError("cannot be subset");
    std::unique_ptr<hb_blob_t, FreeBlob> blob{hb_face_reference_blob(subset.get())};
    if (kind_ != Kind::TrueType) blob.reset(hb_face_reference_table(subset.get(), HB_TAG('C', 'F', 'F', ' ')));
    unsigned length = 0;
    char const* const data = hb_blob_get_data(blob.get(), &length);
    if (length == 0) throw FontError("the subset is empty");
    return {data, length};
}

std::string FontFile::cid_to_gid() const {
    std::string map(2, '\0');
    for (std::uint32_t const glyph : glyphs_) {
        if (glyph == 0) continue;
        std::uint32_t const target = new_glyph(glyph);
        map += static_cast<char>(target >> 8);
        map += static_cast<char>(target & 0xFF);
    }
    return map;
}

std::string FontFile::tag() const {
    std::uint64_t hash = hash_of(glyphs_);
    std::string letters;
    for (int i = 0; i < 6; ++i, hash /= 26)
        letters += static_cast<char>('A' + hash % 26);
    return letters;
}

FontFacts font_facts(hb_face_t* face) {
    Table const head(face, HB_TAG('h', 'e', 'a', 'd')), os2(face, HB_TAG('O', 'S', '/', '2')),
        post(face, HB_TAG('p', 'o', 's', 't')), hhea(face, HB_TAG('h', 'h', 'e', 'a'));
    auto const upem = static_cast<std::int64_t>(std::max(1u, hb_face_get_upem(face)));
    auto const scaled = [&](std::int64_t units) { return units * 1000 * kFixedOne / upem; };

    FontFacts facts;
    for (std::size_t i = 0; i < 4; ++i)
        facts.box[i] = scaled(head.i16(36 + 2 * i));                // xMin yMin xMax yMax
    facts.italic_angle = post.i32(4) * std::int64_t{625} / 4096;    // 16.16 degrees
    facts.ascent = scaled(os2.empty() ? hhea.i16(4) : os2.i16(68)); // sTypoAscender
    facts.descent = scaled(os2.empty() ? hhea.i16(6) : os2.i16(70));
    facts.cap_height = os2.u16(0) >= 2 && os2.i16(88) > 0 ? scaled(os2.i16(88)) : 700 * kFixedOne;
    // No table says how thick stems are; viewers use this only to make a substitute. The usual guess from the weight.
    auto const weight = static_cast<std::int64_t>(os2.empty() ? 400 : std::clamp(os2.u16(4), 100u, 1000u));
    facts.stem_v = (50 + weight * weight / (65 * 65)) * kFixedOne;

    unsigned const family_class = os2.u16(30) >> 8, panose_family = os2.u8(32), panose_serif = os2.u8(33);
    if (post.i32(12) != 0) facts.flags |= 1; // fixed pitch
    if ((family_class >= 1 && family_class <= 5) || family_class == 7 ||
        (panose_family == 2 && panose_serif >= 2 && panose_serif <= 10))
        facts.flags |= 2; // serif
    if (facts.italic_angle != 0 || (os2.u16(62) & 1u)) facts.flags |= 64;
    return facts;
}

} // namespace kumihan::pdf
