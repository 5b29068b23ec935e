// floor: what any compiler must do with this text, and nothing else, on one thread: shape it, cut the fonts down to its
// glyphs, deflate its page contents. Input: text.txt of make_plan.py, the page contents of the built PDF (pieces, each
// after its length in four bytes, little end first), the fonts folder. Output: JSON with the seconds of each part.
// What is not the floor's work (reading, finding runs, collecting glyphs) stands outside the clocks.
#include <hb-subset.h>
#include <hb.h>
#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr int kLevel = 6; // as in src/pdf/deflate.cpp
constexpr int kScale = 65536;

[[noreturn]] void fail(std::string const& what) {
    std::fprintf(stderr, "floor: %s\n", what.c_str());
    std::exit(1);
}

std::string read(std::string const& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) fail("cannot read " + file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Seconds on the wall, and those in which this thread ran: a busy machine adds to the former only.
class Clock {
public:
    double seconds() const { return now(CLOCK_MONOTONIC) - wall_; }
    double running() const { return now(CLOCK_THREAD_CPUTIME_ID) - running_; }

private:
    static double now(clockid_t clock) {
        timespec time{};
        clock_gettime(clock, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    }
    double wall_ = now(CLOCK_MONOTONIC), running_ = now(CLOCK_THREAD_CPUTIME_ID);
};

struct Font {
    hb_face_t* face = nullptr;
    hb_font_t* font = nullptr;
    bool japanese = false;
    std::set<hb_codepoint_t> glyphs;
};

// A piece of a paragraph in one font.
struct Run {
    std::size_t font;
    std::string_view text;
};

Font open_font(std::string const& file, bool japanese) {
    hb_blob_t* const blob = hb_blob_create_from_file_or_fail(file.c_str());
    if (!blob) fail("cannot read " + file);
    Font font;
    font.face = hb_face_create(blob, 0);
    font.font = hb_font_create(font.face);
    hb_font_set_scale(font.font, kScale, kScale);
    font.japanese = japanese;
    hb_blob_destroy(blob);
    return font;
}

// Fonts stand in pairs: Japanese, then the one for Latin letters and figures beside it.
std::vector<Run> runs_of(std::string_view text, std::size_t pair) {
    std::vector<Run> runs;
    std::size_t begin = 0, font = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0u) == 0x80u) continue;
        std::size_t const here =
            i < text.size() ? pair + (static_cast<unsigned char>(text[i]) < 0x80 ? 1 : 0) : ~std::size_t{0};
        if (i > begin && here != font) {
            runs.push_back({font, text.substr(begin, i - begin)});
            begin = i;
        }
        font = here;
    }
    return runs;
}

// The features of src/shape: spacing between Japanese signs is the compiler's own affair.
constexpr std::array<hb_feature_t, 6> kJapaneseFeatures{{
    {HB_TAG('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('v', 'k', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('p', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('h', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'h', 'w', 's'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('v', 'c', 'h', 'w'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
}};
constexpr std::array<hb_feature_t, 2> kLatinFeatures{{
    {HB_TAG('k', 'e', 'r', 'n'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
}};

void shape(hb_buffer_t* buffer, Run const& run, Font const& font, hb_language_t japanese, hb_language_t english) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, run.text.data(), static_cast<int>(run.text.size()), 0,
                       static_cast<int>(run.text.size()));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, font.japanese ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, font.japanese ? japanese : english);
    if (font.japanese)
        hb_shape(font.font, buffer, kJapaneseFeatures.data(), static_cast<unsigned>(kJapaneseFeatures.size()));
    else
        hb_shape(font.font, buffer, kLatinFeatures.data(), static_cast<unsigned>(kLatinFeatures.size()));
}

std::size_t subset(Font const& font) {
    hb_subset_input_t* const input = hb_subset_input_create_or_fail();
    if (!input) fail("out of memory");
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t* const wanted = hb_subset_input_glyph_set(input);
    for (hb_codepoint_t const glyph : font.glyphs)
        hb_set_add(wanted, glyph);
    hb_set_t* const dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (hb_tag_t const tag : {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
                               HB_TAG('B', 'A', 'S', 'E'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
                               HB_TAG('O', 'S', '/', '2'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('v', 'h', 'e', 'a'),
                               HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('k', 'e', 'r', 'n')})
        hb_set_add(dropped, tag);
    hb_face_t* const made = hb_subset_or_fail(font.face, input);
    if (!made) fail("a font cannot be subset");
    hb_blob_t* const blob = hb_face_reference_blob(made);
    std::size_t const length = hb_blob_get_length(blob);
    hb_blob_destroy(blob);
    hb_face_destroy(made);
    hb_subset_input_destroy(input);
    return length;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) fail("usage: floor TEXT CONTENTS FONTS");
    std::string const text = read(argv[1]), contents = read(argv[2]), folder = std::string(argv[3]) + "/";

    // The stacks of a4-report: body, then heads; notes and contents in the faces that the layout gives them.
    std::array<Font, 6> fonts{
        open_font(folder + "BIZUDMincho_400Regular.ttf", true), open_font(folder + "NotoSerifJP_500Medium.ttf", false),
        open_font(folder + "BIZUDGothic_700Bold.ttf", true),    open_font(folder + "NotoSans_600SemiBold.ttf", false),
        open_font(folder + "BIZUDGothic_400Regular.ttf", true), open_font(folder + "NotoSans_400Regular.ttf", false)};
    std::vector<Run> runs;
    std::size_t paragraphs = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t const end = std::min(text.find('\n', begin), text.size());
        std::string_view const line = std::string_view(text).substr(begin, end - begin);
        begin = end + 1;
        std::size_t const tab = line.find('\t');
        if (tab == std::string_view::npos) continue;
        std::string_view const kind = line.substr(0, tab);
        auto const more = runs_of(line.substr(tab + 1), kind == "heading" ? 2 : kind == "note" ? 4 : 0);
        runs.insert(runs.end(), more.begin(), more.end());
        ++paragraphs;
    }

    hb_buffer_t* const buffer = hb_buffer_create();
    hb_language_t const japanese = hb_language_from_string("ja", 2), english = hb_language_from_string("en", 2);
    Clock const shape_clock;
    for (Run const& run : runs)
        shape(buffer, run, fonts[run.font], japanese, english);
    double const shape_seconds = shape_clock.seconds(), shape_running = shape_clock.running();

    std::size_t glyph_count = 0;
    for (Run const& run : runs) {
        shape(buffer, run, fonts[run.font], japanese, english);
        unsigned count = 0;
        auto const* const infos = hb_buffer_get_glyph_infos(buffer, &count);
        for (unsigned i = 0; i < count; ++i)
            fonts[run.font].glyphs.insert(infos[i].codepoint);
        glyph_count += count;
    }

    std::size_t subset_bytes = 0;
    Clock const subset_clock;
    for (Font const& font : fonts)
        if (!font.glyphs.empty()) subset_bytes += subset(font);
    double const subset_seconds = subset_clock.seconds(), subset_running = subset_clock.running();

    libdeflate_compressor* const compressor = libdeflate_alloc_compressor(kLevel);
    std::vector<char> out(libdeflate_zlib_compress_bound(compressor, contents.size()));
    std::size_t deflated = 0, content_bytes = 0;
    Clock const deflate_clock;
    for (std::size_t at = 0; at + 4 <= contents.size();) {
        auto const byte = [&](std::size_t i) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(contents[at + i])) << (8 * i);
        };
        std::size_t const length = byte(0) | byte(1) | byte(2) | byte(3);
        at += 4;
        if (length > contents.size() - at) fail("the contents file is cut off");
        deflated += libdeflate_zlib_compress(compressor, contents.data() + at, length, out.data(), out.size());
        content_bytes += length;
        at += length;
    }
    double const deflate_seconds = deflate_clock.seconds(), deflate_running = deflate_clock.running();

    std::printf("{\"shape\": %.6f, \"subset\": %.6f, \"deflate\": %.6f, \"total\": %.6f, \"running\": %.6f, "
                "\"paragraphs\": %zu, \"glyphs\": %zu, \"subset_bytes\": %zu, \"content_bytes\": %zu, "
                "\"deflated_bytes\": %zu}\n",
                shape_seconds, subset_seconds, deflate_seconds, shape_seconds + subset_seconds + deflate_seconds,
                shape_running + subset_running + deflate_running, paragraphs, glyph_count, subset_bytes, content_bytes,
                deflated);
}
