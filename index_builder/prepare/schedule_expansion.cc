#include "index_builder/prepare/schedule_expansion.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "engine/hours/english.h"
#include "index_builder/prepare/holiday_days.h"
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

// The rules that a weekly session can say whole: every week on the same weekdays, between two days.
bool RunsEveryWeek(const Recurrence& rule, const Schedule& row) {
  if (rule.interval != 1 || !row.except.empty()) return false;
  return rule.frequency == Frequency::kWeekly ||
         (rule.frequency == Frequency::kDaily && rule.bymonthday.empty());
}

class Expander {
 public:
  Expander(const HolidayDays& holidays, const ExpansionOptions& options, const ScheduleOwner& owner,
           record::ProblemSink& sink)
      : holidays_(holidays), options_(options), owner_(owner), sink_(sink) {}

  void Take(const Schedule& row) {
    hours_.state |= kHasRows;
    const RuleReading reading = ReadRule(row);
    if (const auto* refused = std::get_if<NotUnderstood>(&reading)) return Refuse(row, *refused);
    if (const auto* single = std::get_if<SingleDate>(&reading)) return TakeDate(row, *single);
    TakeRule(row, std::get<Recurrence>(reading));
  }

  ExpandedHours Finish() && {
    AddOpenings();
    AddClosures();
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
    DatedRow dated;
    if (!row.until || single.date <= *row.until) dated.dates.push_back(single.date);
    dated.session.flags = kNamesItsDates;
    dated.session.last_day = DayStampOf(single.date);
    AddDated(row, std::move(dated), single.date > options_.horizon.last);
    Say(row, PatternOf(single));
  }

  void TakeRule(const Schedule& row, const Recurrence& rule) {
    ReportStart(row, rule);
    // A rule that runs every week has to be looked at only where holidays are spoken of.
    const bool is_weekly = RunsEveryWeek(rule, row);
    Occurrences found;
    if (!is_weekly || !holidays_.empty()) found = OccurrencesOf(rule, options_.horizon);
    if (is_weekly && !IsTouched(row, found.dates)) {
      AddWeekly(row, rule);
      return Say(row, PatternOf(rule));
    }
    const bool has_counted_out = rule.count && !found.may_go_on &&
                                 (found.dates.empty() || found.dates.back() < options_.as_of);
    AddRule(row, rule, std::move(found));
    if (!has_counted_out) Say(row, PatternOf(rule));
  }

  bool IsTouched(const Schedule& row, const std::vector<Date>& dates) const {
    return std::any_of(dates.begin(), dates.end(), [&](Date date) {
      return IsValid(row, date) && (holidays_.IsChanged(date) || holidays_.IsAsUsual(date));
    });
  }

  void AddRule(const Schedule& row, const Recurrence& rule, Occurrences found) {
    DatedRow dated{.session = {}, .dates = std::move(found.dates), .rule = CalendarRule(rule)};
    if (rule.until) dated.session.last_day = DayStampOf(*rule.until);
    if (rule.count && found.may_go_on) dated.rule.clear();  // its last day is not known
    if (rule.count && !found.may_go_on && !dated.dates.empty()) {
      dated.session.last_day = DayStampOf(dated.dates.back());
    }
    AddDated(row, std::move(dated), found.may_go_on);
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
    Session session{.days = static_cast<std::uint8_t>(rule.Weekdays().bits())};
    std::optional<Date> last = rule.until;
    if (rule.count) last = LastOfCount(rule);
    session.first_day = FromStamp(rule.dtstart);
    session.last_day = ToStamp(last);
    if (last || rule.frequency == Frequency::kDaily) session.flags = kCountsByDate;
    SetTimesAndValidity(row, session);
    AddToEqualTimes(session);
  }

  // Only near rows are compared, so that a record of a hundred thousand rows stays linear.
  void AddToEqualTimes(const Session& session) {
    std::vector<Session>& weekly = hours_.weekly;
    const std::size_t compared = std::min(weekly.size(), kComparedRows);
    const auto same = std::find_if(weekly.end() - static_cast<std::ptrdiff_t>(compared),
                                   weekly.end(), [&session](Session other) {
                                     other.days = session.days;
                                     return other == session;
                                   });
    if (same == weekly.end()) {
      weekly.push_back(session);
    } else {
      same->days |= session.days;
    }
  }

  static bool IsValid(const Schedule& row, Date date) {
    return !(row.valid_from && date < *row.valid_from) && !(row.valid_to && date > *row.valid_to);
  }

  void AddDated(const Schedule& row, DatedRow dated, bool may_go_on) {
    std::vector<Date> except = row.except;
    std::sort(except.begin(), except.end());
    std::erase_if(dated.dates, [&](Date date) {
      return date < options_.horizon.first || date > options_.horizon.last || !IsValid(row, date);
    });
    std::erase_if(dated.dates, [&](Date date) {
      const bool is_closed =
          std::binary_search(except.begin(), except.end(), date) || holidays_.IsChanged(date);
      if (is_closed && !dated.rule.empty()) dated.closures.push_back(date);
      return is_closed;
    });
    if (row.valid_to && *row.valid_to <= options_.horizon.last) may_go_on = false;
    // Without dates only the validity can still matter: expired information is not a no.
    if (dated.dates.empty() && !may_go_on && !row.valid_from && !row.valid_to) {
      hours_.state |= kHasEndedRows;
      return;
    }
    if (may_go_on) dated.session.flags |= kGoesOnPastHorizon;
    SetTimesAndValidity(row, dated.session);
    SplitConfirmed(dated);
    dated.session.days = WeekdaysOf(dated.dates);
    hours_.dated.push_back(std::move(dated));
  }

  // Days that a holiday row confirms are dates of their own, without doubt.
  void SplitConfirmed(DatedRow& dated) {
    if ((dated.session.flags & kNamesItsDates) != 0) return;
    DatedRow confirmed{.session = dated.session};
    std::erase_if(dated.dates, [&](Date date) {
      if (!holidays_.IsAsUsual(date)) return false;
      confirmed.dates.push_back(date);
      return true;
    });
    if (confirmed.dates.empty()) return;
    if (!dated.rule.empty()) {
      dated.closures.insert(dated.closures.end(), confirmed.dates.begin(), confirmed.dates.end());
      std::sort(dated.closures.begin(), dated.closures.end());
    }
    confirmed.session.flags = kNamesItsDates;
    confirmed.session.days = WeekdaysOf(confirmed.dates);
    hours_.dated.push_back(std::move(confirmed));
  }

  // What holiday rows say holds on their own days only.
  DatedRow OfHoliday(const DayRange& range) const {
    DatedRow dated;
    dated.session.flags = kNamesItsDates | kNotOfTheWeek;
    dated.session.valid_from = DayStampOf(range.first);
    dated.session.valid_to = DayStampOf(range.last);
    return dated;
  }

  void AddOpenings() {
    for (const HolidayOpening& opening : holidays_.openings()) {
      DatedRow dated = OfHoliday(opening.days);
      for (Date day = opening.days.first; day <= opening.days.last; day += std::chrono::days(1)) {
        if (!holidays_.IsClosed(day)) dated.dates.push_back(day);
      }
      SetTimes(TimesOf(opening.opens, opening.closes), dated.session);
      dated.session.days = WeekdaysOf(dated.dates);
      hours_.dated.push_back(std::move(dated));
    }
  }

  // A closed day is a stated one, also where no row holds.
  void AddClosures() {
    if (some_session_always_holds_) return;
    for (const DayRange& range : holidays_.closed()) hours_.dated.push_back(OfHoliday(range));
  }

  void SetTimesAndValidity(const Schedule& row, Session& session) {
    session.valid_from = FromStamp(row.valid_from);
    session.valid_to = ToStamp(row.valid_to);
    some_session_always_holds_ |= !row.valid_from && !row.valid_to;
    SetTimes(TimesOf(row.opens_at, row.closes_at), session);
  }

  static void SetTimes(const SessionTimes& times, Session& session) {
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
    const SessionTimes times = TimesOf(row.opens_at, row.closes_at);
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

  const HolidayDays& holidays_;
  const ExpansionOptions& options_;
  const ScheduleOwner& owner_;
  record::ProblemSink& sink_;
  ExpandedHours hours_;
  std::vector<SessionPattern> patterns_;
  bool some_session_always_holds_ = false;
};

}  // namespace

ExpandedHours ExpandSchedules(const StatedRows& rows, const ExpansionOptions& options,
                              const ScheduleOwner& owner, record::ProblemSink& sink) {
  const HolidayDays holidays(rows.holidays, options.horizon, owner, sink);
  Expander expander(holidays, options, owner, sink);
  for (const Schedule& row : rows.schedules) expander.Take(row);
  return std::move(expander).Finish();
}

}  // namespace waypost::prepare
