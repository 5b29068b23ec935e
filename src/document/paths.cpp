#include "document/paths.h"

#include "document/near_file.h"

#include <algorithm>
#include <utility>

namespace kumihan::document {
namespace {

namespace fs = std::filesystem;

bool within(fs::path const& path, fs::path const& root) {
    auto const differs = std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first;
    return differs == root.end() || (std::next(differs) == root.end() && differs->empty()); // a root that ends in /
}

} // namespace

PlanPaths::PlanPaths(fs::path folder, FileLoader const& loader) : folder_(std::move(folder)), loader_(loader) {
    if (folder_.empty()) folder_ = ".";
    roots_.push_back(loader_.resolve(folder_));
}

void PlanPaths::allow(fs::path const& folder) { roots_.push_back(loader_.resolve(folder_ / folder)); }

std::optional<fs::path> PlanPaths::locate(std::string_view written, Span span, diag::Sink& sink) const {
    bool const control = std::any_of(written.begin(), written.end(), [](char c) { return c >= 0 && c < 0x20; });
    auto const path = same_to_the_eye(folder_ / fs::path(control ? std::string_view{"?"} : written), loader_);
    auto const resolved = loader_.resolve(path);
    if (!std::any_of(roots_.begin(), roots_.end(), [&](fs::path const& root) { return within(resolved, root); })) {
        sink.report(diag::Code::PathOutsidePlan, span, {std::string{written}});
        return std::nullopt;
    }
    return path;
}

} // namespace kumihan::document
