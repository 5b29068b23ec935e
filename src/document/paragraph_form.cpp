#include "document/paragraph_form.h"

#include "base/language_tag.h"
#include "base/utf8.h"

#include <algorithm>
#include <optional>

namespace kumihan::document {
namespace {

constexpr std::string_view kWideSpace = "\xE3\x80\x80";
constexpr std::size_t kNone = std::string_view::npos;

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

// `name=value`, `name＝value` or `namevalue`.
std::optional<std::string_view> value_of(std::string_view word, std::string_view name) {
    if (!take(word, name)) return std::nullopt;
    if (!take(word, "=")) take(word, "＝");
    return word;
}

constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
    {"英語", "en"},         {"英文", "en"},         {"フランス語", "fr"}, {"ドイツ語", "de"},     {"イタリア語", "it"},
    {"スペイン語", "es"},   {"ポルトガル語", "pt"}, {"オランダ語", "nl"}, {"ロシア語", "ru"},     {"ラテン語", "la"},
    {"中国語", "zh-Hans"},  {"簡体字", "zh-Hans"},  {"繁体字", "zh-Hant"}, {"韓国語", "ko"},      {"朝鮮語", "ko"},
    {"ベトナム語", "vi"},   {"インドネシア語", "id"}, {"フィリピノ語", "fil"}, {"アイヌ語", "ain"}, {"日本語", "ja"}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A tag in its usual case: en-GB, zh-Hant. Nothing where it is none, or longer than any in use.
std::optional<std::string> language_tag(std::string_view text) {
    std::string out;
    std::size_t part = 0;
    for (std::size_t i = 0; i < text.size(); i = part + 1) {
        part = std::min(text.find('-', i), text.size());
        std::string one(text.substr(i, part - i));
        bool const letters = std::all_of(one.begin(), one.end(), is_letter);
        bool const signs = std::all_of(one.begin(), one.end(), [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
        if (one.empty() || !signs || (i == 0 && (!letters || one.size() < 2 || one.size() > 3))) return std::nullopt;
        for (std::size_t k = 0; k < one.size(); ++k) {
            bool const upper = i > 0 && letters && (one.size() == 2 || (one.size() == 4 && k == 0));
            if (is_letter(one[k])) one[k] = static_cast<char>(upper ? one[k] & ~0x20 : one[k] | 0x20);
        }
        out += (i > 0 ? "-" : "") + one;
    }
    if (out.empty() || out.size() > LanguageTag::kLongest || text.ends_with('-')) return std::nullopt;
    return out;
}

// Length of the number at the start of a stop.
std::size_t number_length(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && ((text[n] >= '0' && text[n] <= '9') || text[n] == '.'))
        ++n;
    return n;
}

// [words]{…}: the braces belong to the brackets; but those behind a tab, a note or a reference say nothing about these.
bool is_inline(std::string_view text, std::size_t open) {
    if (open == 0 || text[open - 1] != ']' || text.substr(0, open).ends_with("]]")) return false;
    auto const bracket = text.rfind('[', open);
    if (bracket == kNone) return false;
    auto const within = text.substr(bracket, open - bracket);
    return within != "[タブ]" && within != "[tab]" && !within.starts_with("[^");
}

bool read_word(std::string_view word, ParagraphForm& form) {
    if (auto const language = language_named(word)) form.language = *language;
    else if (word == "天付き" || word == "flush") form.place = ParagraphPlace::Flush;
    else if (word == "中央" || word == "center") form.place = ParagraphPlace::Center;
    else if (word == "地付き" || word == "行末" || word == "end") form.place = ParagraphPlace::End;
    else {
        for (std::string_view const name : {"字上げ", "raise"})
            if (auto const value = value_of(word, name); value && read_ems(*value, form.raise)) {
                form.place = ParagraphPlace::End;
                return true;
            }
        for (std::string_view const name : {"タブ", "tab"})
            if (auto const value = value_of(word, name))
                if (auto const stop = read_tab_stop(*value)) {
                    form.tabs.push_back(*stop);
                    return true;
                }
        // Further stops stand as bare words behind the first.
        if (form.tabs.empty() || number_length(word) == 0) return false;
        auto const stop = read_tab_stop(word);
        if (stop) form.tabs.push_back(*stop);
        return stop.has_value();
    }
    return true;
}

} // namespace

std::optional<std::string> language_named(std::string_view word) {
    for (auto const& [name, tag] : kLanguages)
        if (word == name) return std::string(tag);
    for (std::string_view const name : {"lang", "言語"})
        if (auto const value = value_of(word, name)) return language_tag(*value);
    return std::nullopt;
}

bool read_ems(std::string_view word, double& ems) {
    double value = 0, unit = 0;
    if (word.empty()) return false;
    for (std::size_t i = 0; i < word.size();) {
        auto const decoded = utf8::decode(word, i);
        auto c = decoded.code_point;
        if (c >= 0xFF10 && c <= 0xFF19) c = c - 0xFF10 + U'0';
        if (c == U'.' && unit == 0) {
            unit = 1;
        } else if (c >= U'0' && c <= U'9') {
            if (unit > 0) unit /= 10;
            value = unit > 0 ? value + unit * static_cast<double>(c - U'0') : value * 10 + static_cast<double>(c - U'0');
        } else {
            return false;
        }
        i += decoded.length;
        if (value > 100) return false;
    }
    ems = value;
    return true;
}

std::optional<TabStop> read_tab_stop(std::string_view text) {
    TabStop stop;
    auto const digits = number_length(text);
    if (!read_ems(text.substr(0, digits), stop.em)) return std::nullopt;
    text.remove_prefix(digits);
    constexpr std::pair<std::string_view, TabAlign> kAligns[] = {
        {"右", TabAlign::End},     {"行末", TabAlign::End},        {"end", TabAlign::End},
        {"中央", TabAlign::Center}, {"center", TabAlign::Center},   {"小数点", TabAlign::Decimal},
        {"decimal", TabAlign::Decimal}, {"左", TabAlign::Start},    {"行頭", TabAlign::Start},
        {"start", TabAlign::Start}};
    for (auto const& [name, align] : kAligns)
        if (take(text, name)) {
            stop.align = align;
            break;
        }
    if (text.size() > 12) return std::nullopt;
    stop.leader = text; // what is left is repeated before the stop
    return stop;
}

FoundForm find_form(std::string_view text) {
    FoundForm found;
    found.end = text.size();
    std::size_t last = text.size();
    while (last > 0 && (text[last - 1] == ' ' || text[last - 1] == '\n'))
        --last;
    if (last == 0 || text[last - 1] != '}') return found;
    auto const open = text.rfind('{', last);
    if (open == kNone || last - open > 300 || (open > 0 && text[open - 1] == '\\')) return found;
    if (is_inline(text, open)) return found;
    auto const inside = text.substr(open + 1, last - open - 2);
    if (inside.find('|') != kNone || inside.find("｜") != kNone) return found; // ruby
    bool any = false;
    std::vector<FoundForm::Unknown> unknown;
    for (std::size_t i = 0; i < inside.size();) {
        std::size_t const space = inside[i] == ' ' || inside[i] == ',' ? 1 : inside.substr(i).starts_with(kWideSpace) ||
                                  inside.substr(i).starts_with("、") ? 3 : 0;
        if (space > 0) {
            i += space;
            continue;
        }
        auto end = i;
        while (end < inside.size() && inside[end] != ' ' && inside[end] != ',' && !inside.substr(end).starts_with(kWideSpace) &&
               !inside.substr(end).starts_with("、"))
            ++end;
        if (read_word(inside.substr(i, end - i), found.form))
            any = true;
        else
            unknown.push_back({open + 1 + i, open + 1 + end});
        i = end;
    }
    if (!any) {
        found.form = {};
        return found;
    }
    std::sort(found.form.tabs.begin(), found.form.tabs.end(), [](TabStop const& a, TabStop const& b) { return a.em < b.em; });
    found.unknown = std::move(unknown);
    found.end = open;
    while (found.end > 0 && (text[found.end - 1] == ' ' || text[found.end - 1] == '\n'))
        --found.end;
    while (found.end >= 3 && text.substr(0, found.end).ends_with(kWideSpace))
        found.end -= 3;
    return found;
}

} // namespace kumihan::document
