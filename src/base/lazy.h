// Lazy<T>: a value made at the first get(), by whichever thread comes first. Later calls cost one load; std::call_once
// alone costs a call each time, which counts where it is asked for every letter.
#pragma once

#include <atomic>
#include <mutex>

namespace kumihan {

template <class T> class Lazy {
public:
    template <class Make> T const& get(Make const& make) const {
        if (!ready_.load(std::memory_order_acquire))
            std::call_once(once_, [&] {
                value_ = make();
                ready_.store(true, std::memory_order_release);
            });
        return value_;
    }

private:
    mutable std::atomic<bool> ready_{false};
    mutable std::once_flag once_;
    mutable T value_{};
};

} // namespace kumihan
