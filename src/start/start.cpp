#include "start/start.h"

#include <algorithm>
#include <string>
#include <system_error>

namespace kumihan::start {
namespace {

namespace fs = std::filesystem;
using diag::Code;

// The templates' files, relative to their folder, in order.
std::vector<fs::path> files_of(fs::path const& templates, std::error_code& error) {
    std::vector<fs::path> out;
    for (fs::recursive_directory_iterator entry(templates, error), end; !error && entry != end; entry.increment(error))
        if (entry->is_regular_file(error)) out.push_back(entry->path().lexically_relative(templates));
    std::sort(out.begin(), out.end());
    return out;
}

Outcome failed(Code code, fs::path const& path, std::error_code const& error, diag::Sink& sink) {
    if (error == std::errc::no_space_on_device)
        sink.report(Code::DiskFull, {}, {path.string()});
    else
        sink.report(code, {}, {path.string(), error.message()});
    return Outcome::MachineProblems;
}

} // namespace

Outcome new_plan(fs::path const& templates, fs::path const& folder, diag::Sink& sink, std::vector<fs::path>& written) {
    std::error_code error;
    auto const files = files_of(templates, error);
    if (error || files.empty()) return failed(Code::FileNotReadable, templates, error, sink);
    for (auto const& file : files)
        if (fs::exists(fs::symlink_status(folder / file, error))) {
            sink.report(Code::NewPlanExists, {}, {(folder / file).string()});
            return Outcome::Exists;
        }
    for (auto const& file : files) {
        auto const to = folder / file;
        fs::create_directories(to.parent_path(), error);
        if (error) return failed(Code::OutputNotWritable, to.parent_path(), error, sink);
        // Without an option that allows it, a file that came to be meanwhile is an error and stays.
        fs::copy_file(templates / file, to, error);
        if (error) return failed(Code::OutputNotWritable, to, error, sink);
        // The author's own file, whoever may write the program's.
        fs::permissions(to, fs::perms::owner_write, fs::perm_options::add, error);
        written.push_back(to);
    }
    return Outcome::Done;
}

} // namespace kumihan::start
