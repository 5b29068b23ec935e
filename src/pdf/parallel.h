// parallel: task(0) … task(count-1), each once, on up to `jobs` threads. Which thread runs which is left open, so a
// task writes only to its own place. The exception of the lowest index is thrown again.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace kumihan::pdf {

template <class Task> void parallel(std::size_t count, int jobs, Task&& task) {
    std::size_t threads = jobs > 0 ? static_cast<std::size_t>(jobs) : std::max(1u, std::thread::hardware_concurrency());
    threads = std::min(threads, count);
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::size_t failed_at = count;
    std::exception_ptr failure;
    auto const work = [&] {
        for (std::size_t i; (i = next.fetch_add(1)) < count;) {
            try {
                task(i);
            } catch (...) {
                std::lock_guard const lock(mutex);
                if (i < failed_at) {
                    failed_at = i;
                    failure = std::current_exception();
                }
            }
        }
    };
    std::vector<std::thread> others;
    others.reserve(threads);
    try {
        for (std::size_t i = 1; i < threads; ++i)
            others.emplace_back(work);
    } catch (std::system_error const&) {
    } // no more threads to be had: those there are do it
    work();
    for (auto& other : others)
        other.join();
    if (failure) std::rethrow_exception(failure);
}

} // namespace kumihan::pdf
