#include "diag/codes.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace kumihan::diag {
namespace {

constexpr CodeInfo kCodes[] = {
#define KUMIHAN_CODE(name, number, severity, message_ja, message_en, hint_ja, hint_en)                                 \
    {Code::name, #name, Severity::severity, message_ja, message_en, hint_ja, hint_en},
#include "diag/codes.inc"
#undef KUMIHAN_CODE
};

constexpr bool ascending() {
    for (std::size_t i = 1; i < std::size(kCodes); ++i)
        if (kCodes[i].code <= kCodes[i - 1].code) return false;
    return true;
}
static_assert(ascending(), "codes.inc: numbers ascend and none is used twice");

} // namespace

std::span<CodeInfo const> all_codes() { return kCodes; }

CodeInfo const& info(Code code) {
    auto const* const found = std::lower_bound(std::begin(kCodes), std::end(kCodes), code,
                                               [](CodeInfo const& row, Code wanted) { return row.code < wanted; });
    return *found; // every enumerator has its row: both come from the same lines
}

std::string code_text(Code code) {
    auto const digits = std::to_string(static_cast<unsigned>(code));
    std::string text(1, 'K');
    text.append(digits.size() < 4 ? 4 - digits.size() : 0, '0');
    text.append(digits);
    return text;
}

} // namespace kumihan::diag
