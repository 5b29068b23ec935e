// Files that mean harm or are damaged: a clear problem, in bounded time and memory.
#include "fixture.h"
#include "support/catch.h"

#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace {

std::string repeated(std::string_view what, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += what;
    return out;
}

} // namespace

TEST_CASE("bytes that are no UTF-8, with their place") {
    CHECK(Yaml("a: x\nb: \x83\x65\n").problems() == Problems{"2:4 YamlBadUtf8"});            // Shift_JIS
    CHECK(Yaml(std::string("\xFF\xFEt\0i\0", 6)).problems() == Problems{"1:1 YamlBadUtf8"}); // UTF-16
    CHECK(Yaml("a: \xED\xA0\x80\n").problems() == Problems{"1:4 YamlBadUtf8"});              // a surrogate
    CHECK(Yaml("a: \xC0\xAF\n").problems() == Problems{"1:4 YamlBadUtf8"});                  // overlong
}

TEST_CASE("control characters, raw or escaped") {
    CHECK(Yaml(std::string("a: x\0y\n", 7)).problems() == Problems{"1:5 YamlControlCharacter"});
    CHECK(Yaml("a: \x04\n").problems() == Problems{"1:4 YamlControlCharacter"}); // yaml-cpp would stop here in silence
    CHECK(Yaml("a: \"\\x00\"\n").problems() == Problems{"1:4 YamlControlCharacter"});
    CHECK(Yaml("a: \"\\t\\n\"\n").problems().empty());
}

TEST_CASE("ten thousand levels of nesting, in every notation") {
    auto const started = std::chrono::steady_clock::now();
    for (auto const& text : {repeated("[", 10000), "a: " + repeated("[", 10000) + repeated("]", 10000),
                             repeated("{a: ", 10000), repeated("- ", 10000) + "a", "k: " + repeated("[\n ", 10000)}) {
        Yaml const y(text);
        REQUIRE(y.problems().size() == 1);
        CHECK_THAT(y.problems()[0], Catch::Contains("YamlTooDeep"));
        CHECK_FALSE(y.tree);
    }
    std::string steps;
    for (int i = 0; i < 2000; ++i)
        steps += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    CHECK_THAT(Yaml(steps).problems().at(0), Catch::Contains("YamlTooDeep"));
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(5)); // milliseconds; room for sanitizers
}

TEST_CASE("sixty levels are allowed") {
    CHECK(Yaml("a: " + repeated("[", 60) + repeated("]", 60) + "\n").problems().empty());
}

TEST_CASE("alias bombs") {
    std::string nodes = "a: &a [x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c <= 'i'; ++c) {
        std::string const before(1, static_cast<char>(c - 1));
        nodes += std::string(1, c) + ": &" + c + " [" + repeated("*" + before + ",", 8) + "*" + before + "]\n";
    }
    CHECK_THAT(Yaml(nodes).problems().at(0), Catch::Contains("YamlAliasBomb"));
    // One long text named many times: few nodes, many bytes.
    std::string bytes = "a: &a |\n  " + std::string(1'000'000, 'x') + "\nl:\n" + repeated("- *a\n", 5000);
    CHECK_THAT(Yaml(bytes).problems().at(0), Catch::Contains("YamlAliasBomb"));
    CHECK_THAT(Yaml("a: &a [*a]\n").problems().at(0), Catch::Contains("YamlAliasBomb"));
    CHECK(Yaml("a: &a [x, y]\nb: *a\nc: *a\n").problems().empty());
}

TEST_CASE("a scalar of many megabytes") {
    Yaml const y("a: |\n  " + std::string(7'000'000, 'x') + "\nb: \"" + std::string(500'000, 'y') + "\"\n");
    CHECK(y.problems().empty());
    CHECK(y["a"].text().size() == 7'000'001);
    CHECK(y["b"].text().size() == 500'000);
}

TEST_CASE("every cut of a file is read without harm") {
    std::string const text =
        "a: \"x\\u6A3D\n  y\" # c\nb: |-\n  小樽\n   z\nc: [1, {d: 'e'''}]\nf: &g ~\nh: *g\n- x\ni：j\n";
    for (std::size_t n = 0; n <= text.size(); ++n) {
        CAPTURE(n);
        Yaml const y(text.substr(0, n));
        for (auto const& problem : y.problems())
            CHECK_FALSE(problem.empty());
    }
    for (std::size_t n = 0; n < text.size(); ++n)
        for (char const c : {'"', ':', '\n', '|', '-', '[', '}', '\t', '#'}) {
            auto changed = text;
            changed[n] = c;
            Yaml const y(changed);
            (void)y;
        }
}

TEST_CASE("files may be read in parallel") {
    std::string const text = "title: 題\nbody: |\n  小樽\nl: [a, b]\n";
    std::vector<std::thread> threads;
    std::vector<int> good(4, 0);
    for (std::size_t t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 50; ++i)
                good[t] += Yaml(text)["body"].text() == "小樽\n";
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(good == std::vector<int>(4, 50));
}
