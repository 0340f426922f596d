#include "server/oruk/service_record.h"

#include <utility>

namespace waypost::oruk {

namespace {

// nullptr when it is not there, or `value` is no object: a damaged index must not end the server.
const Json* MemberOf(const Json& value, const char* key) {
  if (!value.IsObject()) return nullptr;
  const auto found = value.FindMember(key);
  return found == value.MemberEnd() ? nullptr : &found->value;
}

}  // namespace

std::string_view TextIn(const Json& object, const char* key) {
  const Json* member = MemberOf(object, key);
  if (member == nullptr || !member->IsString()) return {};
  return {member->GetString(), member->GetStringLength()};
}

std::optional<double> NumberIn(const Json& object, const char* key) {
  const Json* member = MemberOf(object, key);
  if (member == nullptr || !member->IsNumber()) return std::nullopt;
  return member->GetDouble();
}

std::optional<bool> BoolIn(const Json& object, const char* key) {
  const Json* member = MemberOf(object, key);
  if (member == nullptr || !member->IsBool()) return std::nullopt;
  return member->GetBool();
}

std::span<const Json> Items(const Json& object, const char* key) {
  const Json* member = MemberOf(object, key);
  if (member == nullptr || !member->IsArray()) return {};
  return {member->Begin(), member->Size()};
}

const Json* ObjectIn(const Json& object, const char* key) {
  const Json* member = MemberOf(object, key);
  return member == nullptr || !member->IsObject() ? nullptr : member;
}

absl::StatusOr<ServiceRecord> ServiceRecord::Read(const Index& index, ServiceOrdinal ordinal) {
  ASSIGN_OR_RETURN(std::string text, index.records().Get(ordinal.index()));
  ServiceRecord record(ordinal, std::move(text));
  record.json_.ParseInsitu(record.text_->data());
  if (record.json_.HasParseError() || !record.json_.IsObject()) {
    return DataLoss("a record of the index is no JSON; build the index again");
  }
  return record;
}

std::string ServiceRecord::PartId(std::string_view entity, std::string_view own,
                                  std::size_t number) const {
  if (const std::optional<Uuid> uuid = ParseUuid(own)) return FormatUuid(*uuid);
  const std::string name = own.empty() ? std::to_string(number) : std::string(own);
  return FormatUuid(PublicId(source(), entity, std::string(id()) + " " + name));
}

const Json* ServiceRecord::RestOf(std::string_view entity, std::string_view own) const {
  const Json* all = ObjectIn(json_, "part_extras");
  if (all == nullptr) return nullptr;
  const std::string key = std::string(entity).append(1, ' ').append(own);
  return ObjectIn(*all, key.c_str());
}

}  // namespace waypost::oruk
