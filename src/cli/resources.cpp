#include "cli/resources.h"

#include <vector>

namespace kumihan::cli {

Resources find_resources() {
    std::error_code error;
    auto const program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    std::vector<std::filesystem::path> const roots{program / ".." / "share" / "kumihan", program / "..",
                                                   KUMIHAN_SOURCE_DIR};
    auto const of = [&](std::filesystem::path const& root) {
        auto const clean = root.lexically_normal();
        bool const checkout = std::filesystem::is_directory(clean / "plan-sources" / "templates", error);
        return Resources{clean / "layouts", clean / "fonts", clean / "hyphenation",
                         checkout ? clean / "plan-sources" / "templates" : clean / "templates"};
    };
    for (auto const& root : roots)
        if (std::filesystem::is_directory(root / "layouts", error) &&
            std::filesystem::is_directory(root / "fonts", error))
            return of(root);
    return of(roots.front());
}

} // namespace kumihan::cli
