#include "tests/oracle/question_kinds.h"

#include <algorithm>

#include "tests/oracle/date_facts.h"
#include "tests/oracle/next_session.h"

namespace waypost::oracle {
namespace {

bool IsPartial(const Examination& examination) {
  const std::size_t results = examination.results.size();
  return results > 0 && results < examination.services.size();
}

bool HasTie(const Examination& examination) {
  const auto& results = examination.results;
  for (std::size_t i = 1; i < results.size(); ++i) {
    if (AreTied(results[i - 1].rank, results[i].rank)) return true;
  }
  return false;
}

// A service with several documents, at least one of which is a result.
bool HasSeveralVenues(const Examination& examination) {
  return std::any_of(examination.services.begin(), examination.services.end(),
                     [](const std::vector<ExaminedDocument>& documents) {
                       return documents.size() > 1 &&
                              std::any_of(documents.begin(), documents.end(),
                                          [](const auto& document) { return document.matches; });
                     });
}

template <typename Is>
bool HasResult(const Examination& examination, Is is) {
  return std::any_of(examination.results.begin(), examination.results.end(),
                     [&](const Result& result) { return is(result.best->document); });
}

bool AsksForTime(const Examination& examination) {
  const query::Query& query = examination.question->query;
  return query.HasTimeFilter() ||
         std::any_of(query.facets.begin(), query.facets.end(), [](query::Facet facet) {
           return facet == query::Facet::kDay || facet == query::Facet::kTimeOfDay;
         });
}

bool HasMidnight(const Examination& examination) {
  if (!AsksForTime(examination)) return false;
  const Question& question = *examination.question;
  return HasResult(examination, [&](const Document& document) {
    return WeekOf(Rota(document, question.known, {}), question.today, {}).RunsPastMidnight();
  });
}

bool HasMissing(const Examination& examination) {
  return std::any_of(
      examination.results.begin(), examination.results.end(), [](const Result& result) {
        const auto& facts = result.best->facts;
        return std::find(facts.begin(), facts.end(), Fact::kNotStated) != facts.end();
      });
}

// The date of `on` or of `open_at`.
std::optional<Date> AskedDate(const Examination& examination) {
  const Question& question = *examination.question;
  if (question.query.on) return question.query.on;
  if (question.open_at) return question.open_at->date;
  return std::nullopt;
}

// A document that matches and has such a session on the asked date, or on the day before it.
template <typename Is>
bool HasStart(const Examination& examination, int days_before, Is is) {
  const std::optional<Date> date = AskedDate(examination);
  if (!date) return false;
  return HasResult(examination, [&](const Document& document) {
    const Diary diary(*examination.question, document);
    const std::vector<Start> starts = diary.rota().StartsOn(*date - std::chrono::days(days_before));
    return std::any_of(starts.begin(), starts.end(),
                       [&](const Start& start) { return is(diary, start); });
  });
}

bool HasDoubt(const Examination& examination) {
  return HasStart(examination, 0,
                  [](const Diary& diary, const Start& start) { return diary.IsInDoubt(start); });
}

bool HasStartOfDayBefore(const Examination& examination) {
  return HasStart(examination, 1, [](const Diary&, const Start& start) {
    return start.times && start.times->opens + start.times->length > kMinutesPerDay;
  });
}

// The asked date is a holiday of some document, whatever becomes of the document.
template <HolidayWord kWord>
bool HasHoliday(const Examination& examination) {
  const std::optional<Date> date = AskedDate(examination);
  if (!date) return false;
  for (const auto& documents : examination.services) {
    for (const ExaminedDocument& examined : documents) {
      const bool has_rows = !SchedulesOf(examined.document).empty();
      if (has_rows && WordOn(HolidayRowsOf(examined.document), *date) == kWord) return true;
    }
  }
  return false;
}

bool AsksBeyondKnown(const Examination& examination) {
  const Question& question = *examination.question;
  const std::optional<Date> date = AskedDate(examination);
  if (date && !question.known.Has(*date)) return true;
  const int ahead = question.query.next_days.value_or(0);
  return question.query.next_days && !question.known.Has(question.today + std::chrono::days(ahead));
}

bool AsksAtEdgeOfKnown(const Examination& examination) {
  const KnownDays& known = examination.question->known;
  const std::optional<Date> date = AskedDate(examination);
  return date && (*date == known.first || *date == known.last);
}

bool AsksWindowOfDate(const Examination& examination) {
  const query::Query& query = examination.question->query;
  return query.on && (query.from || query.to);
}

bool AsksDateOtherwiseThanOverlap(const Examination& examination) {
  const query::Query& query = examination.question->query;
  return query.on && query.time_match != query::TimeMatch::kOverlap;
}

bool AsksOpenNow(const Examination& examination) {
  const query::Query& query = examination.question->query;
  return query.open_at && !query.open_at->minute;
}

bool AsksForToday(const Examination& examination) {
  return examination.question->query.next_days == 0;
}

bool AsksInSecondPass(const Examination& examination) {
  const Question& question = *examination.question;
  return question.now.second_pass || (question.open_at && question.open_at->second_pass);
}

bool SortsModified(const Examination& examination) {
  return examination.question->SortInForce() == query::Sort::kModified;
}

bool SortsSoonest(const Examination& examination) {
  return examination.question->SortInForce() == query::Sort::kSoonest;
}

bool SortsRunning(const Examination& examination) {
  if (!SortsSoonest(examination)) return false;
  return HasResult(examination, [&](const Document& document) {
    const auto next = NextSessionOf(*examination.question, document);
    return next && next->is_running;
  });
}

// Documents of one service whose next session tells which of them is shown.
bool HasVenuesToldApartBySoonest(const Examination& examination) {
  const Question& question = *examination.question;
  if (SortsSoonest(examination)) return false;
  for (const Result& result : examination.results) {
    const Document& best = result.best->document;
    for (const Document& other : DocumentsOf(*best.service)) {
      const Rank rank = RankOf(question, other, result.rank.certain);
      if (AreTied(rank, result.rank) && rank.distance == result.rank.distance &&
          rank.soonest != result.rank.soonest) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::vector<QuestionKind> QuestionKinds() {
  return {
      {"some but not all services", 0.60, IsPartial},
      {"ties that the public id decides", 0.10, HasTie},
      {"several venues, some of which match", 0.10, HasSeveralVenues},
      {"venues told apart by their next session", 0.02, HasVenuesToldApartBySoonest},
      {"time asked and a session past midnight among the results", 0.10, HasMidnight},
      {"a fact not stated among the results", 0.10, HasMissing},
      {"a date asked with a session in doubt among the results", 0.02, HasDoubt},
      {"a date asked and a session from the day before among the results", 0.02,
       HasStartOfDayBefore},
      {"a date asked on which some service is closed", 0.02, HasHoliday<HolidayWord::kClosed>},
      {"a date asked on which some service has other times", 0.02,
       HasHoliday<HolidayWord::kOtherTimes>},
      {"a date asked on which some service is open as usual", 0.02,
       HasHoliday<HolidayWord::kAsUsual>},
      {"a date asked that nobody knows", 0.005, AsksBeyondKnown},
      {"the first or the last date that is known", 0.002, AsksAtEdgeOfKnown},
      {"on, with a window", 0.02, AsksWindowOfDate},
      {"on, with time_match", 0.02, AsksDateOtherwiseThanOverlap},
      {"open_at=now", 0.005, AsksOpenNow},
      {"next_days=0", 0.005, AsksForToday},
      {"a minute of the hour that clocks show twice, the second time", 0.005, AsksInSecondPass},
      {"sort=modified", 0.05, SortsModified},
      {"sort=soonest", 0.05, SortsSoonest},
      {"sort=soonest with a session that is running", 0.02, SortsRunning},
  };
}

}  // namespace waypost::oracle
