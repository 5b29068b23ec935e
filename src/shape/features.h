// What HarfBuzz is asked to do with the text of each kind (fonts.md section 9). Internal to this folder.
#pragma once

#include <hb.h>

#include <algorithm>
#include <array>

namespace kumihan::shape {

constexpr hb_feature_t feature(hb_tag_t tag, unsigned value) {
    return {tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}
inline constexpr std::array kJapaneseFeatures{
    feature(HB_TAG('k', 'e', 'r', 'n'), 0), feature(HB_TAG('v', 'k', 'r', 'n'), 0), feature(HB_TAG('p', 'a', 'l', 't'), 0),
    feature(HB_TAG('h', 'a', 'l', 't'), 0), feature(HB_TAG('c', 'h', 'w', 's'), 0), feature(HB_TAG('v', 'c', 'h', 'w'), 0),
    feature(HB_TAG('l', 'i', 'g', 'a'), 1)}; // on by default in horizontal text only, and it composes か゚
inline constexpr auto kRubyFeatures = [] { // heavier kana, drawn for their size, where the font has them
    std::array<hb_feature_t, kJapaneseFeatures.size() + 1> features{};
    std::copy(kJapaneseFeatures.begin(), kJapaneseFeatures.end(), features.begin());
    features.back() = feature(HB_TAG('r', 'u', 'b', 'y'), 1);
    return features;
}();
inline constexpr std::array kKernedFeatures{feature(HB_TAG('k', 'e', 'r', 'n'), 1), feature(HB_TAG('p', 'a', 'l', 't'), 1)};
inline constexpr std::array kLatinFeatures{feature(HB_TAG('k', 'e', 'r', 'n'), 1), feature(HB_TAG('l', 'n', 'u', 'm'), 1)};

inline constexpr std::array kTabularFeatures{feature(HB_TAG('k', 'e', 'r', 'n'), 0), feature(HB_TAG('l', 'n', 'u', 'm'), 1),
                                      feature(HB_TAG('t', 'n', 'u', 'm'), 1)};

} // namespace kumihan::shape
