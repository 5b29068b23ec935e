// JLReq appendix F in numbers: base characters 10, one ruby character 5.
#include "para/jukugo.h"
#include "support/catch.h"

using namespace kumihan::para;
using Numbers = std::vector<std::int32_t>;

namespace {

JukugoLayout laid_out(Numbers const& readings, JukugoEdges edges = {}) {
    std::vector<JukugoCell> cells;
    for (auto const n : readings) cells.push_back({10, 0, n * 5});
    JukugoLayout out;
    lay_out_jukugo(cells, 5, edges, out);
    return out;
}

} // namespace

TEST_CASE("readings that fit are centred, each over its own") {
    auto const made = laid_out({1, 2});
    CHECK(made.at == Numbers{2, 0});
    CHECK(made.open_before == Numbers{0, 0});
}

TEST_CASE("a long one reaches over the character after it, at most one ruby em") {
    CHECK(laid_out({3, 1}).at == Numbers{0, 5});
    CHECK(laid_out({1, 3, 1}).at == Numbers{2, 0, 5});
    CHECK(laid_out({3, 1, 2}).at == Numbers{0, 5, 0});
}

TEST_CASE("where that has no room, over the one before it") {
    CHECK(laid_out({1, 3}).at == Numbers{0, -5});
    CHECK(laid_out({1, 3, 2}).at == Numbers{0, -5, 0});
}

TEST_CASE("then over what stands outside: after the word, before it") {
    auto const after = laid_out({3, 2}, {5, 5});
    CHECK(after.at == Numbers{0, 5});
    CHECK(after.reach_after == 5);
    CHECK(after.reach_before == 0);
    auto const both = laid_out({3, 3}, {5, 5});
    CHECK(both.at == Numbers{-5, 0});
    CHECK(both.reach_before == 5);
    CHECK(both.reach_after == 5);
}

TEST_CASE("at last the long ones are opened in proportion to their readings") {
    auto const made = laid_out({3, 3}); // 30 over 20: 10 in all
    CHECK(made.open_before == Numbers{2, 2});
    CHECK(made.open_after == Numbers{3, 3});
    CHECK(made.at == Numbers{-2, -2});
    auto const uneven = laid_out({5, 3, 1}); // 45 over 30: 15 in all, 25 to 15
    CHECK(uneven.open_before[0] + uneven.open_after[0] == 10);
    CHECK(uneven.open_before[1] + uneven.open_after[1] == 6);
    CHECK(uneven.open_before[2] + uneven.open_after[2] == 0);
}

TEST_CASE("at the edges of a line the space lies inside") {
    auto const head = laid_out({3, 2}, {0, 0, true, false});
    CHECK(head.open_before[0] == 0);
    CHECK(head.at[0] == 0);
    auto const end = laid_out({2, 3}, {0, 0, false, true});
    CHECK(end.open_after[1] == 0);
}

TEST_CASE("one character alone is mono ruby") {
    CHECK(laid_out({3}).at == Numbers{-2});
    auto const reached = laid_out({3}, {5, 0});
    CHECK(reached.open_before == Numbers{0});
    CHECK(reached.open_after == Numbers{3});
    CHECK(laid_out({1}).at == Numbers{2});
}

TEST_CASE("readings never overlap and stay within their reach, whatever their lengths") {
    for (int code = 0; code < 7 * 7 * 7 * 7 * 4; ++code) {
        Numbers readings;
        for (int k = 0, rest = code / 4; k < 4; ++k, rest /= 7) readings.push_back(rest % 7);
        JukugoEdges const edges{code & 1 ? 5 : 0, code & 2 ? 5 : 0};
        auto const made = laid_out(readings, edges);
        std::int32_t start = 0, end_before = -1000;
        for (std::size_t i = 0; i < readings.size(); ++i) {
            start += i == 0 ? 0 : made.open_before[i];
            std::int32_t const begin = start + made.at[i], end = begin + readings[i] * 5;
            REQUIRE(begin >= end_before);
            REQUIRE(begin >= start - made.open_before[i] - (i == 0 ? edges.before : 5));
            REQUIRE(end <= start + 10 + made.open_after[i] + (i + 1 == readings.size() ? edges.after : 5));
            end_before = end;
            start += 10 + made.open_after[i];
        }
    }
}
