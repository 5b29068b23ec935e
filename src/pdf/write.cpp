#include "pdf/write.h"

#include "base/parallel.h"
#include "pdf/clusters.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/output.h"
#include "pdf/pages.h"
#include "pdf/structure.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace kumihan::pdf {
namespace {

constexpr std::size_t kPagesWorthAThread = 16;

void collect_fonts(page::Page const& page, font::FontLibrary const& library, std::vector<Shown>& shown, Fonts& fonts) {
    for (auto const& item : page.items) {
        auto const* const text = std::get_if<page::PlacedText>(&item.what);
        if (!text || text->run.glyphs.empty()) continue;
        bool const vertical =
            text->mode == WritingMode::Vertical && text->run.orientation == line::Orientation::Upright;
        shown.clear();
        lay_text(text->run, library, shown);
        for (auto const& glyph : shown)
            fonts.use(text->run.font, glyph.glyph, glyph.text, vertical);
        // The content writer may need a space wherever a run begins.
        if (auto const space = library.glyph(text->run.font, U' '); space != 0) {
            fonts.use(text->run.font, space, " ", vertical);
            if (text->mode == WritingMode::Vertical && !vertical) fonts.use(text->run.font, space, " ", true);
        }
    }
}

// Every thread takes a stretch of the book; joined in the book's order, the outcome is that of one thread.
void collect_fonts(page::Book const& book, font::FontLibrary const& library, int jobs, Fonts& fonts) {
    std::size_t const count = book.pages.size();
    std::size_t const parts = std::min(worker_count(jobs), count / kPagesWorthAThread + 1);
    std::vector<Fonts> collected;
    for (std::size_t i = 0; i < parts; ++i)
        collected.emplace_back(library);
    parallel_for(parts, jobs, 1, [&](std::size_t part) {
        std::vector<Shown> shown;
        for (std::size_t i = count * part / parts, end = count * (part + 1) / parts; i < end; ++i)
            collect_fonts(book.pages[i], library, shown, collected[part]);
    });
    fonts = std::move(collected.front());
    for (std::size_t i = 1; i < parts; ++i)
        fonts.join(collected[i]);
}

// A tag's ActualText can stand in the content only where one marked-content sequence holds all of it; on the structure
// element alone, the text extraction of most viewers does not see it.
std::vector<bool> tags_saying_actual_text(page::Book const& book) {
    std::vector<bool> once(book.tags.size());
    std::vector<bool> asked(book.tags.size());
    bool any = false;
    for (std::size_t i = 0; i < book.tags.size(); ++i) {
        asked[i] = !book.tags.nodes()[i].actual_text.empty();
        any = any || asked[i];
    }
    if (!any) return once;
    std::vector<int> sequences(book.tags.size());
    for (auto const& page : book.pages) {
        TagId last;
        for (auto const& item : page.items) {
            if (std::holds_alternative<page::LinkArea>(item.what) || std::holds_alternative<page::Anchor>(item.what))
                continue;
            if (item.tag && item.tag != last) ++sequences[item.tag.value];
            last = item.tag;
        }
    }
    for (std::size_t i = 0; i < once.size(); ++i)
        once[i] = asked[i] && sequences[i] == 1;
    return once;
}

void write_document(Store& store, page::Book const& book, font::FontLibrary const& library, Pictures const& pictures,
                    Options const& options, std::size_t& font_count) {
    bool const compress = !options.readable;
    Fonts fonts(library);
    collect_fonts(book, library, options.jobs, fonts);
    fonts.assign(options.jobs);
    font_count = fonts.count();

    // Subsets and pages need nothing of each other once the codes are known; the subsets, being long, go first.
    auto const actual = tags_saying_actual_text(book);
    ContentContext const context{book, library, fonts, pictures, actual, options.readable};
    std::vector<PageParts> parts(book.pages.size());
    std::size_t const font_tasks = fonts.task_count();
    parallel_for(font_tasks + book.pages.size(), options.jobs, 1, [&](std::size_t i) {
        if (i < font_tasks)
            fonts.run_task(i, compress);
        else
            parts[i - font_tasks].content = page_content(book.pages[i - font_tasks], context);
    });

    PageObjects const objects = reserve_pages(store, book.pages.size());
    Destinations const destinations(book, objects.pages);
    Structure structure(book.tags, book.pages.size());
    for (std::size_t i = 0; i < book.pages.size(); ++i) {
        std::size_t const page = book.reading.empty() ? i : book.reading[i]; // the order of tags is that of reading
        for (auto const& event : parts[page].content.events) {
            if (event.kind == ContentEvent::Kind::Marked) {
                structure.marked(event.tag, page, event.number);
                continue;
            }
            auto entries = link_entries(book.pages[page], book.pages[page].items[event.number], destinations);
            if (entries.empty()) continue;
            Ref const annotation = store.reserve();
            if (event.tag) {
                entries += "/StructParent ";
                put_integer(entries, structure.annotation(event.tag, page, annotation));
            }
            store.set(annotation, std::move(entries));
            parts[page].annotations.push_back(annotation);
        }
        for (auto const& [tag, box] : parts[page].content.figures)
            structure.figure(tag, page, box);
    }

    auto const images = write_images(store, parts, pictures);
    Ref const font_resources = fonts.write(store, compress);
    write_pages(store, book, objects, parts, font_resources, images, compress);

    std::string catalog = "/PageLabels ";
    put_ref(catalog, write_page_labels(store, book));
    catalog += "/Lang ";
    put_text(catalog, document_language(book.metadata));
    // No /Direction R2L, even for a book bound on the right: PDFium takes all its text for Arabic then, and what is
    // copied, searched or read aloud there comes out with its phrases turned around.
    catalog += "/ViewerPreferences<</DisplayDocTitle true>>";
    // Facing pages that are read from the right one: seen one by one, they would come the wrong way round.
    if (!book.reading.empty()) catalog += "/PageLayout/TwoPageRight";
    if (!structure.empty()) {
        catalog += "/MarkInfo<</Marked true>>/StructTreeRoot ";
        put_ref(catalog, structure.write(store, objects.pages, options.jobs));
    }
    if (!book.outline.empty()) {
        catalog += "/Outlines ";
        put_ref(catalog, write_outline(store, book.outline, destinations));
    }
    Ref const metadata = store.reserve(); // never compressed: programs that know no PDF find it by searching
    store.set_stream(metadata, "/Type/Metadata/Subtype/XML", xmp_packet(book.metadata, options.producer));
    catalog += "/Metadata ";
    put_ref(catalog, metadata);
    store.set_catalog(std::move(catalog));
    store.set_info(info_entries(book.metadata, options.producer));
}

// What goes wrong inside ends here as a diagnostic.
template <class Finish> bool write_to(Output& output, page::Book const& book, font::FontLibrary const& fonts,
                                      Pictures const& pictures, Options const& options, diag::Sink& sink,
                                      WriteStats* stats, std::string const& shown, Finish finish) {
    try {
        Store store;
        std::size_t font_count = 0;
        write_document(store, book, fonts, pictures, options, font_count);
        auto const saved = store.save(output);
        if (saved == Store::Saved::TooLarge) {
            sink.report(diag::Code::PdfTooLarge, {}, {shown});
            return false;
        }
        if (!finish(saved == Store::Saved::Yes)) return false;
        if (stats) {
            stats->objects = store.count();
            stats->fonts = font_count;
        }
        return true;
    } catch (FontFailure const& failure) {
        sink.report(diag::Code::FontNotEmbedded, {}, {failure.file, failure.what()});
    } catch (StoreError const& error) {
        sink.report(diag::Code::PdfLibrary, {}, {error.what()});
    } catch (std::exception const& error) {
        sink.report(diag::Code::InternalError, {}, {std::string("pdf: ") + error.what()});
    }
    return false;
}

class Counting final : public Output {
public:
    explicit Counting(Output& inner) : inner_(inner) {}
    bool write(char const* bytes, std::size_t count) noexcept override {
        count_ += count;
        return inner_.write(bytes, count);
    }
    std::size_t count() const { return count_; }

private:
    Output& inner_;
    std::size_t count_ = 0;
};

} // namespace

bool write_file(page::Book const& book, font::FontLibrary const& fonts, Pictures const& pictures,
                Options const& options, std::filesystem::path const& file, diag::Sink& sink, WriteStats* stats) {
    FileOutput output(file);
    auto const failed = [&] {
        if (output.error() == ENOSPC || output.error() == EDQUOT)
            sink.report(diag::Code::DiskFull, {}, {file.string()});
        else
            sink.report(diag::Code::OutputNotWritable, {}, {file.string(), std::strerror(output.error())});
        return false;
    };
    if (!output.open()) return failed(); // before the work, not after
    Counting counted(output);
    bool const done = write_to(counted, book, fonts, pictures, options, sink, stats, file.string(),
                               [&](bool saved) { return (saved && output.commit()) || failed(); });
    if (done && stats) stats->bytes = counted.count();
    return done;
}

std::string write_bytes(page::Book const& book, font::FontLibrary const& fonts, Pictures const& pictures,
                        Options const& options, diag::Sink& sink, WriteStats* stats) {
    MemoryOutput output;
    bool const done = write_to(output, book, fonts, pictures, options, sink, stats, "PDF", [&](bool saved) {
        if (!saved) sink.report(diag::Code::InternalError, {}, {"pdf: out of memory"});
        return saved;
    });
    if (!done) return {};
    if (stats) stats->bytes = output.bytes().size();
    return std::move(output.bytes());
}

} // namespace kumihan::pdf
