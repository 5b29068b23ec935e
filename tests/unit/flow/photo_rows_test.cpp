// Rows of photos: heights and measures by hand. A row of height h holds photos of width h / aspect and the gaps between them.
#include "flow/photo_rows.h"
#include "support/catch.h"

#include <algorithm>

using namespace kumihan;
using namespace kumihan::flow;

namespace {

PhotoRows group(std::vector<double> aspects, double measure, double wanted) {
    PhotoRows rows;
    rows.captions.resize(aspects.size());
    rows.aspects = std::move(aspects);
    rows.measure = Length::pt(measure);
    rows.gap = Length::pt(4);
    rows.wanted = Length::pt(wanted);
    rows.sensible = rows.limit = Length::pt(1000);
    return rows;
}

double pt(Length length) { return length.to_pt(); }

} // namespace

TEST_CASE("four photos of one shape stand two and two, as high as wanted") {
    auto const made = arrange(group({0.5, 0.5, 0.5, 0.5}, 104, 25)); // (104 − 4) / (2 + 2)
    CHECK(made.rows == std::vector<std::size_t>{2, 2});
    CHECK(pt(made.heights[0]) == Approx(25));
    CHECK(pt(made.heights[1]) == Approx(25));
    CHECK(pt(made.measure) == Approx(104));
}

TEST_CASE("nine of one shape are an even grid") {
    CHECK(arrange(group(std::vector<double>(9, 2.0 / 3), 450, 150)).rows == std::vector<std::size_t>{3, 3, 3});
}

TEST_CASE("rows fill the measure with portraits, landscapes and a panorama") {
    auto const of = group({2.0 / 3, 4.0 / 3, 1.0 / 3, 2.0 / 3, 4.0 / 3, 2.0 / 3, 2.0 / 3}, 450, 150);
    auto const made = arrange(of);
    std::size_t k = 0;
    for (std::size_t r = 0; r < made.rows.size(); ++r) {
        double width = 4.0 * static_cast<double>(made.rows[r] - 1);
        for (std::size_t const end = k + made.rows[r]; k < end; ++k)
            width += pt(made.heights[r]) / of.aspects[k];
        CHECK(width == Approx(450).margin(0.1));
    }
    CHECK(k == 7);
    CHECK(made.least_width(of) > Length::pt(450 * 0.15));
}

TEST_CASE("what the page does not hold gets a narrower measure, the same for all rows") {
    auto of = group({1, 1}, 204, 100);
    of.sensible = of.limit = Length::pt(62); // 62 + 4 + 62
    auto const made = arrange(of);
    CHECK(made.rows == std::vector<std::size_t>{2});
    CHECK(pt(made.measure) == Approx(128).margin(0.2));
    CHECK(pt(made.heights[0]) <= 62);
}

TEST_CASE("captions count: photos that would be too narrow for theirs stand one below the other") {
    auto of = group({0.5, 0.5}, 204, 50); // 100 wide and 50 high, side by side
    CHECK(arrange(of).rows == std::vector<std::size_t>{2});
    for (CaptionNeed& need : of.captions)
        need = {108, Length::pt(8), Length::pt(12), Length::pt(4)}; // nine lines of twelve letters; five of twenty-five
    CHECK(of.captions[0].lines(Length::pt(100)) == 9);
    CHECK(of.captions[0].lines(Length::pt(204)) == 5);
    CHECK(arrange(of).rows == std::vector<std::size_t>{1, 1});
}
