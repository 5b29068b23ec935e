// Random Japanese text from a seed: prose with punctuation, figures, Western words, URLs, and the rare signs that break
// composers. The same seed gives the same text on every machine (its own generator, no distribution of the library).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kumihan::test {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
    std::uint64_t next() { // SplitMix64
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }

private:
    std::uint64_t state_;
};

// About `length` pieces of text, most of them one character.
std::string random_text(Random& random, std::size_t length);

} // namespace kumihan::test
