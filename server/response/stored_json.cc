#include "server/response/stored_json.h"

namespace waypost::server {
namespace {

// nullptr when it is not there, or `object` is no object: a damaged index must not end the server.
const Json* MemberOf(const Json& object, std::string_view key) {
  if (!object.IsObject()) return nullptr;
  for (const auto& member : object.GetObject()) {
    // Length and first letter tell most names apart, without a call.
    const std::string_view name(member.name.GetString(), member.name.GetStringLength());
    if (name.size() == key.size() && !key.empty() && name.front() == key.front() && name == key) {
      return &member.value;
    }
  }
  return nullptr;
}

}  // namespace

std::string_view TextIn(const Json& object, std::string_view key) {
  const Json* member = MemberOf(object, key);
  if (member == nullptr || !member->IsString()) return {};
  return {member->GetString(), member->GetStringLength()};
}

std::optional<double> NumberIn(const Json& object, std::string_view key) {
  const Json* member = MemberOf(object, key);
  if (member == nullptr || !member->IsNumber()) return std::nullopt;
  return member->GetDouble();
}

std::optional<bool> BoolIn(const Json& object, std::string_view key) {
  const Json* member = MemberOf(object, key);
  if (member == nullptr || !member->IsBool()) return std::nullopt;
  return member->GetBool();
}

std::span<const Json> Items(const Json& object, std::string_view key) {
  const Json* member = MemberOf(object, key);
  if (member == nullptr || !member->IsArray()) return {};
  return {member->Begin(), member->Size()};
}

const Json* ObjectIn(const Json& object, std::string_view key) {
  const Json* member = MemberOf(object, key);
  return member == nullptr || !member->IsObject() ? nullptr : member;
}

}  // namespace waypost::server
