#include "base/overloaded.h"
#include "dump/dump.h"
#include "dump/text.h"

namespace kumihan::dump {

using namespace document;

namespace {

class Writer {
public:
    std::string run(Document const& d) {
        out_.line(0, "document " + bracketed(d.title));
        field(1, "subtitle", d.subtitle);
        field(1, "edition", d.edition);
        field(1, "printing", d.printing);
        field(1, "publisher", d.publisher);
        field(1, "editor", d.editor);
        field(1, "layout", d.layout);
        field(1, "output", d.output);
        if (d.date) out_.line(1, "date " + date(d.date));
        for (Chapter const& one : d.chapters)
            chapter(one);
        return out_.take();
    }

private:
    static std::string date(Date const& d) {
        std::string out = std::to_string(d.year);
        if (d.precision != DatePrecision::Year) out += "-" + std::to_string(d.month);
        if (d.precision == DatePrecision::Day) out += "-" + std::to_string(d.day);
        return out;
    }

    void field(int depth, std::string_view name, std::string const& value) {
        if (!value.empty()) out_.line(depth, std::string(name) + " " + bracketed(value));
    }

    void rich(int depth, std::string_view name, RichText const& text) {
        if (text.empty()) return;
        out_.line(depth, std::string(name) + " " + bracketed(text.text));
        for (Mark const& mark : text.marks) {
            std::string what = std::visit(overloaded{
                                              [](Strong const&) { return std::string("strong"); },
                                              [](Dots const& dots) {
                                                  return "dots" + (dots.sign.empty() ? "" : " " + dots.sign);
                                              },
                                              [](Sideline const& side) {
                                                  static constexpr char const* kKinds[] = {"solid", "double", "dotted",
                                                                                           "wavy"};
                                                  return std::string("sideline ") + kKinds[static_cast<int>(side.kind)];
                                              },
                                              [](Warichu const& note) { return "warichu " + note.opening + note.closing; },
                                              [](Script const& script) {
                                                  return std::string(script.superior ? "superior" : "inferior");
                                              },
                                              [](TateChuYoko const&) { return std::string("tate-chu-yoko"); },
                                              [](FitWidth const& fit) { return "fit " + std::to_string(fit.em); },
                                              [](Scaled const& one) { return "scaled " + std::to_string(one.percent); },
                                              [](InLanguage const& one) { return "language " + one.tag; },
                                              [](Link const& link) { return "link " + bracketed(link.url); },
                                              [](Ruby const& ruby) {
                                                  std::string parts = "ruby";
                                                  for (auto const& part : ruby.reading)
                                                      parts += " " + bracketed(part);
                                                  for (auto const& part : ruby.second)
                                                      parts += " below " + bracketed(part);
                                                  return parts;
                                              },
                                          },
                                          mark.what);
            out_.line(depth + 1, std::to_string(mark.begin) + "-" + std::to_string(mark.end) + " " + what);
        }
        for (Atom const& atom : text.atoms) {
            std::string what = std::visit(overloaded{
                                              [](NoteRef const& ref) { return "note " + std::to_string(ref.note); },
                                              [](CrossRef const& ref) {
                                                  static constexpr char const* kForms[] = {"number", "page", "title"};
                                                  return "reference " + bracketed(ref.target) + " " +
                                                         kForms[static_cast<int>(ref.form)];
                                              },
                                              [](LineBreak const&) { return std::string("break"); },
                                              [](Tab const&) { return std::string("tab"); },
                                          },
                                          atom.what);
            out_.line(depth + 1, std::to_string(atom.at) + " " + what);
        }
    }

    void figure(int depth, Figure const& f) {
        out_.line(depth, "figure " + bracketed(f.file) + (f.id.empty() ? "" : " id " + f.id));
        rich(depth + 1, "caption", f.caption);
        field(depth + 1, "alt", f.alt);
        field(depth + 1, "credit", f.credit);
        if (f.date) out_.line(depth + 1, "date " + date(f.date));
    }

    void blocks(int depth, Blocks const& list) {
        for (Block const& block : list)
            std::visit(overloaded{
                           [&](Paragraph const& p) { rich(depth, "paragraph", p.text); },
                           [&](Heading const& h) {
                               rich(depth, "heading " + std::to_string(h.level) + (h.id.empty() ? "" : " id " + h.id),
                                    h.text);
                           },
                           [&](List const& l) {
                               out_.line(depth, l.ordered ? "list from " + std::to_string(l.start) : "list");
                               for (ListItem const& item : l.items) {
                                   out_.line(depth + 1, "item");
                                   blocks(depth + 2, item.blocks);
                               }
                           },
                           [&](Quote const& q) {
                               out_.line(depth, "quote");
                               blocks(depth + 1, q.blocks);
                           },
                           [&](FigureUse const& u) { out_.line(depth, "figure " + std::to_string(u.figure)); },
                           [&](TableUse const& u) { out_.line(depth, "table " + std::to_string(u.table)); },
                           [&](PhotosUse const& u) { out_.line(depth, "photos " + std::to_string(u.group)); },
                           [&](PageBreak const&) { out_.line(depth, "page break"); },
                           [&](SetColumns const& c) { out_.line(depth, "columns " + std::to_string(c.count)); },
                           [&](Rule const&) { out_.line(depth, "rule"); },
                           [&](Roster const& roster) {
                               out_.line(depth, "roster");
                               for (RosterRow const& row : roster.rows) {
                                   rich(depth + 1, "role", row.role);
                                   rich(depth + 1, "name", row.name);
                                   rich(depth + 1, "affiliation", row.affiliation);
                               }
                           },
                           [&](Statute const& statute) {
                               static constexpr char const* kLevels[] = {"article", "paragraph", "item", "sub-item"};
                               out_.line(depth, "articles");
                               for (Clause const& c : statute.clauses) {
                                   rich(depth + 1, "title", c.title);
                                   rich(depth + 1,
                                        std::string(kLevels[static_cast<std::size_t>(c.level)]) + " " + std::to_string(c.number) +
                                            (c.branch > 0 ? "-" + std::to_string(c.branch) : "") +
                                            (c.id.empty() ? "" : " id " + c.id),
                                        c.text);
                               }
                           },
                       },
                       block.what);
    }

    void chapter(Chapter const& c) {
        static constexpr char const* kKinds[] = {"cover",   "foreword", "contents", "text",    "workshop",
                                                 "history", "essay",    "album",    "colophon"};
        out_.line(1, "chapter " + std::string(kKinds[c.kind.index()]) + " " + c.file +
                         (c.id.empty() ? "" : " id " + c.id));
        rich(2, "title", c.title);
        rich(2, "lead", c.lead);
        std::visit(overloaded{
                       [&](CoverChapter const& k) {
                           if (k.photo) figure(2, *k.photo);
                       },
                       [&](ForewordChapter const& k) {
                           field(2, "role", k.role);
                           field(2, "name", k.name);
                           if (k.date) out_.line(2, "date " + date(k.date));
                           if (k.photo) figure(2, *k.photo);
                       },
                       [&](ContentsChapter const& k) {
                           out_.line(2, "depth " + std::to_string(k.depth) + (k.figures ? " figures" : "") +
                                            (k.tables ? " tables" : ""));
                       },
                       [](TextChapter const&) {},
                       [&](WorkshopChapter const& k) {
                           if (k.number > 0) out_.line(2, "number " + std::to_string(k.number));
                           rich(2, "theme", k.theme);
                           if (k.date) out_.line(2, "date " + date(k.date));
                           field(2, "time", k.time);
                           field(2, "venue", k.venue);
                           field(2, "organizer", k.organizer);
                           field(2, "facilitator", k.facilitator);
                           field(2, "participants", k.participants);
                           for (ProgramItem const& item : k.program)
                               rich(2, "program " + item.time, item.item);
                           for (Group const& group : k.groups) {
                               out_.line(2, "group" + (group.people > 0 ? " " + std::to_string(group.people) : "") +
                                                " " + bracketed(group.name));
                               rich(3, "feature", group.feature);
                               for (RichText const& opinion : group.opinions)
                                   rich(3, "opinion", opinion);
                               blocks(3, group.body);
                           }
                           if (!k.summary.empty()) out_.line(2, "summary");
                           blocks(3, k.summary);
                           for (Figure const& photo : k.photos)
                               figure(2, photo);
                       },
                       [&](HistoryChapter const& k) {
                           for (HistoryEvent const& event : k.events)
                               rich(2, "event " + date(event.date) + (event.category.empty() ? "" : " " + event.category),
                                    event.text);
                       },
                       [&](EssayChapter const& k) {
                           field(2, "role", k.role);
                           field(2, "name", k.name);
                           field(2, "term", k.term);
                           if (k.date) out_.line(2, "date " + date(k.date));
                           if (k.portrait) figure(2, *k.portrait);
                       },
                       [&](AlbumChapter const& k) {
                           out_.line(2, "per page " + std::to_string(k.per_page));
                           for (Figure const& photo : k.photos)
                               figure(2, photo);
                       },
                       [&](ColophonChapter const& k) {
                           for (ColophonItem const& item : k.items)
                               rich(2, "item " + item.label, item.value);
                       },
                   },
                   c.kind);
        blocks(2, c.body);
        for (Figure const& f : c.figures)
            figure(2, f);
        for (PhotoGroup const& g : c.photo_groups) {
            out_.line(2, "photos" + (g.whole.id.empty() ? "" : " id " + g.whole.id));
            rich(3, "caption", g.whole.caption);
            for (Figure const& f : g.photos)
                figure(3, f);
        }
        for (Table const& t : c.tables) {
            out_.line(2, "table" + (t.id.empty() ? "" : " id " + t.id));
            rich(3, "caption", t.caption);
            for (auto const* rows : {&t.head, &t.rows})
                for (auto const& row : *rows) {
                    out_.line(3, rows == &t.head ? "head" : "row");
                    for (TableCell const& cell : row) {
                        out_.line(4, cell.columns == 0 ? "joined"
                                     : cell.columns * cell.rows == 1
                                         ? "cell"
                                         : "cell " + std::to_string(cell.columns) + " × " + std::to_string(cell.rows));
                        blocks(5, cell.blocks);
                    }
                }
            for (RichText const& note : t.notes)
                rich(3, "table-note", note);
            rich(3, "table-source", t.source);
        }
        for (Note const& note : c.notes) {
            out_.line(2, "note " + note.label);
            blocks(3, note.blocks);
        }
    }

    Out out_;
};

} // namespace

std::string document(Document const& document) { return Writer().run(document); }

} // namespace kumihan::dump
