#include "check.h"

#include "base/utf8.h"
#include "diag/print.h"

#include <cstdio>
#include <cstdlib>

namespace kumihan::fuzz {

void demand(bool promise, char const* what) {
    if (promise) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

namespace {

void check_span(Span span, SourceStore const& store) {
    if (span)
        demand(span.begin <= span.end && span.end <= store.bytes(span.file).size(), "a span lies within its file");
}

} // namespace

void check_diagnostics(diag::Sink const& sink, SourceStore const& store) {
    auto const result = sink.take_ordered();
    for (auto const& diagnostic : result.shown) {
        check_span(diagnostic.span, store);
        for (auto const& label : diagnostic.labels)
            check_span(label.span, store);
    }
    demand(!sink.has_errors() || !result.shown.empty(), "an error is shown");
    for (auto const format : {diag::Format::Human, diag::Format::Short, diag::Format::Json})
        for (auto const language : {diag::Language::Japanese, diag::Language::English}) {
            auto const text = diag::print(result, store, {language, format, diag::Colour::No});
            demand(!utf8::first_invalid(text), "messages are UTF-8");
        }
}

void check_rich(document::RichText const& text, SourceStore const& store) {
    demand(!utf8::first_invalid(text.text), "rich text is UTF-8");
    demand(text.text.find('\n') == std::string::npos, "rich text has no line end");
    std::uint32_t end = 0;
    for (auto const& piece : text.pieces) {
        demand(piece.text_begin >= end && piece.text_begin + piece.length <= text.text.size(), "pieces are ordered");
        end = piece.text_begin + piece.length;
        check_span(piece.source, store);
    }
    for (std::size_t i = 0; i < text.marks.size(); ++i) {
        auto const& mark = text.marks[i];
        demand(mark.begin <= mark.end && mark.end <= text.text.size(), "a mark lies within the text");
        check_span(mark.span, store);
        if (i == 0) continue;
        auto const& before = text.marks[i - 1];
        demand(before.begin <= mark.begin, "marks are ordered");
        demand(mark.begin >= before.end || mark.end <= before.end, "marks are nested");
    }
    std::uint32_t last = 0;
    for (auto const& atom : text.atoms) {
        demand(atom.at >= last && std::string_view(text.text).substr(atom.at).starts_with("\xEF\xBF\xBC"),
               "an atom stands at its U+FFFC");
        last = atom.at;
        check_span(atom.span, store);
    }
}

std::string_view text_of(std::uint8_t const* data, std::size_t size) {
    return {reinterpret_cast<char const*>(data), size};
}

std::string chapter_with_body(std::string_view text) {
    // The indentation is written, so that blanks at the start of the text belong to it.
    std::string out = "kind: text\ntitle: 章\nbody: |2\n";
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        out.append("  ").append(text.substr(at, end - at)).append("\n");
        at = end + 1;
    }
    return out;
}

} // namespace kumihan::fuzz
