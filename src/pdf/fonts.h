// Fonts: which glyphs of which face a book uses and what they say, their codes, and the font objects.
// Two phases (pdf-writing.md section 10): use() for all runs (several threads: one Fonts each, then join()), assign(),
// then find() from any thread.
// One CIDFont per face serves horizontal and vertical text. A glyph that says different things in different places
// (㍿ typed, or 株式会社 as a ligature) gets further Type0 dictionaries over the same CIDFont, each with its own
// ToUnicode.
#pragma once

#include "font/library.h"
#include "pdf/font_file.h"
#include "pdf/haru.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace kumihan::pdf {

class Fonts {
public:
    explicit Fonts(font::FontLibrary const& library) : library_(&library) {}

    void use(FontId font, std::uint32_t glyph, std::string_view text, bool vertical);
    void join(Fonts const& later); // what it used, as if it had been used here, after everything so far
    void assign(int jobs); // a face each on several threads; throws FontFailure

    struct Glyph {
        std::uint16_t code = 0;
        std::uint16_t resource = 0; // /F<resource>
        std::int32_t width = 0;     // 1e-7 em, as the viewer will read it
        std::int32_t vertical = 0;  // advance downwards, likewise
    };
    Glyph find(FontId font, std::uint32_t glyph, std::string_view text, bool vertical) const;

    // Subsets, each a task of its own for any thread; all of them before write().
    std::size_t task_count() const { return order_.size(); }
    void run_task(std::size_t index, bool compress);

    Ref write(Store& store, bool compress); // the /Font dictionary of all pages
    std::size_t count() const { return order_.size(); }

private:
    // What a glyph says, as one number: up to seven bytes as they are, longer ones by their place in long_texts_.
    using TextKey = std::uint64_t;
    struct Use {
        TextKey text = 0;
        std::uint32_t count = 0;
        std::uint16_t variant = 0; // which ToUnicode has this text
        bool vertical = false, horizontal = false;
        std::int32_t more = -1; // next use of the same glyph, in Face::more
    };
    struct Slot {
        Use use;
        std::uint16_t code = 0;
        std::int32_t width = 0, vertical = 0;
        std::int32_t origin_x = 0, origin_y = 0; // of vertical writing, 1e-7 em
    };
    using Block = std::array<Slot, 256>;
    struct Face {
        std::vector<std::unique_ptr<Block>> blocks;
        std::vector<Use> more;
        std::vector<std::uint32_t> glyphs; // used, ascending
        std::optional<FontFile> file;
        std::string program, cid_to_gid; // after run_task
        std::size_t program_length = 0;
        std::vector<std::array<std::uint16_t, 2>> resources; // by variant: horizontal, vertical; 0 not used
    };

    Use& use_of(FontId font, std::uint32_t glyph, std::string_view text);
    TextKey key(std::string_view text);
    TextKey known_key(std::string_view text) const;
    std::string text_of(TextKey key) const;
    void assign_face(FontId font, Face& face);
    void order_texts(FontId font, Face& face, std::uint32_t glyph);
    void measure(FontId font, Face& face);
    Slot& slot(Face& face, std::uint32_t glyph) const { return (*face.blocks[glyph >> 8])[glyph & 255]; }
    Slot const& slot(Face const& face, std::uint32_t glyph) const { return (*face.blocks[glyph >> 8])[glyph & 255]; }
    template <class AnyFace, class Visit> void each_use(AnyFace& face, std::uint32_t glyph, Visit visit) const {
        for (auto* use = &slot(face, glyph).use;; use = &face.more[static_cast<std::size_t>(use->more)]) {
            visit(*use);
            if (use->more < 0) return;
        }
    }

    std::string widths(Face const& face) const;
    std::string vertical_widths(Face const& face) const;
    std::string to_unicode(Face& face, std::uint16_t variant) const;
    void write_face(Store& store, FontId font, Face& face, bool compress, std::string& resources);

    font::FontLibrary const* library_;
    std::vector<std::unique_ptr<Face>> faces_; // by FontId
    std::vector<FontId> order_;                // those used
    std::map<std::string, std::uint32_t, std::less<>> long_texts_;
    std::vector<std::string> long_text_list_;
    std::uint16_t next_resource_ = 1;
};

struct FontFailure : std::runtime_error {
    FontFailure(std::string file_name, std::string const& reason)
        : std::runtime_error(reason), file(std::move(file_name)) {}
    std::string file;
};

} // namespace kumihan::pdf
