// Code: every kind of problem the compiler can report. The rows stand in codes.inc, one per code: number, default
// severity, message and hint in Japanese and English with {0} {1} … for the values seen. Numbers stay when words
// improve. Groups: K01 machine and files, K02 YAML, K03 fields, K04 markup, references, dates, K05 layouts, K06 fonts
// and glyphs, K07 photos, K08 composition, K09 output.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kumihan::diag {

enum class Severity : std::uint8_t { Error, Warning, Hint };

enum class Code : std::uint16_t {
#define KUMIHAN_CODE(name, number, severity, message_ja, message_en, hint_ja, hint_en) name = number,
#include "diag/codes.inc"
#undef KUMIHAN_CODE
};

struct CodeInfo {
    Code code;
    std::string_view name; // the enumerator
    Severity severity;
    std::string_view message_ja, message_en;
    std::string_view hint_ja, hint_en; // empty: no hint
};

std::span<CodeInfo const> all_codes(); // numbers ascend
CodeInfo const& info(Code code);
std::string code_text(Code code); // K0203

} // namespace kumihan::diag
