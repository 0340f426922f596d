#include "index_builder/validate/check_schedules.h"

#include <cmath>

#include "engine/core/date.h"
#include "index_builder/validate/value_format.h"

namespace waypost::validate {
namespace {

using sources::JsonElement;
using sources::JsonText;

void CheckByday(JsonElement schedule, const std::string& pointer, RecordCheck& check) {
  const std::string byday = JsonText(schedule, "byday");
  if (byday.empty()) return;
  const std::optional<Days> days = ReadDays(byday);
  const std::string at = PointerTo(pointer, "byday");
  if (!days) {
    check.Add(FindingKind::kBadByday, at, "byday is " + Quoted(byday));
  } else if (days->has_ordinal && JsonText(schedule, "freq") != "MONTHLY") {
    check.Add(FindingKind::kOrdinalOutsideMonth, at,
              "byday is " + Quoted(byday) + ", freq is " + Quoted(JsonText(schedule, "freq")));
  }
}

void CheckInterval(JsonElement schedule, const std::string& pointer, RecordCheck& check) {
  const auto stated = sources::JsonMember(schedule, "interval");
  if (!stated || JsonText(*stated).empty()) return;
  const std::optional<double> interval = sources::JsonNumber(*stated);
  const std::string at = PointerTo(pointer, "interval");
  if (!interval || *interval < 1 || *interval != std::floor(*interval)) {
    check.Add(FindingKind::kBadInterval, at, "interval is " + Quoted(JsonText(*stated)));
  } else if (*interval > 1 && JsonText(schedule, "dtstart").empty()) {
    check.Add(FindingKind::kNoStartOfInterval, at,
              "interval is " + JsonText(*stated) + ", and there is no dtstart");
  }
}

// Without an offset, for times of one row to be compared as text.
std::string MinuteOf(JsonElement schedule, std::string_view field) {
  const std::string time = JsonText(schedule, field);
  return IsClockTime(time) ? MinuteText(time) : std::string();
}

void CheckTimes(JsonElement schedule, const std::string& pointer, RecordCheck& check) {
  const bool opens = !JsonText(schedule, "opens_at").empty();
  const bool closes = !JsonText(schedule, "closes_at").empty();
  if (opens != closes) {
    check.Add(FindingKind::kHalfOpening, pointer,
              opens ? "there is no closes_at" : "there is no opens_at");
  }
  const std::string from = MinuteOf(schedule, "opens_at");
  const std::string to = MinuteOf(schedule, "closes_at");
  // 00:00 is midnight at the end of the day.
  if (from.empty() || to.empty() || from < to || (to == "00:00" && from != to)) return;
  std::string what = "opens at " + from;
  what += ", closes at " + to;
  check.Add(FindingKind::kClosesFirst, pointer, what);
}

bool SaysWhen(JsonElement schedule) {
  for (std::string_view field :
       {"byday", "weekday", "bymonthday", "dtstart", "byweekno", "byyearday"}) {
    if (!JsonText(schedule, field).empty()) return true;
  }
  return JsonText(schedule, "freq") == "DAILY" ||
         (!JsonText(schedule, "valid_from").empty() && !JsonText(schedule, "valid_to").empty());
}

}  // namespace

void CheckPeriod(JsonElement object, std::string_view from, std::string_view to,
                 const std::string& pointer, RecordCheck& check) {
  const std::optional<Date> begin = ParseIsoDate(JsonText(object, from));
  const std::optional<Date> end = ParseIsoDate(JsonText(object, to));
  if (!begin || !end || *begin <= *end) return;
  std::string what(from);
  what += " is " + FormatIsoDate(*begin) + ", ";
  what += to;
  what += " is " + FormatIsoDate(*end);
  check.Add(FindingKind::kDatesReversed, pointer, what);
}

void CheckSchedule(JsonElement schedule, const std::string& pointer, RecordCheck& check) {
  CheckByday(schedule, pointer, check);
  const std::string monthdays = JsonText(schedule, "bymonthday");
  if (!monthdays.empty() && !AreMonthDays(monthdays)) {
    check.Add(FindingKind::kBadMonthday, PointerTo(pointer, "bymonthday"),
              "bymonthday is " + Quoted(monthdays));
  }
  CheckInterval(schedule, pointer, check);
  CheckTimes(schedule, pointer, check);
  CheckPeriod(schedule, "valid_from", "valid_to", pointer, check);
  if (!JsonText(schedule, "opens_at").empty() && !SaysWhen(schedule)) {
    check.Add(FindingKind::kNoDays, pointer, "there are times, but no byday and no dtstart");
  }
  const std::optional<Date> begin = ParseIsoDate(JsonText(schedule, "valid_from"));
  const std::optional<Date> end = ParseIsoDate(JsonText(schedule, "valid_to"));
  const bool is_reversed = begin && end && *begin > *end;
  if (end && *end < check.today() && !is_reversed) {
    check.Add(FindingKind::kExpired, pointer, "valid_to is " + FormatIsoDate(*end));
  }
}

void CheckHoliday(JsonElement holiday, const std::string& pointer, RecordCheck& check) {
  CheckTimes(holiday, pointer, check);
  CheckPeriod(holiday, "start_date", "end_date", pointer, check);
}

}  // namespace waypost::validate
