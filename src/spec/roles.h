// Role: every kind of text that a layout can style, with its names in layout files and what it is. One table: the reader,
// the schema, the messages and the test of the guide take the names from here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kumihan::spec {

enum class Role : std::uint8_t {
    Body,
    Lead,
    Quote,
    ListItem,
    Footnote,
    SideNote,
    Signature,
    ChapterLabel,
    ChapterTitle,
    Heading1,
    Heading2,
    Heading3,
    Caption,
    TableHead,
    TableCell,
    TableNote,
    FactLabel,
    FactValue,
    GroupName,
    GroupFeature,
    Opinion,
    HistoryDate,
    HistoryText,
    EssayLabel,
    EssayTitle,
    EssayAuthor,
    ContentsTitle,
    Contents1,
    Contents2,
    Contents3,
    ContentsFigure,
    ContentsFolio,
    CoverTitle,
    CoverSubtitle,
    CoverEdition,
    CoverPublisher,
    ColophonTitle,
    ColophonLabel,
    ColophonValue,
    ColophonNote,
    AlbumCaption,
    RunningHead,
    FolioText,
    Placeholder,
};

struct RoleName {
    std::string_view english, japanese, doc_ja, doc_en;
};

// In the order of Role.
inline constexpr std::array<RoleName, 44> kRoles{{
    {"body", "本文", "本文の段落。ほかの役割の土台", "paragraphs; what the other roles start from"},
    {"lead", "リード", "章の題の下のリード", "the lead under a chapter's title"},
    {"quote", "引用", "引用", "quotations"},
    {"list-item", "箇条書き", "箇条書き", "list items"},
    {"footnote", "脚注", "ページの下の注と、章や本の終わりの注", "footnotes and endnotes"},
    {"side-note", "傍注", "余白の注", "notes in the margin"},
    {"signature", "署名", "挨拶や寄稿の終わりの、日付と名前", "date and name at the end of forewords and essays"},
    {"chapter-label", "章番号", "章の題の上の「第1章」", "the chapter's number above its title"},
    {"chapter-title", "章の題", "章の題", "chapter titles"},
    {"heading-1", "節の見出し", "節の見出し（# ）", "section heads"},
    {"heading-2", "項の見出し", "項の見出し（## ）", "subsection heads"},
    {"heading-3", "小見出し", "小見出し（### ）", "minor heads"},
    {"caption", "キャプション", "図と表のキャプション", "captions of figures and tables"},
    {"table-head", "表の見出し", "表の見出しの行", "heads of tables"},
    {"table-cell", "表のます目", "表のます目", "cells of tables"},
    {"table-note", "表の注", "表の下の注", "notes under tables"},
    {"fact-label", "記録の項目", "ワークショップの「会場」などの見出し、プログラムの時刻", "labels of a workshop's facts"},
    {"fact-value", "記録の中身", "その右の中身", "what stands beside them"},
    {"group-name", "グループ名", "グループの名前", "names of groups"},
    {"group-feature", "グループの特色", "グループの特色", "what a group stands for"},
    {"opinion", "意見", "意見の札", "opinion cards"},
    {"history-date", "沿革の日付", "沿革の年月日", "dates of the history"},
    {"history-text", "沿革の事項", "沿革のできごと", "events of the history"},
    {"essay-label", "寄稿の肩見出し", "寄稿の題の上の「寄稿」", "the word above an essay's title"},
    {"essay-title", "寄稿の題", "寄稿の題", "essay titles"},
    {"essay-author", "寄稿者", "寄稿の題の下の、役職と名前", "role and name under an essay's title"},
    {"contents-title", "目次の見出し", "目次のページの「図の一覧」「表の一覧」", "heads within the contents"},
    {"contents-1", "目次の章", "目次の章", "chapters in the contents"},
    {"contents-2", "目次の節", "目次の節", "sections in the contents"},
    {"contents-3", "目次の項", "目次の項", "subsections in the contents"},
    {"contents-figure", "図表の一覧", "図の一覧、表の一覧", "the lists of figures and tables"},
    {"contents-folio", "目次のページ番号", "目次の「……」とページ番号", "leaders and page numbers of the contents"},
    {"cover-title", "表紙の書名", "表紙の書名", "the title on the cover"},
    {"cover-subtitle", "表紙の副題", "表紙の副題", "the subtitle on the cover"},
    {"cover-edition", "表紙の版", "表紙の版と日付", "edition and date on the cover"},
    {"cover-publisher", "表紙の発行者", "表紙の発行者", "the publisher on the cover"},
    {"colophon-title", "奥付の題", "奥付の題", "the head of the colophon"},
    {"colophon-label", "奥付の項目", "奥付の項目の名前", "labels of the colophon"},
    {"colophon-value", "奥付の中身", "奥付の項目の中身", "what stands beside them"},
    {"colophon-note", "奥付の文", "奥付の下の文章", "text below the colophon"},
    {"album-caption", "アルバムのキャプション", "写真のページのキャプション", "captions of album pages"},
    {"running-head", "柱", "柱", "running heads"},
    {"folio", "ノンブル", "ページ番号", "page numbers"},
    {"placeholder", "仮の枠", "--draft で写真の代わりに入る枠の文字", "text of the frames that stand for photos in drafts"},
}};
inline constexpr std::size_t kRoleCount = kRoles.size();
static_assert(static_cast<std::size_t>(Role::Placeholder) + 1 == kRoleCount);

} // namespace kumihan::spec
