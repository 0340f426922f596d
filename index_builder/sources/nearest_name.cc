#include "index_builder/sources/nearest_name.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/core/ascii.h"

namespace waypost::sources {
namespace {

constexpr std::size_t kMaxLength = 64;
constexpr std::size_t kMaxNamesInMessage = 60;

std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last, row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    before = std::exchange(last, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = last[j] + (ToLower(a[i]) == ToLower(b[j]) ? 0 : 1);
      row[j + 1] = std::min({replaced, row[j] + 1, last[j + 1] + 1});
      const bool swapped = i > 0 && j > 0 && ToLower(a[i]) == ToLower(b[j - 1]) &&
                           ToLower(a[i - 1]) == ToLower(b[j]);
      if (swapped) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string_view NearestName(std::string_view name, std::span<const std::string_view> known) {
  std::string_view nearest;
  std::size_t least = 0;
  for (const std::string_view candidate : known) {
    if (name.size() > kMaxLength || candidate.size() > kMaxLength) continue;
    const std::size_t distance = EditDistance(name, candidate);
    const std::size_t allowed =
        std::max<std::size_t>(1, std::max(name.size(), candidate.size()) / 3);
    if (distance > allowed || (!nearest.empty() && distance >= least)) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest;
}

std::string Unknown(std::string_view what, std::string_view name,
                    std::span<const std::string_view> known) {
  std::string message = "unknown " + std::string(what) + " \"" + std::string(name) + "\"";
  const std::string_view nearest = NearestName(name, known);
  if (!nearest.empty()) return message + "; did you mean \"" + std::string(nearest) + "\"?";
  message += "; known are ";
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (i == kMaxNamesInMessage) return message + ", ...";
    message += (i == 0 ? "\"" : ", \"") + std::string(known[i]) + "\"";
  }
  return message;
}

}  // namespace waypost::sources
