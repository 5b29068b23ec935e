// Catch2 2.13 (Debian 12) and 3.x (Debian 13): the same macros under two header names.
#pragma once

#include <string>

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx; // in the first version it is known everywhere
namespace Catch {
inline auto Contains(std::string const& part) { return Matchers::ContainsSubstring(part); }
}
#else
#include <catch2/catch.hpp>
namespace Catch {
using Matchers::Contains;
}
#endif
