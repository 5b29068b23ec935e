#include "property/random_text.h"

#include <string_view>

namespace kumihan::test {

namespace {

template <std::size_t N> std::string_view any(Random& random, std::string_view const (&from)[N]) { return from[random.below(N)]; }

constexpr std::string_view kHiragana[] = {"あ", "い", "う", "か", "き", "が", "し", "た", "て", "と", "な", "に", "の", "は", "を", "る", "ん", "ゃ", "っ", "ょ"};
constexpr std::string_view kKatakana[] = {"ア", "イ", "カ", "ス", "ト", "ン", "ー", "ッ", "ョ", "ワ", "ク", "シ", "ィ", "ヶ", "カ\u309A"};
constexpr std::string_view kKanji[] = {"小", "樽", "地", "域", "福", "祉", "人", "々", "暮", "支", "会", "年", "月", "第", "回", "円", "髙", "𠮷", "辻\U000E0100", "神"};
constexpr std::string_view kOpening[] = {"「", "『", "（", "【", "〈", "“"};
constexpr std::string_view kClosing[] = {"」", "』", "）", "】", "〉", "”"};
constexpr std::string_view kStops[] = {"。", "、", "。", "、", "、", "，", "．"};
constexpr std::string_view kSigns[] = {"！", "？", "！？", "？　", "……", "――", "——", "・", "：", "〜", "゠", "％", "￥", "℃", "①", "→", "※", "☐", "×", "＝", "　", "゛"};
constexpr std::string_view kWestern[] = {"A", "PDF", "Unicode", "the", "COVID-19", "re-use", "and/or", "can’t", "(注)", "km", "e\u0301a", "α", "Wi-Fi", "!", "a.b"};
constexpr std::string_view kNumbers[] = {"1", "12", "2019", "12,500", "3.14", "10 000", "0134-32-4111", "75%", "30°", "1–3"};
constexpr std::string_view kLong[] = {"https://www.example.jp/path/to/page.html?q=1&r=2", "info@example.jp", "Donaudampfschifffahrtsgesellschaft"};
constexpr std::string_view kOdd[] = {"\u200B", "\u2060", "👨\u200D👩\u200D👧", "👍🏽", "\u2028", "\u00A0", "ｱﾞ", "각", "  ", "字\U000E0118"};

} // namespace

std::string random_text(Random& random, std::size_t length) {
    std::string text;
    while (length-- > 0) {
        std::size_t const kind = random.below(200);
        if (kind < 80) text += any(random, kHiragana);
        else if (kind < 130) text += any(random, kKanji);
        else if (kind < 148) text += any(random, kKatakana);
        else if (kind < 162) text += any(random, kStops);
        else if (kind < 168) text += any(random, kOpening);
        else if (kind < 174) text += any(random, kClosing);
        else if (kind < 180) text += any(random, kSigns);
        else if (kind < 187) (text += random.one_in(2) ? " " : "") += any(random, kWestern);
        else if (kind < 193) text += any(random, kNumbers);
        else if (kind < 197) text += " ";
        else if (kind < 198) text += any(random, kLong);
        else text += any(random, kOdd);
    }
    return text;
}

} // namespace kumihan::test
