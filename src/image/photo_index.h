// PhotoIndex: what is known of each photo's file from earlier runs, so that a run with nothing changed reads no photo.
// Input: the cache folder's `index` file. Output: content hash, kind and pixel size by path and identity, or by
// content. Invariants: an unreadable or foreign index counts as empty; a line says nothing that the photo's bytes do
// not say; two programs that write at once lose at most each other's new lines, which are found again.
#pragma once

#include "image/content_hash.h"
#include "image/file_bytes.h"
#include "image/kind.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>

namespace kumihan::image {

struct PhotoFacts {
    ContentHash content;
    Kind kind = Kind::Unknown;
    int width = 0, height = 0; // after orientation
};

class PhotoIndex {
public:
    explicit PhotoIndex(std::filesystem::path file); // empty path: keeps nothing

    std::optional<PhotoFacts> find(std::filesystem::path const& path, Identity const& identity) const;
    std::optional<PhotoFacts> find(ContentHash const& content) const;
    // now_ns: the clock when the file was read. A file changed within the two seconds before is known by content only:
    // clocks of some file systems are that coarse, and it could change again without a trace.
    void put(std::filesystem::path const& path, Identity const& identity, PhotoFacts const& facts, std::int64_t now_ns);

    int save(); // 0 or an errno; writes only when something is new

private:
    struct Line {
        Identity identity; // all zero: by content only
        PhotoFacts facts;
    };
    void read(std::map<std::string, Line>& into) const;

    std::filesystem::path file_;
    std::map<std::string, Line> lines_; // by path; ordered, so that the file is the same for the same photos
    std::unordered_map<ContentHash, PhotoFacts, ContentHashOf> by_content_;
    std::map<std::string, Line> fresh_;
};

} // namespace kumihan::image
