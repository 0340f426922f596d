#include "engine/geo/haversine_kernel.h"

#include <algorithm>

namespace waypost {
namespace {

// sin^2(x) for |x| < 0.049: the next term is below 5e-15 of the value.
inline __attribute__((always_inline)) double SinSquared(double x) {
  const double xx = x * x;
  return xx * (1 + xx * (-1.0 / 3 + xx * (2.0 / 45 - xx / 315)));
}

// cos(a + d) from cos(a) and sin(a): off by less than 1e-15 for |d| < 0.049, 1e-13 for 0.098.
inline __attribute__((always_inline)) double CosOfSum(double cos_a, double sin_a, double d) {
  const double dd = d * d;
  const double cos_d = 1 + dd * (-1.0 / 2 + dd * (1.0 / 24 - dd / 720));
  const double sin_d = d * (1 + dd * (-1.0 / 6 + dd * (1.0 / 120 - dd / 5040)));
  return cos_a * cos_d - sin_a * sin_d;
}

// At most `most` in either direction. Differences of longitudes may wrap around: then they are far
// beyond any `most` still.
inline __attribute__((always_inline)) double Step(std::int32_t from, std::int32_t to,
                                                  std::int32_t most) {
  const auto step =
      static_cast<std::int32_t>(static_cast<std::uint32_t>(to) - static_cast<std::uint32_t>(from));
  return static_cast<double>(std::min(std::max(step, -most), most)) * kRadiansPerE7;
}

// The same operations in the same order for every instruction set, so the same bits. Without
// branches, so that a compiler can do several points at a time.
inline __attribute__((always_inline)) void Measure(const HaversineCentre& centre,
                                                   const LatLng* points, std::size_t count,
                                                   double* haversines) {
  const HaversineCentre c = centre;
  for (std::size_t i = 0; i < count; ++i) {
    const double lat = Step(c.point.lat_e7(), points[i].lat_e7(), c.most_dlat_e7);
    const double lon = Step(c.point.lon_e7(), points[i].lon_e7(), c.most_dlon_e7);
    haversines[i] =
        SinSquared(lat / 2) + c.cos_lat * CosOfSum(c.cos_lat, c.sin_lat, lat) * SinSquared(lon / 2);
  }
}

// bench/geo_bench.cc, BM_Within; figures in bench/README.md.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
__attribute__((target("avx2"), optimize("O3"))) void MeasureByAvx2(const HaversineCentre& centre,
                                                                   const LatLng* points,
                                                                   std::size_t count,
                                                                   double* haversines) {
  Measure(centre, points, count, haversines);
}
#endif

using Kernel = void (*)(const HaversineCentre&, const LatLng*, std::size_t, double*);

Kernel ChooseKernel() {
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
  if (__builtin_cpu_supports("avx2")) return &MeasureByAvx2;
#endif
  return &MeasureHaversinesPlainly;
}

}  // namespace

void MeasureHaversinesPlainly(const HaversineCentre& centre, const LatLng* points,
                              std::size_t count, double* haversines) {
  Measure(centre, points, count, haversines);
}

void MeasureHaversines(const HaversineCentre& centre, const LatLng* points, std::size_t count,
                       double* haversines) {
  static const Kernel kernel = ChooseKernel();
  kernel(centre, points, count, haversines);
}

}  // namespace waypost
