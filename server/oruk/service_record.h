#pragma once

// The stored record of a service, as index_builder/sections/record_json.cc wrote it, to be read
// member by member.
//
//   ASSIGN_OR_RETURN(const ServiceRecord record, ServiceRecord::Read(index, ordinal));
//   record.Text("name")
//   for (const Json& row : Items(record.json(), "schedules")) TextIn(row, "freq") ...

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/status.h"
#include "engine/index/index.h"
#include "rapidjson/document.h"
#include "server/response/stored_json.h"

namespace waypost::oruk {

using server::BoolIn;
using server::Items;
using server::Json;
using server::NumberIn;
using server::ObjectIn;
using server::TextIn;

class ServiceRecord {
 public:
  // Errors: DataLoss when the record cannot be read.
  static absl::StatusOr<ServiceRecord> Read(const Index& index, ServiceOrdinal ordinal);

  const Json& json() const { return json_; }
  ServiceOrdinal ordinal() const { return ordinal_; }
  std::string_view id() const { return Text("id"); }
  std::string_view source() const { return Text("source"); }
  std::string_view Text(std::string_view key) const { return TextIn(json_, key); }

  // The id of a part of the service: `own` when it is a UUID; else one derived from the service and
  // `own`, or its place among its like.
  std::string PartId(std::string_view entity, std::string_view own, std::size_t number) const;

  // What the feed stated of a part beyond the record's members, by the id that the record has for
  // it; nullptr when that is nothing. O(log parts).
  const Json* RestOf(std::string_view entity, std::string_view own) const;

 private:
  ServiceRecord(ServiceOrdinal ordinal, std::string text)
      : ordinal_(ordinal), text_(std::make_unique<std::string>(std::move(text))) {}

  ServiceOrdinal ordinal_;
  std::unique_ptr<std::string> text_;  // where the strings of `json_` stand, wherever this moves
  rapidjson::Document json_;
  // The members of `part_extras` by name; in memory of `json_`, which moves with it.
  std::vector<std::pair<std::string_view, const Json*>> part_extras_;
};

}  // namespace waypost::oruk
