#include "document/clauses.h"

#include "base/utf8.h"

namespace kumihan::document {
namespace {

constexpr std::string_view kWideSpace = "\xE3\x80\x80";
constexpr std::u32string_view kIroha = U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

bool is_open_number(char32_t c) { return c == U'○' || c == U'〇' || c == U'◯'; }

int digit_of(char32_t c) {
    if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
    if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
    return -1;
}
int kanji_digit(char32_t c) {
    auto const at = std::u32string_view{U"一二三四五六七八九"}.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at) + 1;
}

struct Reader {
    std::string_view text;
    std::size_t at = 0;

    char32_t peek() const { return at < text.size() ? utf8::decode(text, at).code_point : 0; }
    void skip() { at += utf8::decode(text, at).length; }
    bool take(std::string_view word) {
        if (!text.substr(at).starts_with(word)) return false;
        at += word.size();
        return true;
    }
    bool spaces() {
        auto const from = at;
        while (take(" ") || take(kWideSpace)) {}
        return at > from;
    }
    int figures() {
        int value = 0;
        int digits = 0;
        for (int d; digits < 4 && (d = digit_of(peek())) >= 0; ++digits) {
            value = value * 10 + d;
            skip();
        }
        return digits > 0 ? value : -1;
    }
    int kanji() { // up to 999
        int value = 0, last = 0;
        bool any = false;
        for (;; any = true) {
            char32_t const c = peek();
            if (int const d = kanji_digit(c); d > 0) last = d;
            else if (c == U'十' || c == U'百') {
                value += (last > 0 ? last : 1) * (c == U'十' ? 10 : 100);
                last = 0;
            } else
                break;
            skip();
        }
        return any ? value + last : -1;
    }
    int number() {
        if (is_open_number(peek())) {
            skip();
            return 0;
        }
        if (int const n = figures(); n >= 0) return n;
        return kanji();
    }
};

std::optional<ClauseMarker> article(std::string_view line) {
    Reader r{line, 0};
    if (!r.take("第")) return std::nullopt;
    ClauseMarker out;
    out.number = r.number();
    if (out.number < 0 || !r.take("条")) return std::nullopt;
    if (r.take("の")) {
        out.branch = r.number();
        if (out.branch <= 0) return std::nullopt;
    }
    bool const spaced = r.spaces();
    auto const after = line.substr(r.at);
    bool const wide = after.starts_with("（");
    if (wide || after.starts_with('(')) {
        auto const close = after.find(wide ? "）" : ")");
        if (close != std::string_view::npos) {
            out.title_begin = r.at + (wide ? 3 : 1);
            out.title_end = r.at + close;
            r.at += close + (wide ? 3 : 1);
            r.spaces();
            out.text = r.at;
            return out;
        }
    }
    if (!spaced && r.at < line.size()) return std::nullopt; // 第3条の規定により… is a sentence
    out.text = r.at;
    return out;
}

} // namespace

std::optional<ClauseMarker> clause_marker(std::string_view line) {
    if (auto found = article(line)) return found;
    Reader r{line, 0};
    ClauseMarker out;
    if (is_open_number(r.peek())) { // ○項, ○号, ○目
        r.skip();
        if (r.take("項")) out.level = ClauseLevel::Paragraph;
        else if (r.take("号")) out.level = ClauseLevel::Item;
        else if (r.take("目")) out.level = ClauseLevel::SubItem;
        else return std::nullopt;
    } else if (auto const iroha = kIroha.find(r.peek()); iroha != std::u32string_view::npos && r.peek() != 0) {
        out.level = ClauseLevel::SubItem;
        out.number = static_cast<int>(iroha) + 1;
        r.skip();
    } else if (int const figures = r.figures(); figures > 0) {
        out.level = ClauseLevel::Paragraph;
        out.number = figures;
        r.take(".");
    } else if (int const kanji = r.kanji(); kanji > 0) {
        out.level = ClauseLevel::Item;
        out.number = kanji;
    } else {
        return std::nullopt;
    }
    if (!r.spaces()) return std::nullopt;
    out.text = r.at;
    return out;
}

std::optional<std::pair<std::size_t, std::size_t>> title_line(std::string_view line) {
    constexpr std::string_view kOpen = "（", kClose = "）";
    if (!line.starts_with(kOpen) || !line.ends_with(kClose) || line.size() > 120) return std::nullopt;
    auto const inside = line.substr(kOpen.size(), line.size() - kOpen.size() - kClose.size());
    if (inside.empty() || inside.find(kOpen) != std::string_view::npos || inside.find("。") != std::string_view::npos)
        return std::nullopt;
    return std::pair{kOpen.size(), line.size() - kClose.size()};
}

std::vector<std::pair<std::size_t, std::size_t>> columns_of(std::string_view line) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    std::size_t from = 0;
    int depth = 0;
    auto add = [&](std::size_t begin, std::size_t end) {
        while (begin < end && (line[begin] == ' ' || line.substr(begin, end - begin).starts_with(kWideSpace)))
            begin += line[begin] == ' ' ? 1 : kWideSpace.size();
        while (end > begin && (line[end - 1] == ' ' || line.substr(begin, end - begin).ends_with(kWideSpace)))
            end -= line[end - 1] == ' ' ? 1 : kWideSpace.size();
        out.emplace_back(begin, end);
    };
    for (std::size_t i = 0; i < line.size(); i += utf8::decode(line, i).length) {
        if (line[i] == '{') ++depth;
        if (line[i] == '}' && depth > 0) --depth;
        std::size_t const bar = line[i] == '|' ? 1 : line.substr(i).starts_with("｜") ? 3 : 0;
        if (bar == 0 || depth > 0) continue;
        add(from, i);
        from = i + bar;
    }
    add(from, line.size());
    return out;
}

} // namespace kumihan::document
