// PreparedCache: prepared pictures by a key made of everything they depend on. One file each, named by the key.
// Input: key. Output: picture, or nothing. Invariants: a file that is cut, altered or of another key counts as absent
// (it carries the key and a hash of all its bytes) and is written anew; files appear by rename alone, so runs side by
// side do not disturb each other; the folder can be deleted at any time.
#pragma once

#include "image/content_hash.h"
#include "image/store.h"

#include <filesystem>
#include <optional>

namespace kumihan::image {

struct StoredPicture {
    PreparedImage picture;
    bool damaged = false; // to be told again in each run
};

// All that a prepared picture depends on besides the program's own version, which is in the key too.
struct PixelPart { // of the picture of that size; no width: all of it
    int x = 0, y = 0, width = 0, height = 0;
};
ContentHash prepared_key(ContentHash const& content, int width, int height, int jpeg_quality, PixelPart const& part = {});

class PreparedCache {
public:
    explicit PreparedCache(std::filesystem::path folder); // empty: keeps nothing

    std::optional<StoredPicture> find(ContentHash const& key) const;
    int put(ContentHash const& key, StoredPicture const& stored) const; // 0 or an errno

    // Takes the longest unused pictures away until at most `bytes` are left. Called after a run that added some.
    void trim(std::uint64_t bytes) const;

private:
    std::filesystem::path path_of(ContentHash const& key) const;
    std::filesystem::path folder_;
};

} // namespace kumihan::image
