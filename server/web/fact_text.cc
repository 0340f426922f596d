#include "server/web/fact_text.h"

#include "server/response/page_text.h"

namespace waypost::server {

bool IsConfidential(const Index& index, DocId doc) {
  return (index.documents().flags[doc] & kConfidential) != 0;
}

std::string HiddenPlaceText(const InterfaceText& text, std::string_view district) {
  return district.empty() ? std::string(text("card.confidential"))
                          : text("card.confidential_in", {{"district", district}});
}

std::string DistanceText(const Index& index, const query::Place& from, DocId doc,
                         Millimetres distance) {
  if (IsConfidential(index, doc)) return {};
  const bool is_sharp = from.IsExact() && !index.documents().IsOnlyAbout(doc);
  return is_sharp ? MilesText(distance) : AboutMilesText(distance);
}

std::string DoubtsText(const InterfaceText& text, const query::Hit& hit) {
  if (hit.certain) return {};
  std::string doubts;
  for (const query::FilterKind kind : hit.not_stated) {
    if (!doubts.empty()) doubts += ", ";
    doubts += server::DoubtText(kind);
  }
  return text("card.doubt", {{"doubts", doubts}});
}

std::string AgesText(const Index& index, const InterfaceText& text, DocId doc) {
  std::string ages;
  for (const AgeRange& range : index.documents().ages[doc]) {
    const std::string first = std::to_string(range.first / AgeRange::kPerYear);
    const std::string last = std::to_string((range.last - 1) / AgeRange::kPerYear);
    const bool is_open = range.last >= AgeRange::kOpenLast;
    if (range.first == AgeRange::kOpenFirst && is_open) continue;
    if (!ages.empty()) ages += ", ";
    ages += is_open ? text("card.ages_from", {{"first", first}})
            : range.first == AgeRange::kOpenFirst
                ? text("card.ages_to", {{"last", last}})
                : text("card.ages_between", {{"first", first}, {"last", last}});
  }
  return ages;
}

}  // namespace waypost::server
