#include "server/response/item_json.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "server/response/why_json.h"

namespace waypost::server {
namespace {

using query::Hit;
using query::ResolvedQuery;

// Sessions have words only on the card. There a quotation mark inside a text is escaped, so these
// bytes are the key and nothing else; no object within a card has a member of the name.
bool StatesSessions(std::string_view card) {
  // It is the last member: found soonest from the end.
  return card.rfind("\"sessions\":") != std::string_view::npos;
}

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
  if (!StatesSessions(documents.card[hit.doc])) add("sessions");
  if (documents.assured[hit.doc] == kNoDate) add("assured");
  if ((documents.flags[hit.doc] & kStatesStatus) == 0) add("status");
  return names;
}

void WriteScore(const Hit& hit, bool confidential, JsonText& json) {
  json.StartObject("score").Number("text", hit.score.text).Number("term", hit.score.term);
  // From this part the distance could be worked out.
  if (!confidential) json.Number("distance", hit.score.distance);
  json.Number("fresh", hit.score.fresh).Number("rich", hit.score.rich);
  if (!confidential) json.Number("sum", hit.score.Sum());
  json.EndObject();
}

}  // namespace

void WriteItem(const Index& index, const ResolvedQuery& resolved, const Hit& hit, JsonText& json) {
  const DocumentColumns& documents = index.documents();
  const bool confidential = (documents.flags[hit.doc] & kConfidential) != 0;
  json.StartObject();
  json.RawMembers(index.services().card[documents.service[hit.doc]]);
  json.RawMembers(documents.card[hit.doc]);
  json.Bool("certain", hit.certain);
  json.StartArray("not_stated");
  for (std::string_view name : NotStated(index, hit)) json.Element(name);
  json.EndArray();
  // Of a confidential place not even the distance is told.
  if (hit.distance && !confidential) json.Whole("distance_m", WholeMetres(*hit.distance));
  WriteWhy(index, resolved, hit, json);
  if (resolved.query.explain && query::EffectiveSort(resolved.query) == query::Sort::kRelevance) {
    WriteScore(hit, confidential, json);
  }
  json.EndObject();
}

}  // namespace waypost::server
