// What `{…}` at the end of a paragraph says about it: {lang=en}, {地付き}, {字上げ=2}, {中央}, {天付き}, {タブ=8 20右}.
// Input: the paragraph's text. Output: its form, and where the text ends. Braces that hold none of these words are text,
// as everywhere; a word that is not known beside one that is, is reported.
#pragma once

#include "document/model.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kumihan::document {

struct FoundForm {
    std::size_t end = 0; // of the text before it
    ParagraphForm form;
    struct Unknown {
        std::size_t begin = 0, end = 0;
    };
    std::vector<Unknown> unknown;
};

// 8, 20右, 30小数点…: ems, alignment, leader.
std::optional<TabStop> read_tab_stop(std::string_view text);

FoundForm find_form(std::string_view text);

// The tag of フランス語, lang=fr or 言語=fr.
std::optional<std::string> language_named(std::string_view word);

// A non-negative number of characters: 5, 2.5, ５; nothing for other words or more than 100.
bool read_ems(std::string_view word, double& ems);

} // namespace kumihan::document
