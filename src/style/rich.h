// RichText -> StyledText: marks become styles, tags, ruby and links; references become words; note marks become raised
// digits. Offsets of pieces, marks and runs are carried over to the new text.
#pragma once

#include "diag/sink.h"
#include "document/model.h"
#include "spec/model.h"
#include "style/number.h"
#include "style/tags.h"
#include "style/text.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace kumihan::style {

using StackIds = std::map<std::string, FontStackId, std::less<>>;
// The stack of the readings over text of a stack, where the layout has one for them.
std::string ruby_stack_name(std::string_view stack);

struct RichContext {
    Numbering const& numbering;
    StackIds const& stacks;
    TagTree& tags;
    struct NoteCall {
        NoteId note;
        std::string printed;
        AnchorId target; // of the note
        AnchorId mark;   // of this place, where it is the first that calls the note
        bool awaited = false; // its number is known when the pages are
    };
    std::function<NoteCall(std::uint32_t)> call_note; // by the note's number in the chapter
    bool marks_before_stops = false;
    document::Numerals numerals = document::Numerals::Arabic; // of the text at hand
    spec::Interlinear const* interlinear = nullptr;      // sizes and signs of what stands between the lines
    bool vertical = false;                               // the lines it is made for
    bool awaits_pages = false;                           // out: some words wait for the pages
};

TextStyle text_style(spec::Style const& style, StackIds const& stacks);
StyledText styled(document::RichText const& text, spec::Style const& style, std::string const& strong_font, TagId tag,
                  RichContext& context);

} // namespace kumihan::style
