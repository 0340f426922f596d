#include "index_builder/prepare/document_order.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/geo/spatial_order.h"

namespace waypost::prepare {

void DocumentPlaces::Add(const Document& document) {
  const bool is_located = document.IsLocated();
  placed_.push_back({.hilbert = is_located ? HilbertKey(*document.location()->position) : 0,
                     .service = document.ordinal,
                     .is_located = is_located,
                     .has_location = document.at != nullptr});
  if (document.at != nullptr) location_ids_.AddRow(document.location()->id);
}

std::vector<std::uint32_t> DocumentPlaces::LocationRanks() {
  const std::vector<std::uint32_t> of_locations = RanksOf(std::exchange(location_ids_, {}));
  std::vector<std::uint32_t> ranks;
  ranks.reserve(placed_.size());
  std::size_t next = 0;
  for (const Placed& p : placed_) ranks.push_back(p.has_location ? of_locations[next++] : 0);
  return ranks;
}

DocumentOrder DocumentPlaces::Order() && {
  const std::vector<std::uint32_t> ranks = LocationRanks();
  const std::vector<Placed> placed = std::exchange(placed_, {});
  DocumentOrder order;
  order.rows.resize(placed.size());
  for (std::uint32_t row = 0; row < order.size(); ++row) order.rows[row] = row;
  // The row comes last: it tells locations apart that have one id.
  const auto key_of = [&](std::uint32_t row) {
    const Placed& p = placed[row];
    return std::tuple(!p.is_located, p.hilbert, p.service, ranks[row], row);
  };
  std::sort(order.rows.begin(), order.rows.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key_of(a) < key_of(b); });
  order.services.reserve(order.rows.size());
  order.location_ranks.reserve(order.rows.size());
  for (const std::uint32_t row : order.rows) {
    order.services.push_back(placed[row].service);
    order.location_ranks.push_back(ranks[row]);
    if (placed[row].is_located) ++order.located;
  }
  return order;
}

std::vector<std::uint32_t> RanksOf(const BasicTextRows<std::uint64_t>& texts) {
  std::vector<std::uint32_t> order(texts.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return texts.row(a) < texts.row(b); });
  std::vector<std::uint32_t> ranks(texts.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (texts.row(order[i]) != texts.row(order[i - 1])) ++rank;
    ranks[order[i]] = rank;
  }
  return ranks;
}

}  // namespace waypost::prepare
