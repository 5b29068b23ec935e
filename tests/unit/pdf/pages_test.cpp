#include "pdf/pages.h"

#include "pdf/tree.h"
#include "support/catch.h"

#include <regex>

using namespace kumihan;
using page::FolioStyle;

namespace {

std::string saved(pdf::Store& store) {
    pdf::MemoryOutput output;
    REQUIRE(store.save(output) == pdf::Store::Saved::Yes);
    return output.bytes();
}

std::string labels(std::vector<page::Folio> const& folios) {
    page::Book book;
    for (auto const& folio : folios) {
        book.pages.emplace_back();
        book.pages.back().folio = folio;
    }
    pdf::Store store;
    write_page_labels(store, book);
    auto const bytes = saved(store);
    auto const begin = bytes.find("/Nums[") + 6;
    auto text = bytes.substr(begin, bytes.find("\n]", begin) - begin);
    return std::regex_replace(text, std::regex("\n"), "|");
}

} // namespace

TEST_CASE("page labels: a range for each change of style or jump of number") {
    CHECK(labels({{FolioStyle::None, 1, ""},
                  {FolioStyle::RomanLower, 1, "i"},
                  {FolioStyle::RomanLower, 2, "ii"},
                  {FolioStyle::Decimal, 1, "1"},
                  {FolioStyle::Decimal, 2, "2"},
                  {FolioStyle::Decimal, 9, "9"}}) == "0 <<>>|1 <</S/r>>|3 <</S/D>>|5 <</S/D/St 9>>");
}

TEST_CASE("page labels: what is printed before the number is a prefix; another print is taken whole") {
    CHECK(labels({{FolioStyle::Decimal, 4, "A-4"}, {FolioStyle::Decimal, 5, "A-5"}}) == "0 <</S/D/P (A-)/St 4>>");
    CHECK(labels({{FolioStyle::Decimal, 4, "four"}}) == "0 <</P (four)>>");
    CHECK(labels({{FolioStyle::RomanLower, 49, "xlix"}}) == "0 <</S/r/St 49>>");
    CHECK(labels({{FolioStyle::Decimal, 3, ""}}) == "0 <</S/D/St 3>>");
}

TEST_CASE("boxes: the media holds the bleed on all sides") {
    page::Page page;
    page.trim = {Length::pt(200), Length::pt(300)};
    page.bleed = Length::pt(9);
    CHECK(pdf::trim_corner(page) == Point{Length::pt(9), Length::pt(309)});
    auto const box = pdf::box_of(page, {Length::pt(10), Length::pt(20)}, {Length::pt(30), Length::pt(40)});
    CHECK(box.left == 190000);
    CHECK(box.right == 490000);
    CHECK(box.top == 2890000);
    CHECK(box.bottom == 2490000);
}

TEST_CASE("number trees: one node up to 64 entries, else leaves with limits") {
    auto const tree = [](std::int64_t count) {
        std::vector<std::pair<std::int64_t, std::string>> entries;
        for (std::int64_t i = 0; i < count; ++i)
            entries.emplace_back(i * 2, "null");
        pdf::Store store;
        pdf::write_number_tree(store, entries);
        return saved(store);
    };
    auto const count = [](std::string const& text, char const* piece) {
        std::size_t found = 0;
        for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1))
            ++found;
        return found;
    };
    CHECK(count(tree(64), "/Limits") == 0);
    auto const two = tree(65);
    CHECK(two.find("/Limits[0 126]") != std::string::npos);
    CHECK(two.find("/Limits[128 128]") != std::string::npos);
    // 5,000 entries: 79 leaves, two nodes above them, the root without limits
    auto const three = tree(5000);
    CHECK(count(three, "/Nums") == 79);
    CHECK(count(three, "/Limits") == 81);
    CHECK(three.find("/Limits[0 8190]") != std::string::npos);
}
