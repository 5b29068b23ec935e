#include "document/near_file.h"
#include "support/catch.h"

using namespace kumihan;
using document::near_file;
using document::same_to_the_eye;

namespace {

source::MemoryLoader with(std::initializer_list<char const*> files) {
    source::MemoryLoader loader;
    for (auto const* const file : files)
        loader.add(file, "x");
    return loader;
}

} // namespace

TEST_CASE("a file is found under a name that looks the same") {
    // が of the first is one character, in the file it is か and a sound mark
    auto const loader = with({"plan/photos/\u304B\u3099.jpg", "plan/a.jpg"});
    CHECK(same_to_the_eye("plan/photos/\u304C.jpg", loader) == "plan/photos/\u304B\u3099.jpg");
    CHECK(same_to_the_eye("plan/photos/か.jpg", loader) == "plan/photos/か.jpg");
    CHECK(same_to_the_eye("plan/A.jpg", loader) == "plan/A.jpg"); // that is another name
}

TEST_CASE("what may be meant by a name that no file has") {
    auto const loader = with({"plan/photos/IMG_1234.JPG", "plan/photos/会場.jpg", "plan/10-hajime.yaml"});
    auto const near = [&](char const* written) { return near_file("plan", written, loader); };
    CHECK(near("photos/img_1234.jpg") == "photos/IMG_1234.JPG");
    CHECK(near("photos\\IMG_1234.JPG") == "photos/IMG_1234.JPG");
    CHECK(near("C:\\Users\\m\\IMG_1234.JPG") == "photos/IMG_1234.JPG");
    CHECK(near("ＩＭＧ＿１２３４．ｊｐｅｇ") == "photos/IMG_1234.JPG");
    CHECK(near("photos/会湯.jpg") == "photos/会場.jpg");
    CHECK(near("会場.png") == "photos/会場.jpg");
    CHECK(near("10-hazime.yml") == "10-hajime.yaml");
    CHECK(near("photos/IMG_1235.JPG").empty()); // another photo
    CHECK(near("photos/港.jpg").empty());
    CHECK(near_file("plan", "b.yaml", with({"plan/a.yaml"})).empty());
    CHECK(near("").empty());
}
