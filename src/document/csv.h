// CSV files that spreadsheets write (RFC 4180 and what Excel makes of it): fields between commas, tabs or semicolons,
// quoted fields with line breaks and doubled quotes, any line end. Input: the decoded bytes of a file in the store.
// Output: its rows; the empty rows and columns that Excel leaves at the end are dropped. Each cell names its place in the
// CSV file. Every problem is reported there; then there are no rows.
#pragma once

#include "diag/sink.h"
#include "document/model.h"
#include "source/source_store.h"

#include <optional>
#include <string>
#include <vector>

namespace kumihan::document {

inline constexpr std::uint64_t kCsvCap = std::uint64_t{2} << 20;
inline constexpr std::size_t kCsvRows = 5000, kCsvColumns = 60;

struct CsvCell {
    std::string text;
    Span span; // the field without its quotes
};
struct CsvRow {
    std::vector<CsvCell> cells;
    Span span;
};

std::optional<std::vector<CsvRow>> read_csv(FileId file, SourceStore const& store, diag::Sink& sink);

// A cell's text as it stands, without markup; its line breaks are kept. A number in full-width figures is set in
// half-width ones, so that columns of figures line up.
RichText plain_text(CsvCell const& cell);

} // namespace kumihan::document
