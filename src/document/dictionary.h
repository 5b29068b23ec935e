// Dictionary: words with their readings, and where they stand in a text. Input: entries of the plan. Output of match(): the
// longest word that begins at a place and stands there as a word of its own.
// A word stands on its own when neither neighbour could belong to it:
//   - a kanji at its edge has no kanji beside it (市 is not found in 市役所, nor 浜町 in 長浜町), a Latin letter or figure no
//     letter or figure, a katakana no katakana;
//   - but for words of two kanji and more, a neighbour that only adds to a name is none: 旧 新 元 … before it, 市 町 駅 川
//     様 長 … after it (小樽 is found in 旧小樽市);
//   - nor is a neighbour that belongs to another word of the dictionary or has a ruby.
// Lookup is by the first character and the lengths that words with it have: constant per place of the text.
#pragma once

#include "diag/sink.h"
#include "document/model.h"
#include "yaml/node.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kumihan::document {

// 読み: 語: よみ. Bad entries are reported and left out.
std::vector<ReadingEntry> read_readings(yaml::Node node, std::string_view key, diag::Sink& sink);

// A part of a word that carries a ruby; kana that read as they are written carry none (担い手: に|い|て).
struct ReadingPart {
    std::size_t begin = 0, end = 0; // bytes of the word
    std::vector<std::string> reading;
};
std::vector<ReadingPart> reading_parts(ReadingEntry const& entry);
std::string joined_reading(std::vector<std::string> const& parts);

class Dictionary {
public:
    // The entries must outlive it. Of two with the same word the first is used.
    explicit Dictionary(std::vector<ReadingEntry> const& entries);

    struct Match {
        std::size_t entry = 0, end = 0;
    };
    // The longest word from `at` on. `free_before`: what stands before belongs to a word with a reading of its own;
    // `free_from(i)`: so does what begins at i.
    template <class FreeFrom>
    std::optional<Match> match(std::string_view text, std::size_t at, bool free_before, FreeFrom const& free_from) const;
    std::optional<std::size_t> find(std::string_view word) const;

private:
    bool begins_word(std::string_view text, std::size_t at) const; // of two characters and more
    static bool stands_alone_before(std::string_view text, std::size_t at, std::string_view word);
    static bool stands_alone_after(std::string_view text, std::size_t end, std::string_view word);

    std::unordered_map<char32_t, std::vector<std::size_t>> lengths_; // of words by their first character, longest first
    std::unordered_map<std::string_view, std::size_t> words_;
};

char32_t first_character(std::string_view text, std::size_t at);
bool is_kanji(char32_t c); // as a letter of a word: with 々 〆 and the small ヶ of place names

template <class FreeFrom>
std::optional<Dictionary::Match> Dictionary::match(std::string_view text, std::size_t at, bool free_before,
                                                   FreeFrom const& free_from) const {
    auto const found = lengths_.find(first_character(text, at));
    if (found == lengths_.end()) return std::nullopt;
    for (std::size_t const length : found->second) {
        if (at + length > text.size()) continue;
        auto const word = words_.find(text.substr(at, length));
        if (word == words_.end()) continue;
        std::size_t const end = at + length;
        if (!free_before && !stands_alone_before(text, at, word->first)) continue;
        if (!stands_alone_after(text, end, word->first) && !free_from(end) && !begins_word(text, end)) continue;
        return Match{word->second, end};
    }
    return std::nullopt;
}

} // namespace kumihan::document
