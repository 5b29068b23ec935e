#include "yaml/read.h"

#include "base/utf8.h"
#include "yaml/prescan.h"
#include "yaml/scalar.h"
#include "yaml/tree_data.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace kumihan::yaml {
namespace {

using diag::Code;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Refused {
    Code code;
    std::uint32_t at;
    std::vector<std::string> args;
};

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// yaml-cpp stops at some control characters and changes others: none has a place in a report.
std::optional<std::size_t> first_control(std::string_view bytes) {
    auto const found = std::find_if(bytes.begin(), bytes.end(), [](char c) {
        auto const byte = static_cast<std::uint8_t>(c);
        return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
    });
    return found == bytes.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - bytes.begin())};
}

std::string hex(std::uint8_t byte) {
    char digits[3] = {};
    std::to_chars(digits, digits + 2, byte, 16);
    std::string text = digits;
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
    return (text.size() < 2 ? "0x0" : "0x") + text;
}

// What "\x00" and its like leave in a text.
void refuse_escaped_control(std::string_view text, std::uint32_t at) {
    auto const control = first_control(text);
    if (!control && !utf8::first_invalid(text)) return;
    throw Refused{Code::YamlControlCharacter, at, {control ? hex(static_cast<std::uint8_t>(text[*control])) : "\\u…"}};
}

// Builds TreeData from yaml-cpp's events. Marks are buffer offsets; everything kept is a source offset.
class Builder final : public YAML::EventHandler {
public:
    Builder(std::string_view source, FileId file, Prescan const& prescan)
        : source_(source), prescan_(prescan), tree_(std::make_unique<TreeData>()) {
        tree_->file = file;
        tree_->nodes.reserve(256);
    }

    std::unique_ptr<TreeData> take() { return std::move(tree_); }
    bool has_root() const { return has_root_; }

    void OnDocumentStart(YAML::Mark const&) override {}
    void OnDocumentEnd() override {}

    void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
        NodeData node;
        auto const at = content_at(mark);
        auto const word = source_.substr(at.source, 4);
        if (word.starts_with('~'))
            node.text = source_.substr(at.source, 1);
        else if (word == "null" || word == "Null" || word == "NULL")
            node.text = word;
        // An empty value stands after its key's colon or its dash, not at the next token, where yaml-cpp marks it.
        node.begin = node.text.empty() ? std::min(empty_place(), at.source) : at.source;
        node.end = node.begin + static_cast<std::uint32_t>(node.text.size());
        last_end_ = std::max(last_end_, node.end);
        if (!node.text.empty()) {
            node.first_piece = static_cast<std::uint32_t>(tree_->pieces.size());
            node.piece_count = 1;
            tree_->pieces.push_back({0, node.end - node.begin, node.begin, node.end - node.begin});
        }
        add(node, anchor);
    }

    void OnScalar(YAML::Mark const& mark, std::string const&, YAML::anchor_t anchor,
                  std::string const& value) override {
        NodeData node;
        node.kind = Kind::Scalar;
        auto const at = content_at(mark);
        if (auto const* const held = prescan_.held_at(at.buffer))
            set_scalar(node, held->scalar, held->scalar.text);
        else
            set_scalar(node, align_scalar(source_, at.source, value), value);
        if (node.style == ScalarStyle::DoubleQuoted) refuse_escaped_control(node.text, at.source);
        node.weight = 1 + node.text.size() / 64;
        last_end_ = std::max(last_end_, node.end);
        add(node, anchor);
    }

    void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override {
        auto const at = prescan_.source_of(static_cast<std::size_t>(mark.pos));
        auto const found = anchors_.find(anchor);
        if (found == anchors_.end()) throw Refused{Code::YamlAliasBomb, at, {}}; // an alias within its own anchor
        NodeData node = tree_->nodes[found->second];                             // a copy that shares the children
        expansion_ += node.weight;
        if (expansion_ > kMaxExpansion) throw Refused{Code::YamlAliasBomb, at, {}};
        node.begin = at;
        node.end = at + 1;
        while (node.end < source_.size() && !is_white(source_[node.end]) &&
               std::string_view{",]}"}.find(source_[node.end]) == std::string_view::npos)
            ++node.end;
        last_end_ = std::max(last_end_, node.end);
        add(node, 0);
    }

    void OnSequenceStart(YAML::Mark const& mark, std::string const&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(Kind::Sequence, mark, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(YAML::Mark const& mark, std::string const&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(Kind::Map, mark, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        NodeData node;
        YAML::anchor_t anchor;
        std::vector<std::uint32_t> children;
    };
    struct At {
        std::size_t buffer;
        std::uint32_t source;
    };

    // yaml-cpp marks a node at its anchor or tag: step over them to the content.
    At content_at(YAML::Mark const& mark) const {
        auto const& buffer = prescan_.buffer;
        auto at = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), buffer.size());
        while (at < buffer.size() && (buffer[at] == '&' || buffer[at] == '!')) {
            while (at < buffer.size() && !is_white(buffer[at]))
                ++at;
            while (at < buffer.size() && is_white(buffer[at]))
                ++at;
        }
        return {at, static_cast<std::uint32_t>(std::min<std::size_t>(prescan_.source_of(at), source_.size()))};
    }

    std::uint32_t empty_place() {
        auto at = last_end_;
        if (!open_.empty() && open_.back().node.kind == Kind::Sequence) {
            while (at < source_.size() && is_white(source_[at]))
                ++at;
            if (at < source_.size() && source_[at] == '-') last_end_ = at + 1;
            return at;
        }
        while (at < source_.size() && (source_[at] == ' ' || source_[at] == ':'))
            ++at;
        while (at > last_end_ && source_[at - 1] == ' ')
            --at;
        return at;
    }

    void set_scalar(NodeData& node, ScalarText const& scalar, std::string_view value) {
        node.style = scalar.style;
        node.begin = scalar.begin;
        node.end = scalar.end;
        node.first_piece = static_cast<std::uint32_t>(tree_->pieces.size());
        node.piece_count = static_cast<std::uint32_t>(scalar.pieces.size());
        tree_->pieces.insert(tree_->pieces.end(), scalar.pieces.begin(), scalar.pieces.end());
        bool const verbatim =
            scalar.pieces.size() == 1 && scalar.pieces[0].text_length == scalar.pieces[0].source_length;
        node.text = verbatim ? source_.substr(scalar.pieces[0].source_begin, value.size())
                             : std::string_view{tree_->strings.emplace_back(value)};
    }

    void open(Kind kind, YAML::Mark const& mark, YAML::anchor_t anchor) {
        auto const at = content_at(mark);
        if (open_.size() >= static_cast<std::size_t>(kMaxDepth))
            throw Refused{Code::YamlTooDeep, at.source, {std::to_string(kMaxDepth)}};
        NodeData node;
        node.kind = kind;
        node.begin = node.end = at.source;
        open_.push_back({node, anchor, {}});
    }

    void close() {
        auto done = std::move(open_.back());
        open_.pop_back();
        done.node.first_link = static_cast<std::uint32_t>(tree_->links.size());
        done.node.link_count = static_cast<std::uint32_t>(done.children.size());
        tree_->links.insert(tree_->links.end(), done.children.begin(), done.children.end());
        for (auto const child : done.children) {
            done.node.end = std::max(done.node.end, tree_->nodes[child].end);
            done.node.weight += tree_->nodes[child].weight;
        }
        char const first = done.node.begin < source_.size() ? source_[done.node.begin] : ' ';
        if (first == '[' || first == '{') { // a flow collection ends at its bracket
            auto end = std::max(done.node.end, done.node.begin + 1);
            while (end < source_.size() && (is_white(source_[end]) || source_[end] == ','))
                ++end;
            if (end < source_.size() && (source_[end] == ']' || source_[end] == '}')) done.node.end = end + 1;
        }
        last_end_ = std::max(last_end_, done.node.end);
        add(done.node, done.anchor);
    }

    void add(NodeData const& node, YAML::anchor_t anchor) {
        auto const index = static_cast<std::uint32_t>(tree_->nodes.size());
        tree_->nodes.push_back(node);
        if (anchor != 0) anchors_[anchor] = index;
        if (open_.empty()) {
            tree_->root = index;
            has_root_ = true;
        } else {
            open_.back().children.push_back(index);
        }
    }

    std::string_view source_;
    Prescan const& prescan_;
    std::unique_ptr<TreeData> tree_;
    std::vector<Open> open_;
    std::unordered_map<YAML::anchor_t, std::uint32_t> anchors_;
    std::uint64_t expansion_ = 0;
    std::uint32_t last_end_ = 0;
    bool has_root_ = false;
};

bool only_comments(std::string_view bytes) {
    bool comment = false;
    for (char const c : bytes) {
        if (c == '#') comment = true;
        if (c == '\n') comment = false;
        if (!comment && !is_white(c)) return false;
    }
    return true;
}

// From a place to the end of its line, or less of it: a message needs no more than a few words.
Span rest_of_line(std::string_view source, FileId file, std::uint32_t at) {
    auto end = at;
    while (end < source.size() && end - at < 60 && source[end] != '\n' && source[end] != '\r')
        end += utf8::decode(source, end).length;
    return {file, at, static_cast<std::uint32_t>(std::min<std::size_t>(end, source.size()))};
}

} // namespace

std::optional<Tree> read(FileId file, SourceStore const& store, diag::Sink& sink) {
    auto const source = store.bytes(file);
    auto span = [&](std::size_t at, std::size_t length) {
        return Span{file, static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(std::min(at + length, source.size()))};
    };
    if (auto const bad = utf8::first_invalid(source)) {
        sink.report(Code::YamlBadUtf8, span(*bad, 1), {hex(static_cast<std::uint8_t>(source[*bad]))});
        return std::nullopt;
    }
    if (auto const control = first_control(source)) {
        sink.report(Code::YamlControlCharacter, span(*control, 1), {hex(static_cast<std::uint8_t>(source[*control]))});
        return std::nullopt;
    }
    std::uint32_t const begin = source.starts_with(kByteOrderMark) ? 3 : 0;
    if (only_comments(source.substr(begin))) {
        sink.report(Code::FileEmpty, span(0, 0), {std::string{store.name(file)}});
        return std::nullopt;
    }

    auto const scanned = prescan(source, begin, file, sink);
    if (!scanned.readable) return std::nullopt;

    Builder builder(source, file, scanned);
    try {
        std::istringstream input(scanned.buffer);
        YAML::Parser parser(input);
        parser.HandleNextDocument(builder);
    } catch (Refused const& refused) {
        sink.report(refused.code, rest_of_line(source, file, refused.at), refused.args);
        return std::nullopt;
    } catch (YAML::Exception const& error) {
        auto const at = std::min<std::size_t>(scanned.source_of(static_cast<std::size_t>(std::max(error.mark.pos, 0))),
                                              source.size());
        // What follows a mended accident may be its consequence; the accident alone is said.
        if (at < scanned.first_accident) {
            bool const structure = error.msg.find("end of") != std::string::npos ||
                                   error.msg.find("illegal map value") != std::string::npos ||
                                   error.msg.find("illegal block entry") != std::string::npos;
            auto const where = rest_of_line(source, file, static_cast<std::uint32_t>(at));
            bool const escape = error.msg.find("escape character") != std::string::npos ||
                                error.msg.find("hex number") != std::string::npos ||
                                error.msg.find("unicode") != std::string::npos;
            if (structure)
                sink.report(Code::YamlIndent, where);
            else if (escape)
                sink.report(Code::YamlEscape, where);
            else if (error.msg.find("anchor is not defined") != std::string::npos)
                sink.report(Code::YamlAliasUnknown, where, {std::string{store.text(where)}});
            else
                sink.report(Code::YamlSyntax, where, {error.msg});
        }
        return std::nullopt;
    }
    if (!builder.has_root()) {
        sink.report(Code::FileEmpty, span(0, 0), {std::string{store.name(file)}});
        return std::nullopt;
    }
    return Tree{builder.take()};
}

} // namespace kumihan::yaml
