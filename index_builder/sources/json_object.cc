#include "index_builder/sources/json_object.h"

#include <cstdint>
#include <sstream>

namespace waypost::sources {

std::string QuotedJson(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string json = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      json += "\\u00";
      json += kHex[static_cast<unsigned char>(c) >> 4U];
      json += kHex[static_cast<unsigned char>(c) & 0xFU];
    } else {
      json += c;
    }
  }
  return json + '"';
}

bool StatesSomething(const simdjson::dom::element& value) {
  if (value.is_null()) return false;
  std::string_view text;
  return value.get_string().get(text) != simdjson::SUCCESS || !text.empty();
}

bool IsEmptyContainer(const simdjson::dom::element& value) {
  simdjson::dom::array list;
  if (value.get_array().get(list) == simdjson::SUCCESS) return list.begin() == list.end();
  simdjson::dom::object object;
  return value.get_object().get(object) == simdjson::SUCCESS && object.begin() == object.end();
}

JsonObject::JsonObject(simdjson::dom::object object) {
  for (const simdjson::dom::key_value_pair field : object) {
    members_.push_back({field.key, JsonMemberOf(field.key), field.value});
  }
}

const JsonObject::Member* JsonObject::FirstOf(JsonMember member, bool use) const {
  const Member* empty = nullptr;
  for (const Member& candidate : members_) {
    if (candidate.member != member) continue;
    candidate.used = candidate.used || use;
    if (!StatesSomething(candidate.value)) continue;
    if (!IsEmptyContainer(candidate.value)) return &candidate;
    if (empty == nullptr) empty = &candidate;
  }
  return empty;
}

const JsonObject::Member* JsonObject::Find(JsonMember member) const {
  return FirstOf(member, true);
}

const JsonObject::Member* JsonObject::Peek(JsonMember member) const {
  return FirstOf(member, false);
}

void JsonObject::Unread(JsonMember member) const {
  for (const Member& candidate : members_) {
    if (candidate.member == member) candidate.used = false;
  }
}

bool JsonObject::States(JsonMember member) const {
  const Member* found = Find(member);
  return found != nullptr && !IsEmptyContainer(found->value);
}

const JsonObject::Member* JsonObject::FindAny(JsonMember member) const {
  const Member* stated = Find(member);
  if (stated != nullptr) return stated;
  for (const Member& candidate : members_) {
    if (candidate.member == member) return &candidate;
  }
  return nullptr;
}

std::string JsonObject::UnusedMembers() const { return MembersAsJson(false); }

std::string JsonObject::StatedMembers() const { return MembersAsJson(true); }

std::string JsonObject::MembersAsJson(bool is_used_too) const {
  std::string json;
  for (const Member& member : members_) {
    if (member.used && !is_used_too) continue;
    if (!StatesSomething(member.value) || IsEmptyContainer(member.value)) continue;
    json += json.empty() ? '{' : ',';
    json += QuotedJson(member.name) + ':';
    std::ostringstream value;
    value << simdjson::minify(member.value);
    json += value.str();
  }
  if (!json.empty()) json += '}';
  return json;
}

}  // namespace waypost::sources
