// Whatever stands in columns, changes between them and spans them: all of it is placed, once, in order, and nothing lies
// over anything else. Sequences made by chance; the seed is printed.
#include "maker.h"
#include "support/catch.h"

#include <map>
#include <random>

using namespace kumihan;
using namespace kumihan::flow;
using kumihan::test::Maker;

namespace {

struct Area {
    Length left, right, top, bottom;
    bool meets(Area const& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

void fill(Maker& m, std::mt19937& chance) {
    auto const upto = [&](unsigned n) { return static_cast<int>(chance() % n); };
    m.columns(1 + upto(3));
    for (int i = 0, count = 3 + upto(25); i < count; ++i) {
        switch (upto(12)) {
        case 0:
            m.heading(1 + upto(3), 2).spans = upto(3) == 0;
            break;
        case 1:
            m.figure(20 + 10 * upto(12)).spans = upto(2) == 0;
            break;
        case 2:
            m.box(10 + 5 * upto(8));
            break;
        case 3:
            m.sequence().items.push_back({NewFrames{flow::columns(m.layout, 1 + upto(3))}, {}, {}, {}});
            break;
        case 4:
            if (upto(3) == 0) m.sequence().items.push_back({PageBreak{}, {}, {}, {}});
            break;
        case 5:
            m.text(static_cast<std::size_t>(1 + upto(4))).spans = true;
            break;
        default: {
            auto const lines = static_cast<std::size_t>(1 + upto(14));
            auto const index = std::get<Text>(m.text(lines).what).paragraph;
            if (upto(4) == 0)
                m.material.paragraphs[index].lines[static_cast<std::size_t>(upto(14)) % lines].notes.push_back(
                    m.note(5 + 5 * upto(4)));
        }
        }
    }
}

// Empty, or what is wrong.
std::string wrong(Maker const& m, page::SequencePlan const& plan) {
    auto const& items = m.material.sequences.back().items;
    std::vector<Frames> frames; // of each item
    Frames now = m.material.sequences.back().frames;
    for (Item const& item : items) {
        if (auto const* change = std::get_if<NewFrames>(&item.what)) now = change->frames;
        frames.push_back(item.spans ? spanning(now) : now);
    }
    std::map<std::uint32_t, std::uint32_t> lines_placed, boxes_placed;
    std::uint32_t last_text = 0;
    for (auto const& page : plan.pages) {
        std::vector<Area> areas;
        for (auto const& placed : page.placed) {
            Item const& item = items[placed.item];
            Length height;
            if (auto const* text = std::get_if<Text>(&item.what)) {
                if (placed.item < last_text) return "text out of order";
                last_text = placed.item;
                if (lines_placed[placed.item] != placed.line_begin) return "lines twice or left out";
                lines_placed[placed.item] = placed.line_end;
                height = text->pitch * static_cast<int>(placed.line_end - placed.line_begin - 1) + text->size;
            } else {
                ++boxes_placed[placed.item];
                height = std::get<Box>(item.what).extent;
            }
            Area const area{placed.at, placed.at + frames[placed.item].measure, placed.top, placed.top + height};
            if (area.top < Length{} || area.bottom > m.layout.area.height()) return "beyond the area";
            for (Area const& other : areas)
                if (area.meets(other)) return "item " + std::to_string(placed.item) + " over another";
            areas.push_back(area);
        }
        for (auto const& notes : page.notes) {
            Area area{notes.at, notes.at + notes.measure, notes.top, notes.top + Length::pt(1)};
            for (Area const& other : areas)
                if (area.meets(other)) return "notes over text";
        }
    }
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (auto const* text = std::get_if<Text>(&items[i].what)) {
            if (lines_placed[i] != m.material.paragraphs[text->paragraph].lines.size()) return "lines lost";
        } else if (std::holds_alternative<Box>(items[i].what) && boxes_placed[i] != 1) {
            return "box " + std::to_string(i) + " placed " + std::to_string(boxes_placed[i]) + " times";
        }
    }
    return {};
}

} // namespace

TEST_CASE("what stands in columns is placed once, in order, and over nothing else") {
    for (unsigned seed = 0; seed < 3000; ++seed) {
        std::mt19937 chance(seed);
        Maker m;
        fill(m, chance);
        std::string const found = wrong(m, m.run());
        INFO("seed " << seed);
        REQUIRE(found == "");
    }
}
