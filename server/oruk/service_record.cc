#include "server/oruk/service_record.h"

#include <utility>

namespace waypost::oruk {

std::string_view TextIn(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

std::optional<double> NumberIn(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsNumber()) return std::nullopt;
  return found->value.GetDouble();
}

std::span<const Json> Items(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsArray()) return {};
  return {found->value.Begin(), found->value.Size()};
}

const Json* ObjectIn(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() || !found->value.IsObject() ? nullptr : &found->value;
}

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
