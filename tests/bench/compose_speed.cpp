// How fast composition is, on one thread: characters per second of the whole compose(), and nanoseconds per character of
// its stages. Input: a text file of paragraphs, one a line (or blank lines between), and optionally the measure in em.
//   compose_speed FILE [37]
// Each figure is the best of seven rounds over the whole file after one to warm up.
#include "base/utf8.h"
#include "line/breaks.h"
#include "line/compose.h"
#include "line/plan.h"
#include "para/build.h"
#include "shape/shape.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace kumihan;

namespace {

using Clock = std::chrono::steady_clock;
double seconds(Clock::time_point from, Clock::time_point to) { return std::chrono::duration<double>(to - from).count(); }

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "usage: compose_speed FILE [measure in em]\n");
        return 2;
    }
    font::FontLibrary fonts;
    diag::Sink sink;
    auto load = [&](char const* name) {
        return fonts.load(std::filesystem::path(KUMIHAN_SOURCE_DIR) / "fonts" / name, 0, {}, sink);
    };
    using enum font::Coverage;
    auto const stack = fonts.add_stack({"body",
                                        {{load("BIZUDMincho_400Regular.ttf"), Japanese, 1.0, false},
                                         {load("NotoSerifJP_500Medium.ttf"), Latin, 1.05, false},
                                         {load("names-serif.otf"), Fallback, 1.0, false}}});
    std::vector<style::StyledText> paragraphs;
    std::size_t characters = 0;
    std::ifstream in(arguments[1]);
    for (std::string words; std::getline(in, words);) {
        if (words.empty() || utf8::first_invalid(words)) continue;
        style::StyledText text;
        characters += utf8::count(words);
        style::StyleRun run;
        run.end = static_cast<std::uint32_t>(words.size());
        run.style.stack = stack;
        run.style.size = Length::pt(12);
        text.runs.push_back(run);
        text.text = std::move(words);
        text.tag = TagId{0u};
        paragraphs.push_back(std::move(text));
    }
    if (characters == 0) return 1;

    style::LineStyle style;
    style.size = Length::pt(12);
    style.first_indent = kOneEm;
    Length const measure = Length::pt(12 * (count > 2 ? std::atof(arguments[2]) : 37));

    constexpr int kRounds = 8; // the first to warm up
    double whole = 1e9;
    std::size_t lines = 0;
    for (int round = 0; round < kRounds; ++round) {
        auto const start = Clock::now();
        lines = 0;
        for (auto const& text : paragraphs) lines += line::compose(text, style, measure, fonts, sink).size();
        if (round > 0) whole = std::min(whole, seconds(start, Clock::now()));
    }

    shape::ShapeScratch scratch;
    shape::ShapedText shaped;
    para::Paragraph paragraph;
    line::Planner planner;
    line::Breaker breaker;
    line::Chosen chosen;
    std::array<double, 3> stages{1e9, 1e9, 1e9};
    for (int round = 0; round < kRounds; ++round) {
        std::array<double, 3> taken{};
        for (auto const& text : paragraphs) {
            auto const t0 = Clock::now();
            shaped.clear();
            shape::shape(text.text, text.runs, {}, fonts, {}, sink, scratch, shaped);
            auto const t1 = Clock::now();
            para::build(shaped, text, style, paragraph);
            auto const t2 = Clock::now();
            planner.prepare(paragraph, style, (measure - style.size).units(), measure.units());
            breaker.total_fit(paragraph, planner, 0, chosen);
            auto const t3 = Clock::now();
            taken[0] += seconds(t0, t1);
            taken[1] += seconds(t1, t2);
            taken[2] += seconds(t2, t3);
        }
        for (std::size_t i = 0; i < stages.size(); ++i) stages[i] = std::min(stages[i], taken[i]);
    }
    auto const n = static_cast<double>(characters);
    std::printf("%zu paragraphs, %zu characters, %zu lines\n", paragraphs.size(), characters, lines);
    std::printf("compose %.2f M characters/s (%.0f ns each)\n", n / whole / 1e6, whole / n * 1e9);
    std::printf("of that: shape %.0f ns, para %.0f ns, break %.0f ns, set %.0f ns\n", stages[0] / n * 1e9, stages[1] / n * 1e9,
                stages[2] / n * 1e9, (whole - stages[0] - stages[1] - stages[2]) / n * 1e9);
    return 0;
}
