#include "source/decode_text.h"

#include "base/utf8.h"

#include <unicode/ucnv.h>

#include <memory>
#include <string_view>

namespace kumihan::source {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

DecodedText convert(std::string_view bytes, char const* encoding) {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<UConverter, CloseConverter> const from(ucnv_open(encoding, &error));
    std::unique_ptr<UConverter, CloseConverter> const to(ucnv_open("UTF-8", &error));
    DecodedText out;
    if (U_FAILURE(error)) { // an ICU without its data
        out.text = kReplacement;
        out.unreadable = 0;
        return out;
    }
    char const* source = bytes.data();
    char const* const end = source + bytes.size();
    char buffer[4096];
    UChar pivot[1024];
    UChar *pivot_source = pivot, *pivot_target = pivot;
    for (bool first = true;; first = false) {
        char* target = buffer;
        error = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), from.get(), &target, buffer + sizeof buffer, &source, end, pivot, &pivot_source,
                       &pivot_target, pivot + std::size(pivot), first, true, &error);
        out.text.append(buffer, target);
        if (error != U_BUFFER_OVERFLOW_ERROR) break;
    }
    if (U_FAILURE(error)) out.text += kReplacement;
    // For a lone byte without meaning ICU writes SUB, which no text has.
    if (auto const lone = out.text.find('\x1A'); lone != std::string::npos && bytes.find('\x1A') == std::string_view::npos)
        out.text.replace(lone, 1, kReplacement); // the first is enough: the text is of no use
    if (out.text.starts_with("\xEF\xBB\xBF")) out.text.erase(0, 3);
    if (auto const bad = out.text.find(kReplacement); bad != std::string::npos) out.unreadable = bad;
    return out;
}

} // namespace

DecodedText decode_text(std::string bytes) {
    if (bytes.starts_with("\xFF\xFE")) return convert(bytes, "UTF-16LE");
    if (bytes.starts_with("\xFE\xFF")) return convert(bytes, "UTF-16BE");
    bool const marked = bytes.starts_with("\xEF\xBB\xBF");
    if (marked) bytes.erase(0, 3);
    if (!utf8::first_invalid(bytes)) return {std::move(bytes), std::nullopt};
    return convert(bytes, marked ? "UTF-8" : "windows-31j");
}

} // namespace kumihan::source
