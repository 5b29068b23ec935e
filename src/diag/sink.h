// Sink collects diagnostics from all stages and threads, drops exact repeats, caps the repeats of one code, and hands
// them out ordered by file, position, code. It never prints.
#pragma once

#include "diag/diagnostic.h"

#include <cstddef>
#include <mutex>
#include <vector>

namespace kumihan::diag {

class Sink {
public:
    // Severity is the code's default; `page` is the printed folio where known.
    void report(Code code, Span span, std::vector<std::string> args = {}, std::string page = {});
    void report(Diagnostic diagnostic);

    bool has_errors() const;
    std::size_t count(Severity severity) const;

    struct Result {
        std::vector<Diagnostic> shown; // ordered; at most kRepeatCap of one code
        std::vector<std::pair<Code, std::size_t>> left_out;
    };
    Result take_ordered(std::size_t repeat_cap = 20) const;

private:
    mutable std::mutex mutex_;
    std::vector<Diagnostic> all_;
};

} // namespace kumihan::diag
