#include "engine/query/producers/place_windows.h"

#include <algorithm>
#include <array>

namespace waypost::query {
namespace {

constexpr std::size_t kTileWords = kTileSize / 64;

class PlaceWindows final : public WindowProducer {
 public:
  PlaceWindows(const Index& index, LatLng centre, Millimetres radius,
               std::vector<std::uint32_t> tiles, const DocSet& decides)
      : index_(index), circle_(centre, radius), tiles_(std::move(tiles)), decides_(decides) {
    const auto nearest = std::min_element(
        tiles_.begin(), tiles_.end(),
        [&](std::uint32_t a, std::uint32_t b) { return AwayOf(a, centre) < AwayOf(b, centre); });
    if (nearest != tiles_.end()) std::iter_swap(tiles_.begin(), nearest);
  }

  bool Next(const RankingLimits& limits, DocWindow& window) override {
    if (at_ == tiles_.size()) return false;
    const std::uint32_t tile = tiles_[at_++];
    const std::uint32_t first = tile * kTileSize;
    const std::uint32_t last = std::min(first + kTileSize, index_.documents().located_count);
    window.Begin(first, last);
    window.bounded = false;
    window.occupied = window.with_alone = window.with_offered = window.with_undecided =
        window.all_words();
    const BoundingBox& box = index_.tiles().box(tile);
    std::array<std::uint64_t, kTileWords> within;
    if (circle_.ContainsBox(box)) {
      within.fill(~std::uint64_t{0});
    } else {
      within = Measure(first, last);
    }
    const bool offers = MayBeBest(box, limits);
    for (std::size_t word = 0; word < window.words; ++word) {
      const std::size_t number = first / 64 + word;
      const std::uint64_t decided = decides_.word(number);
      window.alone[word] = within[word] & decided;
      window.offered[word] = offers ? window.alone[word] : 0;
      window.undecided[word] = within[word] & index_.documents().place_only.word(number) & ~decided;
    }
    return true;
  }

 private:
  // How far a tile is, roughly: in degrees, of two corners and the nearer way.
  std::int64_t AwayOf(std::uint32_t tile, LatLng centre) const {
    const BoundingBox& box = index_.tiles().box(tile);
    const auto gap = [](std::int64_t at, std::int64_t low, std::int64_t high) {
      return std::max<std::int64_t>({0, low - at, at - high});
    };
    return gap(centre.lat_e7(), box.south_west.lat_e7(), box.north_east.lat_e7()) * 2 +
           gap(centre.lon_e7(), box.south_west.lon_e7(), box.north_east.lon_e7());
  }

  std::array<std::uint64_t, kTileWords> Measure(std::uint32_t first, std::uint32_t last) const {
    std::array<std::uint8_t, kTileSize> within{};
    circle_.Contains(index_.documents().position.values().subspan(first, last - first), within);
    std::array<std::uint64_t, kTileWords> bits{};
    for (std::size_t i = 0; i < kTileSize; ++i) {
      bits[i / 64] |= std::uint64_t{within[i]} << (i % 64);
    }
    return bits;
  }

  static bool MayBeBest(const BoundingBox& box, const RankingLimits& limits) {
    return limits.farthest == nullptr || !limits.farthest->box() ||
           limits.farthest->box()->Intersects(box);
  }

  const Index& index_;
  const CircleFilter circle_;
  std::vector<std::uint32_t> tiles_;
  const DocSet& decides_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<WindowProducer> WindowsOfCircle(const Index& index, LatLng centre,
                                                Millimetres radius,
                                                std::vector<std::uint32_t> tiles,
                                                const DocSet& decides) {
  return std::make_unique<PlaceWindows>(index, centre, radius, std::move(tiles), decides);
}

}  // namespace waypost::query
