// FontFile: the subset of one face that goes into the PDF, and the codes by which content calls its glyphs
// (pdf-writing.md section 2). TrueType: CIDs are ours, dense in order of glyph, with a CIDToGIDMap. CID-keyed CFF: the
// CIDs of the face's own charset, which the subsetter keeps. Name-keyed CFF: glyph ids of the subset.
// Codes are known before the subset is made, so that pages and subsets can be made side by side.
#pragma once

#include "pdf/syntax.h"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

struct hb_face_t;
struct hb_subset_plan_t;

namespace kumihan::pdf {

struct FontError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class FontFile {
public:
    // `glyphs`: ascending, of the face. Throws FontError where the face has no outlines that PDF can hold.
    FontFile(hb_face_t* face, std::vector<std::uint32_t> glyphs);
    ~FontFile();
    FontFile(FontFile&&) noexcept;

    bool truetype() const { return kind_ == Kind::TrueType; }
    std::vector<std::uint16_t> const& codes() const { return codes_; } // of glyphs[i]

    std::string program() const;    // for FontFile2, or FontFile3 of subtype CIDFontType0C; throws FontError
    std::string cid_to_gid() const; // TrueType
    std::string tag() const;        // six letters, from the choice of glyphs

private:
    enum class Kind : std::uint8_t { TrueType, CidKeyed, NameKeyed };
    struct FreePlan {
        void operator()(hb_subset_plan_t* plan) const;
    };
    std::uint32_t new_glyph(std::uint32_t old_glyph) const;

    hb_face_t* face_;
    std::vector<std::uint32_t> glyphs_;
    std::vector<std::uint16_t> codes_;
    std::unique_ptr<hb_subset_plan_t, FreePlan> plan_;
    Kind kind_ = Kind::TrueType;
};

// What the font descriptor says, in 1/1000 em.
struct FontFacts {
    unsigned flags = 4; // symbolic: the codes are no standard encoding
    Fixed box[4] = {0, 0, 0, 0};
    Fixed italic_angle = 0, ascent = 0, descent = 0, cap_height = 0, stem_v = 0;
};
FontFacts font_facts(hb_face_t* face);

} // namespace kumihan::pdf
