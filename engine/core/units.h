#pragma once

// Distances as types. Nothing outside this header converts between units by hand.

#include <cmath>
#include <compare>
#include <cstdint>

namespace waypost {

// A distance in whole millimetres: what the engine compares and sorts, so that every kernel agrees
// to the last digit (engine/query/QUERY.md, "Place").
class Millimetres {
 public:
  constexpr Millimetres() = default;
  constexpr explicit Millimetres(std::int64_t value) : value_(value) {}
  constexpr std::int64_t value() const { return value_; }
  friend constexpr auto operator<=>(Millimetres, Millimetres) = default;

 private:
  std::int64_t value_ = 0;
};

// A distance in metres, as asked by a person or shown to one.
class Metres {
 public:
  constexpr Metres() = default;
  constexpr explicit Metres(double value) : value_(value) {}
  constexpr double value() const { return value_; }
  friend constexpr auto operator<=>(Metres, Metres) = default;

  // Half away from zero.
  Millimetres ToMillimetres() const { return Millimetres(std::llround(value_ * 1000.0)); }

 private:
  double value_ = 0;
};

// The international mile.
inline constexpr double kMetresPerMile = 1609.344;

// Whole metres for display; half away from zero.
constexpr std::int64_t WholeMetres(Millimetres distance) { return (distance.value() + 500) / 1000; }

}  // namespace waypost
