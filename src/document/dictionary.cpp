#include "document/dictionary.h"

#include "base/utf8.h"
#include "document/characters.h"
#include "document/keys.h"
#include "yaml/decode.h"

#include <algorithm>
#include <array>

namespace kumihan::document {

namespace {

using diag::Code;

enum class Kind : std::uint8_t { Other, Kanji, Katakana, Latin };

Kind kind_of(char32_t c) {
    if (is_kanji(c)) return Kind::Kanji;
    if ((c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC) return Kind::Katakana;
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F)) return Kind::Latin;
    return Kind::Other;
}

// Kanji that add to a name without being a part of it.
constexpr std::u32string_view kBefore = U"旧新元前現故各全同当対";
constexpr std::u32string_view kAfter = U"市町村区郡県府道都州国港駅川山島湾岬湖海橋通線行発着様氏君殿会部課係長員所館校園寺内外産製式型流系側間";

bool has_two_characters(std::string_view word) { return word.size() > utf8::decode(word, 0).length; }

std::string hiragana(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        auto const d = utf8::decode(text, i);
        bool const katakana = d.code_point >= 0x30A1 && d.code_point <= 0x30F6;
        out += utf8::encode(katakana ? d.code_point - 0x60 : d.code_point);
        i += d.length;
    }
    return out;
}

bool is_kana(char32_t c) { return c >= 0x3041 && c <= 0x30FF; }

// The characters of a word with the marks that belong to them.
std::vector<std::size_t> character_starts(std::string_view word) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < word.size();) {
        auto const length = utf8::decode(word, i).length;
        if (count_characters(word.substr(i, length)) > 0 || starts.empty()) starts.push_back(i);
        i += length;
    }
    return starts;
}

// ｛kanji, kana｝ runs of a word.
struct Run {
    std::size_t begin, end;
    bool kana;
};
std::vector<Run> runs_of(std::string_view word) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < word.size();) {
        auto const d = utf8::decode(word, i);
        bool const kana = is_kana(d.code_point) && !is_kanji(d.code_point);
        if (runs.empty() || runs.back().kana != kana) runs.push_back({i, i, kana});
        i += d.length;
        runs.back().end = i;
    }
    return runs;
}

// Shares the reading out among the runs: kana read as themselves. Gives how many ways there are, up to two, and the first.
int share_out(std::string_view word, std::vector<Run> const& runs, std::size_t run, std::string_view reading, std::size_t at,
              std::vector<std::size_t>& ends, std::vector<std::size_t>& found, int& budget) {
    if (run == runs.size()) {
        if (at != reading.size()) return 0;
        if (found.empty()) found = ends;
        return 1;
    }
    if (--budget < 0) return 2;
    if (runs[run].kana) {
        auto const own = hiragana(word.substr(runs[run].begin, runs[run].end - runs[run].begin));
        if (reading.substr(at, own.size()) != own) return 0;
        ends.push_back(at + own.size());
        int const ways = share_out(word, runs, run + 1, reading, at + own.size(), ends, found, budget);
        ends.pop_back();
        return ways;
    }
    int ways = 0;
    for (std::size_t end = at; end < reading.size() && ways < 2;) {
        end += utf8::decode(reading, end).length;
        ends.push_back(end);
        ways += share_out(word, runs, run + 1, reading, end, ends, found, budget);
        ends.pop_back();
    }
    return ways;
}

std::vector<std::string> split_at_bars(std::string_view text) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size();) {
        auto const d = utf8::decode(text, i);
        if (d.code_point == '|' || d.code_point == U'｜')
            parts.emplace_back();
        else
            parts.back() += text.substr(i, d.length);
        i += d.length;
    }
    for (auto& part : parts) {
        while (!part.empty() && part.front() == ' ') part.erase(0, 1);
        while (!part.empty() && part.back() == ' ') part.pop_back();
    }
    return parts;
}

} // namespace

bool is_kanji(char32_t c) { return c >= 0x2E80 && (is_han(c) || c == U'々' || c == U'〆' || c == U'〇' || c == U'ヶ' || c == U'ヵ'); }

char32_t first_character(std::string_view text, std::size_t at) { return at < text.size() ? utf8::decode(text, at).code_point : 0; }

std::string joined_reading(std::vector<std::string> const& parts) {
    std::string out;
    for (auto const& part : parts) out += part;
    return out;
}

std::vector<ReadingEntry> read_readings(yaml::Node node, std::string_view key, diag::Sink& sink) {
    std::vector<ReadingEntry> out;
    if (!node.is_map()) {
        if (!node.is_null()) sink.report(Code::ExpectedObject, node.span(), {std::string{key}});
        return out;
    }
    std::unordered_map<std::string, Span> seen;
    for (std::size_t i = 0; i < node.size(); ++i) {
        auto const [name, value] = node.entry(i);
        ReadingEntry entry;
        entry.word = std::string{name.text()};
        entry.span = name.span();
        if (auto const [first, fresh] = seen.emplace(entry.word, entry.span); !fresh) {
            diag::Diagnostic twice{Code::YamlDuplicateKey, diag::info(Code::YamlDuplicateKey).severity, entry.span, {entry.word}, {}, {}};
            twice.labels.push_back({first->second, entry.word});
            sink.report(std::move(twice));
            continue;
        }
        if (value.is_sequence()) {
            for (std::size_t k = 0; k < value.size(); ++k)
                if (auto const part = yaml::as_text(value.at(k), entry.word, sink)) entry.reading.push_back(*part);
        } else if (!value.is_null()) {
            auto const text = yaml::as_text(value, entry.word, sink);
            if (!text) continue;
            entry.reading = split_at_bars(*text);
        }
        std::erase_if(entry.reading, [](auto const& part) { return part.empty(); });
        if (entry.word.empty() || entry.reading.empty()) {
            sink.report(Code::ReadingEmpty, entry.span, {entry.word});
            continue;
        }
        auto const characters = count_characters(entry.word);
        if (entry.reading.size() > 1 && entry.reading.size() != characters) {
            sink.report(Code::ReadingParts, value.span(),
                        {entry.word, std::to_string(entry.reading.size()), std::to_string(characters)});
            continue;
        }
        out.push_back(std::move(entry));
    }
    return out;
}

std::vector<ReadingPart> reading_parts(ReadingEntry const& entry) {
    std::vector<ReadingPart> parts;
    std::string_view const word = entry.word;
    if (entry.reading.size() > 1) {
        auto const starts = character_starts(word);
        for (std::size_t k = 0; k < starts.size() && k < entry.reading.size(); ++k) {
            std::size_t const end = k + 1 < starts.size() ? starts[k + 1] : word.size();
            auto const character = word.substr(starts[k], end - starts[k]);
            if (hiragana(character) == hiragana(entry.reading[k])) continue;
            if (parts.empty() || parts.back().end != starts[k]) parts.push_back({starts[k], starts[k], {}});
            parts.back().end = end;
            parts.back().reading.push_back(entry.reading[k]);
        }
        return parts;
    }
    auto const runs = runs_of(word);
    std::string const reading = hiragana(entry.reading[0]);
    std::vector<std::size_t> ends, found;
    int budget = 1000;
    bool const mixed = runs.size() > 1;
    if (mixed && share_out(word, runs, 0, reading, 0, ends, found, budget) == 1) {
        std::size_t at = 0;
        for (std::size_t k = 0; k < runs.size(); ++k) {
            if (!runs[k].kana) parts.push_back({runs[k].begin, runs[k].end, {entry.reading[0].substr(at, found[k] - at)}});
            at = found[k];
        }
        return parts;
    }
    if (hiragana(word) != reading) parts.push_back({0, word.size(), entry.reading});
    return parts;
}

Dictionary::Dictionary(std::vector<ReadingEntry> const& entries) {
    for (std::size_t k = 0; k < entries.size(); ++k) {
        std::string_view const word = entries[k].word;
        if (!words_.emplace(word, k).second) continue;
        auto& lengths = lengths_[first_character(word, 0)];
        if (std::find(lengths.begin(), lengths.end(), word.size()) == lengths.end()) lengths.push_back(word.size());
    }
    for (auto& [character, lengths] : lengths_) std::sort(lengths.begin(), lengths.end(), std::greater<>());
}

std::optional<std::size_t> Dictionary::find(std::string_view word) const {
    auto const found = words_.find(word);
    return found == words_.end() ? std::nullopt : std::optional(found->second);
}

bool Dictionary::begins_word(std::string_view text, std::size_t at) const {
    auto const found = lengths_.find(first_character(text, at));
    if (found == lengths_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](std::size_t length) {
        auto const word = text.substr(at, length);
        return has_two_characters(word) && words_.contains(word);
    });
}

bool Dictionary::stands_alone_before(std::string_view text, std::size_t at, std::string_view word) {
    char32_t const neighbour = last_character(text.substr(at > 8 ? at - 8 : 0, std::min<std::size_t>(at, 8)));
    Kind const kind = kind_of(first_character(word, 0));
    if (kind == Kind::Other || kind_of(neighbour) != kind) return true;
    return kind == Kind::Kanji && has_two_characters(word) && kBefore.find(neighbour) != kBefore.npos;
}

bool Dictionary::stands_alone_after(std::string_view text, std::size_t end, std::string_view word) {
    char32_t const neighbour = first_character(text, end);
    Kind const kind = kind_of(last_character(word));
    if (kind == Kind::Other || kind_of(neighbour) != kind) return true;
    return kind == Kind::Kanji && has_two_characters(word) && kAfter.find(neighbour) != kAfter.npos;
}

} // namespace kumihan::document
