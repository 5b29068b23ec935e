// compose: styled blocks become Material. Input: StyledDocument, LayoutSpec, fonts. Paragraphs are composed in
// parallel; the result does not depend on the number of threads. After the first pass over a document its paragraphs take
// their lines from the pass before, but for those whose words changed.
#pragma once

#include "diag/sink.h"
#include "flow/material.h"
#include "font/library.h"
#include "spec/model.h"
#include "style/model.h"

#include <string>

namespace kumihan::flow {

struct Options {
    int jobs = 0;
};
struct Before {
    Material* material = nullptr;                       // of the same StyledDocument; its lines are moved out of it
    std::vector<style::ParagraphBlock const*> changed; // since then, ordered by address
};

Material compose(style::StyledDocument const& document, spec::LayoutSpec const& layout, font::FontLibrary const& fonts,
                 diag::Sink& sink, Options options = {}, Before const& before = {});

// A paragraph with one line fewer (-1) or more (+1), if that can be done in good quality. True when it was done.
bool relax(Material& material, ParagraphIndex paragraph, int looseness, font::FontLibrary const& fonts,
           diag::Sink& sink);

// What the lines of paragraphs were chosen from that have a line opened beyond stage 3 (line/breakable.h).
std::string breakable(Material const& material, font::FontLibrary const& fonts);

// The lines of a wrap's paragraphs anew, after its place or length changed.
void set_wrap(Material& material, std::uint32_t wrap, font::FontLibrary const& fonts, diag::Sink& sink);

} // namespace kumihan::flow
