#include "pdf/metadata.h"

#include "pdf/syntax.h"

namespace kumihan::pdf {
namespace {

std::string joined(std::vector<std::string> const& words) {
    std::string out;
    for (auto const& word : words) {
        if (!out.empty()) out += ", ";
        out += word;
    }
    return out;
}

void put_element(std::string& out, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    out += '<';
    out += name;
    out += '>';
    put_xml(out, text);
    out += "</";
    out += name;
    out += ">\n";
}

// An array of XMP: Alt (languages), Seq (ordered), Bag.
void put_array(std::string& out, std::string_view name, std::string_view kind, std::vector<std::string> const& texts) {
    std::string items;
    for (auto const& text : texts) {
        if (text.empty()) continue;
        items += kind == "Alt" ? "<rdf:li xml:lang=\"x-default\">" : "<rdf:li>";
        put_xml(items, text);
        items += "</rdf:li>";
    }
    if (items.empty()) return;
    for (std::string const& piece :
         {std::string("<"), std::string(name), std::string("><rdf:"), std::string(kind), std::string(">"), items,
          std::string("</rdf:"), std::string(kind), std::string("></"), std::string(name), std::string(">\n")})
        out += piece;
}

} // namespace

std::string document_language(page::Metadata const& metadata) {
    return metadata.language.empty() ? "ja" : metadata.language;
}

std::string info_entries(page::Metadata const& metadata, std::string_view producer) {
    std::string out;
    auto const put = [&](char const* key, std::string_view text) {
        if (text.empty()) return;
        out += key;
        put_text(out, text);
    };
    put("/Title ", metadata.title);
    put("/Author ", metadata.author);
    put("/Subject ", metadata.subject);
    put("/Keywords ", joined(metadata.keywords));
    put("/Creator ", metadata.creator);
    put("/Producer ", producer);
    if (metadata.date) {
        put("/CreationDate ", pdf_date(metadata.date));
        put("/ModDate ", pdf_date(metadata.date));
    }
    return out;
}

std::string xmp_packet(page::Metadata const& metadata, std::string_view producer) {
    std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                      "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n";
    put_element(out, "pdfuaid:part", "1");
    put_element(out, "dc:format", "application/pdf");
    put_array(out, "dc:title", "Alt", {metadata.title});
    put_array(out, "dc:creator", "Seq", {metadata.author});
    put_array(out, "dc:description", "Alt", {metadata.subject});
    put_array(out, "dc:subject", "Bag", metadata.keywords);
    put_array(out, "dc:language", "Bag", {document_language(metadata)});
    put_element(out, "pdf:Keywords", joined(metadata.keywords));
    put_element(out, "pdf:Producer", producer);
    put_element(out, "xmp:CreatorTool", metadata.creator);
    if (metadata.date) {
        for (char const* const name : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"})
            put_element(out, name, xmp_date(metadata.date));
    }
    return out + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

} // namespace kumihan::pdf
