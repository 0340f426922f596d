#include "engine/query/collectors/service_totals.h"

#include <array>
#include <bit>

#include "engine/core/count_common.h"

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
      if (!any_possible_) possible_ = Marks<ServiceOrdinal>(services_);
      possible_.Set(service);
      any_possible_ = true;
    }
  }
}

void ServiceTotals::AddWindow(const DocWindow& window) {
  const std::size_t number = window.first / 64;
  const std::span<const std::uint64_t> alone(window.alone.data(), window.words);
  const std::uint64_t counted = CountCommon(alone, documents_.only_ones.From(number)) +
                                CountCommon(std::span(window.of_service.data(), window.words),
                                            documents_.first_ones.From(number));
  total_ += counted;
  total_certain_ += counted;
  DocWindow::ForEachWord(window.with_alone, [&](std::size_t word) {
    std::uint64_t left = alone[word] & ~documents_.only_ones.word(number + word);
    for (; left != 0; left &= left - 1) {
      const auto bit = static_cast<std::uint32_t>(std::countr_zero(left));
      const DocId doc(window.first + static_cast<std::uint32_t>(word * 64) + bit);
      several_certain_ += certain_.Set(documents_.service[doc]) ? 1U : 0U;
    }
  });
}

void ServiceTotals::Finish() {
  total_ += several_certain_ + (any_possible_ ? possible_.CountWithout(certain_) : 0);
  total_certain_ += several_certain_;
}

}  // namespace waypost::query
