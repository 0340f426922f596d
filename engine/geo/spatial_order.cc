#include "engine/geo/spatial_order.h"

#include <algorithm>
#include <numeric>

namespace waypost {

// The classic walk from the coarsest quadrant to the finest, turning the square so that the curve
// enters and leaves where its neighbours expect (Wikipedia, "Hilbert curve", xy2d).
std::uint64_t HilbertKey(LatLng point) {
  auto x = static_cast<std::uint32_t>(std::int64_t{point.lon_e7()} + 1'800'000'000);
  auto y = static_cast<std::uint32_t>(std::int64_t{point.lat_e7()} + 900'000'000);
  std::uint64_t key = 0;
  for (std::uint32_t half = 1U << 31; half > 0; half >>= 1) {
    const std::uint32_t right = (x & half) != 0 ? 1 : 0;
    const std::uint32_t upper = (y & half) != 0 ? 1 : 0;
    key = key << 2 | ((3 * right) ^ upper);
    if (upper == 0) {
      if (right == 1) {
        x = ~x;
        y = ~y;
      }
      std::swap(x, y);
    }
  }
  return key;
}

std::vector<std::uint32_t> SpatialOrder(std::span<const LatLng> points) {
  std::vector<std::uint64_t> keys(points.size());
  std::ranges::transform(points, keys.begin(), HilbertKey);
  std::vector<std::uint32_t> order(points.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return keys[i]; });
  return order;
}

}  // namespace waypost
