// The switches of composition that a layout decides; japanese-composition.md section 17 names their profiles.
#pragma once

#include <cstdint>

namespace kumihan::spec {

enum class Align : std::uint8_t { Justify, Start, Center, End, Spread }; // Spread: 均等割り, one line
enum class Kinsoku : std::uint8_t { VeryStrict, Strict, Loose, VeryLoose };
enum class Hang : std::uint8_t { None, Allow, Force };
enum class LineEndPunctuation : std::uint8_t { Continuous, Half, Solid, HalfOrSolid };
enum class BreakUnit : std::uint8_t { Character, Phrase }; // Phrase: 文節, heads and captions
enum class Binding : std::uint8_t { Auto, Left, Right }; // Auto: right for a plan with vertical lines
// 9.5: what a reading longer than its base may reach over. Punctuation: spaces alone. Hiragana: katakana stay free (JIS).
enum class RubyOverhang : std::uint8_t { None, Punctuation, Hiragana, Kana };
enum class RubyAlign : std::uint8_t { Centre, Head }; // 中付き, 肩付き (JLReq 3.3.5): over a single character
enum class BracketIndent : std::uint8_t { FullAndFlush = 1, OneAndHalf = 2, HalfAndFlush = 3 }; // 3.4 patterns ① ② ③

} // namespace kumihan::spec
