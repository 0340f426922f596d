#pragma once

// What must agree between build and query, and what describes a build: one `key=value` a line,
// ascending by key, in the manifest section. Written by the builder, read here, configured nowhere
// else.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "engine/core/date.h"
#include "engine/core/status.h"

namespace waypost {

class Manifest {
 public:
  static absl::StatusOr<Manifest> Parse(std::string_view text);
  std::string Write() const;

  void Set(std::string_view key, std::string_view value);
  void Set(std::string_view key, std::uint64_t value);
  // A number in a form that reads back to the same double.
  void SetNumber(std::string_view key, double value);

  // DataLoss when the key is not there or is no such value.
  absl::StatusOr<std::string> Text(std::string_view key) const;
  absl::StatusOr<std::uint64_t> Whole(std::string_view key) const;
  absl::StatusOr<double> Number(std::string_view key) const;
  absl::StatusOr<Date> Day(std::string_view key) const;

  const std::map<std::string, std::string, std::less<>>& values() const { return values_; }

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace waypost
