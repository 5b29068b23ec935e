#include "document/figures.h"

#include <cstdlib>
#include <optional>
#include <string>

namespace kumihan::document {
namespace {

using diag::Code;
using yaml::ObjectReader;

// Pictures narrower or flatter than this are no pictures any more.
constexpr double kLongestRatio = 8;

struct Word {
    std::string_view name;
    double x, y;
};
constexpr Word kWords[] = {
    {"center", .5, .5},       {"centre", .5, .5},     {"中央", .5, .5},       {"top", .5, 0},         {"上", .5, 0},
    {"bottom", .5, 1},        {"下", .5, 1},          {"left", 0, .5},        {"左", 0, .5},          {"right", 1, .5},
    {"右", 1, .5},            {"top-left", 0, 0},     {"左上", 0, 0},         {"top-right", 1, 0},    {"右上", 1, 0},
    {"bottom-left", 0, 1},    {"左下", 0, 1},         {"bottom-right", 1, 1}, {"右下", 1, 1},
};

std::optional<double> positive(std::string const& text) {
    char* end = nullptr;
    double const value = std::strtod(text.c_str(), &end);
    if (text.empty() || end != text.c_str() + text.size() || !(value > 0 && value < 1e6)) return std::nullopt;
    return value;
}

// "4:3", also with a full-width colon or a slash, or one number: width over height. Gives height over width.
std::optional<double> shape_of(std::string const& text) {
    std::optional<double> width, height = 1.0;
    for (std::string_view const mark : {":", "：", "/", "×", "x"})
        if (auto const at = text.find(mark); at != std::string::npos) {
            width = positive(text.substr(0, at));
            height = positive(text.substr(at + mark.size()));
            break;
        }
    if (!width) width = positive(text);
    if (!width || !height) return std::nullopt;
    double const shape = *height / *width;
    if (shape > kLongestRatio || shape < 1 / kLongestRatio) return std::nullopt;
    return shape;
}

void read_crop(ObjectReader const& reader, Figure& figure) {
    figure.crop = reader.choice_index("crop").value_or(0) == 1;
    std::string const ratio = reader.text("ratio");
    if (ratio.empty()) return;
    if (auto const shape = shape_of(ratio))
        figure.ratio = *shape;
    else
        reader.sink().report(Code::RatioUnreadable, reader.value("ratio").span(), {reader.key("ratio"), ratio});
}

void read_focus(ObjectReader const& reader, Figure& figure) {
    if (!reader.has("focus")) return;
    auto const node = reader.value("focus");
    std::string seen;
    if (node.is_scalar()) {
        seen = node.text();
        for (Word const& word : kWords)
            if (word.name == seen) {
                figure.focus = {word.x, word.y};
                return;
            }
    } else if (node.is_sequence() && node.size() == 2 && node.at(0).is_scalar() && node.at(1).is_scalar()) {
        auto const x = yaml::as_number(node.at(0), reader.key("focus"), reader.sink());
        auto const y = yaml::as_number(node.at(1), reader.key("focus"), reader.sink());
        if (!x || !y) return; // reported
        if (*x >= 0 && *x <= 100 && *y >= 0 && *y <= 100) {
            figure.focus = {*x / 100, *y / 100};
            return;
        }
        seen = std::string(node.at(0).text()) + ", " + std::string(node.at(1).text());
    }
    reader.sink().report(Code::FocusUnreadable, node.span(), {reader.key("focus"), seen});
}

} // namespace

void read_placing(ObjectReader const& reader, Figure& figure) {
    read_shared_placing(reader, figure);
    figure.wrap = reader.choice("wrap", FigureWrap::None);
    figure.caption_side = reader.choice("caption_side", CaptionSide::Below);
    figure.bleed = reader.boolean("bleed");
    read_focus(reader, figure);
}

void read_shared_placing(ObjectReader const& reader, Figure& figure) {
    figure.place = reader.choice("place", FigurePlace::Auto);
    read_crop(reader, figure);
}

} // namespace kumihan::document
