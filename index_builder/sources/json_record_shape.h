#pragma once

// The member names of a JSON record, by which records of one list are told from the objects inside
// them.
//
//   const JsonRecordShape shape = JsonRecordShape::Of(R"({"id":1,"name":"x","phones":[...]})");
//   shape.Resembles(R"({"id":2,"name":"y","phones":[]})")     true
//   shape.Resembles(R"({"id":"p","number":"0113"})")          false

#include <string>
#include <string_view>
#include <vector>

namespace waypost::sources {

class JsonRecordShape {
 public:
  // Empty for a text that is no object, has no members, or is broken between its members. At most
  // kMaxMembers names count. O(length).
  static JsonRecordShape Of(std::string_view record);

  bool empty() const { return names_.empty(); }

  // True when at least three quarters of the names of both together are in both: feeds leave out
  // members that are empty, but a contact that has the names "id" and "name" of a service of three
  // members must not pass for one.
  bool Resembles(std::string_view record) const;

 private:
  static constexpr std::size_t kMaxMembers = 256;

  std::vector<std::string> names_;  // sorted, as they are written
};

}  // namespace waypost::sources
