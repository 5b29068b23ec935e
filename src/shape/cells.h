// cells: what shares a cell of a vertical line (縦中横) becomes one segment. Input: the grapheme clusters of a paragraph
// with their base code points, its styles, and the ranges that the author put together by hand. Output: fewer segments,
// and how each stands (text/vertical.h). What would share a cell in two styles does not. Internal to this folder.
#pragma once

#include "shape/segment.h"
#include "style/text.h"
#include "text/vertical.h"

#include <span>
#include <vector>

namespace kumihan::shape {

void join_cells(std::span<style::StyleRun const> runs, std::span<style::Together const> by_hand,
                std::span<char32_t const> bases, std::vector<Segment>& segments,
                std::vector<text::Standing>& standings);

} // namespace kumihan::shape
