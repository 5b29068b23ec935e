#include "pdf/output.h"

#include "support/catch.h"

#include <cerrno>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace kumihan;

namespace {

struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "kumihan-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path), {}));
    }
};

std::string content(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream out;
    out << file.rdbuf();
    return out.str();
}

} // namespace

TEST_CASE("a file takes its place only when committed") {
    Folder folder;
    auto const target = folder.path / "計画 2020.pdf";
    std::ofstream(target) << "old";
    {
        pdf::FileOutput output(target);
        REQUIRE(output.open());
        REQUIRE(output.write("new", 3));
        CHECK(content(target) == "old");
        // gone without commit
    }
    CHECK(content(target) == "old");
    CHECK(folder.files() == 1);

    pdf::FileOutput output(target);
    REQUIRE(output.open());
    REQUIRE(output.write("new", 3));
    REQUIRE(output.commit());
    CHECK(content(target) == "new");
    CHECK(folder.files() == 1);
    CHECK(output.error() == 0);
}

TEST_CASE("the file replaced keeps its permissions") {
    Folder folder;
    auto const target = folder.path / "a.pdf";
    std::ofstream(target) << "old";
    using std::filesystem::perms;
    std::filesystem::permissions(target, perms::owner_read | perms::owner_write);
    pdf::FileOutput output(target);
    REQUIRE(output.open());
    REQUIRE(output.commit());
    CHECK(std::filesystem::status(target).permissions() == (perms::owner_read | perms::owner_write));
}

TEST_CASE("a folder, a missing folder: refused with the reason") {
    Folder folder;
    pdf::FileOutput in_place(folder.path);
    CHECK_FALSE(in_place.open());
    CHECK(in_place.error() == EISDIR);
    pdf::FileOutput missing(folder.path / "no" / "a.pdf");
    CHECK_FALSE(missing.open());
    CHECK(missing.error() == ENOENT);
}

TEST_CASE("a full device is seen, and stays a device") {
    if (!std::filesystem::is_character_file("/dev/full")) return;
    pdf::FileOutput output("/dev/full");
    REQUIRE(output.open());
    CHECK_FALSE(output.write("x", 1));
    CHECK(output.error() == ENOSPC);
    CHECK_FALSE(output.commit());
    CHECK(std::filesystem::is_character_file("/dev/full"));
}
