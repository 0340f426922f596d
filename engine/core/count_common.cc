#include "engine/core/count_common.h"

#include <cstddef>

namespace waypost {
namespace {

std::uint64_t CountOnes(std::uint64_t word) {
  word -= word >> 1 & 0x5555'5555'5555'5555;
  word = (word & 0x3333'3333'3333'3333) + (word >> 2 & 0x3333'3333'3333'3333);
  word = (word + (word >> 4)) & 0x0F0F'0F0F'0F0F'0F0F;
  return word * 0x0101'0101'0101'0101 >> 56;
}

// bench/questions_bench.cc, class C.
#if defined(__x86_64__)
__attribute__((target("popcnt"))) std::uint64_t CountCommonByPopcnt(
    std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    count += static_cast<std::uint64_t>(__builtin_popcountll(a[i] & b[i]));
  }
  return count;
}
#endif

using CountingKernel = std::uint64_t (*)(std::span<const std::uint64_t>,
                                         std::span<const std::uint64_t>);

CountingKernel ChooseCounting() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("popcnt")) return &CountCommonByPopcnt;
#endif
  return &CountCommonPlainly;
}

}  // namespace

std::uint64_t CountCommonPlainly(std::span<const std::uint64_t> a,
                                 std::span<const std::uint64_t> b) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += CountOnes(a[i] & b[i]);
  return count;
}

std::uint64_t CountCommon(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  static const CountingKernel kernel = ChooseCounting();
  return kernel(a, b);
}

}  // namespace waypost
