// The report of lines (--report) in words and as JSON.
#pragma once

#include "diag/print.h"
#include "driver/line_report.h"
#include "source/source_store.h"

#include <string>

namespace kumihan::cli {

std::string report_text(driver::LineReport const& report, SourceStore const& store, diag::Language language);
std::string report_json(driver::LineReport const& report, SourceStore const& store);

} // namespace kumihan::cli
