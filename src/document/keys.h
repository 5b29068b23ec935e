// The keys of every object in a plan, each once: English and Japanese name, type, choices, range, and a line of
// explanation in both languages. read.cpp decodes by these tables, schema.cpp and the editors' guide are made from
// them.
#pragma once

#include "yaml/decode.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace kumihan::document::keys {

// In the order of Chapter::kind's alternatives.
enum class Kind : std::uint8_t { Cover, Foreword, Contents, Text, Workshop, History, Essay, Album, Colophon };
std::span<yaml::Name const> kinds();

yaml::Fields plan();
yaml::Fields common();      // every chapter file
yaml::Fields of_kind(Kind); // beside the common ones; empty for none

yaml::Fields section();
yaml::Fields figure();
yaml::Fields photo_group();
yaml::Fields table();
yaml::Fields table_column();
yaml::Fields table_cell();
yaml::Fields program_item();
yaml::Fields group();
yaml::Fields history_event();
yaml::Fields colophon_item();

std::span<yaml::Name const> reference_forms(); // in the order of RefForm

// [text]{name}
enum class InlineName : std::uint8_t { Sideline, DoubleLine, DottedLine, WavyLine, Warichu, Superior, Inferior };
std::span<yaml::Name const> inline_names(); // in the order of InlineName

// All objects by name, for schema and documentation.
struct Object {
    std::string_view english, japanese;
    yaml::Fields fields;
};
std::span<Object const> objects();

} // namespace kumihan::document::keys
