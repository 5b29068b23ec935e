#include "pdf/navigation.h"

namespace kumihan::pdf {

Destinations::Destinations(page::Book const& book, std::vector<Ref> const& pages) : book_(book), pages_(pages) {
    places_.resize(book.anchor_count);
    for (std::size_t page = 0; page < book.pages.size(); ++page)
        for (auto const& item : book.pages[page].items) {
            auto const* const anchor = std::get_if<page::Anchor>(&item.what);
            if (!anchor || !anchor->id) continue;
            if (anchor->id.value >= places_.size()) places_.resize(anchor->id.value + std::size_t{1});
            if (auto& place = places_[anchor->id.value]; !place.known) place = {page, item.at, true};
        }
}

std::optional<std::string> Destinations::find(AnchorId anchor) const {
    if (!anchor || anchor.value >= places_.size() || !places_[anchor.value].known) return std::nullopt;
    auto const& [page, at, known] = places_[anchor.value];
    Point const corner = trim_corner(book_.pages[page]);
    std::string out = "[";
    put_ref(out, pages_[page]);
    // Left and zoom stay as they are: a jump within a page must not push its margin out of the window.
    out += "/XYZ null ";
    put_fixed(out, to_coordinate(corner.y - at.y));
    return out + " null]";
}

std::string link_entries(page::Page const& page, page::PageItem const& item, Destinations const& destinations) {
    auto const& area = std::get<page::LinkArea>(item.what);
    Box const box = box_of(page, item.at, area.size);
    std::string out = "/Type/Annot/Subtype/Link/Rect[";
    put_fixed(out, box.left);
    for (Fixed const value : {box.bottom, box.right, box.top}) {
        out += ' ';
        put_fixed(out, value);
    }
    out += "]/Border[0 0 0]/F 4/Contents ";
    std::string description = area.description;
    if (auto const* const url = std::get_if<std::string>(&area.target)) {
        put_text(out, description.empty() ? *url : description);
        out += "/A<</S/URI/URI";
        put_uri(out, *url);
        return out + ">>";
    }
    auto const place = destinations.find(std::get<AnchorId>(area.target));
    if (!place) return {};
    put_text(out, description.empty() ? "\xE2\x86\x92" : description); // →: Contents must say something (7.18.5)
    return out + "/Dest" + *place;
}

Ref write_outline(Store& store, std::vector<page::OutlineEntry> const& outline, Destinations const& destinations) {
    // A flat list of levels as a tree: the parent is the last entry before with a lower level.
    constexpr auto kNone = static_cast<std::size_t>(-1);
    struct Item {
        Ref ref;
        std::size_t parent, first = kNone, last = kNone, previous = kNone, next = kNone, kids = 0;
    };
    Ref const root = store.reserve();
    std::vector<Item> items;
    std::vector<std::size_t> open; // path to the current entry
    std::size_t first = kNone, last = kNone, top_count = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        while (!open.empty() && outline[open.back()].level >= outline[i].level)
            open.pop_back();
        Item item{store.reserve(), open.empty() ? kNone : open.back()};
        std::size_t& siblings_first = open.empty() ? first : items[open.back()].first;
        std::size_t& siblings_last = open.empty() ? last : items[open.back()].last;
        if (siblings_first == kNone) siblings_first = i;
        item.previous = siblings_last;
        if (siblings_last != kNone) items[siblings_last].next = i;
        siblings_last = i;
        ++(open.empty() ? top_count : items[open.back()].kids);
        items.push_back(item);
        open.push_back(i);
    }
    auto const put = [&](std::string& out, char const* key, std::size_t index) {
        if (index == kNone) return;
        out += key;
        put_ref(out, items[index].ref);
    };
    for (std::size_t i = 0; i < outline.size(); ++i) {
        Item const& item = items[i];
        std::string out = "/Title ";
        put_text(out, outline[i].title);
        out += "/Parent ";
        put_ref(out, item.parent == kNone ? root : items[item.parent].ref);
        put(out, "/Prev ", item.previous);
        put(out, "/Next ", item.next);
        put(out, "/First ", item.first);
        put(out, "/Last ", item.last);
        if (item.kids > 0) { // negative: closed, and so many appear when it is opened
            out += "/Count ";
            put_integer(out, -static_cast<std::int64_t>(item.kids));
        }
        if (auto const place = destinations.find(outline[i].anchor)) out += "/Dest" + *place;
        store.set(item.ref, std::move(out));
    }
    std::string out = "/Type/Outlines";
    put(out, "/First ", first);
    put(out, "/Last ", last);
    out += "/Count ";
    put_integer(out, static_cast<std::int64_t>(top_count));
    store.set(root, std::move(out));
    return root;
}

} // namespace kumihan::pdf
