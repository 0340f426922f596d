#pragma once

// JSON that a record keeps as it was published, but with safe text in it.
//
//   SafeJson(report, "service", R"({"a":["<b>x</b>",1.50]})")     {"a":["x",1.50]}
//
// Every string becomes what TextBlock makes of it and every name what TextLine makes of it, and
// what they find is reported under the name of the member. Numbers stay as they are written.

#include <optional>
#include <string>
#include <string_view>

#include "index_builder/record/field_report.h"

namespace waypost::sources {

// Without white space between its parts; nullopt for a text that is not one JSON value. Nesting of
// any depth is read without recursion. O(length).
std::optional<std::string> SafeJson(const record::FieldReport& report, std::string_view entity,
                                    std::string_view json);

}  // namespace waypost::sources
