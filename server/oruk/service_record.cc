#include "server/oruk/service_record.h"

#include <algorithm>
#include <utility>

namespace waypost::oruk {
namespace {

using NamedJson = std::pair<std::string_view, const Json*>;

// The objects that `holder` has under `key`, sorted by name.
std::vector<NamedJson> ObjectsByName(const Json& holder, std::string_view key) {
  std::vector<NamedJson> members;
  const Json* const object = ObjectIn(holder, key);
  if (object == nullptr) return members;
  members.reserve(object->MemberCount());
  for (const auto& member : object->GetObject()) {
    if (!member.value.IsObject()) continue;
    const std::string_view name(member.name.GetString(), member.name.GetStringLength());
    members.emplace_back(name, &member.value);
  }
  std::ranges::sort(members, {}, &NamedJson::first);
  return members;
}

}  // namespace

absl::StatusOr<ServiceRecord> ServiceRecord::Read(const Index& index, ServiceOrdinal ordinal) {
  ASSIGN_OR_RETURN(std::string text, index.records().Get(ordinal.index()));
  ServiceRecord record(ordinal, std::move(text));
  record.json_.ParseInsitu(record.text_->data());
  if (record.json_.HasParseError() || !record.json_.IsObject()) {
    return DataLoss("a record of the index is no JSON; build the index again");
  }
  record.part_extras_ = ObjectsByName(record.json_, "part_extras");
  return record;
}

std::string ServiceRecord::PartId(std::string_view entity, std::string_view own,
                                  std::size_t number) const {
  if (const std::optional<Uuid> uuid = ParseUuid(own)) return FormatUuid(*uuid);
  const std::string name = own.empty() ? std::to_string(number) : std::string(own);
  return FormatUuid(PublicId(source(), entity, std::string(id()) + " " + name));
}

const Json* ServiceRecord::RestOf(std::string_view entity, std::string_view own) const {
  if (part_extras_.empty()) return nullptr;
  const std::string name = std::string(entity).append(1, ' ').append(own);
  const auto found = std::ranges::lower_bound(part_extras_, name, {}, &NamedJson::first);
  return found != part_extras_.end() && found->first == name ? found->second : nullptr;
}

}  // namespace waypost::oruk
