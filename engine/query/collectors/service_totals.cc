#include "engine/query/collectors/service_totals.h"

#include <array>

namespace waypost::query {

void ServiceTotals::AddBlock(const DocBlock& block) {
  // Without branches, which would be guesses; those that are not the only ones are put aside.
  std::array<std::uint8_t, DocBlock::kCapacity> others;
  std::size_t other_count = 0;
  unsigned only_total = 0;
  unsigned only_certain = 0;
  for (std::size_t i = 0; i < block.count; ++i) {
    const unsigned matches = block.refused_by[i] == 0 ? 1U : 0U;
    const unsigned only = documents_.flags[block.docs[i]] & kOnlyDocument & matches;
    only_total += only;
    only_certain += only & block.certain[i];
    others[other_count] = static_cast<std::uint8_t>(i);
    other_count += matches & ~only;
  }
  total_ += only_total;
  total_certain_ += only_certain;
  for (std::size_t k = 0; k < other_count; ++k) {
    const std::size_t i = others[k];
    const ServiceOrdinal service = documents_.service[block.docs[i]];
    if (block.certain[i] != 0) {
      several_certain_ += certain_.Set(service) ? 1U : 0U;
    } else {
      possible_.Set(service);
      any_possible_ = true;
    }
  }
}

void ServiceTotals::Finish() {
  total_ += several_certain_ + (any_possible_ ? possible_.CountWithout(certain_) : 0);
  total_certain_ += several_certain_;
}

}  // namespace waypost::query
