// Lookalikes: characters that look right to the editor's eye and are not what was meant. Nothing is changed; a word is
// pointed out once. Only what is hardly ever meant is named, so that ordinary text is left in peace:
//   ⼈ U+2F08     a sign of the Kangxi radicals for the kanji 人 (text copied out of a PDF): no search finds it
//   か + U+3099   a sound mark apart from its kana where one code point is usual (file names of macOS): the same
//   ワ一ク サ－ビス   kanji 一, a minus or a dash between katakana for ー
//   二○一九       a circle among kanji figures for 〇
//   2０25 ＮPO     full-width and half-width forms within one number or word
//   ﾎﾞﾗﾝﾃｨｱ       half-width katakana of two letters and more
//   U+FFFD       what another program put in place of a character that it lost
#pragma once

#include "diag/sink.h"
#include "document/model.h"

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace kumihan::document {

// Texts are looked through apart, chapter by chapter; report() then says what was found of all of them, in their order.
class Lookalikes {
public:
    void check(RichText const& text);
    static void report(std::vector<Lookalikes> const& all, diag::Sink& sink);

private:
    struct Found {
        diag::Code code;
        Span span;
        std::vector<std::string> args; // the first of them is the word, which is pointed out once
    };
    friend class LookalikesReader;
    std::vector<Found> found_;
    std::set<std::string> said_; // its words: a long text may hold one of them a million times
    std::vector<std::pair<char32_t, std::uint32_t>> letters_; // of the text at hand, with their bytes
};

} // namespace kumihan::document
