#include "server/response/why_json.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/hours/english.h"
#include "engine/hours/time_window.h"
#include "engine/query/filters/date_answers.h"
#include "server/response/session_text.h"

namespace waypost::server {
namespace {

using query::Hit;
using query::ResolvedQuery;
using Terms = std::span<const TaxonomyTermId>;

bool Has(const Index& index, TermId word, DocId doc) {
  const auto documents = index.words().postings[word];
  return std::binary_search(documents.begin(), documents.end(), doc);
}

// Itself or by a synonym, as the filter has it.
bool Has(const Index& index, const query::ResolvedWord& word, DocId doc) {
  if (word.term && Has(index, *word.term, doc)) return true;
  return std::any_of(word.alternatives.begin(), word.alternatives.end(), [&](const auto& way) {
    return std::all_of(way.begin(), way.end(), [&](TermId term) { return Has(index, term, doc); });
  });
}

void WriteWords(const Index& index, const ResolvedQuery& resolved, DocId doc, JsonText& json) {
  for (const query::ResolvedWord& word : resolved.words) {
    if (!Has(index, word, doc)) continue;
    json.StartObject().Text("kind", "word").Text("text", word.word.text).EndObject();
  }
}

void WriteTerm(std::string_view kind, const Taxonomy& taxonomy, TaxonomyTermId term,
               JsonText& json) {
  json.StartObject()
      .Text("kind", kind)
      .Text("id", taxonomy.id_text(term))
      .Text("label", taxonomy.label(term))
      .EndObject();
}

bool IsWithinAny(const Taxonomy& taxonomy, TaxonomyTermId term, Terms targets) {
  return std::any_of(targets.begin(), targets.end(),
                     [&](TaxonomyTermId target) { return taxonomy.IsWithin(term, target); });
}

// The document's own terms: "dementia café" says more than the "dementia services" that was asked.
void WriteOwnTerms(std::string_view kind, const Taxonomy& taxonomy, const query::TermSet& set,
                   Terms carried, JsonText& json) {
  for (TaxonomyTermId term : carried) {
    if (IsWithinAny(taxonomy, term, set.targets)) WriteTerm(kind, taxonomy, term, json);
  }
}

// Whether a carried term serves `need`, or a need below it.
bool Serves(const Taxonomy& taxonomy, Terms carried, TaxonomyTermId need) {
  for (TaxonomyTermId term = need; term < taxonomy.subtree_end(need); ++term) {
    const Terms targets = taxonomy.mapped(term);
    if (std::any_of(carried.begin(), carried.end(),
                    [&](TaxonomyTermId own) { return IsWithinAny(taxonomy, own, targets); })) {
      return true;
    }
  }
  return false;
}

// The asked needs: what serves them are types, which nobody asked for.
void WriteServed(std::string_view kind, const Taxonomy& taxonomy, const query::TermSet& set,
                 Terms carried, JsonText& json) {
  for (TaxonomyTermId need : set.asked) {
    if (Serves(taxonomy, carried, need)) WriteTerm(kind, taxonomy, need, json);
  }
}

SessionPattern PatternOf(const Session& session) {
  SessionPattern pattern{.days = EnumSet<Weekday>::FromBits(session.days)};
  if (session.HasTimes()) {
    pattern.start = MinuteOfDay(session.start);
    pattern.length = session.length;
  }
  return pattern;
}

// The weekly sessions that answer by themselves; "" when it takes several, or those of certain
// dates.
std::string WeeklyAnswer(const Index& index, const ResolvedQuery& resolved, DocId doc) {
  const Calendar& calendar = index.calendar();
  DayJudge judge(TimeFilterPlan({.days = resolved.query.days,
                                 .from = resolved.query.from,
                                 .to = resolved.query.to,
                                 .match = resolved.query.time_match,
                                 .today = resolved.now.date},
                                calendar.lists.horizon),
                 calendar);
  std::vector<SessionPattern> patterns;
  for (const SessionId& id : index.documents().sessions[doc]) {
    if (!calendar[id].IsWeekly()) continue;
    const DocumentHours alone{.sessions = {&id, 1}, .state = kHasRows};
    if (judge.Matches(alone) == Fact::kYes) patterns.push_back(PatternOf(calendar[id]));
  }
  return DescribeSessions(patterns);
}

bool IsInDoubt(const Hit& hit, query::FilterKind kind) {
  return std::find(hit.not_stated.begin(), hit.not_stated.end(), kind) != hit.not_stated.end();
}

void WriteSession(const Index& index, const ResolvedQuery& resolved, const Hit& hit,
                  JsonText& json) {
  if (!resolved.query.HasTimeFilter() || IsInDoubt(hit, query::FilterKind::kTime)) return;
  std::string text = WeeklyAnswer(index, resolved, hit.doc);
  if (text.empty()) text = index.documents().session_line[hit.doc];
  if (!text.empty()) json.StartObject().Text("kind", "session").Text("text", text).EndObject();
}

// The session of the asked date, also where only a bank holiday leaves it in doubt.
void WriteDates(const Index& index, const ResolvedQuery& resolved, const Hit& hit, JsonText& json) {
  for (query::FilterKind kind : query::AskedDates(resolved.query)) {
    const auto found = query::FoundOccurrence(index, resolved, kind, hit.doc);
    if (!found || (IsInDoubt(hit, kind) && !found->bank_holiday)) continue;
    json.StartObject().Text("kind", "session").Text("text", OccurrenceText(*found));
    if (found->bank_holiday) json.Bool("bank_holiday", true);
    json.EndObject();
  }
}

}  // namespace

void WriteWhy(const Index& index, const ResolvedQuery& resolved, const Hit& hit, JsonText& json) {
  const Taxonomy& taxonomy = index.taxonomy();
  const Terms carried = index.documents().terms[hit.doc];
  json.StartArray("why");
  WriteWords(index, resolved, hit.doc, json);
  WriteOwnTerms("service_type", taxonomy, resolved.service_types, carried, json);
  WriteOwnTerms("taxonomy_term", taxonomy, resolved.taxonomy_terms, carried, json);
  WriteServed("need", taxonomy, resolved.needs, carried, json);
  WriteServed("circumstance", taxonomy, resolved.circumstances, carried, json);
  WriteSession(index, resolved, hit, json);
  WriteDates(index, resolved, hit, json);
  json.EndArray();
}

}  // namespace waypost::server
