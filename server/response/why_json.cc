#include "server/response/why_json.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/hours/english.h"
#include "engine/hours/time_window.h"

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

SessionPattern PatternOf(const WeeklySession& session) {
  SessionPattern pattern{.days = EnumSet<Weekday>::FromBits(session.days)};
  if (session.start != kNoTimes) {
    pattern.start = MinuteOfDay(session.start);
    pattern.length = session.length;
  }
  return pattern;
}

// The weekly sessions that answer by themselves; "" when it takes several, or those of certain
// dates.
std::string WeeklyAnswer(const Index& index, const ResolvedQuery& resolved, DocId doc) {
  const DateLists& lists = index.date_lists();
  const TimeFilterPlan plan({.days = resolved.query.days,
                             .from = resolved.query.from,
                             .to = resolved.query.to,
                             .match = resolved.query.time_match,
                             .today = resolved.now.date},
                            lists.horizon);
  std::vector<SessionPattern> patterns;
  for (const WeeklySession& session : index.documents().weekly[doc]) {
    const DocumentHours alone{.weekly = {&session, 1}, .dated = {}, .state = kHasRows};
    if (MatchesDay(plan, alone, lists) == Fact::kYes) patterns.push_back(PatternOf(session));
  }
  return DescribeSessions(patterns);
}

// The text of a member of a card, still JSON, with its quotation marks; "" when there is none.
std::string_view RawTextOf(std::string_view card, std::string_view key) {
  const std::string mark = "\"" + std::string(key) + "\":\"";
  const std::size_t at = card.find(mark);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + mark.size() - 1;
  std::size_t end = begin + 1;
  while (end < card.size() && card[end] != '"') end += card[end] == '\\' ? 2 : 1;
  return end < card.size() ? card.substr(begin, end + 1 - begin) : std::string_view();
}

void WriteSession(const Index& index, const ResolvedQuery& resolved, const Hit& hit,
                  JsonText& json) {
  const bool in_doubt = std::find(hit.not_stated.begin(), hit.not_stated.end(),
                                  query::FilterKind::kTime) != hit.not_stated.end();
  if (!resolved.query.HasTimeFilter() || in_doubt) return;
  const std::string weekly = WeeklyAnswer(index, resolved, hit.doc);
  const std::string_view line = RawTextOf(index.documents().card[hit.doc], "sessions");
  if (weekly.empty() && line.empty()) return;
  json.StartObject().Text("kind", "session");
  if (weekly.empty()) {
    json.Raw("text", line);
  } else {
    json.Text("text", weekly);
  }
  json.EndObject();
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
  json.EndArray();
}

}  // namespace waypost::server
