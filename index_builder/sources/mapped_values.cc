#include "index_builder/sources/mapped_values.h"

namespace waypost::sources {

std::string MappedValues::operator[](std::string_view key) const {
  const MappedValue* value = section_.Find(key);
  if (value == nullptr) return {};
  std::string unknown;
  std::string filled = value->Fill(row_, unknown);
  if (!unknown.empty()) {
    report_.Report(record::ProblemKind::kUnknownWord, section_.name, key, unknown,
                   "left out; the mapping's table has no such word");
  }
  return filled;
}

}  // namespace waypost::sources
