#include "document/wide_marks.h"

namespace kumihan::document {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kWideSpace = "\xE3\x80\x80";
constexpr std::size_t kSign = 3; // bytes of a full-width sign
constexpr std::size_t kReach = 400;

bool escaped(std::string_view line, std::size_t at) { return at > 0 && line[at - 1] == '\\'; }

// ＃, also several or mixed with #, and a blank: a heading.
std::optional<WideMark> heading(std::string_view line) {
    std::size_t end = 0;
    bool wide = false;
    while (end < line.size())
        if (line.substr(end).starts_with("＃")) {
            wide = true;
            end += kSign;
        } else if (line[end] == '#') {
            ++end;
        } else {
            break;
        }
    auto const rest = line.substr(end);
    if (!wide || !(rest.starts_with(' ') || rest.starts_with(kWideSpace))) return std::nullopt;
    return WideMark{0, end, "#"};
}

// ［図：…］ and ［改ページ］ alone on the line, with the brackets of either width.
std::optional<WideMark> command(std::string_view line) {
    if (!line.starts_with("［") || !line.ends_with("］")) return std::nullopt;
    auto const inside = line.substr(kSign, line.size() - 2 * kSign);
    for (std::string_view const word : {"改ページ", "改頁", "名簿", "条文", "条文終わり", "段組み終わり"})
        if (inside == word) return WideMark{0, line.size(), "[…]"};
    for (std::string_view const word : {"図", "表", "写真", "段組み"})
        if (inside.starts_with(word) &&
            (inside.substr(word.size()).starts_with(':') || inside.substr(word.size()).starts_with("：")))
            return WideMark{0, line.size(), "[…]"};
    return std::nullopt;
}

// `open` … `close` on one line, with `between` inside where it must be.
std::optional<WideMark> pair(std::string_view line, std::string_view open, std::string_view close,
                             std::string_view narrow, std::string_view between = {}) {
    auto const begin = line.find(open);
    if (begin == kNone || escaped(line, begin)) return std::nullopt;
    auto const inside = begin + open.size();
    auto const end = line.substr(0, inside + kReach).find(close, inside);
    if (end == kNone || end == inside) return std::nullopt;
    if (!between.empty() && line.substr(inside, end - inside).find(between) == kNone) return std::nullopt;
    return WideMark{begin, end + close.size(), narrow};
}

} // namespace

std::optional<WideMark> find_wide_mark(std::string_view line) {
    if (line.find('\xEF') == kNone) return std::nullopt; // no full-width sign
    if (auto const found = heading(line)) return found;
    if (auto const found = command(line)) return found;
    if (auto const found = pair(line, "＊＊", "＊＊", "**…**")) return found;
    if (auto const found = pair(line, "［［", "］］", "[[…]]")) return found;
    return pair(line, "｛", "｝", "{…|…}", "｜");
}

} // namespace kumihan::document
