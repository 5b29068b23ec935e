// Feeds files to a fuzz target without a fuzzer: every file of the folders named. A folder without files is an error
// only when no other has any: crashers may be none.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int main(int argc, char** argv) {
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < argc; ++i) {
        std::error_code none;
        for (auto const& entry : std::filesystem::directory_iterator(argv[i], none))
            if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (auto const& file : files) {
        std::printf("%s\n", file.c_str());
        std::fflush(stdout); // the last line names the file that ended the program
        std::ifstream in(file, std::ios::binary);
        std::vector<char> const bytes{std::istreambuf_iterator<char>(in), {}};
        LLVMFuzzerTestOneInput(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
    }
    std::printf("%zu files\n", files.size());
    return files.empty() ? 1 : 0;
}
