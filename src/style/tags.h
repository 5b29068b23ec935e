// TagTree: the structure tree of the document (ISO 32000-1 14.7, 14.8; PDF/UA-1), built by `style` together with the
// blocks. Page items carry a TagId; what carries none is an artifact. The `pdf` layer only writes the tree down.
// Order of kids: Eager nodes stand under their parent in the order they were added (the logical order, whatever page or
// float position they get); Inline nodes and marked content follow in the order in which content of the parent appears.
#pragma once

#include "base/ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kumihan::style {

enum class TagType : std::uint8_t {
    Document,
    Part,
    Sect,
    H1,
    H2,
    H3,
    H4,
    P,
    L,
    Li,
    Lbl,
    LBody,
    BlockQuote,
    Toc,
    Toci,
    Reference,
    Figure,
    Caption,
    Table,
    THead,
    TBody,
    Tr,
    Th,
    Td,
    Note,
    Link,
    Span,
    Strong,
    Ruby,
    Rb,
    Rt,
    Warichu,
    Wt,
    Wp,
    Div,
    Index,
    Title,
};

enum class Attach : std::uint8_t { Eager, Inline };
enum class Scope : std::uint8_t { None, Column, Row };

struct TagNode {
    TagType type = TagType::P;
    TagId parent;
    Attach attach = Attach::Eager;
    std::string title, alt, actual_text, language;
    Scope scope = Scope::None; // TH
    std::uint32_t column_span = 1, row_span = 1;
    bool ordered_list = false; // L: ListNumbering Decimal
    std::vector<TagId> headers; // TD: the TH that say what it is, where their scopes do not
    AnchorId anchor;           // Note and headings: what links point to; also the element's ID
};

class TagTree {
public:
    TagId add(TagNode node) {
        nodes_.push_back(std::move(node));
        return TagId{nodes_.size() - 1};
    }
    TagId add(TagType type, TagId parent, Attach attach = Attach::Eager) {
        TagNode node;
        node.type = type;
        node.parent = parent;
        node.attach = attach;
        return add(std::move(node));
    }
    TagNode& operator[](TagId id) { return nodes_[id.value]; }
    TagNode const& operator[](TagId id) const { return nodes_[id.value]; }
    std::vector<TagNode> const& nodes() const { return nodes_; }
    std::size_t size() const { return nodes_.size(); }

private:
    std::vector<TagNode> nodes_;
};

} // namespace kumihan::style
