#include "tests/oracle/answer.h"

#include "tests/oracle/query_text.h"

namespace waypost::oracle {
namespace {

std::string OrDash(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "-";
}

std::string Line(const Hit& hit) {
  return hit.public_id + " at \"" + hit.location_id + "\"" +
         (hit.certain ? " certain" : " possible") + ", mm " + OrDash(hit.distance_mm) + ", score " +
         OrDash(hit.score_quantised) +
         (hit.next_session.empty() ? "" : ", next " + hit.next_session);
}

std::string Line(const FacetCounts& counts) {
  std::string line(FacetName(counts.facet));
  for (const auto& [id, count] : counts.values) line += " " + id + ":" + std::to_string(count);
  return line + " not stated:" + std::to_string(counts.not_stated);
}

std::string Differ(const std::string& what, const std::string& expected,
                   const std::string& actual) {
  return what + ": expected " + expected + "; got " + actual;
}

// Compares two lists of printable things.
template <typename Item>
std::string FirstDifferenceInList(const std::string& what, const std::vector<Item>& expected,
                                  const std::vector<Item>& actual) {
  for (std::size_t i = 0; i < expected.size() || i < actual.size(); ++i) {
    const std::string name = what + " " + std::to_string(i);
    if (i >= actual.size()) return Differ(name, Line(expected[i]), "nothing");
    if (i >= expected.size()) return Differ(name, "nothing", Line(actual[i]));
    if (!(expected[i] == actual[i])) return Differ(name, Line(expected[i]), Line(actual[i]));
  }
  return "";
}

}  // namespace

std::string Describe(const Answer& answer) {
  std::string text = "total " + std::to_string(answer.total) + ", certain " +
                     std::to_string(answer.total_certain) + "\n";
  for (const Hit& hit : answer.hits) text += "  " + Line(hit) + "\n";
  for (const FacetCounts& counts : answer.facets) text += "  facet " + Line(counts) + "\n";
  return text;
}

std::string FirstDifference(const Answer& expected, const Answer& actual) {
  if (expected.total != actual.total) {
    return Differ("total", std::to_string(expected.total), std::to_string(actual.total));
  }
  if (expected.total_certain != actual.total_certain) {
    return Differ("total_certain", std::to_string(expected.total_certain),
                  std::to_string(actual.total_certain));
  }
  const std::string hits = FirstDifferenceInList("hit", expected.hits, actual.hits);
  return hits.empty() ? FirstDifferenceInList("facet", expected.facets, actual.facets) : hits;
}

}  // namespace waypost::oracle
