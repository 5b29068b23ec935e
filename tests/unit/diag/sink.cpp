#include "diag/sink.h"
#include "support/catch.h"

#include <thread>
#include <vector>

using namespace kumihan;
using diag::Code;
using diag::Severity;
using diag::Sink;

namespace {
Span at(std::uint32_t file, std::uint32_t begin) { return {FileId{file}, begin, begin + 1}; }
} // namespace

TEST_CASE("problems come ordered by file and place, those of no place first, repeats once") {
    Sink sink;
    sink.report(Code::UnknownKey, at(1, 5), {"b"});
    sink.report(Code::UnknownKey, at(0, 9), {"a"});
    sink.report(Code::DiskFull, {}, {"x"});
    sink.report(Code::UnknownKey, at(0, 9), {"a"});
    sink.report(Code::MissingKey, at(0, 2), {"t"});
    auto const result = sink.take_ordered();
    REQUIRE(result.shown.size() == 4);
    CHECK(result.shown[0].code == Code::DiskFull);
    CHECK(result.shown[1].code == Code::MissingKey);
    CHECK(result.shown[2].args == std::vector<std::string>{"a"});
    CHECK(result.shown[3].span.file == FileId{1u});
    CHECK(result.left_out.empty());
}

TEST_CASE("repeats of one code are capped and counted") {
    Sink sink;
    for (std::uint32_t i = 0; i < 25; ++i)
        sink.report(Code::GlyphMissing, at(0, i), {"U+1F600", "😀"});
    sink.report(Code::UnknownKey, at(0, 99), {"a"});
    auto const result = sink.take_ordered(20);
    CHECK(result.shown.size() == 21);
    REQUIRE(result.left_out.size() == 1);
    CHECK(result.left_out[0].first == Code::GlyphMissing);
    CHECK(result.left_out[0].second == 5);
}

TEST_CASE("severity comes from the table") {
    Sink sink;
    CHECK_FALSE(sink.has_errors());
    sink.report(Code::NoteUnused, at(0, 0), {"1"});
    CHECK_FALSE(sink.has_errors());
    CHECK(sink.count(Severity::Warning) == 1);
    sink.report(Code::UnknownKey, at(0, 0), {"a"});
    CHECK(sink.has_errors());
}

TEST_CASE("threads may report at once, and the order does not tell which was first") {
    Sink sink;
    std::vector<std::thread> threads;
    for (std::uint32_t t = 0; t < 4; ++t)
        threads.emplace_back([&sink, t] {
            for (std::uint32_t i = 0; i < 4; ++i)
                sink.report(Code::UnknownKey, at(t, i), {"k"});
        });
    for (auto& thread : threads)
        thread.join();
    auto const shown = sink.take_ordered().shown;
    REQUIRE(shown.size() == 16);
    for (std::uint32_t i = 0; i < 16; ++i)
        CHECK(shown[i].span == at(i / 4, i % 4));
}
