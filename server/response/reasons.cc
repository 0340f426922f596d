#include "server/response/reasons.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/lines.h"
#include "engine/hours/english.h"
#include "engine/hours/time_window.h"
#include "engine/query/filters/date_answers.h"
#include "engine/query/filters/phrase_test.h"
#include "server/response/card_fields.h"
#include "server/response/page_text.h"
#include "server/response/sensitive_types.h"
#include "server/response/session_text.h"

namespace waypost::server {
namespace {

using query::Hit;
using query::ResolvedQuery;
using Terms = std::span<const TaxonomyTermId>;

using Reasons = std::vector<Reason>;

void AddWords(const Index& index, const ResolvedQuery& resolved, DocId doc, Reasons& reasons) {
  for (const query::ResolvedWord& word : resolved.words) {
    if (query::HasWord(index, word, doc))
      reasons.push_back({.kind = "word", .text = word.word.text});
  }
}

Reason ReasonOf(std::string_view kind, const Taxonomy& taxonomy, TaxonomyTermId term) {
  return {.kind = kind,
          .id = std::string(taxonomy.id_text(term)),
          .label = std::string(taxonomy.label(term))};
}

bool IsWithinAny(const Taxonomy& taxonomy, TaxonomyTermId term, Terms targets) {
  return std::any_of(targets.begin(), targets.end(),
                     [&](TaxonomyTermId target) { return taxonomy.IsWithin(term, target); });
}

// A term of a document: its own, or one that its text suggests.
struct DocumentTerm {
  TaxonomyTermId term;
  bool is_inferred = false;
  std::string_view words = {};  // that suggest it
};

// Own terms first.
std::vector<DocumentTerm> TermsOf(const Index& index, const ResolvedQuery& resolved, DocId doc) {
  std::vector<DocumentTerm> terms;
  for (TaxonomyTermId term : index.documents().terms[doc]) terms.push_back({term});
  if (!resolved.query.use_inferred) return terms;
  const auto words = LinesOf(index.services().inferred_words[index.documents().service[doc]]);
  const auto inferred = index.documents().inferred[doc];
  for (std::size_t i = 0; i < inferred.size(); ++i) {
    terms.push_back({inferred[i], true, i < words.size() ? words[i] : std::string_view()});
  }
  return terms;
}

void MarkInferred(const DocumentTerm& term, Reason& reason) {
  reason.is_inferred = term.is_inferred;
  reason.inferred_from = term.words;
}

// The document's own terms: "dementia café" says more than the "dementia services" that was asked.
void AddOwnTerms(std::string_view kind, const Taxonomy& taxonomy, const query::TermSet& set,
                 const std::vector<DocumentTerm>& carried, Reasons& reasons) {
  for (const DocumentTerm& term : carried) {
    if (!IsWithinAny(taxonomy, term.term, set.targets)) continue;
    reasons.push_back(ReasonOf(kind, taxonomy, term.term));
    MarkInferred(term, reasons.back());
  }
}

// The asked needs: what serves them are types, which nobody asked for.
void AddServed(std::string_view kind, const Index& index, const query::TermSet& set,
               const std::vector<DocumentTerm>& carried, Reasons& reasons) {
  const Taxonomy& taxonomy = index.taxonomy();
  for (TaxonomyTermId need : set.asked) {
    const std::vector<TaxonomyTermId> types = taxonomy.TypesServing(need);
    const auto serving = std::ranges::find_if(
        carried, [&](const DocumentTerm& term) { return IsWithinAny(taxonomy, term.term, types); });
    if (serving == carried.end()) continue;
    reasons.push_back(ReasonOf(kind, taxonomy, need));
    reasons.back().is_possible = !TellsOf(index, serving->term, need);
    MarkInferred(*serving, reasons.back());
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

void AddSession(const Index& index, const ResolvedQuery& resolved, const Hit& hit,
                Reasons& reasons) {
  if (!resolved.query.HasTimeFilter() || IsInDoubt(hit, query::FilterKind::kTime)) return;
  std::string text = WeeklyAnswer(index, resolved, hit.doc);
  if (text.empty()) text = index.documents().session_line[hit.doc];
  if (!text.empty()) reasons.push_back({.kind = "session", .text = std::move(text)});
}

// The session of the asked date, also where only a bank holiday leaves it in doubt.
void AddDates(const Index& index, const ResolvedQuery& resolved, const Hit& hit, Reasons& reasons) {
  for (query::FilterKind kind : query::AskedDates(resolved.query)) {
    const auto found = query::FoundOccurrence(index, resolved, kind, hit.doc);
    if (!found || (IsInDoubt(hit, kind) && !found->bank_holiday)) continue;
    reasons.push_back({.kind = "session",
                       .text = OccurrenceText(*found),
                       .bank_holiday = found->bank_holiday
                                           ? HolidayWords(index, hit.doc, found->day)
                                           : std::string_view()});
  }
}

// How it reaches where the person is. Of a confidential place not even the distance is told.
void AddPlace(const Index& index, const ResolvedQuery& resolved, const Hit& hit, Reasons& reasons) {
  if (!resolved.place) return;
  const DocumentColumns& documents = index.documents();
  const auto reach = EnumSet<Reach>::FromBits(documents.reach[hit.doc]);
  if (hit.distance) {
    if (IsConfidential(index, hit.doc)) return;
    const bool is_sharp = resolved.place->IsExact() && !documents.IsOnlyAbout(hit.doc);
    const std::string miles = is_sharp ? MilesText(*hit.distance) : AboutMilesText(*hit.distance);
    reasons.push_back({.kind = "place", .text = miles + " away"});
    return;
  }
  const auto areas = documents.areas[hit.doc];
  const bool comes =
      reach.Has(Reach::kVisits) && std::ranges::any_of(areas, [&](AreaId area) {
        return !area.is_none() && resolved.area_contains_place[area.index()] == Fact::kYes;
      });
  if (comes) {
    reasons.push_back({.kind = "visits", .text = "comes to people where you are"});
  } else if (reach.Has(Reach::kRemote)) {
    reasons.push_back({.kind = "remote", .text = "by phone or online"});
  }
}

std::string PhraseOf(const Reason& reason) {
  if (reason.kind == "word") return "mentions “" + reason.text + "”";
  if (reason.kind == "session") {
    std::string phrase = "is on " + AfterOn(reason.text);
    if (reason.bank_holiday.empty()) return phrase;
    return phrase.append(" (").append(reason.bank_holiday).append(": check first)");
  }
  if (!reason.label.empty()) {
    const std::string what =
        reason.kind == "service_type" || reason.kind == "taxonomy_term"
            ? "is listed under " + reason.label
        : reason.kind == "need"
            ? (reason.is_possible ? "may help with: " : "helps with: ") + reason.label
            : "is for: " + reason.label;
    if (!reason.is_inferred) return what;
    return "may be what you need (" + reason.label + "), because it says “" + reason.inferred_from +
           "”";
  }
  return reason.text;
}

}  // namespace

std::vector<Reason> ReasonsOf(const Index& index, const ResolvedQuery& resolved, const Hit& hit) {
  const Taxonomy& taxonomy = index.taxonomy();
  const std::vector<DocumentTerm> carried = TermsOf(index, resolved, hit.doc);
  Reasons reasons;
  AddWords(index, resolved, hit.doc, reasons);
  AddOwnTerms("service_type", taxonomy, resolved.service_types, carried, reasons);
  AddOwnTerms("taxonomy_term", taxonomy, resolved.taxonomy_terms, carried, reasons);
  AddServed("need", index, resolved.needs, carried, reasons);
  AddServed("circumstance", index, resolved.circumstances, carried, reasons);
  AddServed("persona", index, resolved.personas, carried, reasons);
  AddSession(index, resolved, hit, reasons);
  AddDates(index, resolved, hit, reasons);
  AddPlace(index, resolved, hit, reasons);
  return reasons;
}

void WriteWhy(const std::vector<Reason>& reasons, JsonText& json) {
  json.StartArray("why");
  for (const Reason& reason : reasons) {
    json.StartObject().Text("kind", reason.kind);
    if (!reason.id.empty()) json.Text("id", reason.id).Text("label", reason.label);
    if (!reason.text.empty()) json.Text("text", reason.text);
    if (reason.is_inferred) json.Bool("inferred", true).Text("words", reason.inferred_from);
    if (!reason.bank_holiday.empty()) json.Bool("bank_holiday", true);
    json.EndObject();
  }
  json.EndArray();
  const std::string sentence = SentenceOf(reasons);
  if (!sentence.empty()) json.Text("why_text", sentence);
}

// Words are one phrase together: they are read as one.
std::string SentenceOf(const std::vector<Reason>& reasons) {
  std::vector<std::string> phrases;
  for (const Reason& reason : reasons) {
    const bool goes_on = reason.kind == "word" && !phrases.empty();
    if (goes_on) {
      phrases.back() += ", “" + reason.text + "”";
    } else {
      phrases.push_back(PhraseOf(reason));
    }
  }
  std::string sentence;
  for (const std::string& phrase : phrases) sentence += (sentence.empty() ? "" : "; ") + phrase;
  if (sentence.empty()) return sentence;
  return Capitalised(sentence) + ".";
}

}  // namespace waypost::server
