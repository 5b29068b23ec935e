#include "yaml/decode.h"

#include "base/utf8.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>

namespace kumihan::yaml {
namespace {

using diag::Code;

std::string ascii_lower(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return out;
}

std::string trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string{text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1)};
}

// Full-width ASCII (U+FF01 to U+FF5E) typed in a number or a choice means its ASCII twin.
std::string half_width(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        auto const decoded = utf8::decode(text, i);
        bool const wide = decoded.code_point >= 0xFF01 && decoded.code_point <= 0xFF5E;
        utf8::append(out, wide ? decoded.code_point - 0xFEE0 : decoded.code_point);
        i += decoded.length;
    }
    return trimmed(out);
}

bool in_japanese_quotes(std::string_view text) {
    constexpr std::pair<std::string_view, std::string_view> kPairs[] = {{"「", "」"}, {"『", "』"}, {"“", "”"},
                                                                        {"”", "”"}, {"’", "’"}, {"‘", "’"},
                                                                        {"＂", "＂"}, {"〝", "〟"}, {"【", "】"}};
    return std::any_of(std::begin(kPairs), std::end(kPairs),
                       [&](auto const& pair) { return text.starts_with(pair.first) && text.ends_with(pair.second); });
}

// Shared opening of the typed readers: the word to parse, or nothing where the node holds none (reported).
std::optional<std::string> word_of(Node node, std::string_view key, Code expected, diag::Sink& sink) {
    if (!node.is_scalar()) {
        sink.report(expected, node.span(), {std::string{key}, node.is_map() ? "{…}" : node.is_null() ? "" : "[…]"});
        return std::nullopt;
    }
    auto word = half_width(node.text());
    if (in_japanese_quotes(word)) {
        sink.report(Code::ValueInBrackets, node.span(), {std::string{key}, word});
        return std::nullopt;
    }
    return word;
}

std::optional<double> parse_number(std::string_view word) {
    if (word.starts_with('+')) word.remove_prefix(1);
    double value = 0;
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string shown_number(double value) {
    char text[32];
    auto const [end, error] = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed);
    return error == std::errc{} ? std::string(text, end) : std::string{"?"};
}

std::string both_names(Field const& field) {
    return std::string{field.english} + "（" + std::string{field.japanese} + "）";
}

// A part of a name instead of all of it: the shortest candidate that begins with the word, else that contains it. Two
// letters of Latin are part of anything.
std::string_view shortened(std::string_view word, std::span<std::string_view const> candidates) {
    constexpr std::size_t kLeastLatin = 3;
    std::string const wanted = ascii_lower(word);
    bool const latin = std::all_of(wanted.begin(), wanted.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (wanted.empty() || (latin && wanted.size() < kLeastLatin)) return {};
    std::string_view best;
    bool best_begins = false;
    for (auto const candidate : candidates) {
        auto const at = ascii_lower(candidate).find(wanted);
        if (at == std::string::npos) continue;
        bool const begins = at == 0;
        bool const better = begins != best_begins ? begins : candidate.size() < best.size();
        if (!best.empty() && !better) continue;
        best = candidate;
        best_begins = begins;
    }
    return best;
}

} // namespace

std::string_view nearest(std::string_view word, std::span<std::string_view const> candidates) {
    auto const wanted = utf8::to_utf32(ascii_lower(word));
    auto const limit = std::max<std::size_t>(1, wanted.size() / 3);
    std::string_view best;
    auto best_distance = limit + 1;
    for (auto const candidate : candidates) {
        auto const other = utf8::to_utf32(ascii_lower(candidate));
        if (other.empty()) continue;
        auto const gap = other.size() > wanted.size() ? other.size() - wanted.size() : wanted.size() - other.size();
        if (gap > limit || wanted.size() < 2) continue;
        // Three rows of the matrix of optimal string alignment: a swap of neighbours is one step.
        std::vector<std::size_t> before(other.size() + 1), last(other.size() + 1), row(other.size() + 1);
        for (std::size_t j = 0; j <= other.size(); ++j)
            last[j] = j;
        for (std::size_t i = 1; i <= wanted.size(); ++i) {
            row[0] = i;
            for (std::size_t j = 1; j <= other.size(); ++j) {
                bool const same = wanted[i - 1] == other[j - 1];
                row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
                if (i > 1 && j > 1 && wanted[i - 1] == other[j - 2] && wanted[i - 2] == other[j - 1])
                    row[j] = std::min(row[j], before[j - 2] + 1);
            }
            std::swap(before, last);
            std::swap(last, row);
        }
        if (last[other.size()] < best_distance) {
            best_distance = last[other.size()];
            best = candidate;
        }
    }
    return best.empty() ? shortened(word, candidates) : best;
}

std::optional<std::size_t> find_choice(std::span<Name const> choices, std::string_view text) {
    auto const word = ascii_lower(text);
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (word == choices[i].english || text == choices[i].japanese) return i;
    return std::nullopt;
}

std::optional<std::string> as_text(Node node, std::string_view key, diag::Sink& sink) {
    if (node.is_scalar()) return std::string{node.text()};
    if (node.is_map() && node.size() > 0 && node.entry(0).key.is_scalar())
        sink.report(Code::TextLooksLikeKey, node.entry(0).key.span(), {std::string{key}});
    else
        sink.report(Code::ExpectedText, node.span(), {std::string{key}});
    return std::nullopt;
}

std::optional<double> as_number(Node node, std::string_view key, diag::Sink& sink) {
    auto const word = word_of(node, key, Code::ExpectedNumber, sink);
    if (!word) return std::nullopt;
    auto const value = parse_number(*word);
    if (!value) sink.report(Code::ExpectedNumber, node.span(), {std::string{key}, std::string{node.text()}});
    return value;
}

std::optional<bool> as_bool(Node node, std::string_view key, diag::Sink& sink) {
    auto const word = word_of(node, key, Code::ExpectedBool, sink);
    if (!word) return std::nullopt;
    auto const lower = ascii_lower(*word);
    for (std::string_view const yes : {"true", "yes", "on", "はい", "する", "出す", "あり", "有"})
        if (lower == yes) return true;
    for (std::string_view const no : {"false", "no", "off", "いいえ", "しない", "出さない", "なし", "無"})
        if (lower == no) return false;
    sink.report(Code::ExpectedBool, node.span(), {std::string{key}, std::string{node.text()}});
    return std::nullopt;
}

std::optional<std::size_t> as_choice(Node node, std::string_view key, std::span<Name const> choices, diag::Sink& sink) {
    auto const word = word_of(node, key, Code::ExpectedChoice, sink);
    if (!word) return std::nullopt;
    if (auto const found = find_choice(choices, *word)) return found;
    std::string all;
    std::vector<std::string_view> names;
    for (auto const& choice : choices) {
        if (!all.empty()) all += "、";
        all += choice.english;
        if (choice.japanese != choice.english) all.append("/").append(choice.japanese);
        names.push_back(choice.english);
        names.push_back(choice.japanese);
    }
    std::vector<std::string> args{std::string{key}, std::string{node.text()}, all};
    auto const near = nearest(*word, names);
    if (!near.empty()) args.emplace_back(near);
    sink.report(near.empty() ? Code::ExpectedChoice : Code::ExpectedChoiceNear, node.span(), std::move(args));
    return std::nullopt;
}

ObjectReader::ObjectReader(Node node, std::initializer_list<Fields> fields, diag::Sink& sink, std::string_view name)
    : node_(node), sink_(&sink) {
    open({fields.begin(), fields.size()}, name, {});
}

ObjectReader::ObjectReader(Node node, std::span<Fields const> fields, diag::Sink& sink, std::string_view name,
                           Elsewhere elsewhere)
    : node_(node), sink_(&sink) {
    open(fields, name, elsewhere);
}

void ObjectReader::open(std::span<Fields const> fields, std::string_view name, Elsewhere elsewhere) {
    std::vector<std::string_view> names;
    for (auto const part : fields)
        for (auto const& field : part) {
            slots_.push_back({&field, {}, {}, false});
            names.push_back(field.english);
            names.push_back(field.japanese);
        }
    if (!node_.is_map()) {
        if (node_) sink_->report(Code::ExpectedObject, node_.span(), {std::string{name}});
        return; // nothing is missing from what is not there
    }
    for (std::size_t i = 0; i < node_.size(); ++i) {
        auto const [key, value] = node_.entry(i);
        if (!key.is_scalar()) {
            sink_->report(Code::YamlKeyNotText, key.span());
            continue;
        }
        auto const word = trimmed(key.text());
        auto const found = std::find_if(slots_.begin(), slots_.end(), [&](Slot const& slot) {
            return word == slot.field->english || word == slot.field->japanese;
        });
        if (found == slots_.end()) {
            bool const known_elsewhere =
                std::any_of(elsewhere.fields.begin(), elsewhere.fields.end(), [&](Fields part) {
                    return std::any_of(part.begin(), part.end(), [&](Field const& field) {
                        return word == field.english || word == field.japanese;
                    });
                });
            auto const near = nearest(word, names);
            if (known_elsewhere)
                sink_->report(Code::KeyOfOtherKind, key.span(), {word, std::string{elsewhere.here}});
            else if (near.empty())
                sink_->report(Code::UnknownKey, key.span(), {word});
            else {
                sink_->report(Code::UnknownKeyNear, key.span(), {word, std::string{near}});
                for (auto& slot : slots_)
                    slot.misspelt = slot.misspelt || near == slot.field->english || near == slot.field->japanese;
            }
        } else if (found->key) {
            diag::Diagnostic twice{
                Code::YamlDuplicateKey, diag::info(Code::YamlDuplicateKey).severity, key.span(), {word}, {}, {}};
            twice.labels.push_back({found->key.span(), std::string{found->key.text()}});
            sink_->report(std::move(twice));
        } else {
            found->key = key;
            found->value = value;
        }
    }
    for (auto const& slot : slots_) {
        if (!slot.field->required) continue;
        if (!slot.key && slot.misspelt) continue;
        if (!slot.key) {
            auto const at = node_.span();
            sink_->report(Code::MissingKey, Span{at.file, at.begin, at.begin}, {absent_name(slot)});
        } else if (slot.value.is_null() || (slot.value.is_scalar() && trimmed(slot.value.text()).empty())) {
            sink_->report(Code::EmptyValue, slot.key.span(), {std::string{slot.key.text()}});
        }
    }
}

ObjectReader::Slot const& ObjectReader::slot(std::string_view english) const {
    auto const found =
        std::find_if(slots_.begin(), slots_.end(), [&](Slot const& s) { return s.field->english == english; });
    assert(found != slots_.end() && "the field is in no table");
    return *found;
}

std::string ObjectReader::absent_name(Slot const& absent) const {
    bool const japanese = std::any_of(slots_.begin(), slots_.end(), [](Slot const& one) {
        return one.key && one.field->japanese != one.field->english && trimmed(one.key.text()) == one.field->japanese;
    });
    return japanese ? std::string{absent.field->japanese} : both_names(*absent.field);
}

bool ObjectReader::misspelt(std::string_view english) const { return slot(english).misspelt; }

Node ObjectReader::value(std::string_view english) const { return slot(english).value; }

std::string ObjectReader::key(std::string_view english) const {
    auto const& found = slot(english);
    return found.key ? trimmed(found.key.text()) : absent_name(found);
}

Span ObjectReader::key_span(std::string_view english) const {
    auto const& found = slot(english);
    return found.key ? found.key.span() : node_.span();
}

std::string ObjectReader::text(std::string_view english, std::string_view fallback) const {
    if (!has(english)) return std::string{fallback};
    auto const found = as_text(value(english), key(english), *sink_);
    return found ? trimmed(*found) : std::string{fallback};
}

double ObjectReader::number(std::string_view english, double fallback) const {
    if (!has(english)) return fallback;
    auto const found = as_number(value(english), key(english), *sink_);
    if (!found) return fallback;
    auto const& field = *slot(english).field;
    if (field.low < field.high && (*found < field.low || *found > field.high)) {
        sink_->report(
            Code::OutOfRange, value(english).span(),
            {key(english), std::string{value(english).text()}, shown_number(field.low), shown_number(field.high)});
        return std::clamp(*found, field.low, field.high);
    }
    return *found;
}

int ObjectReader::integer(std::string_view english, int fallback) const {
    if (!has(english)) return fallback;
    auto const node = value(english);
    auto const word = word_of(node, key(english), Code::ExpectedInteger, *sink_);
    if (!word) return fallback;
    auto const parsed = parse_number(*word);
    if (!parsed || *parsed != std::floor(*parsed) || std::abs(*parsed) > 1e9) {
        sink_->report(Code::ExpectedInteger, node.span(), {key(english), std::string{node.text()}});
        return fallback;
    }
    auto const& field = *slot(english).field;
    if (field.low < field.high && (*parsed < field.low || *parsed > field.high)) {
        sink_->report(Code::OutOfRange, node.span(),
                      {key(english), std::string{node.text()}, shown_number(field.low), shown_number(field.high)});
        return static_cast<int>(std::clamp(*parsed, field.low, field.high));
    }
    return static_cast<int>(*parsed);
}

bool ObjectReader::boolean(std::string_view english, bool fallback) const {
    return optional_boolean(english).value_or(fallback);
}

std::optional<bool> ObjectReader::optional_boolean(std::string_view english) const {
    if (!has(english)) return std::nullopt;
    return as_bool(value(english), key(english), *sink_);
}

std::optional<std::size_t> ObjectReader::choice_index(std::string_view english) const {
    if (!has(english)) return std::nullopt;
    return as_choice(value(english), key(english), slot(english).field->choices, *sink_);
}

std::vector<Node> ObjectReader::list(std::string_view english) const {
    std::vector<Node> out;
    if (!has(english)) return out;
    auto const node = value(english);
    if (!node.is_sequence()) return {node};
    for (std::size_t i = 0; i < node.size(); ++i)
        out.push_back(node.at(i));
    return out;
}

std::vector<std::string> ObjectReader::text_list(std::string_view english) const {
    std::vector<std::string> out;
    for (auto const node : list(english)) {
        if (node.is_null()) {
            sink_->report(Code::EmptyValue, node.span(), {key(english)});
        } else if (auto found = as_text(node, key(english), *sink_)) {
            out.push_back(trimmed(*found));
        }
    }
    return out;
}

Node ObjectReader::object(std::string_view english) const {
    if (!has(english)) return {};
    auto const node = value(english);
    if (node.is_map()) return node;
    sink_->report(Code::ExpectedObject, node.span(), {key(english)});
    return {};
}

std::vector<Node> ObjectReader::object_list(std::string_view english) const {
    std::vector<Node> out;
    if (!has(english)) return out;
    if (value(english).is_scalar()) {
        sink_->report(Code::ExpectedList, value(english).span(), {key(english)});
        return out;
    }
    for (auto const node : list(english)) {
        if (node.is_map())
            out.push_back(node);
        else
            sink_->report(Code::ExpectedObject, node.span(), {key(english)});
    }
    return out;
}

} // namespace kumihan::yaml
