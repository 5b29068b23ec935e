#include "document/near_file.h"

#include "base/utf8.h"
#include "yaml/decode.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace kumihan::document {
namespace {

namespace fs = std::filesystem;

bool ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string normalized(std::string const& text, icu::Normalizer2 const* form, UErrorCode error) {
    if (U_FAILURE(error) || !form || ascii(text)) return text;
    auto const made = form->normalize(icu::UnicodeString::fromUTF8(text), error);
    if (U_FAILURE(error)) return text;
    std::string out;
    made.toUTF8String(out);
    return out;
}

std::string composed(std::string const& text) {
    UErrorCode error = U_ZERO_ERROR;
    auto const* const form = icu::Normalizer2::getNFCInstance(error);
    return normalized(text, form, error);
}

// One spelling for names that are mixed up: widths of letters, capitals, blanks, .jpeg and .jpg.
std::string folded(std::string const& name) {
    UErrorCode error = U_ZERO_ERROR;
    auto const* const form = icu::Normalizer2::getNFKCCasefoldInstance(error);
    auto out = normalized(name, form, error);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    std::erase(out, ' ');
    if (out.ends_with(".yaml.txt") || out.ends_with(".yml.txt"))
        out.resize(out.size() - 4); // as an editor of Windows saves
    constexpr std::pair<std::string_view, std::string_view> kEndings[] = {{".jpeg", ".jpg"}, {".yml", ".yaml"}};
    for (auto const& [ending, usual] : kEndings)
        if (out.ends_with(ending)) out.replace(out.size() - ending.size(), ending.size(), usual);
    return out;
}

std::string figures(std::string_view text) {
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
    return out;
}

std::string_view stem(std::string_view name) { return name.substr(0, name.rfind('.')); }

// The one of `names` that `wanted` means, or nothing.
std::string nearest_name(std::string const& wanted, std::vector<std::string> const& names) {
    auto const key = folded(wanted);
    std::vector<std::string> keys;
    for (auto const& name : names)
        keys.push_back(folded(name));
    auto const first = [&](auto const& fits) {
        auto const found = std::find_if(keys.begin(), keys.end(), fits);
        return found == keys.end() ? std::string{} : names[static_cast<std::size_t>(found - keys.begin())];
    };
    if (auto same = first([&](std::string const& one) { return one == key; }); !same.empty()) return same;
    if (auto other_ending = first([&](std::string const& one) { return stem(one) == stem(key); });
        !other_ending.empty())
        return other_ending;
    std::vector<std::string_view> candidates;
    for (auto const& one : keys)
        if (figures(one) == figures(key)) candidates.push_back(stem(one)); // an ending says nothing of what is meant
    auto const near = yaml::nearest(stem(key), candidates);
    return near.empty() ? std::string{} : first([&](std::string const& one) { return stem(one) == near; });
}

// photos\a.jpg, also with the yen sign that Japanese keyboards have for it, and full-width strokes.
std::string with_strokes(std::string_view written) {
    std::string out;
    for (std::size_t i = 0; i < written.size();) {
        auto const one = utf8::decode(written, i);
        bool const stroke = std::u32string_view{U"\\¥￥／＼"}.find(one.code_point) != std::u32string_view::npos;
        out += stroke ? std::string_view{"/"} : written.substr(i, one.length);
        i += one.length;
    }
    return out;
}

} // namespace

fs::path same_to_the_eye(fs::path const& path, FileLoader const& loader) {
    auto const name = path.filename().string();
    if (ascii(name) || loader.is_file(path)) return path;
    auto const wanted = composed(name);
    for (auto const& other : loader.names(path.parent_path()))
        if (composed(other) == wanted) return path.parent_path() / other;
    return path;
}

std::string near_file(fs::path const& folder, std::string_view written, FileLoader const& loader) {
    fs::path const said(with_strokes(written));
    auto const name = said.filename().string();
    if (name.empty()) return {};
    std::vector<fs::path> places;
    if (said.is_relative() && said.string().find(':') == std::string::npos) places.push_back(said.parent_path());
    for (std::string_view const usual : {"photos", "写真", ""})
        if (std::find(places.begin(), places.end(), fs::path(usual)) == places.end()) places.emplace_back(usual);
    for (auto const& place : places)
        if (auto const found = nearest_name(name, loader.names(place.empty() ? folder : folder / place));
            !found.empty())
            return (place / found).generic_string();
    return {};
}

void report_missing(fs::path const& folder, std::string_view written, Span span, FileLoader const& loader,
                    diag::Sink& sink) {
    std::vector<std::string> args{std::string{written}};
    auto near = near_file(folder, written, loader);
    auto const code = near.empty() ? diag::Code::FileMissing : diag::Code::FileMissingNear;
    if (!near.empty()) args.push_back(std::move(near));
    sink.report(code, span, std::move(args));
}

} // namespace kumihan::document
