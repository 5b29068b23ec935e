#include "para/build.h"

#include "para/hyphenate.h"
#include "para/warichu.h"
#include "para/western.h"
#include "text/char_class.h"
#include "text/kinsoku.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kumihan::para {

namespace {

using shape::Cluster;
using text::Aki;
using text::BreakRule;
using text::ClassSet;
using text::Expand;
using text::JlreqClass;
using text::Level;
using text::Reduce;

// Penalties of section 6.4
constexpr std::int16_t kAfterFullStop = -3, kAfterComma = -2;
constexpr std::int16_t kBeforeSmallKana = 40, kWithinLeaders = 80;
constexpr std::int16_t kBeforeCounter = 15, kNumberSpaceUnit = 60;
constexpr std::int16_t kWithinJukugo = 40;
constexpr std::size_t kScheme = 8; // letters of https: at most

constexpr std::uint32_t kNoMark = 0xFFFFFFFFu;

constexpr std::array<std::u32string_view, 40> kUnits{
    U"mm", U"cm", U"km", U"m", U"kg", U"mg", U"g", U"t", U"L", U"mL", U"ml", U"dL", U"ms", U"s", U"min", U"h", U"Hz", U"kHz",
    U"MHz", U"GHz", U"B", U"KB", U"kB", U"MB", U"GB", U"TB", U"V", U"A", U"W", U"kW", U"kWh", U"Pa", U"hPa", U"K", U"J", U"N",
    U"ha", U"pt", U"dB", U"ppm"};

// What stands between two bodies.
struct Between {
    int spaces = 0;
    bool no_break_space = false, joiner = false, opportunity = false, forced = false, soft_hyphen = false;
    std::int32_t mark_space = 0; // U+3000 after ！？
    std::uint8_t tabs = 0;
};

class Builder {
public:
    Builder(shape::ShapedText const& shaped, style::StyledText const& text, style::LineStyle const& style, Paragraph& out)
        : shaped_(shaped), text_(text), style_(style), level_(static_cast<Level>(style.kinsoku)), out_(out) {}

    void run() {
        auto const& clusters = shaped_.clusters;
        out_.boxes.reserve(clusters.size());
        for (std::uint32_t i = 0; i < clusters.size(); ++i) {
            Cluster const& c = clusters[i];
            if (c.continues) {
                if (!out_.boxes.empty()) out_.boxes.back().cluster_end = i + 1;
            } else if (c.invisible) {
                control(i);
            } else if (is_tab(c.begin)) {
                if (out_.boxes.empty() || between_.forced) add_empty(i); // a tab at a line's head
                if (between_.tabs < 100) ++between_.tabs;
            } else if (c.cls == JlreqClass::WordSpace) {
                ++between_.spaces;
                between_.no_break_space |= c.base == 0xA0;
            } else if (c.base == 0x3000 && vanishes_at_break()) {
                between_.mark_space = c.advance;
            } else {
                add(i);
            }
        }
        if (!out_.boxes.empty()) line_end(out_.boxes.back(), between_);
        drop_last_spaces();
        if (western_words_ > 2 && western_letters_ > 8 * japanese_letters_) open_word_spaces();
    }

private:
    // 6.3: in a Western paragraph nothing but its word spaces can give way; up to ¾ em before the line is called loose.
    void open_word_spaces() {
        out_.western = true;
        for (auto& box : out_.boxes)
            if (box.gap.expand == Expand::WordSpace) box.gap.stretch = box.gap.stretch * kWesternSpaces / kWesternSpacesOf;
    }

    // A U+3000 that nothing follows is no text: it must not stand on a line of its own. Before an edge that lines end at it
    // is an indent.
    void drop_last_spaces() {
        if (style_.align != style::Align::Justify && style_.align != style::Align::Start) return;
        auto& boxes = out_.boxes;
        while (boxes.size() > 1 && boxes.back().cls == JlreqClass::IdeographicSpace &&
               boxes[boxes.size() - 2].gap.at != Break::Forced && boxes[boxes.size() - 2].gap.tabs == 0) {
            boxes.pop_back();
            auto const end_space = boxes.back().gap.end_space;
            boxes.back().gap = Gap{};
            boxes.back().gap.end_space = end_space;
        }
    }

    bool is_tab(std::uint32_t byte) {
        while (next_tab_ < text_.tabs.size() && text_.tabs[next_tab_] < byte) ++next_tab_;
        return next_tab_ < text_.tabs.size() && text_.tabs[next_tab_] == byte;
    }

    // 3.3: the em after ！？ is glue that a line break swallows, after their 縦中横 and behind the mark of a note too; every
    // other U+3000 is content.
    bool vanishes_at_break() const {
        if (between_.spaces != 0 || between_.mark_space != 0 || between_.forced) return false;
        auto const last = std::find_if(out_.boxes.rbegin(), out_.boxes.rend(),
                                       [](Box const& box) { return box.cls != JlreqClass::ReferenceMark; });
        if (last == out_.boxes.rend()) return false;
        return last->cls == JlreqClass::DividingMark ||
               (last->cls == JlreqClass::TateChuYoko &&
                text::japanese_class(shaped_.clusters[last->cluster].base) == JlreqClass::DividingMark);
    }

    void control(std::uint32_t i) {
        switch (shaped_.clusters[i].base) {
        case 0x200B: between_.opportunity = true; break;
        case 0xAD: between_.soft_hyphen = true; break;
        case 0x2060:
        case 0xFEFF: between_.joiner = true; break;
        case 0x2028:
        case 0x2029: // an empty line needs a body of its own
            if (out_.boxes.empty() || between_.forced) add_empty(i);
            between_.forced = true;
            break;
        default: break;
        }
    }

    void add_empty(std::uint32_t i) {
        Box box;
        box.cluster = box.cluster_end = i;
        box.em = em_of(i);
        connect(box, i);
        out_.boxes.push_back(box);
        between_ = {};
        previous_mark_ = kNoMark;
    }

    std::int32_t em_of(std::uint32_t i) const {
        return static_cast<std::int32_t>(shaped_.settings[shaped_.clusters[i].setting].em.units());
    }

    void add(std::uint32_t i) {
        Cluster const& c = shaped_.clusters[i];
        Box box;
        box.cluster = i;
        box.cluster_end = i + 1;
        box.em = em_of(i);
        box.cls = c.cls;
        body(c, box);
        mark_ = mark_at(c.begin);
        std::size_t const note_before = next_note_;
        if (mark_ != kNoMark && text::rule::kJapaneseLetters.has(box.cls))
            box.cls = text_.ruby[mark_].reading.size() > 1 ? JlreqClass::JukugoBase : JlreqClass::RubyBase;
        if (!text_.warichu.empty()) warichu_bracket(c, box);
        script_ = in_script(c.begin);
        if (script_ && !out_.boxes.empty()) box.em = out_.boxes.back().em; // spaces are the base's
        if (in_note(c.begin)) box.cls = JlreqClass::ReferenceMark;
        if (c.latin)
            ++western_letters_;
        else if (text::rule::kJapaneseLetters.has(box.cls))
            ++japanese_letters_;
        if (c.latin && i >= word_end_ && box.cls != JlreqClass::ReferenceMark) {
            ++western_words_;
            word_begin_ = i;
            word_ = classify_word(shaped_.clusters, i, word_end_);
        }
        connect(box, i);
        // Marks of two notes in a row stand a quarter of their em apart.
        if (box.cls == JlreqClass::ReferenceMark && next_note_ != note_before && !out_.boxes.empty() &&
            out_.boxes.back().cls == JlreqClass::ReferenceMark)
            out_.boxes.back().gap.natural += box.em / 4;
        out_.boxes.push_back(box);
        between_ = {};
        previous_mark_ = mark_;
    }

    // 1.2: where the half-em body lies in the glyph. Fonts with narrow punctuation of their own keep it as it is.
    void body(Cluster const& c, Box& box) const {
        box.width = c.advance - c.kern;
        auto const& setting = shaped_.settings[c.setting];
        if (setting.centre_in_em) {
            box.width = std::max(box.em, c.advance);
            box.ink = (box.width - c.advance) / 2;
            return;
        }
        bool const double_hyphen = c.base == 0x30A0; // ゠: cl-03 with the body of a middle dot
        if (c.latin || !(text::rule::kHalfBodies.has(c.cls) || double_hyphen)) return;
        if (std::int64_t{c.advance} * 100 < std::int64_t{box.em} * 85) return;
        box.width = box.em / 2;
        box.half_body = true;
        std::int32_t const cut = c.advance - box.width;
        if (c.cls == JlreqClass::OpeningBracket) box.ink = -cut;
        if (c.cls == JlreqClass::MiddleDot || double_hyphen) box.ink = -cut / 2;
    }

    // Marks and note marks are ordered by begin and do not overlap their like.
    std::uint32_t mark_at(std::uint32_t byte) {
        while (next_mark_ < text_.ruby.size() && (text_.ruby[next_mark_].end <= byte || text_.ruby[next_mark_].below))
            ++next_mark_;
        bool const inside = next_mark_ < text_.ruby.size() && text_.ruby[next_mark_].begin <= byte;
        return inside ? static_cast<std::uint32_t>(next_mark_) : kNoMark;
    }
    bool in_note(std::uint32_t byte) {
        while (next_note_ < text_.notes.size() && text_.notes[next_note_].end <= byte) ++next_note_;
        return next_note_ < text_.notes.size() && text_.notes[next_note_].begin <= byte;
    }

    // 添え字 are solid with their base and never parted from it (X 4.13).
    bool in_script(std::uint32_t byte) {
        while (next_script_ < text_.scripts.size() && text_.scripts[next_script_].end <= byte) ++next_script_;
        return next_script_ < text_.scripts.size() && text_.scripts[next_script_].begin <= byte;
    }
    void warichu_bracket(Cluster const& c, Box& box) {
        while (next_warichu_ < text_.warichu.size() && text_.warichu[next_warichu_].end < c.begin) ++next_warichu_;
        if (next_warichu_ == text_.warichu.size()) return;
        if (c.end == text_.warichu[next_warichu_].begin) box.cls = JlreqClass::WarichuOpening;
        if (c.begin == text_.warichu[next_warichu_].end) box.cls = JlreqClass::WarichuClosing;
    }

    void connect(Box const& next, std::uint32_t i) {
        if (out_.boxes.empty()) return;
        Box& before = out_.boxes.back();
        line_end(before, between_);
        if (between_.forced) {
            before.gap.at = Break::Forced;
            return;
        }
        if (between_.tabs > 0) {
            before.gap.tabs = between_.tabs; // para/fit.h
            out_.tabs = true;
            return;
        }
        if (between_.spaces > 0 && !is_western_gap(before, next))
            word_space(before, next, i);
        else
            neighbours(before, next, i);
        // Kerning with the next body is glue: a line that ends between the two does not have it.
        before.gap.natural += shaped_.clusters[before.cluster].kern;
        track(before);
        if (script_) before.gap = Gap{};
        if (between_.joiner || between_.no_break_space) before.gap.at = Break::No;
        if (between_.opportunity && before.gap.at != Break::Forced) before.gap.at = Break::Allowed;
        if (between_.soft_hyphen && between_.spaces == 0) {
            before.gap.hyphen = kSoftHyphen;
            out_.soft_hyphens = true;
        }
    }

    void track(Box& before) const {
        auto const tracking = shaped_.settings[shaped_.clusters[before.cluster].setting].tracking;
        before.gap.natural += static_cast<std::int32_t>(tracking.units() * before.em / Em::kPerEm);
    }

    // 7.2: one typed space between Japanese and Latin stands for the 和欧間.
    bool is_western_gap(Box const& before, Box const& next) const {
        return between_.spaces == 1 && text::kHouseAki[index(before.cls)][index(next.cls)].western;
    }

    void line_end(Box& box, Between const& between) const {
        if (between.mark_space) box.gap.end_space = between.mark_space;
        if (!box.half_body) return;
        if (text::rule::kClosers.has(box.cls)) box.gap.end_space = box.em / 2;
        if (box.cls == JlreqClass::MiddleDot) box.gap.end_space = box.em / 4;
    }

    static std::int32_t eighths(std::int32_t em, int n) { return static_cast<std::int32_t>(std::int64_t{em} * n / 8); }

    // Space and adjustment stages of two neighbours without a word space between them.
    void spacing(Box& before, Box const& next, Cluster const& b, Cluster const& a) const {
        Aki const& aki = text::kHouseAki[index(before.cls)][index(next.cls)];
        Gap& gap = before.gap;
        std::int32_t const sides[2] = {before.em, next.em};
        int const owed[2] = {aki.before, aki.after}, floor[2] = {aki.before_floor, aki.after_floor};
        Reduce const stages[2] = {aki.before_stage, aki.after_stage};
        bool const inner = b.opens || a.closes; // the inner side of a half-width bracket, before a half-width stop
        gap.expand = inner && aki.western ? Expand::Never : aki.expand;
        for (int side = 0; side < 2; ++side) {
            if (owed[side] == 0) continue;
            std::int32_t em = sides[side];
            // Closing before opening of another size: the smaller one's half em
            if (next.cls == JlreqClass::OpeningBracket && text::rule::kClosers.has(before.cls)) em = std::min(before.em, next.em);
            std::int32_t space = eighths(em, owed[side]), least = eighths(em, floor[side]);
            if (aki.western) {
                if (inner) continue;
                space = static_cast<std::int32_t>(style_.western_gap.units() * em / Em::kPerEm);
                least = space / 2;
            }
            gap.natural += space;
            gap.shrink[side] = space - least;
            gap.shrink_stage[side] = stages[side];
        }
        if (gap.expand == Expand::Western)
            gap.stretch = std::max(0, eighths(aki.before ? before.em : next.em, aki.expand_to) - gap.natural);
        if (gap.expand == Expand::Solid) gap.stretch = eighths(std::min(before.em, next.em), aki.expand_to);
        if (between_.mark_space) gap.natural += between_.mark_space;
    }

    void neighbours(Box& before, Box const& next, std::uint32_t i) {
        Cluster const& b = shaped_.clusters[before.cluster];
        Cluster const& a = shaped_.clusters[i];
        bool const solid = within_kanji_number(before, b, a, i);
        if (!solid) spacing(before, next, b, a);
        Gap& gap = before.gap;
        auto const allow = [&](int penalty) {
            gap.at = Break::Allowed;
            gap.penalty = static_cast<std::int16_t>(penalty);
        };
        bool const level_allows_small = level_ >= Level::Strict;
        gap.at = Break::No;
        switch (text::kBreaks[index(before.cls)][index(next.cls)]) {
        case BreakRule::No:
            if (text::rule::kWesternLike.has(before.cls) && text::rule::kWesternLike.has(next.cls)) within_word(before, b, a, i);
            break;
        case BreakRule::Word:
        case BreakRule::NumberWord: within_word(before, b, a, i); break;
        case BreakRule::Yes: allow(penalty(before, next, b, a)); break;
        case BreakRule::ByLevel: {
            auto const first = text::first_level_at_line_head(next.cls, a.base);
            if (level_ >= first) allow(level_allows_small && first == Level::Strict ? kBeforeSmallKana : 0);
            break;
        }
        case BreakRule::SameKind:
            if (!text::same_inseparable_kind(b.base, a.base)) {
                allow(0);
                gap.expand = Expand::Solid;
                gap.stretch = eighths(std::min(before.em, next.em), 2);
            } else if (level_ >= text::first_level_within_inseparable(b.base)) {
                allow(kWithinLeaders);
            }
            break;
        case BreakRule::Quantity: // 27 before ％: we take every letter for a quantity symbol
            gap.expand = Expand::Never;
            gap.stretch = 0;
            break;
        case BreakRule::PostfixLevel:
            if (level_ >= text::first_level_before_postfix(a.base)) allow(kBeforeCounter);
            break;
        case BreakRule::PrefixLevel:
            if (level_ >= text::kFirstLevelAfterPrefix) allow(kBeforeCounter);
            break;
        case BreakRule::SameRun:
            if (previous_mark_ != mark_) {
                allow(0);
                gap.expand = Expand::Solid;
                gap.stretch = eighths(std::min(before.em, next.em), 2);
            }
            break;
        }
        if (mark_ != kNoMark && mark_ == previous_mark_) within_ruby(before);
        if (text::is_spacing_sound_mark(a.base)) gap.at = Break::No;
        if (solid || text::is_spacing_sound_mark(a.base)) {
            gap.expand = Expand::Never;
            gap.stretch = 0;
        }
        if (b.opens || a.closes) gap.at = Break::No;
    }

    // 3.6 (JLReq 3.1.3): in vertical text 、 and ・ between kanji figures, 二、三日 and 三・一四, are solid on both sides.
    bool within_kanji_number(Box const& before, Cluster const& b, Cluster const& a, std::uint32_t i) const {
        if (style_.mode != WritingMode::Vertical || between_.mark_space) return false;
        auto const figure = [&](std::uint32_t at) {
            return at < shaped_.clusters.size() && text::is_kanji_numeral(shaped_.clusters[at].base);
        };
        auto const sign = [](char32_t c) { return c == U'、' || c == U'・'; };
        if (sign(a.base)) return figure(before.cluster) && figure(i + 1);
        return sign(b.base) && before.cluster > 0 && figure(before.cluster - 1) && figure(i);
    }

    // 4.3, 9.7: group ruby is one piece; jukugo ruby divides between its base characters.
    void within_ruby(Box& before) const {
        bool const jukugo = text_.ruby[mark_].reading.size() > 1;
        before.gap.expand = Expand::Never;
        before.gap.stretch = 0;
        if (jukugo && before.cls == JlreqClass::JukugoBase) {
            before.gap.at = Break::Allowed;
            before.gap.penalty = kWithinJukugo;
        } else {
            before.gap.at = Break::No;
        }
    }

    void within_word(Box& before, Cluster const& b, Cluster const& a, std::uint32_t i) const {
        auto const found = break_in_word(word_, b.base, a.base);
        bool const after_letter = before.cluster > word_begin_; // a sign at the start of a word binds to it
        bool const numbers = word_ != Word::Url && a.cls == JlreqClass::GroupedNumeral; // COVID-19 stays whole
        bool const same_word = i < word_end_;
        if (word_ == Word::Url && same_word && in_escape(shaped_.clusters, word_begin_, i)) {
            before.gap.at = Break::No;
        } else if (found.allowed && same_word && after_letter && !numbers) {
            before.gap.at = found.last_resort ? Break::LastResort : Break::Allowed;
            before.gap.penalty = found.penalty;
            before.gap.address = before.gap.at == Break::Allowed && word_ == Word::Url;
            if (found.last_resort && !deep_in_address(shaped_.clusters, word_begin_, word_end_, i)) before.gap.penalty += kShallow;
            if (found.last_resort && before_scheme_ends(i)) before.gap.penalty += 2 * kShallow;
        } else {
            before.gap.at = Break::Emergency;
        }
    }

    // Between the letters of https:
    bool before_scheme_ends(std::uint32_t i) const {
        auto const& clusters = shaped_.clusters;
        for (std::size_t k = i; k < std::min<std::size_t>(word_end_, word_begin_ + kScheme); ++k)
            if (clusters[k].base == ':') return true;
        return false;
    }

    static int penalty(Box const& before, Box const& next, Cluster const& b, Cluster const& a) {
        if (before.cls == JlreqClass::FullStop || before.cls == JlreqClass::DividingMark) return kAfterFullStop;
        if (before.cls == JlreqClass::Comma) return kAfterComma;
        if (before.cls == JlreqClass::TateChuYoko && next.cls == JlreqClass::Ideograph) return kBeforeCounter; // 12月
        // 4.3: a number and its counter (4円, 3回), an ordinal prefix and its number
        if (before.cls == JlreqClass::GroupedNumeral && (next.cls == JlreqClass::Ideograph || a.base == U'ヶ' || a.base == U'か'))
            return kBeforeCounter;
        if (next.cls == JlreqClass::GroupedNumeral && (b.base == U'第' || b.base == U'約' || b.base == U'№')) return kBeforeCounter;
        return 0;
    }

    // 7.3: ⅓ em, ¼ to ½; beside punctuation that one's own space as well.
    void word_space(Box& before, Box const& next, std::uint32_t i) {
        Cluster const& b = shaped_.clusters[before.cluster];
        Cluster const& a = shaped_.clusters[i];
        Gap& gap = before.gap;
        std::int32_t const em = std::min(before.em, next.em);
        Aki const& left = text::kHouseAki[index(before.cls)][index(JlreqClass::WordSpace)];
        Aki const& right = text::kHouseAki[index(JlreqClass::WordSpace)][index(next.cls)];
        gap.natural = em / 3 + eighths(before.em, left.before) + eighths(next.em, right.after) + between_.mark_space;
        gap.shrink[0] = em / 3 - em / 4;
        gap.shrink_stage[0] = Reduce::WordSpace;
        gap.expand = Expand::WordSpace;
        gap.stretch = em / 2 - em / 3;
        bool const prohibited = text::rule::kNotAtLineEnd.has(before.cls) || text::rule::kNotAtLineHead.has(next.cls) ||
                                b.opens || a.closes;
        gap.at = prohibited ? Break::No : Break::Allowed;
        if (before.cls == JlreqClass::GroupedNumeral && is_unit(i)) gap.penalty = kNumberSpaceUnit;
    }

    bool is_unit(std::uint32_t i) const {
        std::u32string word;
        for (std::size_t k = i; k < shaped_.clusters.size() && word.size() < 5; ++k) {
            auto const& c = shaped_.clusters[k];
            if (!c.latin || !text::is_latin_letter(c.base)) break;
            word.push_back(c.base);
        }
        return std::find(kUnits.begin(), kUnits.end(), std::u32string_view(word)) != kUnits.end();
    }

    shape::ShapedText const& shaped_;
    style::StyledText const& text_;
    style::LineStyle const& style_;
    Level level_;
    Paragraph& out_;

    Between between_;
    Word word_ = Word::Plain;
    std::size_t word_begin_ = 0, word_end_ = 0;
    std::size_t western_words_ = 0, western_letters_ = 0, japanese_letters_ = 0;
    std::size_t next_mark_ = 0, next_note_ = 0, next_tab_ = 0, next_script_ = 0, next_warichu_ = 0;
    bool script_ = false; // the body at hand
    std::uint32_t mark_ = kNoMark, previous_mark_ = kNoMark;
};

} // namespace

void build(shape::ShapedText const& shaped, style::StyledText const& text, style::LineStyle const& style, Paragraph& out) {
    out.clear();
    Builder(shaped, text, style, out).run();
    fold_warichu(text, shaped, out);
}

} // namespace kumihan::para
