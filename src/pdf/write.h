// pdf::write: pages to PDF bytes, through libharu as object store and serialiser (pdf-writing.md section 10).
// Input: a Book, the fonts, the prepared pictures. Output: the file, written beside its place, synced and renamed, so
// that a failure never costs the earlier one. Deterministic: no clock, no hash order, no addresses.
// Tagged (ISO 32000-1 14.8, PDF/UA-1), fonts subset and embedded with ToUnicode.
// What the items mean here: a glyph's origin is PageItem::at plus the run's and the glyph's own at (along the line) and
// rise (away from the next line: up, or to the right in vertical lines). Upright glyphs of vertical lines are placed by
// their vertical origin (top middle), rotated ones by the baseline origin; nothing is added to either. An Anchor's `at`
// becomes the top of the window. Text that no glyph carries cannot be written: typed spaces belong to a cluster.
#pragma once

#include "base/ids.h"
#include "diag/sink.h"
#include "font/library.h"
#include "image/store.h"
#include "page/page.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kumihan::pdf {

struct Options {
    bool readable = false; // no compression, stable line breaks: for tests that read the objects
    int jobs = 0;          // threads for compressing pages and subsetting fonts; 0: as many as processors
    std::string producer = "kumihan";
};

struct Pictures {
    std::map<ImageId, std::shared_ptr<image::PreparedImage const>> by_id;
};

struct WriteStats {
    std::size_t bytes = 0, objects = 0, fonts = 0;
};

// False when the file could not be written; the reason is in `sink` (K09xx: disk full, not writable …).
bool write_file(page::Book const& book, font::FontLibrary const& fonts, Pictures const& pictures,
                Options const& options, std::filesystem::path const& file, diag::Sink& sink,
                WriteStats* stats = nullptr);

// The same into memory, for tests.
std::string write_bytes(page::Book const& book, font::FontLibrary const& fonts, Pictures const& pictures,
                        Options const& options, diag::Sink& sink, WriteStats* stats = nullptr);

} // namespace kumihan::pdf
