#include "index_builder/sources/json_record_shape.h"

#include <algorithm>
#include <iterator>

#include "index_builder/sources/json_value_scanner.h"

namespace waypost::sources {
namespace {

void SkipSpaces(std::string_view text, std::size_t& at) {
  while (at < text.size() && IsJsonSpace(text[at])) ++at;
}

// Goes behind the value at `at`, and space; false when it has no end.
bool TakeValue(std::string_view text, std::size_t& at) {
  SkipSpaces(text, at);
  JsonValueScanner scanner;
  if (scanner.Scan(text, at) != ScanResult::kComplete) return false;
  SkipSpaces(text, at);
  return true;
}

}  // namespace

JsonRecordShape JsonRecordShape::Of(std::string_view record) {
  JsonRecordShape shape;
  std::size_t at = 1;
  if (record.empty() || record.front() != '{') return shape;
  for (SkipSpaces(record, at); shape.names_.size() < kMaxMembers; ++at) {
    SkipSpaces(record, at);
    const std::size_t name = at;
    if (at >= record.size() || record[at] != '"' || !TakeValue(record, at)) return {};
    shape.names_.emplace_back(record.substr(name, record.rfind('"', at - 1) + 1 - name));
    if (at >= record.size() || record[at++] != ':' || !TakeValue(record, at)) return {};
    if (at >= record.size() || (record[at] != ',' && record[at] != '}')) return {};
    if (record[at] == '}') break;
  }
  std::sort(shape.names_.begin(), shape.names_.end());
  return shape;
}

bool JsonRecordShape::Resembles(std::string_view record) const {
  const JsonRecordShape other = Of(record);
  std::vector<std::string> common;
  std::set_intersection(names_.begin(), names_.end(), other.names_.begin(), other.names_.end(),
                        std::back_inserter(common));
  const std::size_t all = names_.size() + other.names_.size() - common.size();
  return !common.empty() && common.size() * 4 >= all * 3;
}

}  // namespace waypost::sources
