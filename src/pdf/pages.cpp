#include "pdf/pages.h"

#include "pdf/tree.h"

#include <algorithm>
#include <set>

namespace kumihan::pdf {
namespace {

constexpr std::size_t kFanOut = 32;

void put_box(std::string& out, char const* name, Fixed left, Fixed bottom, Fixed right, Fixed top) {
    out += name;
    out += '[';
    put_fixed(out, left);
    for (Fixed const value : {bottom, right, top}) {
        out += ' ';
        put_fixed(out, value);
    }
    out += ']';
}

void put_boxes(std::string& out, page::Page const& page) {
    Length const marks = page.marks, trim = marks + page.bleed; // from the corner of the paper
    auto const box = [&](char const* name, Length at, Length around) {
        put_box(out, name, to_fixed(at), to_fixed(at), to_fixed(at + around + page.trim.width + around),
                to_fixed(at + around + page.trim.height + around));
    };
    box("/MediaBox", {}, trim);
    box("/CropBox", {}, trim);
    box("/BleedBox", marks, page.bleed);
    box("/TrimBox", trim, {});
}

// "iii", "12": the number as a viewer will show it.
std::string shown(page::FolioStyle style, int number) {
    if (style != page::FolioStyle::RomanLower) return std::to_string(number);
    std::string out; // ISO 32000-1 12.4.2: lower-case roman
    constexpr std::pair<int, char const*> kSteps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                                      {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                                                      {5, "v"},    {4, "iv"},   {1, "i"}};
    for (auto const& [value, letters] : kSteps)
        for (; number >= value; number -= value)
            out += letters;
    return out;
}

struct Label {
    page::FolioStyle style = page::FolioStyle::None;
    int number = 1;
    std::string prefix;
};

// printed = prefix + number where that is so; anything else becomes a prefix alone.
Label label_of(page::Folio const& folio) {
    if (folio.style == page::FolioStyle::None || folio.number < 1) return {page::FolioStyle::None, 1, folio.printed};
    auto const number = shown(folio.style, folio.number);
    if (folio.printed.empty()) return {folio.style, folio.number, {}};
    if (folio.printed.size() < number.size() ||
        folio.printed.compare(folio.printed.size() - number.size(), number.size(), number) != 0)
        return {page::FolioStyle::None, 1, folio.printed};
    return {folio.style, folio.number, folio.printed.substr(0, folio.printed.size() - number.size())};
}

// The node `self` over pages [first, last), each kid of it over `span` of them.
class PageTree {
public:
    PageTree(Store& store, std::vector<Ref> const& pages) : store_(store), pages_(pages), parents_(pages.size()) {
        std::size_t span = 1;
        while (span * kFanOut < pages.size())
            span *= kFanOut;
        store.set_page_root(node(store.page_root(), 0, pages.size(), span));
    }
    Ref parent(std::size_t page) const { return parents_[page]; }

private:
    std::string node(Ref self, std::size_t first, std::size_t last, std::size_t span) {
        std::string entries = "/Kids[";
        for (std::size_t begin = first; begin < last; begin += span) {
            Ref kid = pages_[begin];
            if (span == 1) {
                parents_[begin] = self;
            } else {
                kid = store_.reserve();
                std::string below = "/Type/Pages/Parent ";
                put_ref(below, self);
                store_.set(kid, below + node(kid, begin, std::min(begin + span, last), span / kFanOut));
            }
            put_ref(entries, kid);
            entries += ' ';
        }
        entries += "]/Count ";
        put_integer(entries, static_cast<std::int64_t>(last - first));
        return entries;
    }
    Store& store_;
    std::vector<Ref> const& pages_;
    std::vector<Ref> parents_;
};

Ref write_image(Store& store, std::shared_ptr<image::PreparedImage const> const& picture) {
    auto const bytes = [](std::vector<std::uint8_t> const& data) {
        return std::string_view(reinterpret_cast<char const*>(data.data()), data.size());
    };
    std::string size = "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width ";
    put_integer(size, picture->width);
    size += "/Height ";
    put_integer(size, picture->height);
    Ref const ref = store.reserve();
    std::string entries = size;
    entries += picture->color == image::ColorSpace::Gray ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB";
    entries += picture->encoding == image::Encoding::Jpeg ? "/Filter/DCTDecode" : "/Filter/FlateDecode";
    if (!picture->mask.empty()) {
        Ref const mask = store.reserve();
        store.set_stream(mask, size + "/ColorSpace/DeviceGray/Filter/FlateDecode", bytes(picture->mask), picture);
        entries += "/SMask ";
        put_ref(entries, mask);
    }
    store.set_stream(ref, std::move(entries), bytes(picture->bytes), picture);
    return ref;
}

} // namespace

PageObjects reserve_pages(Store& store, std::size_t count) {
    PageObjects objects;
    for (std::size_t i = 0; i < count; ++i) {
        objects.pages.push_back(store.reserve());
        objects.contents.push_back(store.reserve());
    }
    return objects;
}

void write_pages(Store& store, page::Book const& book, PageObjects const& objects, std::vector<PageParts>& parts,
                 Ref fonts, std::map<ImageId, Ref> const& images, bool compress) {
    PageTree const tree(store, objects.pages);
    for (std::size_t i = 0; i < objects.pages.size(); ++i) {
        auto& [content, annotations] = parts[i];
        std::string entries = "/Type/Page/Parent ";
        put_ref(entries, tree.parent(i));
        put_boxes(entries, book.pages[i]);
        entries += "/Resources<</Font ";
        put_ref(entries, fonts);
        if (!content.images.empty()) {
            entries += "/XObject<<";
            for (ImageId const id : content.images) {
                entries += "/I";
                put_integer(entries, id.value);
                entries += ' ';
                put_ref(entries, images.at(id));
            }
            entries += ">>";
        }
        entries += ">>/Contents ";
        put_ref(entries, objects.contents[i]);
        if (content.marked > 0) {
            entries += "/StructParents ";
            put_integer(entries, static_cast<std::int64_t>(i));
        }
        entries += "/Tabs/S"; // PDF/UA-1 7.18.3
        if (!annotations.empty()) {
            entries += "/Annots[";
            for (Ref const annotation : annotations) {
                put_ref(entries, annotation);
                entries += ' ';
            }
            entries += ']';
        }
        store.set(objects.pages[i], std::move(entries));
        store.set_stream(objects.contents[i], compress ? "/Filter/FlateDecode" : "", std::move(content.stream));
    }
}

std::map<ImageId, Ref> write_images(Store& store, std::vector<PageParts> const& parts, Pictures const& pictures) {
    std::set<ImageId> used;
    for (auto const& part : parts)
        used.insert(part.content.images.begin(), part.content.images.end());

    std::map<ImageId, Ref> refs;
    std::map<image::PreparedImage const*, Ref> written; // two ids may share one picture; looked up only, never listed
    for (ImageId const id : used) {
        auto const& picture = pictures.by_id.at(id);
        auto const [known, fresh] = written.try_emplace(picture.get());
        if (fresh) known->second = write_image(store, picture);
        refs[id] = known->second;
    }
    return refs;
}

Ref write_page_labels(Store& store, page::Book const& book) {
    std::vector<std::pair<std::int64_t, std::string>> ranges;
    Label last;
    for (std::size_t i = 0; i < book.pages.size(); ++i) {
        Label const label = label_of(book.pages[i].folio);
        bool const numbered = label.style != page::FolioStyle::None;
        bool const goes_on = i > 0 && label.style == last.style && label.prefix == last.prefix &&
                             (!numbered || label.number == last.number + 1);
        last = label;
        if (goes_on) continue;
        std::string entry = "<<";
        if (label.style == page::FolioStyle::Decimal) entry += "/S/D";
        if (label.style == page::FolioStyle::RomanLower) entry += "/S/r";
        if (!label.prefix.empty()) {
            entry += "/P ";
            put_text(entry, label.prefix);
        }
        if (numbered && label.number != 1) {
            entry += "/St ";
            put_integer(entry, label.number);
        }
        ranges.emplace_back(static_cast<std::int64_t>(i), entry + ">>");
    }
    return write_number_tree(store, ranges);
}

} // namespace kumihan::pdf
