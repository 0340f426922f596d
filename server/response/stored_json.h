#pragma once

// Members of JSON that the builder wrote: what is not there, or of another kind, is "" or null.

#include <string>

#include "rapidjson/document.h"

namespace waypost::server {

inline std::string StoredText(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

inline const rapidjson::Value* StoredObject(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  return found != object.MemberEnd() && found->value.IsObject() ? &found->value : nullptr;
}

}  // namespace waypost::server
