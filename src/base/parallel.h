// parallel_for: calls work(i) for i in [0, count) on a few threads, each index once. Which thread takes which is left
// open, so work writes only to a place of its own and the outcome does not depend on the number of threads. The exception
// of the lowest index is thrown again. Where the system gives no more threads, those there are do all of it.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace kumihan {

inline std::size_t worker_count(int jobs) {
    return jobs > 0 ? static_cast<std::size_t>(jobs) : std::max(1u, std::thread::hardware_concurrency());
}

// `grain`: how many neighbouring indices a thread takes at a time.
template <class Work> void parallel_for(std::size_t count, int jobs, std::size_t grain, Work&& work) {
    std::size_t const parts = (count + grain - 1) / grain;
    std::size_t const threads = std::min(worker_count(jobs), parts);
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::size_t failed_at = count;
    std::exception_ptr failure;
    auto run = [&] {
        for (std::size_t part; (part = next.fetch_add(1)) < parts;) {
            std::size_t i = part * grain;
            try {
                for (std::size_t const end = std::min(count, i + grain); i < end; ++i) work(i);
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
    if (threads > 1) others.reserve(threads - 1);
    try {
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
    } catch (std::system_error const&) {
    }
    run();
    for (auto& thread : others) thread.join();
    if (failure) std::rethrow_exception(failure);
}

} // namespace kumihan
