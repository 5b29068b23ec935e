// Info dictionary and XMP of the same facts (PDF/UA-1 5, 7.1). Dates come from the document, never from a clock.
#pragma once

#include "page/page.h"

#include <string>
#include <string_view>

namespace kumihan::pdf {

std::string document_language(page::Metadata const& metadata); // BCP 47, "ja" when not given
std::string info_entries(page::Metadata const& metadata, std::string_view producer);
std::string xmp_packet(page::Metadata const& metadata, std::string_view producer);

} // namespace kumihan::pdf
