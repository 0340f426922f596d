#include "tests/oracle/next_session.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "tests/oracle/date_facts.h"
#include "tests/oracle/query_text.h"

namespace waypost::oracle {
namespace {

using std::chrono::days;

constexpr std::int64_t kLongestRun = 100'000;  // minutes; sessions are at most a day

std::optional<NextSession> Reckon(const Question& question, const Start& start) {
  const int midnight = static_cast<int>((start.day - question.today).count()) * kMinutesPerDay;
  NextSession next{.start = start};
  // A day without times: its first minute that is still to come.
  if (!start.times) {
    if (start.day < question.today) return std::nullopt;
    next.minutes = std::max(0, midnight - question.now.NextStart());
    return next;
  }
  const int opens = midnight + start.times->opens;
  const int closes = opens + start.times->length;
  next.is_running = opens <= question.now.Running() && closes > question.now.Running();
  if (next.is_running) {
    if (question.faults.Has(ScanFault::kRunningIsOver)) return std::nullopt;
    next.minutes = closes - question.now.Running();
    return next;
  }
  if (opens < question.now.NextStart()) return std::nullopt;
  next.minutes = opens - question.now.NextStart();
  return next;
}

bool IsSooner(const NextSession& a, const NextSession& b) {
  const auto key = [](const NextSession& next) {
    const int opens = next.start.times ? next.start.times->opens : kMinutesPerDay;
    const int length = next.start.times ? next.start.times->length : 0;
    return std::make_tuple(!next.is_running, next.minutes, next.start.day, opens, length,
                           next.in_doubt);
  };
  return key(a) < key(b);
}

}  // namespace

std::optional<NextSession> NextSessionOf(const Question& question, const Document& document) {
  if (!question.known.Has(question.today)) return std::nullopt;
  const Diary diary(question, document);
  std::optional<NextSession> best;
  for (Date day = question.today - days(1); day <= question.known.last; day += days(1)) {
    // What starts on a later day is later.
    if (best && day > question.today) break;
    for (const Start& start : diary.rota().StartsOn(day)) {
      std::optional<NextSession> next = Reckon(question, start);
      if (!next) continue;
      next->in_doubt = diary.IsInDoubt(start);
      if (!best || IsSooner(*next, *best)) best = next;
    }
  }
  return best;
}

std::int64_t SoonestKey(const std::optional<NextSession>& next) {
  if (!next) return std::numeric_limits<std::int64_t>::max();
  return next->is_running ? next->minutes : kLongestRun + next->minutes;
}

std::string Describe(const std::optional<NextSession>& next) {
  if (!next) return "";
  const Start& start = next->start;
  std::string text = FormatIsoDate(start.day);
  if (start.times) {
    text += " " + ClockText(MinuteOfDay(start.times->opens)) + "+" +
            std::to_string(start.times->length);
  }
  return text + (next->in_doubt ? ", bank holiday" : "");
}

}  // namespace waypost::oracle
