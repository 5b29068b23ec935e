// Field readers: a map node and the table of its fields -> values, with every problem reported at its place and a
// usable default returned. Every key and every choice has an English and a Japanese name; messages use the one the
// editor wrote. Constructing an ObjectReader reports what is not a map, unknown keys (with the nearest known one) and
// duplicates.
//
//   constexpr Field kFields[] = {{"title", "題名", FieldType::Text, "…", "…", .required = true}, …};
//   ObjectReader r(node, {kFields}, sink);
//   std::string title = r.text("title");
//
// Fields are named by their English key in code; a name that is not in the table is a mistake of the program
// (asserted).
#pragma once

#include "diag/sink.h"
#include "yaml/node.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kumihan::yaml {

// Prose: text with the block markup; Text: one line with or without inline markup; Plain: a name, path or time, as it
// is.
enum class FieldType : std::uint8_t {
    Plain,
    Text,
    Prose,
    Integer,
    Number,
    Bool,
    Date,
    Choice,
    PlainList,
    TextList,
    Object,
    ObjectList,
    TextTable,
    CellRows,  // one row of cells, or several; a cell is text or an object
    CellTable, // rows of cells
    Any
};

struct Name {
    std::string_view english, japanese;
};

struct Field;
using Fields = std::span<Field const>;

struct Field {
    std::string_view english, japanese;
    FieldType type = FieldType::Any;
    std::string_view doc_ja = {}, doc_en = {};
    bool required = false;
    std::span<Name const> choices = {}; // Choice: the value is the index
    Fields object = {};                 // Object, ObjectList: the fields within
    double low = 0, high = 0;           // Integer, Number: allowed range where low < high
};

class ObjectReader {
public:
    // `name`: what messages call the object where it has no key of its own (an element of a list, a file).
    ObjectReader(Node node, std::initializer_list<Fields> fields, diag::Sink& sink, std::string_view name = {});
    // `elsewhere`: fields that objects of another kind have: such a key is said to be out of place in `here`.
    struct Elsewhere {
        std::span<Fields const> fields;
        std::string_view here;
    };
    ObjectReader(Node node, std::span<Fields const> fields, diag::Sink& sink, std::string_view name,
                 Elsewhere elsewhere);

    Node node() const { return node_; }
    diag::Sink& sink() const { return *sink_; }
    Span span() const { return node_.span(); }

    // The value node as written; absent where the key is absent. has(): present and not null.
    Node value(std::string_view english) const;
    bool has(std::string_view english) const { return value(english) && !value(english).is_null(); }
    // The key as the editor wrote it; where absent, both names, "title（題名）", or the Japanese one among Japanese keys.
    std::string key(std::string_view english) const;
    Span key_span(std::string_view english) const; // the object's span where the key is absent
    bool misspelt(std::string_view english) const; // absent, and an unknown key was said to mean it

    // Each returns the fallback where the key is absent or its value unusable (reported). Required keys that are absent
    // are reported at construction.
    std::string text(std::string_view english, std::string_view fallback = {}) const;
    int integer(std::string_view english, int fallback = 0) const;
    double number(std::string_view english, double fallback = 0) const;
    bool boolean(std::string_view english, bool fallback = false) const;
    std::optional<bool> optional_boolean(std::string_view english) const;
    template <class E> E choice(std::string_view english, E fallback) const {
        auto const index = choice_index(english);
        return index ? static_cast<E>(*index) : fallback;
    }
    std::optional<std::size_t> choice_index(std::string_view english) const;
    // Elements of a list; a single value in place of a list counts as a list of one. Empty where absent.
    std::vector<Node> list(std::string_view english) const;
    std::vector<std::string> text_list(std::string_view english) const;
    // Map node of an object field; absent node where the key is absent or is no map (reported).
    Node object(std::string_view english) const;
    std::vector<Node> object_list(std::string_view english) const; // elements that are maps; others are reported

private:
    struct Slot {
        Field const* field;
        Node key, value;
        bool misspelt = false; // an unknown key has this one for its nearest: one problem, not two
    };
    void open(std::span<Fields const> fields, std::string_view name, Elsewhere elsewhere);
    Slot const& slot(std::string_view english) const;
    std::string absent_name(Slot const& absent) const;

    Node node_;
    diag::Sink* sink_;
    std::vector<Slot> slots_;
};

// The same readings for a node outside a table, with the key that messages name.
std::optional<std::string> as_text(Node node, std::string_view key, diag::Sink& sink);
std::optional<double> as_number(Node node, std::string_view key, diag::Sink& sink);
std::optional<bool> as_bool(Node node, std::string_view key, diag::Sink& sink);
std::optional<std::size_t> as_choice(Node node, std::string_view key, std::span<Name const> choices, diag::Sink& sink);

// The index of the choice that a text names in either language, letter case apart.
std::optional<std::size_t> find_choice(std::span<Name const> choices, std::string_view text);

// The candidate nearest to a misspelt word (Damerau distance in code points, at most a third of its length); else the
// shortest that begins with the word, else that contains it; or empty.
std::string_view nearest(std::string_view word, std::span<std::string_view const> candidates);

} // namespace kumihan::yaml
