#include "index_builder/prepare/holiday_days.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "engine/hours/clock_text.h"

namespace waypost::prepare {
namespace {

using record::HolidaySchedule;

bool HasDay(const std::vector<DayRange>& ranges, Date day) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [day](const DayRange& range) { return range.Has(day); });
}

// Why a row says nothing; "" when it does.
std::string_view FaultOf(const HolidaySchedule& row) {
  if (!row.start_date) return "no first day";
  if (row.end_date && *row.end_date < *row.start_date) return "its last day is before its first";
  const bool has_times = row.opens_at && row.closes_at;
  const bool has_half = row.opens_at.has_value() != row.closes_at.has_value();
  if (!row.closed.value_or(false) && has_half) return "one of its two times is not stated";
  if (!row.closed && !has_times) return "neither closed nor open from when to when";
  return "";
}

std::string TextOf(const HolidaySchedule& row) {
  std::string text = row.start_date ? FormatIsoDate(*row.start_date) : "";
  if (row.end_date) text += " to " + FormatIsoDate(*row.end_date);
  if (row.opens_at) text += " opens " + ClockText(*row.opens_at);
  if (row.closes_at) text += " closes " + ClockText(*row.closes_at);
  return text;
}

}  // namespace

HolidayDays::HolidayDays(std::span<const HolidaySchedule> rows, const Horizon& horizon,
                         const ScheduleOwner& owner, record::ProblemSink& sink) {
  for (const HolidaySchedule& row : rows) {
    if (const std::string_view fault = FaultOf(row); !fault.empty()) {
      sink.Report({.kind = record::ProblemKind::kUnreadableSchedule,
                   .source = owner.source,
                   .entity = "holiday_schedule",
                   .id = owner.id,
                   .field = row.start_date ? "closed" : "start_date",
                   .value = TextOf(row),
                   .outcome = "says nothing: " + std::string(fault)});
      continue;
    }
    const DayRange days{std::max(*row.start_date, horizon.first),
                        std::min(row.end_date.value_or(*row.start_date), horizon.last)};
    if (days.first > days.last) continue;
    if (row.closed.value_or(false)) {
      closed_.push_back(days);
    } else if (row.opens_at && row.closes_at) {
      openings_.push_back({days, *row.opens_at, *row.closes_at});
    } else {
      as_usual_.push_back(days);
    }
  }
}

bool HolidayDays::IsClosed(Date day) const { return HasDay(closed_, day); }

bool HolidayDays::HasOtherTimes(Date day) const {
  return std::any_of(openings_.begin(), openings_.end(),
                     [day](const HolidayOpening& opening) { return opening.days.Has(day); });
}

bool HolidayDays::IsAsUsual(Date day) const { return HasDay(as_usual_, day); }

}  // namespace waypost::prepare
