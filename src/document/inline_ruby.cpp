#include "document/inline_parser.h"

#include "base/utf8.h"
#include "document/characters.h"
#include "document/paragraph_form.h"

#include <algorithm>

namespace kumihan::document {

// ---- ruby
void InlineParser::ruby(std::size_t base_begin, std::size_t base_end, std::vector<std::string> reading, std::size_t begin,
          std::size_t end, std::vector<std::string> second) {
    auto const from = here();
    for (auto i = base_begin; i < base_end;) { // the base is text with escapes and joined lines, no other marks
        if (text_[i] == '\\' && i + 1 < base_end && text_[i + 1] != '\n') ++i;
        auto const length = utf8::decode(text_, i).length;
        if (text_[i] != '\n') literal(i, i + length);
        i += length;
    }
    auto const base = std::string_view{out_.text}.substr(from);
    for (auto* const side : {&reading, &second}) {
        side->erase(std::remove_if(side->begin(), side->end(), [](auto const& part) { return part.empty(); }), side->end());
        if (side->size() <= 1) continue;
        auto const characters = count_characters(base);
        if (characters == side->size()) continue;
        report(Code::RubyParts, begin, end,
               {std::string{base}, std::to_string(side->size()), std::to_string(characters)});
        std::string whole;
        for (auto const& part : *side)
            whole += part;
        side->assign(1, whole);
    }
    if (reading.empty()) return report(Code::RubyEmpty, begin, end, {std::string{base}});
    if (in_warichu_) return report(Code::WarichuPlain, begin, end);
    mark(from, Ruby{std::move(reading), std::move(second)}, begin, end);
}

std::string InlineParser::unescaped(std::size_t begin, std::size_t end) const {
    std::string out;
    for (auto i = begin; i < end; ++i) {
        if (text_[i] == '\\' && i + 1 < end) ++i;
        if (text_[i] != '\n') out += text_[i];
    }
    return out;
}

// ｜親文字《よみ》; a bar with no 《 soon after it is a bar.
std::size_t InlineParser::bar(std::size_t i, std::size_t end, std::size_t length, std::size_t plain) {
    auto const from = i + length;
    auto const reach = std::min(end, from + kRubyReach);
    std::size_t open = kNone;
    for (auto p = from; p < reach; p += utf8::decode(text_, p).length) {
        if (text_[p] == '\\' && p + 1 < reach) {
            ++p;
            continue;
        }
        if (at(p, "｜") || text_[p] == '|' || at(p, "》") || at(p, "。") || at(p, "、")) return i;
        if (at(p, "《")) {
            open = p;
            break;
        }
    }
    if (open == kNone || open == from || at(open, "《《")) return i;
    auto const close = find("》", open + 3, std::min(end, open + kRubyReach));
    if (close == kNone) {
        report(Code::MarkNotClosed, open, open + 3, {"《"});
        literal(plain, from); // the base is text like any other: its lines are joined, its marks read
        return from;
    }
    literal(plain, i);
    ruby(from, open, {unescaped(open + 3, close)}, i, close + 3);
    return close + 3;
}

// {親文字|よみ}, {親文字|お|や} and, with a second reading on the other side, {親文字|よみ||よみ}; a brace without a bar
// is a brace.
std::size_t InlineParser::brace(std::size_t i, std::size_t end, Within within, std::size_t plain) {
    auto const close = find("}", i + 1, std::min(end, i + kRubyReach));
    if (close == kNone) return i;
    std::vector<std::pair<std::size_t, std::size_t>> parts; // between bars
    auto from = i + 1;
    for (auto p = i + 1; p < close; p += utf8::decode(text_, p).length) {
        if (text_[p] == '\\' && p + 1 < close) {
            ++p;
        } else if (text_[p] == '{') {
            return i;
        } else if (text_[p] == '|' || at(p, "｜")) {
            parts.emplace_back(from, p);
            from = p + (text_[p] == '|' ? 1 : 3);
        }
    }
    if (parts.empty() || parts[0].first == parts[0].second) return i;
    parts.emplace_back(from, close);
    std::vector<std::string> reading, second;
    auto* side = &reading;
    for (std::size_t k = 1; k < parts.size(); ++k) {
        auto part = unescaped(parts[k].first, parts[k].second);
        if (part.empty() && !reading.empty() && k + 1 < parts.size()) side = &second; // ||
        else side->push_back(std::move(part));
    }
    literal(plain, i);
    if (reading.size() == 1 && second.empty())
        if (auto what = measure(reading[0])) { // the text within has marks of its own
            auto const begin = here();
            range(parts[0].first, parts[0].second, within);
            mark(begin, std::move(*what), i, close + 1);
            return close + 1;
        }
    ruby(parts[0].first, parts[0].second, std::move(reading), i, close + 1, std::move(second));
    return close + 1;
}

// {山田|字取り5} and {小さく|80%}: no reading looks like these.
std::optional<decltype(Mark::what)> InlineParser::measure(std::string_view word) {
    for (std::string_view const name : {"字取り", "jidori"})
        if (word.starts_with(name)) {
            word.remove_prefix(name.size());
            if (word.starts_with('=')) word.remove_prefix(1);
            double em = 0;
            if (read_ems(word, em) && em > 0) return FitWidth{em};
            return std::nullopt;
        }
    if (!word.ends_with('%')) return std::nullopt;
    double percent = 0;
    auto const digits = word.substr(0, word.size() - 1);
    if (digits.size() > 3 || digits.find_first_not_of("0123456789") != kNone || digits.empty()) return std::nullopt;
    for (char const c : digits) percent = percent * 10 + (c - '0');
    if (percent < 30 || percent > 300) return std::nullopt;
    return Scaled{static_cast<int>(percent)};
}

} // namespace kumihan::document
