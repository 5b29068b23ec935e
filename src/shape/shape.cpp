#include "shape/shape.h"

#include "base/utf8.h"
#include "shape/cells.h"
#include "shape/choose_font.h"
#include "shape/drawn.h"
#include "shape/features.h"
#include "shape/missing.h"
#include "text/char_class.h"

#include <hb.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace kumihan::shape {

ShapeScratch::ShapeScratch() : buffer(hb_buffer_create()) {}
ShapeScratch::~ShapeScratch() { hb_buffer_destroy(buffer); }

namespace {

using text::JlreqClass;

constexpr std::uint32_t kNoGlyph = 0xFFFFFFFFu;
constexpr char32_t kGeta = 0x3013; // 〓, the printer's mark for a sort that is not there

class Shaper {
public:
    Shaper(std::string_view text, std::span<style::StyleRun const> runs, ShapeOptions options,
           font::FontLibrary const& fonts, std::function<Span(std::uint32_t, std::uint32_t)> const& place, diag::Sink& sink,
           ShapeScratch& scratch, ShapedText& out)
        : text_(text), runs_(runs), options_(options), fonts_(fonts), missing_(text, fonts, place, sink), scratch_(scratch),
          out_(out) {}

    void run() {
        scratch_.segments.clear();
        segment(text_, scratch_.segments);
        take_bases();
        bool const vertical = options_.mode == WritingMode::Vertical;
        if (vertical) {
            join_cells(runs_, options_.together, scratch_.bases, scratch_.segments, scratch_.standings);
            take_bases();
        }
        auto const n = scratch_.segments.size();
        scratch_.resolved.resize(n);
        scratch_.direct.resize(n);
        text::resolve(scratch_.bases, scratch_.resolved);
        resolve_languages();
        if (vertical) stand_upright();

        first_ = out_.clusters.size();
        grow(out_.clusters, n);
        grow(out_.glyphs, n);
        choose_faces();
        for (std::size_t i = 0; i < n;)
            i = scratch_.direct[i] != kNoGlyph ? place_direct(i) : joined(i) ? place_joined(i) : shape_run(i);
        missing_.finish();
    }

private:
    // A paragraph's readings are appended one by one: exact reservations would copy all of them each time.
    template <class T> static void grow(std::vector<T>& values, std::size_t more) {
        std::size_t const need = values.size() + more;
        if (need > values.capacity()) values.reserve(std::max(need, values.capacity() * 2));
    }

    void take_bases() {
        auto const n = scratch_.segments.size();
        scratch_.bases.resize(n);
        for (std::size_t i = 0; i < n; ++i) scratch_.bases[i] = scratch_.segments[i].base;
    }

    // ---- vertical text: what shares a cell becomes one cluster
    bool joined(std::size_t i) const {
        return options_.mode == WritingMode::Vertical && scratch_.standings[i].stand == text::Stand::Joined;
    }
    bool in_cell(std::size_t i) const {
        return options_.mode == WritingMode::Vertical && scratch_.standings[i].stand == text::Stand::Cell;
    }

    // Their class and face: a cell of its own is a full-width sign, what shares one is class cl-30.
    void stand_upright() {
        for (std::size_t i = 0; i < scratch_.segments.size(); ++i) {
            if (joined(i))
                scratch_.resolved[i] = {JlreqClass::TateChuYoko};
            else if (in_cell(i))
                scratch_.resolved[i] = {text::japanese_class(full_width(scratch_.bases[i]))};
        }
    }
    // The code point that is looked up and shaped for one of segment i.
    char32_t drawn(std::size_t i, char32_t c) const {
        if (in_cell(i)) return full_width(c);
        if (joined(i)) return half_width(c);
        return drawn_as(c, scratch_.resolved[i]);
    }

    // The glyphs of a segment side by side, squeezed where they are wider than the cell.
    std::int64_t width_abreast(std::size_t i, FontId font) const {
        std::int64_t width = 0;
        for_each_code_point(i, [&](char32_t c) { width += fonts_.advance(font, fonts_.glyph(font, drawn(i, c))); });
        return width;
    }
    template <class Visit> void for_each_code_point(std::size_t i, Visit visit) const {
        auto const& s = scratch_.segments[i];
        for (std::uint32_t at = s.begin; at < s.end;) {
            auto const d = utf8::decode(text_, at);
            visit(d.code_point);
            at += d.length;
        }
    }

    // What shares a cell comes from one face: the one chosen for its first sign, or another that has all of it.
    std::optional<std::uint32_t> entry_with_all(std::size_t i, std::uint32_t chosen) const {
        auto const has_all = [&](std::uint32_t entry) {
            FontId const font = stack_->entries[entry].font;
            bool all = static_cast<bool>(font);
            if (all) for_each_code_point(i, [&](char32_t c) { all = all && fonts_.glyph(font, drawn(i, c)) != 0; });
            return all;
        };
        if (has_all(chosen)) return chosen;
        for (std::uint32_t entry = 0; entry < stack_->entries.size(); ++entry)
            if (has_all(entry)) return entry;
        return std::nullopt;
    }
    // The sign that the chosen face does not have.
    Segment first_lacking(std::size_t i, std::uint32_t chosen) const {
        Segment one = scratch_.segments[i];
        for (std::uint32_t at = one.begin; at < one.end;) {
            auto const d = utf8::decode(text_, at);
            auto const end = at + static_cast<std::uint32_t>(d.length);
            if (fonts_.glyph(stack_->entries[chosen].font, drawn(i, d.code_point)) == 0)
                return {at, end, d.code_point, true};
            at = end;
        }
        return one;
    }

    std::size_t place_joined(std::size_t i) {
        auto& c = cluster(i);
        auto const& s = out_.settings[c.setting];
        std::int64_t const cell = Em::kPerEm * s.em.units() / std::max<std::int64_t>(1, s.size.units());
        auto const squeezed = [&](std::int64_t value) { return static_cast<std::int64_t>(std::llround(static_cast<double>(value) * s.x_scale)); };
        std::int64_t x = -squeezed(width_abreast(i, s.font)) / 2;
        c.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
        for_each_code_point(i, [&](char32_t one) {
            auto const glyph = fonts_.glyph(s.font, drawn(i, one));
            std::int64_t const advance = squeezed(fonts_.advance(s.font, glyph));
            out_.glyphs.push_back({glyph, 0, 0, static_cast<std::int32_t>(x + advance / 2)});
            x += advance;
        });
        out_.glyphs.back().advance = static_cast<std::int32_t>(cell);
        c.glyph_count = static_cast<std::uint16_t>(out_.glyphs.size() - c.first_glyph);
        c.advance = static_cast<std::int32_t>(s.em.units());
        return i + 1;
    }

    // What is said to be in a Western language has Western quotation marks and dashes, whatever stands beside it.
    void resolve_languages() {
        std::size_t i = 0;
        for (auto const& run : runs_) {
            if (!run.style.language || is_east_asian(run.style.language)) continue;
            while (i < scratch_.segments.size() && scratch_.segments[i].begin < run.begin) ++i;
            for (; i < scratch_.segments.size() && scratch_.segments[i].begin < run.end; ++i)
                scratch_.resolved[i] = text::in_western_text(scratch_.bases[i], scratch_.resolved[i]);
        }
    }
    static bool is_east_asian(LanguageTag language) {
        auto const tag = language.view();
        return tag.starts_with("ja") || tag.starts_with("zh") || tag.starts_with("ko") || tag.starts_with("ain");
    }

    Cluster& cluster(std::size_t i) { return out_.clusters[first_ + i]; }

    std::string_view bytes(Segment const& s) const { return text_.substr(s.begin, s.end - s.begin); }

    void choose_faces() {
        std::size_t run = 0;
        start_run(run);
        for (std::size_t i = 0; i < scratch_.segments.size(); ++i) {
            auto const& s = scratch_.segments[i];
            while (run + 1 < runs_.size() && s.begin >= runs_[run].end) start_run(++run);
            if (style_->script != style::Script::None && s.begin == runs_[run].begin) own_script_ = has_own_script(i, runs_[run].end);
            auto const& resolved = scratch_.resolved[i];
            Cluster c;
            c.begin = s.begin;
            c.end = s.end;
            c.base = s.base;
            c.cls = resolved.cls;
            c.latin = resolved.latin;
            c.opens = resolved.opens;
            c.closes = resolved.closes;
            scratch_.direct[i] = choose_face(i, resolved, c);
            out_.clusters.push_back(c);
        }
    }

    // Sets the cluster's setting; gives the glyph when the shaper is not needed.
    std::uint32_t choose_face(std::size_t i, text::Resolved const& resolved, Cluster& c) {
        Segment const& s = scratch_.segments[i];
        if (text::is_invisible_control(s.base)) {
            c.invisible = true;
            c.cls = JlreqClass::None;
            c.setting = setting(0, Turn::Upright);
            return kNoGlyph;
        }
        if (runs_right_to_left(s.base)) missing_.right_to_left(s.begin, s.end);
        bool const vertical = options_.mode == WritingMode::Vertical;
        bool const abreast = joined(i);
        auto const choice = choose_font(fonts_, *stack_, resolved.latin ? Wanted::Latin : Wanted::Japanese, drawn(i, s.base),
                                        abreast ? std::string_view{} : bytes(s), s.single || abreast);
        Turn const turn = !vertical || in_cell(i) || abreast ? Turn::Upright : resolved.latin ? Turn::Rotated : turn_in_vertical(s.base);
        if (choice.glyph == 0) return missing(s, c);
        if (choice.variant_missing) missing_.variant(s.begin, s.end);
        if (abreast) {
            auto const entry = entry_with_all(i, choice.entry);
            if (!entry) return missing(first_lacking(i, choice.entry), c);
            c.setting = setting(*entry, turn);
            Setting squeezed = out_.settings[c.setting];
            std::int64_t const width = width_abreast(i, squeezed.font) * squeezed.size.units();
            std::int64_t const cell = Em::kPerEm * squeezed.em.units();
            if (width > cell) squeezed.x_scale = static_cast<double>(cell) / static_cast<double>(width);
            c.setting = add_setting(squeezed);
            return kNoGlyph;
        }
        c.setting = setting(choice.entry, turn);
        if (own_script_) return script_glyph(stack_->entries[choice.entry].font, choice.glyph, s.base);
        if (!s.single || resolved.latin || options_.solid_kerning) return kNoGlyph;
        if (vertical && (turn == Turn::Rotated || !plain_in_vertical(s.base))) return kNoGlyph;
        return fonts_.shapes_to_itself(stack_->entries[choice.entry].font, choice.glyph, options_.ruby) ? choice.glyph : kNoGlyph;
    }

    std::uint32_t missing(Segment const& s, Cluster& c) {
        if (!runs_right_to_left(s.base)) missing_.glyph(s.begin, s.end, s.base, *stack_);
        for (std::uint32_t i = 0; i < stack_->entries.size(); ++i)
            if (auto const font = stack_->entries[i].font; font)
                if (auto const glyph = fonts_.glyph(font, kGeta)) {
                    c.setting = setting(i, Turn::Upright);
                    c.latin = false;
                    if (c.cls == JlreqClass::Western) c.cls = JlreqClass::Ideograph;
                    return glyph;
                }
        c.setting = setting(0, Turn::Upright);
        return 0;
    }

    // ---- 添え字: a font's own figures are drawn for their size; they are used where it has one for every character
    bool has_own_script(std::size_t from, std::uint32_t end) {
        if (options_.mode == WritingMode::Vertical) return false;
        for (std::size_t i = from; i < scratch_.segments.size() && scratch_.segments[i].begin < end; ++i) {
            auto const& s = scratch_.segments[i];
            auto const& resolved = scratch_.resolved[i];
            auto const choice = choose_font(fonts_, *stack_, resolved.latin ? Wanted::Latin : Wanted::Japanese, drawn(i, s.base),
                                            bytes(s), s.single);
            if (choice.glyph == 0 || script_glyph(stack_->entries[choice.entry].font, choice.glyph, s.base) == kNoGlyph) return false;
        }
        return true;
    }
    std::uint32_t script_glyph(FontId font, std::uint32_t plain, char32_t c) const {
        bool const superior = style_->script == style::Script::Superior;
        hb_feature_t const wanted =
            superior ? feature(HB_TAG('s', 'u', 'p', 's'), 1) : feature(HB_TAG('s', 'u', 'b', 's'), 1);
        hb_buffer_clear_contents(scratch_.buffer);
        hb_buffer_add(scratch_.buffer, c, 0);
        hb_buffer_set_content_type(scratch_.buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
        hb_buffer_guess_segment_properties(scratch_.buffer);
        hb_shape(fonts_.hb_font(font), scratch_.buffer, &wanted, 1);
        unsigned count = 0;
        auto const* const infos = hb_buffer_get_glyph_infos(scratch_.buffer, &count);
        return count == 1 && infos[0].codepoint != plain && infos[0].codepoint != 0 ? infos[0].codepoint : kNoGlyph;
    }

    void start_run(std::size_t run) {
        own_script_ = false;
        style_ = runs_.empty() ? nullptr : &runs_[run].style;
        stack_ = style_ ? &fonts_.stack(style_->stack) : nullptr;
        first_setting_ = out_.settings.size();
        last_.reset();
    }

    std::uint32_t setting(std::uint32_t entry, Turn turn) {
        if (!last_ || last_->entry != entry || last_->turn != turn || last_->own_script != own_script_)
            last_ = {entry, turn, own_script_, make_setting(entry, turn)};
        return last_->setting;
    }
    std::uint32_t make_setting(std::uint32_t entry, Turn turn) {
        auto const& from = stack_->entries[entry];
        Setting made;
        made.font = from.font;
        made.size = from.scale == 1.0 ? style_->size : style_->size.scaled(from.scale);
        made.em = style_->size;
        bool const small = style_->script != style::Script::None && !own_script_;
        if (small) made.size = from.scale == 1.0 ? style_->script_size : style_->script_size.scaled(from.scale);
        made.color = style_->color;
        made.rise = own_script_ ? Length{} : style_->rise;
        // Upright letters of vertical lines are hung on their middle: smaller ones sit lower there
        if (small && options_.mode == WritingMode::Vertical && turn == Turn::Upright)
            made.rise -= (style_->size - style_->script_size).scaled(0.38);
        made.tracking = style_->tracking;
        made.turn = turn;
        made.tabular = style_->tabular;
        made.language = style_->language;
        made.centre_in_em = from.centre_in_em;
        return add_setting(made);
    }
    std::uint32_t add_setting(Setting const& made) {
        for (std::size_t i = first_setting_; i < out_.settings.size(); ++i)
            if (out_.settings[i] == made) return static_cast<std::uint32_t>(i);
        out_.settings.push_back(made);
        return static_cast<std::uint32_t>(out_.settings.size() - 1);
    }

    static std::int32_t at_size(std::int64_t em_units, Length size) {
        return static_cast<std::int32_t>(em_units * size.units() / Em::kPerEm);
    }

    std::size_t place_direct(std::size_t i) {
        auto& c = cluster(i);
        auto const& s = out_.settings[c.setting];
        bool const vertical = options_.mode == WritingMode::Vertical;
        auto const advance = vertical ? static_cast<std::int32_t>(Em::kPerEm) : fonts_.advance(s.font, scratch_.direct[i]);
        c.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
        c.glyph_count = 1;
        c.advance = at_size(advance, s.size);
        out_.glyphs.push_back({scratch_.direct[i], advance, 0, 0});
        return i + 1;
    }

    // The clusters from i that the shaper sees together: a Western run of one setting, else a single cluster (all of a
    // Japanese run when the font may kern it).
    std::size_t run_end(std::size_t i) {
        auto const& first = cluster(i);
        if (!first.latin && !options_.solid_kerning) return i + 1;
        std::size_t end = i + 1;
        while (end < scratch_.segments.size() && scratch_.direct[end] == kNoGlyph && !cluster(end).invisible &&
               cluster(end).setting == first.setting && cluster(end).latin == first.latin &&
               !text::joins_previous(cluster(end).base)) // the rest of an endless cluster (segment.h)
            ++end;
        return end;
    }

    std::size_t shape_run(std::size_t begin) {
        if (cluster(begin).invisible) {
            cluster(begin).first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
            return begin + 1;
        }
        auto const end = run_end(begin);
        auto const setting_index = cluster(begin).setting;
        bool const latin = cluster(begin).latin;
        bool vertical = options_.mode == WritingMode::Vertical && out_.settings[setting_index].turn == Turn::Upright;
        call_shaper(begin, end, latin, vertical);
        if (vertical && end == begin + 1 && turns_when_unchanged(begin)) {
            // UAX #50 Tr: no vertical form in the font, so the sign is turned
            cluster(begin).setting = turned(setting_index);
            vertical = false;
            call_shaper(begin, end, latin, false);
        }
        take_glyphs(begin, end, vertical);
        return end;
    }

    void call_shaper(std::size_t begin, std::size_t end, bool latin, bool vertical) {
        auto* const buffer = scratch_.buffer;
        hb_buffer_clear_contents(buffer);
        hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
        for (std::size_t i = begin; i < end; ++i) {
            auto const& s = scratch_.segments[i];
            for (std::uint32_t at = s.begin; at < s.end;) {
                auto const d = utf8::decode(text_, at);
                hb_buffer_add(buffer, drawn(i, d.code_point), static_cast<unsigned>(i));
                at += d.length;
            }
        }
        hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
        auto const& setting = out_.settings[cluster(begin).setting];
        if (latin)
            hb_buffer_guess_segment_properties(buffer);
        else
            hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
        hb_buffer_set_language(buffer, setting.language ? of_tag(setting.language.view()) : latin ? western_ : japanese_);
        // No glyph stands for a selector or joiner that the font does not know: its letter's glyph says the whole cluster
        hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
        hb_buffer_set_direction(buffer, vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
        auto* const font = fonts_.hb_font(setting.font);
        if (latin && setting.tabular)
            hb_shape(font, buffer, kTabularFeatures.data(), static_cast<unsigned>(kTabularFeatures.size()));
        else if (latin)
            hb_shape(font, buffer, kLatinFeatures.data(), static_cast<unsigned>(kLatinFeatures.size()));
        else if (options_.solid_kerning)
            hb_shape(font, buffer, kKernedFeatures.data(), static_cast<unsigned>(kKernedFeatures.size()));
        else if (options_.ruby)
            hb_shape(font, buffer, kRubyFeatures.data(), static_cast<unsigned>(kRubyFeatures.size()));
        else
            hb_shape(font, buffer, kJapaneseFeatures.data(), static_cast<unsigned>(kJapaneseFeatures.size()));
    }

    bool turns_when_unchanged(std::size_t i) {
        auto const orientation = u_getIntPropertyValue(static_cast<UChar32>(cluster(i).base), UCHAR_VERTICAL_ORIENTATION);
        if (in_cell(i) || (orientation != U_VO_TRANSFORMED_ROTATED && orientation != U_VO_ROTATED)) return false;
        unsigned count = 0;
        auto const* infos = hb_buffer_get_glyph_infos(scratch_.buffer, &count);
        return count == 1 && infos[0].codepoint == fonts_.glyph(out_.settings[cluster(i).setting].font, drawn(i, cluster(i).base));
    }
    std::uint32_t turned(std::uint32_t upright) {
        Setting s = out_.settings[upright];
        s.turn = Turn::Rotated;
        for (std::size_t i = 0; i < out_.settings.size(); ++i)
            if (out_.settings[i] == s) return static_cast<std::uint32_t>(i);
        out_.settings.push_back(s);
        return static_cast<std::uint32_t>(out_.settings.size() - 1);
    }

    void take_glyphs(std::size_t begin, std::size_t end, bool vertical) {
        unsigned count = 0;
        auto const* infos = hb_buffer_get_glyph_infos(scratch_.buffer, &count);
        auto const* positions = hb_buffer_get_glyph_positions(scratch_.buffer, nullptr);
        auto const size = out_.settings[cluster(begin).setting].size;
        auto* const font = fonts_.hb_font(out_.settings[cluster(begin).setting].font);
        unsigned g = 0;
        for (std::size_t i = begin; i < end; ++i) {
            auto& c = cluster(i);
            c.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
            std::int64_t advance = 0;
            for (; g < count && infos[g].cluster == i; ++g) {
                auto const& p = positions[g];
                if (vertical) {
                    // The place of an upright glyph is its vertical origin; HarfBuzz gives offsets to the horizontal one
                    hb_position_t x = 0, y = 0;
                    hb_font_get_glyph_v_origin(font, infos[g].codepoint, &x, &y);
                    out_.glyphs.push_back({infos[g].codepoint, -p.y_advance, -(p.y_offset + y), p.x_offset + x});
                    advance -= p.y_advance;
                } else {
                    out_.glyphs.push_back({infos[g].codepoint, p.x_advance, p.x_offset, p.y_offset});
                    advance += p.x_advance;
                }
            }
            c.glyph_count = static_cast<std::uint16_t>(std::min<std::size_t>(out_.glyphs.size() - c.first_glyph, 0xFFFF));
            c.advance = at_size(advance, size);
            c.continues = c.glyph_count == 0;
            if (!vertical && c.latin && c.glyph_count > 0) {
                auto const& last = out_.glyphs.back();
                c.kern = at_size(last.advance - hb_font_get_glyph_h_advance(font, last.id), size);
            }
        }
    }

    std::string_view text_;
    std::span<style::StyleRun const> runs_;
    ShapeOptions options_;
    font::FontLibrary const& fonts_;
    Missing missing_;
    ShapeScratch& scratch_;
    ShapedText& out_;

    style::TextStyle const* style_ = nullptr;
    bool own_script_ = false; // of the run at hand
    font::FontStack const* stack_ = nullptr;
    std::size_t first_ = 0, first_setting_ = 0;
    struct Last { // most letters are set like the one before them
        std::uint32_t entry;
        Turn turn;
        bool own_script;
        std::uint32_t setting;
    };
    std::optional<Last> last_;
    static hb_language_t of_tag(std::string_view tag) { return hb_language_from_string(tag.data(), static_cast<int>(tag.size())); }
    hb_language_t japanese_ = of_tag("ja"), western_ = of_tag(options_.language);
};

} // namespace

void shape(std::string_view text, std::span<style::StyleRun const> runs, ShapeOptions options,
           font::FontLibrary const& fonts, std::function<Span(std::uint32_t, std::uint32_t)> const& place, diag::Sink& sink,
           ShapeScratch& scratch, ShapedText& out) {
    if (text.empty() || runs.empty()) return;
    Shaper(text, runs, options, fonts, place, sink, scratch, out).run();
}

Span source_of(std::span<document::TextPiece const> pieces, std::uint32_t begin, std::uint32_t end) {
    auto const after = std::upper_bound(pieces.begin(), pieces.end(), begin, [](std::uint32_t at, document::TextPiece const& p) {
        return at < p.text_begin;
    });
    if (after == pieces.begin()) return {};
    auto const& piece = *std::prev(after);
    if (piece.length != piece.source.end - piece.source.begin) return piece.source; // not byte by byte
    auto const offset = std::min(begin - piece.text_begin, piece.length);
    auto const length = std::min(end - begin, piece.length - offset);
    return {piece.source.file, piece.source.begin + offset, piece.source.begin + offset + length};
}

} // namespace kumihan::shape
