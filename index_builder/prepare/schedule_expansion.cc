#include "index_builder/prepare/schedule_expansion.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "engine/hours/english.h"
#include "index_builder/prepare/recurrence.h"
#include "index_builder/prepare/schedule_pattern.h"
#include "index_builder/prepare/schedule_rule.h"

namespace waypost::prepare {
namespace {

using record::ProblemKind;
using record::Schedule;

constexpr std::size_t kLongestValue = 200;
constexpr std::size_t kComparedRows = 64;

DayStamp FromStamp(const std::optional<Date>& date) {
  return date ? DayStampOf(*date) : kFromAlways;
}
DayStamp ToStamp(const std::optional<Date>& date) { return date ? DayStampOf(*date) : kForEver; }

std::uint8_t WeekdaysOf(const std::vector<Date>& dates) {
  unsigned weekdays = 0;
  for (Date date : dates) weekdays |= 1U << static_cast<unsigned>(WeekdayIndex(date));
  return static_cast<std::uint8_t>(weekdays);
}

// The rules that WeeklySession can say whole: every week on the same weekdays, between two days.
bool RunsEveryWeek(const Recurrence& rule, const Schedule& row) {
  if (rule.interval != 1 || !row.except.empty()) return false;
  return rule.frequency == Frequency::kWeekly ||
         (rule.frequency == Frequency::kDaily && rule.bymonthday.empty());
}

class Expander {
 public:
  Expander(const ExpansionOptions& options, const ScheduleOwner& owner, record::ProblemSink& sink)
      : options_(options), owner_(owner), sink_(sink) {}

  void Take(const Schedule& row) {
    hours_.state |= kHasRows;
    const RuleReading reading = ReadRule(row);
    if (const auto* refused = std::get_if<NotUnderstood>(&reading)) return Refuse(row, *refused);
    if (const auto* single = std::get_if<SingleDate>(&reading)) return TakeDate(row, *single);
    TakeRule(row, std::get<Recurrence>(reading));
  }

  ExpandedHours Finish() && {
    hours_.english = DescribeSessions(patterns_);
    return std::move(hours_);
  }

 private:
  void Refuse(const Schedule& row, const NotUnderstood& refused) {
    hours_.state |= kHasUnreadableRows;
    if (refused.report) {
      Report(row, refused.kind, refused.field, "kept as text: " + refused.reason);
    }
  }

  void TakeDate(const Schedule& row, const SingleDate& single) {
    std::vector<Date> dates;
    if (!row.until || single.date <= *row.until) dates.push_back(single.date);
    AddDated(row, std::move(dates), single.date > options_.horizon.last);
    Say(row, PatternOf(single));
  }

  void TakeRule(const Schedule& row, const Recurrence& rule) {
    ReportStart(row, rule);
    if (RunsEveryWeek(rule, row)) {
      AddWeekly(row, rule);
    } else {
      Occurrences found = OccurrencesOf(rule, options_.horizon);
      AddDated(row, std::move(found.dates), found.may_go_on);
    }
    Say(row, PatternOf(rule));
  }

  void ReportStart(const Schedule& row, const Recurrence& rule) {
    // "0001-01-01" stands for no date at all in some programs; nor are two thousand years searched.
    constexpr Date kEarliest = std::chrono::year(1900) / 1 / 1;
    if (!rule.dtstart || *rule.dtstart < kEarliest || *rule.dtstart > options_.horizon.last) return;
    if (FirstOccurrence(rule, *rule.dtstart)) return;
    const std::optional<Date> first = FirstOccurrence(rule, options_.horizon.last);
    Report(row, ProblemKind::kStartOffRule, "dtstart",
           first ? "first session read as " + FormatIsoDate(*first)
                 : "no session before " + FormatIsoDate(options_.horizon.last));
  }

  void AddWeekly(const Schedule& row, const Recurrence& rule) {
    WeeklySession session{.days = static_cast<std::uint8_t>(rule.Weekdays().bits())};
    std::optional<Date> last = rule.until;
    if (rule.count) last = LastOfCount(rule);
    session.first_day = FromStamp(rule.dtstart);
    session.last_day = ToStamp(last);
    if (last || rule.frequency == Frequency::kDaily) session.flags = kCountsByDate;
    SetTimesAndValidity(row, session);
    AddToEqualTimes(session);
  }

  // Only near rows are compared, so that a record of a hundred thousand rows stays linear.
  void AddToEqualTimes(const WeeklySession& session) {
    std::vector<WeeklySession>& weekly = hours_.weekly;
    const std::size_t compared = std::min(weekly.size(), kComparedRows);
    const auto same = std::find_if(weekly.end() - static_cast<std::ptrdiff_t>(compared),
                                   weekly.end(), [&session](WeeklySession other) {
                                     other.days = session.days;
                                     return other == session;
                                   });
    if (same == weekly.end()) {
      weekly.push_back(session);
    } else {
      same->days |= session.days;
    }
  }

  void AddDated(const Schedule& row, std::vector<Date> dates, bool may_go_on) {
    std::vector<Date> except = row.except;
    std::sort(except.begin(), except.end());
    std::erase_if(dates, [&](Date date) {
      return date < options_.horizon.first || date > options_.horizon.last ||
             (row.valid_from && date < *row.valid_from) || (row.valid_to && date > *row.valid_to) ||
             std::binary_search(except.begin(), except.end(), date);
    });
    if (row.valid_to && *row.valid_to <= options_.horizon.last) may_go_on = false;
    // Without dates only the validity can still matter: expired information is not a no.
    if (dates.empty() && !may_go_on && !row.valid_from && !row.valid_to) return;
    DatedSession session{.days = WeekdaysOf(dates)};
    if (may_go_on) session.flags = kGoesOnPastHorizon;
    SetTimesAndValidity(row, session);
    hours_.dated.push_back({session, std::move(dates)});
  }

  template <typename Session>
  static void SetTimesAndValidity(const Schedule& row, Session& session) {
    session.valid_from = FromStamp(row.valid_from);
    session.valid_to = ToStamp(row.valid_to);
    const SessionTimes times = TimesOf(row);
    if (!times.start || !times.length) return;
    session.start = static_cast<std::uint16_t>(times.start->value());
    session.length = static_cast<std::uint16_t>(*times.length);
  }

  // Adds to the English line what is still to come.
  void Say(const Schedule& row, SessionPattern pattern) {
    const Date today = options_.as_of;
    if ((row.valid_to && *row.valid_to < today) || (row.until && *row.until < today) ||
        (pattern.last && *pattern.last < today) || (pattern.date && *pattern.date < today)) {
      return;
    }
    if (pattern.first && *pattern.first <= today) pattern.first.reset();
    const SessionTimes times = TimesOf(row);
    pattern.start = times.start;
    pattern.length = times.length;
    patterns_.push_back(std::move(pattern));
  }

  void Report(const Schedule& row, ProblemKind kind, std::string field, std::string outcome) {
    std::string value = field == "dtstart" && row.dtstart ? FormatIsoDate(*row.dtstart) + " " : "";
    value += RuleText(row);
    value.resize(std::min(value.size(), kLongestValue));
    sink_.Report({.kind = kind,
                  .source = owner_.source,
                  .entity = owner_.entity,
                  .id = owner_.id,
                  .field = std::move(field),
                  .value = std::move(value),
                  .outcome = std::move(outcome)});
  }

  const ExpansionOptions& options_;
  const ScheduleOwner& owner_;
  record::ProblemSink& sink_;
  ExpandedHours hours_;
  std::vector<SessionPattern> patterns_;
};

}  // namespace

ExpandedHours ExpandSchedules(std::span<const Schedule> rows, const ExpansionOptions& options,
                              const ScheduleOwner& owner, record::ProblemSink& sink) {
  Expander expander(options, owner, sink);
  for (const Schedule& row : rows) expander.Take(row);
  return std::move(expander).Finish();
}

}  // namespace waypost::prepare
