// Structure: the tag tree with what the pages hold of each node, written as StructElems, ParentTree and IDTree.
// Order of kids as style/tags.h says: eager nodes in the order they were added; inline nodes and marked content where
// they first appear. A node without content below it is left out, but cells of a row that has some are kept.
#pragma once

#include "pdf/content.h"

#include <memory>
#include <vector>

namespace kumihan::pdf {

class Structure {
public:
    Structure(style::TagTree const& tags, std::size_t page_count);

    // In order of pages, each page's events in order.
    void marked(TagId tag, std::size_t page, std::uint32_t mcid);
    // Gives the annotation's /StructParent.
    std::int64_t annotation(TagId tag, std::size_t page, Ref annotation);
    void figure(TagId tag, std::size_t page, Box const& box); // the first page counts

    bool empty() const;
    Ref write(Store& store, std::vector<Ref> const& pages, int jobs); // StructTreeRoot

private:
    struct Kid {
        enum class Kind : std::uint8_t { Element, Marked, Annotation } kind;
        std::uint32_t number; // TagId, MCID or object id
        std::uint32_t page;
        std::uint64_t order;
    };
    struct Node {
        std::vector<Kid> kids;            // in order of appearance
        std::vector<std::uint32_t> eager; // in order of addition
        std::uint64_t first = 0;          // order of the first content below, 0: none
        bool kept = false;
        Ref ref;
        std::size_t box_page = 0;
        bool parted = false; // over a spread: a box is of one page
        std::unique_ptr<Box> box;
    };
    void appear(TagId tag);
    void keep(std::uint32_t index, bool inherited);
    std::vector<Kid> ordered_kids(Node const& node) const;
    void write_element(Store& store, std::uint32_t index, std::vector<Ref> const& pages, Ref root) const;
    std::string kids_text(std::vector<Kid> const& kids, std::size_t page, std::vector<Ref> const& pages) const;
    std::string attributes(std::uint32_t index) const;

    style::TagTree const& tags_;
    std::vector<Node> nodes_; // by TagId, and one more: the root
    std::uint64_t order_ = 0;
    std::vector<std::vector<TagId>> page_parents_; // by page, MCID
    std::vector<TagId> annotation_parents_;
    std::vector<std::string> ids_; // by TagId; empty: none
};

} // namespace kumihan::pdf
