#include "base/parallel.h"
#include "support/catch.h"

#include <numeric>
#include <stdexcept>
#include <string>

using namespace kumihan;

TEST_CASE("parallel_for takes each index once, whatever the threads and the grain") {
    for (int const jobs : {1, 2, 7})
        for (std::size_t const grain : {1u, 3u, 100u})
            for (std::size_t const count : {0u, 1u, 2u, 99u, 100u, 101u}) {
                std::vector<int> taken(count, 0);
                parallel_for(count, jobs, grain, [&](std::size_t i) { ++taken[i]; });
                CAPTURE(jobs, grain, count);
                CHECK(taken == std::vector<int>(count, 1));
            }
}

TEST_CASE("of several exceptions that of the lowest index is thrown, and the rest of the work is done") {
    std::vector<int> done(64, 0);
    try {
        parallel_for(done.size(), 4, 1, [&](std::size_t i) {
            if (i == 9 || i == 40) throw std::runtime_error(std::to_string(i));
            done[i] = 1;
        });
        FAIL("nothing was thrown");
    } catch (std::runtime_error const& error) {
        CHECK(std::string(error.what()) == "9");
    }
    CHECK(std::accumulate(done.begin(), done.end(), 0) == 62);
}
