// Missing: what no font has is told once for each code point of a text, with what an editor can do about it: an emoji or a
// private sign to be left out, a compatibility sign to be written in ordinary characters, a variant that falls back.
#pragma once

#include "diag/sink.h"
#include "font/library.h"

#include <string>
#include <string_view>
#include <vector>

namespace kumihan::shape {

class Missing {
public:
    Missing(font::FontLibrary const& fonts, diag::Sink& sink) : fonts_(fonts), sink_(sink) {}

    // `cluster`: its bytes, which begin with `base`.
    void glyph(std::string_view cluster, char32_t base, font::FontStack const& stack, Span place);
    void variant(std::string_view cluster, Span place); // the base is there, the form asked for is not

private:
    std::string plainly_written(std::string_view cluster, font::FontStack const& stack) const;
    void report(diag::Code code, std::string_view cluster, Span place, std::string const& instead = {});

    font::FontLibrary const& fonts_;
    diag::Sink& sink_;
    std::vector<std::string> reported_; // as "U+2F08"
};

} // namespace kumihan::shape
