// zlib streams for /FlateDecode, by libdeflate. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace kumihan::pdf {

std::string deflate(std::string_view bytes);

} // namespace kumihan::pdf
