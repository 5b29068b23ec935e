// Finds out what one file is without decoding it.
// Input: path. Output: PhotoFacts or the problem, as a code and its arguments after the photo's name.
// Invariant: a header that claims more than max_pixels is refused here, before any pixel is decoded.
#pragma once

#include "diag/codes.h"
#include "image/file_bytes.h"
#include "image/module.h"
#include "image/photo_index.h"

#include <optional>
#include <string>
#include <vector>

namespace kumihan::image {

struct Problem {
    diag::Code code;
    std::vector<std::string> args; // after the photo's name, {1} …
    int width = 0, height = 0;     // where known all the same: the placeholder gets this shape
};

struct Probed {
    std::optional<Problem> problem;
    PhotoFacts facts;
    Identity identity;
    std::int64_t read_at_ns = 0; // the clock before the file was read
};

std::optional<Problem> problem_of(FileBytes const& file); // of reading alone
// `index` is only read, for contents known under another name.
Probed probe(std::filesystem::path const& path, PhotoIndex const& index, PhotoModule& module, std::int64_t max_pixels);
Problem module_missing(PhotoModule const& module);

} // namespace kumihan::image
