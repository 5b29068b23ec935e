#include "cli/resources.h"

#include <vector>

namespace kumihan::cli {

Resources find_resources() {
    std::error_code error;
    auto const program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    std::vector<std::filesystem::path> const roots{program / ".." / "share" / "kumihan", program / "..",
                                                   KUMIHAN_SOURCE_DIR};
    for (auto const& root : roots)
        if (std::filesystem::is_directory(root / "layouts", error) &&
            std::filesystem::is_directory(root / "fonts", error)) {
            auto const clean = root.lexically_normal();
            return {clean / "layouts", clean / "fonts", clean / "hyphenation"};
        }
    return {roots.front() / "layouts", roots.front() / "fonts", roots.front() / "hyphenation"};
}

} // namespace kumihan::cli
