// Total-fit against all other ways to break a paragraph (issue 3.8): random short paragraphs, every sequence of breaks
// tried, with the costs of the digest's sections 6.3 and 6.4 written down here a second time.
#include "support/catch.h"

#include "property/random_text.h"
#include "unit/line/fake_metrics.h"

#include <algorithm>
#include <functional>

using namespace kumihan;
using line::Cost;
using line::FitKind;
using line::Tolerance;
using test::Fake;
using test::FakeOptions;

namespace {

constexpr Cost kNever = INT64_C(1) << 60;
constexpr Cost kUnit = para::kCostUnit;

// 6.3: neighbouring lines; full at 0.1 em, of which 1024 would be a quarter.
Cost contrast(std::int32_t a, std::int32_t b) {
    if (a < 0 || b < 0) return 0;
    std::int64_t const d = std::min<std::int64_t>(std::abs(a - b), 410);
    return 60 * kUnit * d / 410 * d / 410;
}

bool letter(para::Box const& box) {
    using text::rule::kNotAtLineEnd;
    using text::rule::kNotAtLineHead;
    return box.cls != text::JlreqClass::None && !kNotAtLineHead.has(box.cls) && !kNotAtLineEnd.has(box.cls);
}

struct Way {
    Cost cost = kNever;
    std::vector<std::uint32_t> ends;
};

class All {
public:
    explicit All(Fake const& fake) : boxes_(fake.paragraph.boxes), planner_(fake.planner) {}

    int letters_from(std::uint32_t first) const {
        int n = 0;
        for (auto b = first; b < boxes_.size(); ++b) n += letter(boxes_[b]);
        return n;
    }
    // 6.4: a last line of one letter, of two.
    Cost orphan(std::uint32_t first) const {
        if (first == 0) return 0;
        int const n = letters_from(first);
        return (n <= 1 ? 120 : n == 2 ? 15 : 0) * kUnit;
    }

    bool may_end(std::uint32_t b) const { return b + 1 == boxes_.size() || boxes_[b].gap.at == para::Break::Allowed; }

    Cost of(std::vector<std::uint32_t> const& ends, bool with_orphan = true) const {
        Cost sum = 0;
        std::uint32_t first = 0;
        std::int32_t before = -1;
        for (auto const last : ends) {
            bool const final = last + 1 == boxes_.size();
            auto const plan = planner_.plan(first, last, final, Tolerance::Normal);
            if (!plan.feasible) return kNever;
            sum += plan.cost + contrast(plan.looseness, before);
            sum += final ? (with_orphan ? orphan(first) : 0) : boxes_[last].gap.penalty * kUnit;
            before = plan.looseness;
            first = last + 1;
        }
        return sum;
    }

    // Every sequence of breaks whose lines are all of stage 3 or better.
    void each(std::function<void(std::vector<std::uint32_t> const&)> const& f) {
        std::vector<std::uint32_t> ends;
        walk(0, ends, f);
    }

    // The way whose holes are the smallest, then the cheapest, neighbours not compared.
    struct Loose {
        line::Holes holes;
        Cost cost = kNever;
    };
    Loose least_loose() const {
        std::vector<Loose> best(boxes_.size() + 1);
        best[0].cost = 0;
        for (std::uint32_t first = 0; first < boxes_.size(); ++first) {
            if (best[first].cost == kNever) continue;
            for (auto last = first; last < boxes_.size(); ++last) {
                if (!may_end(last)) continue;
                bool const final = last + 1 == boxes_.size();
                auto const plan = planner_.plan(first, last, final, Tolerance::Loose);
                if (!plan.feasible) continue;
                Cost const line = plan.cost + (final ? orphan(first) : boxes_[last].gap.penalty * kUnit);
                Loose const made{best[first].holes.with(planner_.hole(first, last, plan)), best[first].cost + line};
                Loose& to = best[last + 1];
                if (to.cost == kNever || made.holes < to.holes || (made.holes == to.holes && made.cost < to.cost)) to = made;
            }
        }
        return best.back();
    }

private:
    void walk(std::uint32_t first, std::vector<std::uint32_t>& ends, std::function<void(std::vector<std::uint32_t> const&)> const& f) {
        if (first == boxes_.size()) return f(ends);
        for (auto last = first; last < boxes_.size(); ++last) {
            if (!may_end(last)) continue;
            bool const final = last + 1 == boxes_.size();
            if (!planner_.plan(first, last, final, Tolerance::Normal).feasible) continue;
            ends.push_back(last);
            walk(last + 1, ends, f);
            ends.pop_back();
        }
    }

    std::vector<para::Box> const& boxes_;
    line::Planner const& planner_;
};

std::string random_paragraph(test::Random& random) {
    static constexpr std::string_view kPieces[] = {"雪", "町", "人", "冬", "道", "坂", "の", "を", "に", "は", "が", "と", "も",
                                                   "っ", "ー", "々", "、", "。", "「", "」", "・", "……", "12", "3", "PDF",
                                                   "the ", "way ", "A4", "（", "）", "年", "回"};
    std::string out = "雪";
    std::size_t const n = 10 + random.below(26);
    for (std::size_t i = 0; i < n; ++i) {
        // Mostly letters: what is spread evenly among the pieces would be nothing but signs
        std::size_t const piece = random.one_in(3) ? random.below(std::size(kPieces)) : random.below(13);
        out += kPieces[piece];
    }
    return out;
}

} // namespace

TEST_CASE("3.8: no other breaks are better: brute force over all of them") {
    test::Random random(20261124);
    std::size_t tried = 0, exact = 0, opened = 0, with_orphans = 0, loose = 0;
    for (int round = 0; round < 3000; ++round) {
        auto const text = random_paragraph(random);
        double const measure = 5 + static_cast<double>(random.below(9)) / 2;
        FakeOptions options;
        options.line.kinsoku = random.one_in(2) ? style::Kinsoku::Strict : style::Kinsoku::VeryStrict;
        if (random.one_in(4)) options.line.hang = style::Hang::Allow;
        Fake const fake(text, measure, options);
        All all(fake);
        INFO(text << " at " << measure << " em");

        std::vector<std::uint32_t> chosen;
        int bad = 0;
        for (auto const& one : fake.chosen.lines) {
            chosen.push_back(one.last);
            bad += one.plan.kind == FitKind::Loose || one.plan.kind == FitKind::Overfull;
        }
        Way best, best_without;
        all.each([&](std::vector<std::uint32_t> const& ends) {
            Cost const cost = all.of(ends);
            if (cost < best.cost) best = {cost, ends};
            auto const first = ends.size() > 1 ? ends[ends.size() - 2] + 1 : 0;
            if (all.orphan(first) < 120 * kUnit && cost < best_without.cost) best_without = {cost, ends};
        });
        if (best.cost == kNever) {
            // No way without a loose line: then the least that there must be
            bool const overfull = std::any_of(fake.chosen.lines.begin(), fake.chosen.lines.end(),
                                              [](auto const& one) { return one.plan.kind == FitKind::Overfull; });
            auto const least = all.least_loose();
            CHECK(overfull == (least.cost == kNever));
            if (!overfull) {
                ++loose;
                line::Holes holes;
                for (auto const& one : fake.chosen.lines) holes = holes.with(fake.planner.hole(one.first, one.last, one.plan));
                CHECK(holes == least.holes);
                CHECK(fake.chosen.cost <= least.cost + 60 * kUnit * static_cast<Cost>(fake.chosen.lines.size()));
            }
            continue;
        }
        ++tried;
        // A quarter em at most wherever that can be had
        CHECK(bad == 0);
        for (auto const& one : fake.chosen.lines) CHECK(one.plan.looseness <= 1024);
        Cost const cost = all.of(chosen);
        CHECK(cost == fake.chosen.cost);
        // Four classes of looseness are kept at each place (digest 6.3): never off by more than the contrast of one line
        CHECK(cost <= best.cost + 60 * kUnit);
        exact += cost == best.cost;
        for (auto const& one : fake.chosen.lines) opened += one.plan.stage >= 3 && one.plan.kind == FitKind::Stretched;
        // 8.3: a last line of one letter only where every other way costs as much without it
        auto const first = chosen.size() > 1 ? chosen[chosen.size() - 2] + 1 : 0;
        if (all.orphan(first) == 120 * kUnit) {
            ++with_orphans;
            if (best_without.cost < kNever) CHECK(all.of(chosen, false) + 60 * kUnit < best_without.cost);
        }
    }
    CHECK(tried > 1000);
    CHECK(opened > 100);
    CHECK(loose > 20);
    CHECK(with_orphans > 20);
    CHECK(exact * 100 >= tried * 99);
}
