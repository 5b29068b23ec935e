#include "driver/pictures.h"

#include "base/overloaded.h"

#include <algorithm>
#include <cmath>

namespace kumihan::driver {

using namespace document;

namespace {

// Below this a printed photo looks coarse (field.md 2.1: 150 is the least for legible print).
constexpr int kCoarsePpi = 120;

template <class Visit> void each_figure(Document const& document, Visit const& visit) {
    for (Chapter const& chapter : document.chapters) {
        for (Figure const& figure : chapter.figures)
            visit(chapter, figure);
        std::visit(overloaded{
                       [&](CoverChapter const& k) {
                           if (k.photo) visit(chapter, *k.photo);
                       },
                       [&](ForewordChapter const& k) {
                           if (k.photo) visit(chapter, *k.photo);
                       },
                       [&](EssayChapter const& k) {
                           if (k.portrait) visit(chapter, *k.portrait);
                       },
                       [&](WorkshopChapter const& k) {
                           for (Figure const& photo : k.photos)
                               visit(chapter, photo);
                       },
                       [&](AlbumChapter const& k) {
                           for (Figure const& photo : k.photos)
                               visit(chapter, photo);
                       },
                       [](auto const&) {},
                   },
                   chapter.kind);
    }
}

} // namespace

style::Pictures find_pictures(Document const& document, std::filesystem::path const& folder, image::ImageStore& images) {
    std::vector<image::ImageStore::File> files;
    each_figure(document, [&](Chapter const& chapter, Figure const& figure) {
        if (figure.file.empty()) return; // reported by document
        for (auto const& known : files)
            if (known.shown == figure.file) return;
        files.push_back(
            {folder / figure.file, figure.file, figure.file_span ? figure.file_span : figure.span, chapter.file});
    });
    style::Pictures pictures;
    auto const ids = images.add(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!ids[i]) continue;
        auto const& info = images.info(*ids[i]);
        pictures[files[i].shown] = {*ids[i], info.width, info.height, info.placeholder};
    }
    return pictures;
}

pdf::Pictures prepare_pictures(page::Book const& book, Document const& document, image::ImageStore& images,
                               style::Pictures const& pictures, diag::Sink& sink) {
    struct Use {
        double inches_wide = 0, inches_high = 0;
        Span span;
        std::string page;
    };
    std::map<ImageId, Use> uses;
    for (page::Page const& page : book.pages)
        for (page::PageItem const& item : page.items)
            if (auto const* placed = std::get_if<page::PlacedImage>(&item.what)) {
                Use& use = uses[placed->image];
                double const wide = placed->size.width.to_pt() / 72 / placed->crop_width;
                double const high = placed->size.height.to_pt() / 72 / placed->crop_height;
                if (wide <= use.inches_wide) continue;
                use = {wide, high, item.span, page.folio.printed};
            }
    std::map<ImageId, std::string> shown;
    for (auto const& [file, picture] : pictures)
        shown.emplace(picture.image, file);

    std::vector<image::Request> requests;
    for (auto const& [id, use] : uses) {
        auto const& info = images.info(id);
        if (use.inches_wide <= 0 || use.inches_high <= 0) continue; // no room was left for it, which flow has said
        int const ppi = static_cast<int>(std::min(info.width / use.inches_wide, 1e6));
        if (!info.placeholder && ppi < std::min(kCoarsePpi, document.photo_ppi))
            sink.report(diag::Code::PhotoTooSmall, use.span, {shown[id], std::to_string(ppi)}, use.page);
        requests.push_back({id, std::max(1, static_cast<int>(std::lround(use.inches_wide * document.photo_ppi))),
                            std::max(1, static_cast<int>(std::lround(use.inches_high * document.photo_ppi)))});
    }
    auto const prepared = images.prepare(requests);
    pdf::Pictures out;
    for (std::size_t i = 0; i < requests.size(); ++i)
        if (prepared[i]) out.by_id[requests[i].image] = prepared[i];
    return out;
}

std::string moved(style::References const& before, std::vector<std::string> const& after) {
    std::string out;
    int named = 0;
    for (std::size_t i = 0; i < after.size() && named < 5; ++i) {
        std::string const& old = i < before.folio.size() ? before.folio[i] : std::string();
        if (old == after[i]) continue;
        out += (out.empty() ? "" : ", ") + old + " → " + after[i];
        ++named;
    }
    return out;
}

} // namespace kumihan::driver
