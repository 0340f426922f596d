#pragma once

// A parsed JSON object with its members by known name: what the readers of entities look at.
//
// Of several members with the same meaning ("organization" and "organisation", or one name twice)
// the first that states something counts: null and "" state nothing, and an empty list or object
// only where no other member says more.
//
// Members that were looked at are remembered, so that the rest of a service can be kept as extras.
//
// A view: valid until the parser that made it parses again. Copies share nothing. Not for threads.

#include <simdjson.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "absl/container/inlined_vector.h"
#include "index_builder/sources/json_member.h"

namespace waypost::sources {

class JsonObject {
 public:
  struct Member {
    std::string_view name;
    JsonMember member = JsonMember::kOther;
    simdjson::dom::element value;
    mutable bool used = false;
  };

  JsonObject() = default;
  explicit JsonObject(simdjson::dom::object object);

  // The first member of this meaning that states something, or nullptr.
  const Member* Find(JsonMember member) const;
  // The first of this meaning, also one that is null or empty, or nullptr.
  const Member* FindAny(JsonMember member) const;
  // As Find, without remembering that it was looked at.
  const Member* Peek(JsonMember member) const;
  // Members of this meaning count as not looked at: what was read of them is not all they say.
  void Unread(JsonMember member) const;
  // False also for an empty list or object.
  bool States(JsonMember member) const;

  // The members that nobody looked at and that state something, as one JSON object; "" when there
  // are none.
  std::string UnusedMembers() const;
  // All members that state something.
  std::string StatedMembers() const;

 private:
  const Member* FirstOf(JsonMember member, bool use) const;
  std::string MembersAsJson(bool is_used_too) const;

  absl::InlinedVector<Member, 24> members_;
};

// `text` (valid UTF-8) as a JSON string, with its quotes.
std::string QuotedJson(std::string_view text);

// False for null and for "".
bool StatesSomething(const simdjson::dom::element& value);
// True for [] and {}.
bool IsEmptyContainer(const simdjson::dom::element& value);

}  // namespace waypost::sources
