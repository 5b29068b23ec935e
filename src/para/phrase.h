// Phrases (文節) of a Japanese text, for heads and captions that break between them only. ICU's phrase-based line breaking
// finds them (locale ja-u-lw-phrase); where the ICU at hand does not know it, a rule of thumb: a phrase starts where a
// kanji, katakana or Latin run follows hiragana or punctuation. Text in short brackets stays together.
#pragma once

#include "para/paragraph.h"

#include <string_view>

namespace kumihan::para {

// Sets Gap::phrase_end, and on every other allowed break a penalty that total-fit takes only in distress.
void mark_phrases(std::string_view text, shape::ShapedText const& shaped, Paragraph& out);

} // namespace kumihan::para
