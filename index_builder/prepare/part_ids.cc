#include "index_builder/prepare/part_ids.h"

namespace waypost::prepare {

Uuid PartIds::LocationId(const record::Service& service, const record::Location& location,
                         std::size_t number) {
  const std::optional<Uuid> own = ParseUuid(location.id);
  if (own && owners_.try_emplace(*own, service.source).first->second == service.source) {
    return *own;
  }
  if (!location.id.empty()) return PublicId(service.source, "location", location.id);
  return PublicId(service.source, "location", service.public_id + " " + std::to_string(number));
}

Uuid PartIds::Unique(const record::Service& service, std::string_view entity, std::string_view own,
                     const std::string& name) {
  const std::optional<Uuid> stated = ParseUuid(own);
  if (stated && taken_.insert(*stated).second) return *stated;
  Uuid made = PublicId(service.source, entity, service.public_id + " " + name);
  // Only a feed that works the ids of others out can get here: derive once more.
  while (!taken_.insert(made).second) made = PublicId(service.source, entity, FormatUuid(made));
  return made;
}

void PartIds::Assign(record::Service& service) {
  std::size_t number = 0;
  for (record::ServiceAtLocation& at : service.locations) {
    at.location.public_id = FormatUuid(LocationId(service, at.location, number++));
    const std::string& name = at.id.empty() ? at.location.public_id : at.id;
    at.public_id = FormatUuid(Unique(service, "service_at_location", at.id, name));
  }
  number = 0;
  for (record::Review& review : service.reviews) {
    const std::string name = review.id.empty() ? std::to_string(number++) : review.id;
    review.public_id = FormatUuid(Unique(service, "review", review.id, name));
  }
}

}  // namespace waypost::prepare
