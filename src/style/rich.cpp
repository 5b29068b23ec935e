#include "style/rich.h"

#include "base/overloaded.h"
#include "style/awaited.h"
#include "style/join_text.h"
#include "style/kanji_numerals.h"

#include <algorithm>

namespace kumihan::style {

using namespace document;

namespace {

constexpr std::string_view kLineSeparator = "\xE2\x80\xA8"; // U+2028
constexpr std::size_t kAtomBytes = 3;                       // U+FFFC
constexpr std::size_t kStopBytes = 3;                       // 。 and 、

// Superior figures rise by a third of the text's size, inferior ones sink by a seventh (X 4.13).
constexpr double kSuperior = 0.34, kInferior = -0.14;

// Note marks: 0.62 of the text, raised by a third (10.4, X 4.13).
constexpr double kMarkSize = 0.62;
constexpr double kMarkRise = 0.36;

spec::Interlinear const kUsual;

std::uint32_t at32(std::size_t value) { return static_cast<std::uint32_t>(value); }

FontStackId find_stack(StackIds const& stacks, std::string_view name) {
    auto const found = stacks.find(name);
    if (found != stacks.end()) return found->second;
    return stacks.empty() ? FontStackId{} : stacks.begin()->second;
}

class Builder {
public:
    Builder(RichText const& source, spec::Style const& style, std::string const& strong_font, TagId tag,
            RichContext& context)
        : source_(source), context_(context), lines_(context.interlinear ? *context.interlinear : kUsual), base_(text_style(style, context.stacks)), strong_(base_), tag_(tag) {
        auto const& strong = style.strong_font.empty() ? strong_font : style.strong_font;
        strong_.stack = find_stack(context.stacks, strong);
        auto const of_ruby = [&](std::string const& stack) {
            auto const found = context.stacks.find(ruby_stack_name(stack));
            return found == context.stacks.end() ? FontStackId{} : found->second;
        };
        base_ruby_ = of_ruby(style.font);
        strong_ruby_ = of_ruby(strong);
        out_.tag = tag;
        out_.text.reserve(source.text.size() + 16);
        numbers_ = kanji_numbers(source.text, context.numerals);
    }

    StyledText run() {
        std::size_t const size = source_.text.size();
        std::size_t at = 0, mark = 0, atom = 0;
        while (at < size || mark < source_.marks.size()) {
            close_marks(at);
            while (mark < source_.marks.size() && source_.marks[mark].begin <= at)
                open_mark(source_.marks[mark++]);
            if (at >= size) break;
            std::size_t next = size;
            if (mark < source_.marks.size()) next = std::min<std::size_t>(next, source_.marks[mark].begin);
            for (Open const& open : open_)
                next = std::min<std::size_t>(next, open.mark->end);
            if (atom < source_.atoms.size()) {
                if (source_.atoms[atom].at == at) {
                    put_atom(source_.atoms[atom++]);
                    at += kAtomBytes;
                    continue;
                }
                next = std::min<std::size_t>(next, source_.atoms[atom].at);
            }
            if (next <= at) break; // marks of zero length at the end
            if (marks_go_before(at, next, atom)) {
                // 、[^a] reads as [^a]、: the mark belongs to the word (14.1)
                copy(at, next - kStopBytes);
                std::size_t const stop = next - kStopBytes;
                for (; next < size && is_note(atom, next); next += kAtomBytes)
                    put_atom(source_.atoms[atom++]);
                copy(stop, stop + kStopBytes);
            } else {
                copy(at, next);
            }
            at = next;
        }
        close_marks(size);
        return std::move(out_);
    }

private:
    struct Open {
        Mark const* mark;
        std::uint32_t begin; // in out_
        TagId tag;
        std::uint32_t tag_run; // index, or none
        std::uint32_t inner_run = Id<void>::kNone; // of a warichu's text
    };

    bool is_note(std::size_t atom, std::size_t at) const {
        return atom < source_.atoms.size() && source_.atoms[atom].at == at &&
               std::holds_alternative<NoteRef>(source_.atoms[atom].what);
    }
    // The text up to `next` ends with a stop, and the mark of a note was typed behind it.
    bool marks_go_before(std::size_t at, std::size_t next, std::size_t atom) const {
        if (!context_.marks_before_stops || !is_note(atom, next) || next - at <= kStopBytes) return false;
        for (Open const& open : open_)
            if (open.mark->end == next) return false;
        std::string_view const last = std::string_view(source_.text).substr(next - kStopBytes, kStopBytes);
        return last == "。" || last == "、";
    }

    template <class M> M const* within() const {
        for (auto open = open_.rbegin(); open != open_.rend(); ++open)
            if (auto const* const found = std::get_if<M>(&open->mark->what)) return found;
        return nullptr;
    }

    // Of the letters to come: bold, small between warichu brackets, raised or lowered.
    TextStyle style_here() const {
        if (open_.empty()) return base_;
        TextStyle style = within<Strong>() ? strong_ : base_;
        for (Open const& open : open_)
            if (auto const* const scaled = std::get_if<Scaled>(&open.mark->what))
                style.size = style.size.scaled(scaled->percent / 100.0);
        if (within<Warichu>()) style.size = lines_.warichu.at(style.size);
        if (auto const* const script = within<document::Script>()) {
            style.script = script->superior ? Script::Superior : Script::Inferior;
            style.script_size = lines_.script.at(style.size);
            style.rise = style.size.scaled(script->superior ? kSuperior : kInferior);
        }
        if (auto const* const other = within<InLanguage>()) style.language = LanguageTag(other->tag);
        return style;
    }

    Length ruby_size(Length base) const { return std::max(lines_.ruby.at(base), std::min(lines_.ruby_least, base)); }

    TagId current_tag() const {
        for (auto it = open_.rbegin(); it != open_.rend(); ++it)
            if (it->tag) return it->tag;
        return tag_;
    }

    TagId inline_tag(TagType type, TagId parent) {
        return tag_ ? context_.tags.add(type, parent, Attach::Inline) : TagId{};
    }

    void open_mark(Mark const& mark) {
        Open open{&mark, at32(out_.text.size()), {}, Id<void>::kNone};
        TagId const parent = current_tag();
        std::visit(overloaded{
                       [&](Strong const&) { open.tag = inline_tag(TagType::Strong, parent); },
                       [&](Link const&) { open.tag = inline_tag(TagType::Link, parent); },
                       [&](Ruby const&) { open.tag = inline_tag(TagType::Ruby, parent); },
                       [&](Warichu const&) { open.tag = inline_tag(TagType::Warichu, parent); },
                       [&](document::Script const&) { open.tag = inline_tag(TagType::Span, parent); },
                       [&](InLanguage const& other) {
                           open.tag = inline_tag(TagType::Span, parent);
                           if (open.tag) context_.tags[open.tag].language = other.tag;
                       },
                       [](Dots const&) {},
                       [](Sideline const&) {},
                       [](TateChuYoko const&) {},
                       [](FitWidth const&) {},
                       [](Scaled const&) {},
                   },
                   mark.what);
        if (open.tag) {
            open.tag_run = at32(out_.tags.size());
            out_.tags.push_back({open.begin, open.begin, open.tag});
        }
        if (auto const* const note = std::get_if<Warichu>(&mark.what)) {
            put_tagged(note->opening, TagType::Wp, open.tag, mark.span);
            open.begin = at32(out_.text.size());
            if (open.tag) {
                out_.tags.push_back({open.begin, open.begin, inline_tag(TagType::Wt, open.tag)});
                open.inner_run = at32(out_.tags.size() - 1);
            }
        }
        open_.push_back(open);
    }

    void close_marks(std::size_t at) {
        while (!open_.empty() && open_.back().mark->end <= at) {
            Open const open = open_.back();
            open_.pop_back();
            std::uint32_t const end = at32(out_.text.size());
            if (auto const* const note = std::get_if<Warichu>(&open.mark->what)) {
                if (open.tag) out_.tags[open.inner_run].end = end;
                put_tagged(note->closing, TagType::Wp, open.tag, open.mark->span);
            }
            if (open.tag) out_.tags[open.tag_run].end = at32(out_.text.size());
            std::visit(overloaded{
                           [&](Strong const&) {},
                           [](Scaled const&) {},
                           [](InLanguage const&) {},
                           [&](FitWidth const& fit) {
                               out_.fits.push_back({open.begin, end, Em::of(fit.em)});
                           },
                           [&](TateChuYoko const&) {
                               out_.together.push_back({open.begin, end});
                           },
                           [&](Dots const& dots) {
                               auto const& usual = context_.vertical ? lines_.dots_vertical : lines_.dots;
                               auto const& sign = dots.sign.empty() ? usual : dots.sign;
                               bool const small = std::string_view("•・﹅﹆").find(sign) != std::string_view::npos;
                               Em const size = small ? lines_.dots_size : lines_.ruby;
                               out_.dots.push_back({open.begin, end, sign, size.at(base_.size)});
                           },
                           [&](Sideline const& side) {
                               if (end > open.begin) out_.sides.push_back({open.begin, end, side.kind, lines_.sideline});
                           },
                           [&](Warichu const&) {
                               if (end > open.begin)
                                   out_.warichu.push_back({open.begin, end, lines_.warichu.at(base_.size)});
                           },
                           [&](document::Script const&) {
                               if (end > open.begin) out_.scripts.push_back({open.begin, end});
                           },
                           [&](Link const& link) {
                               out_.links.push_back({open.begin, end, link.url, open.tag});
                           },
                           [&](Ruby const& ruby) { put_ruby(ruby, open.begin, end, open.tag); },
                       },
                       open.mark->what);
        }
    }

    // A second reading has its own Ruby around the first one's, within whose RB that stands (ISO 32000-1 14.8.4.4.4).
    void put_ruby(Ruby const& ruby, std::uint32_t begin, std::uint32_t end, TagId tag) {
        if (begin >= end) return;
        auto add = [&](std::vector<std::string> const& reading, TagId element, bool below) {
            RubyMark mark{begin, end, reading, element, {}, {}};
            mark.stack = within<Strong>() ? strong_ruby_ : base_ruby_;
            mark.size = ruby_size(style_here().size);
            mark.below = below;
            if (element) {
                mark.base_tag = inline_tag(TagType::Rb, element);
                mark.reading_tag = inline_tag(TagType::Rt, element);
                out_.tags.push_back({begin, end, mark.base_tag});
            }
            out_.ruby.push_back(std::move(mark));
            return out_.ruby.back().base_tag;
        };
        if (!ruby.second.empty()) {
            TagId const outer = add(ruby.second, tag, true);
            tag = inline_tag(TagType::Ruby, outer);
            if (tag) out_.tags.push_back({begin, end, tag});
        }
        add(ruby.reading, tag, false);
    }

    void put_tagged(std::string_view text, TagType type, TagId parent, Span span) {
        std::uint32_t const begin = at32(out_.text.size());
        put(text, style_here(), span);
        if (TagId const tag = inline_tag(type, parent); tag) out_.tags.push_back({begin, at32(out_.text.size()), tag});
    }

    void put(std::string_view text, TextStyle const& style, Span span) {
        if (text.empty()) return;
        out_.pieces.push_back({at32(out_.text.size()), at32(text.size()), span});
        append_run(text, style);
    }

    void append_run(std::string_view text, TextStyle const& style) {
        std::uint32_t const begin = at32(out_.text.size());
        out_.text += text;
        std::uint32_t const end = at32(out_.text.size());
        if (!out_.runs.empty() && out_.runs.back().style == style && out_.runs.back().end == begin)
            out_.runs.back().end = end;
        else
            out_.runs.push_back({begin, end, style});
    }

    // Source text [begin, end), with kanji for the numbers that lie wholly in it.
    void copy(std::size_t begin, std::size_t end) {
        while (next_number_ < numbers_.size() && numbers_[next_number_].begin < begin) ++next_number_;
        bool const as_typed = std::any_of(open_.begin(), open_.end(), [](Open const& open) {
            auto const* const ruby = std::get_if<Ruby>(&open.mark->what); // one reading for each character
            return std::holds_alternative<TateChuYoko>(open.mark->what) || (ruby && ruby->reading.size() > 1);
        });
        for (; next_number_ < numbers_.size() && numbers_[next_number_].end <= end; ++next_number_) {
            KanjiNumber const& number = numbers_[next_number_];
            if (as_typed) continue;
            copy_as_typed(begin, number.begin);
            put(number.kanji, style_here(), source_span(number.begin, number.end));
            begin = number.end;
        }
        copy_as_typed(begin, end);
    }

    Span source_span(std::size_t begin, std::size_t end) const {
        auto piece = std::upper_bound(source_.pieces.begin(), source_.pieces.end(), begin,
                                      [](std::size_t value, TextPiece const& p) { return value < p.text_begin; });
        if (piece == source_.pieces.begin()) return {};
        --piece;
        Span span = piece->source;
        if (span.end - span.begin == piece->length) {
            span.begin += at32(begin - piece->text_begin);
            span.end = std::min(span.end, span.begin + at32(end - begin));
        }
        return span;
    }

    // Pieces are cut to the part and moved.
    void copy_as_typed(std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        std::uint32_t const shift_to = at32(out_.text.size());
        auto piece = std::upper_bound(source_.pieces.begin(), source_.pieces.end(), begin,
                                      [](std::size_t value, TextPiece const& p) { return value < p.text_begin; });
        if (piece != source_.pieces.begin()) --piece;
        for (; piece != source_.pieces.end() && piece->text_begin < end; ++piece) {
            std::size_t const from = std::max<std::size_t>(begin, piece->text_begin);
            std::size_t const to = std::min<std::size_t>(end, std::size_t{piece->text_begin} + piece->length);
            if (from >= to) continue;
            Span span = piece->source;
            if (span.end - span.begin == piece->length) {
                span.begin += at32(from - piece->text_begin);
                span.end = span.begin + at32(to - from);
            }
            out_.pieces.push_back({shift_to + at32(from - begin), at32(to - from), span});
        }
        append_run(std::string_view(source_.text).substr(begin, end - begin), style_here());
    }

    void put_link(std::string_view words, LinkTarget target, TagType outer, TextStyle const& style, Span span) {
        TagId const reference = inline_tag(outer, current_tag());
        TagId const link = inline_tag(TagType::Link, reference);
        std::uint32_t const begin = at32(out_.text.size());
        put(words, style, span);
        std::uint32_t const end = at32(out_.text.size());
        if (link) out_.tags.push_back({begin, end, link});
        out_.links.push_back({begin, end, std::move(target), link});
    }

    void put_atom(Atom const& atom) {
        TextStyle const style = style_here();
        std::visit(overloaded{
                       [&](Tab const&) {
                           out_.tabs.push_back(at32(out_.text.size()));
                           put(" ", style, atom.span);
                       },
                       [&](LineBreak const&) { put(kLineSeparator, style, atom.span); },
                       [&](NoteRef const& ref) {
                           TextStyle raised = style;
                           raised.size = style.size.scaled(kMarkSize);
                           raised.rise = style.size.scaled(kMarkRise);
                           RichContext::NoteCall const call = context_.call_note(ref.note);
                           std::uint32_t const begin = at32(out_.text.size());
                           if (call.mark && tag_) out_.anchors.push_back({begin, call.mark});
                           put_link(call.printed, call.target, TagType::Reference, raised, atom.span);
                           std::uint32_t const end = at32(out_.text.size());
                           if (call.awaited) out_.awaited.push_back({begin, end, AwaitedForm::NoteMark, {}, call.note});
                           out_.notes.push_back({begin, end, call.mark ? call.note : NoteId{}});
                       },
                       [&](CrossRef const& ref) { put_reference(ref, style, atom.span); },
                   },
                   atom.what);
    }

    void put_reference(CrossRef const& ref, TextStyle const& style, Span span) {
        auto const found = context_.numbering.by_id.find(ref.target);
        if (found == context_.numbering.by_id.end()) {
            put("〓", style, span); // reported by document::check
            return;
        }
        Numbered const& target = found->second;
        std::string words;
        Awaited awaited;
        switch (ref.form) {
        case RefForm::Number:
            words = target.label.empty() ? "「" + target.title + "」" : glued(in_words(target.label));
            break;
        case RefForm::Title:
            words = "「" + target.title + "」";
            break;
        case RefForm::Page:
            awaited.form = AwaitedForm::Page;
            awaited.anchor = target.anchor;
            awaited.numerals = context_.numerals;
            words = awaited_words(awaited, {}, {});
            awaited.begin = at32(out_.text.size());
            awaited.end = awaited.begin + at32(words.size());
            out_.awaited.push_back(awaited);
            context_.awaits_pages = true;
            break;
        }
        put_link(words, target.anchor, TagType::Reference, style, span);
    }

    // 第2章 becomes 第二章; 図2-3 stays as it stands under the figure.
    std::string in_words(std::string const& label) const {
        return label.starts_with("第") ? with_kanji_numbers(label, context_.numerals) : label;
    }

    RichText const& source_;
    RichContext& context_;
    std::vector<KanjiNumber> numbers_;
    std::size_t next_number_ = 0;
    spec::Interlinear const& lines_;
    TextStyle base_, strong_;
    FontStackId base_ruby_, strong_ruby_; // of readings
    TagId tag_;
    StyledText out_;
    std::vector<Open> open_;
};

} // namespace

std::string ruby_stack_name(std::string_view stack) { return std::string(stack) + " ruby"; }

TextStyle text_style(spec::Style const& style, StackIds const& stacks) {
    TextStyle out;
    out.stack = find_stack(stacks, style.font);
    out.size = style.size;
    out.color = style.color;
    out.tracking = style.tracking;
    return out;
}

StyledText styled(RichText const& text, spec::Style const& style, std::string const& strong_font, TagId tag,
                  RichContext& context) {
    return Builder(text, style, strong_font, tag, context).run();
}

} // namespace kumihan::style
