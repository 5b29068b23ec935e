// Kinsoku: may a line break between two bodies? As a function of their classes and, precomputed, as a table.
// Where the classes do not decide alone, the rule names what else does; the paragraph builder knows it.
// JLReq 3.1.7-3.1.10 and table 2 of appendix C; the four levels are JLReq C.3 with CSS Text `line-break`.
#pragma once

#include "text/jlreq_class.h"
#include "text/spacing.h"

#include <array>

namespace kumihan::text {

enum class BreakRule : std::uint8_t {
    No,
    Yes,
    ByLevel,       // what follows may start a line from some level on: first_level_at_line_head()
    SameKind,      // 分離禁止文字: not within …… or ――, yes between different kinds
    Word,          // within Western text: only at hyphens and hyphenation points
    NumberWord,    // figure then letter: a matter of style
    Quantity,      // Western then ％: not after a figure or a quantity symbol
    SameRun,       // not within one run of class 21, 22, 30; class 23 between its base characters
    PostfixLevel,  // 75|％
    PrefixLevel,   // ￥|1,280
};

namespace rule {

constexpr BreakRule break_rule(JlreqClass b, JlreqClass a) {
    auto const letters = ClassSet::of(GroupedNumeral, UnitSymbol, Western);
    if (b == OpeningBracket || b == WarichuOpening) return BreakRule::No; // at any level
    if (a == ClosingBracket || a == FullStop || a == Comma || a == WarichuClosing || a == ReferenceMark)
        return BreakRule::No; // at any level
    if (b == Prefix) return a == GroupedNumeral ? BreakRule::PrefixLevel : BreakRule::No;
    if (a == Hyphen || a == DividingMark || a == MiddleDot) return BreakRule::ByLevel;
    if (a == IterationMark || a == ProlongedSound || a == SmallKana) return BreakRule::ByLevel;
    if (b == Inseparable && a == Inseparable) return BreakRule::SameKind;
    if (kMath.has(b) && (letters.has(a) || kMath.has(a))) return BreakRule::No; // break before a sign, not after it
    if (b == GroupedNumeral && a == Western) return BreakRule::NumberWord;
    if (b == Western && a == Western) return BreakRule::Word;
    if ((b == GroupedNumeral && a == GroupedNumeral) || (b == UnitSymbol && a == UnitSymbol) ||
        (b == UnitSymbol && a == Western) || (b == Western && a == GroupedNumeral) || (b == Western && a == UnitSymbol))
        return BreakRule::No;
    if (b == GroupedNumeral && a == Postfix) return BreakRule::PostfixLevel;
    if (b == Western && a == Postfix) return BreakRule::Quantity;
    if (b == a && ClassSet::of(ScriptedBase, RubyBase, JukugoBase, TateChuYoko).has(b)) return BreakRule::SameRun;
    return BreakRule::Yes;
}

} // namespace rule

namespace detail {
constexpr auto make_breaks() {
    std::array<std::array<BreakRule, kClassCount>, kClassCount> table{};
    for (std::size_t b = 1; b < kClassCount; ++b)
        for (std::size_t a = 1; a < kClassCount; ++a)
            table[b][a] = rule::break_rule(static_cast<JlreqClass>(b), static_cast<JlreqClass>(a));
    return table;
}
} // namespace detail

inline constexpr auto kBreaks = detail::make_breaks();

// 禁則の強弱. The order is that of style::Kinsoku.
enum class Level : std::uint8_t { VeryStrict, Strict, Loose, VeryLoose, NoLevel };

// The strictest level at which the character may stand at the head of a line (4.2 of our digest; JLReq C.3).
constexpr Level first_level_at_line_head(JlreqClass cls, char32_t c) {
    switch (cls) {
    case JlreqClass::SmallKana:
    case JlreqClass::ProlongedSound: return Level::Strict;
    case JlreqClass::IterationMark: return c == 0x3005 ? Level::Strict : Level::VeryLoose; // 々 against ゝゞヽヾ〻
    case JlreqClass::Hyphen: return Level::Loose;
    case JlreqClass::MiddleDot: return c == 0x30FB || c == 0xFF65 ? Level::Loose : Level::VeryLoose; // ・ against ：；
    case JlreqClass::DividingMark: return Level::VeryLoose;
    case JlreqClass::ClosingBracket:
    case JlreqClass::FullStop:
    case JlreqClass::Comma:
    case JlreqClass::ReferenceMark:
    case JlreqClass::WarichuClosing: return Level::NoLevel;
    default: return Level::VeryStrict;
    }
}

// Between two signs of one kind: ……, ‥‥ from loose on, ―― only at the loosest level.
constexpr Level first_level_within_inseparable(char32_t c) {
    return c == 0x2025 || c == 0x2026 || c == 0x22EF ? Level::Loose : Level::VeryLoose;
}
// Before ％ and its like, and for the other prefixes and postfixes.
constexpr Level first_level_before_postfix(char32_t c) {
    return c == 0xFF05 || c == 0x25 || c == 0x2030 ? Level::Loose : Level::VeryLoose;
}
constexpr Level kFirstLevelAfterPrefix = Level::VeryLoose;

// 〳 and 〴 are followed by 〵; every other sign only by itself.
constexpr bool same_inseparable_kind(char32_t b, char32_t a) {
    auto const dash = [](char32_t c) { return c == 0x2014 || c == 0x2015 || c == 0x2500 || c == 0x2E3A || c == 0x2E3B; };
    if ((b == 0x3033 || b == 0x3034) && a == 0x3035) return true;
    return b == a || (dash(b) && dash(a));
}

} // namespace kumihan::text
