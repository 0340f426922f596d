#include "index_builder/prepare/date_list_pool.h"

namespace waypost::prepare {

DateListId DateListPool::Add(std::span<const Date> dates) {
  std::vector<std::uint16_t> list;
  list.reserve(dates.size());
  for (Date date : dates)
    list.push_back(static_cast<std::uint16_t>((date - horizon_.first).count()));
  const auto next = DateListId(static_cast<std::uint32_t>(ids_.size()));
  const auto [entry, added] = ids_.emplace(std::move(list), next);
  if (added) {
    values_.insert(values_.end(), entry->first.begin(), entry->first.end());
    offsets_.push_back(static_cast<std::uint32_t>(values_.size()));
  }
  return entry->second;
}

}  // namespace waypost::prepare
