#include "base/lazy.h"
#include "base/parallel.h"
#include "support/catch.h"

#include <atomic>

using namespace kumihan;

TEST_CASE("a lazy value is made once, whoever asks first") {
    Lazy<std::vector<int>> const value;
    std::atomic<int> made{0};
    std::atomic<int> wrong{0};
    parallel_for(1000, 8, 1, [&](std::size_t) {
        auto const& got = value.get([&] {
            ++made;
            return std::vector<int>(1000, 7);
        });
        if (got.size() != 1000 || got.back() != 7) ++wrong;
    });
    CHECK(made == 1);
    CHECK(wrong == 0);
}

TEST_CASE("a lazy value that could not be made is made at the next call") {
    Lazy<int> const value;
    CHECK_THROWS_AS(value.get([]() -> int { throw std::runtime_error("not yet"); }), std::runtime_error);
    CHECK(value.get([] { return 3; }) == 3);
    CHECK(value.get([] { return 4; }) == 3);
}
