#include "para/hyphenate.h"

#include "para/western.h"
#include "text/char_class.h"

#include <algorithm>
#include <string>

namespace kumihan::para {

namespace {

constexpr std::size_t kShortest = 5; // two letters and three
constexpr std::size_t kLongestRest = 13; // what the end of a line can say for the next one (line/set.cpp)

bool is_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7); }

void show(Gap& gap, std::int16_t hyphen, Paragraph const& paragraph) {
    gap.at = Break::Allowed;
    gap.penalty = kHyphenPenalty;
    gap.hyphen = hyphen;
    gap.end_extra = paragraph.readings.clusters[paragraph.hyphens[static_cast<std::size_t>(hyphen)].sign].advance;
}

class Hyphenate {
public:
    Hyphenate(std::string_view text, shape::ShapedText const& shaped, style::LineStyle const& style,
              HyphenOf const& hyphen_of, Paragraph& out)
        : text_(text), shaped_(shaped), style_(style), hyphen_of_(hyphen_of), out_(out) {}

    bool run() {
        auto const& clusters = shaped_.clusters;
        std::uint32_t box = 0;
        for (std::size_t i = 0; i < clusters.size();) {
            if (!clusters[i].latin || clusters[i].invisible) {
                ++i;
                continue;
            }
            std::size_t end = i + 1;
            Word const kind = classify_word(clusters, i, end);
            if (end <= i) end = i + 1;
            bool const soft = (i > 0 && clusters[i - 1].base == 0xAD) || (end < clusters.size() && clusters[end].base == 0xAD);
            if (kind == Word::Plain && !soft) words(i, end, box);
            i = end;
        }
        return any_;
    }

private:
    // A run of Western signs may hold a word between quotes or before a comma, or be one that stays whole.
    void words(std::size_t begin, std::size_t end, std::uint32_t& box) {
        auto const& clusters = shaped_.clusters;
        for (std::size_t k = begin; k < end; ++k) {
            char32_t const c = clusters[k].base;
            if (text::is_digit(c) || c == '-' || c == 0x2010 || c == '_' || c == '@' || c == '\\') return;
        }
        for (std::size_t k = begin; k < end;) {
            std::size_t last = k;
            while (last < end && text::is_latin_letter(clusters[last].base)) ++last;
            bool const dotted = last + 1 < end && clusters[last].base == '.' && text::is_latin_letter(clusters[last + 1].base);
            if (last - k >= kShortest && !dotted) word(k, last, box);
            k = last + 1;
        }
    }

    void word(std::size_t begin, std::size_t end, std::uint32_t& box) {
        auto const& clusters = shaped_.clusters;
        for (std::size_t k = begin + 1; k < end; ++k)
            if (is_capital(clusters[k].base)) return; // NPO, GitHub
        word_.assign(text_.substr(clusters[begin].begin, clusters[end - 1].end - clusters[begin].begin));
        if (word_[0] >= 'A' && word_[0] <= 'Z') word_[0] = static_cast<char>(word_[0] - 'A' + 'a');
        auto const own = shaped_.settings[clusters[begin].setting].language;
        style_.hyphenation->points(word_, own ? own.view() : style_.language, points_);
        if (points_.empty()) return;
        auto const origin = clusters[begin].begin;
        while (box < out_.boxes.size() && out_.boxes[box].cluster < begin) ++box;
        std::int16_t sign = -1;
        for (auto b = box; b < out_.boxes.size() && out_.boxes[b].cluster_end < end; ++b) {
            auto& body = out_.boxes[b];
            std::size_t const byte = clusters[body.cluster_end - 1].end - origin;
            if (byte == 0 || byte > points_.size() || !points_[byte - 1]) continue;
            if (end - body.cluster_end > kLongestRest) continue;
            if (body.gap.at != Break::Emergency) continue; // ruby and the like keep it together
            if (sign < 0) sign = hyphen_of_(body.cluster);
            if (sign < 0) return;
            show(body.gap, sign, out_);
            any_ = true;
        }
    }

    std::string_view text_;
    shape::ShapedText const& shaped_;
    style::LineStyle const& style_;
    HyphenOf const& hyphen_of_;
    Paragraph& out_;
    std::string word_;
    std::vector<std::uint8_t> points_;
    bool any_ = false;
};

} // namespace

bool hyphenate(std::string_view text, shape::ShapedText const& shaped, style::LineStyle const& style,
               HyphenOf const& hyphen_of, Paragraph& out) {
    return Hyphenate(text, shaped, style, hyphen_of, out).run();
}

void show_soft_hyphens(HyphenOf const& hyphen_of, Paragraph& out) {
    for (auto& box : out.boxes) {
        if (box.gap.hyphen != kSoftHyphen) continue;
        box.gap.hyphen = -1;
        if (auto const sign = hyphen_of(box.cluster); sign >= 0) show(box.gap, sign, out);
    }
}

} // namespace kumihan::para
