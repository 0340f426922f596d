#include "server/oruk/service_record.h"

#include <utility>

namespace waypost::oruk {

absl::StatusOr<ServiceRecord> ServiceRecord::Read(const Index& index, ServiceOrdinal ordinal) {
  ASSIGN_OR_RETURN(std::string text, index.records().Get(ordinal.index()));
  ServiceRecord record(ordinal, std::move(text));
  record.json_.ParseInsitu(record.text_->data());
  if (record.json_.HasParseError() || !record.json_.IsObject()) {
    return DataLoss("a record of the index is no JSON; build the index again");
  }
  record.part_extras_ = ObjectIn(record.json_, "part_extras");
  return record;
}

std::string ServiceRecord::PartId(std::string_view entity, std::string_view own,
                                  std::size_t number) const {
  if (const std::optional<Uuid> uuid = ParseUuid(own)) return FormatUuid(*uuid);
  const std::string name = own.empty() ? std::to_string(number) : std::string(own);
  return FormatUuid(PublicId(source(), entity, std::string(id()) + " " + name));
}

const Json* ServiceRecord::RestOf(std::string_view entity, std::string_view own) const {
  if (part_extras_ == nullptr) return nullptr;
  return ObjectIn(*part_extras_, std::string(entity).append(1, ' ').append(own));
}

}  // namespace waypost::oruk
