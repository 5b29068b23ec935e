#include "pdf/structure.h"

#include "base/parallel.h"
#include "pdf/tree.h"

#include <algorithm>
#include <set>

namespace kumihan::pdf {

using style::TagType;

namespace {

constexpr std::size_t kElementsAtATime = 512;

bool is_cell_or_row(TagType type) { return type == TagType::Tr || type == TagType::Th || type == TagType::Td; }

} // namespace

Structure::Structure(style::TagTree const& tags, std::size_t page_count)
    : tags_(tags), nodes_(tags.size() + 1), page_parents_(page_count), ids_(tags.size()) {
    auto const root = static_cast<std::uint32_t>(tags.size());
    std::set<std::string> taken;
    for (std::uint32_t i = 0; i < tags.size(); ++i) {
        auto const& node = tags.nodes()[i];
        if (node.attach == style::Attach::Eager) nodes_[node.parent ? node.parent.value : root].eager.push_back(i);
        // Notes must have an ID (PDF/UA-1 7.9); whatever links point to gets one too, the first that asks for it.
        std::string id;
        if (node.anchor) id.append(1, 'a').append(std::to_string(node.anchor.value));
        if (node.type == TagType::Note && (id.empty() || taken.count(id) > 0))
            id.assign(1, 't').append(std::to_string(i));
        if (!id.empty() && taken.insert(id).second) ids_[i] = id;
        for (TagId const head : node.headers) // heads stand before what they head
            if (ids_[head.value].empty()) ids_[head.value] = "h" + std::to_string(head.value);
    }
}

// Notes the first content of a node and of those above it; an inline node takes its place among its parent's kids.
void Structure::appear(TagId tag) {
    ++order_;
    auto const root = static_cast<std::uint32_t>(tags_.size());
    for (std::uint32_t index = tag.value; index != root;) {
        Node& node = nodes_[index];
        if (node.first != 0) return;
        node.first = order_;
        auto const& info = tags_.nodes()[index];
        std::uint32_t const parent = info.parent ? info.parent.value : root;
        if (info.attach == style::Attach::Inline) nodes_[parent].kids.push_back({Kid::Kind::Element, index, 0, order_});
        index = parent;
    }
}

void Structure::marked(TagId tag, std::size_t page, std::uint32_t mcid) {
    appear(tag);
    nodes_[tag.value].kids.push_back({Kid::Kind::Marked, mcid, static_cast<std::uint32_t>(page), order_});
    page_parents_[page].push_back(tag);
}

std::int64_t Structure::annotation(TagId tag, std::size_t page, Ref annotation) {
    appear(tag);
    nodes_[tag.value].kids.push_back({Kid::Kind::Annotation, annotation.id, static_cast<std::uint32_t>(page), order_});
    annotation_parents_.push_back(tag);
    return static_cast<std::int64_t>(page_parents_.size() + annotation_parents_.size() - 1);
}

void Structure::figure(TagId tag, std::size_t page, Box const& box) {
    Node& node = nodes_[tag.value];
    if (node.box) {
        node.parted = node.parted || node.box_page != page;
        return;
    }
    node.box = std::make_unique<Box>(box);
    node.box_page = page;
}

bool Structure::empty() const { return tags_.size() == 0; }

void Structure::keep(std::uint32_t index, bool inherited) {
    Node& node = nodes_[index];
    node.kept = node.first != 0 || inherited;
    if (!node.kept) return;
    for (std::uint32_t const kid : node.eager)
        keep(kid, is_cell_or_row(tags_.nodes()[kid].type));
    for (Kid const& kid : node.kids)
        if (kid.kind == Kid::Kind::Element) keep(kid.number, false);
}

// Eager kids keep their order whatever page they came to; the node's own content goes before the first eager kid that
// appears later.
std::vector<Structure::Kid> Structure::ordered_kids(Node const& node) const {
    std::vector<Kid> all;
    auto own = node.kids.begin();
    for (std::uint32_t const index : node.eager) {
        if (!nodes_[index].kept) continue;
        for (; own != node.kids.end() && own->order < nodes_[index].first; ++own)
            all.push_back(*own);
        all.push_back({Kid::Kind::Element, index, 0, nodes_[index].first});
    }
    all.insert(all.end(), own, node.kids.end());
    return all;
}

std::string Structure::kids_text(std::vector<Kid> const& kids, std::size_t page, std::vector<Ref> const& pages) const {
    std::string out;
    for (Kid const& kid : kids) {
        if (!out.empty()) out += ' ';
        switch (kid.kind) {
        case Kid::Kind::Element:
            put_ref(out, nodes_[kid.number].ref);
            break;
        case Kid::Kind::Marked:
            if (kid.page == page) {
                put_integer(out, kid.number);
            } else {
                out += "<</Type/MCR/Pg ";
                put_ref(out, pages[kid.page]);
                out += "/MCID ";
                put_integer(out, kid.number);
                out += ">>";
            }
            break;
        case Kid::Kind::Annotation:
            out += "<</Type/OBJR/Pg ";
            put_ref(out, pages[kid.page]);
            out += "/Obj ";
            put_ref(out, Ref{kid.number});
            out += ">>";
            break;
        }
    }
    return kids.size() == 1 ? out : '[' + out + ']';
}

// ISO 32000-1 14.8.5
std::string Structure::attributes(std::uint32_t index) const {
    auto const& tag = tags_.nodes()[index];
    Node const& node = nodes_[index];
    std::string out;
    if (tag.type == TagType::L)
        out += tag.ordered_list ? "<</O/List/ListNumbering/Decimal>>" : "<</O/List/ListNumbering/Disc>>";
    if (tag.type == TagType::Th || tag.type == TagType::Td) {
        std::string table;
        if (tag.type == TagType::Th && tag.scope != style::Scope::None)
            table += tag.scope == style::Scope::Column ? "/Scope/Column" : "/Scope/Row";
        if (tag.column_span > 1) {
            table += "/ColSpan ";
            put_integer(table, tag.column_span);
        }
        if (tag.row_span > 1) {
            table += "/RowSpan ";
            put_integer(table, tag.row_span);
        }
        std::string headers;
        for (TagId const head : tag.headers)
            if (!ids_[head.value].empty()) put_bytes(headers, ids_[head.value]);
        if (!headers.empty()) table += "/Headers[" + headers + ']';
        if (!table.empty()) out += "<</O/Table" + table + ">>";
    }
    if (node.box && !node.parted) {
        out += "<</O/Layout/Placement/Block/BBox[";
        put_fixed(out, node.box->left);
        for (Fixed const value : {node.box->bottom, node.box->right, node.box->top}) {
            out += ' ';
            put_fixed(out, value);
        }
        out += "]>>";
    }
    return out;
}

void Structure::write_element(Store& store, std::uint32_t index, std::vector<Ref> const& pages, Ref root) const {
    Node const& node = nodes_[index];
    auto const& tag = tags_.nodes()[index];
    auto const kids = ordered_kids(node);

    std::string entries = "/S/";
    entries += standard_type(tag.type);
    entries += "/P ";
    put_ref(entries, tag.parent ? nodes_[tag.parent.value].ref : root);
    std::size_t page = pages.size();
    for (Kid const& kid : kids)
        if (kid.kind == Kid::Kind::Marked) {
            page = kid.page;
            break;
        }
    if (page == pages.size() && node.box) page = node.box_page;
    if (page < pages.size()) {
        entries += "/Pg ";
        put_ref(entries, pages[page]);
    }
    if (!kids.empty()) {
        entries += "/K ";
        entries += kids_text(kids, page, pages);
    }
    if (auto const list = attributes(index); !list.empty()) entries += "/A " + list;
    for (auto const& [key, text] : {std::pair{"/T ", &tag.title},
                                    {"/Alt ", &tag.alt},
                                    {"/ActualText ", &tag.actual_text},
                                    {"/Lang ", &tag.language}}) {
        if (text->empty()) continue;
        entries += key;
        put_text(entries, *text);
    }
    if (!ids_[index].empty()) {
        entries += "/ID";
        put_bytes(entries, ids_[index]);
    }
    store.set(node.ref, std::move(entries));
}

Ref Structure::write(Store& store, std::vector<Ref> const& pages, int jobs) {
    auto const root_index = static_cast<std::uint32_t>(tags_.size());
    nodes_[root_index].first = 1;
    keep(root_index, true);
    Ref const root = store.reserve();
    for (std::uint32_t i = 0; i < root_index; ++i)
        if (nodes_[i].kept) nodes_[i].ref = store.reserve();
    parallel_for(root_index, jobs, kElementsAtATime, [&](std::size_t i) {
        if (nodes_[i].kept) write_element(store, static_cast<std::uint32_t>(i), pages, root);
    });
    std::vector<std::pair<std::string, std::string>> ids;
    for (std::uint32_t i = 0; i < root_index; ++i) {
        if (!nodes_[i].kept || ids_[i].empty()) continue;
        ids.emplace_back(ids_[i], "");
        put_ref(ids.back().second, nodes_[i].ref);
    }
    std::sort(ids.begin(), ids.end());

    std::vector<std::pair<std::int64_t, std::string>> parents;
    for (std::size_t page = 0; page < page_parents_.size(); ++page) {
        if (page_parents_[page].empty()) continue;
        std::string list = "[";
        for (TagId const tag : page_parents_[page]) {
            if (list.size() > 1) list += ' ';
            put_ref(list, nodes_[tag.value].ref);
        }
        parents.emplace_back(static_cast<std::int64_t>(page), list + ']');
    }
    for (std::size_t i = 0; i < annotation_parents_.size(); ++i) {
        std::string ref;
        put_ref(ref, nodes_[annotation_parents_[i].value].ref);
        parents.emplace_back(static_cast<std::int64_t>(page_parents_.size() + i), ref);
    }

    std::string entries = "/Type/StructTreeRoot/ParentTree ";
    put_ref(entries, write_number_tree(store, parents));
    entries += "/ParentTreeNextKey ";
    put_integer(entries, static_cast<std::int64_t>(page_parents_.size() + annotation_parents_.size()));
    auto const kids = ordered_kids(nodes_[root_index]);
    if (!kids.empty()) entries += "/K " + kids_text(kids, pages.size(), pages);
    if (!ids.empty()) {
        entries += "/IDTree ";
        put_ref(entries, write_name_tree(store, ids));
    }
    entries += "/RoleMap<</Title/P/Strong/Span>>";
    store.set(root, std::move(entries));
    return root;
}

} // namespace kumihan::pdf
