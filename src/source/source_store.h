// SourceStore owns the bytes of every source file for the whole run, so that spans and views stay valid everywhere.
// Input: a name to show and the bytes. Output: FileId; offset -> line:column; lines for excerpts.
// Invariants: bytes never move or change after add(); add() and all readers may be called from several threads.
// Line ends are LF, CRLF or CR. Columns count code points, from 1. Offsets past the end mean the end.
#pragma once

#include "source/span.h"

#include <cstddef>
#include <deque>
#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>

namespace kumihan::source {

struct Place {
    std::uint32_t line = 1, column = 1;
    bool operator==(Place const&) const = default;
};

class SourceStore {
public:
    SourceStore();
    ~SourceStore();
    SourceStore(SourceStore const&) = delete;
    SourceStore& operator=(SourceStore const&) = delete;

    // `name` is what messages show: the path as the user can find it. Files are numbered in the order of these calls.
    FileId add(std::string name, std::string bytes);

    std::size_t size() const;
    std::string_view name(FileId file) const;  // empty for no file
    std::string_view bytes(FileId file) const; // empty for no file
    std::string_view text(Span span) const;

    Place place(FileId file, std::uint32_t offset) const;
    Place place(Span span) const { return place(span.file, span.begin); }

    // One line without its line end; `begin` is its offset in the file. Lines are numbered from 1.
    struct Line {
        std::uint32_t begin = 0;
        std::string_view text;
    };
    Line line(FileId file, std::uint32_t number) const;
    std::uint32_t line_count(FileId file) const;

private:
    struct File;
    File const* find(FileId file) const;

    mutable std::shared_mutex mutex_;
    std::deque<std::unique_ptr<File>> files_; // a pointer each: growing the list moves no file
};

} // namespace kumihan::source

namespace kumihan {
using source::SourceStore;
}
