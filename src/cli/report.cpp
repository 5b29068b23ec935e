#include "cli/report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace kumihan::cli {

namespace {

constexpr std::array<char const*, 6> kKinds{"natural", "reduced", "stretched", "hung", "overfull", "loose"};

std::string fixed(double value, char const* format) {
    std::array<char, 40> out{};
    std::snprintf(out.data(), out.size(), format, value);
    return out.data();
}

double share(std::size_t part, std::size_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 1.0;
}

std::string place(Span span, SourceStore const& store) {
    if (!span) return "-";
    return std::string(store.name(span.file)) + ":" + std::to_string(store.place(span).line);
}

// The text without line ends and other controls.
std::string on_one_line(std::string const& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 3, "\xE2\x80\xA8") == 0) { // U+2028
            out += ' ';
            i += 2;
        } else {
            out += static_cast<unsigned char>(text[i]) < 0x20 ? ' ' : text[i];
        }
    }
    return out;
}

// What a reader sees, in ems that a gap was opened by: less than the first is seen by nobody, more than the second by
// everybody.
constexpr double kSeen = 0.1, kPlain = 0.25;

std::string verdict(driver::WorstLine const& line, bool english) {
    if (line.kind == line::FitKind::Overfull)
        return english ? "sticks out by " + fixed(line.overfull, "%.2f") + " em" : fixed(line.overfull, "%.2f") + "字はみ出しています";
    std::string const gaps = english ? (line.word_spaces ? "word spaces" : "gaps between letters") : (line.word_spaces ? "語間" : "字間");
    bool const plain = line.kind == line::FitKind::Loose || line.stretch > kPlain;
    if (english)
        return gaps + " +" + fixed(line.stretch, "%.2f") + " em (" +
               (plain ? "plain to see" : line.stretch > kSeen ? "a sharp eye sees it" : "nobody sees it") + ")";
    return gaps + "が" + fixed(line.stretch, "%.2f") + "字ずつ空いています（" +
           (plain ? "目立ちます" : line.stretch > kSeen ? "よく見ると分かります" : "気になりません") + "）";
}

// What an editor can do; nothing where nobody sees the fault.
std::string advice(driver::WorstLine const& line, bool english) {
    auto const letters = [](double ems) { return std::to_string(std::max(1, static_cast<int>(ems + 0.5))); };
    if (line.kind == line::FitKind::Overfull)
        return english ? "a word is longer than the line: shorten it, or write another" : "行より長い語があります。短くするか、ほかの語にしてください";
    if (line.kind != line::FitKind::Loose && line.stretch <= kSeen) return {};
    std::string const next = on_one_line(line.next);
    if (english)
        return "add about " + letters(line.slack) + " characters to the paragraph up to here" +
               (next.empty() ? "" : ", or take out as many as '" + next + "' needs to move up") + "; or use another word for it";
    return "この行までに" + letters(line.slack) + "字ほど足す" +
           (next.empty() ? "" : "か、次の行の頭の「" + next + "」が上がってくるように削る") + "か、ほかの言い方にすると直ります";
}

} // namespace

std::string report_text(driver::LineReport const& r, SourceStore const& store, diag::Language language) {
    bool const english = language == diag::Language::English;
    auto const n = [](std::size_t value) { return std::to_string(value); };
    bool const seen = r.loose > 0 || r.overfull > 0 || (!r.worst.empty() && r.worst.front().stretch > kSeen);
    std::string out;
    if (english) {
        out += "lines set: " + n(r.lines) + ", of them justified " + n(r.inner) + "\n";
        out += "solid (no letters moved apart): " + n(r.solid) + " (" + fixed(100 * share(r.solid, r.inner), "%.1f") + " %)\n";
        out += "gaps between letters: mean +" + fixed(r.mean_stretch, "%.4f") + " em, most +" + fixed(r.most_stretch, "%.3f") + " em\n";
        out += "punctuation or spaces reduced: " + n(r.reduced) + "; hung: " + n(r.hung) + "; hyphens: " + n(r.hyphens) +
               "; loose: " + n(r.loose) + "; too long: " + n(r.overfull) + "\n";
        out += r.worst.empty() ? "no line worth a look\n"
               : seen          ? "The worst lines first. Look at these pages:\n"
                               : "No line is so loose that a reader would see it. The loosest ones:\n";
    } else {
        out += "行の数 " + n(r.lines) + "（うち両端をそろえた行 " + n(r.inner) + "）\n";
        out += "ベタ組みの行（字間を空けない行） " + n(r.solid) + "（" + fixed(100 * share(r.solid, r.inner), "%.1f") + "%）\n";
        out += "字間の空き 平均 +" + fixed(r.mean_stretch, "%.4f") + "字、最大 +" + fixed(r.most_stretch, "%.3f") + "字\n";
        out += "約物や空白を詰めた行 " + n(r.reduced) + "、ぶら下げ " + n(r.hung) + "、ハイフンで分けた行 " + n(r.hyphens) +
               "、空きすぎた行 " + n(r.loose) + "、あふれた行 " + n(r.overfull) + "\n";
        out += r.worst.empty() ? "見ておくほどの行はありません\n"
               : seen          ? "悪い行から順に並べます。ページを見て、直すかどうかを決めてください：\n"
                               : "読む人が気になるほど空いた行はありません。空いた行から順に並べます：\n";
    }
    for (auto const& line : r.worst) {
        out += "  " + (english ? "p. " + line.page : line.page + "ページ") + "  " + place(line.span, store) + "  " +
               verdict(line, english) + "\n      " + (english ? "'" : "「") + on_one_line(line.text) + (english ? "'\n" : "」\n");
        if (auto const what = advice(line, english); !what.empty()) out += "      → " + what + "\n";
    }
    return out;
}

std::string report_json(driver::LineReport const& r, SourceStore const& store) {
    auto const rounded = [](double value) { return std::stod(fixed(value, "%.5f")); };
    nlohmann::ordered_json out;
    out["set"] = r.lines;
    out["justified"] = r.inner;
    out["solid"] = r.solid;
    out["solid_share"] = rounded(share(r.solid, r.inner));
    out["mean_stretch_em"] = rounded(r.mean_stretch);
    out["most_stretch_em"] = rounded(r.most_stretch);
    out["reduced"] = r.reduced;
    out["hung"] = r.hung;
    out["hyphens"] = r.hyphens;
    out["loose"] = r.loose;
    out["overfull"] = r.overfull;
    out["worst"] = nlohmann::ordered_json::array();
    for (auto const& line : r.worst) {
        nlohmann::ordered_json one;
        one["kind"] = kKinds[static_cast<std::size_t>(line.kind)];
        one["page"] = line.page;
        if (line.span) {
            auto const at = store.place(line.span);
            one["file"] = store.name(line.span.file);
            one["line"] = at.line;
            one["column"] = at.column;
        }
        one["stretch_em"] = rounded(line.stretch);
        one["word_spaces"] = line.word_spaces;
        one["overfull_em"] = rounded(line.overfull);
        one["slack_em"] = rounded(line.slack);
        one["text"] = on_one_line(line.text);
        one["next"] = on_one_line(line.next);
        if (auto const what = advice(line, false); !what.empty()) {
            one["advice"] = what;
            one["advice_en"] = advice(line, true);
        }
        out["worst"].push_back(std::move(one));
    }
    return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace kumihan::cli
