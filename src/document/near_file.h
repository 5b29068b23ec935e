// Files that an author's name nearly names. Names that look the same open the same file: kana with sound marks are one
// character where a keyboard types them and two in files that came from a Mac (か + ゛). Names that differ are never
// taken for each other, only asked about. Input: paths as written, taken from the plan's folder. Output: a path, or a name.
#pragma once

#include "diag/sink.h"
#include "source/file_loader.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace kumihan::document {

// The file at `path`, or the one beside it whose name is the same to the eye; else `path` itself.
std::filesystem::path same_to_the_eye(std::filesystem::path const& path, FileLoader const& loader);

// What was meant by `written`, which is not there: the name as it should be written, or nothing. Looked for where it was
// said to be, then in the photos' folder and beside the plan: other capitals, another ending, a letter amiss, the
// backslashes of Windows. A name with other figures is another file: IMG_1234 is not meant by IMG_1235.
std::string near_file(std::filesystem::path const& folder, std::string_view written, FileLoader const& loader);

// Says that the file is missing, and what may be meant.
void report_missing(std::filesystem::path const& folder, std::string_view written, Span span, FileLoader const& loader,
                    diag::Sink& sink);

} // namespace kumihan::document
