// Issue 3.8: no line is opened by more than a quarter em per gap where any better break exists. Random paragraphs with
// readings in narrow lines, set by the product; then a plain search over all breaks, with the adjustment (JLReq 3.8.3,
// 3.8.4) written down here a second time from the boxes alone: the widest opening beyond stage 3 must be as small as any
// breaks make it, then the next widest, and so on.
#include "support/catch.h"

#include "property/random_text.h"
#include "unit/line/fake_metrics.h"

#include <algorithm>
#include <map>
#include <optional>

using namespace kumihan;
using test::Fake;
using test::FakeOptions;

namespace {

using Openings = std::vector<std::int64_t>; // 1/1024 em, the widest first
constexpr std::int64_t kStep = 1024 / 64;   // to which the product counts them

class Search {
public:
    Search(Fake const& fake, style::LineStyle const& style, std::vector<std::int64_t> rooms)
        : boxes_(fake.paragraph.boxes), first_head_(fake.paragraph.first_head), western_(fake.paragraph.western), style_(style),
          rooms_(std::move(rooms)) {}

    // Of the line [first, last] at this room: nothing where it is too long.
    std::optional<std::int64_t> opening(std::uint32_t first, std::uint32_t last, std::int64_t room) const {
        std::int64_t natural = first == 0 ? first_head_ : boxes_[first - 1].gap.head;
        std::int64_t shrink = 0, stretch = 0, places = 0;
        for (auto b = first; b < last; ++b) {
            auto const& gap = boxes_[b].gap;
            natural += boxes_[b].width + gap.natural;
            shrink += gap.shrink[0] + gap.shrink[1];
            if (gap.expand != text::Expand::Never && gap.expand != text::Expand::Anywhere) stretch += gap.stretch;
            places += gap.expand != text::Expand::Never;
        }
        auto const& end = boxes_[last];
        natural += end.width + end.gap.end_extra;
        bool const final = last + 1 == boxes_.size() || end.gap.at == para::Break::Forced;
        std::optional<std::int64_t> best;
        auto const way = [&](std::int64_t width, std::int64_t may_stay) {
            std::int64_t made = 0;
            if (width > room) {
                if (width - room > shrink) return;
            } else if (!final) {
                std::int64_t const need = std::max<std::int64_t>(room - width - may_stay, 0) - stretch;
                std::int64_t const letters = last - first;
                bool const by_letters = places == 0 && need * 20 <= boxes_[first].em * letters;
                bool const stays_short = places == 0 && end.gap.address; // of an address alone
                if (need > 0 && !by_letters && !stays_short) made = need * 1024 / std::max<std::int64_t>(places, 1) / boxes_[first].em;
            }
            best = std::min(best.value_or(made), made);
        };
        bool const mark = end.cls == text::JlreqClass::FullStop || end.cls == text::JlreqClass::Comma;
        way(natural, style_.line_end == style::LineEndPunctuation::Continuous ? end.gap.end_space : 0);
        bool const stays = style_.line_end == style::LineEndPunctuation::HalfOrSolid && natural + end.gap.end_space <= room;
        if (stays) way(natural + end.gap.end_space, 0);
        if (style_.hang != style::Hang::None && mark && end.half_body && last > first && !western_) way(natural - end.width, 0);
        return best;
    }

    static bool may_part(para::Break at) { return at == para::Break::Allowed || at == para::Break::LastResort; }

    // Nothing where some line must stick out.
    std::optional<Openings> best() const {
        auto const layers = static_cast<std::uint32_t>(rooms_.size());
        std::map<std::pair<std::uint32_t, std::uint32_t>, Openings> reached{{{0, 0}, {}}};
        for (std::uint32_t first = 0; first < boxes_.size(); ++first)
            for (std::uint32_t layer = 0; layer < layers; ++layer) {
                auto const from = reached.find({first, layer});
                if (from == reached.end()) continue;
                for (auto last = first; last < boxes_.size(); ++last) {
                    if (last + 1 < boxes_.size() && !may_part(boxes_[last].gap.at)) continue;
                    auto const opened = opening(first, last, rooms_[layer]);
                    if (!opened) continue;
                    Openings way = from->second;
                    if (*opened > 0) way.insert(std::upper_bound(way.begin(), way.end(), *opened, std::greater<>()), *opened);
                    auto const [to, made] = reached.emplace(std::pair(last + 1, std::min(layer + 1, layers - 1)), way);
                    if (!made && way < to->second) to->second = way;
                }
            }
        std::optional<Openings> result;
        for (std::uint32_t layer = 0; layer < layers; ++layer)
            if (auto const end = reached.find({static_cast<std::uint32_t>(boxes_.size()), layer}); end != reached.end())
                result = std::min(result.value_or(end->second), end->second);
        return result;
    }

    Openings of(line::Chosen const& chosen) const {
        Openings result;
        for (std::size_t i = 0; i < chosen.lines.size(); ++i) {
            auto const& line = chosen.lines[i];
            auto const opened = opening(line.first, line.last, rooms_[std::min(i, rooms_.size() - 1)]);
            if (opened && *opened > 0) result.push_back(*opened);
        }
        std::sort(result.begin(), result.end(), std::greater<>());
        return result;
    }

private:
    std::vector<para::Box> const& boxes_;
    std::int64_t first_head_;
    bool western_;
    style::LineStyle const& style_;
    std::vector<std::int64_t> rooms_;
};

std::string said(Openings const& openings) {
    std::string out;
    for (auto const one : openings) (out += out.empty() ? "" : " ") += std::to_string(one);
    return out;
}

// As good, or nowhere worse by more than a step before it is better.
bool no_worse(Openings const& made, Openings const& best) {
    for (std::size_t i = 0; i < made.size(); ++i) {
        std::int64_t const other = i < best.size() ? best[i] : 0;
        if (made[i] > other + kStep) return false;
        if (made[i] + kStep < other) return true;
    }
    return true;
}

std::string random_paragraph(test::Random& random, FakeOptions& options) {
    static constexpr std::string_view kPieces[] = {"雪", "町", "の", "を", "も", "っ", "ー", "、", "。", "「", "」", "（", "）",
                                                   "・", "……", "12", "3", "年", "PDF", " the ", "planning", " best", "！", "？　",
                                                   "https://a.jp/b", "and/or"};
    std::string text = "雪";
    std::size_t const n = 6 + random.below(24);
    std::size_t const kind = random.below(3);
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t const roll = random.below(12);
        if (kind == 2 && roll < 8) {
            text += i % 2 ? "planning " : "way ";
        } else if (roll == 0) { // each base but once, so that it is found where it stands
            std::string const base = "春" + std::string(utf8::encode(static_cast<char32_t>(0x5B50 + i))) + "秋";
            bool const parts = random.one_in(2);
            std::string const longer = random.one_in(2) ? "あいう" : "あ";
            options.ruby.push_back({base, parts ? std::vector<std::string>{longer, "い", longer}
                                                : std::vector<std::string>{longer + "えおかきく" + longer}});
            text += base;
        } else {
            text += roll < 7 ? kPieces[random.below(5)] : kPieces[random.below(std::size(kPieces))];
        }
    }
    return text;
}

} // namespace

TEST_CASE("3.8: no line is opened further than any other breaks would open one") {
    test::Random random(20261125);
    std::size_t loose = 0, ruby = 0, roomy = 0;
    for (int round = 0; round < 4000; ++round) {
        FakeOptions options;
        auto const text = random_paragraph(random, options);
        double const measure = 4 + static_cast<double>(random.below(16)) / 2;
        options.line.kinsoku = random.one_in(2) ? style::Kinsoku::Strict : style::Kinsoku::VeryStrict;
        options.line.line_end = static_cast<style::LineEndPunctuation>(std::array{0, 2, 3}[random.below(3)]);
        if (random.one_in(4)) options.line.hang = style::Hang::Allow;
        if (random.one_in(3)) options.line.first_indent = kOneEm;
        Fake const fake(text, measure, options);
        INFO(text << " at " << measure << " em");
        std::int64_t const room = Length::pt(measure * 10).units();
        std::int64_t const indent = options.line.first_indent.at(options.line.size).units();
        auto const sticks_out = [](line::Chosen const& chosen) {
            return std::any_of(chosen.lines.begin(), chosen.lines.end(),
                               [](auto const& one) { return one.plan.kind == line::FitKind::Overfull; });
        };
        // A word longer than the line is broken anywhere: another rule, with its own tests
        auto const emergency = [&](line::Chosen const& chosen) {
            return std::any_of(chosen.lines.begin(), chosen.lines.end(), [&](auto const& one) {
                return fake.paragraph.boxes[one.last].gap.at == para::Break::Emergency;
            });
        };
        if (emergency(fake.chosen)) continue;
        Search const search(fake, options.line, {room - indent, room});
        auto const best = search.best();
        CHECK(sticks_out(fake.chosen) == !best);
        if (best) {
            Openings const made = search.of(fake.chosen);
            INFO(fake.lines() << ": " << said(made) << ", best " << said(*best));
            CHECK(no_worse(made, *best));
            loose += !best->empty();
            ruby += !best->empty() && !options.ruby.empty();
        }

        // Lines beside a picture: each with a room of its own.
        std::vector<std::int64_t> const rooms{room - indent, room - Length::pt(10).units(), room, room + Length::pt(25).units()};
        line::Planner planner;
        planner.prepare(fake.paragraph, options.line, rooms[0], rooms.back());
        line::Breaker breaker;
        line::Chosen chosen;
        breaker.fit_rooms(fake.paragraph, planner, rooms, chosen);
        if (emergency(chosen)) continue;
        Search const beside(fake, options.line, rooms);
        auto const best_beside = beside.best();
        CHECK(sticks_out(chosen) == !best_beside);
        if (!best_beside) continue;
        roomy += !best_beside->empty();
        CHECK(no_worse(beside.of(chosen), *best_beside));
    }
    CHECK(loose > 300);
    CHECK(ruby > 50);
    CHECK(roomy > 300);
}
