// What must hold for every paragraph, on random text (code-anchors.md section 6): no character lost or doubled, none that
// may not stand at a line edge there, justified lines exactly at their measure, glue within its limits, total-fit never
// worse than first-fit, the same result twice. Each failure prints the seed that made it.
#include "support/catch.h"

#include "line/compose.h"
#include "line/dump.h"
#include "property/random_text.h"
#include "text/char_class.h"
#include "unit/line/fake_metrics.h"

#include <cstdlib>
#include <filesystem>

using namespace kumihan;

namespace {

std::uint64_t environment(char const* name, std::uint64_t otherwise) {
    char const* const value = std::getenv(name);
    return value ? std::strtoull(value, nullptr, 10) : otherwise;
}
std::uint64_t first_seed() { return environment("KUMIHAN_SEED", 1); }
std::uint64_t rounds(std::uint64_t usual) { return environment("KUMIHAN_ROUNDS", usual); }

std::string without_controls(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const d = utf8::decode(text, at);
        if (!text::is_invisible_control(d.code_point)) out += text.substr(at, d.length);
        at += d.length;
    }
    return out;
}

struct Setup {
    font::FontLibrary fonts;
    diag::Sink sink;
    FontStackId stack;

    Setup() {
        auto load = [&](char const* name) {
            return fonts.load(std::filesystem::path(KUMIHAN_SOURCE_DIR) / "fonts" / name, 0, {}, sink);
        };
        using enum font::Coverage;
        auto const latin = load("NotoSerifJP_500Medium.ttf");
        stack = fonts.add_stack({"body",
                                 {{load("BIZUDMincho_400Regular.ttf"), Japanese, 1.0, false},
                                  {latin, Latin, 1.05, false},
                                  {load("names-serif.otf"), Fallback, 1.0, false},
                                  {latin, Fallback, 1.0, false},
                                  {load("NotoSansSymbols2_400Regular.ttf"), Fallback, 1.0, true},
                                  {load("NotoEmoji_400Regular.ttf"), Emoji, 0.787, true}}});
    }
};

style::StyledText styled(std::string text, FontStackId stack, test::Random& random) {
    style::StyledText t;
    t.text = std::move(text);
    auto const size = static_cast<std::uint32_t>(t.text.size());
    auto run = [&](std::uint32_t begin, std::uint32_t end, double points) {
        style::StyleRun r;
        r.begin = begin;
        r.end = end;
        r.style.stack = stack;
        r.style.size = Length::pt(points);
        t.runs.push_back(r);
    };
    // One change of size somewhere, at a character
    std::uint32_t change = size ? static_cast<std::uint32_t>(random.below(size)) : 0;
    while (change < size && (static_cast<std::uint8_t>(t.text[change]) & 0xC0) == 0x80) ++change;
    if (change > 0) run(0, change, 10.5);
    if (change < size) run(change, size, random.one_in(2) ? 10.5 : 9);
    // Some ruby over kanji
    for (std::size_t at = 0; at < t.text.size();) {
        auto const d = utf8::decode(t.text, at);
        if (d.code_point == U'樽' && random.one_in(2)) {
            style::RubyMark ruby;
            ruby.begin = static_cast<std::uint32_t>(at);
            ruby.end = ruby.begin + d.length;
            ruby.reading = {random.one_in(2) ? "たる" : "ながいよみ"};
            ruby.base_tag = TagId{2u};
            ruby.reading_tag = TagId{3u};
            t.ruby.push_back(ruby);
        }
        at += d.length;
    }
    t.tag = TagId{1u};
    return t;
}

// The first and last drawn characters of a line, spaces apart.
std::pair<char32_t, char32_t> edges(std::string const& line) {
    char32_t first = 0, last = 0;
    for (auto const c : utf8::to_utf32(line)) {
        if (text::is_invisible_control(c) || text::joins_previous(c) || c == ' ' || c == 0xA0) continue;
        if (first == 0) first = c;
        if (c != 0x3000) last = c;
    }
    return {first, last};
}

constexpr std::string_view kNeverFirst = "」』）】〉”。、，．";
constexpr std::string_view kNeverLast = "「『（【〈“";
bool one_of(char32_t c, std::string_view set) { return c != 0 && set.find(utf8::encode(c)) != std::string_view::npos; }

} // namespace

namespace {
// A line of nothing but a part of an address may stay short (digest 4.4).
bool in_address(line::SetLine const& line) {
    std::string said;
    for (auto const& run : line.runs) said += run.text;
    bool const one_word = said.find(' ', said.find_first_not_of(' ')) == std::string::npos && said.find_first_of("/@._=&?") != std::string::npos;
    return one_word && !line.fit.inner && line.fit.kind == line::FitKind::Natural;
}
} // namespace

TEST_CASE("composition with fonts: nothing lost, edges allowed, lines exact") {
    Setup setup;
    for (std::uint64_t seed = first_seed(), end = seed + rounds(2000); seed < end; ++seed) {
        test::Random random(seed);
        auto const text = styled(test::random_text(random, 1 + random.below(300)), setup.stack, random);
        style::LineStyle style;
        style.size = Length::pt(10.5);
        style.first_indent = random.one_in(2) ? kOneEm : Em{};
        style.kinsoku = static_cast<style::Kinsoku>(random.below(4));
        style.hang = static_cast<style::Hang>(random.below(3));
        style.line_end = static_cast<style::LineEndPunctuation>(random.below(4));
        style.mode = random.one_in(4) ? WritingMode::Vertical : WritingMode::Horizontal;
        Length const measure = Length::pt(10.5 * static_cast<double>(5 + random.below(40)));
        auto const lines = line::compose(text, style, measure, setup.fonts, setup.sink);
        INFO("seed " << seed << "\n" << text.text << "\n" << line::dump(lines));

        std::string out;
        std::uint32_t at = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto const& line = lines[i];
            CHECK(line.text_begin == at);
            at = line.text_end;
            for (auto const& run : line.runs) {
                if (run.tag && run.tag != TagId{3u}) out += run.text;
                for (auto const& glyph : run.glyphs) CHECK(glyph.text < run.text.size());
            }
            bool const forced = text.text.substr(line.text_begin, line.text_end - line.text_begin).find("\u2028") != std::string::npos;
            auto const [first, last] = edges(text.text.substr(line.text_begin, line.text_end - line.text_begin));
            bool const starts_afresh =
                i == 0 || text.text.substr(lines[i - 1].text_begin, line.text_begin - lines[i - 1].text_begin).find("\u2028") !=
                              std::string::npos;
            bool const zero_width = text.text.find("\u200B") != std::string::npos; // the author's own break
            if (!starts_afresh && !zero_width) CHECK_FALSE(one_of(first, kNeverFirst));
            if (!line.ends_paragraph && !forced && !zero_width) CHECK_FALSE(one_of(last, kNeverLast));
            CHECK(line.fit.overfull.units() == std::max<std::int64_t>(0, (line.fit.set - line.fit.measure).units()));
            bool const short_by_right = line.ends_paragraph || forced || line.fit.kind == line::FitKind::Loose || in_address(line);
            if (line.fit.kind != line::FitKind::Overfull && !short_by_right) CHECK(line.fit.set == line.fit.measure);
            if (line.fit.kind != line::FitKind::Overfull) CHECK(line.fit.set <= line.fit.measure);
        }
        if (lines.empty()) { // nothing but spaces and controls
            CHECK(without_controls(text.text).find_first_not_of(" \u00A0") == std::string::npos);
            continue;
        }
        CHECK(out == without_controls(text.text));
        CHECK(at == text.text.size());
        CHECK(line::dump(line::compose(text, style, measure, setup.fonts, setup.sink), line::Detail::Runs) ==
              line::dump(lines, line::Detail::Runs));
    }
}

TEST_CASE("composition by numbers: glue within its limits, total-fit never worse than first-fit") {
    for (std::uint64_t seed = first_seed(), end = seed + rounds(8000); seed < end; ++seed) {
        test::Random random(seed);
        std::string const text = test::random_text(random, 1 + random.below(200));
        test::FakeOptions options;
        options.line.kinsoku = static_cast<style::Kinsoku>(random.below(4));
        double const measure = static_cast<double>(4 + random.below(30));
        test::Fake const best(text, measure, options);
        INFO("seed " << seed << " measure " << measure << "\n" << best.lines());
        auto const& boxes = best.paragraph.boxes;

        std::vector<std::int64_t> at;
        std::vector<line::TagSegment> const tags{{0, TagId{}}};
        line::Setter setter(best.shaped(), best.paragraph, best.styled(), options.line, tags);
        std::uint32_t next = 0;
        for (auto const& line : best.chosen.lines) {
            REQUIRE(line.first == next);
            next = line.last + 1;
            setter.place(line, at);
            bool const bounded = line.plan.stage <= 3 || line.plan.kind == line::FitKind::Shrunk;
            for (std::uint32_t b = line.first; b < line.last; ++b) {
                auto const& gap = boxes[b].gap;
                std::int64_t const width = at[b + 1 - line.first] - at[b - line.first] - boxes[b].width;
                CHECK(width >= gap.natural - gap.shrink[0] - gap.shrink[1]);
                if (bounded) CHECK(width <= gap.natural + gap.stretch);
            }
            bool const full = !line.final && (line.plan.kind == line::FitKind::Stretched || line.plan.kind == line::FitKind::Shrunk);
            if (full && boxes[line.last].gap.end_space == 0)
                CHECK(at.back() + boxes[line.last].width + boxes[line.last].gap.end_extra == line.plan.room);
        }
        CHECK(next == boxes.size());

        options.greedy = true;
        test::Fake const greedy(text, measure, options);
        // Smaller holes first, then lower costs
        auto const holes_of = [](test::Fake const& fake) {
            line::Holes holes;
            for (auto const& line : fake.chosen.lines)
                holes = holes.with(line.plan.kind == line::FitKind::Overfull ? line::Holes::kOverfull
                                                                             : fake.planner.hole(line.first, line.last, line.plan));
            return holes;
        };
        CHECK_FALSE(holes_of(greedy) < holes_of(best));
        if (holes_of(greedy) == holes_of(best)) CHECK(best.chosen.cost <= greedy.chosen.cost);
    }
}
