// A language tag (BCP 47) kept by value, so that a run of text can carry its own: "fr", "pt-BR", "zh-Hant-TW". Empty: that
// of the text around it. Invariant: letters, figures and hyphens in the usual case (en-GB, zh-Hant), at most kLongest.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace kumihan {

class LanguageTag {
public:
    static constexpr std::size_t kLongest = 11;

    LanguageTag() = default;
    // What does not fit is left out at a hyphen: a region or a variant less is still the language.
    explicit LanguageTag(std::string_view tag) {
        while (tag.size() > kLongest) {
            auto const hyphen = tag.rfind('-');
            tag = hyphen == std::string_view::npos ? std::string_view{} : tag.substr(0, hyphen);
        }
        std::copy(tag.begin(), tag.end(), text_.begin());
    }

    std::string_view view() const { return {text_.data(), size()}; }
    explicit operator bool() const { return text_[0] != '\0'; }
    bool operator==(LanguageTag const&) const = default;

private:
    std::size_t size() const { return static_cast<std::size_t>(std::find(text_.begin(), text_.end(), '\0') - text_.begin()); }

    std::array<char, kLongest + 1> text_{};
};

} // namespace kumihan
