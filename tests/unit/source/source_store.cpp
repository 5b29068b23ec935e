#include "source/source_store.h"
#include "support/catch.h"

#include <string>
#include <thread>
#include <vector>

using namespace kumihan;
using source::Place;

TEST_CASE("line and column count from one, columns in characters") {
    SourceStore store;
    // bytes: 題0 名3 :6 space7 小8 樽11 \n14 b15
    auto const file = store.add("a.yaml", "題名: 小樽\nbody\n");
    CHECK(store.place(file, 0) == Place{1, 1});
    CHECK(store.place(file, 6) == Place{1, 3});
    CHECK(store.place(file, 11) == Place{1, 6});
    CHECK(store.place(file, 14) == Place{1, 7}); // the line end belongs to its line
    CHECK(store.place(file, 15) == Place{2, 1});
    CHECK(store.place(file, 20) == Place{3, 1}); // after the last line end
    CHECK(store.place(file, 999) == Place{3, 1});
}

TEST_CASE("LF, CRLF and CR end a line") {
    SourceStore store;
    auto const file = store.add("a", "a\r\nb\rc\nd");
    CHECK(store.line_count(file) == 4);
    CHECK(store.line(file, 1).text == "a");
    CHECK(store.line(file, 2).text == "b");
    CHECK(store.line(file, 3).text == "c");
    CHECK(store.line(file, 4).text == "d");
    CHECK(store.line(file, 4).begin == 7);
    CHECK(store.place(file, 3) == Place{2, 1});
    CHECK(store.line(file, 5).text.empty());
    CHECK(store.line(file, 0).text.empty());
}

TEST_CASE("a byte order mark takes no column") {
    SourceStore store;
    auto const file = store.add("a", "\xEF\xBB\xBFtitle: x\n");
    CHECK(store.place(file, 3) == Place{1, 1});
    CHECK(store.line(file, 1).text == "title: x");
    CHECK(store.line(file, 1).begin == 3);
}

TEST_CASE("no file has no name, no text, and the place 1:1") {
    SourceStore store;
    CHECK(store.name({}).empty());
    CHECK(store.bytes({}).empty());
    CHECK(store.text({}).empty());
    CHECK(store.place(Span{}) == Place{1, 1});
    auto const file = store.add("a", "abc");
    CHECK(store.text({file, 1, 99}) == "bc");
    CHECK(store.text({file, 9, 1}).empty());
}

TEST_CASE("views stay valid while other threads add files") {
    SourceStore store;
    auto const first = store.add("first", std::string(100, 'x'));
    auto const view = store.bytes(first);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i) {
                auto const id = store.add("f", "line\nline\n");
                (void)store.place(id, 5); // assertions of Catch2 2 are not for threads
            }
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(store.size() == 801);
    CHECK(view.data() == store.bytes(first).data());
    CHECK(view == std::string(100, 'x'));
}
