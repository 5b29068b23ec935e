// Where the layouts, fonts, hyphenation patterns and templates that come with the program are: beside an installed program
// (../share/kumihan), above the build folder of a checkout, or where it was built.
#pragma once

#include <filesystem>

namespace kumihan::cli {

struct Resources {
    std::filesystem::path layouts, fonts, hyphenation, templates;
};
Resources find_resources();

} // namespace kumihan::cli
