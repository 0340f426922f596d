#include "engine/query/request_error.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "absl/strings/cord.h"
#include "engine/core/absl_text.h"

namespace waypost::query {
namespace {

constexpr std::string_view kCode = "waypost.code";
constexpr std::string_view kParameter = "waypost.parameter";
constexpr std::string_view kNearest = "waypost.nearest";

void SetText(absl::Status& status, std::string_view key, const std::string& text) {
  status.SetPayload(ToAbsl(key), absl::Cord(text));
}

std::string GetText(const absl::Status& status, std::string_view key) {
  const auto payload = status.GetPayload(ToAbsl(key));
  return payload.has_value() ? std::string(*payload) : std::string();
}

// Levenshtein distance, one row at a time.
std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t substitute = diagonal + (a[i] == b[j] ? 0U : 1U);
      diagonal = row[j + 1];
      row[j + 1] = std::min({substitute, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

absl::Status RequestError(const RequestErrorParts& parts) {
  absl::Status status = InvalidArgument(parts.detail);
  SetText(status, kCode, parts.code);
  SetText(status, kParameter, parts.parameter);
  SetText(status, kNearest, parts.nearest);
  return status;
}

std::optional<RequestErrorParts> RequestErrorOf(const absl::Status& status) {
  if (!status.GetPayload(ToAbsl(kCode)).has_value()) return std::nullopt;
  return RequestErrorParts{.code = GetText(status, kCode),
                           .parameter = GetText(status, kParameter),
                           .detail = MessageOf(status),
                           .nearest = GetText(status, kNearest)};
}

std::string NearestOf(std::string_view given, std::span<const std::string_view> known) {
  // Distances of long texts cost time and mean nothing.
  if (given.size() > 64) return {};
  std::string_view best;
  std::size_t best_distance = std::string_view::npos;
  for (std::string_view candidate : known) {
    const std::size_t distance = EditDistance(given, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best_distance * 3 <= best.size() ? std::string(best) : std::string();
}

}  // namespace waypost::query
