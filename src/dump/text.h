// Small helpers for dumps: indentation and numbers with fixed decimals.
#pragma once

#include "base/geometry.h"

#include <string>
#include <string_view>

namespace kumihan::dump {

// Points with three decimals, trailing zeros dropped: 12, 8.75, -0.5.
std::string points(Length length);
std::string number(double value); // the same form
std::string color(Color color);   // #rrggbb

// Text on one line: line ends and control characters shown as escapes.
std::string bracketed(std::string_view text);

class Out {
public:
    Out& line(int depth, std::string_view text) {
        text_.append(static_cast<std::size_t>(depth) * 2, ' ');
        text_ += text;
        text_ += '\n';
        return *this;
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

} // namespace kumihan::dump
