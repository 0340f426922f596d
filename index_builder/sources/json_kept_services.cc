#include "index_builder/sources/json_kept_services.h"

#include <utility>

#include "index_builder/sources/json_record_reader.h"

namespace waypost::sources {

void JsonKeptServices::KeepOrganisation(const simdjson::dom::object& parsed,
                                        const JsonObject& object) {
  simdjson::dom::array services;
  const JsonObject::Member* member = object.Peek(JsonMember::kServices);
  if (member == nullptr || member->value.get_array().get(services) != simdjson::SUCCESS) return;
  for (const simdjson::dom::element service : services) {
    of_organisation_.push_back(MinifiedJson(service));
  }
  organisation_ = "{";
  for (const simdjson::dom::key_value_pair field : parsed) {
    if (JsonMemberOf(field.key) == JsonMember::kServices) continue;
    if (organisation_.size() > 1) organisation_ += ',';
    organisation_ += QuotedJson(field.key) + ":" + MinifiedJson(field.value);
  }
  organisation_ += '}';
}

void JsonKeptServices::KeepServiceAtLocation(std::string_view json, const JsonObject& object) {
  std::string service_id;
  simdjson::dom::object nested;
  const JsonObject::Member* member = object.Peek(JsonMember::kService);
  if (member != nullptr && member->value.get_object().get(nested) == simdjson::SUCCESS) {
    service_id = JsonIdOf(JsonObject(nested));
    if (service_id.empty() || nested_ids_.insert(service_id).second) {
      services_.push_back(MinifiedJson(member->value));
    }
  }
  tables_.Add("service_at_locations", json, object, service_id);
}

void JsonKeptServices::EndContainer() {
  for (std::string& json : waiting_) {
    if (has_entities()) {
      services_.push_back(std::move(json));
    } else {
      ready_.push_back(std::move(json));
    }
  }
  waiting_.clear();
}

std::optional<std::string> JsonKeptServices::NextReady() {
  if (of_organisation_.empty()) {
    if (ready_.empty()) return std::nullopt;
    std::string json = std::move(ready_.front());
    ready_.pop_front();
    return json;
  }
  std::string json = std::move(of_organisation_.front());
  of_organisation_.pop_front();
  if (json.size() > 2 && json.front() == '{') {
    json.pop_back();
    json += ",\"organization\":" + organisation_ + "}";
  }
  return json;
}

std::optional<std::string> JsonKeptServices::NextJoined() {
  if (next_ == services_.size()) return std::nullopt;
  std::string json = std::move(services_[next_++]);
  if (tables_.empty()) return json;
  const ParsedJson parsed = parser_.ParseCopy(json);
  if (!parsed.object) return json;
  return tables_.Compile(json, JsonObject(*parsed.object));
}

}  // namespace waypost::sources
