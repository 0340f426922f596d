#include "server/response/stored_json.h"

namespace waypost::server {
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

}  // namespace waypost::server
