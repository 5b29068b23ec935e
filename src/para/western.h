// Breaks inside Western text (digest 4.4): after typed hyphens, in URLs and paths after their separators.
#pragma once

#include "shape/shaped.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace kumihan::para {

enum class Word : std::uint8_t { Plain, Path, Url }; // Path: words joined by slashes

// What the run of Western clusters that starts at `begin` is; `end` is set to the cluster after it.
Word classify_word(std::span<shape::Cluster const> clusters, std::size_t begin, std::size_t& end);

// May a line break between neighbouring clusters of one word? With the penalty, in units; nothing: no.
struct WordBreak {
    bool allowed = false;
    std::int16_t penalty = 0;
};
WordBreak break_in_word(Word word, char32_t before, char32_t after);

} // namespace kumihan::para
