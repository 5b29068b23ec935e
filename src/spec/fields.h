// The one table of layout keys: English and Japanese name, type, meaning. Decoder, schema and documentation read it.
#pragma once

#include "spec/roles.h"
#include "yaml/decode.h"

#include <array>

namespace kumihan::spec {

using yaml::Field;
using yaml::FieldType;
using yaml::Name;

inline constexpr Name kAlignNames[] = {
    {"justify", "両端"}, {"start", "行頭"}, {"center", "中央"}, {"end", "行末"}, {"spread", "均等"}};
inline constexpr Name kKinsokuNames[] = {
    {"very-strict", "最も強い"}, {"strict", "強い"}, {"loose", "弱い"}, {"very-loose", "最も弱い"}};
inline constexpr Name kHangNames[] = {{"none", "しない"}, {"allow", "許す"}, {"force", "必ず"}};
inline constexpr Name kLineEndNames[] = {
    {"continuous", "連続"}, {"half", "半角"}, {"solid", "なし"}, {"half-or-solid", "半角かなし"}};
inline constexpr Name kBracketNames[] = {
    {"full-and-flush", "全角天付き"}, {"one-and-half", "全角半二分"}, {"half-and-flush", "半角天付き"}};
inline constexpr Name kBreakNames[] = {{"page", "改ページ"}, {"recto", "改丁"}};
inline constexpr Name kWidowNames[] = {{"fill", "ページを満たす"}, {"avoid", "一行を残さない"}};
inline constexpr Name kNoteNumberNames[] = {{"chapter", "章ごと"}, {"page", "ページごと"}, {"book", "通し"}};
inline constexpr Name kFrontNames[] = {{"one-sequence", "通し"}, {"roman", "ローマ数字"}};

inline constexpr Name kRubyOverhangNames[] = {
    {"none", "なし"}, {"punctuation", "約物だけ"}, {"hiragana", "平仮名まで"}, {"kana", "仮名まで"}};
inline constexpr Name kRubyAlignNames[] = {{"centre", "中付き"}, {"head", "肩付き"}};
inline constexpr Name kBindingNames[] = {{"auto", "自動"}, {"left", "左綴じ"}, {"right", "右綴じ"}};

inline constexpr Field kPageFields[] = {
    {"trim", "仕上がり", FieldType::Any, "A4、B5、A5 か [幅, 高さ]", "A4, B5, A5 or [width, height]"},
    {"bleed", "塗り足し", FieldType::Plain, "仕上がりの外に足す幅", "bleed around the trim"},
    {"marks", "トンボ", FieldType::Bool, "紙の外に断裁の印を付ける", "crop marks outside the bleed"},
    {"binding", "綴じ", FieldType::Choice, "綴じる側。自動なら、計画書の全体が縦組みのとき右綴じ",
     "which side is bound; auto: right where the plan as a whole is vertical", false, kBindingNames},
};
inline constexpr Field kAreaFields[] = {
    {"size", "文字サイズ", FieldType::Plain, "本文の文字の大きさ", "size of the body text"},
    {"chars", "字詰め", FieldType::Integer, "一行の字数", "characters per line", false, {}, {}, 5, 100},
    {"lines", "行数", FieldType::Integer, "一ページの行数", "lines per page", false, {}, {}, 5, 100},
    {"pitch", "行送り", FieldType::Plain, "行から行までの距離", "distance from line to line"},
    {"top", "天", FieldType::Plain, "上の余白", "margin above"},
    {"gutter", "ノド", FieldType::Plain, "綴じる側の余白", "margin at the spine"},
};
inline constexpr Field kColumnsFields[] = {
    {"gap", "段間", FieldType::Plain, "段と段の間（少なくとも）", "between columns, at least"},
    {"rule", "段の罫", FieldType::Plain, "段の間の罫の太さ", "rule between columns"},
    {"lines", "行数", FieldType::Integer, "版面の高さの一段の行数（なければ版面と同じ行送り）",
     "lines of a column of the type area's height; without it, its pitch", false, {}, {}, 5, 100},
    {"spanning_heads", "見出しの段抜き", FieldType::Bool, "節の見出しを全部の段にわたらせる", "section heads span all columns"},
};
inline constexpr Field kVerticalFields[] = {
    {"size", "文字サイズ", FieldType::Plain, "本文の文字の大きさ", "size of the body text"},
    {"pitch", "行送り", FieldType::Plain, "行から行までの距離", "distance from line to line"},
    {"chars", "字詰め", FieldType::Integer, "一段の字数（なければ版面から）", "characters in a line of one tier", false,
     {}, {}, 5, 100},
    {"lines", "行数", FieldType::Integer, "一ページの行数（なければ版面から）", "lines across the page", false, {}, {}, 5,
     100},
    {"tiers", "段数", FieldType::Integer, "上下に並ぶ段の数", "tiers, one above the other", false, {}, {}, 1, 3},
    {"gap", "段間", FieldType::Plain, "段と段の間", "between tiers"},
    {"rule", "段の罫", FieldType::Plain, "段の間の罫の太さ", "rule between tiers"},
    {"styles", "スタイル", FieldType::Any, "縦組みで変える役割のスタイル", "styles that differ in vertical chapters"},
};
inline constexpr Field kFaceFields[] = {
    {"file", "ファイル", FieldType::Plain, "フォントのファイル", "font file", true},
    {"index", "番号", FieldType::Integer, "TTC の中の番号", "index within a collection", false, {}, {}, 0, 64},
    {"scale", "倍率", FieldType::Number, "文字サイズに対する倍率", "scale of the text size", false, {}, {}, 0.3, 3},
    {"centre", "全角中央", FieldType::Bool, "全角の枠の中央に置く", "centred in a cell of one em"},
};
inline constexpr Field kStackFields[] = {
    {"japanese", "和文", FieldType::Any, "和文フォント", "Japanese faces"},
    {"latin", "欧文", FieldType::Any, "欧文フォント", "Latin faces"},
    {"emoji", "絵文字", FieldType::Any, "絵文字フォント", "emoji faces"},
    {"fallback", "予備", FieldType::Any, "上にない字を探すフォント", "faces for what the others lack"},
    {"ruby", "ルビ", FieldType::Any, "ルビの和文フォント（なければ和文と同じ）", "Japanese faces of its ruby (none: the same)"},
};
inline constexpr Field kStyleFields[] = {
    {"font", "フォント", FieldType::Plain, "fonts の名前", "a name of fonts"},
    {"strong", "強調フォント", FieldType::Plain, "**強調** のフォント", "font of **bold**"},
    {"size", "文字サイズ", FieldType::Plain, "文字の大きさ", "text size"},
    {"pitch", "行送り", FieldType::Plain, "行送り（なければ本文の行に合わせる）",
     "line pitch (without: on the body's grid)"},
    {"color", "色", FieldType::Plain, "文字の色", "colour"},
    {"number_color", "番号の色", FieldType::Plain, "番号や見出し語の色", "colour of numbers and labels"},
    {"align", "揃え", FieldType::Choice, "行の揃え", "alignment", false, kAlignNames},
    {"indent",
     "字下げ",
     FieldType::Number,
     "一行目の字下げ（字数）",
     "first line indent in em",
     false,
     {},
     {},
     -20,
     40},
    {"start_indent",
     "頭の下げ",
     FieldType::Number,
     "行頭側の余白（字数）",
     "indent at the start in em",
     false,
     {},
     {},
     0,
     40},
    {"end_indent",
     "尻の下げ",
     FieldType::Number,
     "行末側の余白（字数）",
     "indent at the end in em",
     false,
     {},
     {},
     0,
     40},
    {"tracking",
     "字送り",
     FieldType::Number,
     "字間に足す量（字数）",
     "space after every character in em",
     false,
     {},
     {},
     -0.2,
     2},
    {"lines",
     "行取り",
     FieldType::Integer,
     "見出しが取る行数",
     "grid lines that the block takes",
     false,
     {},
     {},
     0,
     30},
    {"lines_before", "前の空き行", FieldType::Integer, "前に空ける行数", "blank lines before", false, {}, {}, 0, 30},
    {"lines_after", "後の空き行", FieldType::Integer, "後に空ける行数", "blank lines after", false, {}, {}, 0, 30},
    {"before", "前の空き", FieldType::Plain, "前の空き", "space before"},
    {"after", "後の空き", FieldType::Plain, "後の空き", "space after"},
    {"keep_next",
     "次と離さない",
     FieldType::Integer,
     "同じページに続く行数",
     "lines that must follow on the same page",
     false,
     {},
     {},
     0,
     20},
    {"phrase", "文節で改行", FieldType::Bool, "文節の間で改行する", "break lines between phrases"},
    {"hang", "ぶら下げ", FieldType::Choice, "句読点のぶら下げ", "hanging punctuation", false, kHangNames},
    {"tabs", "タブ", FieldType::PlainList, "タブの止め位置（字数、右・中央・小数点、リーダー）",
     "tab stops (ems, end/center/decimal, leader)"},
};
// The roles as keys of `styles`, each an object of the fields above.
inline constexpr auto kRoleFields = [] {
    std::array<Field, kRoleCount> fields{};
    for (std::size_t i = 0; i < kRoleCount; ++i)
        fields[i] = {kRoles[i].english, kRoles[i].japanese, FieldType::Object, kRoles[i].doc_ja, kRoles[i].doc_en, false, {}, kStyleFields};
    return fields;
}();
inline constexpr Field kCompositionFields[] = {
    {"kinsoku", "禁則", FieldType::Choice, "禁則の強さ", "strictness of kinsoku", false, kKinsokuNames},
    {"line_end", "行末の約物", FieldType::Choice, "行末の句読点の空き", "space of punctuation at line ends", false,
     kLineEndNames},
    {"brackets", "段落頭のかっこ", FieldType::Choice, "段落の頭のかっこ", "brackets at the head of paragraphs", false,
     kBracketNames},
    {"hang", "ぶら下げ", FieldType::Choice, "句読点のぶら下げ", "hanging punctuation", false, kHangNames},
    {"western_gap",
     "和欧間",
     FieldType::Number,
     "和文と欧文の間（字数）",
     "space between Japanese and Latin in em",
     false,
     {},
     {},
     0,
     0.5},
    {"hyphenation", "ハイフン分割", FieldType::Bool, "行末で欧文の単語をハイフンで分ける",
     "part Western words with a hyphen at line ends"},
    {"widows", "ページ頭の一行", FieldType::Choice, "段落の最後の一行だけがページの頭に来るとき",
     "the last line of a paragraph alone at the head of a page", false, kWidowNames},
    {"chapter_break", "章の始まり", FieldType::Choice, "章の始め方", "where chapters begin", false, kBreakNames},
    {"strong", "強調フォント", FieldType::Plain, "**強調** のフォント", "font of **bold**"},
};
inline constexpr Field kInterlinearFields[] = {
    {"ruby", "ルビ", FieldType::Number, "ルビの大きさ（親文字に対する割合）", "size of ruby in em of its base", false, {}, {},
     0.3, 0.6},
    {"ruby_least", "ルビの下限", FieldType::Plain, "ルビをこれより小さくしない", "ruby is no smaller than this"},
    {"ruby_overhang", "ルビの掛かり", FieldType::Choice, "親文字より長いルビを、隣の何の上まで出すか",
     "what a ruby longer than its base may reach over", false, kRubyOverhangNames},
    {"ruby_align", "ルビの付け方", FieldType::Choice, "縦組みの一字のルビを、字の中央に付けるか肩に付けるか",
     "ruby over a single character in vertical lines: centred, or from its head", false, kRubyAlignNames},
    {"dots", "圏点", FieldType::Plain, "横組みの圏点の形", "sign of emphasis dots in horizontal lines"},
    {"dots_vertical", "縦の圏点", FieldType::Plain, "縦組みの圏点の形", "sign of emphasis dots in vertical lines"},
    {"dots_size", "圏点の大きさ", FieldType::Number, "小さい圏点（• ﹅ ﹆）の大きさ（割合）",
     "size of small emphasis dots (• ﹅ ﹆) in em", false, {}, {}, 0.3, 1},
    {"sideline", "傍線", FieldType::Plain, "傍線の太さ", "thickness of sidelines"},
    {"warichu", "割注", FieldType::Number, "割注の文字の大きさ（行の文字に対する割合）",
     "size of warichu in em of its line", false, {}, {}, 0.4, 0.65},
    {"script", "添え字", FieldType::Number, "上付き・下付きの大きさ（割合）", "size of superior and inferior figures in em",
     false, {}, {}, 0.4, 0.8},
};
inline constexpr Field kHeadsFields[] = {
    {"shown", "出す", FieldType::Bool, "柱を出す", "show running heads"},
    {"distance", "離れ", FieldType::Plain, "版面から上への距離", "baseline above the type area"},
    {"rule", "罫", FieldType::Bool, "下に罫を引く", "with a rule below"},
    {"on_openings", "章の最初にも", FieldType::Bool, "章の最初のページにも出す", "also on the first page of chapters"},
    {"on_blanks", "白ページにも", FieldType::Bool, "改丁でできる白ページにも出す", "also on pages left blank"},
};
inline constexpr Field kFoliosFields[] = {
    {"shown", "出す", FieldType::Bool, "ノンブルを出す", "show folios"},
    {"distance", "離れ", FieldType::Plain, "版面から下への距離", "baseline below the type area"},
    {"on_openings", "章の最初にも", FieldType::Bool, "章の最初のページにも出す", "also on the first page of chapters"},
    {"on_blanks", "白ページにも", FieldType::Bool, "改丁でできる白ページにも出す", "also on pages left blank"},
    {"front", "前付", FieldType::Choice, "前付の番号", "numbers of the front matter", false, kFrontNames},
};
inline constexpr Field kOpeningFields[] = {
    {"lines", "行取り", FieldType::Integer, "章の頭が取る行数", "grid lines of a chapter's head", false, {}, {}, 2, 40},
    {"rule", "罫", FieldType::Plain, "題の下の罫の太さ", "rule under the title"},
    {"bar", "帯の太さ", FieldType::Plain, "題の上の短い帯の太さ", "short bar above the title"},
    {"bar_width", "帯の長さ", FieldType::Plain, "帯の長さ", "length of the bar"},
};
inline constexpr Field kDecorationFields[] = {
    {"accent", "主な色", FieldType::Plain, "見出しや罫の色", "colour of heads and rules"},
    {"tint", "地の色", FieldType::Plain, "表の見出しなどの地", "ground of table heads and cards"},
    {"rule", "罫の色", FieldType::Plain, "表の罫", "rules of tables"},
    {"rule_light", "薄い罫の色", FieldType::Plain, "目立たせない罫", "rules that stay in the background"},
    {"heavy", "太い罫", FieldType::Plain, "太い罫の太さ", "heavy rules"},
    {"light", "細い罫", FieldType::Plain, "細い罫の太さ", "light rules"},
    {"card_padding", "札の余白", FieldType::Plain, "意見の札の内側", "padding of opinion cards"},
    {"card_gap", "札の間", FieldType::Plain, "意見の札の間", "gap between opinion cards"},
    {"heading_rule", "節の罫", FieldType::Plain, "節の見出しの下の罫", "rule under section heads"},
};
inline constexpr Field kFiguresFields[] = {
    {"before", "前の空き", FieldType::Plain, "図の前の空き", "space before figures"},
    {"after", "後の空き", FieldType::Plain, "図の後の空き", "space after figures"},
    {"caption_gap", "キャプションの空き", FieldType::Plain, "図とキャプションの間", "between figure and caption"},
    {"max_height",
     "高さの上限",
     FieldType::Number,
     "版面の高さに対する割合",
     "share of the type area's height",
     false,
     {},
     {},
     0.1,
     1},
    {"photo_gap", "写真の間", FieldType::Plain, "並んだ写真の間", "between photos side by side"},
    {"photo_height", "写真の高さ", FieldType::Plain, "写真の組の一段の高さの目安", "height that rows of photos come near to"},
    {"wrap_gap",
     "回り込みの空き",
     FieldType::Number,
     "写真と横の文の間（本文の字数）",
     "between a picture and the text beside it, in em of the body",
     false,
     {},
     {},
     0.5,
     4},
    {"portrait_width", "顔写真の幅", FieldType::Plain, "寄稿の顔写真の幅", "width of an essay's portrait"},
};
inline constexpr Field kTablesFields[] = {
    {"look", "見た目", FieldType::Plain, "ふつうに使う見た目の名前", "the usual look, by name"},
    {"continues", "つづく", FieldType::Plain, "ページをまたぐ表の下に出す語", "words under a part that goes on"},
    {"continued", "つづき", FieldType::Plain, "次のページの題に添える語", "words after the caption of the next part"},
    {"joined", "ます目のつづき", FieldType::Plain, "つないだます目の文を次のページに出すときに添える語",
     "words after what a joined cell says again on the next page"},
    {"source", "出典", FieldType::Plain, "出典の前に置く語", "words before the source"},
    {"looks", "見た目の一覧", FieldType::Any, "名前: {罫, 地, 余白}", "name: {rules, tints, padding}"},
};
inline constexpr Field kLookFields[] = {
    {"top", "上の罫", FieldType::Plain, "表の上の罫の太さ", "rule above the table"},
    {"bottom", "下の罫", FieldType::Plain, "表の下の罫の太さ", "rule below the table"},
    {"head", "見出しの罫", FieldType::Plain, "見出しの下の罫の太さ", "rule under the heads"},
    {"rows", "行の罫", FieldType::Plain, "行の間の罫の太さ", "rules between rows"},
    {"columns", "列の罫", FieldType::Plain, "列の間の罫の太さ", "rules between columns"},
    {"stub", "行見出しの罫", FieldType::Plain, "行見出しの右の罫の太さ", "rule after the row heads"},
    {"sides", "左右の罫", FieldType::Plain, "表の左右の罫の太さ", "rules at both ends"},
    {"color", "色", FieldType::Plain, "外と見出しの罫の色", "colour of the outer rules and of those at heads"},
    {"light_color", "薄い色", FieldType::Plain, "行と列の罫の色", "colour of rules between rows and columns"},
    {"head_tint", "見出しの地", FieldType::Plain, "見出しの地の色（none：なし）", "ground of the heads (none)"},
    {"stub_tint", "行見出しの地", FieldType::Plain, "行見出しの地の色（none：なし）", "ground of row heads (none)"},
    {"stripe_tint", "一行おきの地", FieldType::Plain, "一行おきの地の色（none：なし）",
     "ground of every other row (none)"},
    {"padding", "左右の余白", FieldType::Number, "ます目の左右の余白（字数）", "room beside the text of a cell in em", false,
     {}, {}, 0, 3},
    {"leading", "上下の余白", FieldType::Number, "ます目の上下の余白（字数）", "room above and below it in em", false, {}, {},
     0, 3},
    {"centred", "中央に置く", FieldType::Bool, "幅の狭い表を版面の中央に置く", "a narrow table stands in the middle"},
    {"fill", "広げる割合", FieldType::Number, "版面のこの割合より広い表は版面いっぱいに広げる",
     "a table wider than this share of the measure fills it", false, {}, {}, 0, 1},
    {"spread_heads", "見出しの均等割り", FieldType::Bool, "短い見出しを均等割りにする", "short heads are spread evenly"},
    {"middle", "上下の中央", FieldType::Bool, "見出しと、何行にもまたがるます目を上下の中央に置く",
     "heads and cells over several rows stand in the middle of their height"},
};
inline constexpr Field kNumberingFields[] = {
    {"chapter", "章", FieldType::Plain, "章番号（{n} 算用数字、{k} 漢数字）", "chapters ({n} figures, {k} kanji)"},
    {"section", "節", FieldType::Plain, "節番号（{c} 章）", "sections ({c} chapter)"},
    {"subsection", "項", FieldType::Plain, "項番号（空：付けない）", "subsections (empty: none)"},
    {"article", "条", FieldType::Plain, "条文の番号（{n} 算用数字、{k} 漢数字）", "articles ({n} figures, {k} kanji)"},
    {"figure", "図", FieldType::Plain, "図番号", "figures"},
    {"table", "表", FieldType::Plain, "表番号", "tables"},
    {"figure_plain", "章なしの図", FieldType::Plain, "章番号のない章の図", "figures of chapters without number"},
    {"table_plain", "章なしの表", FieldType::Plain, "章番号のない章の表", "tables of chapters without number"},
    {"workshop", "ワークショップ", FieldType::Plain, "話し合いの回（{n} 算用数字、{k} 漢数字）",
     "workshops ({n} figures, {k} kanji)"},
};
inline constexpr Field kNotesFields[] = {
    {"numbering", "番号", FieldType::Choice, "注の番号をどこから数え直すか", "where the numbers of notes begin again",
     false, kNoteNumberNames},
    {"mark", "合印", FieldType::Plain, "合印の形（{n} 番号。なければ重ねる）", "form of the mark ({n} number; else repeated)"},
    {"continued", "つづきの印", FieldType::Plain, "次のページへ続く脚注の終わりの印",
     "sign at the end of a note that goes on overleaf"},
    {"before_stops", "句読点の前", FieldType::Bool, "句読点の後に書いた合印も前に出す",
     "marks stand before 。 and 、 also where they were typed after them"},
    {"side_width", "傍注の幅", FieldType::Plain, "小口の余白に置く傍注の幅", "width of the side notes' column"},
    {"side_gap", "傍注の離れ", FieldType::Plain, "版面から傍注まで", "between the type area and the side notes"},
};
inline constexpr Field kContentsFields[] = {
    {"leader", "リーダー", FieldType::Plain, "リーダーの字", "leader character"},
    {"leader_gap",
     "リーダーの空き",
     FieldType::Number,
     "リーダーの前後（字数）",
     "room around the leader in em",
     false,
     {},
     {},
     0,
     5},
};
inline constexpr Field kCoverFields[] = {
    {"photo_height",
     "写真の高さ",
     FieldType::Number,
     "紙の高さに対する割合",
     "share of the page height",
     false,
     {},
     {},
     0,
     1},
    {"title_top", "題の離れ", FieldType::Plain, "写真から題まで", "from the photo to the title"},
    {"margin", "余白", FieldType::Plain, "左右と下の余白", "margin at the sides and below"},
};
inline constexpr Field kLayoutFields[] = {
    {"name", "名前", FieldType::Plain, "レイアウトの名前", "name of the layout"},
    {"extends", "もと", FieldType::Plain, "もとにするレイアウト", "layout to start from"},
    {"page", "紙面", FieldType::Object, "紙の大きさ", "the page", false, {}, kPageFields},
    {"type_area", "基本版面", FieldType::Object, "基本版面", "the type area", false, {}, kAreaFields},
    {"columns", "段組み", FieldType::Object, "段組みの段の間", "columns", false, {}, kColumnsFields},
    {"vertical", "縦組み", FieldType::Object, "縦組みの章の版面", "pages of vertical chapters", false, {}, kVerticalFields},
    {"palette", "色見本", FieldType::Any, "名前: \"#rrggbb\"", "name: \"#rrggbb\""},
    {"fonts", "フォント", FieldType::Any, "名前: {和文, 欧文, 予備}", "name: {japanese, latin, fallback}"},
    {"composition", "組み方", FieldType::Object, "組み方の規則", "rules of composition", false, {}, kCompositionFields},
    {"interlinear", "行間", FieldType::Object, "ルビ・圏点・傍線・割注・添え字", "ruby, dots, sidelines, warichu, scripts",
     false, {}, kInterlinearFields},
    {"styles", "スタイル", FieldType::Any, "役割ごとのスタイル", "a style for each role"},
    {"running_heads", "柱", FieldType::Object, "柱", "running heads", false, {}, kHeadsFields},
    {"folios", "ノンブル", FieldType::Object, "ノンブル", "folios", false, {}, kFoliosFields},
    {"opening", "章の頭", FieldType::Object, "章の最初のページ", "the head of chapters", false, {}, kOpeningFields},
    {"decoration", "飾り", FieldType::Object, "色と罫", "colours and rules", false, {}, kDecorationFields},
    {"figures", "図版", FieldType::Object, "図と写真", "figures and photos", false, {}, kFiguresFields},
    {"tables", "表", FieldType::Object, "表", "tables", false, {}, kTablesFields},
    {"numbering", "番号", FieldType::Object, "番号の付け方", "numbering", false, {}, kNumberingFields},
    {"notes", "注", FieldType::Object, "脚注・後注・傍注", "notes", false, {}, kNotesFields},
    {"contents", "目次", FieldType::Object, "目次", "contents", false, {}, kContentsFields},
    {"cover", "表紙", FieldType::Object, "表紙", "cover", false, {}, kCoverFields},
};

} // namespace kumihan::spec
