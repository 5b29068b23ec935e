// The command line: what was asked for. Nothing is opened or printed here.
#pragma once

#include "diag/print.h"
#include "driver/compile.h"
#include "driver/schema.h"

#include <optional>
#include <string>

namespace kumihan::cli {

enum class Command : std::uint8_t { Build, Check, Plan, Schema, New };

struct Arguments {
    Command command = Command::Build;
    driver::Options options;
    diag::PrintOptions print;
    bool timings = false;
    std::optional<driver::FileKind> schema; // none: all of them into `schema_folder`
    std::filesystem::path schema_folder;
    std::filesystem::path templates, new_folder;
};

struct Parsed {
    std::optional<Arguments> arguments; // none: nothing to do but print `text` and leave with `status`
    std::string text;
    int status = 0;
};

// `language`: from --lang, else from LC_ALL, LC_MESSAGES, LANG; Japanese where none of them says.
Parsed parse(int argc, char const* const* argv);

} // namespace kumihan::cli
