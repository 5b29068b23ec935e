#include "spec/font_stacks.h"

#include "spec/fields.h"

#include <algorithm>

namespace kumihan::spec {
namespace {

using yaml::Node;
using yaml::ObjectReader;

class StackReader : private ValueReader {
public:
    StackReader(FontFolders const& folders, FileLoader const& loader, LayoutSpec& spec, diag::Sink& sink)
        : ValueReader(sink), folders_(folders), loader_(loader), spec_(spec) {}

    void read(Node node) {
        if (!node.is_map()) return;
        for (std::size_t i = 0; i < node.size(); ++i) {
            auto const entry = node.entry(i);
            std::string const name(entry.key.text());
            ObjectReader r(entry.value, {yaml::Fields(kStackFields)}, sink_, name);
            auto found =
                std::find_if(spec_.stacks.begin(), spec_.stacks.end(), [&](auto const& s) { return s.name == name; });
            if (found == spec_.stacks.end()) {
                spec_.stacks.push_back({name, {}, {}, {}, {}, {}, entry.key.span()});
                found = spec_.stacks.end() - 1;
            }
            auto faces = [&](std::string_view key, std::vector<FaceSpec>& out) {
                if (!r.has(key)) return;
                out.clear();
                for (Node const one : r.list(key))
                    out.push_back(face(one));
            };
            faces("japanese", found->japanese);
            faces("latin", found->latin);
            faces("emoji", found->emoji);
            faces("fallback", found->fallback);
            faces("ruby", found->ruby);
        }
    }

private:
    FaceSpec face(Node node) {
        FaceSpec out;
        out.span = node.span();
        std::string file;
        if (node.is_map()) {
            ObjectReader r(node, {yaml::Fields(kFaceFields)}, sink_, "fonts");
            file = r.text("file");
            out.index = static_cast<unsigned>(r.integer("index", 0));
            out.scale = r.number("scale", 1.0);
            out.centre_in_em = r.boolean("centre", false);
        } else if (auto const text = yaml::as_text(node, "fonts", sink_)) {
            file = *text;
        }
        std::filesystem::path const path(file);
        if (path.is_absolute())
            out.file = path;
        else if (loader_.is_file(folders_.layout / path))
            out.file = folders_.layout / path;
        else
            out.file = folders_.fonts / path;
        return out;
    }

    FontFolders const& folders_;
    FileLoader const& loader_;
    LayoutSpec& spec_;
};

} // namespace

void read_font_stacks(Node node, FontFolders const& folders, FileLoader const& loader, LayoutSpec& spec,
                      diag::Sink& sink) {
    StackReader(folders, loader, spec, sink).read(node);
}

} // namespace kumihan::spec
