#pragma once

// Randomness for worlds and queries: the same numbers from the same seed with every standard
// library.

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace waypost::oracle {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  // The generator of one of many things made from one seed: a world, the queries of a world.
  Random(std::uint64_t seed, std::uint64_t stream) : engine_(seed * 1'000'003 + stream) {}

  // `low` .. `high`, both included. REQUIRES: low <= high.
  int Within(int low, int high) {
    const auto range = static_cast<std::uint64_t>(static_cast<std::int64_t>(high) - low + 1);
    return low + static_cast<int>(engine_() % range);
  }

  // True in `percent` of 100 cases.
  bool Chance(int percent) { return Within(0, 99) < percent; }

  // REQUIRES: `items` is not empty.
  template <typename Items>
  const auto& Pick(const Items& items) {
    return items[static_cast<std::size_t>(Within(0, static_cast<int>(std::size(items)) - 1))];
  }

  // The index of one of the weights, each as likely as it is heavy.
  std::size_t Weighted(std::initializer_list<int> weights) {
    int sum = 0;
    for (int weight : weights) sum += weight;
    int left = Within(0, sum - 1);
    std::size_t index = 0;
    for (int weight : weights) {
      if (left < weight) return index;
      left -= weight;
      ++index;
    }
    return index;
  }

  // A random UUID in lower case.
  std::string Uuid() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";
    for (char& c : text) {
      if (c == 'x') c = kDigits[static_cast<std::size_t>(Within(0, 15))];
    }
    return text;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace waypost::oracle
