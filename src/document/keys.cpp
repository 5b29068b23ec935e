#include "document/keys.h"

namespace kumihan::document::keys {
namespace {

using yaml::Field;
using yaml::Fields;
using yaml::FieldType;
using yaml::Name;

// One field, one entry, a few lines each.
// clang-format off
constexpr Name kKinds[] = {{"cover", "表紙"}, {"foreword", "挨拶"}, {"contents", "目次"}, {"text", "本文"},
                           {"workshop", "ワークショップ"}, {"history", "沿革"}, {"essay", "寄稿"}, {"album", "アルバム"},
                           {"colophon", "奥付"}};
constexpr Name kWritings[] = {{"horizontal", "横組み"}, {"vertical", "縦組み"}};
constexpr Name kNumerals[] = {{"arabic", "算用数字"}, {"kanji", "漢数字"}, {"positional", "位取り"}};
constexpr Name kNotePlaces[] = {{"foot", "脚注"}, {"end", "後注"}, {"book-end", "巻末"}, {"side", "傍注"}};
constexpr Name kDateStyles[] = {{"wareki", "和暦"}, {"seireki", "西暦"}, {"both", "併記"}};
constexpr Name kWidths[] = {{"full", "全幅"}, {"3/4", "四分の三"}, {"2/3", "三分の二"}, {"half", "半分"},
                            {"1/3", "三分の一"}, {"natural", "原寸"}, {"1/2", "二分の一"}};
constexpr Name kPlaces[] = {{"auto", "自動"}, {"here", "ここ"}, {"top", "上"}, {"bottom", "下"}, {"page", "全面"},
                            {"spread", "見開き"}};
constexpr Name kWraps[] = {{"none", "なし"}, {"left", "左"}, {"right", "右"}, {"top", "上"}, {"bottom", "下"}};
constexpr Name kCaptionSides[] = {{"below", "下"}, {"outer", "外側"}, {"inner", "内側"}};
constexpr Name kCrops[] = {{"none", "しない"}, {"allowed", "許す"}};
constexpr Name kInlineNames[] = {{"sideline", "傍線"}, {"double", "二重線"}, {"dotted", "点線"}, {"wavy", "波線"},
                                 {"warichu", "割注"}, {"superior", "上付き"}, {"inferior", "下付き"}};
constexpr Name kReadingScopes[] = {{"first", "初出"}, {"always", "すべて"}};
constexpr Name kAligns[] = {{"auto", "自動"}, {"left", "左"}, {"center", "中央"}, {"right", "右"},
                            {"decimal", "小数点"}, {"spread", "均等"}};
constexpr Name kTableWidths[] = {{"auto", "自動"}, {"full", "全幅"}, {"natural", "なりゆき"}};
constexpr Name kForms[] = {{"number", "番号"}, {"page", "ページ"}, {"title", "題"}};

constexpr Field kFigure[] = {
    {.english = "file", .japanese = "ファイル", .type = FieldType::Plain,
     .doc_ja = "写真や図のファイル。計画書のフォルダーから見た場所（例：photos/canal.jpg）。",
     .doc_en = "Picture file, relative to the plan's folder.", .required = true},
    {.english = "id", .japanese = "名前", .type = FieldType::Plain,
     .doc_ja = "本文から [[名前]] で参照するための名前。", .doc_en = "Name for references: [[id]]."},
    {.english = "caption", .japanese = "キャプション", .type = FieldType::Text,
     .doc_ja = "図の下に出す説明。", .doc_en = "Caption printed below."},
    {.english = "alt", .japanese = "代替テキスト", .type = FieldType::Plain,
     .doc_ja = "何が写っているかを一文で。画面を見ない読者に読み上げられる。",
     .doc_en = "What the picture shows, in one sentence, for readers who cannot see it."},
    {.english = "decorative", .japanese = "飾り", .type = FieldType::Bool,
     .doc_ja = "true なら飾りの図で、代替テキストはいらない。", .doc_en = "An ornament that needs no alternative text."},
    {.english = "credit", .japanese = "撮影", .type = FieldType::Plain, .doc_ja = "撮影者や提供者。",
     .doc_en = "Who took or lent the picture."},
    {.english = "date", .japanese = "撮影日", .type = FieldType::Date, .doc_ja = "撮影した日（2019-06-15、2019-06、2019）。",
     .doc_en = "When it was taken."},
    {.english = "width", .japanese = "幅", .type = FieldType::Choice, .doc_ja = "版面の幅に対する大きさ。",
     .doc_en = "Width relative to the text.", .choices = kWidths},
    {.english = "place", .japanese = "位置", .type = FieldType::Choice,
     .doc_ja = "置く場所。ここ・上・下（ページの頭か足）・全面（1ページ）・見開き（向かい合う2ページ）。",
     .doc_en = "Where it stands: here, top, bottom, a page or a spread of its own.", .choices = kPlaces},
    {.english = "wrap", .japanese = "回り込み", .type = FieldType::Choice,
     .doc_ja = "写真を左か右（縦組みの章では上か下）に置き、次の段落をその横に回り込ませる（幅は半分か三分の一）。",
     .doc_en = "Stands left or right (top or bottom in vertical chapters) with the next paragraphs beside it (width half or 1/3).", .choices = kWraps},
    {.english = "bleed", .japanese = "裁ち切り", .type = FieldType::Bool,
     .doc_ja = "true なら紙の端まで広げる（位置が上・下・全面・見開きのとき）。",
     .doc_en = "Reaches the edges of the paper (top, bottom, page, spread)."},
    {.english = "caption_side", .japanese = "キャプションの位置", .type = FieldType::Choice,
     .doc_ja = "キャプションを図の下・外側・内側のどこに置くか。", .doc_en = "Caption below the picture or beside it.",
     .choices = kCaptionSides},
    {.english = "crop", .japanese = "切り抜き", .type = FieldType::Choice,
     .doc_ja = "許す と書けば、場所に合わせて端を切ってよい。", .doc_en = "Whether it may be cut to fill its place.",
     .choices = kCrops},
    {.english = "ratio", .japanese = "縦横比", .type = FieldType::Plain,
     .doc_ja = "この形（横:縦、例：\"4:3\"）に切り抜く。", .doc_en = "Cut to this shape, width:height."},
    {.english = "focus", .japanese = "注目点", .type = FieldType::Any,
     .doc_ja = "切り抜くときに残すところ。左上・中央などの語か、[左からの%, 上からの%]。",
     .doc_en = "What a cut must keep: top-left, centre …, or [% from the left, % from the top]."},
    {.english = "numbered", .japanese = "番号", .type = FieldType::Bool, .doc_ja = "図番号を付けるか（ふつうは付ける）。",
     .doc_en = "Whether it gets a number (default true)."},
    {.english = "spans", .japanese = "段抜き", .type = FieldType::Bool,
     .doc_ja = "段組みのとき、全部の段にわたる幅に置くか。", .doc_en = "Whether it spans all columns."},
};

constexpr Field kPhotoGroup[] = {
    {.english = "id", .japanese = "名前", .type = FieldType::Plain,
     .doc_ja = "[写真:名前] で置き、[[名前]] で参照するための名前。", .doc_en = "Name: [photos:id] places it, [[id]] refers to it."},
    {.english = "photos", .japanese = "写真", .type = FieldType::ObjectList, .doc_ja = "並べる写真（2枚から9枚）。",
     .doc_en = "Two to nine photos.", .required = true, .object = kFigure},
    {.english = "caption", .japanese = "キャプション", .type = FieldType::Text,
     .doc_ja = "全部の写真に共通の説明。下に一つ出る。", .doc_en = "One caption for all of them."},
    {.english = "credit", .japanese = "撮影", .type = FieldType::Plain, .doc_ja = "撮影者や提供者。",
     .doc_en = "Who took or lent the pictures."},
    {.english = "date", .japanese = "撮影日", .type = FieldType::Date, .doc_ja = "撮影した日。", .doc_en = "When they were taken."},
    {.english = "place", .japanese = "位置", .type = FieldType::Choice, .doc_ja = "置く場所（自動・ここ・上・下・全面）。",
     .doc_en = "Where they stand.", .choices = kPlaces},
    {.english = "crop", .japanese = "切り抜き", .type = FieldType::Choice,
     .doc_ja = "許す と書けば、同じ形に切りそろえて並べる。", .doc_en = "Whether they may be cut to one shape.",
     .choices = kCrops},
    {.english = "ratio", .japanese = "縦横比", .type = FieldType::Plain,
     .doc_ja = "切りそろえる形（横:縦、例：\"4:3\"）。", .doc_en = "The shape they are cut to, width:height."},
    {.english = "numbered", .japanese = "番号", .type = FieldType::Bool, .doc_ja = "図番号を付けるか（ふつうは付ける）。",
     .doc_en = "Whether the group gets a number (default true)."},
};

constexpr Field kTableColumn[] = {
    {.english = "align", .japanese = "揃え", .type = FieldType::Choice, .doc_ja = "列の揃え。", .doc_en = "Alignment.",
     .choices = kAligns},
    {.english = "width", .japanese = "幅", .type = FieldType::Plain,
     .doc_ja = "列の幅。30mm、8字のように書く。数だけなら、ほかの列に対する比。",
     .doc_en = "30mm, 8em, or a number: relative to the other columns."},
};

constexpr Field kTableCell[] = {
    {.english = "text", .japanese = "文", .type = FieldType::Prose, .doc_ja = "ます目の文。「|」の下には段落や箇条書きも書ける。",
     .doc_en = "Text; paragraphs and lists below '|'."},
    {.english = "align", .japanese = "揃え", .type = FieldType::Choice, .doc_ja = "このます目だけの揃え。",
     .doc_en = "Alignment of this cell alone.", .choices = kAligns},
    {.english = "head", .japanese = "見出し", .type = FieldType::Bool, .doc_ja = "行の途中に置く見出しなら true。",
     .doc_en = "A heading among the rows."},
};

constexpr Field kTable[] = {
    {.english = "id", .japanese = "名前", .type = FieldType::Plain, .doc_ja = "本文から [[名前]] で参照するための名前。",
     .doc_en = "Name for references: [[id]]."},
    {.english = "caption", .japanese = "キャプション", .type = FieldType::Text, .doc_ja = "表の上に出す題。",
     .doc_en = "Caption printed above."},
    {.english = "columns", .japanese = "列", .type = FieldType::ObjectList, .doc_ja = "列ごとの揃えと幅。",
     .doc_en = "Alignment and width of each column.", .object = kTableColumn},
    {.english = "head", .japanese = "見出し", .type = FieldType::CellRows, .doc_ja = "見出しの行。二段以上なら行の並び。",
     .doc_en = "Heading row, or a list of them.", .object = kTableCell},
    {.english = "rows", .japanese = "行", .type = FieldType::CellTable,
     .doc_ja = "行の並び。行はます目の並び。「<」は左の、「^」は上のます目とつながる。",
     .doc_en = "Rows, each a list of cells; '<' joins the cell on the left, '^' the one above.", .object = kTableCell},
    {.english = "file", .japanese = "ファイル", .type = FieldType::Plain,
     .doc_ja = "行の代わりに読む CSV ファイル（例：tables/members.csv）。", .doc_en = "A CSV file in place of rows."},
    {.english = "head_rows", .japanese = "見出しの行数", .type = FieldType::Integer,
     .doc_ja = "はじめの何行が見出しか。CSV ではふつう 1。", .doc_en = "How many of the first rows are headings; CSV: 1.",
     .low = 0, .high = 10},
    {.english = "row_heads", .japanese = "行見出し", .type = FieldType::Bool, .doc_ja = "最初の列が行の見出しなら true。",
     .doc_en = "The first column holds row headings."},
    {.english = "head_columns", .japanese = "見出しの列数", .type = FieldType::Integer,
     .doc_ja = "はじめの何列が行の見出しか。", .doc_en = "How many of the first columns hold row headings.", .low = 0,
     .high = 10},
    {.english = "look", .japanese = "見た目", .type = FieldType::Plain, .doc_ja = "レイアウトにある表の見た目の名前。",
     .doc_en = "A look of the layout, by name."},
    {.english = "width", .japanese = "幅", .type = FieldType::Choice,
     .doc_ja = "全幅なら版面いっぱい、なりゆきなら内容の幅。", .doc_en = "Fill the measure, or as wide as the content.",
     .choices = kTableWidths},
    {.english = "turned", .japanese = "横倒し", .type = FieldType::Bool,
     .doc_ja = "true なら、横に倒して別のページに置く。", .doc_en = "Turned, on a page of its own."},
    {.english = "spans", .japanese = "段抜き", .type = FieldType::Bool, .doc_ja = "true なら、全部の段にわたる。",
     .doc_en = "Over all columns."},
    {.english = "note", .japanese = "注", .type = FieldType::TextList, .doc_ja = "表の下に出す注。いくつか並べてもよい。",
     .doc_en = "Notes printed below."},
    {.english = "source", .japanese = "出典", .type = FieldType::Text, .doc_ja = "表の下に「出典：」として出す。",
     .doc_en = "Source, printed below the notes."},
    {.english = "numbered", .japanese = "番号", .type = FieldType::Bool, .doc_ja = "表番号を付けるか（ふつうは付ける）。",
     .doc_en = "Whether it gets a number (default true)."},
};

constexpr Field kSection[] = {
    {.english = "title", .japanese = "題名", .type = FieldType::Text, .doc_ja = "節の題。", .doc_en = "Heading.", .required = true},
    {.english = "id", .japanese = "名前", .type = FieldType::Plain, .doc_ja = "参照するための名前。",
     .doc_en = "Name for references."},
    {.english = "body", .japanese = "本文", .type = FieldType::Prose, .doc_ja = "節の本文。", .doc_en = "Text."},
};

constexpr Field kProgramItem[] = {
    {.english = "time", .japanese = "時刻", .type = FieldType::Plain, .doc_ja = "時刻（例：\"13:30\"）。", .doc_en = "Time of day."},
    {.english = "item", .japanese = "内容", .type = FieldType::Text, .doc_ja = "その時刻に行うこと。", .doc_en = "What happens.",
     .required = true},
};

constexpr Field kGroup[] = {
    {.english = "name", .japanese = "名称", .type = FieldType::Plain, .doc_ja = "グループの名。", .doc_en = "Name of the group.",
     .required = true},
    {.english = "people", .japanese = "人数", .type = FieldType::Integer, .doc_ja = "人数。", .doc_en = "Number of people.",
     .low = 0, .high = 100000},
    {.english = "feature", .japanese = "特色", .type = FieldType::Text, .doc_ja = "グループの特色。",
     .doc_en = "What marks the group."},
    {.english = "opinions", .japanese = "意見", .type = FieldType::TextList, .doc_ja = "出された意見の並び。",
     .doc_en = "Opinions, one per line."},
    {.english = "body", .japanese = "本文", .type = FieldType::Prose, .doc_ja = "グループの話し合いの記録。",
     .doc_en = "Account of the discussion."},
};

constexpr Field kHistoryEvent[] = {
    {.english = "date", .japanese = "日付", .type = FieldType::Date, .doc_ja = "日付（2019-06-15、2019-06、2019）。",
     .doc_en = "Date, as exact as known.", .required = true},
    {.english = "text", .japanese = "事項", .type = FieldType::Text, .doc_ja = "出来事。", .doc_en = "What happened.", .required = true},
    {.english = "category", .japanese = "区分", .type = FieldType::Plain, .doc_ja = "区分（例：定例会）。",
     .doc_en = "Kind of event."},
};

constexpr Field kColophonItem[] = {
    {.english = "label", .japanese = "項目名", .type = FieldType::Plain, .doc_ja = "項目名（例：印刷）。", .doc_en = "Label.",
     .required = true},
    {.english = "value", .japanese = "値", .type = FieldType::Text, .doc_ja = "内容。", .doc_en = "Value.", .required = true},
};

constexpr Field kPlan[] = {
    {.english = "title", .japanese = "題名", .type = FieldType::Plain, .doc_ja = "計画書の題名。", .doc_en = "Title of the report.",
     .required = true},
    {.english = "subtitle", .japanese = "副題", .type = FieldType::Plain, .doc_ja = "副題。", .doc_en = "Subtitle."},
    {.english = "edition", .japanese = "版", .type = FieldType::Plain, .doc_ja = "版（例：初版）。", .doc_en = "Edition."},
    {.english = "printing", .japanese = "刷", .type = FieldType::Plain, .doc_ja = "刷（例：第1刷）。", .doc_en = "Printing."},
    {.english = "publisher", .japanese = "発行者", .type = FieldType::Plain, .doc_ja = "発行者。", .doc_en = "Publisher."},
    {.english = "editor", .japanese = "編集者", .type = FieldType::Plain, .doc_ja = "編集者。", .doc_en = "Editor."},
    {.english = "date", .japanese = "発行日", .type = FieldType::Date, .doc_ja = "発行日（2021-08-31）。",
     .doc_en = "Date of issue."},
    {.english = "language", .japanese = "言語", .type = FieldType::Plain, .doc_ja = "文書の言語（ja）。",
     .doc_en = "Language of the document (ja)."},
    {.english = "description", .japanese = "説明", .type = FieldType::Plain, .doc_ja = "PDF の文書情報に入れる説明。",
     .doc_en = "Description for the PDF's metadata."},
    {.english = "keywords", .japanese = "キーワード", .type = FieldType::PlainList, .doc_ja = "PDF の文書情報に入れる語。",
     .doc_en = "Keywords for the PDF's metadata."},
    {.english = "layout", .japanese = "レイアウト", .type = FieldType::Plain, .doc_ja = "レイアウトの名前（例：a4-report）か場所。",
     .doc_en = "Name or path of the layout."},
    {.english = "output", .japanese = "出力", .type = FieldType::Plain, .doc_ja = "できる PDF のファイル名。",
     .doc_en = "File name of the PDF."},
    {.english = "date_style", .japanese = "日付の書き方", .type = FieldType::Choice, .doc_ja = "日付を和暦・西暦・併記のどれで出すか。",
     .doc_en = "How dates are printed.", .choices = kDateStyles},
    {.english = "weekdays", .japanese = "曜日を出す", .type = FieldType::Bool, .doc_ja = "日付に曜日を付けるか。",
     .doc_en = "Whether full dates carry the weekday."},
    {.english = "photo_ppi", .japanese = "写真の解像度", .type = FieldType::Integer,
     .doc_ja = "写真の解像度。画面用は 200、印刷用は 300 から 350。", .doc_en = "Resolution of photos; 200 for screens.",
     .low = 72, .high = 1200},
    {.english = "writing", .japanese = "組み方", .type = FieldType::Choice, .doc_ja = "横組みか縦組みか（章ごとに変えられる）。",
     .doc_en = "Horizontal or vertical lines; a chapter may differ.", .choices = kWritings},
    {.english = "numerals", .japanese = "数字", .type = FieldType::Choice,
     .doc_ja = "縦組みの章の数字。漢数字は 二〇一九年・三十名、位取りは 三〇名。",
     .doc_en = "Numbers of vertical chapters: as typed, as kanji, as kanji by position.", .choices = kNumerals},
    {.english = "notes", .japanese = "注の位置", .type = FieldType::Choice, .doc_ja = "注を置くところ。脚注、章の終わりの後注、巻末、傍注のどれか。",
     .doc_en = "Where notes stand: at the foot of the page, at the end of the chapter or of the book, in the margin.", .choices = kNotePlaces},
    {.english = "readings", .japanese = "読み", .type = FieldType::Any,
     .doc_ja = "語と読みの一覧（例：小樽: お|たる）。本文の語に読みがルビで付く。",
     .doc_en = "Words and their readings (小樽: お|たる), printed as ruby in the text."},
    {.english = "readings_scope", .japanese = "読みの範囲", .type = FieldType::Choice,
     .doc_ja = "読みを章ごとの初出だけに付けるか、すべてに付けるか。",
     .doc_en = "Readings at the first occurrence in each chapter, or always.", .choices = kReadingScopes},
    {.english = "furigana", .japanese = "総ルビ", .type = FieldType::Bool,
     .doc_ja = "true なら、読みの分かる漢字の語すべてにルビを付ける（総ルビ版）。",
     .doc_en = "A furigana edition: ruby over every kanji word whose reading is known."},
    {.english = "allow_folders", .japanese = "使ってよいフォルダー", .type = FieldType::PlainList,
     .doc_ja = "計画書のフォルダーの外で、写真などを使ってよいフォルダー。",
     .doc_en = "Folders outside the plan's that may be used."},
    {.english = "chapters", .japanese = "章", .type = FieldType::PlainList, .doc_ja = "章のファイル名を、出す順に。",
     .doc_en = "Chapter files in order.", .required = true},
};

constexpr Field kCommon[] = {
    {.english = "kind", .japanese = "種類", .type = FieldType::Choice, .doc_ja = "章の種類。", .doc_en = "Kind of chapter.",
     .required = true, .choices = kKinds},
    {.english = "title", .japanese = "題名", .type = FieldType::Text, .doc_ja = "章の題。", .doc_en = "Title of the chapter."},
    {.english = "id", .japanese = "名前", .type = FieldType::Plain, .doc_ja = "ほかの章から [[名前]] で参照するための名前。",
     .doc_en = "Name for references: [[id]]."},
    {.english = "short_title", .japanese = "柱", .type = FieldType::Plain, .doc_ja = "ページの端（柱）に出す短い題。",
     .doc_en = "Short title for the running head."},
    {.english = "numbered", .japanese = "番号", .type = FieldType::Bool, .doc_ja = "「第1章」の番号を付けるか。",
     .doc_en = "Whether the chapter is numbered."},
    {.english = "in_contents", .japanese = "目次に載せる", .type = FieldType::Bool, .doc_ja = "目次に載せるか。",
     .doc_en = "Whether the contents list it."},
    {.english = "lead", .japanese = "リード", .type = FieldType::Text, .doc_ja = "題の下に置く導入の文。",
     .doc_en = "Introductory lines below the title."},
    {.english = "writing", .japanese = "組み方", .type = FieldType::Choice, .doc_ja = "この章を横組みにするか、縦組みにするか。",
     .doc_en = "Horizontal or vertical lines in this chapter.", .choices = kWritings},
    {.english = "numerals", .japanese = "数字", .type = FieldType::Choice, .doc_ja = "この章が縦組みのときの数字。",
     .doc_en = "Numbers of this chapter when its lines are vertical.", .choices = kNumerals},
    {.english = "columns", .japanese = "段数", .type = FieldType::Integer,
     .doc_ja = "段組みの段の数（横組みは左右、縦組みは上下に並ぶ）。",
     .doc_en = "Columns; in vertical writing tiers, one above the other.", .low = 1, .high = 3},
    {.english = "notes", .japanese = "注の位置", .type = FieldType::Choice, .doc_ja = "この章の注を置くところ。",
     .doc_en = "Where the notes of this chapter stand.", .choices = kNotePlaces},
    {.english = "readings", .japanese = "読み", .type = FieldType::Bool,
     .doc_ja = "false なら、この章には計画書の「読み」を付けない。",
     .doc_en = "false: the plan's readings are not printed in this chapter."},
    {.english = "body", .japanese = "本文", .type = FieldType::Prose, .doc_ja = "本文。「|」の下に字下げして書く。",
     .doc_en = "Text, indented below '|'."},
    {.english = "figures", .japanese = "図", .type = FieldType::ObjectList,
     .doc_ja = "本文に置く図。[図:名前] の行に出る。置かない図は本文の終わりに出る。",
     .doc_en = "Figures placed by [figure:id]; others end the text.", .object = kFigure},
    {.english = "tables", .japanese = "表", .type = FieldType::ObjectList,
     .doc_ja = "本文に置く表。[表:名前] の行に出る。置かない表は本文の終わりに出る。",
     .doc_en = "Tables placed by [table:id]; others end the text.", .object = kTable},
    {.english = "photo_groups", .japanese = "写真の組", .type = FieldType::ObjectList,
     .doc_ja = "まとめて並べる写真。[写真:名前] の行に出る。置かない組は本文の終わりに出る。",
     .doc_en = "Photos set together, placed by [photos:id]; others end the text.", .object = kPhotoGroup},
};

constexpr Field kCover[] = {
    {.english = "photo", .japanese = "写真", .type = FieldType::Object, .doc_ja = "表紙の写真。", .doc_en = "Cover picture.",
     .object = kFigure},
};
constexpr Field kForeword[] = {
    {.english = "photo", .japanese = "写真", .type = FieldType::Object, .doc_ja = "書き手の写真。", .doc_en = "Portrait.",
     .object = kFigure},
    {.english = "role", .japanese = "役職", .type = FieldType::Plain, .doc_ja = "書き手の役職。", .doc_en = "Role of the writer."},
    {.english = "name", .japanese = "氏名", .type = FieldType::Plain, .doc_ja = "書き手の氏名。", .doc_en = "Name of the writer."},
    {.english = "date", .japanese = "日付", .type = FieldType::Date, .doc_ja = "終わりに出す日付。", .doc_en = "Date at the end."},
};
constexpr Field kContents[] = {
    {.english = "depth", .japanese = "深さ", .type = FieldType::Integer, .doc_ja = "載せる見出しの深さ（1 章、2 節、3 項）。",
     .doc_en = "Levels of headings: 1 to 3.", .low = 1, .high = 3},
    {.english = "list_of_figures", .japanese = "図の一覧", .type = FieldType::Bool, .doc_ja = "図の一覧を付けるか。",
     .doc_en = "Adds a list of figures."},
    {.english = "list_of_tables", .japanese = "表の一覧", .type = FieldType::Bool, .doc_ja = "表の一覧を付けるか。",
     .doc_en = "Adds a list of tables."},
};
constexpr Field kText[] = {
    {.english = "sections", .japanese = "節", .type = FieldType::ObjectList, .doc_ja = "節の並び。本文の後に出る。",
     .doc_en = "Sections printed after the body.", .object = kSection},
};
constexpr Field kWorkshop[] = {
    {.english = "number", .japanese = "回", .type = FieldType::Integer, .doc_ja = "第何回か。", .doc_en = "Which one it was.",
     .low = 1, .high = 1000},
    {.english = "date", .japanese = "日付", .type = FieldType::Date, .doc_ja = "開催日。", .doc_en = "Day it was held."},
    {.english = "weekday", .japanese = "曜日", .type = FieldType::Plain, .doc_ja = "開催日の曜日。書けば日付と照らし合わせる。",
     .doc_en = "Weekday; checked against the date."},
    {.english = "time", .japanese = "時間", .type = FieldType::Plain, .doc_ja = "時間（例：\"13:30–16:00\"）。", .doc_en = "Hours."},
    {.english = "venue", .japanese = "会場", .type = FieldType::Plain, .doc_ja = "会場。", .doc_en = "Venue."},
    {.english = "organizer", .japanese = "主催", .type = FieldType::Plain, .doc_ja = "主催。", .doc_en = "Organizer."},
    {.english = "facilitator", .japanese = "進行", .type = FieldType::Plain, .doc_ja = "進行役。", .doc_en = "Facilitator."},
    {.english = "participants", .japanese = "参加者数", .type = FieldType::Plain, .doc_ja = "参加者数（30 は「30名」と出る）。",
     .doc_en = "Number of participants."},
    {.english = "theme", .japanese = "テーマ", .type = FieldType::Text, .doc_ja = "テーマ。", .doc_en = "Theme."},
    {.english = "program", .japanese = "プログラム", .type = FieldType::ObjectList, .doc_ja = "時刻と内容の並び。",
     .doc_en = "Times and items.", .object = kProgramItem},
    {.english = "groups", .japanese = "グループ", .type = FieldType::ObjectList, .doc_ja = "グループごとの特色と意見。",
     .doc_en = "Groups with their opinions.", .object = kGroup},
    {.english = "summary", .japanese = "全体のまとめ", .type = FieldType::Prose, .doc_ja = "全体のまとめ。",
     .doc_en = "Summary of the whole."},
    {.english = "photos", .japanese = "写真", .type = FieldType::ObjectList, .doc_ja = "当日の写真。", .doc_en = "Photos.",
     .object = kFigure},
};
constexpr Field kHistory[] = {
    {.english = "events", .japanese = "出来事", .type = FieldType::ObjectList, .doc_ja = "出来事の並び。表になる。",
     .doc_en = "Events, printed as a table.", .object = kHistoryEvent},
};
constexpr Field kEssay[] = {
    {.english = "role", .japanese = "役職", .type = FieldType::Plain, .doc_ja = "書き手の役職。", .doc_en = "Role of the writer."},
    {.english = "name", .japanese = "氏名", .type = FieldType::Plain, .doc_ja = "書き手の氏名。", .doc_en = "Name of the writer."},
    {.english = "term", .japanese = "期", .type = FieldType::Plain, .doc_ja = "在任の期（例：第1期）。", .doc_en = "Term of office."},
    {.english = "date", .japanese = "日付", .type = FieldType::Date, .doc_ja = "書いた日。", .doc_en = "Date of writing."},
    {.english = "portrait", .japanese = "顔写真", .type = FieldType::Object, .doc_ja = "書き手の写真。", .doc_en = "Portrait.",
     .object = kFigure},
};
constexpr Field kAlbum[] = {
    {.english = "photos", .japanese = "写真", .type = FieldType::ObjectList, .doc_ja = "写真の並び。", .doc_en = "Photos.",
     .object = kFigure},
    {.english = "per_page", .japanese = "1ページの枚数", .type = FieldType::Integer, .doc_ja = "1ページに並べる枚数。",
     .doc_en = "Photos on one page.", .low = 1, .high = 6},
};
constexpr Field kColophon[] = {
    {.english = "items", .japanese = "項目", .type = FieldType::ObjectList, .doc_ja = "発行日などのほかに載せる項目。",
     .doc_en = "Items beside those of plan.yaml.", .object = kColophonItem},
};

constexpr Object kObjects[] = {
    {"plan", "計画書", kPlan}, {"chapter", "章", kCommon},
    {"cover", "表紙", kCover}, {"foreword", "挨拶", kForeword}, {"contents", "目次", kContents}, {"text", "本文", kText},
    {"workshop", "ワークショップ", kWorkshop}, {"history", "沿革", kHistory}, {"essay", "寄稿", kEssay},
    {"album", "アルバム", kAlbum}, {"colophon", "奥付", kColophon},
    {"figure", "図", kFigure}, {"photo group", "写真の組", kPhotoGroup}, {"table", "表", kTable}, {"table column", "表の列", kTableColumn},
    {"table cell", "表のます目", kTableCell},
    {"section", "節", kSection}, {"program item", "プログラム", kProgramItem}, {"group", "グループ", kGroup},
    {"history event", "出来事", kHistoryEvent}, {"colophon item", "奥付の項目", kColophonItem},
};

// clang-format on

} // namespace

std::span<Name const> kinds() { return kKinds; }
Fields plan() { return kPlan; }
Fields common() { return kCommon; }

Fields of_kind(Kind kind) {
    switch (kind) {
    case Kind::Cover:
        return kCover;
    case Kind::Foreword:
        return kForeword;
    case Kind::Contents:
        return kContents;
    case Kind::Text:
        return kText;
    case Kind::Workshop:
        return kWorkshop;
    case Kind::History:
        return kHistory;
    case Kind::Essay:
        return kEssay;
    case Kind::Album:
        return kAlbum;
    case Kind::Colophon:
        return kColophon;
    }
    return {};
}

Fields section() { return kSection; }
Fields figure() { return kFigure; }
Fields photo_group() { return kPhotoGroup; }
Fields table() { return kTable; }
Fields table_column() { return kTableColumn; }
Fields table_cell() { return kTableCell; }
Fields program_item() { return kProgramItem; }
Fields group() { return kGroup; }
Fields history_event() { return kHistoryEvent; }
Fields colophon_item() { return kColophonItem; }
std::span<Name const> reference_forms() { return kForms; }
std::span<Name const> inline_names() { return kInlineNames; }
std::span<Object const> objects() { return kObjects; }

} // namespace kumihan::document::keys
