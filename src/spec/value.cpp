#include "spec/value.h"

#include <charconv>
#include <string>

namespace kumihan::spec {

std::optional<Length> parse_length(std::string_view text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || !(value > -10000 && value < 10000)) return std::nullopt;
    std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    while (unit.starts_with(' '))
        unit.remove_prefix(1);
    if (unit == "pt") return Length::pt(value);
    if (unit == "mm") return Length::mm(value);
    if (unit == "cm") return Length::mm(value * 10);
    if (unit == "Q" || unit == "q" || unit == "H" || unit == "h") return Length::q(value);
    if (unit.empty() && value == 0) return Length{};
    return std::nullopt;
}

std::optional<Color> parse_color(std::string_view text) {
    if (text.size() != 7 || text[0] != '#') return std::nullopt;
    unsigned value = 0;
    auto const [end, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
    if (error != std::errc{} || end != text.data() + 7) return std::nullopt;
    return Color{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
                 static_cast<std::uint8_t>(value & 0xFF)};
}

std::optional<Size> paper_size(std::string_view name) {
    struct Paper {
        std::string_view name;
        double width, height;
    };
    static constexpr Paper kPapers[] = {{"A3", 297, 420}, {"A4", 210, 297}, {"A5", 148, 210}, {"A6", 105, 148},
                                        {"B4", 257, 364}, {"B5", 182, 257}, {"B6", 128, 182}, {"四六", 127, 188}};
    for (Paper const& paper : kPapers)
        if (paper.name == name) return Size{Length::mm(paper.width), Length::mm(paper.height)};
    return std::nullopt;
}

} // namespace kumihan::spec
