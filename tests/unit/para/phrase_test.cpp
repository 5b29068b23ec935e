#include "support/catch.h"

#include "para/phrase.h"
#include "unit/line/fake_metrics.h"

using namespace kumihan;
using test::Fake;

namespace {
// The text with | where a phrase ends.
std::string phrases(std::string_view text) {
    Fake f(text, 40);
    para::mark_phrases(f.styled().text, f.shaped(), f.paragraph);
    std::string out;
    for (std::uint32_t b = 0; b < f.paragraph.boxes.size(); ++b) {
        out += f.text(b, b);
        if (b + 1 < f.paragraph.boxes.size() && f.paragraph.boxes[b].gap.phrase_end) out += '|';
    }
    return out;
}
} // namespace

TEST_CASE("phrases: a particle stays with its noun, words in short brackets together") {
    auto const plan = phrases("地域の支え合いをこれからも続ける");
    CHECK(plan.find("地域の|") == 0);
    CHECK(plan.find("|の") == std::string::npos);
    CHECK(plan.find("|を") == std::string::npos);
    CHECK(phrases("「そある」の歩み").find("そ|ある") == std::string::npos);
}

TEST_CASE("breaks inside a phrase are dear") {
    Fake f("ボランティアの担い手", 40);
    para::mark_phrases(f.styled().text, f.shaped(), f.paragraph);
    for (auto const& box : f.paragraph.boxes)
        if (box.gap.at == para::Break::Allowed && !box.gap.phrase_end) CHECK(box.gap.penalty >= 400);
}
