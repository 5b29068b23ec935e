#include "image/photo_index.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace kumihan::image {

namespace {

// The kind stands as a number: a change of enum Kind, or of what is read from a header, changes this line.
constexpr std::string_view kFirstLine = "kumihan photo index 1\n";
constexpr std::size_t kMaxLines = 20'000; // photos of many years; older lines go when a run would exceed it
constexpr std::uint64_t kMaxIndex = 64'000'000;
constexpr std::int64_t kCoarsestClock = 2'000'000'000;

// One space-separated field, taken off the front.
std::string_view next_field(std::string_view& rest) {
    auto const space = rest.find(' ');
    std::string_view const field = rest.substr(0, space);
    rest.remove_prefix(space == rest.npos ? rest.size() : space + 1);
    return field;
}

template <class Number> bool parse(std::string_view field, Number& out) {
    auto const result = std::from_chars(field.data(), field.data() + field.size(), out);
    return result.ec == std::errc{} && result.ptr == field.data() + field.size();
}

} // namespace

PhotoIndex::PhotoIndex(std::filesystem::path file) : file_(std::move(file)) {
    if (file_.empty()) return;
    read(lines_);
    for (auto const& [path, line] : lines_)
        by_content_.emplace(line.facts.content, line.facts);
}

void PhotoIndex::read(std::map<std::string, Line>& into) const {
    FileBytes const stored = read_file(file_, kMaxIndex);
    std::string_view rest(reinterpret_cast<char const*>(stored.bytes.data()), stored.bytes.size());
    if (!rest.starts_with(kFirstLine)) return;
    rest.remove_prefix(kFirstLine.size());
    while (!rest.empty()) {
        auto const end = rest.find('\n');
        if (end == rest.npos) return;
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        Line entry;
        unsigned kind = 0;
        auto const content = ContentHash::from_hex(next_field(line));
        bool const good =
            content && parse(next_field(line), kind) && parse(next_field(line), entry.facts.width) &&
            parse(next_field(line), entry.facts.height) && parse(next_field(line), entry.identity.device) &&
            parse(next_field(line), entry.identity.inode) && parse(next_field(line), entry.identity.size) &&
            parse(next_field(line), entry.identity.mtime_ns) && parse(next_field(line), entry.identity.ctime_ns) &&
            !line.empty();
        if (!good || kind > static_cast<unsigned>(Kind::Unknown) || entry.facts.width <= 0 || entry.facts.height <= 0)
            continue;
        entry.facts.content = *content;
        entry.facts.kind = static_cast<Kind>(kind);
        into.insert_or_assign(std::string(line), entry);
    }
}

std::optional<PhotoFacts> PhotoIndex::find(std::filesystem::path const& path, Identity const& identity) const {
    auto const found = lines_.find(path.native());
    if (found == lines_.end() || found->second.identity != identity) return std::nullopt;
    return found->second.facts;
}

std::optional<PhotoFacts> PhotoIndex::find(ContentHash const& content) const {
    auto const found = by_content_.find(content);
    if (found == by_content_.end()) return std::nullopt;
    return found->second;
}

void PhotoIndex::put(std::filesystem::path const& path, Identity const& identity, PhotoFacts const& facts,
                     std::int64_t now_ns) {
    by_content_.insert_or_assign(facts.content, facts);
    if (path.native().find('\n') != std::string::npos) return; // one line each
    bool const settled = now_ns - std::max(identity.mtime_ns, identity.ctime_ns) > kCoarsestClock;
    fresh_.insert_or_assign(path.native(), Line{settled ? identity : Identity{}, facts});
}

int PhotoIndex::save() {
    if (file_.empty() || fresh_.empty()) return 0;
    std::map<std::string, Line> merged;
    read(merged); // again: another run may have added to it
    if (merged.size() + fresh_.size() > kMaxLines) merged.clear();
    for (auto& [path, line] : fresh_)
        merged.insert_or_assign(path, line);
    std::string text(kFirstLine);
    for (auto const& [path, line] : merged) {
        text += line.facts.content.hex();
        std::array const numbers{static_cast<std::uint64_t>(line.facts.kind),
                                 static_cast<std::uint64_t>(line.facts.width),
                                 static_cast<std::uint64_t>(line.facts.height),
                                 line.identity.device,
                                 line.identity.inode,
                                 line.identity.size};
        for (auto const number : numbers)
            text += ' ' + std::to_string(number);
        for (auto const time : {line.identity.mtime_ns, line.identity.ctime_ns})
            text += ' ' + std::to_string(time);
        text += ' ' + path + '\n';
    }
    lines_ = std::move(merged);
    fresh_.clear();
    return write_file(file_, {text.begin(), text.end()});
}

} // namespace kumihan::image
