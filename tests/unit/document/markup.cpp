#include "fixture.h"
#include "support/catch.h"

TEST_CASE("bold needs no spaces around it") {
    CHECK(Body("これは**重要。**です").rich() == "これは<b>重要。</b>です");
    CHECK(Body("**「初め」**と**終わり**").rich() == "<b>「初め」</b>と<b>終わり</b>");
    CHECK(Body("a **bold** word").rich() == "a <b>bold</b> word");
    CHECK(Body("**二行に\nわたる**強調").rich() == "<b>二行にわたる</b>強調");
}

TEST_CASE("stars that are no bold") {
    CHECK(Body("2 * 3 ** 4").rich() == "2 * 3 ** 4");
    CHECK(Body("あ****い").rich() == "あ****い");
    Body const open("これは**閉じない");
    CHECK(open.rich() == "これは**閉じない");
    CHECK(open.problems() == Problems{"1:4 MarkNotClosed"});
    CHECK(Body("\\**ふつう\\**").rich() == "**ふつう**");
}

TEST_CASE("ruby: both notations") {
    CHECK(Body("｜小樽《おたる》の町").rich() == "<r おたる>小樽</r>の町");
    CHECK(Body("|小樽《おたる》の町").rich() == "<r おたる>小樽</r>の町");
    CHECK(Body("{小樽|おたる}の町").rich() == "<r おたる>小樽</r>の町");
    CHECK(Body("{小樽|お|たる}").rich() == "<r お たる>小樽</r>");
    CHECK(Body("{小樽｜おたる}").rich() == "<r おたる>小樽</r>");
    CHECK(Body("{K9|ケーナイン}").rich() == "<r ケーナイン>K9</r>");
}

TEST_CASE("ruby per character counts characters as a reader does") {
    // 葛 with a variation selector is one character
    CHECK(Body("{葛\U000E0100城|かつら|ぎ}").rich() == "<r かつら ぎ>葛\U000E0100城</r>");
    Body const wrong("{小樽市|お|たる}");
    CHECK(wrong.rich() == "<r おたる>小樽市</r>"); // the readings joined over the whole base
    CHECK(wrong.problems() == Problems{"1:1 RubyParts"});
}

TEST_CASE("bars, braces and brackets that are no ruby") {
    CHECK(Body("会場｜市民会館").rich() == "会場｜市民会館");
    CHECK(Body("会場｜市民会館。本《書名》").rich() == "会場｜市民会館。本《書名》");
    CHECK(Body("{a} {|b}").rich() == "{a} {|b}");
    CHECK(Body("絵画《ひろしげ》").problems() == Problems{"1:3 RubyNoBase"});
    CHECK(Body("絵画《ひろしげ》").rich() == "絵画《ひろしげ》");
    CHECK(Body("絵画《夜警》").problems().empty());
    CHECK(Body("\\｜小樽\\《おたる\\》 \\{小樽|おたる}").rich() == "｜小樽《おたる》 {小樽|おたる}");
    Body const open("｜小樽《おたる");
    CHECK(open.rich() == "｜小樽《おたる");
    CHECK(open.problems() == Problems{"1:4 MarkNotClosed"});
    Body const empty("｜小樽《》");
    CHECK(empty.rich() == "小樽");
    CHECK(empty.problems() == Problems{"1:1 RubyEmpty"});
}

TEST_CASE("圏点, also with ruby within") {
    CHECK(Body("ここが《《大切》》です").rich() == "ここが<d>大切</d>です");
    CHECK(Body("《《{小樽|おたる}の》》町").rich() == "<d><r おたる>小樽</r>の</d>町");
    Body const open("ここ《《が");
    CHECK(open.rich() == "ここ《《が");
    CHECK(open.problems() == Problems{"1:3 MarkNotClosed"});
}

TEST_CASE("marks nest, the outer one first") {
    CHECK(Body("**《《強く》》**").rich() == "<b><d>強く</d></b>");
    CHECK(Body("《《**強く**》》").rich() == "<d><b>強く</b></d>");
    CHECK(Body("**a ｜小樽《おたる》 [b](https://example.org)**").rich() ==
          "<b>a <r おたる>小樽</r> <a https://example.org>b</a></b>");
    CHECK(Body("[**太い**リンク](https://example.org/a)").rich() == "<a https://example.org/a><b>太い</b>リンク</a>");
}

TEST_CASE("a line end joins Japanese without and Latin with a space") {
    CHECK(Body("日本語\n続き").rich() == "日本語続き");
    CHECK(Body("Latin\nwords").rich() == "Latin words");
    CHECK(Body("日本語\nLatin\n日本語").rich() == "日本語Latin日本語");
    CHECK(Body("終わり。\n「始め」").rich() == "終わり。「始め」");
    CHECK(Body("한국어\n단어").rich() == "한국어 단어"); // Korean puts spaces between words
    CHECK(Body("**太字**\n**次**").rich() == "<b>太字</b><b>次</b>");
    CHECK(Body("**bold**\nword").rich() == "<b>bold</b> word");
    CHECK(Body("注[^1]\n続き").rich() == "注[^0]続き");
    CHECK(Body("see[^1]\nword").rich() == "see[^0] word");
    CHECK(Body("word\n[[id]]です").rich() == "word[[id number]]です");
    CHECK(Body("行末の空白   \n次").rich() == "行末の空白次");
}

TEST_CASE("line breaks that are meant") {
    CHECK(Body("一行目\\\n二行目").rich() == "一行目[br]二行目");
    CHECK(Body("一<br>二<br/>三").rich() == "一[br]二[br]三");
    CHECK(Body("一<br>\n二").rich() == "一[br]二");
    CHECK(Body("終わり\\").rich() == "終わり\\");
}

TEST_CASE("tate-chu-yoko") {
    CHECK(Body("平成^31^年").rich() == "平成<t>31</t>年");
    CHECK(Body("2^10 ^あ^ ^12345^").rich() == "2^10 ^あ^ ^12345^");
}

TEST_CASE("links") {
    CHECK(Body("[市の計画](https://example.org/a_(b))を見る").rich() ==
          "<a https://example.org/a_(b)>市の計画</a>を見る");
    CHECK(Body("https://example.org/a?b=c。次").rich() ==
          "<a https://example.org/a?b=c>https://example.org/a?b=c</a>。次");
    CHECK(Body("（https://example.org/x）").rich() == "（<a https://example.org/x>https://example.org/x</a>）");
    CHECK(Body("see https://example.org/x.").rich() == "see <a https://example.org/x>https://example.org/x</a>.");
    CHECK(Body("連絡はinfo@example.orgまで").rich() == "連絡は<a mailto:info@example.org>info@example.org</a>まで");
    CHECK(Body("a@b と 3@").rich() == "a@b と 3@");
    CHECK(Body("[メール](mailto:a@example.org)").rich() == "<a mailto:a@example.org>メール</a>");
    CHECK(Body("[一覧] (1)").rich() == "[一覧] (1)");
    Body const unsafe("[x](javascript:alert)");
    CHECK(unsafe.rich() == "x");
    CHECK(unsafe.problems() == Problems{"1:5 LinkUnsafe"});
}

TEST_CASE("references and their forms") {
    CHECK(Body("[[canal]]と[[canal|ページ]]と[[canal|page]]").rich() ==
          "[[canal number]]と[[canal page]]と[[canal page]]");
    CHECK(Body("[[why|題]][[why|title]][[why｜番号]]").rich() == "[[why title]][[why title]][[why number]]");
    CHECK(Body("[[第一章]]").rich() == "[[第一章 number]]");
    Body const unknown("[[a|色]]");
    CHECK(unknown.rich() == "[[a number]]");
    CHECK(unknown.problems() == Problems{"1:5 ReferenceForm"});
    CHECK(Body("[[a").problems() == Problems{"1:1 MarkNotClosed"});
}

TEST_CASE("notes are numbered by their first mention") {
    Body const body("一[^a]二[^b]三[^a]\n\n[^b]: 乙\n[^a]: 甲の注。\n  続き\n");
    CHECK(body.rich() == "一[^0]二[^1]三[^0]");
    CHECK(body.note_text.at("a") == "p(甲の注。続き)");
    CHECK(body.note_text.at("b") == "p(乙)");
    CHECK(body.blocks.size() == 1);
}

TEST_CASE("a backslash takes the next mark as it is, and only a mark") {
    CHECK(Body("\\[[a]] \\^1^ 3\\*4 C:\\dir \\あ").rich() == "[[a]] ^1^ 3*4 C:\\dir \\あ");
    CHECK(Body("\\\\").rich() == "\\");
}

TEST_CASE("every byte of a rich text knows its source") {
    Body const body("　これは**重要。**\n｜小樽《おたる》");
    auto const& text = body.text();
    CHECK(text.text == "これは重要。小樽");
    std::uint32_t covered = 0;
    for (auto const& piece : text.pieces) {
        CHECK(piece.text_begin == covered);
        covered += piece.length;
        CHECK(body.source(piece.source) == text.text.substr(piece.text_begin, piece.length));
    }
    CHECK(covered == text.text.size());
    CHECK(body.place(text.marks.at(1).span) == "2:1");
    CHECK(body.source(text.marks.at(1).span) == "｜小樽《おたる》");
}

TEST_CASE("a problem in the middle of a paragraph names its line and column") {
    CHECK(Body("一行目の文。\n二行目に[[x|色]]があり、\n三行目に**がある").problems() ==
          Problems{"2:9 ReferenceForm", "3:5 MarkNotClosed"});
}

TEST_CASE("hostile markup ends in time") {
    auto many = [](std::string_view what, int times) {
        std::string out;
        for (int i = 0; i < times; ++i)
            out += what;
        return out;
    };
    for (auto const* what :
         {"**", "《《", "{", "[", "[[", "|", "｜", "[^", "{a|", "｜a《", "^1", "\\", "a@", "![", "*", "(", "["})
        CHECK_FALSE(Body("x" + many(what, 20000)).blocks.empty());
}

TEST_CASE("a second reading behind two bars") {
    CHECK(Body("{小樽|お|たる||OTARU}の").rich() == "<r お たる /OTARU>小樽</r>の");
    CHECK(Body("{運河|うんが||カ|ナル}").rich() == "<r うんが /カ /ナル>運河</r>");
    CHECK(Body("{運河||うんが}").rich() == "<r うんが>運河</r>"); // nothing before the bars: the reading itself
}

TEST_CASE("圏点 of a chosen shape") {
    CHECK(Body("《《○|場》》と《《﹆｜所》》").rich() == "<d ○>場</d>と<d ﹆>所</d>");
    CHECK(Body("《《場|所》》").rich() == "<d>場|所</d>"); // 場 is no sign
}

TEST_CASE("[text]{name}") {
    CHECK(Body("[線]{傍線}[線]{double}[線]{点線}[線]{wavy}").rich() ==
          "<s 0>線</s><s 1>線</s><s 2>線</s><s 3>線</s>");
    CHECK(Body("[a [b] c]{傍線}").rich() == "<s 0>a [b] c</s>");
    CHECK(Body("[**太い**線]{傍線}").rich() == "<s 0><b>太い</b>線</s>");
    CHECK(Body("鰊[春告魚]{割注}漁[〔注〕]{割注}").rich() == "鰊<w （）>春告魚</w>漁<w 〔〕>注</w>");
    CHECK(Body("[注]{小樽|おたる}").rich() == "[注]<r おたる>小樽</r>"); // a bracket before a ruby
    Body const unknown("[線]{傍戦}");
    CHECK(unknown.rich() == "[線]{傍戦}");
    CHECK(unknown.problems() == Problems{"1:5 InlineUnknown"});
    CHECK(Body("[{鰊|にしん}]{割注}").problems() == Problems{"1:2 WarichuPlain"});
    CHECK(Body("[線]{傍線").rich() == "[線]{傍線"); // not closed: as typed
}

TEST_CASE("^{上} and _{下} beside ^12^") {
    CHECK(Body("km^{2}とH_{2}O、^12^月").rich() == "km<^>2</->とH<_>2</->O、<t>12</t>月");
    CHECK(Body("x_{i}^{2}").rich() == "x<_>i</-><^>2</->");
    CHECK(Body("a_b \\^{2} a^{2").rich() == "a_b ^{2} a^{2");
    CHECK(Body("^{}").problems() == Problems{"1:1 InlineEmpty"});
}

TEST_CASE("[words]{language}: in Japanese, or as a tag in its usual case") {
    CHECK(Body("題は[Our Snowy Town]{英語}です").rich() == "題は<l en>Our Snowy Town</l>です");
    CHECK(Body("[Bonjour]{lang=fr}").rich() == "<l fr>Bonjour</l>");
    CHECK(Body("[colour]{言語=EN-gb}").rich() == "<l en-GB>colour</l>");
    CHECK(Body("[社区]{中国語}さん").rich() == "<l zh-Hans>社区</l>さん");
    CHECK(Body("[社區]{lang=zh-hant-tw}").rich() == "<l zh-Hant-TW>社區</l>");
    CHECK(Body("[**A** day]{英語}").rich() == "<l en><b>A</b> day</l>");
    // No tag, or longer than any in use
    for (std::string const word : {"lang=", "lang=1", "lang=english", "lang=en-", "lang=en-x-very-private"}) {
        Body const wrong("[a]{" + word + "}");
        CHECK(wrong.rich() == "[a]{" + word + "}");
        CHECK(wrong.problems() == Problems{"1:5 InlineUnknown"});
    }
}
