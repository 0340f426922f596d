#include "server/response/flat_row.h"

#include <optional>

#include "engine/core/date.h"
#include "engine/hours/next_session.h"
#include "server/response/answer_text.h"
#include "server/response/card_fields.h"
#include "server/response/reasons.h"
#include "server/response/session_text.h"
#include "server/response/source_facts.h"

namespace waypost::server {
namespace {

using query::Hit;

std::string FactText(std::optional<bool> fact) {
  if (!fact) return "not stated";
  return *fact ? "yes" : "no";
}

// What was asked and is not known.
std::string DoubtsOf(const Hit& hit) {
  std::string names;
  for (const query::FilterKind kind : hit.not_stated) {
    names.append(names.empty() ? "" : ", ").append(NameOf(kind));
  }
  return names;
}

std::string ModifiedText(const Index& index, DocId doc) {
  const std::int64_t moment = index.documents().modified[doc];
  return moment == kNoMoment ? "" : FormatMoment(Moment(std::chrono::seconds(moment)));
}

std::string NextStart(const Index& index, const query::ResolvedQuery& resolved, DocId doc,
                      const absl::TimeZone& zone) {
  const auto next = NextSession(index.documents().HoursOf(doc), index.calendar(), resolved.now);
  return next ? OccurrenceStart(*next, zone) : "";
}

void ForgetPlace(CardFields& card) {
  card.location_name.clear();
  card.address.clear();
  card.postcode.clear();
  card.point.reset();
}

}  // namespace

FlatRow FlatRowOf(const Index& index, const query::ResolvedQuery& resolved, const Hit& hit,
                  const absl::TimeZone& zone) {
  const bool confidential = IsConfidential(index, hit.doc);
  CardFields card = ReadCard(index, hit.doc);
  if (confidential) ForgetPlace(card);
  const bool tells_distance = hit.distance && !confidential;
  // In the order of kFlatColumns.
  return {
      card.id,
      card.name,
      card.organisation,
      card.summary,
      card.location_name,
      card.address,
      card.postcode,
      card.point ? DecimalText(card.point->lat_degrees()) : "",
      card.point ? DecimalText(card.point->lon_degrees()) : "",
      card.precision,
      tells_distance ? std::to_string(WholeMetres(*hit.distance)) : "",
      card.reach,
      FactText(hit.certain),
      DoubtsOf(hit),
      FactText(card.free),
      card.cost,
      card.access,
      card.ages,
      SessionLine(index, hit.doc, resolved.now),
      NextStart(index, resolved, hit.doc, zone),
      card.phone,
      card.email,
      card.url,
      card.assured,
      ModifiedText(index, hit.doc),
      card.status,
      SentenceOf(ReasonsOf(index, resolved, hit)),
      card.source,
      card.source_id,
      LicenceLine(ReadSource(index.sources().info[index.documents().source[hit.doc]])),
  };
}

}  // namespace waypost::server
