// Words parted at line ends, and gaps with widths of their own (digest 4.4, 6.4, 10.5; JLReq 3.6, 3.7.3).
#include "support/catch.h"

#include "line/compose.h"
#include "para/fit.h"
#include "para/hyphenate.h"
#include "unit/line/fake_metrics.h"

#include <filesystem>

using namespace kumihan;
using test::kFakeEm;

namespace {

// Every word may part after its third letter and after its sixth.
struct Patterns final : style::Hyphenation {
    mutable std::vector<std::string> asked;
    void points(std::string_view word, std::string_view language, std::vector<std::uint8_t>& out) const override {
        asked.push_back(std::string(language) + ":" + std::string(word));
        out.assign(word.size(), 0);
        for (std::size_t i : {2u, 5u})
            if (i + 3 < word.size()) out[i] = 1;
    }
};

struct Built {
    style::StyledText text;
    shape::ShapedText shaped;
    style::LineStyle style;
    para::Paragraph paragraph;
    Patterns patterns;

    explicit Built(std::string words) {
        text.text = std::move(words);
        test::fake_shape(text.text, kFakeEm, shaped);
        style.size = Length::from_units(kFakeEm);
        style.hyphenation = &patterns;
        para::build(shaped, text, style, paragraph);
    }
    // The text with a hyphen at every place where one may stand.
    std::string parted() {
        para::hyphenate(text.text, shaped, style, sign(), paragraph);
        std::string out;
        for (auto const& box : paragraph.boxes) {
            auto const& c = shaped.clusters[box.cluster];
            out += text.text.substr(c.begin, c.end - c.begin);
            if (box.gap.hyphen >= 0) out += '-';
        }
        return out;
    }
    para::HyphenOf sign() {
        return [this](std::uint32_t) {
            if (paragraph.hyphens.empty()) {
                test::fake_shape("-", kFakeEm, paragraph.readings);
                paragraph.hyphens.push_back({0, 0});
            }
            return std::int16_t{0};
        };
    }
    double em(std::size_t box) const {
        return static_cast<double>(paragraph.boxes[box].gap.natural) / static_cast<double>(kFakeEm);
    }
    double at(std::size_t box) const { // of a body from the line's start
        std::int64_t x = 0;
        for (std::size_t b = 0; b < box; ++b) x += paragraph.boxes[b].width + paragraph.boxes[b].gap.natural;
        return static_cast<double>(x) / static_cast<double>(kFakeEm);
    }
};

struct Setup {
    font::FontLibrary fonts;
    diag::Sink sink;
    FontStackId stack;
    style::LineStyle style;
    Patterns patterns;

    Setup() {
        auto load = [&](char const* name) {
            return fonts.load(std::filesystem::path(KUMIHAN_SOURCE_DIR) / "fonts" / name, 0, {}, sink);
        };
        using enum font::Coverage;
        auto const mincho = load("BIZUDMincho_400Regular.ttf"), latin = load("NotoSerifJP_500Medium.ttf");
        stack = fonts.add_stack({"body", {{mincho, Japanese, 1.0, false}, {latin, Latin, 1.0, false}}});
        style.size = Length::pt(10);
        style.hyphenation = &patterns;
    }
    std::vector<line::SetLine> compose(std::string words, double em) {
        style::StyledText t;
        t.text = std::move(words);
        style::StyleRun run;
        run.end = static_cast<std::uint32_t>(t.text.size());
        run.style.stack = stack;
        run.style.size = Length::pt(10);
        t.runs.push_back(run);
        t.tag = TagId{7u};
        return line::compose(t, style, Length::pt(10 * em), fonts, sink);
    }
};

std::string said(line::SetLine const& line) {
    std::string out;
    for (auto const& run : line.runs) out += run.text;
    return out;
}

} // namespace

TEST_CASE("4.4: which words may part") {
    CHECK(Built("雪のsnowfalls町").parted() == "雪のsno-wfa-lls町");
    CHECK(Built("Snowfalls of snowfall").parted() == "Sno-wfa-llsofsno-wfall"); // spaces are no bodies
    CHECK(Built("snow").parted() == "snow");                                    // five letters at least
    CHECK(Built("(snowfalls),").parted() == "(sno-wfa-lls),");
    // Capitals, names, figures, typed hyphens, abbreviations
    for (std::string const whole : {"UNESCO", "OpenStreetMap", "snowfall2020", "snow-covered", "snow.falls"})
        CHECK(Built(whole).parted() == whole);
    // Addresses
    for (std::string const whole : {"https://snowfalls.example.jp/snowfalls", "snowfalls@example.jp", "www.snowfalls.jp",
                                    "snowfalls/snowfalls"})
        CHECK(Built(whole).parted() == whole);
}

TEST_CASE("4.4: the patterns are asked for the word in lower case, in the paragraph's language") {
    Built one("雪のSchneefall町");
    one.style.language = "de";
    (void)one.parted();
    CHECK(one.patterns.asked == std::vector<std::string>{"de:schneefall"});
}

TEST_CASE("4.4: words of a passage in another language are asked for in that language") {
    Built one("雪のSchneefall町とsnowfall町");
    auto foreign = one.shaped.settings[0];
    foreign.language = LanguageTag("de");
    one.shaped.settings.push_back(foreign);
    for (auto& c : one.shaped.clusters)
        if (c.begin >= 6 && c.begin < 16) c.setting = 1;
    (void)one.parted();
    CHECK(one.patterns.asked == std::vector<std::string>{"de:schneefall", "en:snowfall"});
}

TEST_CASE("6.4: a hyphen costs 50 and takes its width") {
    Built one("snowfalls");
    (void)one.parted();
    auto const& gap = one.paragraph.boxes[2].gap;
    CHECK(gap.at == para::Break::Allowed);
    CHECK(gap.penalty == 50);
    CHECK(gap.end_extra == kFakeEm / 2);
}

TEST_CASE("soft hyphens rule out the patterns") {
    Built one("snow\u00ADfalls");
    CHECK(one.paragraph.soft_hyphens);
    CHECK(one.parted() == "snowfalls");
    para::show_soft_hyphens(one.sign(), one.paragraph);
    CHECK(one.paragraph.boxes[3].gap.hyphen == 0);
    CHECK(one.paragraph.boxes[3].gap.at == para::Break::Allowed);
}

TEST_CASE("a word that parts is drawn with its hyphen and said whole") {
    Setup t;
    // 雪×7 and two ems and a half for a word of some four and a half
    auto const lines = t.compose("雪雪雪雪雪雪雪snowfallsの町で冬を過ごす", 9.5);
    REQUIRE(lines.size() >= 2);
    CHECK(lines[0].fit.hyphen);
    CHECK(lines[0].fit.set == Length::pt(95));
    CHECK(said(lines[0]) == "雪雪雪雪雪雪雪snowfalls");
    CHECK(said(lines[1]).substr(0, 3) == "の");
    // The second part is drawn, and says nothing
    REQUIRE(lines[1].runs.size() >= 2);
    CHECK(lines[1].runs[0].text.empty());
    CHECK(lines[1].runs[0].glyphs.size() >= 3);
    auto const& hyphen = lines[0].runs.back();
    CHECK(hyphen.glyphs.size() == 1);
    CHECK(hyphen.tag == TagId{7u});
}

TEST_CASE("patterns are asked for only where whole words do not set well") {
    Setup t;
    (void)t.compose("雪の町にsnowfallsという語", 30);
    CHECK(t.patterns.asked.empty());
    t.style.hyphenation = nullptr;
    CHECK_FALSE(t.compose("雪雪雪雪雪雪雪snowfallsの町で冬を過ごす", 9.5)[0].fit.hyphen);
}

TEST_CASE("6.3: in a Western paragraph word spaces give way before a line is called loose") {
    Setup t;
    t.style.hyphenation = nullptr;
    auto const lines = t.compose("the snow lies deep on all the roads of our town and the buses are late again", 18);
    for (auto const& line : lines) CHECK(line.fit.kind != line::FitKind::Loose);
    bool opened = false;
    for (auto const& line : lines) opened |= line.fit.stretch_per_space > Em{};
    CHECK(opened);
    for (auto const& line : lines) CHECK(line.fit.stretch_per_gap == Em{});
}

TEST_CASE("5.4: a hanging mark touches the frame from outside, in vertical lines too") {
    for (auto const mode : {WritingMode::Horizontal, WritingMode::Vertical}) {
        Setup t;
        t.style.mode = mode;
        t.style.hang = style::Hang::Allow;
        auto const lines = t.compose("一二三四五六七八九十。次の文である。", 10);
        REQUIRE(lines.size() == 2);
        CHECK(said(lines[0]) == "一二三四五六七八九十。");
        CHECK(lines[0].fit.kind == line::FitKind::Hung);
        CHECK(lines[0].end == Length::pt(105)); // its body is half an em
        t.style.hang = style::Hang::None;
        CHECK(said(t.compose("一二三四五六七八九十。次の文である。", 10)[0]) == "一二三四五六七八九");
        // 。」 does not hang
        t.style.hang = style::Hang::Allow;
        for (auto const& line : t.compose("一二三四五六七八九十。」次の文である。", 10)) CHECK(line.end <= Length::pt(105));
    }
}

TEST_CASE("10.5: text set to a width: between all letters, for names between surname and given name") {
    auto fit = [](std::string words, double em) {
        Built one(std::move(words));
        one.text.fits.push_back({0, static_cast<std::uint32_t>(one.text.text.size()), Em::of(em)});
        para::fit_widths(one.shaped, one.text, one.style, one.paragraph);
        return one;
    };
    Built const three = fit("行送り", 5);
    CHECK((three.em(0) == 1.0 && three.em(1) == 1.0));
    Built const name = fit("見本 太郎", 5); // 5 - 4 letters: one em in the middle
    CHECK((name.em(0) == 0.0 && name.em(1) == 1.0 && name.em(2) == 0.0));
    CHECK(fit("林 実", 5).em(0) == 3.0);
    CHECK(fit("長曽我部 一郎", 6).em(3) == 0.0);
    Built const wide = fit("林 実", 8); // no more than three ems between; the rest before it has nowhere else to go
    CHECK(wide.at(1) == 7.0);
    Built const one = fit("林", 5); // a single letter stands at the head of its room
    CHECK(one.em(0) == 4.0);
    Built const full = fit("一二三四五六", 5); // too long: as it is
    CHECK(full.em(0) == 0.0);
}

TEST_CASE("3.6: tabs go to the next stop, by its kind") {
    using style::TabKind;
    auto tabbed = [](std::string words, std::vector<style::TabStop> stops, std::vector<std::uint32_t> tabs) {
        Built one(std::move(words));
        one.text.tabs = std::move(tabs);
        one.style.tabs = std::move(stops);
        para::build(one.shaped, one.text, one.style, one.paragraph);
        para::set_tabs(one.shaped, one.style, 0, 0, one.paragraph);
        return one;
    };
    CHECK(tabbed("一 二", {}, {3}).at(1) == 4.0);                                      // every four ems
    CHECK(tabbed("一二三四五 六", {{kOneEm * 3, TabKind::Start, {}}}, {15}).at(5) == 8.0); // that one is passed
    CHECK(tabbed("一 二三", {{kOneEm * 6, TabKind::Start, {}}}, {3}).at(1) == 6.0);
    CHECK(tabbed("一 二三", {{kOneEm * 6, TabKind::End, {}}}, {3}).at(1) == 4.0);
    CHECK(tabbed("一 二三", {{kOneEm * 6, TabKind::Center, {}}}, {3}).at(1) == 5.0);
    CHECK(tabbed("一 12.5", {{kOneEm * 6, TabKind::Decimal, {}}}, {3}).at(1) == 5.0); // two figures before the point
    // Too little room: a quarter em
    CHECK(tabbed("一二三 四五六", {{kOneEm * 4, TabKind::End, {}}}, {9}).at(3) == 3.25);
}
