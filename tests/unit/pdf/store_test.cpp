#include "pdf/haru.h"

#include "support/catch.h"

using namespace kumihan;
using pdf::Store;

namespace {

std::string saved(std::string const& data) {
    Store store;
    pdf::Ref const first = store.reserve(), second = store.reserve();
    std::string body = "/Next ";
    put_ref(body, second);
    store.set(first, body);
    store.set_stream(second, "/Type/Test", data);
    store.set_page_root("/Kids[]/Count 0");
    pdf::MemoryOutput output;
    REQUIRE(store.save(output) == Store::Saved::Yes);
    return output.bytes();
}

bool has(std::string const& text, std::string const& piece) { return text.find(piece) != std::string::npos; }

class Refusing final : public pdf::Output {
public:
    bool write(char const*, std::size_t) noexcept override { return false; }
};

} // namespace

TEST_CASE("objects are written as they were given, streams with their length") {
    auto const bytes = saved(std::string("a\0b\nendstream", 13));
    CHECK(bytes.rfind("%PDF-1.7\n", 0) == 0);
    CHECK(has(bytes, "4 0 obj\n<<\n/Next 5 0 R>>\nendobj"));
    CHECK(has(bytes, "/Type/Test/Length 13>>\nstream\n" + std::string("a\0b\nendstream", 13) + "\nendstream\nendobj"));
    CHECK(has(bytes, "/Size 6"));
    CHECK_FALSE(has(bytes, "Haru"));
    CHECK_FALSE(has(bytes, "CreationDate"));
}

TEST_CASE("the same content gives the same bytes, another content another ID") {
    auto const id = [](std::string const& bytes) { return bytes.substr(bytes.find("/ID["), 75); };
    CHECK(saved("one") == saved("one"));
    CHECK(id(saved("one")) != id(saved("two")));
}

TEST_CASE("bytes held by someone else are kept until they are written") {
    Store store;
    pdf::Ref const ref = store.reserve();
    {
        auto const held = std::make_shared<std::string const>(100000, 'x');
        store.set_stream(ref, "", *held, held);
    }
    pdf::MemoryOutput output;
    REQUIRE(store.save(output) == Store::Saved::Yes);
    CHECK(has(output.bytes(), std::string(100000, 'x')));
}

TEST_CASE("too large is refused before offsets overflow; an output that fails is told from it") {
    Store store;
    store.set_stream(store.reserve(), "", std::string(5000, 'x'));
    pdf::MemoryOutput output;
    CHECK(store.save(output, 4000) == Store::Saved::TooLarge);
    Store other;
    Refusing refusing;
    CHECK(other.save(refusing) == Store::Saved::OutputFailed);
}
