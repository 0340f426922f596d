#include "engine/hours/local_time.h"

#include "absl/time/civil_time.h"
#include "engine/core/absl_text.h"

namespace waypost {

absl::StatusOr<absl::TimeZone> LoadTimeZone(std::string_view name) {
  absl::TimeZone zone;
  if (absl::LoadTimeZone(ToAbsl(name), &zone)) return zone;
  return NotFound("time zone " + std::string(name) +
                  ": not in this machine's time-zone database; install the package tzdata");
}

LocalMinute ToLocal(Moment moment, const absl::TimeZone& zone) {
  const absl::Time instant = absl::FromUnixSeconds(moment.time_since_epoch().count());
  const absl::CivilMinute minute = absl::ToCivilMinute(instant, zone);
  const absl::civil_diff_t day = absl::CivilDay(minute) - absl::CivilDay(1970, 1, 1);
  return {.date = Date(std::chrono::days(day)),
          .time = MinuteOfDay(minute.hour() * 60 + minute.minute())};
}

}  // namespace waypost
