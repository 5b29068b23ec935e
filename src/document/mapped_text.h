// MappedText: a piece of an author's text together with the way back to the source bytes. Built from a YAML scalar or
// cut out of another MappedText (list items and quotes lose their marks and indentation). Line ends are '\n', also
// where YAML folded a line break into a space: joining lines is decided by the markup, which knows Japanese from Latin.
#pragma once

#include "document/model.h"
#include "yaml/node.h"

#include <string>
#include <string_view>
#include <vector>

namespace kumihan::document {

class MappedText {
public:
    MappedText() = default;
    explicit MappedText(yaml::Node scalar);

    std::string_view text() const { return text_; }
    bool empty() const { return text_.empty(); }
    std::size_t size() const { return text_.size(); }
    Span span(std::size_t begin, std::size_t end) const;
    Span span() const { return span(0, text_.size()); }

    // A field that is one run of text: blanks around each line taken off, and the full-width space before the first.
    static MappedText run_of(yaml::Node scalar);

    // Adds bytes [begin, end) of another text of the same file.
    void append(MappedText const& from, std::size_t begin, std::size_t end);

    // Adds bytes [begin, end) to a rich text, with their pieces.
    void copy_to(RichText& out, std::size_t begin, std::size_t end) const;
    // Adds other words that stand for bytes [begin, end): a space for a line end, U+FFFC for a mark.
    void copy_as(RichText& out, std::string_view words, std::size_t begin, std::size_t end) const;

private:
    std::string text_;
    std::vector<yaml::SourcePiece> pieces_;
    FileId file_;
    Span whole_; // where the text has no pieces
};

} // namespace kumihan::document
