#include "source/source_store.h"

#include "base/utf8.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace kumihan::source {

struct SourceStore::File {
    std::string name;
    std::string bytes;

    // Built when the first message asks: most runs need no line numbers at all.
    mutable std::once_flag lines_once;
    mutable std::vector<std::uint32_t> line_starts;

    std::vector<std::uint32_t> const& lines() const {
        std::call_once(lines_once, [&] {
            line_starts.push_back(0);
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                bool const lone_cr = bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n');
                if (bytes[i] == '\n' || lone_cr) line_starts.push_back(static_cast<std::uint32_t>(i + 1));
            }
        });
        return line_starts;
    }
};

SourceStore::SourceStore() = default;
SourceStore::~SourceStore() = default;

FileId SourceStore::add(std::string name, std::string bytes) {
    auto file = std::make_unique<File>();
    file->name = std::move(name);
    file->bytes = std::move(bytes);
    std::unique_lock const lock(mutex_);
    files_.push_back(std::move(file));
    return FileId{files_.size() - 1};
}

SourceStore::File const* SourceStore::find(FileId file) const {
    std::shared_lock const lock(mutex_);
    return file && file.value < files_.size() ? files_[file.value].get() : nullptr;
}

std::size_t SourceStore::size() const {
    std::shared_lock const lock(mutex_);
    return files_.size();
}

std::string_view SourceStore::name(FileId file) const {
    auto const* const found = find(file);
    return found ? std::string_view{found->name} : std::string_view{};
}

std::string_view SourceStore::bytes(FileId file) const {
    auto const* const found = find(file);
    return found ? std::string_view{found->bytes} : std::string_view{};
}

std::string_view SourceStore::text(Span span) const {
    auto const all = bytes(span.file);
    auto const begin = std::min<std::size_t>(span.begin, all.size());
    auto const end = std::clamp<std::size_t>(span.end, begin, all.size());
    return all.substr(begin, end - begin);
}

Place SourceStore::place(FileId file, std::uint32_t offset) const {
    auto const* const found = find(file);
    if (!found) return {};
    offset = static_cast<std::uint32_t>(std::min<std::size_t>(offset, found->bytes.size()));
    auto const& lines = found->lines();
    auto const next = std::upper_bound(lines.begin(), lines.end(), offset);
    auto const start = *(next - 1);
    auto const before = std::string_view{found->bytes}.substr(start, offset - start);
    auto column = utf8::count(before);
    if (start == 0 && before.starts_with("\xEF\xBB\xBF")) --column; // a byte order mark takes no column
    return {static_cast<std::uint32_t>(next - lines.begin()), static_cast<std::uint32_t>(column + 1)};
}

std::uint32_t SourceStore::line_count(FileId file) const {
    auto const* const found = find(file);
    return found ? static_cast<std::uint32_t>(found->lines().size()) : 0;
}

SourceStore::Line SourceStore::line(FileId file, std::uint32_t number) const {
    auto const* const found = find(file);
    if (!found || number == 0 || number > found->lines().size()) return {};
    auto const& lines = found->lines();
    std::string_view const all = found->bytes;
    std::size_t begin = lines[number - 1];
    std::size_t end = number < lines.size() ? lines[number] : all.size();
    while (end > begin && (all[end - 1] == '\n' || all[end - 1] == '\r'))
        --end;
    if (begin == 0 && all.starts_with("\xEF\xBB\xBF")) begin = std::min<std::size_t>(3, end);
    return {static_cast<std::uint32_t>(begin), all.substr(begin, end - begin)};
}

} // namespace kumihan::source
