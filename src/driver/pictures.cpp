#include "driver/pictures.h"

#include "document/near_file.h"
#include "document/visit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace kumihan::driver {

using namespace document;

namespace {

// Below this a printed photo looks coarse (field.md 2.1: 150 is the least for legible print).
constexpr int kCoarsePpi = 120;

} // namespace

style::Pictures find_pictures(Document const& document, std::filesystem::path const& folder,
                              source::FileLoader const& loader, image::ImageStore& images) {
    std::vector<image::ImageStore::File> files;
    std::set<std::string_view> known;
    for (Chapter const& chapter : document.chapters)
        each_figure(chapter, [&](Figure const& figure) {
            if (figure.file.empty() || !known.insert(figure.file).second) return; // reported by document
            files.push_back({same_to_the_eye(folder / figure.file, loader), figure.file,
                             figure.file_span ? figure.file_span : figure.span, chapter.file});
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

pdf::Pictures prepare_pictures(page::Book& book, Document const& document, image::ImageStore& images,
                               style::Pictures const& pictures, diag::Sink& sink) {
    struct Use {
        ImageId named; // in the book
        double inches_wide = 0, inches_high = 0; // of the whole picture
        image::Part part;
        Span span;
        std::string page;
    };
    std::map<ImageId, std::string> shown;
    std::size_t next_id = 0; // parts of pictures get names behind those of whole ones
    for (auto const& [file, picture] : pictures) {
        shown.emplace(picture.image, file);
        next_id = std::max<std::size_t>(next_id, picture.image.value + std::size_t{1});
    }
    std::map<std::pair<ImageId, std::array<long, 4>>, Use> uses;
    for (page::Page& page : book.pages)
        for (page::PageItem& item : page.items)
            if (auto* placed = std::get_if<page::PlacedImage>(&item.what)) {
                image::Part const part{placed->crop_x, placed->crop_y, placed->crop_width, placed->crop_height};
                auto key = [](double share) { return std::lround(share * 1e7); };
                Use& use =
                    uses[{placed->image, {key(part.x), key(part.y), key(part.width), key(part.height)}}];
                if (!use.named) use.named = part.whole() ? placed->image : ImageId{next_id++};
                placed->image = use.named;
                placed->crop_x = placed->crop_y = 0;
                placed->crop_width = placed->crop_height = 1;
                double const wide = placed->size.width.to_pt() / 72 / part.width;
                double const high = placed->size.height.to_pt() / 72 / part.height;
                if (wide <= use.inches_wide) continue;
                use = {use.named, wide, high, part, item.span, page.folio.printed};
            }

    std::vector<image::Request> requests;
    std::vector<ImageId> names;
    std::set<ImageId> told;
    for (auto const& [key, use] : uses) {
        ImageId const id = key.first;
        auto const& info = images.info(id);
        if (use.inches_wide <= 0 || use.inches_high <= 0) continue; // no room was left for it, which flow has said
        int const ppi = static_cast<int>(std::min(info.width / use.inches_wide, 1e6));
        if (!info.placeholder && ppi < std::min(kCoarsePpi, document.photo_ppi) && told.insert(id).second)
            sink.report(diag::Code::PhotoTooSmall, use.span, {shown[id], std::to_string(ppi)}, use.page);
        auto pixels = [&](double inches) {
            return std::max(1, static_cast<int>(std::lround(inches * document.photo_ppi)));
        };
        requests.push_back(
            {id, pixels(use.inches_wide * use.part.width), pixels(use.inches_high * use.part.height), use.part});
        names.push_back(use.named);
    }
    auto const prepared = images.prepare(requests);
    pdf::Pictures out;
    for (std::size_t i = 0; i < requests.size(); ++i)
        if (prepared[i]) out.by_id[names[i]] = prepared[i];
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
