// Numbered tables that may part between pages keep their order with all that floats: where something called before them
// waits, they wait as well and the text goes on, as it does for a figure (15.1).
#include "page/paginator.h"

namespace kumihan::page {

bool Paginator::is_of_waiting_table(std::uint32_t i) const {
    if (floats_.empty() || i <= floats_.back()) return false;
    auto const* const box = std::get_if<Box>(&sequence_.items[floats_.back()].what);
    return box && i < floats_.back() + box->parts;
}

bool Paginator::table_waits(std::uint32_t i, Box const& box) {
    if (!others_wait()) return false;
    if (room_.text_follows(i, box.parts)) {
        wait(i);
        return true;
    }
    flush_floats(i);
    while (others_wait() && !overflow_)
        next_frame({i, 0});
    return false;
}

bool Paginator::put_table(std::uint32_t i, Position next) {
    Item const& item = sequence_.items[i];
    Box const& box = std::get<Box>(item.what);
    Cursor c = cursor_;
    if (foot_taken() || !has_its_turn(i)) return false;
    bool const fits = room_.try_box(c, box, item.spacing) &&
                      room_.followers_fit(c, i, item.spacing.keep_next, false) && part_can_close(cursor_, i);
    if (!fits && (!at_best() || trial_)) return false;
    arrived(i);
    floats_.pop_front();
    table_ = {i, i + box.parts, next};
    go_on_with_table();
    return true;
}

void Paginator::go_on_with_table() {
    while (table_.active() && !overflow_) {
        std::uint32_t const i = table_.next;
        Item const& item = sequence_.items[i];
        place_box(i, item, std::get<Box>(item.what));
        ++table_.next;
    }
}

} // namespace kumihan::page
