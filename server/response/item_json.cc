#include "server/response/item_json.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/hours/next_session.h"
#include "engine/query/filters/date_answers.h"
#include "server/response/card_fields.h"
#include "server/response/reasons.h"
#include "server/response/session_text.h"

namespace waypost::server {
namespace {

using query::Hit;
using query::ResolvedQuery;

// The asked conditions first, then the item's own members.
std::vector<std::string_view> NotStated(const Index& index, const Hit& hit) {
  std::vector<std::string_view> names;
  names.reserve(hit.not_stated.size() + 6);
  for (query::FilterKind kind : hit.not_stated) names.push_back(NameOf(kind));
  const auto add = [&](std::string_view name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  const DocumentColumns& documents = index.documents();
  if (documents.free[hit.doc] == Fact::kNotStated) add("free");
  if (documents.access[hit.doc] == 0) add("access");
  if (documents.ages[hit.doc].empty()) add("ages");
  if (documents.session_line[hit.doc].empty()) add("sessions");
  if (documents.assured[hit.doc] == kNoDate) add("assured");
  if ((documents.flags[hit.doc] & kStatesStatus) == 0) add("status");
  return names;
}

// The parts, and what they are worked out from (QUERY.md, "Relevance"). Of a confidential place
// neither: from what is left the distance could be told.
void WriteScore(const Index& index, const ResolvedQuery& resolved, const Hit& hit, JsonText& json) {
  const DocumentColumns& documents = index.documents();
  const bool confidential = IsConfidential(index, hit.doc);
  json.StartObject("score").Number("text", hit.score.text).Number("term", hit.score.term);
  if (!confidential) json.Number("distance", hit.score.distance);
  json.Number("fresh", hit.score.fresh).Number("rich", hit.score.rich);
  if (!confidential) json.Number("sum", hit.score.Sum());
  json.StartObject("from").Number("bm25", hit.bm25);
  if (hit.distance && !confidential) {
    json.Number("metres", static_cast<double>(hit.distance->value()) / 1000);
  }
  const std::int32_t assured = documents.assured[hit.doc];
  if (assured != kNoDate) json.Whole("days", DayNumber(resolved.now.date) - assured);
  json.Whole("richness", documents.richness[hit.doc]).EndObject().EndObject();
}

// An answer that a bank holiday leaves in doubt says so, that a page can say "check first".
bool IsInDoubtOnHoliday(const Index& index, const ResolvedQuery& resolved, const Hit& hit) {
  return std::any_of(hit.not_stated.begin(), hit.not_stated.end(), [&](query::FilterKind kind) {
    if (!query::AsksDate(kind)) return false;
    const auto found = query::FoundOccurrence(index, resolved, kind, hit.doc);
    return found && found->bank_holiday;
  });
}

void WriteSessions(const Index& index, const ResolvedQuery& resolved, DocId doc,
                   const absl::TimeZone& zone, JsonText& json) {
  const auto next = NextSession(index.documents().HoursOf(doc), index.calendar(), resolved.now);
  const std::string line = SessionLine(index, doc, resolved.now);
  if (!line.empty()) json.Text("sessions", line);
  if (!next) return;
  json.StartObject("next_session");
  WriteOccurrence(*next, zone, json);
  json.EndObject();
}

}  // namespace

void WriteItem(const Index& index, const ResolvedQuery& resolved, const Hit& hit,
               const absl::TimeZone& zone, Highlighter* highlighter, JsonText& json) {
  const DocumentColumns& documents = index.documents();
  const bool confidential = IsConfidential(index, hit.doc);
  json.StartObject();
  json.RawMembers(index.services().card[documents.service[hit.doc]]);
  json.RawMembers(documents.card[hit.doc]);
  WriteSessions(index, resolved, hit.doc, zone, json);
  json.Bool("certain", hit.certain);
  json.StartArray("not_stated");
  for (std::string_view name : NotStated(index, hit)) json.Element(name);
  json.EndArray();
  if (IsInDoubtOnHoliday(index, resolved, hit)) json.Bool("bank_holiday", true);
  // Of a confidential place not even the distance is told.
  if (hit.distance && !confidential) json.Whole("distance_m", WholeMetres(*hit.distance));
  WriteWhy(ReasonsOf(index, resolved, hit), json);
  if (highlighter != nullptr) highlighter->Write(hit.doc, json);
  if ((documents.flags[hit.doc] & kSignposts) != 0) json.Bool("signposts", true);
  if (resolved.query.explain && query::EffectiveSort(resolved.query) == query::Sort::kRelevance) {
    WriteScore(index, resolved, hit, json);
  }
  json.EndObject();
}

}  // namespace waypost::server
