// Hyphenator: the patterns of Liang (TeX) through libhyphen, met here alone. Input: folders to look in, a word. Output: the
// places where it may part. Patterns are read at the first word that asks for them and kept; any thread may ask.
// A language without patterns on this machine is reported once, and its words stay whole.
#pragma once

#include "diag/sink.h"
#include "style/text.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kumihan::para {

class Hyphenator final : public style::Hyphenation {
public:
    // `folders` in order of preference; each may hold hyph_en_US.dic and its like.
    Hyphenator(std::vector<std::filesystem::path> folders, diag::Sink& sink);
    ~Hyphenator() override;

    // Begins to read the patterns of a language that will hardly go unasked for, beside other work.
    void expect(std::string const& language);

    void points(std::string_view word, std::string_view language, std::vector<std::uint8_t>& out) const override;

private:
    struct Dictionaries;
    std::unique_ptr<Dictionaries> dictionaries_;
};

// The folders of the system (XDG data folders), after `own`.
std::vector<std::filesystem::path> hyphenation_folders(std::filesystem::path const& own);

} // namespace kumihan::para
