#include "server/oruk/service_record.h"

#include <utility>

namespace waypost::oruk {

absl::StatusOr<ServiceRecord> ServiceRecord::Read(const Index& index, ServiceOrdinal ordinal) {
  ASSIGN_OR_RETURN(const std::string text, index.records().Get(ordinal.index()));
  rapidjson::Document json;
  json.Parse(text.data(), text.size());
  if (json.HasParseError() || !json.IsObject()) {
    return DataLoss("a record of the index is no JSON; build the index again");
  }
  return ServiceRecord(ordinal, std::move(json));
}

std::string ServiceRecord::PartId(std::string_view entity, std::string_view own,
                                  std::size_t number) const {
  if (const std::optional<Uuid> uuid = ParseUuid(own)) return FormatUuid(*uuid);
  const std::string name = own.empty() ? std::to_string(number) : std::string(own);
  return FormatUuid(PublicId(source(), entity, std::string(id()) + " " + name));
}

}  // namespace waypost::oruk
