#include "yaml/node.h"

#include "yaml/tree_data.h"

#include <algorithm>
#include <utility>

namespace kumihan::yaml {

Tree::Tree(std::unique_ptr<TreeData const> data) : data_(std::move(data)) {}
Tree::~Tree() = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Node Tree::root() const { return {*data_, data_->root}; }

Kind Node::kind() const { return tree_ ? tree_->nodes[index_].kind : Kind::Null; }

Span Node::span() const {
    if (!tree_) return {};
    auto const& data = tree_->nodes[index_];
    return {tree_->file, data.begin, data.end};
}

std::string_view Node::text() const { return tree_ ? tree_->nodes[index_].text : std::string_view{}; }

ScalarStyle Node::style() const { return tree_ ? tree_->nodes[index_].style : ScalarStyle::Plain; }

std::span<SourcePiece const> Node::pieces() const {
    if (!tree_) return {};
    auto const& data = tree_->nodes[index_];
    return std::span{tree_->pieces}.subspan(data.first_piece, data.piece_count);
}

Span Node::span_of(std::size_t text_begin, std::size_t text_end) const {
    auto const all = pieces();
    if (all.empty()) return span();
    auto piece_at = [&](std::size_t at) {
        auto const next = std::upper_bound(all.begin(), all.end(), at, [](std::size_t value, SourcePiece const& piece) {
            return value < piece.text_begin;
        });
        return next == all.begin() ? all.front() : *(next - 1);
    };
    auto const first = piece_at(text_begin);
    auto const last = piece_at(text_end > text_begin ? text_end - 1 : text_begin);
    auto offset = [](SourcePiece const& piece, std::size_t at, bool end) {
        if (piece.text_length != piece.source_length) return piece.source_begin + (end ? piece.source_length : 0);
        auto const into = std::min<std::size_t>(at > piece.text_begin ? at - piece.text_begin : 0, piece.text_length);
        return piece.source_begin + static_cast<std::uint32_t>(into);
    };
    auto const begin = offset(first, text_begin, false);
    auto const end = text_end > text_begin ? offset(last, text_end, true) : begin;
    return {tree_->file, begin, std::max(begin, end)};
}

std::size_t Node::size() const {
    if (!tree_) return 0;
    auto const& data = tree_->nodes[index_];
    return data.kind == Kind::Map ? data.link_count / 2 : data.link_count;
}

Node Node::at(std::size_t i) const { return {*tree_, tree_->links[tree_->nodes[index_].first_link + i]}; }

Entry Node::entry(std::size_t i) const {
    auto const first = tree_->nodes[index_].first_link + 2 * i;
    return {Node{*tree_, tree_->links[first]}, Node{*tree_, tree_->links[first + 1]}};
}

} // namespace kumihan::yaml
