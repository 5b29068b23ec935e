// PhotoModule: the loaded kumihan_photos, found beside the running program or, when installed, in ../lib/kumihan.
// Input: a path, or nothing. Output: the table of module_abi.h, or why there is none. Invariants: loaded once per
// process and never unloaded (the libraries behind it cannot be); may be asked from any thread.
#pragma once

#include "image/module_abi.h"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <string>

namespace kumihan::image {

class PhotoModule {
public:
    explicit PhotoModule(std::filesystem::path path); // empty: search
    KumihanPhotos const* table();                     // loads at the first call; null: not usable
    std::string const& name() const { return name_; } // the file, for messages; after table()
    bool loaded() const { return table_.load() != nullptr; }
    void end_thread(); // frees what the calling thread holds in there; nothing when not loaded

private:
    std::filesystem::path path_;
    std::once_flag once_;
    std::atomic<KumihanPhotos const*> table_{nullptr};
    std::string name_;
};

} // namespace kumihan::image
