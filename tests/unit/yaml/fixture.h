// One YAML text in a store, read; problems as "line:column Name" for short comparisons.
#pragma once

#include "diag/sink.h"
#include "source/source_store.h"
#include "yaml/read.h"

#include <optional>
#include <string>
#include <vector>

struct Yaml {
    kumihan::SourceStore store;
    kumihan::diag::Sink sink;
    kumihan::FileId file;
    std::optional<kumihan::yaml::Tree> tree;

    explicit Yaml(std::string text) {
        file = store.add("a.yaml", std::move(text));
        tree = kumihan::yaml::read(file, store, sink);
    }

    kumihan::yaml::Node root() const { return tree ? tree->root() : kumihan::yaml::Node{}; }

    // The value of a key of the root.
    kumihan::yaml::Node operator[](std::string_view key) const {
        for (std::size_t i = 0; i < root().size(); ++i)
            if (root().entry(i).key.text() == key) return root().entry(i).value;
        return {};
    }

    std::string place(kumihan::Span span) const {
        auto const at = store.place(span);
        return std::to_string(at.line) + ":" + std::to_string(at.column);
    }
    std::string source(kumihan::Span span) const { return std::string{store.text(span)}; }

    std::vector<std::string> problems() const {
        std::vector<std::string> out;
        for (auto const& one : sink.take_ordered(1000).shown)
            out.push_back(place(one.span) + " " + std::string{kumihan::diag::info(one.code).name});
        return out;
    }
};

using Problems = std::vector<std::string>;
