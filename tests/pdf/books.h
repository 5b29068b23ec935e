// Small books made by hand for the tests of the PDF writer: real fonts, shaped by HarfBuzz, placed by simple rules that
// a reader can follow. No stage of composition takes part.
#pragma once

#include "font/library.h"
#include "page/page.h"
#include "pdf/write.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kumihan::test {

struct Fonts {
    explicit Fonts(std::filesystem::path const& folder);
    font::FontLibrary library;
    FontId mincho, gothic, gothic_bold, latin, latin_sans, names, symbols;
};

// A run at the start of its line, set as the font says.
line::GlyphRun shaped(Fonts const& fonts, FontId font, double size, std::string_view text,
                      std::vector<std::string> const& features = {});
line::GlyphRun shaped_down(Fonts const& fonts, FontId font, double size, std::string_view text);

// Japanese composition in its simplest form: full em bodies; brackets and full stops have half em bodies with half an
// em of space on their open side, dropped between closing and closing, opening and opening. `squeezed`: all such space
// is dropped, as at the tightest end of 追い込み.
line::GlyphRun composed(Fonts const& fonts, FontId font, double size, std::string_view text, bool squeezed = false);

double advance_width(Fonts const& fonts, line::GlyphRun const& run); // pt, to the end of the last glyph; horizontal

struct MadeBook {
    page::Book book;
    pdf::Pictures pictures;
    std::vector<std::string> lines; // what should be extracted, line by line
};

page::PageItem text_item(line::GlyphRun run, double x, double y, TagId tag, WritingMode mode = WritingMode::Horizontal);
page::Page blank_page(double width = 595.2756, double height = 841.8898, double bleed = 0);

MadeBook tagged_book(Fonts const& fonts);     // everything a report has, for PDF/UA
MadeBook extraction_book(Fonts const& fonts); // one line per difficulty of text extraction
MadeBook vertical_book(Fonts const& fonts);
// One line in any font, shaped by the font alone.
MadeBook font_book(Fonts& fonts, std::filesystem::path const& file, unsigned index, std::string const& text);
MadeBook long_book(Fonts const& fonts, std::size_t pages, std::size_t glyphs_per_page);

} // namespace kumihan::test
