#pragma once

// Which postings of a list are not of one occurrence, like nine of ten: sought side by side
// (bench/questions_bench.cc, class C).

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace waypost::query {

// Bit i says whether frequencies[i] is 0 or at least `least`, of sixteen. REQUIRES: least is 2 to
// 65535.
inline std::uint32_t UnusualOfSixteenPlainly(const std::uint16_t* frequencies,
                                             std::uint32_t least) {
  std::uint32_t bits = 0;
  for (std::uint32_t i = 0; i < 16; ++i) {
    bits |= (frequencies[i] == 0 || frequencies[i] >= least ? 1U : 0U) << i;
  }
  return bits;
}

// Every x86-64 processor has these instructions.
#if defined(__SSE2__)
inline std::uint32_t UnusualOfSixteen(const std::uint16_t* frequencies, std::uint32_t least) {
  // One less, 0 is the greatest of all.
  const __m128i most = _mm_set1_epi16(static_cast<short>(least - 2));
  const auto is_usual = [&](const std::uint16_t* eight) {
    const __m128i values = _mm_loadu_si128(reinterpret_cast<const __m128i*>(eight));
    const __m128i one_less = _mm_sub_epi16(values, _mm_set1_epi16(1));
    return _mm_cmpeq_epi16(_mm_subs_epu16(one_less, most), _mm_setzero_si128());
  };
  const __m128i bytes = _mm_packs_epi16(is_usual(frequencies), is_usual(frequencies + 8));
  return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes)) ^ 0xFFFFU;
}
#else
inline std::uint32_t UnusualOfSixteen(const std::uint16_t* frequencies, std::uint32_t least) {
  return UnusualOfSixteenPlainly(frequencies, least);
}
#endif

// Calls use(i) for every i, ascending, with frequencies[i] 0 or at least `least`.
// O(frequencies / 16 + calls). REQUIRES: least is 2 to 65535.
template <typename Use>
void ForEachUnusual(std::span<const std::uint16_t> frequencies, std::uint32_t least,
                    const Use& use) {
  std::size_t i = 0;
  for (; i + 16 <= frequencies.size(); i += 16) {
    for (std::uint32_t left = UnusualOfSixteen(&frequencies[i], least); left != 0;
         left &= left - 1) {
      use(i + static_cast<std::size_t>(std::countr_zero(left)));
    }
  }
  for (; i < frequencies.size(); ++i) {
    if (frequencies[i] == 0 || frequencies[i] >= least) use(i);
  }
}

}  // namespace waypost::query
