// pdf_make_book NAME FONTS FILE [--readable] [--jobs=N] [--pages=N] [--glyphs=N] [--places] [--font=FILE]
// [--index=N] [--text=TEXT]: writes one of the books made by hand; prints problems ("! K0901 …"), the lines that should
// be extracted, and with --places the page, x and y of each glyph ("@ 1 70 80", points from the top left of the trim).
// Time and sizes go to the error output.
#include "pdf/books.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>

using namespace kumihan;

int main(int count, char** values) {
    if (count < 4) return 2;
    std::string const name = values[1];
    test::Fonts fonts(values[2]);
    pdf::Options options;
    std::size_t pages = 1000, glyphs = 1200;
    bool places = false;
    std::string font, shown = "AB";
    unsigned index = 0;
    for (int i = 4; i < count; ++i) {
        std::string const value = values[i];
        if (value == "--readable") options.readable = true;
        if (value == "--places") places = true;
        if (value.rfind("--jobs=", 0) == 0) options.jobs = std::atoi(value.c_str() + 7);
        if (value.rfind("--font=", 0) == 0) font = value.substr(7);
        if (value.rfind("--index=", 0) == 0) index = static_cast<unsigned>(std::atoi(value.c_str() + 8));
        if (value.rfind("--text=", 0) == 0) shown = value.substr(7);
        if (value.rfind("--pages=", 0) == 0) pages = std::strtoul(value.c_str() + 8, nullptr, 10);
        if (value.rfind("--glyphs=", 0) == 0) glyphs = std::strtoul(value.c_str() + 9, nullptr, 10);
    }
    auto const made = name == "tagged"       ? test::tagged_book(fonts)
                      : name == "extraction" ? test::extraction_book(fonts)
                      : name == "font"       ? test::font_book(fonts, font, index, shown)
                      : name == "vertical"   ? test::vertical_book(fonts)
                                             : test::long_book(fonts, pages, glyphs);
    diag::Sink sink;
    pdf::WriteStats stats;
    auto const start = std::chrono::steady_clock::now();
    bool const done = pdf::write_file(made.book, fonts.library, made.pictures, options, values[3], sink, &stats);
    std::chrono::duration<double> const time = std::chrono::steady_clock::now() - start;
    std::fprintf(stderr, "%.4f s, %zu bytes, %zu objects, %zu fonts\n", time.count(), stats.bytes, stats.objects,
                 stats.fonts);
    for (auto const& problem : sink.take_ordered().shown)
        std::cout << "! " << diag::code_text(problem.code) << ' ' << (problem.args.empty() ? "" : problem.args.back())
                  << '\n';
    for (auto const& line : made.lines)
        std::cout << line << '\n';
    std::cout.flush();
    if (places)
        for (std::size_t number = 0; number < made.book.pages.size(); ++number)
            for (auto const& item : made.book.pages[number].items)
                if (auto const* const text = std::get_if<page::PlacedText>(&item.what))
                    for (auto const& glyph : text->run.glyphs) {
                        bool const down = text->mode == WritingMode::Vertical;
                        double const along = (text->run.at + Length::from_units(glyph.at)).to_pt();
                        double const across = (text->run.rise + Length::from_units(glyph.rise)).to_pt();
                        double const x = item.at.x.to_pt() + (down ? across : along);
                        double const y = item.at.y.to_pt() + (down ? along : -across);
                        std::printf("@ %zu %.4f %.4f\n", number + 1, x, y);
                    }
    return done ? 0 : 1;
}
