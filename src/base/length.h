// Length: the one measure of distance, a 64-bit count of 1/65536 pt, so that sums on the grid are exact and two
// compilers agree in every dump. Em: a size relative to a font size, 1/65536 em; Em::at is the only crossing.
// This file alone holds unit factors (1 pt = 1/72 in; Q = H = 0.25 mm).
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace kumihan {

class Length {
public:
    static constexpr std::int64_t kPerPoint = 65536;

    constexpr Length() = default;
    static constexpr Length from_units(std::int64_t units) { return Length{units}; }
    static Length pt(double value) { return Length{static_cast<std::int64_t>(std::llround(value * kPerPoint))}; }
    static Length mm(double value) { return pt(value * 72.0 / 25.4); }
    static Length q(double value) { return mm(value * 0.25); }

    constexpr std::int64_t units() const { return units_; }
    constexpr double to_pt() const { return static_cast<double>(units_) / static_cast<double>(kPerPoint); }
    constexpr double to_mm() const { return to_pt() * 25.4 / 72.0; }

    constexpr auto operator<=>(Length const&) const = default;
    constexpr Length operator-() const { return Length{-units_}; }
    constexpr Length& operator+=(Length other) {
        units_ += other.units_;
        return *this;
    }
    constexpr Length& operator-=(Length other) {
        units_ -= other.units_;
        return *this;
    }
    friend constexpr Length operator+(Length a, Length b) { return Length{a.units_ + b.units_}; }
    friend constexpr Length operator-(Length a, Length b) { return Length{a.units_ - b.units_}; }
    friend constexpr Length operator*(Length a, std::int64_t n) { return Length{a.units_ * n}; }
    friend constexpr Length operator*(std::int64_t n, Length a) { return Length{a.units_ * n}; }
    friend constexpr Length operator/(Length a, std::int64_t n) { return Length{a.units_ / n}; }
    friend constexpr std::int64_t operator/(Length a, Length b) { return a.units_ / b.units_; }
    friend constexpr double ratio(Length a, Length b) {
        return static_cast<double>(a.units_) / static_cast<double>(b.units_);
    }
    Length scaled(double factor) const {
        return Length{static_cast<std::int64_t>(std::llround(static_cast<double>(units_) * factor))};
    }

private:
    constexpr explicit Length(std::int64_t units) : units_(units) {}
    std::int64_t units_ = 0;
};

class Em {
public:
    static constexpr std::int64_t kPerEm = 65536;

    constexpr Em() = default;
    static constexpr Em from_units(std::int64_t units) { return Em{units}; }
    static constexpr Em ratio(std::int64_t numerator, std::int64_t denominator) {
        return Em{numerator * kPerEm / denominator};
    }
    static Em of(double value) { return Em{static_cast<std::int64_t>(std::llround(value * kPerEm))}; }

    constexpr std::int64_t units() const { return units_; }
    constexpr double value() const { return static_cast<double>(units_) / static_cast<double>(kPerEm); }
    constexpr Length at(Length size) const { return Length::from_units(units_ * size.units() / kPerEm); }

    constexpr auto operator<=>(Em const&) const = default;
    friend constexpr Em operator+(Em a, Em b) { return Em{a.units_ + b.units_}; }
    friend constexpr Em operator-(Em a, Em b) { return Em{a.units_ - b.units_}; }
    friend constexpr Em operator*(Em a, std::int64_t n) { return Em{a.units_ * n}; }

private:
    constexpr explicit Em(std::int64_t units) : units_(units) {}
    std::int64_t units_ = 0;
};

inline constexpr Em kQuarterEm = Em::ratio(1, 4);
inline constexpr Em kHalfEm = Em::ratio(1, 2);
inline constexpr Em kThirdEm = Em::ratio(1, 3);
inline constexpr Em kOneEm = Em::ratio(1, 1);

} // namespace kumihan
