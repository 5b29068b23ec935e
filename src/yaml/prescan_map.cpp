// The way back from the buffer that yaml-cpp is given to the file: places, and the scalars that were read before it.
#include "yaml/prescan.h"

#include <algorithm>

namespace kumihan::yaml {

std::uint32_t Prescan::source_of(std::size_t buffer_at) const {
    auto const next = std::upper_bound(segments.begin(), segments.end(), buffer_at,
                                       [](std::size_t value, Segment const& s) { return value < s.buffer; });
    if (next == segments.begin()) return 0;
    auto const& segment = *(next - 1);
    return segment.source + static_cast<std::uint32_t>(buffer_at - segment.buffer);
}

HeldScalar const* Prescan::held_at(std::size_t buffer_at) const {
    auto const found = std::lower_bound(held.begin(), held.end(), buffer_at,
                                        [](HeldScalar const& h, std::size_t value) { return h.buffer < value; });
    return found != held.end() && found->buffer == buffer_at ? &*found : nullptr;
}

} // namespace kumihan::yaml
