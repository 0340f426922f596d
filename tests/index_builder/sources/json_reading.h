#pragma once

// Reads JSON texts through the JSON source, for its tests.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/record.h"

namespace waypost::sources {

struct JsonReading {
  std::vector<record::Service> services;
  record::CollectingSink sink;
  std::uint64_t records_read = 0;
  std::string error;  // "" when the source was read to its end

  // How many problems of this kind there are; and "kind entity.field value -> outcome" of each
  // problem and rejection, in order.
  std::size_t Count(record::ProblemKind kind) const;
  std::vector<std::string> Lines() const;
  bool HasLine(std::string_view line) const;
};

// A single file of this text, as source "test".
JsonReading ReadJson(std::string_view text);
// A folder of files (name, text).
JsonReading ReadJsonFolder(const std::vector<std::pair<std::string, std::string>>& files);
// A file or folder that is there.
JsonReading ReadJsonPath(const std::string& path);

// The only service of a text that has one; a failure of the test when it has not.
record::Service ReadOneService(std::string_view text);

// A folder of real data below `../shared/data`, or "" when it is absent (env WAYPOST_SHARED moves
// it).
std::string SharedData(std::string_view below);

}  // namespace waypost::sources
