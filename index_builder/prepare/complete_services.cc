#include "index_builder/prepare/complete_services.h"

#include <algorithm>

namespace waypost::prepare {

absl::Status CompleteServices::Add(const record::Service& service) {
  const std::optional<Uuid> id = ParseUuid(service.public_id);
  if (!id) return Internal("service " + service.id + " has no public id");
  public_ids_.push_back(*id);
  return spool_.Add(service);
}

absl::Status CompleteServices::Finish() {
  if (size() >= UINT32_MAX) {
    return InvalidArgument("more services than an artefact can hold; split the sources");
  }
  numbers_.resize(size());
  for (std::uint32_t i = 0; i < size(); ++i) numbers_[i] = i;
  std::sort(numbers_.begin(), numbers_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return public_ids_[a] < public_ids_[b]; });
  ordinals_.resize(size());
  std::vector<Uuid> sorted(size());
  for (std::uint32_t i = 0; i < size(); ++i) {
    ordinals_[numbers_[i]] = ServiceOrdinal(i);
    sorted[i] = public_ids_[numbers_[i]];
  }
  public_ids_ = std::move(sorted);
  return absl::OkStatus();
}

}  // namespace waypost::prepare
