#include "para/phrase.h"

#include "text/char_class.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace kumihan::para {

namespace {

using text::JlreqClass;

constexpr std::int16_t kWithinPhrase = 400;
constexpr std::uint32_t kShortBrackets = 10; // bodies between 「 and 」
// ICU's time grows with the square of the length. A head this long is none, but it may be written.
constexpr std::size_t kLongestForIcu = 6000; // bytes

std::unique_ptr<icu::BreakIterator> make_phrase_breaks() {
    UErrorCode status = U_ZERO_ERROR;
    auto const locale = icu::Locale::forLanguageTag("ja-u-lw-phrase", status);
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createLineInstance(locale, status));
    if (U_FAILURE(status) || !made) return nullptr;
    // An ICU older than 71 takes the locale and breaks between all characters.
    icu::UnicodeString const sample(u"\u3053\u308C\u304B\u3089\u3082"); // これからも
    made->setText(sample);
    made->first();
    return made->next() == 1 ? nullptr : std::move(made);
}

// Byte offsets at which a phrase may start; nothing when ICU does not know phrases.
std::optional<std::vector<std::uint32_t>> icu_phrases(std::string_view text) {
    if (text.size() > kLongestForIcu) return std::nullopt;
    // Making one costs some 25 ms (the dictionary), so each thread keeps its own.
    thread_local std::unique_ptr<icu::BreakIterator> const breaks = make_phrase_breaks();
    if (!breaks) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_FAILURE(status)) return std::nullopt;
    std::vector<std::uint32_t> starts;
    breaks->setText(&utext, status);
    if (U_SUCCESS(status)) {
        breaks->first();
        for (auto at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next())
            starts.push_back(static_cast<std::uint32_t>(at));
    }
    utext_close(&utext);
    return starts;
}

bool starts_phrase(Box const& before, Box const& next) {
    using enum JlreqClass;
    auto const heads = text::ClassSet::of(Katakana, Ideograph, Western, GroupedNumeral, OpeningBracket, RubyBase, JukugoBase);
    auto const ends = text::ClassSet::of(Hiragana, FullStop, Comma, ClosingBracket, DividingMark, IdeographicSpace);
    return heads.has(next.cls) && ends.has(before.cls);
}

} // namespace

void mark_phrases(std::string_view text, shape::ShapedText const& shaped, Paragraph& out) {
    auto const starts = icu_phrases(text);
    auto& boxes = out.boxes;
    for (std::size_t b = 0; b + 1 < boxes.size(); ++b) {
        auto const byte = shaped.clusters[boxes[b + 1].cluster].begin;
        boxes[b].gap.phrase_end = starts ? std::binary_search(starts->begin(), starts->end(), byte)
                                         : starts_phrase(boxes[b], boxes[b + 1]);
        bool const by_word_space = boxes[b].gap.expand == text::Expand::WordSpace;
        if (by_word_space) boxes[b].gap.phrase_end = true;
    }
    for (std::size_t open = 0; open < boxes.size(); ++open) {
        if (boxes[open].cls != JlreqClass::OpeningBracket) continue;
        for (std::size_t close = open; close < boxes.size() && close - open <= kShortBrackets + 1; ++close) {
            if (boxes[close].cls != JlreqClass::ClosingBracket) continue;
            for (std::size_t b = open; b < close; ++b) boxes[b].gap.phrase_end = false;
            break;
        }
    }
    for (auto& box : boxes)
        if (box.gap.at == Break::Allowed && !box.gap.phrase_end)
            box.gap.penalty = static_cast<std::int16_t>(box.gap.penalty + kWithinPhrase);
}

} // namespace kumihan::para
