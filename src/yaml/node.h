// Node: our own immutable view of a YAML file. Input: one SourceFile (yaml/read.h). Output: maps, sequences and scalars
// with a Span on every key and value. Invariants: scalars stay text (`no`, `1.10` and dates are never converted here);
// duplicate keys are kept, in file order; the tree is bounded in depth (kMaxDepth) and, aliases expanded, in size.
// A Node is a small handle: copy it freely while its Tree lives. The SourceStore must outlive the Tree.
#pragma once

#include "source/span.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace kumihan::yaml {

inline constexpr int kMaxDepth = 64;

enum class Kind : std::uint8_t { Null, Scalar, Sequence, Map };
enum class ScalarStyle : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded };

// Text bytes [text_begin, text_begin + text_length) come from the source bytes at source_begin. Equal lengths: byte by
// byte; different lengths (an escape, a folded line break): the whole piece from the whole range. Pieces are ordered
// and cover the whole text.
struct SourcePiece {
    std::uint32_t text_begin = 0, text_length = 0;
    std::uint32_t source_begin = 0, source_length = 0;
    bool operator==(SourcePiece const&) const = default;
};

struct TreeData; // node.cpp, read.cpp
struct Entry;

class Node {
public:
    Node() = default; // an absent node: Null, empty span
    Node(TreeData const& tree, std::uint32_t index) : tree_(&tree), index_(index) {}

    explicit operator bool() const { return tree_ != nullptr; }
    Kind kind() const;
    bool is_null() const { return kind() == Kind::Null; } // nothing after the colon, or ~ or null
    bool is_scalar() const { return kind() == Kind::Scalar; }
    bool is_sequence() const { return kind() == Kind::Sequence; }
    bool is_map() const { return kind() == Kind::Map; }
    Span span() const;

    // Scalars (and ~, null): the value, and where its bytes come from.
    std::string_view text() const;
    ScalarStyle style() const;
    std::span<SourcePiece const> pieces() const;
    Span span_of(std::size_t text_begin, std::size_t text_end) const;

    // Sequences: elements. Maps: entries in file order.
    std::size_t size() const;
    Node at(std::size_t i) const;
    Entry entry(std::size_t i) const;

private:
    TreeData const* tree_ = nullptr;
    std::uint32_t index_ = 0;
};

struct Entry {
    Node key, value;
};

class Tree {
public:
    explicit Tree(std::unique_ptr<TreeData const> data);
    ~Tree();
    Tree(Tree&&) noexcept;
    Tree& operator=(Tree&&) noexcept;
    Node root() const;

private:
    std::unique_ptr<TreeData const> data_;
};

} // namespace kumihan::yaml

namespace kumihan {
using YamlNode = yaml::Node;
}
