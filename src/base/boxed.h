// Boxed<T>: a T or nothing, like std::optional<T>, but kept on the heap. Copies are deep; T must be complete where a value
// is made, copied or destroyed. Reason: a part that most holders lack must not make all of them large. With the parts of
// a styled block held in place, a block took 2.4 KB, and styling a long text was a matter of page faults.
#pragma once

#include <memory>
#include <utility>

namespace kumihan {

template <class T> class Boxed {
public:
    Boxed() = default;
    // Not explicit: a value is assigned as to std::optional.
    Boxed(T value) : held_(std::make_unique<T>(std::move(value))) {}
    Boxed(Boxed const& other) : held_(copy(other)) {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(Boxed const& other) {
        if (this != &other) held_ = copy(other);
        return *this;
    }
    Boxed& operator=(Boxed&&) noexcept = default;
    ~Boxed() = default;

    explicit operator bool() const { return held_ != nullptr; }
    bool has_value() const { return held_ != nullptr; }
    T& operator*() { return *held_; }
    T const& operator*() const { return *held_; }
    T* operator->() { return held_.get(); }
    T const* operator->() const { return held_.get(); }

    template <class... Parts> T& emplace(Parts&&... parts) {
        held_ = std::make_unique<T>(T{std::forward<Parts>(parts)...});
        return *held_;
    }
    void reset() { held_.reset(); }

private:
    static std::unique_ptr<T> copy(Boxed const& other) {
        return other.held_ ? std::make_unique<T>(*other.held_) : nullptr;
    }

    std::unique_ptr<T> held_;
};

} // namespace kumihan
