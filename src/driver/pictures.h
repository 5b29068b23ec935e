// Pictures between the stages: all figures of a document are probed together before styling, and prepared together
// after the pages are known, each at the pixels its largest place needs, and of a cropped one only what is seen: pages then
// refer to a picture of its own, without a crop.
#pragma once

#include "diag/sink.h"
#include "document/model.h"
#include "image/store.h"
#include "page/page.h"
#include "pdf/write.h"
#include "source/file_loader.h"
#include "style/awaited.h"
#include "style/resolve.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kumihan::driver {

style::Pictures find_pictures(document::Document const& document, std::filesystem::path const& folder,
                              source::FileLoader const& loader, image::ImageStore& images);

pdf::Pictures prepare_pictures(page::Book& book, document::Document const& document, image::ImageStore& images,
                               style::Pictures const& pictures, diag::Sink& sink);

// Names of the places whose numbers still moved, for a message.
std::string moved(style::References const& before, std::vector<std::string> const& after);

} // namespace kumihan::driver
