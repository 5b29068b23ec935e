#include "pdf/tree.h"

#include "pdf/syntax.h"

#include <algorithm>

namespace kumihan::pdf {
namespace {

constexpr std::size_t kFanOut = 64;

void put_key(std::string& out, std::int64_t key) { put_integer(out, key); }
void put_key(std::string& out, std::string const& key) { put_bytes(out, key); }

template <class Key>
Ref write_tree(Store& store, std::vector<std::pair<Key, std::string>> const& entries, char const* leaf_key) {
    struct Node {
        Ref ref;
        std::size_t first, last; // entries below
    };
    auto const put_limits = [&](std::string& out, std::size_t first, std::size_t last) {
        out += "/Limits[";
        put_key(out, entries[first].first);
        out += ' ';
        put_key(out, entries[last].first);
        out += ']';
    };
    auto const leaf = [&](std::size_t begin, std::size_t end) {
        std::string out = leaf_key;
        out += '[';
        for (std::size_t i = begin; i < end; ++i) {
            put_key(out, entries[i].first);
            out += ' ';
            out += entries[i].second;
            out += '\n';
        }
        return out + ']';
    };
    if (entries.size() <= kFanOut) return store.add(leaf(0, entries.size())); // the root alone: it has no Limits

    std::vector<Node> nodes;
    for (std::size_t begin = 0; begin < entries.size(); begin += kFanOut) {
        std::size_t const end = std::min(begin + kFanOut, entries.size());
        std::string body = leaf(begin, end);
        put_limits(body, begin, end - 1);
        nodes.push_back({store.add(std::move(body)), begin, end - 1});
    }
    while (true) {
        std::vector<Node> above;
        for (std::size_t begin = 0; begin < nodes.size(); begin += kFanOut) {
            std::size_t const end = std::min(begin + kFanOut, nodes.size());
            std::string body = "/Kids[";
            for (std::size_t i = begin; i < end; ++i) {
                put_ref(body, nodes[i].ref);
                body += ' ';
            }
            body += ']';
            if (nodes.size() > kFanOut) put_limits(body, nodes[begin].first, nodes[end - 1].last);
            above.push_back({store.add(std::move(body)), nodes[begin].first, nodes[end - 1].last});
        }
        if (above.size() == 1) return above.front().ref;
        nodes = std::move(above);
    }
}

} // namespace

Ref write_number_tree(Store& store, std::vector<std::pair<std::int64_t, std::string>> const& entries) {
    return write_tree(store, entries, "/Nums");
}
Ref write_name_tree(Store& store, std::vector<std::pair<std::string, std::string>> const& entries) {
    return write_tree(store, entries, "/Names");
}

} // namespace kumihan::pdf
