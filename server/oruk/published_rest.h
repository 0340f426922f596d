#pragma once

// What a feed stated beyond the members that the records have (index_builder/record/record.h,
// `extras` and `part_extras`), given back with `extras=true` where it stood.

#include <cstddef>
#include <string>
#include <string_view>

#include "server/oruk/optional_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

// Where the members of an object begin, to be taken right behind its brace.
inline std::size_t MembersBegin(const JsonText& json) { return json.text().size(); }

// Adds the members of `rest`, if there are any, to the object whose members begin at `begin`. Those
// that it has already stay as they are. O(length of the object).
void PutRest(const Json* rest, std::size_t begin, JsonText& json);

// A member that the rest states as text; "" when it does not.
std::string_view RestText(const Json* rest, std::string_view key);

// The id that the feed gave a part of which the record has none, if it is a UUID; else what
// `derive()` makes.
template <typename Derive>
std::string IdFrom(const Json* rest, Derive derive) {
  const std::optional<Uuid> stated =
      rest == nullptr ? std::nullopt : ParseUuid(RestText(rest, "id"));
  return stated ? FormatUuid(*stated) : derive();
}

}  // namespace waypost::oruk
