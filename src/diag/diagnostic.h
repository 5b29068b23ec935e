// A diagnostic is data: what was found (code and the values seen), where, and how grave it is. The words in Japanese
// and English stand in one table (codes.h) and are chosen when printing; library code writes to no stream.
#pragma once

#include "diag/codes.h"
#include "source/span.h"

#include <optional>
#include <string>
#include <vector>

namespace kumihan::diag {

struct Label {
    Span span;
    std::string note; // both languages use it as it is: a name, a key, a place
};

struct Diagnostic {
    Code code;
    Severity severity;
    Span span;                     // may be empty: a problem of no single place
    std::vector<std::string> args; // {0} {1} … of the code's message and hint
    std::vector<Label> labels;
    std::string page; // printed folio, where a problem shows on a page
};

} // namespace kumihan::diag
