// start: a plan to begin with. Input: the folder of templates that comes with the program, and a folder that the author
// names. Output: a copy of every template in it, so that `kumihan build` makes a book of it at once. Nothing is ever written
// over: where a file of the same name is there already, no file is written at all and that is reported. What the folder
// holds besides, photos perhaps, stays.
#pragma once

#include "diag/sink.h"

#include <filesystem>
#include <vector>

namespace kumihan::start {

enum class Outcome : unsigned char { Done, Exists, MachineProblems };

// `written`: the new files, in order; those that were written before a disk was full too.
Outcome new_plan(std::filesystem::path const& templates, std::filesystem::path const& folder, diag::Sink& sink,
                 std::vector<std::filesystem::path>& written);

} // namespace kumihan::start
