#include "index_builder/sources/csv_dialect.h"

#include <algorithm>
#include <array>

namespace waypost::sources {
namespace {

constexpr std::array<char, 3> kDelimiters = {',', ';', '\t'};

char MostFrequentDelimiter(std::string_view text) {
  std::array<std::size_t, kDelimiters.size()> counts = {};
  bool quoted = false;
  bool begun = false;  // leading empty lines are no record
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') {
      if (begun) break;
      continue;
    }
    begun = true;
    const auto found = std::find(kDelimiters.begin(), kDelimiters.end(), c);
    if (found != kDelimiters.end()) {
      ++counts[static_cast<std::size_t>(found - kDelimiters.begin())];
    }
  }
  // max_element gives the first of equals: the comma.
  const auto most = std::max_element(counts.begin(), counts.end());
  return kDelimiters[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace

CsvDialect SniffCsvDialect(std::string_view beginning) {
  if (beginning.starts_with("sep=") && beginning.size() >= 6 &&
      (beginning[5] == '\r' || beginning[5] == '\n')) {
    const std::size_t end = beginning.find('\n');
    return {beginning[4], end == std::string_view::npos ? 6 : end + 1};
  }
  return {MostFrequentDelimiter(beginning), 0};
}

}  // namespace waypost::sources
