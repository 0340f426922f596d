#include "tests/oracle/asking.h"

#include "tests/oracle/scan.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

const query::LocalMinute kNoon{testing::DayOf2026(11, 21), MinuteOfDay(12 * 60)};

}  // namespace

std::string Ask(const record::Directory& directory, const query::Query& query) {
  const absl::StatusOr<Answer> answer = Scan(directory, query, kNoon);
  if (!answer.ok()) return "error";
  std::string line;
  for (const Hit& hit : answer->hits) {
    if (!line.empty()) line += ' ';
    line += hit.public_id + (hit.certain ? "" : "?");
  }
  return line;
}

std::string Ask(const std::vector<record::Service>& services, const query::Query& query) {
  return Ask(testing::SmallDirectory(services), query);
}

std::string AskFacet(const std::vector<record::Service>& services, query::Query query,
                     query::Facet facet) {
  query.facets = {facet};
  const absl::StatusOr<Answer> answer = Scan(testing::SmallDirectory(services), query, kNoon);
  if (!answer.ok()) return "error";
  std::string line;
  const FacetCounts& counts = answer->facets.at(0);
  for (const auto& [id, count] : counts.values) line += id + ":" + std::to_string(count) + " ";
  return line + "| " + std::to_string(counts.not_stated);
}

query::Near NearText(const std::string& text) {
  return {.text = text, .point = std::nullopt, .postcode = Postcode::Parse(text)};
}

query::Near NearPoint(double lat, double lon) {
  return {.text = "point", .point = testing::Point(lat, lon), .postcode = std::nullopt};
}

query::Within WithinMetres(double metres) {
  return {.radius = Metres(metres), .unit = query::LengthUnit::kMetres};
}

}  // namespace waypost::oracle
