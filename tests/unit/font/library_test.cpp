#include "support/catch.h"

#include "font/library.h"

#include <hb.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace kumihan;

namespace {

std::filesystem::path font_file(char const* name) {
    return std::filesystem::path(KUMIHAN_SOURCE_DIR) / "fonts" / name;
}

std::vector<diag::Diagnostic> reported(diag::Sink const& sink) { return sink.take_ordered().shown; }

} // namespace

TEST_CASE("a face is loaded once per path and index") {
    font::FontLibrary library;
    diag::Sink sink;
    auto const mincho = library.load(font_file("BIZUDMincho_400Regular.ttf"), 0, {}, sink);
    REQUIRE(mincho);
    CHECK(library.load(font_file("./BIZUDMincho_400Regular.ttf"), 0, {}, sink) == mincho);
    CHECK(library.face_count() == 1);
    CHECK(reported(sink).empty());

    // fonts.md section 1
    CHECK(library.units_per_em(mincho) == 2048);
    CHECK(library.postscript_name(mincho) == "BIZUDMincho-Regular");
}

TEST_CASE("glyphs come from the cmap, with or without a variation selector") {
    font::FontLibrary library;
    diag::Sink sink;
    auto const mincho = library.load(font_file("BIZUDMincho_400Regular.ttf"), 0, {}, sink);
    auto const names = library.load(font_file("names-serif.otf"), 0, {}, sink);
    REQUIRE(mincho);
    REQUIRE(names);

    CHECK(library.glyph(mincho, U'あ') != 0);
    CHECK(library.glyph(mincho, U'漢') != library.glyph(mincho, U'字'));
    CHECK(library.glyph(mincho, U'\u2610') == 0);      // ☐: a gap of BIZ (fonts.md section 0)
    CHECK(library.glyph(mincho, U'\U00020BB7') == 0);  // 𠮷
    CHECK(library.glyph(names, U'\U00020BB7') != 0);
    CHECK(library.glyph(mincho, U'辻', U'\U000E0100') != 0);
    CHECK(library.glyph(mincho, U'邊', U'\U000E0104') == 0);
    CHECK(library.glyph(names, U'邊', U'\U000E0104') != 0);
}

TEST_CASE("advances are in 1/65536 em") {
    font::FontLibrary library;
    diag::Sink sink;
    auto const mincho = library.load(font_file("BIZUDMincho_400Regular.ttf"), 0, {}, sink);
    auto* const font = library.hb_font(mincho);
    CHECK(hb_font_get_glyph_h_advance(font, library.glyph(mincho, U'あ')) == 65536);
    CHECK(hb_font_get_glyph_h_advance(font, library.glyph(mincho, U'1')) == 32768);
}

TEST_CASE("a font that cannot be used is reported and gives no id") {
    font::FontLibrary library;
    diag::Sink sink;
    CHECK_FALSE(library.load(font_file("none.ttf"), 0, {}, sink));
    CHECK_FALSE(library.load(font_file("README.md"), 0, {}, sink));
    CHECK_FALSE(library.load(font_file("BIZUDMincho_400Regular.ttf"), 3, {}, sink)); // no such face
    CHECK_FALSE(library.load(font_file(""), 0, {}, sink));                            // a folder
    auto const found = reported(sink);
    REQUIRE(found.size() == 4);
    CHECK(std::count_if(found.begin(), found.end(), [](auto const& d) { return d.code == diag::Code::FontMissing; }) == 1);
    CHECK(std::count_if(found.begin(), found.end(), [](auto const& d) { return d.code == diag::Code::FontUnusable; }) == 3);
}

TEST_CASE("a font that forbids embedding is refused") {
    // A copy with OS/2 fsType = 2 (restricted licence). The table directory gives the place: fsType is at offset 8.
    auto const original = font_file("NotoSans_400Regular.ttf");
    std::ifstream in(original, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    auto u32 = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
        return value;
    };
    std::size_t const tables = static_cast<std::uint8_t>(bytes[5]);
    for (std::size_t i = 0; i < tables; ++i)
        if (bytes.compare(12 + 16 * i, 4, "OS/2") == 0) bytes[u32(12 + 16 * i + 8) + 9] = 2;
    auto const copy = std::filesystem::temp_directory_path() / "kumihan-restricted.ttf";
    std::ofstream(copy, std::ios::binary) << bytes;

    font::FontLibrary library;
    diag::Sink sink;
    CHECK_FALSE(library.load(copy, 0, {}, sink));
    std::filesystem::remove(copy);
    auto const found = reported(sink);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == diag::Code::FontEmbedding);
}
