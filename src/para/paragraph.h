// Paragraph: bodies with glue between them, the form in which lines are chosen and adjusted. Numbers only: `line` never
// looks at text or fonts to break. Input of it: ShapedText and the marks of StyledText (build.h).
// A body (文字の実体) is a letter's own width; punctuation is half an em wide and its visible room is glue (digest 1.2).
// Glue carries its natural width, how far each stage of the line adjustment may reduce or open it (5.1, 5.2), and what a
// line break here costs and does (4, 3.4, 3.5). All widths are 1/65536 pt along the line.
#pragma once

#include "base/length.h"
#include "para/jukugo.h"
#include "shape/shaped.h"
#include "text/jlreq_class.h"
#include "text/spacing.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kumihan::para {

enum class Break : std::uint8_t {
    No,
    Emergency, // only where a word is longer than the line
    LastResort, // so too, or where a line would gape otherwise: in addresses
    Allowed,
    Forced,
};

// Costs are thousandths of the units of the digest's section 6.
using Cost = std::int64_t;
inline constexpr Cost kCostUnit = 1000;

// The glue after a body. Reductions have at most two parts, one owed by each side.
struct Gap {
    std::int32_t natural = 0;
    std::int32_t shrink[2] = {0, 0};
    text::Reduce shrink_stage[2] = {text::Reduce::Never, text::Reduce::Never};
    text::Expand expand = text::Expand::Never;
    Break at = Break::No;
    bool phrase_end = true;     // 文節: a break here is between phrases
    bool address = false;       // within one: a line of nothing else may end short here rather than be opened
    std::int32_t stretch = 0;   // up to the limit of its stage; stage 4 has none
    std::int32_t end_space = 0; // what may stay after the body when the line ends here (3.5, 3.3)
    std::int32_t end_extra = 0; // what must: a ruby text that reaches beyond its base
    std::int32_t head = 0;      // where the next body starts at a line head, for the same reason
    std::int16_t penalty = 0;   // of a break here, in units
    std::uint8_t tabs = 0;      // so many tabs stand here
    std::int16_t hyphen = -1;   // a break here shows this sign of Paragraph::hyphens; its width is in end_extra
};

struct Box {
    std::uint32_t cluster = 0, cluster_end = 0; // what is drawn; the gap's spaces follow up to the next box's cluster
    std::int32_t width = 0;
    std::int32_t ink = 0; // of the glyph's origin from the body's start
    std::int32_t em = 0;
    text::JlreqClass cls = text::JlreqClass::None;
    bool half_body = false; // full-width punctuation reduced to its half: the bracket rules of the line head apply
    Gap gap;
};

// One reading over its base: boxes [first, last].
struct RubyUnit {
    std::uint32_t first = 0, last = 0;
    std::uint32_t mark = 0;                   // index into StyledText::ruby
    std::uint32_t reading_begin = 0, reading_end = 0; // clusters of Paragraph::readings
    std::int32_t offset = 0;                  // of the reading's first body from the base's start; negative: it overhangs
    std::int32_t between = 0;                 // opened between the reading's bodies
};

// A word with a reading over each character, which may be parted between them: what the parts are laid out from.
struct JukugoWord {
    std::uint32_t first = 0, last = 0; // boxes
    std::uint32_t unit = 0;            // of the first character, in Paragraph::ruby; the others follow it
    std::uint32_t cell = 0;            // likewise in Paragraph::cells
    std::int32_t ruby_em = 0;
    std::int32_t reach_before = 0, reach_after = 0; // that the neighbours grant
    std::int32_t open_before = 0;      // of the whole word, in the gap before it
    bool from_head = false;            // 肩付き
};

// 割注: boxes [first, last] are its columns of one letter above and one below. Where a line takes some of the columns,
// their letters stand in two lines that are as long as each other as far as can be (digest 10.6).
struct WarichuNote {
    std::uint32_t first = 0, last = 0;
    std::uint32_t column = 0; // in Paragraph::columns, of the first
};

// 圏点 over a box: the sign is the cluster `sign` of Paragraph::readings.
struct DotUnit {
    std::uint32_t box = 0, sign = 0;
};

// A word space of a Western paragraph opens by 5/2 of what it may open by in Japanese text (a sixth of an em): to ¾ em.
inline constexpr std::int32_t kWesternSpaces = 5, kWesternSpacesOf = 2;

// A hyphen, shaped with a text style: a cluster of Paragraph::readings.
struct HyphenSign {
    std::uint32_t sign = 0;
    std::uint32_t setting = 0; // of the text that it stands in
};

// What is repeated in the room of a tab: clusters of Paragraph::readings.
struct TabLeader {
    std::uint32_t box = 0; // after which the tab stands
    std::string text;
    std::uint32_t begin = 0, end = 0;
};

struct Paragraph {
    std::vector<Box> boxes;
    std::vector<RubyUnit> ruby; // those above, ordered by first box; then those below, likewise
    std::vector<JukugoWord> words; // ordered
    std::vector<JukugoCell> cells;
    std::vector<WarichuNote> warichu;   // ordered
    std::vector<std::uint32_t> columns; // of all notes: the first letter of each column, one more at the end of a note
    std::vector<Box> letters;           // of all notes
    std::vector<DotUnit> dots;  // ordered by box
    shape::ShapedText readings;
    std::string reading_text; // of the clusters of `readings`
    std::vector<HyphenSign> hyphens;
    std::vector<TabLeader> leaders;
    std::int32_t first_head = 0; // Gap::head of the first body of the paragraph
    bool western = false;        // most of its letters are: word spaces give way before anything else
    bool soft_hyphens = false, tabs = false; // there are gaps that await their signs, their widths

    void clear() {
        boxes.clear();
        ruby.clear();
        words.clear();
        cells.clear();
        warichu.clear();
        columns.clear();
        letters.clear();
        dots.clear();
        readings.clear();
        reading_text.clear();
        hyphens.clear();
        leaders.clear();
        first_head = 0;
        western = soft_hyphens = tabs = false;
    }
};

} // namespace kumihan::para
