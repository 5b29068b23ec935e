#include "support/catch.h"

#include "style/kanji_numerals.h"

using kumihan::document::Numerals;
using kumihan::style::kanji_numbers;
using kumihan::style::with_kanji_numbers;

namespace {
std::string kanji(std::string_view text) { return with_kanji_numbers(text, Numerals::Kanji); }
std::string positional(std::string_view text) { return with_kanji_numbers(text, Numerals::Positional); }
} // namespace

TEST_CASE("counts are read out, years stand by position") {
    CHECK(kanji("2019年6月15日、30名") == "二〇一九年六月十五日、三十名");
    CHECK(kanji("平成31年、令和元年") == "平成三十一年、令和元年");
    CHECK(kanji("2019〜2021年度") == "二〇一九〜二〇二一年度");
    CHECK(kanji("西暦2000を迎え") == "西暦二〇〇〇を迎え");
    CHECK(kanji("1000年間") == "千年間");
    CHECK(kanji("２０１９年と３人") == "二〇一九年と三人");
}

TEST_CASE("十百千万") {
    CHECK(kanji("0、1、10、11、20、99") == "〇、一、十、十一、二十、九十九");
    CHECK(kanji("100、101、110、111、250") == "百、百一、百十、百十一、二百五十");
    CHECK(kanji("1000人、1,100円、2,019円") == "千人、千百円、二千十九円");
    CHECK(kanji("11,000円、10,000円、12,500円") == "一万一千円、一万円、一万二千五百円");
    CHECK(kanji("10,000,000円、100,000,000円") == "一千万円、一億円");
    CHECK(kanji("1万2000人、3千人") == "一万二千人、三千人");
    CHECK(kanji("12345678901234567人") == "一二三四五六七八九〇一二三四五六七人"); // beyond 兆
}

TEST_CASE("decimals, per cent, leading zeros") {
    CHECK(kanji("3.14、0.5、12.5人") == "三・一四、〇・五、十二・五人");
    CHECK(kanji("50%、75％、2.5%") == "五十％、七十五％、二・五％");
    CHECK(kanji("007番") == "〇〇七番");
}

TEST_CASE("by position throughout") {
    CHECK(positional("30名、15日、125人、10") == "三〇名、一五日、一二五人、一〇");
    CHECK(positional("12,500円、1,234,567") == "一二、五〇〇円、一、二三四、五六七");
    CHECK(positional("2019年、1万2000人") == "二〇一九年、一万二〇〇〇人");
}

TEST_CASE("numbers of Western text, codes, times and formulas stay") {
    for (auto const* const text :
         {"A4判", "COVID-19", "3D", "13:30", "0134-32-4111", "2019/06/15", "10 km", "10km", "No. 3", "￥500", "$5", "1/2",
          "25℃", "3㎏", "1.2.3", "3. 目次", "5−3", "http://a.jp/2019", "2×3", "Ｂ５判", "1,2"})
        CHECK(kanji(text) == text);
    CHECK(kanji_numbers("30名", Numerals::Arabic).empty());
}
