// Work on many photos at once within a bound of memory.
// Input: a count and a function of the index. Invariants: the function is called once per index and must not throw;
// `end` is called by each helper thread before it ends; the caller's thread works too.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace kumihan::image {

// Lets work begin while the memory it expects fits under the bound; work above the bound runs when it is alone.
class MemoryGate {
public:
    explicit MemoryGate(std::int64_t bound) : bound_(bound) {}

    class Pass {
    public:
        Pass(MemoryGate& gate, std::int64_t bytes) : gate_(gate), bytes_(std::min(bytes, gate.bound_)) {
            std::unique_lock lock(gate_.mutex_);
            gate_.freed_.wait(lock, [&] { return gate_.used_ + bytes_ <= gate_.bound_; });
            gate_.used_ += bytes_;
        }
        ~Pass() {
            {
                std::lock_guard lock(gate_.mutex_);
                gate_.used_ -= bytes_;
            }
            gate_.freed_.notify_all();
        }
        Pass(Pass const&) = delete;
        Pass& operator=(Pass const&) = delete;

    private:
        MemoryGate& gate_;
        std::int64_t bytes_;
    };

private:
    std::int64_t bound_, used_ = 0;
    std::mutex mutex_;
    std::condition_variable freed_;
};

template <class Work, class End> void run_parallel(std::size_t count, int jobs, Work work, End end) {
    std::atomic<std::size_t> next{0};
    auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
        end();
    };
    std::size_t const wanted = jobs > 0 ? static_cast<std::size_t>(jobs) : std::thread::hardware_concurrency();
    std::vector<std::thread> helpers;
    for (std::size_t i = 1; i < std::min(wanted, count); ++i)
        helpers.emplace_back(run);
    run();
    for (auto& helper : helpers)
        helper.join();
}

} // namespace kumihan::image
