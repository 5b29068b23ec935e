#include "diag/sink.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace kumihan::diag {
namespace {

// Problems of no place come first: they concern the whole run. Arguments decide last, so that the order never depends
// on which thread reported first.
bool before(Diagnostic const& a, Diagnostic const& b) {
    auto key = [](Diagnostic const& d) {
        return std::tuple(static_cast<bool>(d.span), d.span.file.value, d.span.begin, d.span.end, d.code);
    };
    if (key(a) != key(b)) return key(a) < key(b);
    return std::tie(a.args, a.page) < std::tie(b.args, b.page);
}

bool same(Diagnostic const& a, Diagnostic const& b) {
    return a.code == b.code && a.span == b.span && a.args == b.args && a.page == b.page;
}

} // namespace

void Sink::report(Code code, Span span, std::vector<std::string> args, std::string page) {
    report(Diagnostic{code, info(code).severity, span, std::move(args), {}, std::move(page)});
}

void Sink::report(Diagnostic diagnostic) {
    std::lock_guard const lock(mutex_);
    all_.push_back(std::move(diagnostic));
}

bool Sink::has_errors() const { return count(Severity::Error) > 0; }

std::size_t Sink::count(Severity severity) const {
    std::lock_guard const lock(mutex_);
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [&](Diagnostic const& d) { return d.severity == severity; }));
}

Sink::Result Sink::take_ordered(std::size_t repeat_cap) const {
    std::vector<Diagnostic> all;
    {
        std::lock_guard const lock(mutex_);
        all = all_;
    }
    std::stable_sort(all.begin(), all.end(), before);
    all.erase(std::unique(all.begin(), all.end(), same), all.end());

    Result result;
    std::map<Code, std::size_t> seen;
    for (auto& diagnostic : all)
        if (++seen[diagnostic.code] <= repeat_cap) result.shown.push_back(std::move(diagnostic));
    for (auto const& [code, n] : seen)
        if (n > repeat_cap) result.left_out.emplace_back(code, n - repeat_cap);
    return result;
}

} // namespace kumihan::diag
