// Internal to `page`: the state of one paginate() run. paginate.cpp fills pages, bands and frames and makes columns equally
// long; place.cpp places the items of the text; place_figures.cpp those that stand elsewhere, and the lines beside a
// picture; place_tables.cpp numbered tables that may part, in their turn.
#pragma once

#include "page/paginate.h"
#include "page/room.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kumihan::page {

using namespace flow;

// The next thing to place.
struct Position {
    std::uint32_t item = 0, line = 0;
};

class Paginator {
public:
    Paginator(Sequence const& sequence, Material const& material, spec::LayoutSpec const& layout, bool recto)
        : sequence_(sequence), material_(material), room_(sequence, material, layout), starts_recto_(recto),
          frames_(sequence.frames) {}

    SequencePlan run();

private:
    // The picture that lines stand beside, from its call in the text to the end of those lines.
    struct Beside {
        std::optional<std::uint32_t> item;
        std::uint32_t wrap = 0;
        bool stands = false;
        std::size_t skip = 0, left = 0; // lines before it, lines beside it
        Length end;                     // of the picture
    };

    // A table that waited, while its items are placed: the next one, the one behind its last, and where the text stays.
    struct TableAtHand {
        std::uint32_t next = 0, end = 0;
        Position text;
        bool active() const { return next < end; }
    };

    // What changes while a page fills.
    struct State {
        Cursor cursor;
        int frame = 0;
        Length content_end; // of all frames of the band
        std::string head;
        std::deque<std::uint32_t> floats, waiting;
        std::deque<std::uint32_t> turned;
        std::vector<NotePart> carried_notes;
        std::optional<std::size_t> fill_from;
        Beside beside;
        std::vector<std::uint32_t> feet;
        Length foot_taken;
        TableAtHand table;
    };
    PagePlan& page() { return plan_.pages.back(); }
    Frames const& frames() const { return room_.band.frames; }
    Length column() const { return frames().at(frame_); }

    // ---- pages, bands, frames ----------------------------------------------------------------------------------------

    PagePlan empty_page() const;

    // Turned tables have pages of their own, the next ones after their place in the text.
    void put_turned();
    void open_page(Position next);

    // One frame over the whole area, with the figures over all columns that waited at its head.
    void new_page();
    void open_spanning(Cursor cursor);

    void open_band(Frames const& frames, Length begin, Position next);
    void open_frame();

    void close_frame();
    void close_band();

    void next_frame(Position next);

    // No other frame has more room than this one: what does not fit here is let stand. A band that begins further down is
    // none such; the next page has longer frames.
    bool at_best() const { return cursor_.at_first && room_.band.begin == Length{}; }

    bool page_is_empty() { return page().placed.empty() && cursor_.at_first; }

    // The rest of the page stays free.
    void next_page(Position next);

    // ---- columns that end are made equally long (13.6): the lowest band that holds them ---------------------------------

    State state() const;
    void restore();
    void set_state(State const& s);

    // Everything before item `end` that belongs to this band, once more, in so many lines. As a trial: false where that
    // needs another page.
    bool set_again(std::int64_t lines, std::uint32_t end, bool last, bool trial);

    // `last`: nothing else follows on the page, so its notes stand at its foot.
    void balance(std::uint32_t end, bool last);
    // In the band, in so many lines: a short last line at the head of a further column, or two lines side by side.
    bool has_bad_widow(std::int64_t lines) const;

    // What follows item `i` in other frames begins below what the band holds.
    void end_band(std::uint32_t i);
    void begin_band(Frames const& frames, Position next);

    void place_spanning(std::uint32_t i);

    // ---- items -----------------------------------------------------------------------------------------------------------

    void put_box(std::uint32_t i);

    // `i`: what comes next. No more text comes that could fill pages while figures wait.
    void flush_floats(std::uint32_t i);

    // What waits for the next page, where there is none.
    void flush_waiting(std::uint32_t i);

    // ---- figures that stand elsewhere than in their place (15.1) ---------------------------------------------------------

    document::FigurePlace place_of(std::uint32_t i) const;
    bool has_own_page(std::uint32_t i) const;
    bool foot_taken() { return !feet_.empty() || page().bare_foot; }
    bool on_left_page() const { return (plan_.pages.size() % 2 == 1) != starts_recto_; }

    void wait(std::uint32_t i);
    // Something called before waits, so that what comes now must wait as well. Tables turned on their side, and figures
    // over all columns, wait in lists of their own; of all the first one called has its turn.
    bool others_wait() const { return !floats_.empty() || !turned_.empty() || !waiting_.empty(); }
    bool has_its_turn(std::uint32_t i) const {
        return (turned_.empty() || i < turned_.front()) && (waiting_.empty() || i < waiting_.front());
    }
    // A page further on is no distance to speak of; pages of their own wait for a full one, for a left-hand page, and for
    // a spread before them.
    void arrived(std::uint32_t i);

    // The first figure that waits, at the head or the foot of the frame at hand; false where it must go on waiting.
    bool put_waiting(Position next);

    // The page at hand, or it and the next one, is the figure's alone.
    void put_own_page(std::uint32_t i, Position next);

    // Room at the foot of the frame; the figure stands there when the frame is full.
    bool keep_foot(std::uint32_t i);
    void put_feet();

    // To the head of the page that is already begun: what stands there moves down by whole lines.
    bool put_at_head(std::uint32_t i);

    // False where the figure stands in the text.
    bool place_sheet(std::uint32_t i, Box const& box);

    // ---- lines beside a picture (回り込み) ---------------------------------------------------------------------------------

    void begin_wrap(std::uint32_t i, Sheet const& sheet);
    bool is_beside(ParagraphIndex paragraph) const;
    void ask(std::int64_t lines, bool last_line_too = false);
    void frame_ends_beside();

    // Puts the picture at the head of a line; false where the page does not hold it with the lines beside it.
    bool stand_beside(Length top, std::uint32_t i, std::size_t line);
    void line_placed();
    // What comes next does not stand beside the picture.
    void end_wrap(Position next);
    void close_fill();

    void place(std::uint32_t i, std::uint32_t line = 0);

    // ---- numbered tables that may part -------------------------------------------------------------------------------------

    // False where the table is to be placed here. It waits while text can go on; else what waits is placed first.
    bool table_waits(std::uint32_t i, Box const& box);
    // Item `i` is of the table that waits as the last one.
    bool is_of_waiting_table(std::uint32_t i) const;
    bool put_table(std::uint32_t i, Position next);
    void go_on_with_table();

    // The table that goes on with item `i`.
    TableRun const* run_before(std::uint32_t i) const;

    // Behind rows that stand together, at `c`, there must be room for what closes the part of a table, or for its end.
    bool part_can_close(Cursor c, std::uint32_t i) const;
    void place_box(std::uint32_t i, Item const& item, Box const& box);

    void place_text(std::uint32_t i, Item const& item, Text const& text, std::uint32_t from);
    void put_lines(std::uint32_t i, std::size_t begin, std::size_t end);

    Sequence const& sequence_;
    Material const& material_;
    Room room_;
    bool starts_recto_;
    Frames frames_; // of the text; the band's own differ while something spans them
    SequencePlan plan_;
    std::string head_;
    std::deque<std::uint32_t> floats_;
    std::deque<std::uint32_t> waiting_; // for the head of the next page: figures over all columns
    std::map<std::uint32_t, Moved> called_, moved_; // by item: where figures that wait were called, those that went far
    std::vector<std::uint32_t> feet_;               // figures for the foot of the frame
    std::size_t heads_ = 0;                         // of the things placed on the page, figures put at its head
    Length heads_end_;
    Beside beside_;
    std::deque<std::uint32_t> turned_; // tables that wait for their pages
    TableAtHand table_;
    std::vector<NotePart> carried_notes_;
    std::optional<std::size_t> fill_from_;
    Cursor cursor_;
    int frame_ = 0;
    Length content_end_;
    Length first_top_;
    bool in_spread_ = false; // the next page is its second one
    bool spanning_ = false; // what is placed spans the frames, on the next page too

    // The start of the band at hand, kept where it has several frames.
    Position start_;
    PagePlan start_page_;
    State start_state_;
    std::size_t start_widows_ = 0;
    // Set again: as a trial, which ends with `overflow_` where it needs another page, or for good.
    bool again_ = false, trial_ = false, overflow_ = false;
};

} // namespace kumihan::page
