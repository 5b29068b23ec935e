#include "pdf/books.h"

#include "base/utf8.h"

#include <hb.h>

#include <algorithm>
#include <libdeflate.h>
#include <memory>
#include <stdexcept>

namespace kumihan::test {
namespace {

std::int32_t units(double pt) { return static_cast<std::int32_t>(Length::pt(pt).units()); }

struct FreeBuffer {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, FreeBuffer>;

Buffer shape(Fonts const& fonts, FontId font, std::string_view text, hb_direction_t direction,
             std::vector<std::string> const& features) {
    Buffer buffer{hb_buffer_create()};
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_set_direction(buffer.get(), direction);
    hb_buffer_guess_segment_properties(buffer.get());
    std::vector<hb_feature_t> list;
    for (auto const& feature : features) {
        hb_feature_t parsed;
        if (hb_feature_from_string(feature.c_str(), -1, &parsed)) list.push_back(parsed);
    }
    hb_shape(fonts.library.hb_font(font), buffer.get(), list.data(), static_cast<unsigned>(list.size()));
    return buffer;
}

line::GlyphRun empty_run(FontId font, double size, std::string_view text) {
    line::GlyphRun run;
    run.font = font;
    run.size = Length::pt(size);
    run.text = text;
    return run;
}

bool opening(char32_t c) { return std::u32string_view(U"「『（【〈《").find(c) != std::u32string_view::npos; }
bool closing(char32_t c) { return std::u32string_view(U"」』）】〉》、。，．").find(c) != std::u32string_view::npos; }

std::vector<std::uint8_t> zlib(std::vector<std::uint8_t> const& bytes) {
    auto* const compressor = libdeflate_alloc_compressor(6);
    std::vector<std::uint8_t> out(libdeflate_zlib_compress_bound(compressor, bytes.size()));
    out.resize(libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
    libdeflate_free_compressor(compressor);
    return out;
}

} // namespace

Fonts::Fonts(std::filesystem::path const& folder) {
    diag::Sink sink;
    auto const load = [&](char const* name) {
        auto const id = library.load(folder / name, 0, {}, sink);
        if (!id) throw std::runtime_error(std::string("no font ") + name);
        return id;
    };
    mincho = load("BIZUDMincho_400Regular.ttf");
    gothic = load("BIZUDGothic_400Regular.ttf");
    gothic_bold = load("BIZUDGothic_700Bold.ttf");
    latin = load("NotoSerifJP_500Medium.ttf");
    latin_sans = load("NotoSans_400Regular.ttf");
    names = load("names-serif.otf");
    symbols = load("NotoSansSymbols2_400Regular.ttf");
}

line::GlyphRun shaped(Fonts const& fonts, FontId font, double size, std::string_view text,
                      std::vector<std::string> const& features) {
    auto const buffer = shape(fonts, font, text, HB_DIRECTION_LTR, features);
    auto run = empty_run(font, size, text);
    unsigned count = 0;
    auto const* const info = hb_buffer_get_glyph_infos(buffer.get(), &count);
    auto const* const place = hb_buffer_get_glyph_positions(buffer.get(), &count);
    double pen = 0;
    for (unsigned i = 0; i < count; ++i) {
        double const em = size / 65536.0;
        run.glyphs.push_back(
            {info[i].codepoint, units((pen + place[i].x_offset) * em), units(place[i].y_offset * em), info[i].cluster});
        pen += place[i].x_advance;
    }
    return run;
}

line::GlyphRun shaped_down(Fonts const& fonts, FontId font, double size, std::string_view text) {
    auto const buffer = shape(fonts, font, text, HB_DIRECTION_TTB, {});
    auto run = empty_run(font, size, text);
    unsigned count = 0;
    auto const* const info = hb_buffer_get_glyph_infos(buffer.get(), &count);
    auto const* const place = hb_buffer_get_glyph_positions(buffer.get(), &count);
    double pen = 0;
    for (unsigned i = 0; i < count; ++i) {
        hb_position_t x = 0, y = 0;
        hb_font_get_glyph_v_origin(fonts.library.hb_font(font), info[i].codepoint, &x, &y);
        double const em = size / 65536.0;
        run.glyphs.push_back({info[i].codepoint, units((pen - place[i].y_offset - y) * em),
                              units((place[i].x_offset + x) * em), info[i].cluster});
        pen -= place[i].y_advance;
    }
    return run;
}

line::GlyphRun composed(Fonts const& fonts, FontId font, double size, std::string_view text, bool squeezed) {
    auto run = empty_run(font, size, text);
    double pen = 0; // em
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const [c, length] = utf8::decode(text, at);
        if (!squeezed && before != 0) {
            bool const after_closing = closing(before) && !closing(c);
            bool const before_opening = opening(c) && !opening(before);
            if (after_closing || before_opening) pen += 0.5;
        }
        double const glyph_at = opening(c) ? pen - 0.5 : pen;
        run.glyphs.push_back({fonts.library.glyph(font, c), units(glyph_at * size), 0, static_cast<std::uint32_t>(at)});
        pen += opening(c) || closing(c) ? 0.5 : 1;
        before = c;
        at += length;
    }
    return run;
}

double advance_width(Fonts const& fonts, line::GlyphRun const& run) {
    if (run.glyphs.empty()) return 0;
    auto const& last = run.glyphs.back();
    double const advance = hb_font_get_glyph_h_advance(fonts.library.hb_font(run.font), last.glyph) / 65536.0;
    return last.at / 65536.0 + advance * run.size.to_pt();
}

page::PageItem text_item(line::GlyphRun run, double x, double y, TagId tag, WritingMode mode) {
    page::PageItem item;
    item.at = {Length::pt(x), Length::pt(y)};
    item.tag = tag;
    run.tag = tag;
    item.what = page::PlacedText{std::move(run), mode};
    return item;
}

page::Page blank_page(double width, double height, double bleed) {
    page::Page page;
    page.trim = {Length::pt(width), Length::pt(height)};
    page.bleed = Length::pt(bleed);
    return page;
}

namespace {

page::PageItem rule_item(double x, double y, double width, double height, Color color = {}) {
    page::PageItem item;
    item.at = {Length::pt(x), Length::pt(y)};
    item.what = page::PlacedRule{{Length::pt(width), Length::pt(height)}, color};
    return item;
}
page::PageItem link_item(double x, double y, double width, style::LinkTarget target, std::string description,
                         TagId tag) {
    page::PageItem item;
    item.at = {Length::pt(x), Length::pt(y - 11)};
    item.tag = tag;
    item.what = page::LinkArea{{Length::pt(width), Length::pt(13)}, std::move(target), std::move(description)};
    return item;
}
page::PageItem anchor_item(double y, AnchorId anchor) {
    page::PageItem item;
    item.at = {Length::pt(70), Length::pt(y)};
    item.what = page::Anchor{anchor};
    return item;
}

std::shared_ptr<image::PreparedImage const> small_picture() {
    auto picture = std::make_shared<image::PreparedImage>();
    picture->width = 8;
    picture->height = 6;
    picture->encoding = image::Encoding::Deflate;
    std::vector<std::uint8_t> samples, mask;
    for (int y = 0; y < 6; ++y)
        for (int x = 0; x < 8; ++x) {
            for (int value : {x * 32, y * 40, 128})
                samples.push_back(static_cast<std::uint8_t>(value));
            mask.push_back(static_cast<std::uint8_t>(x < 4 ? 255 : 128));
        }
    picture->bytes = zlib(samples);
    picture->mask = zlib(mask);
    return picture;
}

} // namespace

MadeBook tagged_book(Fonts const& fonts) {
    using style::Attach;
    using style::TagType;
    MadeBook made;
    auto& [book, pictures, lines] = made;
    book.metadata.title = "そある版地域福祉計画2020 <見本> & 試し";
    book.metadata.author = "小樽ソーシャルワーカー連絡協議会";
    book.metadata.subject = "ワークショップの記録";
    book.metadata.keywords = {"地域福祉", "小樽"};
    book.metadata.language = "ja";
    book.metadata.creator = "kumihan";
    book.metadata.date.year = 2020;
    book.metadata.date.month = 4;
    book.metadata.date.day = 1;
    book.metadata.date.precision = document::DatePrecision::Day;
    book.anchor_count = 3;
    auto& tags = book.tags;
    auto const document = tags.add(TagType::Document, {});
    auto const cover = tags.add(TagType::Sect, document);
    auto const title = tags.add(TagType::Title, cover);
    auto const contents = tags.add(TagType::Toc, document);
    auto const entry = tags.add(TagType::Toci, contents);
    auto const reference = tags.add(TagType::Reference, entry);
    auto const entry_link = tags.add(TagType::Link, reference);
    auto const chapter = tags.add(TagType::Sect, document);
    style::TagNode heading_node;
    heading_node.type = TagType::H1;
    heading_node.parent = chapter;
    heading_node.anchor = AnchorId{0u};
    auto const heading = tags.add(heading_node);
    auto const paragraph = tags.add(TagType::P, chapter);
    auto const strong = tags.add(TagType::Strong, paragraph, Attach::Inline);
    auto const ruby = tags.add(TagType::Ruby, paragraph, Attach::Inline);
    auto const ruby_base = tags.add(TagType::Rb, ruby);
    auto const ruby_text = tags.add(TagType::Rt, ruby);
    auto const web_link = tags.add(TagType::Link, paragraph, Attach::Inline);
    style::TagNode figure_node;
    figure_node.type = TagType::Figure;
    figure_node.parent = chapter;
    figure_node.alt = "雪の運河と倉庫";
    auto const figure = tags.add(figure_node);
    auto const caption = tags.add(TagType::Caption, figure);
    auto const list = tags.add(TagType::L, chapter);
    auto const list_item = tags.add(TagType::Li, list);
    auto const label = tags.add(TagType::Lbl, list_item);
    auto const item_body = tags.add(TagType::LBody, list_item);
    auto const table = tags.add(TagType::Table, chapter);
    auto const head = tags.add(TagType::THead, table);
    auto const head_row = tags.add(TagType::Tr, head);
    std::vector<TagId> head_cells, cells;
    for (int i = 0; i < 2; ++i) {
        style::TagNode cell;
        cell.type = TagType::Th;
        cell.parent = head_row;
        cell.scope = style::Scope::Column;
        head_cells.push_back(tags.add(cell));
    }
    auto const body = tags.add(TagType::TBody, table);
    auto const row = tags.add(TagType::Tr, body);
    for (int i = 0; i < 2; ++i)
        cells.push_back(tags.add(TagType::Td, row));
    auto const empty = tags.add(TagType::P, chapter); // no content: left out
    (void)empty;
    style::TagNode note_node;
    note_node.type = TagType::Note;
    note_node.parent = chapter;
    auto const note = tags.add(note_node);
    auto const note_paragraph = tags.add(TagType::P, note);

    auto first = blank_page(595.2756, 841.8898, 8.5039); // 3 mm
    first.folio = {page::FolioStyle::None, 1, ""};
    first.items.push_back(rule_item(-8.5039, -8.5039, 612.2834, 100, {30, 80, 120}));
    first.items.back().artifact = page::ArtifactKind::Background;
    first.items.push_back(text_item(composed(fonts, fonts.gothic_bold, 24, "地域福祉計画２０２０"), 70, 200, title));
    book.pages.push_back(first);

    auto second = blank_page();
    second.folio = {page::FolioStyle::RomanLower, 1, "i"};
    auto entry_run = composed(fonts, fonts.gothic, 12, "第一章　はじめに");
    double const entry_width = advance_width(fonts, entry_run);
    second.items.push_back(text_item(entry_run, 70, 100, entry_link));
    second.items.push_back(link_item(70, 100, entry_width, AnchorId{0u}, "第一章　はじめに", entry_link));
    book.pages.push_back(second);

    auto third = blank_page();
    third.folio = {page::FolioStyle::Decimal, 1, "1"};
    third.items.push_back(text_item(composed(fonts, fonts.gothic, 9, "第一章"), 70, 40, {}));
    third.items.back().artifact = page::ArtifactKind::Header;
    third.items.push_back(anchor_item(80, AnchorId{0u}));
    third.items.push_back(text_item(composed(fonts, fonts.gothic_bold, 18, "はじめに"), 70, 100, heading));
    double x = 70;
    auto const add = [&](line::GlyphRun run, TagId tag, double rise = 0) {
        double const width = advance_width(fonts, run);
        run.rise = Length::pt(rise);
        third.items.push_back(text_item(std::move(run), x, 140, tag));
        x += width;
    };
    add(composed(fonts, fonts.mincho, 12, "小樽のまちで、"), paragraph);
    add(composed(fonts, fonts.gothic_bold, 12, "大切な"), strong);
    double const base_x = x;
    add(composed(fonts, fonts.mincho, 12, "福祉"), ruby_base);
    double const after_base = x;
    x = base_x;
    add(composed(fonts, fonts.mincho, 6, "ふくし"), ruby_text, 12);
    x = after_base;
    add(composed(fonts, fonts.mincho, 12, "を"), paragraph);
    double const link_x = x;
    add(shaped(fonts, fonts.latin, 12, "example.org"), web_link);
    third.items.push_back(
        link_item(link_x, 140, x - link_x, std::string("https://example.org/小樽?a=(b)"), "例のページ", web_link));
    add(composed(fonts, fonts.mincho, 12, "で話しました。"), paragraph);

    pictures.by_id[ImageId{0u}] = small_picture();
    page::PageItem image;
    image.at = {Length::pt(70), Length::pt(200)};
    image.tag = figure;
    image.what = page::PlacedImage{ImageId{0u}, {Length::pt(200), Length::pt(100)}, 0.25, 0, 0.5, 1};
    third.items.push_back(image);
    third.items.push_back(text_item(composed(fonts, fonts.gothic, 9, "図一　雪の運河"), 70, 315, caption));
    third.items.push_back(text_item(composed(fonts, fonts.mincho, 12, "・"), 70, 350, label));
    third.items.push_back(text_item(composed(fonts, fonts.mincho, 12, "見守りの輪"), 82, 350, item_body));
    third.items.push_back(rule_item(70, 380, 300, 0.4));
    third.items.push_back(text_item(composed(fonts, fonts.gothic, 9.5, "回"), 70, 400, head_cells[0]));
    third.items.push_back(text_item(composed(fonts, fonts.gothic, 9.5, "参加者"), 170, 400, head_cells[1]));
    third.items.push_back(
        text_item(composed(fonts, fonts.gothic, 9.5, "第一回"), 70, 420, cells[0])); // the other cell is empty
    third.items.push_back(text_item(composed(fonts, fonts.mincho, 9, "見本の注です。"), 70, 760, note_paragraph));
    third.items.push_back(text_item(shaped(fonts, fonts.latin_sans, 9, "1"), 290, 800, {}));
    third.items.back().artifact = page::ArtifactKind::Footer;
    book.pages.push_back(third);

    auto fourth = blank_page();
    fourth.folio = {page::FolioStyle::Decimal, 2, "2"};
    fourth.items.push_back(anchor_item(90, AnchorId{1u}));
    fourth.items.push_back(text_item(composed(fonts, fonts.mincho, 12, "続きの行です。"), 70, 100, paragraph));
    page::PageItem path;
    path.at = {Length::pt(100), Length::pt(300)};
    using Kind = page::PathPoint::Kind;
    auto const point = [](double px, double py) { return Point{Length::pt(px), Length::pt(py)}; };
    path.what = page::PlacedPath{{{Kind::Move, point(0, 0)},
                                  {Kind::Line, point(40, 0)},
                                  {Kind::Curve, point(60, 0)},
                                  {Kind::Curve, point(60, 40)},
                                  {Kind::Curve, point(40, 40)},
                                  {Kind::Close, {}}},
                                 true,
                                 {200, 200, 200},
                                 Length::pt(0.5),
                                 {10, 20, 30}};
    fourth.items.push_back(path);
    book.pages.push_back(fourth);

    book.outline = {{1, "はじめに", AnchorId{0u}},
                    {2, "続き 𠮷", AnchorId{1u}},
                    {3, "さらに", AnchorId{1u}},
                    {1, "おわりに", AnchorId{1u}}};
    return made;
}

MadeBook extraction_book(Fonts const& fonts) {
    MadeBook made;
    auto& tags = made.book.tags;
    auto const document = tags.add(style::TagType::Document, {});
    auto page = blank_page();
    double y = 80;
    auto const line = [&](std::string const& text, std::vector<line::GlyphRun> runs, double gap = 0) {
        auto const paragraph = tags.add(style::TagType::P, document);
        double x = 70;
        for (auto& run : runs) {
            double const width = advance_width(fonts, run);
            page.items.push_back(text_item(std::move(run), x, y, paragraph));
            x += width + gap;
        }
        made.lines.push_back(text);
        y += 24;
    };
    auto const mincho = [&](std::string_view text, bool squeezed = false) {
        return composed(fonts, fonts.mincho, 12, text, squeezed);
    };
    line("小樽の髙橋さんと山﨑さん", {mincho("小樽の髙橋さんと山﨑さん")});
    line("辻󠄀さんと辻さん", {shaped(fonts, fonts.mincho, 12, "辻󠄀さんと辻さん")});
    line("𠮷野家", {shaped(fonts, fonts.names, 12, "𠮷"), mincho("野家")});
    line("邊󠄄", {shaped(fonts, fonts.names, 12, "邊󠄄")});
    line("office affluent", {shaped(fonts, fonts.latin_sans, 12, "office affluent")});
    line("か゚き゚く゚", {shaped(fonts, fonts.mincho, 12, "か゚き゚く゚")});
    line("彼は「はい。」と言い、（笑）「では、」と続けた。",
         {mincho("彼は「はい。」と言い、（笑）「では、」と続けた。")});
    line("彼は「はい。」と言い、（笑）「では、」と続けた。",
         {mincho("彼は「はい。」と言い、（笑）「では、」と続けた。", true)});
    line("「（『注』）」（続）", {mincho("「（『注』）」（続）")});
    {
        // The space was typed after 年 and became distance; it belongs to that cluster.
        auto run = empty_run(fonts.mincho, 12, "二年 春");
        double at = 0;
        for (std::size_t byte : {std::size_t{0}, std::size_t{3}, std::size_t{7}}) {
            run.glyphs.push_back({fonts.library.glyph(fonts.mincho, utf8::decode(run.text, byte).code_point), units(at),
                                  0, static_cast<std::uint32_t>(byte)});
            at += byte == 3 ? 15 : 12; // a quarter em
        }
        line("二年 春", {std::move(run)});
    }
    {
        // 10 glyphs of ㍿ typed and one that stands for 株式会社.
        auto run = empty_run(fonts.mincho, 12, "㍿と株式会社");
        auto const sign = fonts.library.glyph(fonts.mincho, U'㍿');
        run.glyphs = {
            {sign, 0, 0, 0}, {fonts.library.glyph(fonts.mincho, U'と'), units(12), 0, 3}, {sign, units(24), 0, 6}};
        line("㍿と株式会社", {std::move(run)});
    }
    line(
        "NPO法人2020年度",
        {shaped(fonts, fonts.latin, 12, "NPO"), mincho("法人"), shaped(fonts, fonts.latin, 12, "2020"), mincho("年度")},
        3);
    {
        auto run = mincho("ゆったりと組んだ行（間もある）です。");
        for (std::size_t i = 0; i < run.glyphs.size(); ++i)
            run.glyphs[i].at += units(1.9 * static_cast<double>(i));
        line("ゆったりと組んだ行（間もある）です。", {std::move(run)});
    }
    {
        // A reference in brackets: its own element begins with a bracket that is pulled back over another.
        line("（「題」）を見る", {});
        auto const paragraph = tags.add(style::TagType::P, document);
        auto const link = tags.add(style::TagType::Link, paragraph, style::Attach::Inline);
        page.items.push_back(text_item(mincho("（"), 70, y - 24, paragraph));
        page.items.push_back(text_item(mincho("「題」"), 76, y - 24, link));
        page.items.push_back(text_item(mincho("）を見る"), 100, y - 24, paragraph));
    }
    {
        // Emphasis dots say nothing and are no part of the structure.
        line("大切なこと", {mincho("大切なこと")});
        auto dots = empty_run(fonts.mincho, 6, "");
        for (double at : {3.0, 15.0})
            dots.glyphs.push_back({fonts.library.glyph(fonts.mincho, U'・'), units(at), 0, 0});
        page.items.push_back(text_item(std::move(dots), 70, y - 24 - 11, {}));
    }
    line("☎と→", {shaped(fonts, fonts.symbols, 12, "☎"), mincho("と→")});
    made.book.pages.push_back(std::move(page));
    made.book.metadata.title = "抽出";
    return made;
}

MadeBook vertical_book(Fonts const& fonts) {
    MadeBook made;
    auto& tags = made.book.tags;
    auto const document = tags.add(style::TagType::Document, {});
    auto page = blank_page(419.5276, 595.2756);
    double x = 360;
    auto const line = [&](std::string const& text, std::vector<line::GlyphRun> runs) {
        auto const paragraph = tags.add(style::TagType::P, document);
        for (auto& run : runs)
            page.items.push_back(text_item(std::move(run), x, 60, paragraph, WritingMode::Vertical));
        made.lines.push_back(text);
        x -= 24;
    };
    line("縦組みの文章です。", {shaped_down(fonts, fonts.mincho, 12, "縦組みの文章です。")});
    line("長音ー、「括弧」も", {shaped_down(fonts, fonts.mincho, 12, "長音ー、「括弧」も")});
    line("𠮷野の家", {shaped_down(fonts, fonts.names, 12, "𠮷"), [&] {
                          auto run = shaped_down(fonts, fonts.mincho, 12, "野の家");
                          run.at = Length::pt(12);
                          return run;
                      }()});
    {
        auto run = shaped(fonts, fonts.latin, 12, "Otaru");
        run.orientation = line::Orientation::Rotated;
        run.rise = Length::pt(-4.5);
        auto after = shaped_down(fonts, fonts.mincho, 12, "の町");
        after.at = Length::pt(40);
        line("Otaruの町", {std::move(run), std::move(after)});
    }
    made.book.pages.push_back(std::move(page));
    made.book.metadata.title = "縦組み";
    return made;
}

MadeBook font_book(Fonts& fonts, std::filesystem::path const& file, unsigned index, std::string const& text) {
    diag::Sink sink;
    auto const font = fonts.library.load(file, index, {}, sink);
    if (!font) throw std::runtime_error("the font cannot be used");
    MadeBook made;
    auto const paragraph = made.book.tags.add(style::TagType::P, made.book.tags.add(style::TagType::Document, {}));
    made.book.pages.push_back(blank_page(400, 100));
    made.book.pages[0].items.push_back(text_item(shaped(fonts, font, 24, text), 20, 50, paragraph));
    made.book.metadata.title = "書体";
    made.lines.push_back(text);
    return made;
}

MadeBook long_book(Fonts const& fonts, std::size_t pages, std::size_t glyphs_per_page) {
    constexpr std::string_view kText =
        "いつの日も小樽の坂道をのぼる人びとの暮らしを支え合う輪をひろげていく話し合いの場で出た意見を記す"
        "見守り活動と雪かきの手伝いは町内会だけでなく学校や会社も加わって続けられてきた";
    auto const letters = utf8::to_utf32(kText);
    MadeBook made;
    auto const document = made.book.tags.add(style::TagType::Document, {});
    std::uint32_t random = 12345;
    std::size_t const per_line = 37;
    for (std::size_t number = 0; number < pages; ++number) {
        auto page = blank_page();
        page.folio = {page::FolioStyle::Decimal, static_cast<int>(number + 1), std::to_string(number + 1)};
        TagId paragraph;
        double y = 70;
        for (std::size_t done = 0; done < glyphs_per_page; done += per_line, y += 21) {
            if (done % (4 * per_line) == 0) paragraph = made.book.tags.add(style::TagType::P, document);
            auto run = empty_run(fonts.mincho, 12, "");
            double const pitch = 12 + 0.01 * static_cast<double>(random % 20); // every justified line has its own gap
            for (std::size_t i = 0; i < std::min(per_line, glyphs_per_page - done); ++i) {
                random = random * 1664525u + 1013904223u;
                char32_t const letter = letters[(random >> 8) % letters.size()];
                run.glyphs.push_back({fonts.library.glyph(fonts.mincho, letter), units(pitch * static_cast<double>(i)),
                                      0, static_cast<std::uint32_t>(run.text.size())});
                utf8::append(run.text, letter);
            }
            page.items.push_back(text_item(std::move(run), 70, y, paragraph));
        }
        made.book.pages.push_back(std::move(page));
    }
    made.book.metadata.title = "長い本";
    return made;
}

} // namespace kumihan::test
