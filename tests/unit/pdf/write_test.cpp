#include "pdf/write.h"

#include "pdf/books.h"
#include "support/catch.h"

#include <limits>

using namespace kumihan;

namespace {

test::Fonts const& fonts() {
    static test::Fonts const loaded(std::string(KUMIHAN_SOURCE_DIR) + "/fonts");
    return loaded;
}

struct Written {
    std::string bytes;
    std::vector<diag::Diagnostic> problems;
};

Written readable(page::Book const& book, pdf::Pictures const& pictures = {}) {
    diag::Sink sink;
    pdf::Options options;
    options.readable = true;
    Written written;
    written.bytes = pdf::write_bytes(book, fonts().library, pictures, options, sink);
    written.problems = sink.take_ordered().shown;
    return written;
}

page::Book one_line(line::GlyphRun run, TagId tag = {}) {
    page::Book book;
    book.pages.push_back(test::blank_page(200, 300));
    book.pages[0].items.push_back(test::text_item(std::move(run), 10, 20, tag));
    return book;
}

// The content of the first page.
std::string content(std::string const& bytes) {
    auto const page = bytes.find("/Contents ");
    auto const id = std::stoi(bytes.substr(page + 10));
    auto const object = bytes.find("\n" + std::to_string(id) + " 0 obj");
    auto const begin = bytes.find("stream\n", object) + 7;
    return bytes.substr(begin, bytes.find("\nendstream", begin) - begin);
}

bool has(std::string const& text, std::string const& piece) { return text.find(piece) != std::string::npos; }

} // namespace

TEST_CASE("text: one Td, then glyphs by their codes; gaps in thousandths of an em") {
    // Codes are dense in order of glyph: 1 for the space, which every face brings, 2 for い when it is the only other.
    auto run = test::composed(fonts(), fonts().mincho, 10, "いい");
    CHECK(has(content(readable(one_line(run)).bytes), "/F1 10 Tf\n10 280 Td\n<00020002>Tj\n"));
    run.glyphs[1].at += 32768; // half a point: 50/1000 of 10 pt
    CHECK(has(content(readable(one_line(run)).bytes), "10 280 Td\n[<0002>-50<0002>]TJ\n"));
}

TEST_CASE("text: colours as black ink, as grey, as RGB") {
    auto run = test::composed(fonts(), fonts().mincho, 10, "い");
    CHECK_FALSE(has(content(readable(one_line(run)).bytes), " g\n"));
    run.color = {51, 51, 51};
    CHECK(has(content(readable(one_line(run)).bytes), ".2 g\n"));
    run.color = {255, 0, 51};
    CHECK(has(content(readable(one_line(run)).bytes), "1 0 .2 rg\n"));
}

TEST_CASE("text: rise moves up, x_scale narrows, and both end") {
    auto run = test::composed(fonts(), fonts().mincho, 10, "い");
    run.rise = Length::pt(4);
    run.x_scale = 0.5;
    auto book = one_line(run);
    run.rise = {};
    run.x_scale = 1;
    book.pages[0].items.push_back(test::text_item(run, 10, 40, {}));
    auto const text = content(readable(book).bytes);
    CHECK(has(text, "50 Tz\n10 284 Td\n<0002>Tj\n100 Tz\n0 -24 Td\n<0002>Tj\n"));
}

TEST_CASE("text: vertical runs hang from the middle of the line, rotated ones are turned") {
    auto run = test::shaped_down(fonts(), fonts().mincho, 10, "い");
    auto book = one_line(run);
    std::get<page::PlacedText>(book.pages[0].items[0].what).mode = WritingMode::Vertical;
    auto const upright = readable(book).bytes;
    CHECK(has(upright, "/Encoding/Identity-V"));
    CHECK(has(content(upright), "1 0 0 1 10 280 Tm\n"));

    auto turned = test::composed(fonts(), fonts().mincho, 10, "い");
    turned.orientation = line::Orientation::Rotated;
    turned.rise = Length::pt(-3);
    book = one_line(turned);
    std::get<page::PlacedText>(book.pages[0].items[0].what).mode = WritingMode::Vertical;
    auto const rotated = readable(book).bytes;
    CHECK(has(rotated, "/Encoding/Identity-H"));
    CHECK(has(content(rotated), "0 -1 1 0 7 280 Tm\n"));
}

TEST_CASE("text: what is narrowed across a vertical line is narrowed by the text matrix, not by Tz") {
    auto run = test::shaped_down(fonts(), fonts().mincho, 10, "い");
    run.x_scale = 0.5;
    auto book = one_line(run);
    run.x_scale = 1;
    book.pages[0].items.push_back(test::text_item(run, 10, 40, {}));
    for (auto& item : book.pages[0].items)
        std::get<page::PlacedText>(item.what).mode = WritingMode::Vertical;
    auto const text = content(readable(book).bytes);
    CHECK(has(text, ".5 0 0 1 10 280 Tm\n"));
    CHECK(has(text, "1 0 0 1 10 260 Tm\n"));
    CHECK_FALSE(has(text, "Tz"));
}

TEST_CASE("text: a bracket pulled back stands under ActualText") {
    auto const text = content(readable(one_line(test::composed(fonts(), fonts().mincho, 10, "い。」"))).bytes);
    CHECK(has(text, "/Span<</ActualText <FEFF3002300D>>>BDC\n"));
    CHECK_FALSE(
        has(content(readable(one_line(test::composed(fonts(), fonts().mincho, 10, "い。い"))).bytes), "ActualText"));
}

TEST_CASE("text: a gap that is no space stands under ActualText, in one font over all of it") {
    auto run = test::composed(fonts(), fonts().mincho, 10, "いい");
    run.glyphs[1].at += 65536 * 2; // a fifth of an em
    CHECK(has(content(readable(one_line(run)).bytes), "/Span<</ActualText <FEFF30443044>>>BDC\n"));
    run.glyphs[1].at += 65536 * 8; // a whole em is meant to be seen as a space
    CHECK_FALSE(has(content(readable(one_line(run)).bytes), "ActualText"));
}

TEST_CASE("text: a vertical line that is stretched a little stands under ActualText as a whole") {
    auto run = test::shaped_down(fonts(), fonts().mincho, 10, "いいい");
    auto const vertical = [&] {
        auto book = one_line(run);
        std::get<page::PlacedText>(book.pages[0].items[0].what).mode = WritingMode::Vertical;
        return content(readable(book).bytes);
    };
    CHECK_FALSE(has(vertical(), "ActualText"));
    run.glyphs[2].at += 65536 * 3 / 10; // 3/100 em: Poppler would see a space
    CHECK(has(vertical(), "/Span<</ActualText <FEFF304430443044>>>BDC\n"));
}

TEST_CASE("text: after a gap another font's glyph is covered behind a space at the pen") {
    auto latin = test::shaped(fonts(), fonts().latin_sans, 10, "i");
    latin.at = Length::pt(12.5); // a quarter em after い
    auto book = one_line(test::composed(fonts(), fonts().mincho, 10, "い"));
    book.pages[0].items.push_back(test::text_item(latin, 10, 20, {}));
    // the space of Noto Sans is 260 wide: 10 back from where i begins
    CHECK(has(content(readable(book).bytes),
              "<0002>Tj\n/Span<</ActualText (i)>>BDC\n/F2 10 Tf\n[<0001>10<0002>]TJ\nEMC\nET\n"));
}

TEST_CASE("text: a bracket pulled back over another element is covered alone") {
    page::Book book = one_line(test::composed(fonts(), fonts().mincho, 10, "（"));
    auto const document = book.tags.add(style::TagType::Document, {});
    auto quoted = test::composed(fonts(), fonts().mincho, 10, "「い");
    quoted.at = Length::pt(5);
    book.pages[0].items.push_back(test::text_item(quoted, 10, 20, document));
    // The bracket's cell begins 5 left of its body, at 10; the pen stands at 5 + 10 = 15.
    auto const text = content(readable(book).bytes);
    CHECK(has(text, "/Span<</ActualText <FEFF300C>>>BDC\n15 280 Td\n[<0001>1000<"));
}

TEST_CASE("text: spaces typed after a cluster come as a glyph and move nothing") {
    auto run = test::composed(fonts(), fonts().mincho, 10, "いい");
    run.text = "い い";
    run.glyphs[1].text = 4;
    auto const bytes = readable(one_line(run)).bytes;
    // The space of BIZ UDMincho is half an em wide; the pen goes back by it.
    CHECK(has(content(bytes), "10 280 Td\n[<00020001>500<0002>]TJ\n"));
    CHECK(has(bytes, "<0001> <0020>\n"));
}

TEST_CASE("fonts: widths as in hmtx, all glyphs mapped") {
    auto const bytes = readable(one_line(test::shaped(fonts(), fonts().latin_sans, 10, "il"))).bytes;
    CHECK(has(bytes, "/W[1[260 258 258]]")); // space, i and l of Noto Sans, of 1000 units
    CHECK(has(bytes, "<0001> <0020>\n<0002> <0069>\n<0003> <006C>\n"));
    CHECK(has(bytes, "/CIDToGIDMap "));
}

TEST_CASE("fonts: one glyph that says two things is in two fonts over one program") {
    auto run = test::composed(fonts(), fonts().mincho, 10, "いい");
    run.text = "いえ"; // as if the second glyph said え
    auto const bytes = readable(one_line(run)).bytes;
    CHECK(has(bytes, "<0002> <3044>\n"));
    CHECK(has(bytes, "<0002> <3048>\n"));
    CHECK(has(content(bytes), "/F1 10 Tf\n10 280 Td\n<0002>Tj\n/F2 10 Tf\n<0002>Tj\n"));
    auto const program = bytes.find("/FontFile2");
    CHECK(bytes.find("/FontFile2", program + 1) == std::string::npos);
}

TEST_CASE("marked content: items of one tag together, artifacts with their kind") {
    page::Book book;
    book.pages.push_back(test::blank_page(200, 300));
    auto const document = book.tags.add(style::TagType::Document, {});
    auto const p = book.tags.add(style::TagType::P, document);
    auto const run = test::composed(fonts(), fonts().mincho, 10, "い");
    auto& items = book.pages[0].items;
    items.push_back(test::text_item(run, 10, 10, {}));
    items.back().artifact = page::ArtifactKind::Header;
    items.push_back(test::text_item(run, 10, 30, p));
    items.push_back(test::text_item(run, 10, 50, p));
    items.push_back(test::text_item(run, 10, 70, {}));
    auto const bytes = readable(book).bytes;
    CHECK(content(bytes) ==
          "/Artifact<</Type/Pagination/Subtype/Header>>BDC\nBT\n/F1 10 Tf\n10 290 Td\n<0002>Tj\nET\nEMC\n"
          "/P<</MCID 0>>BDC\nBT\n10 270 Td\n<0002>Tj\n0 -20 Td\n<0002>Tj\nET\nEMC\n"
          "/Artifact<</Type/Layout>>BDC\nBT\n10 230 Td\n<0002>Tj\nET\nEMC\n");
    CHECK(has(bytes, "/StructParents 0"));
}

TEST_CASE("images: the visible part fills its place") {
    page::Book book;
    book.pages.push_back(test::blank_page(200, 300));
    auto picture = std::make_shared<image::PreparedImage>();
    picture->width = picture->height = 1;
    picture->bytes = {1, 2, 3};
    pdf::Pictures pictures;
    pictures.by_id[ImageId{4u}] = picture;
    page::PageItem item;
    item.at = {Length::pt(10), Length::pt(20)};
    item.what = page::PlacedImage{ImageId{4u}, {Length::pt(100), Length::pt(50)}, 0.25, 0.5, 0.5, 0.5};
    book.pages[0].items.push_back(item);
    // the whole is 200 x 100; a quarter of 200 lies left of the place, nothing below
    auto const bytes = readable(book, pictures).bytes;
    CHECK(has(content(bytes), "q\n10 230 100 50 re W n\n200 0 0 100 -40 230 cm\n/I4 Do\nQ\n"));
    CHECK(has(bytes, "/Filter/DCTDecode/Length 3>>"));
    CHECK(has(bytes, "/XObject<</I4 "));

    // no picture, no trace
    CHECK(content(readable(book).bytes).empty());
}

TEST_CASE("rules and paths") {
    page::Book book;
    book.pages.push_back(test::blank_page(200, 300));
    page::PageItem item;
    item.at = {Length::pt(10), Length::pt(20)};
    item.what = page::PlacedRule{{Length::pt(100), Length::pt(0.25)}, {}};
    book.pages[0].items.push_back(item);
    item.what = page::PlacedPath{
        {{page::PathPoint::Kind::Move, {}}, {page::PathPoint::Kind::Line, {Length::pt(5), Length::pt(5)}}},
        false,
        {},
        Length::pt(1),
        {}};
    book.pages[0].items.push_back(item);
    CHECK(has(content(readable(book).bytes), "10 279.75 100 .25 re f\n10 280 m\n15 275 l\nS\n"));
}

TEST_CASE("a number that is none stops the writing with a message") {
    auto run = test::composed(fonts(), fonts().mincho, 10, "い");
    run.x_scale = std::numeric_limits<double>::quiet_NaN();
    auto const written = readable(one_line(run));
    CHECK(written.bytes.empty());
    REQUIRE(written.problems.size() == 1);
    CHECK(written.problems[0].code == diag::Code::InternalError);
}

TEST_CASE("links: a target on no page makes no annotation") {
    page::Book book;
    book.pages.push_back(test::blank_page(200, 300));
    book.anchor_count = 2;
    page::PageItem item;
    item.what = page::LinkArea{{Length::pt(10), Length::pt(10)}, AnchorId{1u}, "somewhere"};
    book.pages[0].items.push_back(item);
    CHECK_FALSE(has(readable(book).bytes, "/Annot"));
    item.what = page::Anchor{AnchorId{1u}};
    item.at = {Length::pt(10), Length::pt(100)};
    book.pages[0].items.push_back(item);
    auto const bytes = readable(book).bytes;
    CHECK(has(bytes, "/Contents (somewhere)/Dest["));
    CHECK(has(bytes, "/XYZ null 200 null]"));
}

TEST_CASE("an empty book is a document all the same") {
    auto const written = readable({});
    CHECK(written.problems.empty());
    CHECK(has(written.bytes, "/Count 0"));
}

TEST_CASE("one thread or several, the same bytes") {
    auto const made = test::long_book(fonts(), 40, 200);
    auto const write = [&](int jobs) {
        diag::Sink sink;
        pdf::Options options;
        options.jobs = jobs;
        return pdf::write_bytes(made.book, fonts().library, made.pictures, options, sink);
    };
    auto const one = write(1);
    CHECK(one.size() > 10000);
    CHECK(one == write(4));
    CHECK(one == write(1));
}
