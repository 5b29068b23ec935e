#include "driver/settle.h"

#include "base/parallel.h"
#include "driver/page_ends.h"
#include "page/book.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace kumihan::driver {

using namespace flow;
using page::SequencePlan;
using page::Widow;

namespace {

class Settler {
public:
    Settler(Material& material, std::uint32_t sequence, spec::LayoutSpec const& layout, font::FontLibrary const& fonts,
            diag::Sink& sink, bool recto)
        : material_(material), sequence_(material.sequences[sequence]), layout_(layout), fonts_(fonts), sink_(sink),
          recto_(recto) {}

    SequencePlan run() {
        SequencePlan plan = wrapped(again());
        if (layout_.widows == spec::WidowPolicy::Fill) return plan;
        // Pages before the first widow are final, so every round moves forward; the bound is for safety only.
        for (int round = 0; round < 4000; ++round) {
            Widow const* widow = nullptr;
            for (Widow const& one : plan.widows)
                if (!given_up_.contains({one.item, one.page})) {
                    widow = &one;
                    break;
                }
            if (!widow && !ask_again(plan)) break;
            if (!widow) continue;
            Widow const found = *widow;
            if (!cure(plan, found)) {
                given_up_.insert({found.item, found.page});
                push(plan, found);
            }
            plan = wrapped(std::move(plan));
        }
        std::size_t const asks = plan.wrap_asks.size();
        PageEnds const ends{material_, sequence_, layout_, fonts_, sink_, recto_, [&](SequencePlan const& next) {
                                return next.wrap_asks.size() <= asks &&
                                       std::all_of(next.widows.begin(), next.widows.end(), [this](Widow const& one) {
                                           return given_up_.contains({one.item, one.page});
                                       });
                            }};
        return ends.spare_short_last_page(ends.fill_before_heads(std::move(plan)));
    }

private:
    SequencePlan again() const { return page::paginate(sequence_, material_, layout_, recto_); }

    // A picture that was to have text beside it becomes one like any other.
    void stand_alone(std::uint32_t wrap) {
        material_.wraps[wrap].lines = 0;
        for (Item& item : sequence_.items) {
            auto* box = std::get_if<Box>(&item.what);
            if (!box || !box->sheet || box->sheet->wrap != wrap) continue;
            box->sheet->wrap.reset();
            box->may_float = box->centre_leftover = true;
            sink_.report(diag::Code::WrapWithoutText, item.span, {box->sheet->shown});
            if (sequence_.frames.mode == WritingMode::Vertical) { // at the head of its lines
                box->at = {};
                return;
            }
            auto const* picture = box->pieces.empty() ? nullptr : std::get_if<PicturePiece>(&box->pieces.front());
            if (!picture) return;
            Length const shift = (sequence_.frames.measure - picture->width) / 2 - picture->at; // to the middle
            for (Piece& piece : box->pieces)
                std::visit([&](auto& one) { one.at += shift; }, piece);
            return;
        }
    }

    // Pictures with text beside them that no page holds where they were called: lines of that text go before them until the
    // page is full. Each is tried a few times, since what was cured before it may move it again.
    SequencePlan wrapped(SequencePlan plan) {
        constexpr int kTries = 4;
        constexpr std::int64_t kMostBlank = 5; // lines
        while (true) {
            auto const ask = std::find_if(plan.wrap_asks.begin(), plan.wrap_asks.end(),
                                          [&](page::WrapAsk const& one) {
                                              return wrap_tries_[one.wrap] < kTries &&
                                                     !(one.last_line_too && last_alone_.contains(one.wrap));
                                          });
            if (ask == plan.wrap_asks.end()) return plan;
            page::WrapAsk const wanted = *ask;
            ++wrap_tries_[wanted.wrap];
            Wrap& wrap = material_.wraps[wanted.wrap];
            if (wanted.fewer > 0) {
                std::size_t fewer = wanted.fewer;
                if (std::exchange(wrap.last_line_too, false)) --fewer;
                wrap.lines -= std::min(fewer, wrap.lines - 1);
                set_wrap(material_, wanted.wrap, fonts_, sink_);
                last_alone_.insert(wanted.wrap);
                plan = again();
                continue;
            }
            auto const skip = static_cast<std::int64_t>(wrap.skip) + wanted.lines;
            if (skip < 0) continue;
            std::size_t const before = wrap.skip;
            wrap.skip = static_cast<std::size_t>(skip);
            wrap.last_line_too = wrap.last_line_too || wanted.last_line_too;
            set_wrap(material_, wanted.wrap, fonts_, sink_);
            if (last_line_behind(wrap)) { // the page stays one line short
                --wrap.skip;
                set_wrap(material_, wanted.wrap, fonts_, sink_);
            }
            // Too little text to fill the page and then stand beside the picture: both move on, unless that leaves much of
            // the page blank.
            if (wrap.all < wrap.skip + std::max<std::size_t>(2, wrap.lines / 2)) {
                wrap.skip = before;
                wrap_tries_[wanted.wrap] = kTries;
                if (wanted.lines > kMostBlank) stand_alone(wanted.wrap);
                set_wrap(material_, wanted.wrap, fonts_, sink_);
            }
            plan = again();
        }
    }

    // The page that the picture goes over to would begin with the last line of a paragraph.
    bool last_line_behind(Wrap const& wrap) const {
        std::size_t before = 0;
        for (ParagraphIndex const p : wrap.paragraphs) {
            std::size_t const count = material_.paragraphs[p].current().size();
            before += count;
            if (before > wrap.skip) return count > 1 && before == wrap.skip + 1;
        }
        return false;
    }

    static bool at_or_before(Widow const& one, Widow const& other) {
        return one.page < other.page ||
               (one.page == other.page && (one.frame == 0 || one.item <= other.item));
    }

    // Paragraphs of the page or the columns before the widow, the nearest first; those that began on an earlier page are
    // left alone, because changing them would move that page too.
    bool cure(SequencePlan& plan, Widow const& widow) {
        if (widow.page == 0 && widow.frame == 0) return false;
        auto const& placed = plan.pages[widow.frame > 0 ? widow.page : widow.page - 1].placed;
        for (auto it = placed.rbegin(); it != placed.rend(); ++it) {
            if (it->line_begin != 0 || it->item > widow.item) continue;
            auto const* text = std::get_if<Text>(&sequence_.items[it->item].what);
            if (!text || !text->on_grid) continue;
            ParagraphIndex const index = text->paragraph;
            if (material_.paragraphs[index].looseness != 0) continue;
            if (material_.paragraphs[index].current().size() < 2) continue;
            for (int const looseness : {-1, 1}) {
                if (!relax(material_, index, looseness, fonts_, sink_)) continue;
                SequencePlan next = again();
                // Pages up to the widow's must be free of widows that were not there before.
                bool worse = false;
                for (Widow const& one : next.widows)
                    worse = worse || (at_or_before(one, widow) && !given_up_.contains({one.item, one.page}));
                if (!worse) {
                    plan = std::move(next);
                    return true;
                }
                relax(material_, index, 0, fonts_, sink_);
            }
        }
        return false;
    }

    // Short last lines were left at the heads of columns for the sake of a page that the chapter needs after all.
    bool ask_again(SequencePlan const& plan) {
        return std::erase_if(left_, [&](auto const& left) {
            return left.second < plan.pages.size() && given_up_.erase(left.first) > 0;
        }) > 0;
    }

    // A line that was pushed on needs no further page where a paragraph behind it can do with one line less: the nearest
    // that leaves no other widow.
    bool spare_page(SequencePlan& next, SequencePlan const& plan, Widow const& widow) {
        constexpr std::size_t kLeastLines = 3;
        int trials = 16;
        for (std::size_t i = widow.item + std::size_t{1}; i < sequence_.items.size() && trials > 0; ++i) {
            auto const* text = std::get_if<Text>(&sequence_.items[i].what);
            if (!text || !text->on_grid) continue;
            SetParagraph const& paragraph = material_.paragraphs[text->paragraph];
            if (paragraph.looseness != 0 || paragraph.current().size() < kLeastLines) continue;
            if (!relax(material_, text->paragraph, -1, fonts_, sink_)) continue;
            --trials;
            SequencePlan spared = again();
            if (spared.pages.size() <= plan.pages.size() && spared.widows.size() < plan.widows.size()) {
                next = std::move(spared);
                return true;
            }
            relax(material_, text->paragraph, 0, fonts_, sink_);
        }
        return false;
    }

    // The last two lines go over together; what they leave ends one line short. A column may do so for a short last line
    // alone, and only where the chapter does not need another page for it.
    void push(SequencePlan& plan, Widow const& widow) {
        if (widow.frame > 0 && !widow.is_short) return;
        auto& text = std::get<Text>(sequence_.items[widow.item].what);
        text.push_penultimate = true;
        SequencePlan next = again();
        if (widow.frame > 0 && next.pages.size() > plan.pages.size() && !spare_page(next, plan, widow)) {
            text.push_penultimate = false;
            left_[{widow.item, widow.page}] = plan.pages.size();
            return;
        }
        plan = std::move(next);
    }

    Material& material_;
    Sequence& sequence_;
    spec::LayoutSpec const& layout_;
    font::FontLibrary const& fonts_;
    diag::Sink& sink_;
    bool recto_; // its first page
    std::set<std::pair<std::uint32_t, std::uint32_t>> given_up_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> left_; // of these: the pages of the chapter then
    std::map<std::uint32_t, int> wrap_tries_;
    std::set<std::uint32_t> last_alone_; // the line below that stands alone cannot be helped
};

} // namespace

std::vector<SequencePlan> settle(Material& material, spec::LayoutSpec const& layout, font::FontLibrary const& fonts,
                                 diag::Sink& sink, int jobs, std::vector<SequencePlan> previous) {
    std::vector<SequencePlan> plans(material.sequences.size());
    bool const known = previous.size() == plans.size();
    // Sequences begin on new pages and share no paragraph: each can be settled alone.
    parallel_for(plans.size(), jobs, 1, [&](std::size_t i) {
        if (known && material.sequences[i].as_before)
            plans[i] = std::move(previous[i]);
        else
        {
            plans[i] = Settler(material, static_cast<std::uint32_t>(i), layout, fonts, sink, true).run();
            page::place_side_notes(plans[i], material.sequences[i], material, layout);
        }
    });
    // Where spreads may begin depends on the pages before them, so these chapters follow one after the other.
    for (std::uint32_t i = 0; i < plans.size(); ++i) {
        if (!plans[i].has_spread) continue;
        auto const order = page::imprint(plans, material, layout, 0).order;
        for (std::size_t at = 0; at < order.size(); ++at)
            if (order[at].sequence == i && order[at].page == 0 && !order[at].blank) {
                bool const recto = at % 2 == 0;
                plans[i] = Settler(material, i, layout, fonts, sink, recto).run();
                page::place_side_notes(plans[i], material.sequences[i], material, layout);
                break;
            }
    }
    return plans;
}

} // namespace kumihan::driver
