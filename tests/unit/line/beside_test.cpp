// Lines with a measure of their own beside a picture: BIZ UD, whose Japanese bodies are exactly one em.
#include "support/catch.h"

#include "line/compose.h"

#include <filesystem>

using namespace kumihan;

namespace {

struct Setup {
    font::FontLibrary fonts;
    diag::Sink sink;
    FontStackId stack;
    style::LineStyle style;

    Setup() {
        auto const path = std::filesystem::path(KUMIHAN_SOURCE_DIR) / "fonts" / "BIZUDMincho_400Regular.ttf";
        stack = fonts.add_stack({"body", {{fonts.load(path, 0, {}, sink), font::Coverage::Japanese, 1.0, false}}});
        style.size = Length::pt(10);
    }
    std::vector<line::SetLine> compose(std::string words, line::Beside beside) {
        style::StyledText t;
        t.text = std::move(words);
        style::StyleRun run;
        run.end = static_cast<std::uint32_t>(t.text.size());
        run.style.stack = stack;
        run.style.size = Length::pt(10);
        t.runs.push_back(run);
        t.tag = TagId{0u};
        line::ComposeOptions options;
        options.beside = beside;
        return line::compose(t, style, Length::pt(100), fonts, sink, options);
    }
};

std::string many(std::string const& letter, int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += letter;
    return out;
}

std::string text(line::SetLine const& line) {
    std::string out;
    for (auto const& run : line.runs)
        out += run.text;
    return out;
}

} // namespace

TEST_CASE("the first lines are narrow and begin beside the picture, the others have the whole measure") {
    Setup t;
    auto const lines = t.compose(many("雪", 25), {0, 2, Length::pt(60), Length::pt(40)});
    REQUIRE(lines.size() == 4); // 6, 6, 10, 3
    for (std::size_t i : {0u, 1u}) {
        CHECK(lines[i].begin == Length::pt(40));
        CHECK(lines[i].end == Length::pt(100));
        CHECK(lines[i].fit.measure == Length::pt(60));
    }
    CHECK(lines[2].begin == Length{});
    CHECK(lines[2].end == Length::pt(100));
    CHECK(lines[3].end == Length::pt(30));
    CHECK(lines[3].ends_paragraph);
}

TEST_CASE("the narrow lines may come later") {
    Setup t;
    auto const lines = t.compose(many("雪", 31), {1, 3, Length::pt(60), Length{}});
    REQUIRE(lines.size() == 4); // 10, 6, 6, 9
    CHECK(lines[0].end == Length::pt(100));
    CHECK(lines[1].end == Length::pt(60));
    CHECK(lines[2].end == Length::pt(60));
    CHECK(lines[3].end == Length::pt(90));
}

TEST_CASE("the first line's indent is its own, beside a picture too") {
    Setup t;
    t.style.first_indent = kOneEm;
    auto const lines = t.compose(many("雪", 12), {0, 2, Length::pt(60), Length::pt(40)});
    REQUIRE(lines.size() == 3); // 5, 6, 1
    CHECK(lines[0].begin == Length::pt(50));
    CHECK(lines[0].end == Length::pt(100));
    CHECK(lines[1].begin == Length::pt(40));
}

TEST_CASE("prohibited line heads are kept and every line is justified to its own measure") {
    Setup t;
    // The seventh character of the first narrow line is 。: 5 characters stay, or the stop is drawn in by its half em.
    auto const lines = t.compose("雪雪雪雪雪雪。" + many("雪", 20), {0, 2, Length::pt(60), Length{}});
    for (auto const& line : lines) {
        CHECK(text(line).substr(0, 3) != "。");
        if (!line.ends_paragraph) CHECK(line.fit.set == line.fit.measure);
    }
}

TEST_CASE("a word longer than a narrow line is broken or sticks out, and nothing is lost") {
    Setup t;
    std::string const words = "雪" + many("（", 12) + many("雪", 20) + "\xE2\x80\xA8";
    auto const lines = t.compose(words, {0, 3, Length::pt(50), Length{}});
    std::string all;
    for (auto const& line : lines)
        all += text(line);
    CHECK(all.substr(0, 3 * 33) == words.substr(0, 3 * 33));
}
