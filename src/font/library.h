// FontLibrary: the faces of this run and the chains in which a grapheme cluster looks for its glyph. Faces are memory
// mapped, immutable after loading, shared by all threads. HarfBuzz handles do not leave `font`, `shape` and the
// subsetter. Metrics follow fonts.md: the em box of Japanese faces is 0.88 above and 0.12 below the baseline.
#pragma once

#include "base/ids.h"
#include "base/length.h"
#include "diag/sink.h"
#include "source/span.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct hb_face_t;
struct hb_font_t;

namespace kumihan::font {

enum class Coverage : std::uint8_t {
    Japanese, // primary face: kana, kanji, Japanese punctuation
    Latin,    // letters, figures and punctuation of Western runs (japanese-composition.md 2.3)
    Fallback, // whatever the ones before lack, in order
    Emoji,    // before the fallbacks when the cluster asks for emoji presentation
};

struct StackEntry {
    FontId font;
    Coverage coverage = Coverage::Japanese;
    double scale = 1.0;     // of the text size
    bool centre_in_em = false; // symbols and emoji set in a 1 em cell
};

struct FontStack {
    std::string name; // as the layout calls it
    std::vector<StackEntry> entries;
};

class FontLibrary {
public:
    FontLibrary();
    ~FontLibrary();
    FontLibrary(FontLibrary const&) = delete;
    FontLibrary& operator=(FontLibrary const&) = delete;

    // Loads a face once per path and index. A file that is missing, no font, or forbids embedding (OS/2 fsType) is
    // reported at `span` and gives no id. FreeType checks what HarfBuzz does not.
    FontId load(std::filesystem::path const& file, unsigned index, Span span, diag::Sink& sink);
    FontStackId add_stack(FontStack stack);

    FontStack const& stack(FontStackId id) const;
    std::size_t face_count() const;

    hb_face_t* face(FontId id) const;  // owned by the library
    hb_font_t* hb_font(FontId id) const; // scale: 1 em = 65536 in both directions, immutable
    std::string const& file_name(FontId id) const;
    std::string const& postscript_name(FontId id) const;
    unsigned units_per_em(FontId id) const;

    // Nominal glyph of a code point with or without a variation selector; 0 when the face has none.
    std::uint32_t glyph(FontId id, char32_t code_point, char32_t variation = 0) const;

    // Horizontal advance in 1/65536 em.
    std::int32_t advance(FontId id, std::uint32_t glyph) const;

    // Whether shaping this glyph alone as horizontal Japanese text (fonts.md section 9) gives the same glyph. Then a
    // cluster of one code point needs no call of the shaper: Japanese clusters are set one by one on the grid, and no
    // feature may reach from one into the next.
    bool shapes_to_itself(FontId id, std::uint32_t glyph, bool ruby = false) const; // ruby: in a reading

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace kumihan::font
