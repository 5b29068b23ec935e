#include "pdf/structure.h"

#include "support/catch.h"

#include <functional>
#include <map>
#include <regex>

using namespace kumihan;
using style::Attach;
using style::TagType;

namespace {

// The tree as written, in one line: "P(0 Span(1) 2)" with MCIDs as numbers, MCRs as page:MCID, annotations as "obj".
std::string written(pdf::Structure& structure, std::size_t page_count) {
    pdf::Store store;
    std::vector<pdf::Ref> pages;
    for (std::size_t i = 0; i < page_count; ++i)
        pages.push_back(store.add("/Type/Page"));
    structure.write(store, pages, 1);
    pdf::MemoryOutput output;
    REQUIRE(store.save(output) == pdf::Store::Saved::Yes);

    std::map<std::string, std::string> objects;
    std::regex const object("(\\d+) 0 obj\n<<\n([^\x01]*?)>>\nendobj");
    std::string const& bytes = output.bytes();
    for (std::sregex_iterator it(bytes.begin(), bytes.end(), object), end; it != end; ++it)
        objects[(*it)[1]] = (*it)[2];

    std::function<std::string(std::string const&)> show = [&](std::string const& id) {
        std::string const& body = objects.at(id);
        std::smatch match;
        std::string out;
        if (std::regex_search(body, match, std::regex("/S/(\\w+)"))) out = match[1];
        std::string page;
        if (std::regex_search(body, match, std::regex("/Pg (\\d+) 0 R"))) page = match[1];
        auto const at = body.find("/K ");
        if (at == std::string::npos) return out + "()";
        std::string kids = body.substr(at + 3);
        if (kids.front() == '[') kids = kids.substr(1, kids.find(']') - 1);
        std::regex const kid("<</Type/MCR/Pg (\\d+) 0 R/MCID (\\d+)>>|<</Type/OBJR[^>]*>>|(\\d+) 0 R|/(\\w+)|(\\d+)");
        std::string inner;
        for (std::sregex_iterator it(kids.begin(), kids.end(), kid), end; it != end; ++it) {
            if ((*it)[4].matched) break; // the next key: a single kid without brackets
            if (!inner.empty()) inner += ' ';
            if ((*it)[1].matched) {
                inner += (*it)[1].str() + ":" + (*it)[2].str();
            } else if ((*it)[3].matched) {
                inner += show((*it)[3]);
            } else if ((*it)[5].matched) {
                inner += (*it)[5];
            } else {
                inner += "obj";
            }
        }
        return out + "(" + inner + ")";
    };
    for (auto const& [id, body] : objects)
        if (body.find("/StructTreeRoot") != std::string::npos) return show(id);
    return {};
}

struct Tree {
    style::TagTree tags;
    TagId document = tags.add(TagType::Document, {});
};

} // namespace

TEST_CASE("inline nodes stand where their first content appears") {
    Tree t;
    auto const p = t.tags.add(TagType::P, t.document);
    auto const late = t.tags.add(TagType::Span, p, Attach::Inline);
    auto const early = t.tags.add(TagType::Link, p, Attach::Inline);
    pdf::Structure structure(t.tags, 1);
    structure.marked(p, 0, 0);
    structure.marked(early, 0, 1);
    structure.marked(p, 0, 2);
    structure.marked(late, 0, 3);
    CHECK(written(structure, 1) == "(Document(P(0 Link(1) 2 Span(3))))");
}

TEST_CASE("eager nodes keep their order, whatever page they came to") {
    Tree t;
    auto const first = t.tags.add(TagType::P, t.document);
    auto const figure = t.tags.add(TagType::Figure, t.document);
    auto const last = t.tags.add(TagType::P, t.document);
    pdf::Structure structure(t.tags, 2);
    structure.marked(first, 0, 0);
    structure.marked(last, 0, 1);
    structure.marked(figure, 1, 0); // floated to the next page
    CHECK(written(structure, 2) == "(Document(P(0) Figure(0) P(1)))");
}

TEST_CASE("one element over two pages: numbers for its first page, references for the other") {
    Tree t;
    auto const p = t.tags.add(TagType::P, t.document);
    pdf::Structure structure(t.tags, 2);
    structure.marked(p, 0, 0);
    structure.marked(p, 1, 5);
    // pages are objects 4 and 5: catalog, pages and Info stand before them
    CHECK(written(structure, 2) == "(Document(P(0 5:5)))");
}

TEST_CASE("what has no content is left out, but a row keeps its cells") {
    Tree t;
    t.tags.add(TagType::P, t.document);
    auto const table = t.tags.add(TagType::Table, t.document);
    auto const row = t.tags.add(TagType::Tr, table);
    t.tags.add(TagType::Td, row);
    auto const cell = t.tags.add(TagType::Td, row);
    auto const empty_row = t.tags.add(TagType::Tr, table);
    t.tags.add(TagType::Td, empty_row);
    auto const list = t.tags.add(TagType::L, t.document);
    t.tags.add(TagType::Li, list);
    pdf::Structure structure(t.tags, 1);
    structure.marked(cell, 0, 0);
    CHECK(written(structure, 1) == "(Document(Table(TR(TD() TD(0)) TR(TD()))))");
}

TEST_CASE("a node's own content goes before the eager kids that appear later") {
    Tree t;
    auto const body = t.tags.add(TagType::LBody, t.document);
    auto const inner = t.tags.add(TagType::L, body);
    auto const item = t.tags.add(TagType::Li, inner);
    pdf::Structure structure(t.tags, 1);
    structure.marked(body, 0, 0);
    structure.marked(item, 0, 1);
    structure.marked(body, 0, 2);
    CHECK(written(structure, 1) == "(Document(LBody(0 L(LI(1)) 2)))");
}

TEST_CASE("annotations follow the text of their link and get keys after the pages'") {
    Tree t;
    auto const p = t.tags.add(TagType::P, t.document);
    auto const link = t.tags.add(TagType::Link, p, Attach::Inline);
    pdf::Structure structure(t.tags, 3);
    structure.marked(link, 1, 0);
    CHECK(structure.annotation(link, 1, pdf::Ref{4}) == 3);
    CHECK(structure.annotation(link, 2, pdf::Ref{5}) == 4);
    CHECK(written(structure, 3) == "(Document(P(Link(0 obj obj))))");
}

TEST_CASE("notes have an ID, and no ID is given twice") {
    Tree t;
    style::TagNode heading;
    heading.type = TagType::H1;
    heading.parent = t.document;
    heading.anchor = AnchorId{7u};
    auto const h = t.tags.add(heading);
    auto const note = t.tags.add(TagType::Note, t.document);
    heading.type = TagType::Note;
    auto const clash = t.tags.add(heading);
    pdf::Structure structure(t.tags, 1);
    for (std::uint32_t i = 0; auto const tag : {h, note, clash})
        structure.marked(tag, 0, i++);
    pdf::Store store;
    structure.write(store, {store.add("/Type/Page")}, 2);
    pdf::MemoryOutput output;
    store.save(output);
    auto const& bytes = output.bytes();
    for (char const* piece : {"/S/H1", "/ID(a7)", "/ID(t2)", "/ID(t3)", "/Names[(a7)"})
        CHECK(bytes.find(piece) != std::string::npos);
    CHECK(bytes.find("/ID(a7)") == bytes.rfind("/ID(a7)"));
}
