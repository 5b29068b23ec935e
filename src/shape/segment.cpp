#include "shape/segment.h"

#include "base/utf8.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

namespace kumihan::shape {

namespace {

// A boundary stands on both sides of such a character when its neighbour is one too. U+FF9E and U+FF9F extend in UAX #29,
// but half-width sound marks are cells of their own.
constexpr bool stands_alone(char32_t c) {
    if (c < 0x300) return c >= 0x20 && c != 0xAD;
    if (c >= 0x3000 && c <= 0xA4CF) return !(c >= 0x302A && c <= 0x302F) && c != 0x3099 && c != 0x309A;
    if (c >= 0xFF01 && c <= 0xFFEF) return true;
    if (c >= 0x370 && c <= 0x52F) return !(c >= 0x483 && c <= 0x489);
    if (c >= 0x2010 && c <= 0x205E) return c < 0x2028 || c > 0x202F;
    if (c >= 0x2070 && c <= 0x20CF) return true;
    if (c >= 0x2100 && c <= 0x2BFF) return true;
    if (c >= 0x2E80 && c <= 0x2FFF) return true;
    if (c >= 0xAC00 && c <= 0xD7A3) return true;
    if (c >= 0xF900 && c <= 0xFAFF) return true;
    if (c >= 0xFE30 && c <= 0xFE6F) return true;
    if (c >= 0x1F000 && c <= 0x1FAFF) return !(c >= 0x1F1E6 && c <= 0x1F1FF) && !(c >= 0x1F3FB && c <= 0x1F3FF);
    return c >= 0x20000 && c <= 0x3FFFD;
}

// Unicode's Stream-Safe Text Format (UAX #15 section 13) has at most 30 marks on a letter: no writing needs as many, and
// no emoji sequence is as long.
constexpr std::size_t kMostMarks = 30;

class CharacterBreaks {
public:
    void append(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Segment>& out) {
        UErrorCode status = U_ZERO_ERROR;
        if (!iterator_) iterator_.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        UText utext = UTEXT_INITIALIZER;
        utext_openUTF8(&utext, text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
        if (U_SUCCESS(status)) iterator_->setText(&utext, status);
        if (U_FAILURE(status)) { // no ICU data: one cluster per code point, so that nothing is lost
            for (std::uint32_t at = begin; at < end;) {
                auto const d = utf8::decode(text, at);
                out.push_back({at, at + d.length, d.code_point, true});
                at += d.length;
            }
            utext_close(&utext);
            return;
        }
        std::uint32_t from = begin;
        for (auto to = iterator_->next(); to != icu::BreakIterator::DONE; to = iterator_->next()) {
            auto const until = begin + static_cast<std::uint32_t>(to);
            while (from < until) from = append_one(text, from, until, out);
        }
        utext_close(&utext);
    }

private:
    // A cluster, or as much of an endless one as a shaper should see: what HarfBuzz does with its marks is quadratic.
    static std::uint32_t append_one(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Segment>& out) {
        auto const base = utf8::decode(text, begin);
        std::uint32_t at = begin + base.length;
        for (std::size_t marks = 0; at < end && marks < kMostMarks; ++marks) at += utf8::decode(text, at).length;
        out.push_back({begin, at, base.code_point, begin + base.length == at});
        return at;
    }

    std::unique_ptr<icu::BreakIterator> iterator_;
};

} // namespace

void segment(std::string_view text, std::vector<Segment>& out) {
    CharacterBreaks breaks; // asks ICU only when used
    auto const size = static_cast<std::uint32_t>(text.size());
    std::uint32_t at = 0;
    auto here = utf8::decode(text, 0);
    while (at < size) {
        std::uint32_t const next = at + here.length;
        auto const after = next < size ? utf8::decode(text, next) : utf8::Decoded{U' ', 1};
        if (stands_alone(here.code_point) && stands_alone(after.code_point)) {
            out.push_back({at, next, here.code_point, true});
            at = next;
            here = after;
            continue;
        }
        // Up to the next place between two that stand alone
        std::uint32_t end = next;
        auto last = here, following = after;
        while (end < size && !(stands_alone(last.code_point) && stands_alone(following.code_point))) {
            last = following;
            end += last.length;
            following = end < size ? utf8::decode(text, end) : utf8::Decoded{U' ', 1};
        }
        breaks.append(text, at, end, out);
        at = end;
        here = following;
    }
}

} // namespace kumihan::shape
