#include "engine/hours/week_minutes.h"

#include <algorithm>
#include <cassert>

namespace waypost {
namespace {

// The bits [first, last) of one word; 0 <= first < last <= 64.
constexpr std::uint64_t BitRange(int first, int last) {
  const std::uint64_t below_last = last == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << last) - 1;
  return below_last & (~std::uint64_t{0} << first);
}

// Calls visit(word index, bits) for every word that the circular range touches, until one returns
// false; returns whether none did.
template <typename Visit>
bool EveryWord(int start, int length, Visit visit) {
  assert(length >= 0 && length <= kMinutesPerWeek);
  int at = ((start % kMinutesPerWeek) + kMinutesPerWeek) % kMinutesPerWeek;
  while (length > 0) {
    const int bit = at % 64;
    const int step = std::min({length, 64 - bit, kMinutesPerWeek - at});
    if (!visit(static_cast<std::size_t>(at / 64), BitRange(bit, bit + step))) return false;
    length -= step;
    at = (at + step) % kMinutesPerWeek;
  }
  return true;
}

}  // namespace

void WeekMinutes::Add(int start, int length) {
  EveryWord(start, length, [this](std::size_t word, std::uint64_t bits) {
    words_[word] |= bits;
    return true;
  });
}

bool WeekMinutes::Contains(int start, int length) const {
  return EveryWord(start, length, [this](std::size_t word, std::uint64_t bits) {
    return (words_[word] & bits) == bits;
  });
}

}  // namespace waypost
