#include "document/check.h"

#include "base/parallel.h"
#include "base/utf8.h"
#include "document/dates.h"
#include "document/lookalikes.h"
#include "document/visit.h"
#include "yaml/decode.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace kumihan::document {
namespace {

using diag::Code;

class Checker {
public:
    Checker(Document const& document, Chapters chapters, diag::Sink& sink)
        : document_(document), chapters_(chapters), sink_(sink) {}

    void run(int jobs) {
        for (auto const& chapter : document_.chapters)
            collect(chapter);
        std::vector<Lookalikes> lookalikes(document_.chapters.size());
        parallel_for(document_.chapters.size(), jobs, 1,
                     [&](std::size_t i) { look_through(document_.chapters[i], lookalikes[i]); });
        Lookalikes::report(lookalikes, sink_);
    }

private:
    void define(std::string const& id, Span span) {
        if (id.empty()) return;
        if (!is_valid_id(id)) sink_.report(Code::BadId, span, {id});
        auto const [found, fresh] = ids_.emplace(id, span);
        if (fresh) return;
        diag::Diagnostic twice{Code::IdDuplicate, diag::info(Code::IdDuplicate).severity, span, {id}, {}, {}};
        twice.labels.push_back({found->second, id});
        sink_.report(std::move(twice));
    }

    void collect(Chapter const& chapter) {
        define(chapter.id, chapter.id_span);
        each_body(chapter, [&](Blocks const& blocks) {
            each_block(blocks, [&](Block const& block) {
                if (auto const* const heading = std::get_if<Heading>(&block.what))
                    define(heading->id, heading->id_span);
                if (auto const* const statute = std::get_if<Statute>(&block.what))
                    for (auto const& clause : statute->clauses)
                        define(clause.id, clause.id_span);
            });
        });
        each_figure(chapter, [&](Figure const& figure) { define(figure.id, figure.id_span); });
        for (auto const& table : chapter.tables)
            define(table.id, table.id_span);
    }

    void look_through(Chapter const& chapter, Lookalikes& lookalikes) const {
        each_rich_text(chapter, [&](RichText const& text) {
            references(text);
            check_weekdays(text, sink_);
            lookalikes.check(text);
        });
        heading_levels(chapter.body, 0);
        if (auto const* const workshop = std::get_if<WorkshopChapter>(&chapter.kind)) {
            for (auto const& group : workshop->groups)
                heading_levels(group.body, -1);
            heading_levels(workshop->summary, -1);
        }
    }

    void references(RichText const& text) const {
        if (chapters_ == Chapters::SomeMissing) return;
        for (auto const& atom : text.atoms) {
            auto const* const reference = std::get_if<CrossRef>(&atom.what);
            if (!reference || ids_.contains(reference->target)) continue;
            std::vector<std::string_view> known;
            for (auto const& [id, span] : ids_)
                known.push_back(id);
            auto const near = yaml::nearest(reference->target, known);
            if (near.empty())
                sink_.report(Code::ReferenceUndefined, atom.span, {reference->target});
            else
                sink_.report(Code::ReferenceUndefinedNear, atom.span, {reference->target, std::string{near}});
        }
    }

    // `level`: the level above; -1 where a part of a chapter may begin at any level.
    void heading_levels(Blocks const& blocks, int level) const {
        for (auto const& block : blocks) {
            auto const* const heading = std::get_if<Heading>(&block.what);
            if (!heading) continue;
            if (level >= 0 && heading->level > level + 1)
                sink_.report(Code::HeadingSkipsLevel, block.span,
                             {std::to_string(level), std::to_string(heading->level)});
            level = heading->level;
        }
    }

    Document const& document_;
    Chapters chapters_;
    diag::Sink& sink_;
    std::map<std::string, Span, std::less<>> ids_;
};

} // namespace

bool is_valid_id(std::string_view id) {
    for (std::size_t i = 0; i < id.size();) {
        auto const decoded = utf8::decode(id, i);
        auto const c = static_cast<UChar32>(decoded.code_point);
        bool const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        UErrorCode error = U_ZERO_ERROR;
        auto const script = uscript_getScript(c, &error);
        bool const japanese =
            script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || c == 0x30FC;
        if (!plain && !japanese) return false;
        i += decoded.length;
    }
    return !id.empty();
}

void check(Document const& document, Chapters chapters, diag::Sink& sink, int jobs) {
    Checker(document, chapters, sink).run(jobs);
}

} // namespace kumihan::document
