#pragma once

// Members of JSON that the builder wrote. What is not there, or of another kind, is "", nothing or
// null: a damaged index must not end the server.
//
//   for (const Json& row : Items(record, "schedules")) TextIn(row, "freq") ...

#include <optional>
#include <span>
#include <string_view>

#include "rapidjson/document.h"

namespace waypost::server {

using Json = rapidjson::Value;

// "" when there is no such text. Valid while `object` lives.
std::string_view TextIn(const Json& object, std::string_view key);
std::optional<double> NumberIn(const Json& object, std::string_view key);
std::optional<bool> BoolIn(const Json& object, std::string_view key);
// The elements of an array; none when it is not there.
std::span<const Json> Items(const Json& object, std::string_view key);
// nullptr when it is not there.
const Json* ObjectIn(const Json& object, std::string_view key);

}  // namespace waypost::server
