// JSON Schemas of the file kinds an editor or a designer writes.
#pragma once

#include <string>

namespace kumihan::driver {

enum class FileKind : unsigned char { Plan, Chapter, Layout };
std::string schema(FileKind kind); // a whole JSON document, with a line end

} // namespace kumihan::driver
