// Reads a file line by line before yaml-cpp does. Two ends: block scalars are taken out of the way and read here, which
// gives true positions inside prose and spares yaml-cpp nearly all of the bytes; and the accidents of hand-written YAML
// are reported in words an editor understands, each mended in the buffer so that the rest of the file is still read.
// Internal to this folder.
#pragma once

#include "diag/sink.h"
#include "yaml/scalar.h"

#include <string>
#include <string_view>
#include <vector>

namespace kumihan::yaml {

// Buffer bytes from `buffer` on are source bytes from `source` on, until the next segment.
struct Segment {
    std::uint32_t buffer = 0, source = 0;
};

// A scalar read here; the buffer holds kPlaceholder in its place.
struct HeldScalar {
    std::uint32_t buffer = 0;
    ScalarText scalar;
};
inline constexpr char kPlaceholder = 'x';

struct Prescan {
    std::string buffer; // what yaml-cpp is given
    std::vector<Segment> segments;
    std::vector<HeldScalar> held;               // ordered by `buffer`
    std::uint32_t first_accident = 0xFFFFFFFFu; // source offset of the first mended accident
    bool readable = true;                       // false: too deep; reported

    std::uint32_t source_of(std::size_t buffer_at) const;
    HeldScalar const* held_at(std::size_t buffer_at) const;
};

// `source` is valid UTF-8 without control characters; reading starts at `begin` (after a byte order mark).
Prescan prescan(std::string_view source, std::uint32_t begin, FileId file, diag::Sink& sink);

} // namespace kumihan::yaml
