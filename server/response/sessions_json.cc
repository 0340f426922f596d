#include "server/response/sessions_json.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <vector>

#include "engine/format/public_id.h"
#include "engine/hours/occurrence.h"
#include "server/response/answer_text.h"
#include "server/response/card_fields.h"
#include "server/response/json_text.h"
#include "server/response/session_text.h"

namespace waypost::server {
namespace {

struct SessionRow {
  Occurrence occurrence;
  DocId doc;
  std::uint32_t location_rank = 0;
};

bool IsBefore(const SessionRow& a, const SessionRow& b) {
  const auto key = [](const SessionRow& row) {
    const Occurrence& at = row.occurrence;
    // A day without times begins with its day.
    const int start = at.start == kNoTimes ? -1 : int{at.start};
    return std::tuple(at.day, start, at.length, row.location_rank, row.doc);
  };
  return key(a) < key(b);
}

void KeepFirst(std::vector<SessionRow>& rows) {
  std::sort(rows.begin(), rows.end(), IsBefore);
  rows.resize(std::min(rows.size(), kMostSessionRows + 1));
}

// The first kMostSessionRows, and one more where there are more.
std::vector<SessionRow> RowsOf(const Index& index, ServiceOrdinal service, int first, int last) {
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  std::vector<SessionRow> rows;
  for (const DocId doc : index.services().documents[service]) {
    const DocumentHours hours = index.documents().HoursOf(doc);
    for (const Occurrence& at : OccurrencesBetween(hours, index.calendar(), first, last, kAll)) {
      rows.push_back({at, doc, index.documents().location_rank[doc]});
    }
    // Seldom, so that many documents do not sort the same rows again and again.
    if (rows.size() <= 4 * kMostSessionRows) continue;
    KeepFirst(rows);
    // Of the other documents nothing later is wanted.
    last = rows.back().occurrence.day;
  }
  KeepFirst(rows);
  return rows;
}

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

void WriteRows(const Index& index, const std::vector<SessionRow>& rows, const absl::TimeZone& zone,
               JsonText& json) {
  std::map<DocId, CardFields> cards;
  json.StartArray("sessions");
  for (const SessionRow& row : rows) {
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
  std::vector<SessionRow> rows = RowsOf(index, service, DayNumber(std::max(from, known.first)),
                                        DayNumber(std::min(to, known.last)));
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
