// parallel_for: calls work(i) for i in [0, count) from a few threads. Each index is done once; results must go to
// places of their own, so that the outcome does not depend on the number of threads. The first exception is thrown
// again.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace kumihan {

inline int worker_count(int jobs) {
    if (jobs > 0) return jobs;
    return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 64u));
}

// `grain`: how many neighbouring indices a thread takes at a time.
template <class Work> void parallel_for(std::size_t count, int jobs, std::size_t grain, Work&& work) {
    std::size_t const parts = (count + grain - 1) / grain;
    std::size_t const threads = std::min<std::size_t>(static_cast<std::size_t>(worker_count(jobs)), parts);
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failure_mutex;
    auto run = [&] {
        for (std::size_t part; (part = next.fetch_add(1)) < parts;) {
            try {
                std::size_t const end = std::min(count, (part + 1) * grain);
                for (std::size_t i = part * grain; i < end; ++i)
                    work(i);
            } catch (...) {
                std::lock_guard lock(failure_mutex);
                if (!failure) failure = std::current_exception();
                next = parts;
            }
        }
    };
    std::vector<std::thread> pool;
    for (std::size_t i = 1; i < threads; ++i)
        pool.emplace_back(run);
    run();
    for (auto& thread : pool)
        thread.join();
    if (failure) std::rethrow_exception(failure);
}

} // namespace kumihan
