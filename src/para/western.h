// Breaks inside Western text (digest 4.4): after typed hyphens, in addresses and paths after their separators.
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
// Addresses (digest 4.4): after a separator and before none, dearest after a hyphen, which could be taken for one that the
// line break added; between letters only as `last_resort`, and never within %E3.
struct WordBreak {
    bool allowed = false;
    std::int16_t penalty = 0;
    bool last_resort = false;
};
WordBreak break_in_word(Word word, char32_t before, char32_t after);

// Whether cluster i, within a word that begins at `begin`, continues an escape: %E3.
bool in_escape(std::span<shape::Cluster const> clusters, std::size_t begin, std::size_t i);

// Whether cluster i of the word [begin, end) is far from the separators beside it. A break of last resort elsewhere leaves
// a stub of a few letters at a line's end or head, and costs kShallow more.
inline constexpr std::int16_t kShallow = 300;
bool deep_in_address(std::span<shape::Cluster const> clusters, std::size_t begin, std::size_t end, std::size_t i);

} // namespace kumihan::para
