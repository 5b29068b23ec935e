// A fuzz target: any bytes in, nothing out; a crash, a failed check, or too much time or memory is the find.
// Built with KUMIHAN_FUZZ and Clang it is libFuzzer's; built otherwise, replay.cpp feeds it the seeds and past
// crashers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

// Holds in every build, other than assert().
#define FUZZ_CHECK(condition)                                                                                          \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition);                             \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)
