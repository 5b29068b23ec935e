#include "source/file_loader.h"
#include "support/catch.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

using namespace kumihan::source;
namespace fs = std::filesystem;

namespace {

struct TemporaryFolder {
    fs::path path;
    TemporaryFolder() {
        std::string pattern = (fs::temp_directory_path() / "kumihan-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() { fs::remove_all(path); }
};

LoadError error_of(Loaded const& loaded) { return std::get<LoadFailure>(loaded).error; }

} // namespace

TEST_CASE("the disk loader reads files and refuses what is none") {
    TemporaryFolder const folder;
    DiskLoader const loader;
    std::ofstream(folder.path / "日本語 名.yaml") << "title: 小樽\n";
    CHECK(std::get<std::string>(loader.load(folder.path / "日本語 名.yaml")) == "title: 小樽\n");
    CHECK(error_of(loader.load(folder.path / "missing.yaml")) == LoadError::Missing);
    CHECK(error_of(loader.load(folder.path)) == LoadError::NotAFile);
    CHECK(error_of(loader.load("/dev/zero")) == LoadError::NotAFile);

    auto const pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(error_of(loader.load(pipe)) == LoadError::NotAFile); // and does not wait for a writer
    CHECK_FALSE(loader.is_file(pipe));

    fs::create_symlink(folder.path / "loop", folder.path / "loop");
    CHECK(error_of(loader.load(folder.path / "loop")) == LoadError::Missing);
}

TEST_CASE("the disk loader stops at the cap") {
    TemporaryFolder const folder;
    DiskLoader const loader;
    std::ofstream(folder.path / "big") << std::string(1001, 'x');
    CHECK(std::get<std::string>(loader.load(folder.path / "big", 1001)).size() == 1001);
    CHECK(error_of(loader.load(folder.path / "big", 1000)) == LoadError::TooBig);
    // A hole of 100 MB is refused by its size, before any byte is read.
    std::ofstream(folder.path / "hole").close();
    fs::resize_file(folder.path / "hole", 100u << 20);
    CHECK(error_of(loader.load(folder.path / "hole")) == LoadError::TooBig);
    // A file that says 0 and has content, as in /proc.
    if (fs::exists("/proc/self/status")) CHECK_FALSE(std::get<std::string>(loader.load("/proc/self/status")).empty());
}

TEST_CASE("links are resolved to where they lead") {
    TemporaryFolder const folder;
    DiskLoader const loader;
    fs::create_directory(folder.path / "a");
    std::ofstream(folder.path / "a" / "x").close();
    fs::create_symlink(folder.path / "a", folder.path / "b");
    CHECK(loader.resolve(folder.path / "b" / "x") == fs::canonical(folder.path / "a" / "x"));
    CHECK(loader.resolve(folder.path / "b" / ".." / "a" / "not-there") ==
          fs::canonical(folder.path / "a") / "not-there");
}

TEST_CASE("the memory loader knows files, links and the cap") {
    MemoryLoader loader;
    loader.add("plan/a.yaml", "abc");
    loader.add_link("plan/photos", "elsewhere/photos");
    CHECK(std::get<std::string>(loader.load("plan/./a.yaml")) == "abc");
    CHECK(error_of(loader.load("plan/b.yaml")) == LoadError::Missing);
    CHECK(error_of(loader.load("plan/a.yaml", 2)) == LoadError::TooBig);
    CHECK(loader.resolve("plan/photos/x.jpg") == fs::path("elsewhere/photos/x.jpg"));
}
