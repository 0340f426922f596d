#include "engine/core/crc32c.h"

#include <array>
#include <cstring>

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace waypost {
namespace {

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables MakeTables() {
  Tables tables{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t crc = i;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0x82F63B78U : 0U);
    tables[0][i] = crc;
  }
  for (std::uint32_t i = 0; i < 256; ++i) {
    for (std::size_t t = 1; t < 8; ++t) {
      tables[t][i] = (tables[t - 1][i] >> 8) ^ tables[0][tables[t - 1][i] & 0xFF];
    }
  }
  return tables;
}

constexpr Tables kTables = MakeTables();

std::uint64_t LoadWord(const std::byte* p) {
  std::uint64_t word;
  std::memcpy(&word, p, sizeof(word));
  return word;
}

#if defined(__x86_64__)
// One crc32 instruction has a latency of three cycles and a throughput of one; a single chain still
// reaches about 6 GB/s, several times the speed at which a disk delivers the file.
__attribute__((target("sse4.2"))) std::uint32_t Crc32cBySse42(std::uint32_t crc,
                                                              std::span<const std::byte> bytes) {
  std::uint64_t state = ~crc;
  const std::byte* p = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8; p += 8, left -= 8) state = _mm_crc32_u64(state, LoadWord(p));
  auto narrow = static_cast<std::uint32_t>(state);
  for (; left > 0; ++p, --left) narrow = _mm_crc32_u8(narrow, std::to_integer<unsigned char>(*p));
  return ~narrow;
}
#endif

using Kernel = std::uint32_t (*)(std::uint32_t, std::span<const std::byte>);

Kernel ChooseKernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("sse4.2")) return &Crc32cBySse42;
#endif
  return &Crc32cByTable;
}

}  // namespace

std::uint32_t Crc32cByTable(std::uint32_t crc, std::span<const std::byte> bytes) {
  std::uint32_t state = ~crc;
  const std::byte* p = bytes.data();
  std::size_t left = bytes.size();
  // Slicing by eight.
  for (; left >= 8; p += 8, left -= 8) {
    const std::uint64_t word = LoadWord(p) ^ state;
    state = 0;
    for (std::size_t i = 0; i < 8; ++i) state ^= kTables[7 - i][(word >> (8 * i)) & 0xFF];
  }
  for (; left > 0; ++p, --left) {
    state = (state >> 8) ^ kTables[0][(state ^ std::to_integer<std::uint32_t>(*p)) & 0xFF];
  }
  return ~state;
}

std::uint32_t Crc32cExtend(std::uint32_t crc, std::span<const std::byte> bytes) {
  static const Kernel kernel = ChooseKernel();
  return kernel(crc, bytes);
}

std::uint32_t Crc32c(std::span<const std::byte> bytes) { return Crc32cExtend(0, bytes); }

}  // namespace waypost
