#include "image/module.h"

#include <system_error>
#include <utility>

#include <dlfcn.h>

namespace kumihan::image {

namespace {

constexpr char const* kFileName = "libkumihan_photos.so";

std::filesystem::path find_module() {
    std::error_code error;
    auto const program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) return {};
    auto const folder = program.parent_path();
    for (auto const& candidate : {folder / kFileName, folder.parent_path() / "lib" / "kumihan" / kFileName})
        if (std::filesystem::exists(candidate, error)) return candidate;
    return {};
}

KumihanPhotos const* load(std::filesystem::path const& path) {
    // With a slash in the name the loader looks nowhere else; nothing is taken from the current folder.
    void* const handle = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!handle) return nullptr;
    auto const entry = reinterpret_cast<KumihanPhotosEntry>(::dlsym(handle, "kumihan_photos"));
    if (!entry) return nullptr;
    KumihanPhotos const* const table = entry();
    return table && table->abi == KUMIHAN_PHOTOS_ABI ? table : nullptr;
}

} // namespace

PhotoModule::PhotoModule(std::filesystem::path path) : path_(std::move(path)) {}

KumihanPhotos const* PhotoModule::table() {
    std::call_once(once_, [this] {
        auto const path = path_.empty() ? find_module() : std::filesystem::absolute(path_);
        name_ = path.empty() ? kFileName : path.filename().string();
        if (!path.empty()) table_ = load(path);
    });
    return table_.load();
}

void PhotoModule::end_thread() {
    if (auto const* const table = table_.load()) table->end_thread();
}

} // namespace kumihan::image
