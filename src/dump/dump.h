// Every stage's value as stable text, for --dump and for golden tests. Numbers are in points with fixed decimals,
// whatever the locale; no addresses, no hash order.
#pragma once

#include "document/model.h"
#include "flow/material.h"
#include "font/library.h"
#include "page/page.h"
#include "spec/model.h"
#include "style/model.h"

#include <string>

namespace kumihan::dump {

std::string document(document::Document const& document);
std::string layout(spec::LayoutSpec const& layout);
std::string styled(style::StyledDocument const& document);
std::string lines(flow::Material const& material);
std::string pages(page::Book const& book, font::FontLibrary const& fonts);

} // namespace kumihan::dump
