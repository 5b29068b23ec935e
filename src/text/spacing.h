// Spacing between two bodies, as functions of their classes and, precomputed, as tables of 31 x 31 entries.
// Output: Aki, the space each of the two owes (in eighths of its own em), how far and at which stage it may be reduced,
// and at which stage the place may be opened. JLReq 3.1, tables 1, 3 and 6 of appendices B, D and E; JIS X 4051 4.19.
// Word spaces (stage 1 of both) are glue of their own: the entries beside cl-26 leave them out.
// cl-17 and cl-18 are not in the tables: they are solid with letters (JLReq 3.7.4) and otherwise like cl-19.
#pragma once

#include "text/jlreq_class.h"

#include <array>

namespace kumihan::text {

// Stages of 詰める処理 and 空ける処理. Stage 1 of both is the word space, reduction stages 2 and 3 are the line end.
enum class Reduce : std::uint8_t { Never = 0, WordSpace = 1, LineEnd = 2, LineEndDot = 3, MiddleDot = 4, Bracket = 5, Western = 6 };
enum class Expand : std::uint8_t { Never = 0, WordSpace = 1, Western = 2, Solid = 3, Anywhere = 4 };

struct Aki {
    std::uint8_t before = 0, after = 0; // natural space in 1/8 em: of the size before the gap, of the size after it
    Reduce before_stage = Reduce::Never, after_stage = Reduce::Never;
    std::uint8_t before_floor = 0, after_floor = 0; // 1/8 em left when fully reduced
    Expand expand = Expand::Never;
    std::uint8_t expand_to = 0; // 1/8 em, total; 0 with Anywhere: without limit
    bool western = false;       // the quarter em of 和欧間, whose amount a layout may set
    bool operator==(Aki const&) const = default;
};

namespace rule {

using enum JlreqClass;

inline constexpr ClassSet kJapaneseLetters =
    ClassSet::of(IterationMark, ProlongedSound, SmallKana, Hiragana, Katakana, Ideograph);
inline constexpr ClassSet kWesternLike = ClassSet::of(ScriptedBase, GroupedNumeral, UnitSymbol, Western);
inline constexpr ClassSet kMath = ClassSet::of(MathSymbol, MathOperator);
inline constexpr ClassSet kClosers = ClassSet::of(ClosingBracket, FullStop, Comma);
inline constexpr ClassSet kNotAtLineHead =
    ClassSet::of(ClosingBracket, Hyphen, DividingMark, MiddleDot, FullStop, Comma, ReferenceMark, WarichuClosing);
inline constexpr ClassSet kNotAtLineEnd = ClassSet::of(OpeningBracket, Prefix, WarichuOpening);
inline constexpr ClassSet kHalfBodies = ClassSet::of(OpeningBracket, ClosingBracket, MiddleDot, FullStop, Comma);

// Table 1. First match wins.
constexpr void natural_space(JlreqClass b, JlreqClass a, Aki& aki) {
    constexpr std::uint8_t kQuarter = 2, kHalf = 4;
    if (b == WarichuOpening) return;
    if (a == WarichuClosing) {
        aki.before = b == MiddleDot ? kQuarter : b == FullStop || b == Comma ? kHalf : std::uint8_t{0};
        return;
    }
    if (b == MiddleDot) {
        aki.before = kQuarter;
        aki.after = a == MiddleDot ? kQuarter : std::uint8_t{0};
        return;
    }
    if (a == MiddleDot) {
        aki.after = kQuarter;
        aki.before = b == FullStop || b == Comma ? kHalf : std::uint8_t{0};
        return;
    }
    if (kClosers.has(b)) {
        if (kClosers.has(a) || a == ReferenceMark) return;
        if (a == IdeographicSpace && b == ClosingBracket) return;
        aki.before = kHalf;
        return;
    }
    if (a == OpeningBracket) {
        if (b != OpeningBracket && b != IdeographicSpace) aki.after = kHalf;
        return;
    }
    if (kClosers.has(a) || a == Hyphen || a == DividingMark) return;
    auto const based = ClassSet::of(RubyBase, JukugoBase);
    auto const before_western = kJapaneseLetters | based | ClassSet::of(WarichuClosing, TateChuYoko, DividingMark);
    auto const after_western = kJapaneseLetters | based | ClassSet::of(WarichuOpening, TateChuYoko);
    if (before_western.has(b) && kWesternLike.has(a)) {
        // After a warichu the space is the Western side's (JLReq table 1 note)
        (b == WarichuClosing ? aki.after : aki.before) = kQuarter;
        aki.western = true;
    } else if (kWesternLike.has(b) && after_western.has(a)) {
        (a == WarichuOpening ? aki.before : aki.after) = kQuarter;
        aki.western = true;
    } else if ((b == GroupedNumeral && a == UnitSymbol) || (b == UnitSymbol && a == GroupedNumeral) ||
               (b == Western && a == UnitSymbol)) {
        aki.before = kQuarter;
    }
}

// Table 3: the stage at which a side's space goes, and what must stay.
constexpr void reduction(JlreqClass b, JlreqClass a, Aki& aki) {
    auto const edge = [](std::uint8_t space, Reduce stage, std::uint8_t floor, Reduce& out_stage, std::uint8_t& out_floor) {
        if (space == 0) return;
        out_stage = stage;
        out_floor = stage == Reduce::Never ? space : floor;
    };
    Reduce before = Reduce::Never, after = Reduce::Never;
    std::uint8_t floor = 0;
    if (b == WordSpace || a == WordSpace) {
        if (a == MiddleDot) after = Reduce::MiddleDot;
    } else {
        if (b == MiddleDot) before = Reduce::MiddleDot;
        if (b == ClosingBracket || b == Comma) before = Reduce::Bracket;
        if (a == OpeningBracket && b != FullStop) after = Reduce::Bracket;
        if (a == MiddleDot) after = Reduce::MiddleDot;
        bool const number_then_unit = b == GroupedNumeral && a == UnitSymbol;
        if (aki.western || ((b == UnitSymbol || b == Western) && aki.before && !number_then_unit)) {
            before = after = Reduce::Western;
            floor = 1;
        }
    }
    edge(aki.before, before, floor, aki.before_stage, aki.before_floor);
    edge(aki.after, after, floor, aki.after_stage, aki.after_floor);
}

// Table 6. First match wins.
constexpr Expand expand_stage(JlreqClass b, JlreqClass a) {
    auto const based = ClassSet::of(RubyBase, JukugoBase);
    auto const word_parts = ClassSet::of(GroupedNumeral, UnitSymbol, Western);
    auto const dots_and_closers = kClosers | ClassSet::of(Hyphen, MiddleDot);
    if (b == WordSpace) return a == ClosingBracket || a == WarichuClosing ? Expand::Never : Expand::Anywhere;
    if (kNotAtLineHead.has(a) || b == OpeningBracket || b == WarichuOpening) return Expand::Never;
    if (b == Prefix && (a == OpeningBracket || a == IdeographicSpace || a == GroupedNumeral)) return Expand::Never;
    if (a == WordSpace) return Expand::Anywhere;
    bool const marks_after = a == IterationMark || a == ProlongedSound || a == SmallKana;
    if (marks_after && (kClosers | ClassSet::of(Hyphen, DividingMark, MiddleDot, IdeographicSpace)).has(b))
        return Expand::Never;
    if (a == OpeningBracket || a == IdeographicSpace) return Expand::Anywhere;
    if (dots_and_closers.has(b) || b == IdeographicSpace) return Expand::Anywhere;
    if (b == DividingMark) return kWesternLike.has(a) ? Expand::Western : Expand::Anywhere;
    if ((b == IterationMark || b == ProlongedSound || b == SmallKana) && a == Inseparable) return Expand::Anywhere;
    if (b == Inseparable && a == Inseparable) return Expand::Never;
    if (b == Inseparable && (a == GroupedNumeral || a == UnitSymbol)) return Expand::Anywhere;
    if (b == Prefix) return Expand::Solid;
    if ((kJapaneseLetters | based | ClassSet::of(WarichuClosing, TateChuYoko)).has(b) && kWesternLike.has(a))
        return Expand::Western;
    if (kWesternLike.has(b) && (kJapaneseLetters | based | ClassSet::of(TateChuYoko)).has(a)) return Expand::Western;
    if (word_parts.has(b) && a == WarichuOpening) return Expand::Western;
    if ((b == GroupedNumeral && a == UnitSymbol) || (b == UnitSymbol && a == GroupedNumeral)) return Expand::Anywhere;
    if (word_parts.has(b) && word_parts.has(a)) return Expand::Never;
    if (b == GroupedNumeral && a == Postfix) return Expand::Never;
    if (b == Western && a == Postfix) return Expand::Solid; // but not after a quantity: the builder knows
    if (b == a && (based | ClassSet::of(ScriptedBase, TateChuYoko)).has(b)) return Expand::Never; // within one run
    return Expand::Solid;
}

constexpr Aki aki(JlreqClass b, JlreqClass a) {
    Aki result;
    if (kMath.has(b) || kMath.has(a)) {
        // Solid with letters and figures; punctuation keeps its own space, as beside an ideograph. A formula is not opened.
        auto const as_letter = [](JlreqClass c) { return kMath.has(c) || kWesternLike.has(c) ? Ideograph : c; };
        result = aki(as_letter(b), as_letter(a));
        if (kWesternLike.has(b) || kWesternLike.has(a) || (kMath.has(b) && kMath.has(a))) result.expand = Expand::Never;
        return result;
    }
    natural_space(b, a, result);
    reduction(b, a, result);
    result.expand = expand_stage(b, a);
    if (result.expand == Expand::Western) result.expand_to = 4;
    if (result.expand == Expand::Solid) result.expand_to = result.western ? 4 : 2;
    return result;
}

} // namespace rule

using AkiTable = std::array<std::array<Aki, kClassCount>, kClassCount>;

namespace detail {

constexpr AkiTable make_jlreq() {
    AkiTable table{};
    for (std::size_t b = 1; b < kClassCount; ++b)
        for (std::size_t a = 1; a < kClassCount; ++a)
            table[b][a] = rule::aki(static_cast<JlreqClass>(b), static_cast<JlreqClass>(a));
    return table;
}

// Where we depart from JLReq (japanese-composition.md 17): after a comma a middle dot keeps only its own quarter (JIS X
// 4051), and a full stop or comma before a typed U+3000 leaves one em in all (JLReq task force, line composition).
constexpr AkiTable make_house() {
    AkiTable table = make_jlreq();
    auto cell = [&](JlreqClass b, JlreqClass a) -> Aki& { return table[index(b)][index(a)]; };
    auto without_before = [](Aki& aki) {
        aki.before = aki.before_floor = 0;
        aki.before_stage = Reduce::Never;
    };
    without_before(cell(JlreqClass::Comma, JlreqClass::MiddleDot));
    without_before(cell(JlreqClass::Comma, JlreqClass::IdeographicSpace));
    without_before(cell(JlreqClass::FullStop, JlreqClass::IdeographicSpace));
    return table;
}

} // namespace detail

inline constexpr AkiTable kJlreqAki = detail::make_jlreq();
inline constexpr AkiTable kHouseAki = detail::make_house();

} // namespace kumihan::text
