#include "server/response/sessions_json.h"

#include <algorithm>
#include <map>
#include <vector>

#include "engine/format/public_id.h"
#include "server/response/answer_text.h"
#include "server/response/card_fields.h"
#include "server/response/json_text.h"
#include "server/response/service_sessions.h"
#include "server/response/session_text.h"

namespace waypost::server {
namespace {

void WriteLocation(const CardFields& card, JsonText& json) {
  if (!card.has_location) {
    json.Null("location");
    return;
  }
  json.StartObject("location");
  if (!card.location_id.empty()) json.Text("id", card.location_id);
  if (!card.location_name.empty()) json.Text("name", card.location_name);
  json.EndObject();
}

void WriteRows(const Index& index, const std::vector<ServiceSession>& rows,
               const absl::TimeZone& zone, JsonText& json) {
  std::map<DocId, CardFields> cards;
  json.StartArray("sessions");
  for (const ServiceSession& row : rows) {
    const auto [card, is_new] = cards.try_emplace(row.doc);
    if (is_new) card->second = ReadCard(index, row.doc);
    json.StartObject();
    WriteOccurrence(row.occurrence, zone, json);
    WriteLocation(card->second, json);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string WriteSessionsJson(const Index& index, ServiceOrdinal service, Date from, Date to,
                              const absl::TimeZone& zone) {
  const Horizon& known = index.calendar().lists.horizon;
  std::vector<ServiceSession> rows =
      SessionsBetween(index, service, DayNumber(std::max(from, known.first)),
                      DayNumber(std::min(to, known.last)), kMostSessionRows + 1);
  const bool truncated = rows.size() > kMostSessionRows;
  if (truncated) rows.resize(kMostSessionRows);
  JsonText json;
  json.StartObject()
      .Text("id", FormatUuid(index.services().public_id[service]))
      .Text("name", index.services().name[service])
      .Text("from", FormatIsoDate(from))
      .Text("to", FormatIsoDate(to))
      .Text("known_from", FormatIsoDate(known.first))
      .Text("known_to", FormatIsoDate(known.last));
  WriteRows(index, rows, zone, json);
  const DocId doc = index.services().documents[service].front();
  json.Bool("truncated", truncated)
      .Raw("source", index.sources().info[index.documents().source[doc]])
      .Text("build", BuildText(index))
      .Text("built_at", FormatIsoDate(index.as_of()))
      .EndObject();
  return std::move(json).Take();
}

}  // namespace waypost::server
