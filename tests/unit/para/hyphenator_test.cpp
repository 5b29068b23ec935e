#include "support/catch.h"

#include "para/hyphenator.h"

#include <filesystem>

using namespace kumihan;

namespace {
std::string parted(para::Hyphenator const& by, std::string_view word, std::string_view language = "en") {
    std::vector<std::uint8_t> points;
    by.points(word, language, points);
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        out += word[i];
        if (i < points.size() && points[i]) out += '-';
    }
    return out;
}
} // namespace

TEST_CASE("4.4: English words part as the patterns say, two letters before and three after at least") {
    diag::Sink sink;
    auto const folders = para::hyphenation_folders({});
    bool const there = std::any_of(folders.begin(), folders.end(), [](auto const& folder) {
        std::error_code error;
        return std::filesystem::exists(folder / "hyph_en_US.dic", error);
    });
    if (!there) return; // this machine has no patterns: the next case
    para::Hyphenator const by(folders, sink);
    CHECK(parted(by, "hyphenation") == "hy-phen-ation"); // the example of Liang's thesis
    CHECK(parted(by, "apple") == "ap-ple");
    CHECK(parted(by, "town") == "town");
    CHECK(sink.take_ordered().shown.empty());
}

TEST_CASE("a language without patterns is reported once, and its words stay whole") {
    diag::Sink sink;
    para::Hyphenator const by({"/nowhere"}, sink);
    CHECK(parted(by, "hyphenation", "xx") == "hyphenation");
    CHECK(parted(by, "universal", "xx") == "universal");
    auto const shown = sink.take_ordered().shown;
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].code == diag::Code::HyphenationMissing);
}

TEST_CASE("patterns that are expected are the same, and nothing is said of those that nobody asks for") {
    diag::Sink sink;
    auto const folders = para::hyphenation_folders({});
    para::Hyphenator const plain(folders, sink);
    auto const before = parted(plain, "hyphenation");
    para::Hyphenator early(folders, sink);
    early.expect("en");
    CHECK(parted(early, "hyphenation") == before);
    CHECK(parted(early, "universal") == parted(plain, "universal"));

    diag::Sink quiet;
    {
        para::Hyphenator unused({"/nowhere"}, quiet);
        unused.expect("en");
    }
    CHECK(quiet.take_ordered().shown.empty());

    diag::Sink told;
    para::Hyphenator missing({"/nowhere"}, told);
    missing.expect("en");
    CHECK(parted(missing, "hyphenation") == "hyphenation");
    CHECK(told.take_ordered().shown.size() == 1);
}
