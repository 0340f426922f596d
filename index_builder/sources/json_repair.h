#pragma once

// Makes JSON of what is nearly JSON: the faults that real exports have and that leave no doubt
// about what was meant. Only asked when a record does not parse.
//
//   bytes that are not UTF-8             U+FFFD
//   a raw line end or control in a text  a space
//   half a surrogate pair (\ud83d)       \ufffd
//   NaN, Infinity, -Infinity             null (Python writes them)
//   a comma before "}" or "]"            nothing
//
// One pass, O(length).

#include <string>
#include <string_view>

namespace waypost::sources {

struct RepairedJson {
  std::string text;
  bool changed = false;
  bool was_not_utf8 = false;  // else what changed was something else, or both
  bool other = false;
};

RepairedJson RepairJson(std::string_view json);

}  // namespace waypost::sources
