// Paths that authors write: taken from the plan's folder, links resolved, and refused when they end outside that folder
// and outside the folders the plan allows by name. A YAML file may come from anyone; it must not pull in /etc/passwd.
#pragma once

#include "diag/sink.h"
#include "source/file_loader.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kumihan::document {

class PlanPaths {
public:
    PlanPaths(std::filesystem::path folder, FileLoader const& loader);
    void allow(std::filesystem::path const& folder); // absolute, or from the plan's folder

    // Where the file is; nothing (reported at `span`) when the path leads outside.
    std::optional<std::filesystem::path> locate(std::string_view written, Span span, diag::Sink& sink) const;
    std::filesystem::path const& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
    FileLoader const& loader_;
    std::vector<std::filesystem::path> roots_; // resolved
};

} // namespace kumihan::document
