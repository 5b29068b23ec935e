// Missing: what no font has is told once for each code point of a text, with what an editor can do about it: an emoji or a
// private sign to be left out, a compatibility sign to be written in ordinary characters, a variant that falls back.
// Letters that follow each other (a greeting in Korean) are told together; so are those of scripts that run from right to
// left, whether a font has them or not.
#pragma once

#include "diag/sink.h"
#include "font/library.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kumihan::shape {

class Missing {
public:
    using Place = std::function<Span(std::uint32_t, std::uint32_t)>; // of bytes of the text; may be empty
    Missing(std::string_view text, font::FontLibrary const& fonts, Place const& place, diag::Sink& sink)
        : text_(text), fonts_(fonts), place_(place), sink_(sink) {}

    // Bytes [begin, end), which begin with `base`.
    void glyph(std::uint32_t begin, std::uint32_t end, char32_t base, font::FontStack const& stack);
    void variant(std::uint32_t begin, std::uint32_t end); // the base is there, the form asked for is not
    void right_to_left(std::uint32_t begin, std::uint32_t end);
    void finish(); // after the last letter

private:
    struct Passage {
        diag::Code code;
        std::uint32_t begin, end, letters;
    };
    void extend(diag::Code code, std::uint32_t begin, std::uint32_t end);
    std::string plainly_written(std::string_view cluster, font::FontStack const& stack) const;
    void report(diag::Code code, std::uint32_t begin, std::uint32_t end, std::string points, std::string const& shown,
                std::string const& instead = {});
    std::string_view bytes(std::uint32_t begin, std::uint32_t end) const { return text_.substr(begin, end - begin); }

    std::string_view text_;
    font::FontLibrary const& fonts_;
    Place const& place_;
    diag::Sink& sink_;
    std::optional<Passage> passage_;
    std::vector<std::string> reported_; // code points, as "U+2F08"
};

// Hebrew, Arabic and their like.
bool runs_right_to_left(char32_t c);

} // namespace kumihan::shape
