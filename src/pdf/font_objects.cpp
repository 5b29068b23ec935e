// The font dictionaries of ISO 32000-1 9.7: CIDFont, descriptor, Type0, ToUnicode.
#include "base/utf8.h"
#include "pdf/deflate.h"
#include "pdf/fonts.h"

#include <algorithm>

namespace kumihan::pdf {
namespace {

constexpr std::int32_t kEm = 10'000'000;           // 1e-7 em
constexpr std::int32_t kDefaultOrigin = 8'800'000; // DW2 [880 -1000]

void put_em(std::string& out, std::int64_t tenmillionths) { put_fixed(out, tenmillionths); } // in 1/1000 em

// PDF/UA-1 7.21.7: a code maps to something, but not to U+0000, U+FEFF or U+FFFE. What says nothing says a zero-width
// space, which is invisible wherever it is pasted.
std::string unicode_hex(std::string const& text) {
    std::string kept, hex;
    for (std::size_t at = 0; at < text.size();) {
        auto const [code_point, length] = utf8::decode(text, at);
        if (code_point != 0 && code_point != 0xFEFF && code_point != 0xFFFE) kept.append(text, at, length);
        at += length;
    }
    put_utf16_hex(hex, kept.empty() ? std::string_view("\xE2\x80\x8B") : std::string_view(kept));
    return hex;
}

std::string stream_filter(bool compress) { return compress ? "/Filter/FlateDecode" : ""; }

} // namespace

void Fonts::run_task(std::size_t index, bool compress) {
    FontId const font = order_[index];
    Face& face = *faces_[font.value];
    try {
        face.program = face.file->program();
        face.program_length = face.program.size();
        if (face.file->truetype()) face.cid_to_gid = face.file->cid_to_gid();
    } catch (FontError const& error) {
        throw FontFailure(library_->file_name(font), error.what());
    }
    if (!compress) return;
    face.program = deflate(face.program);
    if (face.file->truetype()) face.cid_to_gid = deflate(face.cid_to_gid);
}

std::string Fonts::widths(Face const& face) const {
    std::vector<std::pair<std::uint16_t, std::int32_t>> entries;
    for (std::uint32_t const glyph : face.glyphs)
        if (Slot const& place = slot(face, glyph); place.width != kEm) entries.emplace_back(place.code, place.width);
    std::sort(entries.begin(), entries.end());
    std::string out;
    for (std::size_t i = 0, next; i < entries.size(); i = next) {
        next = i + 1; // as far as codes follow each other
        while (next < entries.size() && entries[next].first == entries[next - 1].first + 1)
            ++next;
        put_integer(out, entries[i].first);
        out += '[';
        for (std::size_t k = i; k < next; ++k) {
            if (k > i) out += ' ';
            put_em(out, entries[k].second);
        }
        out += ']';
    }
    return out;
}

std::string Fonts::vertical_widths(Face const& face) const {
    std::vector<std::pair<std::uint16_t, Slot const*>> entries;
    for (std::uint32_t const glyph : face.glyphs) {
        Slot const& place = slot(face, glyph);
        bool const standard =
            place.vertical == kEm && place.origin_y == kDefaultOrigin && 2 * place.origin_x == place.width;
        bool const unused = place.vertical == 0 && place.origin_x == 0 && place.origin_y == 0;
        if (!standard && !unused) entries.emplace_back(place.code, &place);
    }
    std::sort(entries.begin(), entries.end());
    std::string out;
    for (auto const& [code, place] : entries) {
        put_integer(out, code);
        out += '[';
        put_em(out, -place->vertical);
        out += ' ';
        put_em(out, place->origin_x);
        out += ' ';
        put_em(out, place->origin_y);
        out += ']';
    }
    return out;
}

std::string Fonts::to_unicode(Face& face, std::uint16_t variant) const {
    std::vector<std::pair<std::uint16_t, std::string>> entries;
    for (std::uint32_t const glyph : face.glyphs)
        each_use(face, glyph, [&](Use const& use) {
            if (use.variant == variant) entries.emplace_back(slot(face, glyph).code, unicode_hex(text_of(use.text)));
        });
    std::sort(entries.begin(), entries.end());
    std::string out = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr std::size_t kMost = 100; // in one block
    for (std::size_t i = 0; i < entries.size(); i += kMost) {
        std::size_t const end = std::min(i + kMost, entries.size());
        put_integer(out, static_cast<std::int64_t>(end - i));
        out += " beginbfchar\n";
        for (std::size_t k = i; k < end; ++k) {
            out += '<';
            put_hex16(out, entries[k].first);
            out += "> <" + entries[k].second + ">\n";
        }
        out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

void Fonts::write_face(Store& store, FontId font, Face& face, bool compress, std::string& resources) {
    bool const truetype = face.file->truetype();
    std::string name;
    put_name(name, face.file->tag() + "+" + library_->postscript_name(font));

    Ref const program = store.reserve(), descriptor = store.reserve(), cid_font = store.reserve();
    std::string stream = stream_filter(compress);
    if (truetype) {
        stream += "/Length1 ";
        put_integer(stream, static_cast<std::int64_t>(face.program_length));
    } else {
        stream += "/Subtype/CIDFontType0C";
    }
    store.set_stream(program, stream, std::move(face.program));

    FontFacts const facts = font_facts(library_->face(font));
    std::string entries = "/Type/FontDescriptor/FontName" + name + "/Flags ";
    put_integer(entries, facts.flags);
    entries += "/FontBBox[";
    for (std::size_t i = 0; i < 4; ++i) {
        if (i > 0) entries += ' ';
        put_fixed(entries, facts.box[i]);
    }
    entries += ']';
    for (auto const& [key, value] : {std::pair{"/ItalicAngle ", facts.italic_angle},
                                     {"/Ascent ", facts.ascent},
                                     {"/Descent ", facts.descent},
                                     {"/CapHeight ", facts.cap_height},
                                     {"/StemV ", facts.stem_v}}) {
        entries += key;
        put_fixed(entries, value);
    }
    entries += truetype ? "/FontFile2 " : "/FontFile3 ";
    put_ref(entries, program);
    store.set(descriptor, std::move(entries));

    entries = truetype ? "/Type/Font/Subtype/CIDFontType2/BaseFont" : "/Type/Font/Subtype/CIDFontType0/BaseFont";
    entries += name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ";
    put_ref(entries, descriptor);
    entries += "/DW 1000";
    if (auto const list = widths(face); !list.empty()) entries += "/W[" + list + ']';
    if (auto const list = vertical_widths(face); !list.empty())
        entries += "/W2[" + list + ']'; // DW2 [880 -1000] is the default
    if (truetype) {
        Ref const map = store.reserve();
        store.set_stream(map, stream_filter(compress), std::move(face.cid_to_gid));
        entries += "/CIDToGIDMap ";
        put_ref(entries, map);
    }
    store.set(cid_font, std::move(entries));

    for (std::size_t variant = 0; variant < face.resources.size(); ++variant) {
        Ref const unicode = store.reserve();
        auto text = to_unicode(face, static_cast<std::uint16_t>(variant));
        store.set_stream(unicode, stream_filter(compress), compress ? deflate(text) : std::move(text));
        for (std::size_t vertical = 0; vertical < 2; ++vertical) {
            auto const resource = face.resources[variant][vertical];
            if (resource == 0) continue;
            std::string const encoding = vertical ? "Identity-V" : "Identity-H";
            std::string base = name;
            if (!truetype) base += "-" + encoding; // 9.7.6.1
            std::string type0 =
                "/Type/Font/Subtype/Type0/BaseFont" + base + "/Encoding/" + encoding + "/DescendantFonts[";
            put_ref(type0, cid_font);
            type0 += "]/ToUnicode ";
            put_ref(type0, unicode);
            resources += "/F";
            put_integer(resources, resource);
            resources += ' ';
            put_ref(resources, store.add(std::move(type0)));
            resources += '\n';
        }
    }
}

Ref Fonts::write(Store& store, bool compress) {
    std::string resources;
    for (FontId const font : order_)
        write_face(store, font, *faces_[font.value], compress, resources);
    return store.add(std::move(resources));
}

} // namespace kumihan::pdf
