// JlreqClass: the character classes of JLReq 3.9.2 (JIS X 4051 annex 1), in JLReq's order, so that the enumerator's value
// is the number in "cl-nn". Every spacing and breaking rule is a function of two of them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kumihan::text {

enum class JlreqClass : std::uint8_t {
    None = 0,            // no class: a format control that joins its neighbour
    OpeningBracket = 1,  // 始め括弧類
    ClosingBracket = 2,  // 終わり括弧類
    Hyphen = 3,          // ハイフン類
    DividingMark = 4,    // 区切り約物 ！？
    MiddleDot = 5,       // 中点類
    FullStop = 6,        // 句点類
    Comma = 7,           // 読点類
    Inseparable = 8,     // 分離禁止文字 — … ‥
    IterationMark = 9,   // 繰返し記号
    ProlongedSound = 10, // 長音記号
    SmallKana = 11,      // 小書きの仮名
    Prefix = 12,         // 前置省略記号
    Postfix = 13,        // 後置省略記号
    IdeographicSpace = 14, // 和字間隔
    Hiragana = 15,
    Katakana = 16,
    MathSymbol = 17,     // 等号類
    MathOperator = 18,   // 演算記号
    Ideograph = 19,      // 漢字等
    ReferenceMark = 20,  // 合印中の文字
    ScriptedBase = 21,   // 添え字付き親文字群中の文字
    RubyBase = 22,       // ルビ付き(熟語ルビ以外)
    JukugoBase = 23,     // 熟語ルビ付き
    GroupedNumeral = 24, // 連数字中の文字
    UnitSymbol = 25,     // 単位記号中の文字
    WordSpace = 26,      // 欧文間隔
    Western = 27,        // 欧文用文字
    WarichuOpening = 28, // 割注始め括弧類
    WarichuClosing = 29, // 割注終わり括弧類
    TateChuYoko = 30,    // 縦中横中の文字
};

inline constexpr std::size_t kClassCount = 31;
constexpr std::size_t index(JlreqClass c) { return static_cast<std::size_t>(c); }

// A set of classes, for rules that name several.
class ClassSet {
public:
    template <class... Cs> static constexpr ClassSet of(Cs... classes) {
        return ClassSet{((1u << index(classes)) | ... | 0u)};
    }
    constexpr bool has(JlreqClass c) const { return (bits_ >> index(c)) & 1u; }
    friend constexpr ClassSet operator|(ClassSet a, ClassSet b) { return ClassSet{a.bits_ | b.bits_}; }

private:
    constexpr explicit ClassSet(std::uint32_t bits) : bits_(bits) {}
    std::uint32_t bits_;
};

} // namespace kumihan::text
